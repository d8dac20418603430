//! The command line program from outside: the contract, repeatable output, and clear words for bad input.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result};
use journeys::{run, yiding};

const CLOCK: &str = "2026-03-05T09:00:00+08:00";
const ESTABLISH: &str = r#"{"do":{"committee":{"type":"establish","name":"某委常委会","term":"第一届"}}}"#;

/// Exit code 2 and one line on stderr.
fn is_bad(output: &Output) {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(told.trim_end().lines().count(), 1, "{told}");
    assert!(told.starts_with("yiding: "), "{told}");
}

fn listing(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        files.push((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?));
    }
    files.sort();
    Ok(files)
}

#[test]
fn a_script_repeats_byte_for_byte() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sample-meeting.jsonl");
    let script = script.to_str().context("a path")?;
    let play = |store: &str| run(folder.path(), &["script", script, "--store", store, "--clock", CLOCK], None);
    let (first, second) = (play("a.yiding")?, play("b.yiding")?);
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    assert_eq!(first.stdout, second.stdout);
    let refused = String::from_utf8_lossy(&first.stdout).lines().filter(|line| line.contains("R-HY-04")).count();
    assert_eq!(refused, 1, "the statement before its introduction");
    Ok(())
}

#[test]
fn a_refusal_ends_a_script_unless_told_to_keep_going() -> Result<()> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("s.jsonl"), format!("{}\n{ESTABLISH}\n", ESTABLISH.replace("某委常委会", "")))?;
    let output = run(folder.path(), &["script", "s.jsonl"], None)?;
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("R-JL2-01"));
    let output = run(folder.path(), &["script", "s.jsonl", "--keep-going"], None)?;
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 2);
    Ok(())
}

#[test]
fn standard_input_is_answered_line_by_line() -> Result<()> {
    let mut child = Command::new(yiding()?)
        .args(["script", "-", "--clock", CLOCK])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    writeln!(child.stdin.take().context("its input")?, "{ESTABLISH}\n{{\"ask\":{{\"home\":{{}}}}}}")?;
    let output = child.wait_with_output()?;
    let text = String::from_utf8(output.stdout)?;
    assert!(text.lines().next().is_some_and(|line| line.starts_with(r#"{"accepted":"#)));
    assert!(text.lines().nth(1).is_some_and(|line| line.starts_with(r#"{"answer":{"home":"#)));
    Ok(())
}

#[test]
fn a_malformed_line_changes_nothing() -> Result<()> {
    let folder = tempfile::tempdir()?;
    for (place, bad) in [
        "no JSON",
        r#"{"do":{"committee":{"type":"establish","name":"某委","term":"","more":1}}}"#,
        r#"{"do":{"committee":{"type":"establish","name":"某委"}}}"#,
        r#"{"do":{"nothing":{}}}"#,
        r#"{"ask":{"home":{}},"more":1}"#,
        r#"{"ask":{"home":{}},"do":{"dropDraft":{"key":"a"}}}"#,
        "{}",
    ]
    .into_iter()
    .enumerate()
    {
        let store = format!("{place}.yiding");
        fs::write(folder.path().join("s.jsonl"), format!("{ESTABLISH}\n{bad}\n"))?;
        let output = run(folder.path(), &["script", "s.jsonl", "--store", &store], None)?;
        is_bad(&output);
        assert!(String::from_utf8_lossy(&output.stderr).contains("line 2"), "{output:?}");
        assert!(output.stdout.is_empty(), "nothing was done");
        assert!(!folder.path().join(&store).exists(), "no store was made");
    }
    Ok(())
}

#[test]
fn a_file_that_is_no_store_a_newer_one_and_a_wrong_passphrase_stay_as_they_are() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path();
    fs::write(path.join("s.jsonl"), ESTABLISH)?;
    fs::write(path.join("no-store.yiding"), "nothing of the kind")?;
    let made = run(path, &["script", "s.jsonl", "--store", "locked.yiding"], Some("a long passphrase"))?;
    assert!(made.status.success(), "{made:?}");
    let before = listing(path)?;
    is_bad(&run(path, &["verify", "--store", "no-store.yiding"], None)?);
    is_bad(&run(path, &["verify", "--store", "not-there.yiding"], None)?);
    is_bad(&run(path, &["verify", "--store", "locked.yiding"], None)?);
    is_bad(&run(path, &["verify", "--store", "locked.yiding"], Some("another passphrase"))?);
    is_bad(&run(path, &["script", "s.jsonl", "--store", "locked.yiding"], Some("another passphrase"))?);
    is_bad(&run(path, &["script", "s.jsonl", "--clock", "yesterday"], None)?);
    is_bad(&run(path, &["script", "not-there.jsonl"], None)?);
    assert_eq!(listing(path)?, before, "nothing changed");
    let good = run(path, &["verify", "--store", "locked.yiding"], Some("a long passphrase"))?;
    assert!(good.status.success(), "{good:?}");
    Ok(())
}

#[test]
fn a_paper_is_told_by_its_fingerprint() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sample-meeting.jsonl");
    let script = script.to_str().context("a path")?;
    run(path, &["script", script, "--store", "a.yiding", "--clock", CLOCK], None)?;
    let printed =
        run(path, &["print", "--store", "a.yiding", "--meeting", "1", "--paper", "minutes", "--out", "m.pdf"], None)?;
    assert!(printed.status.success(), "{printed:?}");
    let whole = run(path, &["verify", "--store", "a.yiding"], None)?;
    let told = String::from_utf8(whole.stdout)?;
    let fingerprint = told.rsplit(", ").next().context("a fingerprint")?.trim().to_owned();
    let text = journeys::pdf_text(&path.join("m.pdf"))?;
    assert!(text.contains(&fingerprint), "the paper carries {fingerprint}");
    let asked = run(path, &["verify", "--store", "a.yiding", "--fingerprint", &fingerprint.to_lowercase()], None)?;
    assert!(String::from_utf8_lossy(&asked.stdout).contains("entry 179"), "{asked:?}");
    let other = run(path, &["verify", "--store", "a.yiding", "--fingerprint", "0000 0000 0000"], None)?;
    assert_eq!(other.status.code(), Some(1), "{other:?}");
    Ok(())
}

#[test]
fn a_backup_verifies_like_the_store() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path();
    fs::write(path.join("s.jsonl"), ESTABLISH)?;
    run(path, &["script", "s.jsonl", "--store", "a.yiding"], Some("a long passphrase"))?;
    let made = run(path, &["backup", "--store", "a.yiding", "--out", "b.yiding"], Some("a long passphrase"))?;
    assert!(made.status.success(), "{made:?}");
    let verified = run(path, &["verify", "--store", "b.yiding"], Some("a long passphrase"))?;
    assert!(verified.status.success(), "{verified:?}");
    Ok(())
}

#[test]
fn the_schema_names_every_command_and_refusal() -> Result<()> {
    let output = run(Path::new("."), &["schema"], None)?;
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let definitions = schema["$defs"].as_object().context("definitions")?;
    for name in
        ["Command", "CommitteeCommand", "MeetingCommand", "Query", "Event", "Refusal", "Because", "Fault", "Receipt"]
    {
        assert!(definitions.contains_key(name), "{name} is missing");
    }
    Ok(())
}
