//! Finding, through the desk: the whole record, filters, corrections, secrecy, and the index that grows with the record.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use desk::meeting::{Event, MeetingId, MeetingNumber, Outcome};
use desk::{
    Answer, Clock, Desk, EntryView, FoundKind, FoundText, Line, Query, Reply, SearchFilters, SearchView, Standing,
};
use journeys::{line, play_until, sample};

fn search(desk: &mut Desk, text: &str, filters: SearchFilters) -> Result<SearchView> {
    let query = Query::Search { text: text.to_owned(), filters, offset: 0, limit: 10_000 };
    match desk.call(Line { ask: Some(query), ..Line::default() }) {
        Answer::Answer(Reply::Search(view)) => Ok(view),
        other => bail!("no search but {other:?}"),
    }
}

fn find(desk: &mut Desk, text: &str) -> Result<Vec<FoundText>> {
    Ok(search(desk, text, SearchFilters::default())?.hits)
}

fn played(folder: &std::path::Path) -> Result<Desk> {
    let mut desk = journeys::desk(folder)?;
    play_until(&mut desk, |_| false)?;
    Ok(desk)
}

fn record(desk: &mut Desk) -> Result<Vec<EntryView>> {
    match desk.call(line(r#"{"ask":{"record":{"id":1}}}"#)?) {
        Answer::Answer(Reply::Record(entries)) => Ok(entries),
        other => bail!("no record but {other:?}"),
    }
}

fn accepts(desk: &mut Desk, text: &str) -> Result<()> {
    match desk.call(line(text)?) {
        Answer::Accepted(_) => Ok(()),
        other => bail!("{text}: {other:?}"),
    }
}

fn text_of(hit: &FoundText) -> String {
    hit.snippet.iter().map(|piece| piece.text.as_str()).collect()
}

/// The words that somebody wrote into a command or a body.
fn written(value: &serde_json::Value, words: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) if !text.is_ascii() => drop(words.insert(text.clone())),
        serde_json::Value::Array(values) => values.iter().for_each(|value| written(value, words)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| written(value, words)),
        _ => {}
    }
}

#[test]
fn every_word_of_the_record_is_found() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let mut words = BTreeSet::new();
    for line in sample()?.into_iter().filter(|line| line.refused.is_none()) {
        written(&serde_json::to_value(&line.act)?, &mut words);
    }
    assert!(words.len() > 100, "{}", words.len());
    for text in &words {
        let hits = find(&mut desk, text)?;
        assert!(!hits.is_empty(), "{text}");
        for hit in hits.iter().filter(|hit| !text_of(hit).ends_with('…')) {
            assert!(hit.snippet.iter().any(|piece| piece.hit && piece.text == *text), "{text}: {hit:?}");
        }
    }
    Ok(())
}

#[test]
fn a_hit_says_who_said_it_about_whom_and_where_it_stands() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let hits = find(&mut desk, "已接入")?;
    let original = hits.iter().find(|hit| hit.kind == FoundKind::Statement).context("the statement")?;
    assert_eq!(
        (original.meeting, original.number),
        (Some(MeetingId(1)), Some(MeetingNumber { year: 2026, ordinal: 18 }))
    );
    assert_eq!(original.item.as_deref(), Some("研究干部任免事项"));
    assert_eq!(original.nominee.as_deref(), Some("张三维"));
    assert_eq!(original.outcome, Some(Outcome::Carried));
    assert_eq!(original.day.0.to_string(), "2026-03-05");

    let entries = record(&mut desk)?;
    let entry = entries.iter().find(|it| it.entry == original.entry).context("its entry")?;
    let Event::StatementRecorded { words, .. } = &entry.event else { bail!("{entry:?}") };
    assert_eq!(text_of(original), *words);

    // What was said and how it should read are both found, each with what it is.
    let correction = hits.iter().find(|hit| hit.kind == FoundKind::Correction).context("the correction")?;
    assert_eq!(original.standing, Standing::Corrected { by: correction.entry });
    assert_eq!(correction.standing, Standing::Corrects { entry: original.entry });
    assert_eq!(correction.nominee, original.nominee);
    assert!(hits.first().is_some_and(|first| first.entry == correction.entry), "the newest is first");
    assert_eq!(find(&mut desk, "43 个部门")?.len(), 1);
    Ok(())
}

