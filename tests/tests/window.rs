//! The real window: a whole meeting from unlock to the saved PDF, a power cut in the middle of a sentence, and no network.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use desk::meeting::{Attendance, CommitteeCommand, MatterDraft, MeetingCommand, Person, Preset, RecusalBase, Rulebook};
use desk::{Command, Line};
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use journeys::hand::{Hand, PASSPHRASE};
use journeys::typist::{Typist, Work, word_processor};
use journeys::window::{Start, Window, processes_at, program};
use journeys::{pdf_text, run, sample};
use serde_json::{Value, json};

/// What a command is called on the wire.
fn wire_type(act: &MeetingCommand) -> Result<String> {
    Ok(serde_json::to_value(act)?["type"].as_str().context("a type")?.to_owned())
}

fn start(folder: &Path) -> Result<Start> {
    let saved = folder.join("saved");
    fs::create_dir_all(&saved)?;
    Ok(Start { home: folder.join("home"), saved, clock: Some(desk::script::SAMPLE_CLOCK.into()) })
}

/// The files of a folder by name.
fn files(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let named = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry?;
        Ok((entry.file_name().to_string_lossy().into_owned(), entry.path()))
    };
    fs::read_dir(folder)?.map(named).collect()
}

#[tokio::test]
async fn the_sample_meeting_from_unlock_to_the_saved_pdf() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let start = start(folder.path())?;
    let window = Window::open(&start).await?;
    let hand = Hand { window: &window };
    hand.create().await?;
    // What is refused by the record's rules is no door in the window: the demo's refused line is left out.
    for line in sample()?.iter().filter(|line| line.refused.is_none()) {
        hand.does(line).await.with_context(|| format!("{line:?}"))?;
    }
    hand.save_papers().await?;
    window.close().await?;

    let kept = bundle_as_demo(folder.path(), &start.saved)?;
    let saved = files(&start.saved)?;
    // Saved alone, it is the same paper with the same number.
    let alone: Vec<_> = saved.iter().filter(|(_, path)| path.is_file()).collect();
    let [(name, alone)] = &alone[..] else { bail!("one file beside the bundle: {saved:?}") };
    let (_, among) = kept.iter().find(|(kept, _)| kept.ends_with(name.as_str())).context("the minutes")?;
    assert_eq!(fs::read(alone)?, fs::read(among)?);
    Ok(())
}

/// Holds the bundle that the window saved against that of `yiding demo`, in text and bytes, and lists it.
fn bundle_as_demo(folder: &Path, saved: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let demo = folder.join("demo");
    let output = run(folder, &["demo", "--out", demo.to_str().context("a path")?], None)?;
    assert!(output.status.success(), "{output:?}");
    let bundle = files(saved)?.into_values().find(|path| path.is_dir()).context("the bundle")?;
    let (kept, printed) = (files(&bundle)?, files(&demo)?);
    assert_eq!(kept.keys().collect::<Vec<_>>(), printed.keys().collect::<Vec<_>>());
    let mut papers = 0;
    for (name, path) in &kept {
        if name.ends_with(".pdf") {
            assert_eq!(pdf_text(path)?, pdf_text(&printed[name])?, "the text of {name}");
            papers += 1;
        }
        assert_eq!(fs::read(path)?, fs::read(&printed[name])?, "the bytes of {name}");
    }
    assert_eq!(papers, 10);
    Ok(kept)
}

