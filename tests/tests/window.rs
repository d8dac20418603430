//! The real window: a whole meeting from unlock to the saved PDF, a power cut in the middle of a sentence, and no network.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use desk::meeting::{
    Attendance, Attendant, Choice, CommitteeCommand, MatterDraft, MeetingCall, MeetingCommand, NomineeProfile, Person,
    PreparationMark, Preset, Reading, RecusalBase, Role, Rulebook, Stance, VoteMethod,
};
use desk::{Command, Line};
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use journeys::window::{Start, Window, processes_at, program};
use journeys::{pdf_text, run, sample};
use serde_json::{Value, json};

const PASSPHRASE: &str = "an invented passphrase";

fn wire<T: serde::Serialize>(value: T) -> Result<String> {
    Ok(serde_json::to_value(value)?.as_str().context("a word")?.to_owned())
}

/// What a command is called on the wire.
fn wire_type(act: &MeetingCommand) -> Result<String> {
    Ok(serde_json::to_value(act)?["type"].as_str().context("a type")?.to_owned())
}

fn start(folder: &Path) -> Result<Start> {
    let saved = folder.join("saved");
    fs::create_dir_all(&saved)?;
    Ok(Start { home: folder.join("home"), saved, clock: Some(desk::script::SAMPLE_CLOCK.into()) })
}

/// The hand that does in the window what a line of a script does.
struct Hand<'a> {
    window: &'a Window,
}