#[test]
fn filters_leave_what_they_say_and_nothing_else() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let none = SearchFilters::default();
    let all = search(&mut desk, "同意", none.clone())?.hits;

    let of = |kind| SearchFilters { kind: Some(kind), ..SearchFilters::default() };
    let statements = search(&mut desk, "同意", of(FoundKind::Statement))?.hits;
    let expected: Vec<&FoundText> = all.iter().filter(|hit| hit.kind == FoundKind::Statement).collect();
    assert_eq!(statements.iter().collect::<Vec<_>>(), expected);
    assert!(!statements.is_empty() && statements.len() < all.len());

    for outcome in [Outcome::Carried, Outcome::NotCarried, Outcome::Deferred, Outcome::VotePostponed] {
        let hits = search(&mut desk, "同意", SearchFilters { outcome: Some(outcome), ..none.clone() })?.hits;
        assert_eq!(hits, all.iter().filter(|hit| hit.outcome == Some(outcome)).cloned().collect::<Vec<_>>());
    }

    // Who spoke, and whom it concerns.
    let by = |person: &str| SearchFilters { person: Some(person.to_owned()), ..SearchFilters::default() };
    let said = search(&mut desk, "同意", SearchFilters { kind: Some(FoundKind::Statement), ..by("吴海平") })?.hits;
    assert!(!said.is_empty() && said.iter().all(|hit| hit.person.as_deref() == Some("吴海平")));
    let concerning = search(&mut desk, "", by("张三维"))?.hits;
    assert!(concerning.iter().all(|hit| hit.nominee.as_deref() == Some("张三维")));
    let kinds: Vec<FoundKind> = concerning.iter().map(|hit| hit.kind).collect();
    for kind in [FoundKind::Nominee, FoundKind::Introduction, FoundKind::Statement, FoundKind::Correction] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }

    let view = search(&mut desk, "", none.clone())?;
    assert_eq!((view.total, view.hits.len()), (0, 0), "without words and filters nothing is sought");
    assert_eq!(view.years, [2026]);
    assert!(["吴海平", "张三维", "苏简"].iter().all(|name| view.people.iter().any(|it| it == name)));
    assert_eq!(search(&mut desk, "同意", SearchFilters { year: Some(2026), ..none.clone() })?.hits, all);
    assert_eq!(search(&mut desk, "同意", SearchFilters { year: Some(2025), ..none })?.total, 0);
    Ok(())
}

#[test]
fn hits_come_in_pages() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let all = find(&mut desk, "同意")?;
    let mut paged = Vec::new();
    loop {
        let offset = u32::try_from(paged.len())?;
        let query = Query::Search { text: "同意".into(), filters: SearchFilters::default(), offset, limit: 7 };
        match desk.call(Line { ask: Some(query), ..Line::default() }) {
            Answer::Answer(Reply::Search(view)) if view.hits.is_empty() => break,
            Answer::Answer(Reply::Search(view)) => {
                assert_eq!(usize::try_from(view.total)?, all.len());
                paged.extend(view.hits);
            }
            other => bail!("{other:?}"),
        }
    }
    assert_eq!(paged, all);
    Ok(())
}

#[test]
fn a_secret_ballot_yields_no_names() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let counted: Vec<EntryView> =
        record(&mut desk)?.into_iter().filter(|it| matches!(it.event, Event::BallotsCounted { .. })).collect();
    assert!(!counted.is_empty(), "the sample has a secret ballot");
    let people = search(&mut desk, "", SearchFilters::default())?.people;
    for person in people {
        let hits =
            search(&mut desk, "", SearchFilters { person: Some(person.clone()), ..SearchFilters::default() })?.hits;
        assert!(!hits.iter().any(|hit| counted.iter().any(|it| it.entry == hit.entry)), "{person}");
    }
    Ok(())
}