/// One key for a stance, one for a vote by name, six for the rest of a nominee: taken up, introduced with what was covered,
/// the vote opened (2) and closed, the result announced.
#[tokio::test]
async fn the_sample_meeting_by_keyboard_alone() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let start = start(folder.path())?;
    let window = Window::open(&start).await?;
    let typist = Typist::new(&window);
    // With text twice as large: what is there can be reached then, too.
    typist.twice_as_large().await?;
    typist.create().await?;
    let lines: Vec<Line> = sample()?.into_iter().filter(|line| line.refused.is_none()).collect();
    let (mut statements, mut votes, mut nominees, mut rest) = (0, 0, 0, 0);
    for line in &lines {
        typist.does(line).await.with_context(|| format!("{line:?}"))?;
        let Some(Command::Meeting { act, .. }) = &line.act else { continue };
        match act {
            MeetingCommand::RecordStatement { .. } => statements += 1,
            MeetingCommand::RecordVote { .. } => votes += 1,
            MeetingCommand::AnnounceResult {} => {
                let spent = typist.strokes()[&Work::Nominee];
                assert!(spent - rest <= 6, "nominee {nominees}: {} strokes", spent - rest);
                (nominees, rest) = (nominees + 1, spent);
            }
            _ => {}
        }
    }
    typist.save_papers().await?;
    let strokes = typist.strokes();
    window.close().await?;
    bundle_as_demo(folder.path(), &start.saved)?;

    let written = word_processor(&lines);
    let (mut ours, mut theirs) = (0, 0);
    println!("strokes beyond the words: here, in a word processor");
    for (work, here) in &strokes {
        match written.get(work) {
            Some(there) => {
                println!("{work:?}: {here}, {there}");
                ours += here;
                theirs += there;
            }
            None => println!("{work:?}: {here}"),
        }
    }
    println!("what both have: {ours}, {theirs}; {statements} statements, {votes} votes by name, {nominees} nominees");
    assert_eq!((statements, votes, nominees), (65, 43, 6));
    assert_eq!(strokes[&Work::Stance], statements, "one key for a stance");
    assert_eq!(strokes[&Work::Vote], votes, "one key for a vote by name");
    // A change after which the hand needs more says so here.
    let most = [
        (Work::Roster, 48),
        (Work::Call, 288),
        (Work::Preparation, 241),
        (Work::RollCall, 14),
        (Work::Count, 14),
        (Work::Nominee, 32),
        (Work::Named, 5),
        (Work::Special, 18),
        (Work::Meeting, 26),
        (Work::Papers, 43),
    ];
    for (work, most) in most {
        assert!(strokes[&work] <= most, "{work:?}: {} strokes", strokes[&work]);
    }
    assert!(ours * 3 < theirs, "{ours} {theirs}");
    Ok(())
}

/// The sample meeting called with another rulebook: what one of them bars, the others may allow.
fn sample_under(preset: Preset) -> Result<Vec<Line>> {
    let mut lines = sample()?;
    for line in &mut lines {
        if let Some(Command::Call(call)) = &mut line.act {
            call.preset = preset;
            let own = Rulebook { recusal_base: RecusalBase::Lowered, may_defer: true, ..preset.rulebook() };
            call.custom = (preset == Preset::Custom).then_some(own);
        }
    }
    Ok(lines)
}

#[tokio::test]
async fn each_preset_answers_the_window_as_it_answers_a_script() -> Result<()> {
    let mut different = BTreeMap::new();
    for preset in Preset::ALL {
        let folder = tempfile::tempdir()?;
        let start = start(folder.path())?;
        let lines = sample_under(preset)?;
        let written: Vec<String> = lines.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
        fs::write(folder.path().join("lines.jsonl"), written.join("\n"))?;
        let clock = desk::script::SAMPLE_CLOCK;
        let output = run(folder.path(), &["script", "lines.jsonl", "--keep-going", "--clock", clock], None)?;
        let told: Vec<Value> =
            String::from_utf8(output.stdout)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        assert_eq!(told.len(), lines.len(), "{preset:?}: every line is answered");

        let window = Window::open(&start).await?;
        Hand { window: &window }.create().await?;
        let asked = "const [lines, done] = arguments; (async () => { const told = [];
            for (const line of lines) told.push(await window.__TAURI_INTERNALS__.invoke('call', { line }));
            return told; })().then(done, (error) => done(String(error)));";
        let answers = window.client.execute_async(asked, vec![serde_json::to_value(&lines)?]).await?;
        assert_eq!(answers, Value::Array(told.clone()), "{preset:?}");
        // The window has followed what was recorded behind its back.
        window.click("[data-do=enterMeeting][data-meeting=\"1\"]").await?;
        window.find("body[data-screen=room],body[data-screen=record]").await?;
        window.close().await?;
        let refused: Vec<String> =
            told.iter().filter_map(|answer| answer["refused"]["rule"].as_str()).map(str::to_owned).collect();
        different.insert(format!("{preset:?}"), refused);
    }
    println!("{different:#?}");
    let refused = |preset: Preset| &different[&format!("{preset:?}")];
    assert!(refused(Preset::MunicipalCommitteeStrict).iter().any(|rule| rule == "S-01"), "人员不齐不讨论");
    assert_eq!(refused(Preset::MunicipalCommittee2019), &["R-HY-04"], "the one that the sample expects");
    Ok(())
}

