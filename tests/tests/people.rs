//! A roster from a file: previewed, imported as a whole or not at all; and what a committee keeps for the next meeting.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use desk::meeting::CommitteeCommand;
use desk::{Answer, Command, Desk, Line, Query, Reply, RosterPreview, RosterWish, RowFate, TableReading};
use desk::{TableSource, TableUse};
use journeys::{desk, head, line};
use serde_json::json;

fn ask(desk: &mut Desk, query: Query) -> Result<Reply> {
    match desk.call(Line { ask: Some(query), ..Line::default() }) {
        Answer::Answer(reply) => Ok(reply),
        other => bail!("unexpected answer {other:?}"),
    }
}

fn preview(desk: &mut Desk, file: &Path) -> Result<RosterPreview> {
    let source = TableSource::File(file.to_str().context("a path")?.to_owned());
    let table = Query::Table { source, encoding: None, sheet: None, used: TableUse::Roster };
    let Reply::Table(TableReading::Table(view)) = ask(desk, table)? else { bail!("no table") };
    let wish = RosterWish { table: view.table, ranks: true, ..RosterWish::default() };
    match ask(desk, Query::RosterImport(wish))? {
        Reply::RosterImport(preview) => Ok(preview),
        other => bail!("unexpected reply {other:?}"),
    }
}

fn import(desk: &mut Desk, acts: Vec<CommitteeCommand>) -> Answer {
    desk.call(Line { act: Some(Command::Committee(CommitteeCommand::Several { acts })), ..Line::default() })
}

fn names(desk: &mut Desk) -> Result<Vec<String>> {
    match ask(desk, Query::Committee {})? {
        Reply::Committee(view) => Ok(view.committee.members.into_iter().map(|member| member.name).collect()),
        other => bail!("unexpected reply {other:?}"),
    }
}

fn begin(folder: &Path) -> Result<Desk> {
    let mut desk = desk(folder)?;
    let establish = r#"{"do":{"committee":{"type":"establish","name":"中共某市委常委会","term":"第一届"}}}"#;
    let Answer::Accepted(_) = desk.call(line(establish)?) else { bail!("not established") };
    Ok(desk)
}

#[test]
fn a_roster_is_imported_as_a_whole_and_revised_by_the_next_file() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = begin(folder.path())?;
    let file = folder.path().join("名册.csv");
    fs::write(
        &file,
        "市委常委名单,,\n姓名,职务,任职时间\n周　明,市委书记,2024年3月5日\n李建国,市委副书记、市长,\n王芳,市委常委,\n",
    )?;
    let first = preview(&mut desk, &file)?;
    let before = head(&mut desk)?;
    let Answer::Accepted(receipt) = import(&mut desk, first.acts) else { bail!("not imported") };
    assert_eq!(receipt.entries.len(), 3, "one entry each, in one transaction");
    assert_eq!((head(&mut desk)?, names(&mut desk)?.join("、")), (before + 3, "周明、李建国、王芳".to_owned()));

    fs::write(&file, "姓名,职务\n周明,\n王芳,市委常委、组织部部长\n李建国,\n冯强,市委常委\n")?;
    let second = preview(&mut desk, &file)?;
    let fates: Vec<&RowFate> = second.rows.iter().map(|row| &row.fate).collect();
    let [RowFate::Unchanged { .. }, RowFate::Revised { .. }, RowFate::Unchanged { .. }, RowFate::Seated { .. }] =
        *fates
    else {
        bail!("{fates:?}")
    };
    let Answer::Accepted(_) = import(&mut desk, second.acts) else { bail!("not imported") };
    assert_eq!(names(&mut desk)?.join("、"), "周明、王芳、李建国、冯强");
    let again = preview(&mut desk, &file)?;
    assert_eq!(again.acts, [], "the same file again does nothing");
    Ok(())
}

#[test]
fn of_a_refused_import_nothing_is_in_the_ledger() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = begin(folder.path())?;
    let file = folder.path().join("名册.csv");
    fs::write(&file, "姓名,身份\n周明,书记\n李建国,书记\n")?;
    let shown = preview(&mut desk, &file)?;
    assert!(matches!(shown.rows[1].fate, RowFate::Wrong { .. }));
    assert_eq!(shown.acts, []);

    let before = head(&mut desk)?;
    let seat = |name: &str| json!({ "type": "seatMember", "name": name, "role": "secretary", "posts": "" });
    let acts = serde_json::from_value(json!([seat("周明"), seat("李建国")]))?;
    let Answer::Refused(refusal) = import(&mut desk, acts) else { bail!("not refused") };
    assert_eq!(refusal.rule, desk::meeting::RuleId::Hy07);
    assert_eq!((head(&mut desk)?, names(&mut desk)?.len()), (before, 0));
    Ok(())
}

#[test]
fn a_roster_that_changed_since_it_was_previewed_is_not_imported_over() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = begin(folder.path())?;
    let file = folder.path().join("名册.csv");
    fs::write(&file, "姓名,身份\n周明,书记\n")?;
    let acts = preview(&mut desk, &file)?.acts;
    let seen = desk::meeting::EntryNo(head(&mut desk)?);
    desk.call(line(r#"{"do":{"committee":{"type":"seatMember","name":"周明","role":"member","posts":""}}}"#)?);
    let act = Some(Command::Committee(CommitteeCommand::Several { acts }));
    let answer = desk.call(Line { act, expects: Some(seen), ..Line::default() });
    assert!(matches!(answer, Answer::Stale { .. }), "{answer:?}");
    Ok(())
}

#[test]
fn a_new_term_keeps_the_roster_and_the_meetings_of_the_last() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    journeys::play_until(&mut desk, |_| false)?;
    let before = names(&mut desk)?;
    let establish = r#"{"do":{"committee":{"type":"establish","name":"中共云岭市委常委会","term":"第六届"}}}"#;
    let Answer::Accepted(_) = desk.call(line(establish)?) else { bail!("no new term") };
    let Reply::Committee(view) = ask(&mut desk, Query::Committee {})? else { bail!("no roster") };
    let terms: Vec<(&str, usize)> = view.terms.iter().map(|term| (term.term.as_str(), term.meetings.len())).collect();
    assert_eq!(terms, [("第六届", 0), ("第五届", 1)]);
    assert_eq!(names(&mut desk)?, before);
    Ok(())
}

#[test]
fn templates_survive_the_program() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut opened = begin(folder.path())?;
    let keep = json!({ "do": { "committee": { "type": "keepTemplate", "template": {
        "name": "月度例会",
        "items": [{ "title": "传达学习", "matter": { "kind": "ordinary" }, "observers": [] }],
    } } } });
    let Answer::Accepted(_) = opened.call(line(&keep.to_string())?) else { bail!("not kept") };
    drop(opened);
    let fonts = desk::fonts_folder(None).context("the bundled fonts")?;
    let mut again = Desk::open(&folder.path().join("day.yiding"), None, desk::Clock::System, &fonts)
        .map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let Reply::Home(home) = ask(&mut again, Query::Home {})? else { bail!("no first screen") };
    assert_eq!(home.committee.templates.len(), 1);
    assert_eq!(home.committee.templates[0].items[0].title, "传达学习");
    Ok(())
}
