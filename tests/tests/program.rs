//! The command line program from outside: the contract, repeatable output, and clear words for bad input.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};
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
fn what_is_sought_is_shown_with_its_place() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sample-meeting.jsonl");
    let script = script.to_str().context("a path")?;
    assert!(run(folder.path(), &["script", script, "--store", "a.yiding", "--clock", CLOCK], None)?.status.success());
    let output = run(folder.path(), &["search", "--store", "a.yiding", "43 个部门"], None)?;
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        told.contains("2026年第18次") && told.contains("接入 【43 个部门】") && told.contains("更正 #52"),
        "{told}"
    );
    assert!(told.ends_with("找到 1 处，列出 1 处  1 found, 1 listed\n"), "{told}");
    let none = run(folder.path(), &["search", "--store", "a.yiding", "--year", "2025", "同意"], None)?;
    assert_eq!(String::from_utf8_lossy(&none.stdout), "找到 0 处，列出 0 处  0 found, 0 listed\n");
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
    // The paper rests on the meeting's last entry; that it was printed is an entry of its own.
    let whole = run(path, &["verify", "--store", "a.yiding"], None)?;
    let told = String::from_utf8(whole.stdout)?;
    let fingerprint = told.rsplit(", ").next().context("a fingerprint")?.trim().to_owned();
    let printed =
        run(path, &["print", "--store", "a.yiding", "--meeting", "1", "--paper", "minutes", "--out", "m.pdf"], None)?;
    assert!(printed.status.success(), "{printed:?}");
    let text = journeys::pdf_text(&path.join("m.pdf"))?;
    assert!(text.contains(&fingerprint), "the paper carries {fingerprint}");
    let asked = run(path, &["verify", "--store", "a.yiding", "--fingerprint", &fingerprint.to_lowercase()], None)?;
    let lines = journeys::sample()?;
    let last = lines.iter().filter(|line| line.refused.is_none()).count();
    let found = String::from_utf8_lossy(&asked.stdout).into_owned();
    assert!(found.contains(&format!("entry {last}, ")) && found.contains("in meeting 1 (2026, no. 18)"), "{found}");
    assert!(found.contains("printed on paper 1"), "{found}");
    let mut mistyped = fingerprint.clone();
    let wrong = if mistyped.ends_with('0') { "1" } else { "0" };
    mistyped.replace_range(mistyped.len() - 1.., wrong);
    let refused = run(path, &["verify", "--store", "a.yiding", "--fingerprint", &mistyped], None)?;
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("only in group 8"), "{refused:?}");
    let other = run(path, &["verify", "--store", "a.yiding", "--fingerprint", "0000 0000 0000"], None)?;
    assert_eq!(other.status.code(), Some(1), "{other:?}");
    Ok(())
}