/// The doors of a place that open a dialog.
fn dialogs_of(screen: &str) -> &[&str] {
    match screen {
        "roster" => &["sortMembers", "importRoster", "newTerm", "unseatMember", "arrangeSeats"],
        "call" => &["importNominees", "importObservers", "keepTemplate", "discard"],
        _ => &[],
    }
}

/// Every place of the program but the meeting's own steps, which are looked at where the sample meeting is held.
#[tokio::test]
async fn each_place_is_fit_for_everybody() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let window = Window::open(&start(folder.path())?).await?;
    window.look("first-start").await?;
    window.click("[data-do=openSample]").await?;
    for larger in [false, true] {
        let name = |place: &str| format!("{place}{}", if larger { "-200" } else { "" });
        window.find("body[data-screen=home]").await?;
        if larger {
            for _ in 0..10 {
                window.click("[data-do=larger]").await?;
            }
        }
        window.look(&name("sample-home")).await?;
        let places =
            [("roster", "goRoster"), ("call", "goCall"), ("find", "goFind"), ("rules", "goRules"), ("help", "goHelp")];
        for (screen, door) in places {
            window.click(&format!("nav [data-do={door}]")).await?;
            window.find(&format!("body[data-screen={screen}] main")).await?;
            window.look(&name(screen)).await?;
            for dialog in dialogs_of(screen) {
                if *dialog == "importNominees" {
                    window.click("[data-do=addAppointment]").await?;
                }
                window.click(&format!("[data-do={dialog}]")).await?;
                window.find("dialog[open]").await?;
                if dialog.starts_with("import") {
                    // From a spreadsheet: a tab typed would be a key of its own.
                    let paste = "const box = document.querySelector('dialog[open] textarea');
                        box.value = '姓名\\t职务\\n苏澄\\t市委常委\\n\\t市委常委';
                        box.dispatchEvent(new Event('input', { bubbles: true }))";
                    window.client.execute(paste, vec![]).await?;
                    window.find("dialog[open] table").await?;
                }
                window.look(&name(dialog)).await?;
                window.press(&char::from(Key::Escape).to_string()).await?;
                window.find("body:not(:has(dialog[open]))").await?;
            }
        }
        window.click("[data-do=keys]").await?;
        window.look(&name("keys")).await?;
        window.press(&char::from(Key::Escape).to_string()).await?;
        window.click("[data-do=commands]").await?;
        window.look(&name("commands")).await?;
        window.press(&char::from(Key::Escape).to_string()).await?;
        window.click("[data-do=goHome]").await?;
        window.click("[data-do=enterMeeting][data-meeting=\"1\"]").await?;
        for tab in 0..window.count("[role=tab]").await? {
            window.click(&format!("[role=tab]:nth-of-type({})", tab + 1)).await?;
            window.look(&name(&format!("record-tab-{tab}"))).await?;
        }
        window.click("[data-do=goHome]").await?;
        window.click("[data-do=enterMeeting][data-meeting=\"2\"]").await?;
        window.look(&name("sample-room")).await?;
        window.click("[data-do=goHome]").await?;
    }
    window.close().await
}

