//! From the key to the drawn row, in the real window: the stances of a committee of 25 on eight nominees, in a store whose
//! record has 100,000 entries, beside the same in one that has nothing else in it. `cargo xtask bench desk` runs it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::key::Key;
use journeys::hand::PASSPHRASE;
use journeys::run;
use journeys::window::{Start, Window};
use serde_json::{Value, json};

const MEMBERS: u32 = 25;
const NOMINEES: u32 = 8;
const ENTRIES: usize = 100_000;
const CLOCK: &str = "2026-03-05T08:58:00+08:00";

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::print_stdout, reason = "what was measured")]
async fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    // The one beside the other, and each twice: the machine may have other things to do.
    let (empty, large) = (prepared(&folder.path().join("empty"), 0)?, prepared(&folder.path().join("large"), ENTRIES)?);
    let mut paces = [Vec::new(), Vec::new()];
    for (at, store) in [(0, &empty), (1, &large), (1, &large), (0, &empty)] {
        paces[at].extend(measured(store).await?);
    }
    println!("From the key press to the drawn row, {} stances each, in milliseconds:", paces[0].len());
    let mut told = Vec::new();
    for (store, pace) in [&empty, &large].into_iter().zip(&mut paces) {
        pace.sort_by(f64::total_cmp);
        let at = |share: usize| pace[(pace.len() * share / 100).min(pace.len() - 1)];
        println!("  {:>7} entries: median {:.1}, p95 {:.1}, most {:.1}", store.entries, at(50), at(95), at(100));
        told.push((at(50), at(95)));
    }
    println!("  ratio large to empty: median {:.2}, p95 {:.2}", told[1].0 / told[0].0, told[1].1 / told[0].1);
    Ok(())
}

/// A store in which the meeting that is measured stands before its first nominee.
struct Prepared {
    start: Start,
    meeting: usize,
    entries: usize,
}

/// Fills a store by script, as a committee of 25 would over the years.
fn prepared(folder: &Path, entries: usize) -> Result<Prepared> {
    let start = Start { home: folder.join("home"), saved: folder.join("saved"), clock: Some(CLOCK.into()) };
    fs::create_dir_all(&start.home)?;
    fs::create_dir_all(&start.saved)?;
    let mut lines =
        vec![json!({"do": {"committee": {"type": "establish", "name": "中共云澜市委常委会", "term": "第五届"}}})];
    for number in 1..=MEMBERS {
        let role = if number == 1 { "secretary" } else { "member" };
        let seat = json!({"type": "seatMember", "name": name(number), "role": role, "posts": "市委常委"});
        lines.push(json!({"do": {"committee": seat}}));
    }
    let mut meeting = 0;
    while lines.len() < entries {
        meeting += 1;
        lines.extend(held(meeting));
    }
    meeting += 1;
    lines.extend(begun(meeting));
    let script: Vec<String> = lines.iter().map(Value::to_string).collect();
    fs::write(folder.join("lines.jsonl"), script.join("\n"))?;
    let store = start.home.join("record.yiding");
    let store = store.to_str().context("a path")?;
    let told = run(folder, &["script", "lines.jsonl", "--store", store, "--clock", CLOCK], Some(PASSPHRASE))?;
    if !told.status.success() {
        let last = String::from_utf8_lossy(&told.stdout).lines().last().unwrap_or_default().to_owned();
        bail!("the store is not filled: {last} {}", String::from_utf8_lossy(&told.stderr));
    }
    Ok(Prepared { start, meeting, entries: lines.len() })
}

fn name(number: u32) -> String {
    const SIGNS: [char; 5] = ['山', '川', '林', '原', '海'];
    let sign = |at: u32| SIGNS[at as usize % SIGNS.len()];
    format!("苏{}{}", sign(number / 5), sign(number))
}

fn act(meeting: usize, act: Value) -> Value {
    json!({"do": {"meeting": {"id": meeting, "act": act}}})
}

fn called(meeting: usize, agenda: Value) -> Vec<Value> {
    let call = json!({
        "number": {"year": 2026, "ordinal": meeting}, "scheduled": "2026-03-05T09:00:00+08:00", "place": "市委一号会议室",
        "chair": 1, "recorder": {"name": "苏简", "post": "市委办公室常委办主任"}, "agenda": agenda,
        "preset": "municipalCommittee2019",
    });
    let mut lines = vec![json!({"do": {"call": call}})];
    for member in 1..=MEMBERS {
        let present = json!({"type": "markAttendance", "member": member, "attendance": {"status": "present"}});
        lines.push(act(meeting, present));
    }
    lines
}

