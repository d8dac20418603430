//! The hand with the pointer: does in the window what a line of a script says.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use desk::meeting::{
    Attendance, Attendant, Choice, CommitteeCommand, MatterDraft, MeetingCall, MeetingCommand, NomineeProfile, Person,
    PreparationMark, Reading, Role, Stance, VoteMethod,
};
use desk::{Command, Line};
use serde_json::Value;

use crate::sample;
use crate::window::Window;

/// What the stores of these tests are locked with.
pub const PASSPHRASE: &str = "an invented passphrase";

/// What a plain choice is called on the wire.
pub(crate) fn wire<T: serde::Serialize>(value: T) -> Result<String> {
    Ok(serde_json::to_value(value)?.as_str().context("a word")?.to_owned())
}

/// The hand that does in the window what a line of a script does.
pub struct Hand<'a> {
    /// Where it works.
    pub window: &'a Window,
}

impl Hand<'_> {
    /// Makes a new store.
    pub async fn create(&self) -> Result<()> {
        self.window.fill("input[name=passphrase]", PASSPHRASE).await?;
        self.window.fill("input[name=passphraseAgain]", PASSPHRASE).await?;
        self.window.look("unlock-new").await?;
        self.window.click("[data-do=create]").await?;
        self.window.find("body[data-screen=home],body[data-screen=roster]").await?;
        Ok(())
    }

    /// Goes to a screen by its door, unless it is there.
    pub async fn goes_to(&self, screen: &str, door: &str) -> Result<()> {
        if self.window.screen().await? != screen {
            self.window.click(&format!("[data-do={door}]")).await?;
            self.window.find(&format!("body[data-screen={screen}]")).await?;
        }
        Ok(())
    }

    /// Does one line.
    pub async fn does(&self, line: &Line) -> Result<()> {
        match &line.act {
            Some(Command::Committee(command)) => self.committee(command).await,
            Some(Command::Call(call)) => self.call(call).await,
            Some(Command::Meeting { act, .. }) => self.meeting(act).await,
            other => bail!("the hand knows no {other:?}"),
        }
    }

    /// Does the sample up to the first act of the meeting that is such a one.
    pub async fn plays_until(&self, stop: impl Fn(&MeetingCommand) -> bool) -> Result<()> {
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
            MeetingCommand::SendNotice {} => {
                window.click("[data-do=sendNotice]").await?;
                window.look("send-notice").await?;
                window.click("dialog[open] [data-do=confirm]").await
            }
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
                // On an ordinary item the form is there already.
                if !window.has("form[data-form=remark]").await? {
                    window.click("[data-do=remarkMode]").await?;
                }
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
                let method = wire::<VoteMethod>(*method)?;
                window.click(&format!("form[data-form=openVote] [data-do=method][data-method={method}]")).await?;
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
    pub async fn save_papers(&self) -> Result<()> {
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

/// How the window names somebody who attends.
pub(crate) fn attendant(person: Attendant) -> String {
    match person {
        Attendant::Member(id) => format!("member:{id}"),
        Attendant::Observer(id) => format!("observer:{id}"),
        Attendant::Recorder => "recorder".into(),
    }
}

/// How the window names somebody who speaks.
pub(crate) fn person(person: Person) -> String {
    match person {
        Person::Member(id) => format!("member:{id}"),
        Person::Observer(id) => format!("observer:{id}"),
    }
}