#[tokio::test]
async fn a_power_cut_in_the_middle_of_a_statement() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let start = start(folder.path())?;
    let window = Window::open(&start).await?;
    let hand = Hand { window: &window };
    hand.create().await?;
    // Up to the statement of member 7 on the first nominee.
    hand.plays_until(
        |act| matches!(act, MeetingCommand::RecordStatement { speaker: Person::Member(id), .. } if id.0 == 7),
    )
    .await?;
    let form = "form[data-form=statement][data-speaker=\"7\"]";
    window.find(form).await?;
    window.click(&format!("{form} [data-do=stance][data-stance=agree]")).await?;
    window.fill(&format!("{form} textarea[name=words]"), "同意提拔。该同志牵头建成的政务数").await?;
    // The draft is kept within 300 ms of the last key.
    tokio::time::sleep(Duration::from_millis(900)).await;
    window.kill().await?;

    let verified = run(
        folder.path(),
        &["verify", "--store", start.home.join("record.yiding").to_str().context("a path")?],
        Some(PASSPHRASE),
    )?;
    assert!(verified.status.success(), "{verified:?}");

    let window = Window::open(&start).await?;
    window.fill("input[name=passphrase]", PASSPHRASE).await?;
    window.look("unlock").await?;
    window.click("[data-do=unlock]").await?;
    window.find("body[data-screen=room]").await?;
    let words = window.find(&format!("{form} textarea[name=words]")).await?;
    assert_eq!(words.prop("value").await?.as_deref(), Some("同意提拔。该同志牵头建成的政务数"));
    let stance = window.find(&format!("{form} [data-do=stance][data-stance=agree]")).await?;
    assert_eq!(stance.attr("aria-pressed").await?.or(stance.attr("aria-checked").await?).as_deref(), Some("true"));
    window.find("[data-do=takeUpNominee][data-nominee=\"1\"][aria-current], [data-nominee=\"1\"] [aria-current], [data-nominee=\"1\"][data-current]").await?;
    window.look("after-power-cut").await?;
    window.close().await
}

/// Killed at random moments while somebody types. What was acknowledged is in the record, and of the words at most the last
/// moment is missing. `YIDING_KILLS=50` does it fifty times and holds the 300 ms that the drafts promise; without it, a few
/// times with a margin for machines that are busy with other things.
#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "measures what is lost in real time")]
async fn killed_while_typing() -> Result<()> {
    let asked = std::env::var("YIDING_KILLS").ok().map(|rounds| rounds.parse::<u32>()).transpose()?;
    let (rounds, most) = asked.map_or((3, Duration::from_secs(2)), |rounds| (rounds, Duration::from_millis(300)));
    let folder = tempfile::tempdir()?;
    let start = start(folder.path())?;
    let mut window = Window::open(&start).await?;
    let hand = Hand { window: &window };
    hand.create().await?;
    hand.plays_until(|act| matches!(act, MeetingCommand::RecordStatement { .. })).await?;
    let ask = "const [line, done] = arguments;
        window.__TAURI_INTERNALS__.invoke('call', { line }).then(done, (error) => done(String(error)));";
    let (mut kept, mut acknowledged) = (String::new(), Vec::new());
    let mut latest = Duration::ZERO;
    for round in 0..rounds {
        let random = RandomState::new().build_hasher().finish();
        let remark = format!("第{round}次插话");
        let act = json!({ "type": "recordRemark", "speaker": { "member": 3 }, "words": remark });
        let line = json!({ "do": { "meeting": { "id": 1, "act": act } } });
        let answer = window.client.execute_async(ask, vec![line]).await?;
        anyhow::ensure!(answer.get("accepted").is_some(), "{answer}");
        acknowledged.push(remark);
        window.settle().await?;

        let words = window.find("form[data-form=statement] textarea[name=words]").await?;
        let mut typed = vec![(Instant::now(), kept.clone())];
        for letter in "该同志政治坚定，熟悉业务，实绩比较突出。".chars().take(usize::try_from(1 + random % 20)?)
        {
            // Before the key and after the kill: what is measured is never less than what was lost.
            let pressed = Instant::now();
            words.send_keys(&letter.to_string()).await?;
            kept.push(letter);
            typed.push((pressed, kept.clone()));
        }
        tokio::time::sleep(Duration::from_millis((random >> 32) % 400)).await;
        if random >> 63 == 1 {
            // In the middle of recording: what was not acknowledged is there whole or not at all.
            let begin = "window.__TAURI_INTERNALS__.invoke('call', { line: arguments[0] })";
            let act = json!({ "type": "recordRemark", "speaker": { "member": 3 }, "words": "正在登记" });
            window.client.execute(begin, vec![json!({ "do": { "meeting": { "id": 1, "act": act } } })]).await?;
        }
        window.kill().await?;
        let killed = Instant::now();

        window = Window::open(&start).await?;
        window.fill("input[name=passphrase]", PASSPHRASE).await?;
        window.click("[data-do=unlock]").await?;
        let words = window.find("form[data-form=statement] textarea[name=words]").await?;
        kept = words.prop("value").await?.unwrap_or_default();
        let all = &typed.last().context("typed")?.1;
        assert!(all.starts_with(&kept), "round {round}: {kept} is not how {all} begins");
        // From the first key that is missing to the kill.
        if let Some((at, _)) = typed.iter().find(|(_, text)| text.len() > kept.len()) {
            latest = latest.max(killed.duration_since(*at));
            assert!(killed.duration_since(*at) <= most, "round {round}: of {all} only {kept} is there");
        }
        let record = window.client.execute_async(ask, vec![json!({ "ask": { "record": { "id": 1 } } })]).await?;
        let record = record.to_string();
        for remark in &acknowledged {
            assert!(record.contains(remark), "round {round}: {remark} was acknowledged");
        }
    }
    println!("killed {rounds} times; the oldest key that was lost was pressed {latest:?} before");
    window.close().await
}

