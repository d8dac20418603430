//! A whole meeting day through the desk, with a pinned clock: what is recorded, refused, printed and found again.

use anyhow::{Context, Result, bail};
use desk::meeting::{MeetingCommand, Outcome, RuleId};
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

#[test]
fn the_sample_meeting_ends_as_it_is_told() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    play_until(&mut desk, |_| false)?;
    let view = meeting(&mut desk)?;
    let outcomes: Vec<Option<Outcome>> = view.items[1]
        .matters
        .iter()
        .map(|matter| matter.verdict.as_ref().map(desk::meeting::Verdict::outcome))
        .collect();
    use Outcome::{Carried, Deferred, NotCarried};
    assert_eq!(outcomes, [Carried, Carried, NotCarried, Deferred, Carried, Carried].map(Some));
    assert_eq!((view.attendance.entitled.0, view.attendance.present.0), (12, 11));
    assert!(view.sealed.is_some());
    assert_eq!(view.corrections.len(), 1);
    let refused = sample()?.iter().filter(|line| line.refused.is_some()).count();
    assert_eq!(head(&mut desk)? as usize, sample()?.len() - refused, "one entry a command, none for the refused one");
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
    let count =
        r#"{"type":"countBallots","count":{"issued":12,"returned":12,"spoilt":0,"agree":12,"against":0,"abstain":0}}"#;
    refuses(&mut desk, count, RuleId::Hy13)?;
    refuses(&mut desk, r#"{"type":"recordVote","voter":{"member":2},"choice":"agree"}"#, RuleId::Pj14)?;
    Ok(())
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
        let asked = serde_json::json!({"do": {"savePaper": {"meeting": 1, "paper": paper, "path": path}}});
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

/// A statement may run over a page end: the two foot lines between its halves are left out.
fn without_feet(text: &str) -> String {
    text.lines().filter(|line| !line.contains("记录指纹") && !line.contains("页 共")).collect::<Vec<_>>().join("\n")
}