/// A meeting of five on paper: the Secretary spoke before the others, the vote was opened before everybody had spoken, and
/// a nominee was taken up whom the notice did not name.
fn held_on_paper() -> String {
    let act = |act: serde_json::Value| serde_json::json!({"do": {"meeting": {"id": 1, "act": act}}});
    let committee = |act: serde_json::Value| serde_json::json!({"do": {"committee": act}});
    let nominee = |name: &str| {
        serde_json::json!({"kind": "appointment", "nominees": [
            {"name": name, "currentPost": "副局长", "proposedPost": "局长", "change": "promotion"}]})
    };
    let member = |id: u32| serde_json::json!({"member": id});
    let note = |time: &str| act(serde_json::json!({"type": "noteTime", "time": format!("2026-03-02T{time}:00+08:00")}));
    let states = |id: u32| {
        act(serde_json::json!({"type": "recordStatement", "speaker": member(id), "stance": "agree", "words": "同意。"}))
    };
    let mut lines = vec![committee(serde_json::json!({"type": "establish", "name": "某委常委会", "term": "第一届"}))];
    for id in 1..=5 {
        let role = if id == 1 { "secretary" } else { "member" };
        let seat =
            serde_json::json!({"type": "seatMember", "name": format!("成员{id}"), "role": role, "posts": "常委"});
        lines.push(committee(seat));
    }
    lines.push(serde_json::json!({"do": {"call": {
        "number": {"year": 2026, "ordinal": 3}, "scheduled": "2026-03-02T15:00:00+08:00", "place": "二号会议室",
        "chair": 1, "recorder": {"name": "苏简", "post": "秘书"}, "preset": "municipalCommittee2019",
        "backFilled": {"reason": "当日机房检修，先记于纸", "by": "苏简"},
        "agenda": [{"title": "任免事项", "matter": nominee("人选甲")}]}}}));
    lines.push(act(serde_json::json!({"type": "sendNotice"})));
    for id in 1..=5 {
        let present = serde_json::json!({"status": "present"});
        lines.push(act(serde_json::json!({"type": "markAttendance", "member": id, "attendance": present})));
    }
    lines.push(note("15:05"));
    lines.push(act(serde_json::json!({"type": "openMeeting"})));
    lines.push(act(serde_json::json!({"type": "takeUpItem", "item": 1})));
    lines.push(act(serde_json::json!({"type": "takeUpNominee", "nominee": 1})));
    lines.push(act(serde_json::json!({"type": "introduce", "by": member(2), "words": "介绍人选甲。"})));
    lines.push(note("15:20"));
    lines.extend([2, 1, 3, 4].map(states));
    lines.push(act(serde_json::json!({"type": "openVote", "method": "hands"})));
    for id in 1..=5 {
        lines.push(act(serde_json::json!({"type": "recordVote", "voter": member(id), "choice": "agree"})));
    }
    lines.push(act(serde_json::json!({"type": "closeVote"})));
    lines.push(act(serde_json::json!({"type": "announceResult"})));
    lines.push(act(serde_json::json!({"type": "closeItem", "decision": ""})));
    lines.push(note("15:40"));
    lines.push(act(serde_json::json!({"type": "addItem", "item": {"title": "临时提出", "matter": nominee("人选丙")}})));
    lines.push(act(serde_json::json!({"type": "takeUpItem", "item": 2})));
    lines.push(act(serde_json::json!({"type": "takeUpNominee", "nominee": 2})));
    lines.push(act(serde_json::json!({"type": "introduce", "by": member(2), "words": "介绍人选丙。"})));
    lines.push(act(serde_json::json!({"type": "postponeVote", "reason": "未经会前准备。"})));
    lines.push(act(serde_json::json!({"type": "announceResult"})));
    lines.push(act(serde_json::json!({"type": "closeItem", "decision": ""})));
    // Nobody who was not there votes afterwards, and no time goes back: that would contradict the record.
    let mut late = act(serde_json::json!({"type": "noteTime", "time": "2026-03-02T15:39:00+08:00"}));
    late["refused"] = "R-JS-03".into();
    lines.push(late);
    lines.push(note("16:00"));
    lines.push(act(serde_json::json!({"type": "adjourn"})));
    lines.push(act(serde_json::json!({"type": "seal"})));
    lines.push(serde_json::json!({"ask": {"meeting": {"id": 1}}}));
    lines.push(serde_json::json!({"ask": {"record": {"id": 1}}}));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_back_filled_meeting_with_three_violations_lists_all_three_and_seals() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path();
    fs::write(path.join("paper.jsonl"), held_on_paper())?;
    let played = run(path, &["script", "paper.jsonl", "--store", "a.yiding", "--clock", CLOCK], None)?;
    assert!(played.status.success(), "{}", String::from_utf8_lossy(&played.stderr));
    let answers: Vec<serde_json::Value> =
        played.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    let [.., meeting, record] = answers.as_slice() else { bail!("no answers") };

    let meeting = &meeting["answer"]["meeting"]["meeting"];
    assert_eq!((meeting["phase"].as_str(), meeting["backFilled"]["by"].as_str()), (Some("sealed"), Some("苏简")));
    assert_eq!(meeting["opened"]["at"], "2026-03-02T15:05:00+08:00", "as it was");
    assert_eq!(meeting["items"][0]["matters"][0]["verdict"]["outcome"], "carried");
    let violations = meeting["violations"].as_array().context("violations")?;
    let found: Vec<&str> = violations.iter().filter_map(|it| it["refusal"]["rule"].as_str()).collect();
    assert_eq!(found, ["R-HY-07", "R-HY-06", "R-HY-17"]);
    for violation in violations {
        let article = &violation["refusal"]["article"];
        assert!(article["source"].as_str().is_some_and(|source| source.starts_with('《')), "{article}");
        assert!(article["clause"].as_str().is_some_and(|clause| !clause.is_empty()), "{article}");
    }

    // Each stands in the ledger directly before what it concerns, and the refused line left nothing.
    let record = record["answer"]["record"].as_array().context("the entries")?;
    let events: Vec<&str> = record.iter().filter_map(|entry| entry["event"]["type"].as_str()).collect();
    let after: Vec<&str> = events.windows(2).filter(|pair| pair[0] == "violationFound").map(|pair| pair[1]).collect();
    assert_eq!(after, ["statementRecorded", "voteOpened", "nomineeTakenUp"]);
    assert_eq!(events.iter().filter(|event| **event == "timeNoted").count(), 4);
    let whole = run(path, &["verify", "--store", "a.yiding"], None)?;
    assert!(whole.status.success(), "{whole:?}");

    let printed =
        run(path, &["print", "--store", "a.yiding", "--meeting", "1", "--paper", "minutes", "--out", "m.pdf"], None)?;
    assert!(printed.status.success(), "{printed:?}");
    // The layout may put a place to break into a number.
    let text = journeys::pdf_text(&path.join("m.pdf"))?.replace('\u{200b}', "");
    let text: String = text.split_whitespace().collect();
    for word in ["补录", "机房检修", "违规情形"] {
        assert!(text.contains(word), "{word} is not in the minutes: {text}");
    }
    for violation in violations {
        let article = &violation["refusal"]["article"];
        for part in [&violation["refusal"]["rule"], &article["title"], &article["source"], &article["clause"]] {
            let part: String = part.as_str().unwrap_or_default().split_whitespace().collect();
            assert!(text.contains(&part), "{part} is not in the minutes: {text}");
        }
    }
    Ok(())
}