#[tokio::test]
async fn a_statement_is_recorded_by_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let start = start(folder.path())?;
    let window = Window::open(&start).await?;
    let hand = Hand { window: &window };
    hand.create().await?;
    hand.plays_until(|act| matches!(act, MeetingCommand::RecordStatement { .. })).await?;
    // Their time runs.
    let elapsed = "return document.querySelector('[data-do=speakerLimit] [role=timer]')?.textContent";
    let before = window.client.execute(elapsed, vec![]).await?;
    assert!(before.is_string(), "{before}");
    tokio::time::sleep(Duration::from_millis(2500)).await;
    assert_ne!(window.client.execute(elapsed, vec![]).await?, before, "the time of the speaker stands still");
    // The text box of whoever is next has the focus: words, and Ctrl with the stance's number records and goes on.
    let control = char::from(Key::Control);
    let mut typed = Vec::new();
    for (member, words, stance) in [(2, "同意。", '1'), (3, "缓议。", '3')] {
        let focused = has_focus(&window, member).await?;
        focused.send_keys(words).await?;
        focused.send_keys(&format!("{control}{stance}")).await?;
        window.settle().await?;
        typed.push((member, words));
    }
    // Ctrl+Enter records what is chosen; with nothing chosen it says so and records nothing.
    let focused = has_focus(&window, 4).await?;
    focused.send_keys(&format!("同意。{control}{}", char::from(Key::Enter))).await?;
    window.find("form[data-form=statement][data-speaker=\"4\"] [role=alert]").await?;
    // Alt+I and back: the words are still there. Outside of the box the number alone records and goes on.
    let alt = char::from(Key::Alt);
    focused.send_keys(&format!("{alt}i")).await?;
    window.find("form[data-form=remark]").await?;
    window.client.active_element().await?.send_keys(&char::from(Key::Escape).to_string()).await?;
    let focused = has_focus(&window, 4).await?;
    assert_eq!(focused.prop("value").await?.as_deref(), Some("同意。"));
    focused.send_keys(&char::from(Key::Escape).to_string()).await?;
    window.find("body").await?.send_keys("1").await?;
    window.settle().await?;
    has_focus(&window, 5).await?;
    for (member, words) in typed {
        let row = window.find(&format!("[data-row=\"{member}\"]")).await?.text().await?;
        assert!(row.contains(words), "{row}");
    }
    window.close().await
}