impl Hand<'_> {
    async fn create(&self) -> Result<()> {
        self.window.fill("input[name=passphrase]", PASSPHRASE).await?;
        self.window.fill("input[name=passphraseAgain]", PASSPHRASE).await?;
        self.window.look("unlock-new").await?;
        self.window.click("[data-do=create]").await?;
        self.window.find("body[data-screen=home],body[data-screen=roster]").await?;
        Ok(())
    }

    async fn goes_to(&self, screen: &str, door: &str) -> Result<()> {
        if self.window.screen().await? != screen {
            self.window.click(&format!("[data-do={door}]")).await?;
            self.window.find(&format!("body[data-screen={screen}]")).await?;
        }
        Ok(())
    }

    async fn does(&self, line: &Line) -> Result<()> {
        match &line.act {
            Some(Command::Committee(command)) => self.committee(command).await,
            Some(Command::Call(call)) => self.call(call).await,
            Some(Command::Meeting { act, .. }) => self.meeting(act).await,
            other => bail!("the hand knows no {other:?}"),
        }
    }

    /// Does the sample up to the first act of the meeting that is such a one.
    async fn plays_until(&self, stop: impl Fn(&MeetingCommand) -> bool) -> Result<()> {
        let stops = |line: &Line| matches!(&line.act, Some(Command::Meeting { act, .. }) if stop(act));
        for line in sample()?.iter().take_while(|line| !stops(line)) {
            self.does(line).await.with_context(|| format!("{line:?}"))?;
        }
        Ok(())
    }

    async fn committee(&self, command: &CommitteeCommand) -> Result<()> {
        self.goes_to("roster", "goRoster").await?;
        match command {
            CommitteeCommand::Establish { name, term } => {
                self.window.fill("input[name=committeeName]", name).await?;
                self.window.fill("input[name=committeeTerm]", term).await?;
                self.window.click("[data-do=establish]").await
            }
            CommitteeCommand::SeatMember { name, role, posts, since: None } => {
                let field = |name: &str| format!("form[data-form=member] [name={name}]");
                self.window.fill(&field("name"), name).await?;
                self.window.choose(&field("role"), &wire::<Role>(*role)?).await?;
                self.window.fill(&field("posts"), posts).await?;
                self.window.click("[data-do=seatMember]").await
            }
            other => bail!("the hand knows no {other:?}"),
        }
    }

    async fn call(&self, call: &MeetingCall) -> Result<()> {
        self.window.look("roster").await?;
        self.goes_to("call", "goCall").await?;
        self.window.fill("input[name=year]", &call.number.year.to_string()).await?;
        self.window.fill("input[name=ordinal]", &call.number.ordinal.to_string()).await?;
        let scheduled = call.scheduled.to_string();
        let (date, time) = scheduled.split_once('T').context("a date and a time")?;
        self.window.fill("input[name=date]", date).await?;
        self.window.fill("input[name=time]", time.get(..5).context("a time")?).await?;
        self.window.fill("input[name=place]", &call.place).await?;
        self.window.choose("select[name=chair]", &call.chair.to_string()).await?;
        self.window.fill("input[name=recorderName]", &call.recorder.name).await?;
        self.window.fill("input[name=recorderPost]", &call.recorder.post).await?;
        for (place, item) in call.agenda.iter().enumerate() {
            let within = |css: String| format!("[data-item-index=\"{place}\"] {css}");
            let nominees = match &item.matter {
                MatterDraft::Ordinary {} => {
                    self.window.click("[data-do=addOrdinary]").await?;
                    &[][..]
                }
                MatterDraft::Appointment { nominees } => {
                    self.window.click("[data-do=addAppointment]").await?;
                    nominees
                }
            };
            self.window.fill(&within("input[name=title]".into()), &item.title).await?;
            for (row, observer) in item.observers.iter().enumerate() {
                let field = |name: &str| within(format!("[data-observer-index=\"{row}\"] [name={name}]"));
                if !self.window.has(&field("observerName")).await? {
                    self.window.click(&within("[data-do=addObserver]".into())).await?;
                }
                self.window.fill(&field("observerName"), &observer.name).await?;
                self.window.fill(&field("observerPost"), &observer.post).await?;
            }
            for (row, nominee) in nominees.iter().enumerate() {
                let field = |name: &str| within(format!("[data-nominee-index=\"{row}\"] [name={name}]"));
                if !self.window.has(&field("nomineeName")).await? {
                    self.window.click(&within("[data-do=addNominee]".into())).await?;
                }
                self.window.fill(&field("nomineeName"), &nominee.name).await?;
                self.window.fill(&field("currentPost"), &nominee.current_post).await?;
                self.window.fill(&field("proposedPost"), &nominee.proposed_post).await?;
                self.window.fill(&field("postToLeave"), &nominee.post_to_leave).await?;
                self.window.choose(&field("change"), &wire(nominee.change)?).await?;
                self.profile(&nominee.profile, &field).await?;
            }
        }
        self.window.look("call").await?;
        self.window.click("[data-do=callMeeting]").await?;
        if self.window.screen().await? != "room" {
            self.goes_to("home", "goHome").await?;
            self.window.look("home").await?;
            self.window.click("[data-do=enterMeeting][data-meeting=\"1\"]").await?;
        }
        self.window.find("body[data-screen=room]").await?;
        Ok(())
    }

    /// Unfolds what the 呈报表 says of a nominee and fills in what is given.
    async fn profile(&self, profile: &NomineeProfile, field: &impl Fn(&str) -> String) -> Result<()> {
        let Value::Object(given) = serde_json::to_value(profile)? else { return Ok(()) };
        for (place, (name, text)) in given.iter().enumerate() {
            if place == 0 {
                // The name of a field tells which of the rows it is in.
                let row = field("nomineeName");
                let row = row.rsplit_once(' ').context("a row")?.0;
                self.window.click(&format!("{row} [data-do=particulars] summary")).await?;
            }
            let text = text.as_str().context("a text")?;
            match name.as_str() {
                "sex" => self.window.choose(&field(name), text).await?,
                _ => self.window.fill(&field(name), text).await?,
            }
        }
        Ok(())
    }

    async fn reason(&self, door: &str, reason: &str) -> Result<()> {
        self.window.click(door).await?;
        self.window.fill("form[data-form=reason] [name=reason]", reason).await?;
        self.window.click("form[data-form=reason] [data-do=confirmReason]").await
    }

    async fn meeting(&self, act: &MeetingCommand) -> Result<()> {
        let window = self.window;
        match act {
            MeetingCommand::MarkAttendance { member, attendance } => {
                let row = format!("[data-member=\"{member}\"]");
                let (door, reason) = match attendance {
                    Attendance::Present {} => return window.click(&format!("{row} [data-do=markPresent]")).await,
                    Attendance::OnLeave { reason } => ("markOnLeave", reason),
                    Attendance::Absent { reason } => ("markAbsent", reason),
                };
                window.click(&format!("{row} [data-do={door}]")).await?;
                window.fill(&format!("{row} input[name=reason]"), reason).await?;
                window.click(&format!("{row} [data-do=confirmReason]")).await
            }
            MeetingCommand::OpenMeeting {} => {
                window.look("roll-call").await?;
                window.click("[data-do=openMeeting]").await
            }
            MeetingCommand::RecordArrival { member, time: None } => {
                window.click(&format!("[data-seat=\"{member}\"] [data-do=recordArrival]")).await
            }
            MeetingCommand::TakeUpItem { item } => {
                window.click(&format!("[data-do=takeUpItem][data-item=\"{item}\"]")).await
            }
            MeetingCommand::TakeUpNominee { nominee } => {
                window.click(&format!("[data-do=takeUpNominee][data-nominee=\"{nominee}\"]")).await
            }
            MeetingCommand::SendNotice {} => window.click("[data-do=sendNotice]").await,
            MeetingCommand::MarkPreparation { nominee, marks } => {
                window.click(&format!("[data-do=prepare][data-nominee=\"{nominee}\"]")).await?;
                for PreparationMark { step, state, responsible, on, reference } in marks {
                    let field = |name: &str| -> Result<String> {
                        Ok(format!("form[data-form=prepare] [data-step={}] [name={name}]", wire(*step)?))
                    };
                    window.choose(&field("state")?, &wire(*state)?).await?;
                    window.fill(&field("responsible")?, responsible).await?;
                    if let Some(on) = on {
                        window.fill(&field("on")?, &wire(*on)?).await?;
                    }
                    if !reference.is_empty() {
                        window.fill(&field("reference")?, reference).await?;
                    }
                }
                window.look("prepare").await?;
                window.click("form[data-form=prepare] [data-do=confirmPrepare]").await
            }
            MeetingCommand::AcknowledgeWarning { warning, by, reason } => {
                window.click(&format!("[data-do=acknowledge][data-rule={}]", warning.rule().code())).await?;
                window.choose_person("form[data-form=acknowledge] input[name=by]", &by.to_string()).await?;
                window.fill("form[data-form=acknowledge] [name=reason]", reason).await?;
                window.look("acknowledge").await?;
                window.click("form[data-form=acknowledge] [data-do=confirmAcknowledge]").await
            }
            MeetingCommand::ReadWrittenOpinion { member, words } => {
                window.click(&format!("[data-do=readOpinion][data-member=\"{member}\"]")).await?;
                window.fill("form[data-form=opinion] textarea[name=words]", words).await?;
                window.click("form[data-form=opinion] [data-do=confirmOpinion]").await
            }
            MeetingCommand::RecordRecusal { person, relation, detail, time: None, .. } => {
                window.click("[data-do=recuse]").await?;
                window.choose_person("form[data-form=recuse] input[name=person]", &attendant(*person)).await?;
                window.choose("form[data-form=recuse] select[name=relation]", &wire(*relation)?).await?;
                window.fill("form[data-form=recuse] input[name=detail]", detail).await?;
                window.look("recuse").await?;
                window.click("form[data-form=recuse] [data-do=confirmRecuse]").await
            }
            MeetingCommand::RecordReturn { person, time: None } => {
                window.click(&format!("[data-do=recordReturn][data-person=\"{}\"]", attendant(*person))).await
            }
            MeetingCommand::Introduce { by, words, covers } => {
                window.choose_person("form[data-form=introduce] input[name=by]", &person(*by)).await?;
                for point in covers {
                    window
                        .tick(&format!("form[data-form=introduce] input[name=covers][value={}]", wire(*point)?))
                        .await?;
                }
                window.fill("form[data-form=introduce] textarea[name=words]", words).await?;
                window.click("form[data-form=introduce] [data-do=introduce]").await
            }
            MeetingCommand::RecordRemark { speaker, words, leans: false } => {
                window.click("[data-do=remarkMode]").await?;
                window.choose_person("form[data-form=remark] input[name=by]", &person(*speaker)).await?;
                window.fill("form[data-form=remark] textarea[name=words]", words).await?;
                window.click("form[data-form=remark] [data-do=recordRemark]").await
            }
            MeetingCommand::RecordStatement { speaker: Person::Member(member), stance, words } => {
                let form = format!("form[data-form=statement][data-speaker=\"{member}\"]");
                if !window.has(&form).await? {
                    window.click(&format!("[data-do=chooseSpeaker][data-member=\"{member}\"]")).await?;
                }
                window.click(&format!("{form} [data-do=stance][data-stance={}]", wire::<Stance>(*stance)?)).await?;
                window.fill(&format!("{form} textarea[name=words]"), words).await?;
                if words.chars().count() > 100 {
                    window.look("statement").await?;
                }
                window.click(&format!("{form} [data-do=recordStatement]")).await
            }
            MeetingCommand::OpenVote { method, scrutineer, teller } => {
                window.click("[data-do=openVote]").await?;
                window.choose("form[data-form=openVote] select[name=method]", &wire::<VoteMethod>(*method)?).await?;
                for (field, name) in [("scrutineer", scrutineer), ("teller", teller)] {
                    let css = format!("form[data-form=openVote] input[name={field}]");
                    if window.has(&css).await? {
                        window.fill(&css, name).await?;
                    }
                }
                window.look("open-vote").await?;
                window.click("form[data-form=openVote] [data-do=confirmOpenVote]").await
            }
            MeetingCommand::RecordVote { voter: Person::Member(member), choice } => {
                let choice = wire::<Choice>(*choice)?;
                window.click(&format!("[data-row=\"{member}\"] [data-do=vote][data-choice={choice}]")).await
            }
            MeetingCommand::CloseVote {} => {
                window.look("vote").await?;
                window.click("[data-do=closeVote]").await
            }
            MeetingCommand::CountBallots { count, again } => {
                for (reading, sheet) in [("1", count), ("2", again)] {
                    let form = format!("form[data-form=count][data-reading=\"{reading}\"]");
                    for (field, number) in [
                        ("issued", sheet.issued),
                        ("returned", sheet.returned),
                        ("spoilt", sheet.spoilt),
                        ("agree", sheet.agree),
                        ("against", sheet.against),
                        ("abstain", sheet.abstain),
                        ("spoiltField", sheet.spoilt_field),
                    ] {
                        let field = window.find(&format!("{form} input[name={field}]")).await?;
                        let before = field.prop("value").await?;
                        assert_eq!(
                            before.as_deref(),
                            Some(""),
                            "no reading sees another, and nothing is nought by default"
                        );
                        let Reading::Number(number) = number else { bail!("the sample counts in numbers") };
                        field.send_keys(&number.to_string()).await?;
                    }
                    window.look(&format!("count-{reading}")).await?;
                    let door = if reading == "1" { "firstReading" } else { "countBallots" };
                    window.click(&format!("{form} [data-do={door}]")).await?;
                }
                Ok(())
            }
            MeetingCommand::AnnounceResult {} => {
                window.look("settled").await?;
                window.click("[data-do=announceResult]").await
            }
            MeetingCommand::DeferMatter { reason } => self.reason("[data-do=deferMatter]", reason).await,
            MeetingCommand::CloseItem { decision } => {
                window.click("[data-do=closeItem]").await?;
                window.fill("form[data-form=closeItem] textarea[name=decision]", decision).await?;
                window.click("form[data-form=closeItem] [data-do=confirmCloseItem]").await
            }
            MeetingCommand::Adjourn {} => {
                window.click("[data-do=adjourn]").await?;
                window.click("dialog[open] [data-do=confirm]").await
            }
            MeetingCommand::Seal {} => {
                if window.screen().await? == "room" && !window.has("[data-do=seal]").await? {
                    self.goes_to("record", "goRecord").await?;
                }
                window.click("[data-do=seal]").await?;
                window.click("dialog[open] [data-do=confirm]").await
            }
            MeetingCommand::Correct { entry, words, reason, by } => {
                self.goes_to("record", "goRecord").await?;
                window.click(&format!("[data-entry=\"{entry}\"] [data-do=correct]")).await?;
                window.fill("form[data-form=correct] textarea[name=words]", words).await?;
                window.fill("form[data-form=correct] textarea[name=reason]", reason).await?;
                window.fill("form[data-form=correct] input[name=by]", by).await?;
                window.click("form[data-form=correct] [data-do=confirmCorrect]").await
            }
            other => bail!("the hand knows no {other:?}"),
        }
    }

    /// Saves the whole file of the meeting from the record's screen, with every other file, then the minutes once more.
    async fn save_papers(&self) -> Result<()> {
        self.goes_to("record", "goRecord").await?;
        let window = self.window;
        window.click("[data-do=saveAll]").await?;
        for css in ["input[name=word]", "input[name=export]"] {
            for place in 0..window.count(css).await? {
                window.tick_nth(css, place).await?;
            }
        }
        window.look("save-all").await?;
        window.click("form[data-form=saveAll] [data-do=confirmSaveAll]").await?;
        window.find_in("[data-outcome=saved]", Duration::from_secs(120)).await?;
        for paper in ["voteRecord", "minutes"] {
            window.click(&format!("[data-do=showPaper][data-paper={paper}]")).await?;
            window.find(&format!("[data-paper={paper}] img[data-page=\"1\"]")).await?;
            window.look(&format!("record-{paper}")).await?;
        }
        window.click("[data-do=savePaper]").await?;
        window.find("[data-done=minutes]").await?;
        Ok(())
    }
}

fn attendant(person: Attendant) -> String {
    match person {
        Attendant::Member(id) => format!("member:{id}"),
        Attendant::Observer(id) => format!("observer:{id}"),
        Attendant::Recorder => "recorder".into(),
    }
}

fn person(person: Person) -> String {
    match person {
        Person::Member(id) => format!("member:{id}"),
        Person::Observer(id) => format!("observer:{id}"),
    }
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

    let demo = folder.path().join("demo");
    let output = run(folder.path(), &["demo", "--out", demo.to_str().context("a path")?], None)?;
    assert!(output.status.success(), "{output:?}");
    let mut saved = files(&start.saved)?;
    let bundle = saved.keys().find(|name| saved[*name].is_dir()).context("the bundle")?.clone();
    let bundle = saved.remove(&bundle).context("the bundle")?;
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
    // Saved alone, it is the same paper with the same number.
    let [(name, alone)] = &saved.iter().collect::<Vec<_>>()[..] else { bail!("one file beside the bundle: {saved:?}") };
    let (_, among) = kept.iter().find(|(kept, _)| kept.ends_with(name.as_str())).context("the minutes")?;
    assert_eq!(fs::read(alone)?, fs::read(among)?);
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