/// A meeting on an ordinary item, from the call to the seal.
fn held(meeting: usize) -> Vec<Value> {
    let item = json!({"title": "研究重点工作", "matter": {"kind": "ordinary"}, "observers": []});
    let mut lines = called(meeting, json!([item]));
    lines.push(act(meeting, json!({"type": "openMeeting"})));
    lines.push(act(meeting, json!({"type": "takeUpItem", "item": 1})));
    lines.push(act(
        meeting,
        json!({"type": "introduce", "by": {"member": 2}, "words": "介绍重点工作进展情况和下一步打算。"}),
    ));
    for round in 0..60 {
        let words = format!("同意，第{round}项任务由分管同志牵头，月底前报结果。");
        let speaker = json!({"member": 2 + round % (MEMBERS - 1)});
        lines.push(act(meeting, json!({"type": "recordRemark", "speaker": speaker, "words": words})));
    }
    lines.push(act(meeting, json!({"type": "closeItem", "decision": "会议决定：按分工抓好落实。"})));
    lines.push(act(meeting, json!({"type": "adjourn"})));
    lines.push(act(meeting, json!({"type": "seal"})));
    lines
}

/// A meeting that has just come to the appointments.
fn begun(meeting: usize) -> Vec<Value> {
    let nominees: Vec<Value> = (1..=NOMINEES)
        .map(|number| {
            json!({"name": format!("何{}", name(number)), "currentPost": "副局长", "proposedPost": "局长",
                "postToLeave": "副局长", "change": "promotion"})
        })
        .collect();
    let item =
        json!({"title": "研究干部任免事项", "matter": {"kind": "appointment", "nominees": nominees}, "observers": []});
    let mut lines = called(meeting, json!([item]));
    lines.push(act(meeting, json!({"type": "openMeeting"})));
    lines.push(act(meeting, json!({"type": "takeUpItem", "item": 1})));
    lines
}

/// When a stance's key was pressed, and when the row that it brings had been drawn.
const WATCH: &str = "window.paces = []; let pressed = null, rows = 0;
    const stances = () => document.querySelectorAll('[data-row] .stance .chip').length;
    addEventListener('keydown', (event) => {
      if (event.ctrlKey && event.key === '1') [pressed, rows] = [performance.now(), stances()];
    }, true);
    new MutationObserver(() => {
      if (pressed === null || stances() <= rows) return;
      const from = pressed;
      pressed = null;
      requestAnimationFrame(() => {
        const drawn = new MessageChannel();
        drawn.port1.onmessage = () => window.paces.push(performance.now() - from);
        drawn.port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });";

/// The stances of all members on all nominees, by key.
async fn measured(store: &Prepared) -> Result<Vec<f64>> {
    // Each time from the same record.
    let folder = tempfile::tempdir()?;
    let start = Start { home: folder.path().to_owned(), ..store.start.clone() };
    for file in fs::read_dir(&store.start.home)? {
        let file = file?;
        fs::copy(file.path(), start.home.join(file.file_name()))?;
    }
    let window = Window::open(&start).await?;
    window.fill("input[name=passphrase]", PASSPHRASE).await?;
    window.click("[data-do=unlock]").await?;
    window.click(&format!("[data-do=enterMeeting][data-meeting=\"{}\"]", store.meeting)).await?;
    window.find("body[data-screen=room]").await?;
    window.client.execute(WATCH, vec![]).await?;
    let (control, mut stances) = (char::from(Key::Control), 0);
    for nominee in 1..=NOMINEES {
        does(&window, store, json!({"type": "takeUpNominee", "nominee": nominee})).await?;
        let covers = ["basics", "recommendation", "appraisal", "inspection", "reasons"];
        let introduction = json!({"type": "introduce", "by": {"member": 2}, "words": "介绍情况。", "covers": covers});
        does(&window, store, introduction).await?;
        for member in (2..=MEMBERS).chain([1]) {
            let words = format!("form[data-form=statement][data-speaker=\"{member}\"] textarea[name=words]:focus");
            window.find(&words).await?.send_keys("同意。").await?;
            window.press(&format!("{control}1")).await?;
            stances += 1;
            seen(&window, stances).await?;
        }
        does(&window, store, json!({"type": "deferMatter", "reason": "待补充情况后再议。"})).await?;
        does(&window, store, json!({"type": "announceResult"})).await?;
    }
    let paces = window.client.execute("return window.paces", vec![]).await?;
    window.close().await?;
    Ok(serde_json::from_value(paces)?)
}

/// Waits until so many rows were drawn.
async fn seen(window: &Window, stances: usize) -> Result<()> {
    for _ in 0..400 {
        if window.client.execute("return window.paces.length", vec![]).await?.as_u64() == Some(stances as u64) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    bail!("row {stances} is not drawn")
}

/// Does by the window's own door what is not measured.
async fn does(window: &Window, store: &Prepared, command: Value) -> Result<()> {
    let ask = "const [line, done] = arguments;
        window.__TAURI_INTERNALS__.invoke('call', { line }).then(done, (error) => done(String(error)));";
    let answer = window.client.execute_async(ask, vec![act(store.meeting, command)]).await?;
    ensure!(answer.get("accepted").is_some(), "{answer}");
    window.settle().await
}