#[tokio::test]
async fn arrival_and_leaving_are_two_keys_and_seats_are_arranged_by_arrows() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let window = Window::open(&start(folder.path())?).await?;
    let hand = Hand { window: &window };
    hand.create().await?;
    hand.plays_until(|act| matches!(act, MeetingCommand::RecordArrival { .. })).await?;
    // Member 8 comes late: Alt+S, 8; then the focus is where the meeting goes on.
    let to_seats = format!("{}s{}", char::from(Key::Alt), char::from(Key::Null));
    window.press(&to_seats).await?;
    window.press("8").await?;
    window.find("[data-seat=\"8\"] .present").await?;
    let next = window.find("[data-next]").await?;
    assert_eq!(window.client.active_element().await?.element_id(), next.element_id());
    // Member 9 leaves: Alt+S, 9; the record wants a reason, and those keys are words.
    window.press(&to_seats).await?;
    window.press("9").await?;
    window.press("因公提前离席").await?;
    window.press(&format!("{}{}", char::from(Key::Control), char::from(Key::Enter))).await?;
    window.find("[data-seat=\"9\"] .departed").await?;
    assert_eq!(window.client.active_element().await?.element_id(), next.element_id());

    // Seats by rank have the second at the Secretary's left hand; one arrow and they change with whoever sits there.
    window.click("[data-do=arrangeSeats]").await?;
    let second = window.find("[data-arranged=\"2\"]").await?;
    second.send_keys(&char::from(Key::Down).to_string()).await?;
    window.press(&format!("{}{}", char::from(Key::Control), char::from(Key::Enter))).await?;
    window.find("body:not(:has(dialog[open]))").await?;
    window.click("[data-do=goRoster]").await?;
    window.find("[data-seating=arranged]").await?;
    window.close().await
}

#[tokio::test]
async fn words_are_found_and_lead_to_their_entry_and_back() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let window = Window::open(&start(folder.path())?).await?;
    window.click("[data-do=openSample]").await?;
    window.find("body[data-screen=home]").await?;
    let [control, shift, down, enter, escape] =
        [Key::Control, Key::Shift, Key::Down, Key::Enter, Key::Escape].map(char::from);
    window.press(&format!("{control}{shift}f{}", char::from(Key::Null))).await?;
    window.find("body[data-screen=find]").await?;
    window.look("find-empty").await?;
    window.press("已接入").await?;
    // How it was said and how it should read, the newer first.
    window.find("[data-total=\"2\"]").await?;
    window.find("[data-kind=correction] mark").await?;
    window.look("find").await?;
    window.press(&down.to_string()).await?;
    window.press(&down.to_string()).await?;
    let hit = window.client.active_element().await?.attr("data-entry").await?.context("a hit has the focus")?;
    window.press(&enter.to_string()).await?;
    window.find("body[data-screen=record]").await?;
    window.find(&format!("li[data-entry=\"{hit}\"][aria-current]:focus")).await?;
    window.look("find-record").await?;
    window.press(&escape.to_string()).await?;
    window.find("body[data-screen=find]").await?;
    window.find(&format!("[data-do=openHit][data-entry=\"{hit}\"]:focus")).await?;
    // One step back at a time: from the hit to the words, which are still there, and from there to where it began.
    window.press(&escape.to_string()).await?;
    assert_eq!(window.find("[name=query]:focus").await?.prop("value").await?.as_deref(), Some("已接入"));
    window.press(&escape.to_string()).await?;
    window.find("body[data-screen=home]").await?;
    window.close().await
}