#[test]
fn a_call_that_was_amended_and_a_name_that_was_put_right_are_found_as_they_were_and_are() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = journeys::desk(folder.path())?;
    play_until(&mut desk, |line| matches!(line.act, Some(desk::Command::Meeting { .. })))?;
    let call = sample()?.into_iter().find_map(|line| match line.act {
        Some(desk::Command::Call(call)) => Some(call),
        _ => None,
    });
    let mut call = call.context("the call")?;
    assert_eq!(find(&mut desk, "传达学习省委全会精神")?.len(), 1);
    if let Some(first) = call.agenda.first_mut() {
        first.title = "传达学习市委全会精神".into();
    }
    let call = serde_json::to_string(&call)?;
    accepts(&mut desk, &format!(r#"{{"do":{{"meeting":{{"id":1,"act":{{"type":"amendCall","call":{call}}}}}}}}}"#))?;
    let before = find(&mut desk, "传达学习省委全会精神")?;
    let after = find(&mut desk, "传达学习市委全会精神")?;
    let (before, after) = (before.first().context("before")?, after.first().context("after")?);
    assert_eq!(before.standing, Standing::Replaced { by: after.entry });
    assert_eq!(after.standing, Standing::Stands {});
    let nominees = find(&mut desk, "张三维")?;
    assert_eq!(nominees.len(), 1, "what the call says again is found once");
    assert!(nominees.iter().all(|hit| hit.standing == Standing::Stands {} && hit.nominee.is_some()));

    let revised =
        r#"{"do":{"committee":{"type":"reviseMember","member":6,"name":"何婧","role":"member","posts":"市委常委"}}}"#;
    accepts(&mut desk, revised)?;
    let of_name = |desk: &mut Desk, name: &str| -> Result<Standing> {
        let hits = find(desk, name)?;
        Ok(hits.iter().find(|hit| hit.kind == FoundKind::Member).context("the member")?.standing)
    };
    let by = find(&mut desk, "何婧")?.first().context("the new name")?.entry;
    assert_eq!(of_name(&mut desk, "何静")?, Standing::Replaced { by });
    assert_eq!(of_name(&mut desk, "何婧")?, Standing::Stands {});
    Ok(())
}

#[test]
fn a_correction_is_about_all_that_its_entry_says_and_gives_way_to_the_next() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = journeys::desk(folder.path())?;
    play_until(&mut desk, |line| matches!(line.act, Some(desk::Command::Meeting { .. })))?;
    let called = find(&mut desk, "张三维")?.first().context("the call")?.entry;
    let correct = |desk: &mut Desk, words: &str| {
        let act = format!(r#"{{"type":"correct","entry":{called},"words":"{words}","reason":"笔误","by":"苏简"}}"#);
        accepts(desk, &format!(r#"{{"do":{{"meeting":{{"id":1,"act":{act}}}}}}}"#))
    };
    correct(&mut desk, "地点应为二号会议室")?;
    let first = find(&mut desk, "二号会议室")?.first().cloned().context("the first")?;
    // The call names two items and six nominees: the correction is of none alone.
    assert_eq!((first.item.as_deref(), first.nominee.as_deref()), (None, None));
    for person in ["张三维", "马行之"] {
        let filters = SearchFilters { person: Some(person.into()), ..SearchFilters::default() };
        assert_eq!(search(&mut desk, "二号会议室", filters)?.total, 1, "{person}");
    }
    correct(&mut desk, "地点应为三号会议室")?;
    let second = find(&mut desk, "三号会议室")?.first().cloned().context("the second")?;
    assert_eq!(second.standing, Standing::Corrects { entry: called });
    let first = find(&mut desk, "二号会议室")?.first().cloned().context("the first")?;
    assert_eq!(first.standing, Standing::Replaced { by: second.entry });

    // Once the call is amended, what was corrected in it is of no item or nominee by its number, for those are others now.
    let call = sample()?.into_iter().find_map(|line| match line.act {
        Some(desk::Command::Call(call)) => Some(call),
        _ => None,
    });
    let mut call = call.context("the call")?;
    call.agenda.reverse();
    let call = serde_json::to_string(&call)?;
    accepts(&mut desk, &format!(r#"{{"do":{{"meeting":{{"id":1,"act":{{"type":"amendCall","call":{call}}}}}}}}}"#))?;
    let titles = find(&mut desk, "传达学习省委全会精神")?;
    assert!(titles.iter().all(|hit| hit.item.as_deref() != Some("研究干部任免事项")), "{titles:?}");
    Ok(())
}

#[test]
fn an_index_that_grew_with_the_record_finds_what_one_of_the_read_record_finds() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = journeys::desk(folder.path())?;
    let fonts = desk::fonts_folder(None).context("the bundled fonts")?;
    let queries = ["同意", "。", "，建议", "市", "张三维", "意。", "43 个", "没有这句话"];
    let ask = |desk: &mut Desk| queries.iter().map(|text| find(desk, text)).collect::<Result<Vec<_>>>();
    for (count, line) in sample()?.into_iter().enumerate() {
        desk.call(line);
        if count % 9 == 0 {
            find(&mut desk, "同")?;
        }
        if count % 61 == 0 {
            let grown = ask(&mut desk)?;
            drop(desk);
            let clock = Clock::pinned("2026-03-05T12:00:00+08:00").context("a time")?;
            desk = Desk::open(&folder.path().join("day.yiding"), None, clock, &fonts)
                .map_err(|it| anyhow::anyhow!("{it}"))?;
            assert_eq!(ask(&mut desk)?, grown, "after {count} lines");
        }
    }
    assert!(find(&mut desk, "同意")?.len() > 20);
    Ok(())
}