#[test]
fn the_rules_are_listed_whole_each_with_its_state() -> Result<()> {
    let ids: Vec<String> = [("R-BX", 8), ("R-BG", 8), ("R-HY", 25), ("R-HB", 8), ("R-DW", 11), ("S", 12), ("R-PJ", 14)]
        .into_iter()
        .flat_map(|(prefix, last)| (1..=last).map(move |n| format!("{prefix}-{n:02}")))
        .collect();
    let output = run(Path::new("."), &["rules"], None)?;
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout)?;
    for id in &ids {
        let paragraph = text.split("\n\n").find(|it| it.split_whitespace().next() == Some(id));
        let paragraph = paragraph.with_context(|| format!("{id} is not listed"))?;
        let stated = |label: &str| {
            paragraph.lines().find_map(|line| line.trim_start().strip_prefix(label)).map(str::trim).unwrap_or_default()
        };
        let state = stated("状态");
        let outside = state.starts_with("不由程序执行");
        assert!(outside || state.starts_with("执行") || state.starts_with("提醒"), "{id}: {state}");
        let why = if outside { stated("理由") } else { stated("检查") };
        assert!(!why.is_empty(), "{id} does not say what is checked, or why not: {paragraph}");
        assert!(!stated("依据").is_empty() && !stated("证据").is_empty(), "{id} rests on nothing: {paragraph}");
    }

    let output = run(Path::new("."), &["rules", "--json"], None)?;
    let rules: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout)?;
    let listed: Vec<&str> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert!(ids.iter().all(|id| listed.iter().filter(|it| *it == id).count() == 1), "{listed:?}");
    for rule in &rules {
        let state = rule["state"].as_str().unwrap_or_default();
        assert!(["enforced", "warned", "outside"].contains(&state), "{rule}");
        assert!(rule["checks"].as_str().is_some_and(|checks| !checks.is_empty()), "{rule}");
    }
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