/// Waits until the text box of a member's statement has the focus, and returns it.
async fn has_focus(window: &Window, member: u32) -> Result<fantoccini::elements::Element> {
    let words =
        window.find(&format!("form[data-form=statement][data-speaker=\"{member}\"] textarea[name=words]")).await?;
    for _ in 0..40 {
        if window.client.active_element().await?.element_id() == words.element_id() {
            return Ok(words);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("the focus does not wait where the words of member {member} go")
}

/// The room's screen beside the main window, and what it must never show.
struct RoomScreen<'a> {
    window: &'a Window,
    handle: WindowHandle,
    hidden: Vec<String>,
}

impl RoomScreen<'_> {
    /// Waits until all of this stands there; then nothing hidden does.
    async fn shows(&self, wanted: &[&str]) -> Result<String> {
        let mut text = String::new();
        for _ in 0..100 {
            text = self.window.text_in(&self.handle).await?;
            if wanted.iter().all(|wanted| text.contains(wanted)) {
                let seen = self.hidden.iter().find(|hidden| text.contains(*hidden));
                assert_eq!(seen, None, "in the room stands {text:?}");
                return Ok(text);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        bail!("{wanted:?} does not stand in the room: {text:?}")
    }

    /// The refusal of a command that this window must not have.
    async fn refuses(&self, command: &str, arguments: Value) -> Result<()> {
        let asked = "const [command, given, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, given).then(() => done(null), (error) => done(String(error)));";
        let answer = self.window.execute_in(&self.handle, asked, vec![command.into(), arguments]).await?;
        let refusal = answer.as_str().with_context(|| format!("the room's screen can call {command}"))?;
        assert!(refusal.contains("not allowed"), "{command}: {refusal}");
        Ok(())
    }
}

/// What was typed in the main window and is nobody's business in the room.
fn hidden_in(act: &MeetingCommand) -> Vec<String> {
    match act {
        MeetingCommand::Introduce { words, .. }
        | MeetingCommand::RecordStatement { words, .. }
        | MeetingCommand::RecordRemark { words, .. }
        | MeetingCommand::ReadWrittenOpinion { words, .. }
        | MeetingCommand::CloseItem { decision: words } => vec![words.clone()],
        MeetingCommand::AcknowledgeWarning { reason, .. } => vec![reason.clone()],
        MeetingCommand::OpenVote { scrutineer, teller, .. } => {
            [scrutineer, teller].into_iter().filter(|name| !name.is_empty()).cloned().collect()
        }
        MeetingCommand::MarkAttendance {
            attendance: Attendance::OnLeave { reason } | Attendance::Absent { reason },
            ..
        } => vec![reason.clone()],
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn the_room_sees_who_speaks_and_what_was_announced() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let start = start(folder.path())?;
    let window = Window::open(&start).await?;
    let hand = Hand { window: &window };
    hand.create().await?;
    window.click("[data-do=project]").await?;
    let mut room = RoomScreen { window: &window, handle: window.another().await?, hidden: Vec::new() };

    let lines = sample()?;
    let mut names = vec![String::new()];
    let mut nominees = Vec::new();
    let mut announced = 0;
    for (place, line) in lines.iter().enumerate() {
        if let Some(Command::Meeting { act: MeetingCommand::RecordStatement { speaker, .. }, .. }) = &line.act {
            // Whose turn it is stands there before anybody knows what they will say.
            let Person::Member(id) = speaker else { bail!("an observer takes no stance") };
            room.shows(&["发言", &names[id.0 as usize]]).await?;
        }
        hand.does(line).await.with_context(|| format!("{line:?}"))?;
        let act = match &line.act {
            Some(Command::Committee(CommitteeCommand::SeatMember { name, .. })) => {
                names.push(name.clone());
                continue;
            }
            Some(Command::Call(call)) => {
                nominees.extend(call.agenda.iter().flat_map(|item| match &item.matter {
                    MatterDraft::Ordinary {} => Vec::new(),
                    MatterDraft::Appointment { nominees } => nominees.clone(),
                }));
                room.hidden.push(call.recorder.name.clone());
                continue;
            }
            Some(Command::Meeting { act, .. }) => act,
            _ => continue,
        };
        room.hidden.extend(hidden_in(act));
        match act {
            MeetingCommand::SendNotice {} => assert_eq!(room.shows(&[]).await?.trim(), "中共云澜市委常委会"),
            MeetingCommand::OpenMeeting {} => drop(room.shows(&["应到", "12", "实到", "10"]).await?),
            MeetingCommand::TakeUpItem { item } if item.0 == 1 => drop(room.shows(&["第一项", "介绍情况"]).await?),
            MeetingCommand::CloseItem { .. } => drop(room.shows(&["第一项", "议毕"]).await?),
            MeetingCommand::TakeUpNominee { nominee } => {
                let nominee = &nominees[nominee.0 as usize - 1];
                let posts = [&nominee.name, &nominee.current_post, &nominee.proposed_post, &nominee.post_to_leave];
                room.shows(&posts.map(String::as_str)).await?;
            }
            MeetingCommand::OpenVote { .. } => {
                let text = room.shows(&["正在表决"]).await?;
                // The main window asks for the numbers; the room's screen knows of none.
                assert!(!text.contains("同意"), "{text}");
            }
            MeetingCommand::RecordVote { .. } => {
                let text = room.shows(&["正在表决", "举手表决"]).await?;
                assert!(!names.iter().any(|name| !name.is_empty() && text.contains(name)), "{text}");
            }
            MeetingCommand::CloseVote {} | MeetingCommand::CountBallots { .. } => {
                let text = room.shows(&["等待宣布结果"]).await?;
                assert!(!text.contains("通过") && !text.contains("同意"), "{text}");
            }
            MeetingCommand::AnnounceResult {} => {
                let wanted = [&["通过", "同意\n11", "不同意\n0"][..], &["通过", "同意\n8", "不同意\n1", "弃权\n1"]];
                room.shows(wanted[announced]).await?;
                announced += 1;
            }
            _ => drop(room.shows(&[]).await?),
        }
        window.picture(&format!("{place:03}-{}", wire_type(act)?)).await?;
        if announced == 2 {
            break;
        }
    }

    // What is being typed is not there either.
    room.refuses("call", json!({ "line": { "ask": { "drafts": {} } } })).await?;
    room.refuses("session", json!({ "command": { "lock": {} } })).await?;
    room.refuses("print_papers", json!({ "meeting": 1, "papers": ["minutes"] })).await?;
    room.refuses("pick_save_path", json!({ "suggested": "x.pdf" })).await?;
    room.refuses("pick_folder", json!({ "name": "x" })).await?;
    room.refuses("pick_open_path", json!({})).await?;
    room.refuses("stop_work", json!({})).await?;
    room.refuses("project", json!({ "showing": "off" })).await?;
    room.refuses("plugin:event|emit", json!({ "event": "notice", "payload": {} })).await?;
    room.refuses("plugin:dialog|open", json!({ "options": {} })).await?;

    // A break, by key: the committee's name alone. And the same where the store is locked.
    let body = window.find("body").await?;
    let (shift, f9) = (char::from(Key::Shift), char::from(Key::F9));
    body.send_keys(&format!("{shift}{f9}")).await?;
    window.find("[data-do=coverScreen] kbd").await?;
    let covered = async |room: &RoomScreen<'_>| -> Result<bool> {
        for _ in 0..100 {
            if room.shows(&[]).await?.trim() == "中共云澜市委常委会" {
                return Ok(true);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(false)
    };
    assert!(covered(&room).await?, "covered");
    window.picture("covered").await?;
    window.click("[data-do=coverScreen]").await?;
    room.shows(&["通过"]).await?;
    window.click("[data-do=lock]").await?;
    window.find("body[data-screen=unlock]").await?;
    assert!(covered(&room).await?, "locked");
    window.picture("locked").await?;
    window.fill("input[name=passphrase]", PASSPHRASE).await?;
    window.click("[data-do=unlock]").await?;
    room.shows(&["通过"]).await?;

    // Closed from the main window, and with it.
    window.find("body").await?.send_keys(&f9.to_string()).await?;
    for _ in 0..100 {
        if window.client.windows().await?.len() == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(window.client.windows().await?.len(), 1);
    window.close().await
}

/// Runs the window without a driver, which would itself speak over a socket, and lists the addresses it opened.
#[test]
fn no_byte_leaves_the_machine() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (home, log) = (folder.path().join("home"), folder.path().join("strace"));
    let mut traced = Process::new("strace")
        .args(["-f", "-e", "trace=socket,connect", "-o"])
        .arg(&log)
        .arg(program()?)
        .arg("--sample")
        .env("YIDING_HOME", &home)
        .stdout(Stdio::null())
        .spawn()
        .context("strace")?;
    // Up when its web process runs; then time to show the first screen and to ask the desk.
    let mut up = false;
    for _ in 0..240 {
        std::thread::sleep(Duration::from_millis(250));
        if !processes_at(&home, &["WebKitWebProces"])?.is_empty() {
            up = true;
            break;
        }
    }
    std::thread::sleep(Duration::from_secs(6));
    for process in processes_at(&home, &["yiding-desktop"])? {
        Process::new("kill").arg(process.to_string()).status()?;
    }
    traced.wait()?;
    assert!(up, "the window did not come up");
    let calls = fs::read_to_string(&log)?;
    assert!(calls.contains("AF_UNIX"), "the trace saw the window's own sockets");
    let outside: Vec<&str> = calls.lines().filter(|call| call.contains("AF_INET")).collect();
    assert!(outside.is_empty(), "{outside:#?}");
    Ok(())
}
