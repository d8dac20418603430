//! A whole meeting day through the desk, with a pinned clock: what is recorded, refused, printed and found again.

use anyhow::{Context, Result, bail};
use desk::meeting::{MeetingCommand, Outcome, Projection, RuleId, Verdict};
use desk::{Answer, Command, Desk, Line, Query, Reply};
use journeys::{desk, head, line, pdf_text, play_until, sample};

fn meeting(desk: &mut Desk) -> Result<desk::meeting::MeetingView> {
    match desk.call(line(r#"{"ask":{"meeting":{"id":1}}}"#)?) {
        Answer::Answer(Reply::Meeting(view)) => Ok(view.meeting),
        other => bail!("unexpected answer {other:?}"),
    }
}

fn is(line: &Line, wanted: impl Fn(&MeetingCommand) -> bool) -> bool {
    matches!(&line.act, Some(Command::Meeting { act, .. }) if wanted(act))
}

/// Refused by this rule, and nothing of it is in the ledger.
fn refuses(desk: &mut Desk, act: &str, rule: RuleId) -> Result<()> {
    let before = head(desk)?;
    match desk.call(line(&format!(r#"{{"do":{{"meeting":{{"id":1,"act":{act}}}}}}}"#))?) {
        Answer::Refused(refusal) => assert_eq!(refusal.rule, rule, "{act}: {:?}", refusal.facts),
        other => bail!("{act} was not refused: {other:?}"),
    }
    assert_eq!(head(desk)?, before, "{act} left something in the ledger");
    Ok(())
}

/// Accepted, and on disk.
fn accepts(desk: &mut Desk, act: &str) -> Result<()> {
    match desk.call(line(&format!(r#"{{"do":{{"meeting":{{"id":1,"act":{act}}}}}}}"#))?) {
        Answer::Accepted(_) => Ok(()),
        other => bail!("{act} was not accepted: {other:?}"),
    }
}

#[test]
fn the_sample_meeting_ends_as_it_is_told() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |_| false)?;
    let view = meeting(&mut desk)?;
    let outcomes: Vec<Option<Outcome>> =
        view.items[1].matters.iter().map(|matter| matter.verdict.as_ref().map(Verdict::outcome)).collect();
    use Outcome::{Carried, Deferred, NotCarried};
    assert_eq!(outcomes, [Carried, Carried, NotCarried, Deferred, Carried, Carried].map(Some));
    assert_eq!((view.attendance.entitled.0, view.attendance.present.0), (12, 11));
    assert!(view.sealed.is_some());
    assert_eq!(view.corrections.len(), 1);
    assert!(view.notice.is_some(), "the notice went out");
    let [confirmed] = view.acknowledgements.as_slice() else { bail!("one warning was acknowledged") };
    assert_eq!((confirmed.warning.rule(), confirmed.by.0), (RuleId::S01, 1));
    let matters = &view.items[1].matters;
    assert_eq!(matters[0].opinions.len(), 1, "a written opinion was read");
    let votes = |verdict: Option<&Verdict>| verdict.and_then(Verdict::tally).map_or(0, |it| it.agree.0 + it.against.0);
    assert_eq!(votes(matters[0].verdict.as_ref()), 11, "and not counted");
    let [recusal] = matters[4].recusals.as_slice() else { bail!("one member was recused") };
    assert!(recusal.returned.is_some_and(|returned| returned > recusal.left), "with both times");
    assert_eq!(votes(matters[4].verdict.as_ref()), 10, "and had no vote");
    assert!(matters.iter().all(|matter| !matter.preparation.is_empty()), "everybody has a checklist");
    assert!(view.violations.is_empty() && view.back_filled.is_none());
    let refused = sample()?.iter().filter(|line| line.refused.is_some()).count();
    assert_eq!(head(&mut desk)? as usize, sample()?.len() - refused, "one entry a command, none for the refused one");
    Ok(())
}

#[test]
fn the_room_is_shown_the_meeting_from_its_opening_to_its_end() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    let mut scenes: Vec<&str> = Vec::new();
    for asked in sample()? {
        desk.call(asked);
        let Answer::Answer(Reply::Projection(shown)) = desk.call(line(r#"{"ask":{"projection":{}}}"#)?) else {
            bail!("what the room may see is answered");
        };
        assert_eq!(shown.committee, "中共云澜市委常委会");
        let scene = match shown.meeting {
            None => "none",
            Some(Projection::Opened { entitled, present }) => {
                assert_eq!((entitled.0, present.0), (12, 10));
                "opened"
            }
            Some(Projection::Item { .. }) => "item",
            Some(Projection::Adjourned {}) => "adjourned",
        };
        if scenes.last() != Some(&scene) {
            scenes.push(scene);
        }
    }
    assert_eq!(scenes, ["none", "opened", "item", "adjourned", "none"]);
    Ok(())
}

#[test]
fn the_meeting_refuses_with_its_rules() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;

    // Nobody has opened the meeting: five of twelve would not do.
    let mut opened = 0;
    play_until(&mut desk, |line| is(line, |act| matches!(act, MeetingCommand::MarkAttendance { .. })))?;
    for member in 1..=12 {
        let attendance =
            if member <= 5 { r#"{"status":"present"}"# } else { r#"{"status":"onLeave","reason":"出差"}"# };
        let mark = format!(
            r#"{{"do":{{"meeting":{{"id":1,"act":{{"type":"markAttendance","member":{member},"attendance":{attendance}}}}}}}}}"#
        );
        if let Answer::Accepted(_) = desk.call(line(&mark)?) {
            opened += 1;
        }
    }
    assert_eq!(opened, 12);
    refuses(&mut desk, r#"{"type":"openMeeting"}"#, RuleId::Hy02)?;

    // Seven of twelve open the meeting, but no appointment item.
    for member in [6, 7] {
        let mark = format!(
            r#"{{"do":{{"meeting":{{"id":1,"act":{{"type":"markAttendance","member":{member},"attendance":{{"status":"present"}}}}}}}}}}"#
        );
        desk.call(line(&mark)?);
    }
    desk.call(line(r#"{"do":{"meeting":{"id":1,"act":{"type":"openMeeting"}}}}"#)?);
    refuses(&mut desk, r#"{"type":"takeUpItem","item":2}"#, RuleId::Hy01)?;
    Ok(())
}

#[test]
fn the_floor_refuses_with_its_rules() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    let statement = |speaker: &str| {
        format!(r#"{{"type":"recordStatement","speaker":{speaker},"stance":"agree","words":"同意。"}}"#)
    };
    let vote = |voter: &str| format!(r#"{{"type":"recordVote","voter":{voter},"choice":"agree"}}"#);

    // In the middle of the statements on the first nominee: members 2 to 6 have spoken.
    play_until(&mut desk, |line| {
        is(
            line,
            |act| matches!(act, MeetingCommand::RecordStatement { speaker: desk::meeting::Person::Member(id), .. } if id.0 == 7),
        )
    })?;
    refuses(&mut desk, &statement(r#"{"member":1}"#), RuleId::Hy07)?;
    refuses(&mut desk, r#"{"type":"openVote","method":"hands"}"#, RuleId::Hy06)?;
    refuses(&mut desk, &vote(r#"{"member":2}"#), RuleId::Hy06)?;
    refuses(&mut desk, &statement(r#"{"observer":1}"#), RuleId::Hy15)?;
    refuses(&mut desk, &statement(r#"{"member":12}"#), RuleId::Hy13)?;
    refuses(&mut desk, &statement(r#"{"member":2}"#), RuleId::Hy06)?;
    refuses(&mut desk, r#"{"type":"announceResult"}"#, RuleId::Hy19)?;
    Ok(())
}

#[test]
fn the_vote_refuses_with_its_rules() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |line| is(line, |act| matches!(act, MeetingCommand::RecordVote { .. })))?;
    refuses(&mut desk, r#"{"type":"recordVote","voter":{"observer":1},"choice":"agree"}"#, RuleId::Hy15)?;
    refuses(&mut desk, r#"{"type":"recordVote","voter":{"member":12},"choice":"agree"}"#, RuleId::Hy13)?;
    refuses(&mut desk, r#"{"type":"announceResult"}"#, RuleId::Hy19)?;
    Ok(())
}

#[test]
fn the_secret_ballot_refuses_with_its_rules() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |line| is(line, |act| matches!(act, MeetingCommand::CountBallots { .. })))?;
    let opened = head(&mut desk)?;
    let sheet = |issued: &str, agree: &str| {
        format!(
            r#"{{"issued":{issued},"returned":11,"spoilt":1,"agree":{agree},"against":1,"abstain":1,"spoiltField":0}}"#
        )
    };
    let read = |count: &str, again: &str| format!(r#"{{"type":"countBallots","count":{count},"again":{again}}}"#);
    let right = sheet("11", "8");
    let twice = |wrong: &str| read(wrong, wrong);
    refuses(&mut desk, &twice(&sheet("12", "8")), RuleId::Hy13)?;
    refuses(&mut desk, &twice(&sheet("10", "8")), RuleId::Pj05)?;
    refuses(&mut desk, &twice(&sheet("11", "9")), RuleId::Hy13)?;
    refuses(&mut desk, &twice(&sheet("11", "7")), RuleId::Pj06)?;
    refuses(&mut desk, &read(&right, &sheet("11", "7")), RuleId::Pj06)?;
    refuses(&mut desk, &read(&sheet("11", "null"), &right), RuleId::Pj06)?;
    refuses(&mut desk, &read(&right, &sheet("11", r#""unreadable""#)), RuleId::Pj11)?;
    refuses(&mut desk, r#"{"type":"voidBallot","issued":11,"returned":11}"#, RuleId::Pj05)?;
    refuses(&mut desk, r#"{"type":"recordVote","voter":{"member":2},"choice":"agree"}"#, RuleId::Pj14)?;
    refuses(&mut desk, r#"{"type":"closeVote"}"#, RuleId::Pj14)?;
    accepts(&mut desk, &read(&right, &right))?;
    assert_eq!(head(&mut desk)?, opened + 1, "the count is one entry, and nothing of what was refused is another");
    Ok(())
}

#[test]
fn whoever_is_recused_is_refused_until_the_nominee_is_announced() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |line| is(line, |act| matches!(act, MeetingCommand::RecordRecusal { .. })))?;
    let leaves = |relation: &str| {
        format!(r#"{{"type":"recordRecusal","nominee":5,"person":{{"member":8}},"relation":"{relation}"}}"#)
    };
    refuses(&mut desk, &leaves("other"), RuleId::Jl201)?;
    refuses(&mut desk, r#"{"type":"recordReturn","person":{"member":8}}"#, RuleId::Hb01)?;
    refuses(
        &mut desk,
        r#"{"type":"recordRecusal","nominee":6,"person":{"member":8},"relation":"spouse"}"#,
        RuleId::Hy14,
    )?;
    accepts(&mut desk, &leaves("affinity"))?;
    refuses(&mut desk, &leaves("affinity"), RuleId::Hb01)?;
    refuses(&mut desk, r#"{"type":"recordReturn","person":{"member":8}}"#, RuleId::Hb01)?;
    refuses(&mut desk, r#"{"type":"recordRemark","speaker":{"member":8},"words":"补一句"}"#, RuleId::Hb01)?;
    refuses(&mut desk, r#"{"type":"recordArrival","member":8}"#, RuleId::Hb01)?;
    let floor = meeting(&mut desk)?.floor.context("a nominee on the floor")?;
    assert_eq!((floor.present.0, floor.entitled.0, floor.speaking.len()), (10, 12, 10));
    accepts(&mut desk, r#"{"type":"introduce","by":{"member":4},"words":"介绍。"}"#)?;
    let statement = r#"{"type":"recordStatement","speaker":{"member":8},"stance":"agree","words":"同意。"}"#;
    refuses(&mut desk, statement, RuleId::Hb01)?;
    accepts(&mut desk, r#"{"type":"postponeVote","reason":"待核。"}"#)?;
    refuses(&mut desk, r#"{"type":"recordReturn","person":{"member":8}}"#, RuleId::Hb01)?;
    accepts(&mut desk, r#"{"type":"announceResult"}"#)?;
    accepts(&mut desk, r#"{"type":"recordReturn","person":{"member":8}}"#)
}

#[test]
fn nobody_opens_whom_the_chair_the_checklist_or_the_notice_keeps_waiting() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |line| is(line, |act| matches!(act, MeetingCommand::AcknowledgeWarning { .. })))?;
    let take_up = |nominee: u32| format!(r#"{{"type":"takeUpNominee","nominee":{nominee}}}"#);
    let confirm = |by: u32| {
        let absent = r#"{"type":"notAllPresent","absent":[{"id":12,"name":"宋扬"}]}"#;
        format!(r#"{{"type":"acknowledgeWarning","warning":{absent},"by":{by},"reason":"已请假。"}}"#)
    };
    let mark = |nominee: u32, state: &str| {
        let mark = format!(r#"{{"step":"inspection","state":"{state}","responsible":"干部科"}}"#);
        format!(r#"{{"type":"markPreparation","nominee":{nominee},"marks":[{mark}]}}"#)
    };
    refuses(&mut desk, &take_up(1), RuleId::S01)?;
    refuses(&mut desk, &confirm(2), RuleId::S01)?;
    accepts(&mut desk, &confirm(1))?;
    refuses(&mut desk, &confirm(1), RuleId::S01)?;

    accepts(&mut desk, &mark(1, "incomplete"))?;
    refuses(&mut desk, &take_up(1), RuleId::S02)?;
    accepts(&mut desk, &mark(1, "complete"))?;
    accepts(&mut desk, &take_up(1))?;
    refuses(&mut desk, &mark(1, "incomplete"), RuleId::Hy04)?;
    accepts(&mut desk, r#"{"type":"introduce","by":{"member":4},"words":"介绍。"}"#)?;
    accepts(&mut desk, r#"{"type":"postponeVote","reason":"待核。"}"#)?;
    accepts(&mut desk, r#"{"type":"announceResult"}"#)?;
    accepts(&mut desk, r#"{"type":"leaveItem","reason":"改议。"}"#)?;

    let nominee = r#"{"name":"丁香","currentPost":"科长","proposedPost":"副局长","change":"promotion"}"#;
    let item = format!(r#"{{"title":"临时提出","matter":{{"kind":"appointment","nominees":[{nominee}]}}}}"#);
    accepts(&mut desk, &format!(r#"{{"type":"addItem","item":{item}}}"#))?;
    accepts(&mut desk, r#"{"type":"takeUpItem","item":3}"#)?;
    refuses(&mut desk, &take_up(7), RuleId::Hy17)
}

#[test]
fn whoever_is_absent_is_refused_until_they_come() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |line| is(line, |act| matches!(act, MeetingCommand::RecordArrival { .. })))?;
    let statement = r#"{"type":"recordStatement","speaker":{"member":8},"stance":"agree","words":"同意。"}"#;
    refuses(&mut desk, statement, RuleId::Hy13)
}

#[test]
fn after_sealing_only_corrections_are_recorded() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |line| is(line, |act| matches!(act, MeetingCommand::Correct { .. })))?;
    for act in [
        r#"{"type":"recordRemark","speaker":{"member":1},"words":"补一句"}"#,
        r#"{"type":"takeUpItem","item":1}"#,
        r#"{"type":"markAttendance","member":12,"attendance":{"status":"present"}}"#,
        r#"{"type":"adjourn"}"#,
        r#"{"type":"seal"}"#,
    ] {
        refuses(&mut desk, act, RuleId::Jl207)?;
    }
    let before = head(&mut desk)?;
    play_until_correction(&mut desk)?;
    assert_eq!(head(&mut desk)?, before + 1);
    Ok(())
}

fn play_until_correction(desk: &mut Desk) -> Result<()> {
    let correction = sample()?.into_iter().find(|line| is(line, |act| matches!(act, MeetingCommand::Correct { .. })));
    match desk.call(correction.context("the sample corrects an entry")?) {
        Answer::Accepted(_) => Ok(()),
        other => bail!("unexpected answer {other:?}"),
    }
}

#[test]
fn a_screen_that_is_behind_changes_nothing() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |line| is(line, |act| matches!(act, MeetingCommand::OpenMeeting {})))?;
    let now = head(&mut desk)?;
    let behind = format!(r#"{{"do":{{"meeting":{{"id":1,"act":{{"type":"openMeeting"}}}}}},"expects":{}}}"#, now - 1);
    let Answer::Stale { head: told } = desk.call(line(&behind)?) else { bail!("not told that it is behind") };
    assert_eq!((told.entry.0, head(&mut desk)?), (now, now));
    Ok(())
}

#[test]
fn a_draft_goes_with_the_command_that_settles_it() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |line| is(line, |act| matches!(act, MeetingCommand::OpenMeeting {})))?;
    let before = head(&mut desk)?;
    desk.call(line(r#"{"do":{"keepDraft":{"key":"a","text":"半句"}}}"#)?);
    assert_eq!(head(&mut desk)?, before, "a draft is not part of the record");
    let drafts = |desk: &mut Desk| match desk.call(Line { ask: Some(Query::Drafts {}), ..Line::default() }) {
        Answer::Answer(Reply::Drafts(drafts)) => drafts.into_iter().map(|draft| draft.text).collect::<Vec<_>>(),
        other => vec![format!("{other:?}")],
    };
    assert_eq!(drafts(&mut desk), ["半句"]);
    let refused = r#"{"do":{"meeting":{"id":1,"act":{"type":"adjourn"}}},"settles":"a"}"#;
    desk.call(line(refused)?);
    assert_eq!(drafts(&mut desk), ["半句"], "a refusal loses nothing that was typed");
    desk.call(line(r#"{"do":{"meeting":{"id":1,"act":{"type":"openMeeting"}}},"settles":"a"}"#)?);
    assert!(drafts(&mut desk).is_empty());
    Ok(())
}

#[test]
fn the_record_read_back_is_the_record_written() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |_| false)?;
    let live = meeting(&mut desk)?;
    drop(desk);
    let clock = desk::Clock::pinned(desk::script::SAMPLE_CLOCK).context("a time")?;
    let fonts = desk::fonts_folder(None).context("the bundled fonts")?;
    let reopened = Desk::open(&folder.path().join("day.yiding"), None, clock, &fonts);
    let mut reopened = reopened.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    assert_eq!(meeting(&mut reopened)?, live, "memory is a fold of what is on disk");
    Ok(())
}

#[test]
fn the_papers_say_what_the_ledger_says() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |_| false)?;
    let save = |desk: &mut Desk, paper: &str| -> Result<std::path::PathBuf> {
        let path = folder.path().join(format!("{paper}.pdf"));
        let to = serde_json::json!({"file": path});
        let asked = serde_json::json!({"do": {"makePapers": {"meeting": 1, "papers": [paper], "to": to}}});
        match desk.call(line(&asked.to_string())?) {
            Answer::Accepted(_) => Ok(path),
            other => bail!("unexpected answer {other:?}"),
        }
    };
    let minutes = save(&mut desk, "minutes")?;
    let text: String = without_feet(&pdf_text(&minutes)?).split_whitespace().collect();
    for line in sample()? {
        if let Some(Command::Meeting { act: MeetingCommand::RecordStatement { words, .. }, .. }) = &line.act {
            let bare: String = words.split_whitespace().collect();
            assert!(text.contains(&bare), "not in the minutes: {words}");
        }
    }
    let record = save(&mut desk, "voteRecord")?;
    let text: String = pdf_text(&record)?.split_whitespace().collect();
    for name in ["张三维", "刘敏", "陈志远", "赵云霄", "孙立新", "马行之", "未通过", "缓议"] {
        assert!(text.contains(name), "not in the vote record: {name}");
    }
    let first = std::fs::read(&minutes)?;
    assert_eq!(std::fs::read(save(&mut desk, "minutes")?)?, first, "same record, same bytes");
    Ok(())
}

/// A statement may run over a page end: the foot's lines between its halves are left out.
fn without_feet(text: &str) -> String {
    let foot = |line: &&str| ["记录指纹", "页 共", " 册 第 "].iter().any(|mark| line.contains(mark));
    text.lines().filter(|line| !foot(line)).collect::<Vec<_>>().join("\n")
}
