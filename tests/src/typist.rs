//! The hand on the keyboard: does in the window what a line of a script says, without a pointer, and counts its strokes.
//!
//! A stroke is one key or one chord (Ctrl with Enter, say) beyond the words themselves. Words are what the paper will say:
//! names, posts, dates, figures, what was said and why. A person in a list is named by initials, which stand for the name.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use desk::meeting::{
    Attendance, Attendant, Choice, CommitteeCommand, MatterDraft, MeetingCall, MeetingCommand, NomineeProfile, Person,
    PreparationMark, Reading, Role, Stance, VoteMethod,
};
use desk::{Command, Line};
use fantoccini::key::Key;
use serde_json::Value;

use crate::hand::{PASSPHRASE, wire};
use crate::window::Window;

/// What a stroke was for.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Work {
    /// The store, the committee and its members.
    Roster,
    /// The call with agenda, nominees and observers.
    Call,
    /// 会前准备, and the notice.
    Preparation,
    /// 点名.
    RollCall,
    /// 表态.
    Stance,
    /// A vote by name.
    Vote,
    /// Both readings of a count.
    Count,
    /// A nominee taken up, introduced, voted on and announced.
    Nominee,
    /// Whom the record names for a nominee: who introduces, who watches and counts.
    Named,
    /// What happens to some nominees only: recusal and return, a written opinion, a deferral.
    Special,
    /// Items taken up and ended, remarks, arrivals, confirmations, adjournment.
    Meeting,
    /// Correction and papers.
    Papers,
}

/// The strokes so far, by what they were for.
pub type Strokes = BTreeMap<Work, u32>;

/// The hand on the keyboard.
pub struct Typist<'a> {
    window: &'a Window,
    strokes: Mutex<Strokes>,
    names: Mutex<Vec<(String, String)>>,
    prepared: Mutex<Vec<(u32, Vec<PreparationMark>)>>,
}

/// Where a field stands from the focus on, in stops of the Tab key.
const DISTANCE: &str = "const root = document.querySelector('dialog[open]') ?? document.body;
    const wanted = root.querySelector(arguments[0]), active = document.activeElement;
    const grouped = (it) => it.type === 'radio' && !it.checked && root.querySelector(`input[name='${it.name}']:checked`);
    const stops = [...root.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')]
      .filter((it) => it === wanted || (it.tabIndex >= 0 && !it.disabled && it.checkVisibility() && !grouped(it)));
    const to = stops.indexOf(wanted);
    if (wanted === active) return 0;
    if (to < 0) return null;
    const at = stops.indexOf(active);
    if (at >= 0) return to - at;
    if (!root.contains(active) || active === document.body) return to + 1;
    const before = stops.filter((it) => active.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING).length;
    return to >= before ? to - before + 1 : to - before;";

/// What is on the screen, in a word or two.
const STATE: &str = "const { screen } = document.body.dataset, dialog = document.querySelector('dialog[open]');
    const form = (dialog ?? document.querySelector('main') ?? document.body).querySelector('[data-form]');
    const next = document.querySelector('.doors .primary');
    const rows = document.querySelector('[data-row][aria-current]');
    return `${screen}-${form?.dataset.form ?? (dialog ? 'confirm' : next?.dataset.do) ?? (rows ? 'rows' : 'place')}`;";

const IS_ACTIVE: &str = "return document.activeElement?.matches(arguments[0]) === true";

impl<'a> Typist<'a> {
    /// A hand that has done nothing yet.
    pub fn new(window: &'a Window) -> Self {
        Self { window, strokes: Mutex::default(), names: Mutex::default(), prepared: Mutex::default() }
    }

    /// What it took so far.
    pub fn strokes(&self) -> Strokes {
        self.strokes.lock().map(|strokes| strokes.clone()).unwrap_or_default()
    }

    fn count(&self, work: Work, strokes: u32) {
        if let Ok(mut all) = self.strokes.lock() {
            *all.entry(work).or_default() += strokes;
        }
    }

    async fn send(&self, keys: &str) -> Result<()> {
        self.window.client.active_element().await?.send_keys(keys).await?;
        self.window.settle().await
    }

    /// One key or chord: `1`, `Enter`, `Ctrl+Shift+Enter`.
    async fn press(&self, work: Work, combo: &str) -> Result<()> {
        let mut keys = String::new();
        for part in combo.split('+') {
            let key = match part {
                "Ctrl" => Key::Control,
                "Alt" => Key::Alt,
                "Shift" => Key::Shift,
                "Enter" => Key::Enter,
                "Tab" => Key::Tab,
                "Escape" => Key::Escape,
                "Down" => Key::Down,
                "Up" => Key::Up,
                "Space" => {
                    keys.push(' ');
                    continue;
                }
                letter => {
                    keys.push_str(&letter.to_lowercase());
                    continue;
                }
            };
            keys.push(char::from(key));
        }
        if !["Tab", "Shift+Tab", "Down", "Up", "Space"].contains(&combo) {
            self.look().await?;
        }
        self.count(work, 1);
        self.send(&keys).await.with_context(|| format!("{combo} for {work:?}"))?;
        // Where the next key goes is somewhere: whoever cannot see the pointer is never left without a place.
        for _ in 0..60 {
            if !self.has_focus("body").await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("{combo} for {work:?} leaves the focus nowhere")
    }

    /// Text twice as large, which takes nothing away.
    pub async fn twice_as_large(&self) -> Result<()> {
        let size = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
        let before = self.window.client.execute(size, vec![]).await?.as_f64().context("a size")?;
        let larger = format!("{}=", char::from(Key::Control));
        for _ in 0..10 {
            self.send(&larger).await?;
        }
        let after = self.window.client.execute(size, vec![]).await?.as_f64().context("a size")?;
        if (after - 2.0 * before).abs() > 0.1 {
            bail!("{before} became {after}");
        }
        Ok(())
    }

    /// Looks at what a key is about to act on, once for each place, dialog, form and next step.
    async fn look(&self) -> Result<()> {
        let state = self.window.client.execute(STATE, vec![]).await?;
        self.window.look(&format!("keys-{}", state.as_str().context("a state")?)).await
    }

    async fn write(&self, words: &str) -> Result<()> {
        if words.is_empty() {
            return Ok(());
        }
        self.send(words).await
    }

    async fn has_focus(&self, css: &str) -> Result<bool> {
        Ok(self.window.client.execute(IS_ACTIVE, vec![css.into()]).await? == true)
    }

    /// Waits until the program has put the focus there by itself.
    async fn given(&self, css: &str) -> Result<()> {
        for _ in 0..100 {
            if self.has_focus(css).await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let told = "return document.activeElement?.outerHTML.slice(0, 300) + '\\n' +
            (document.querySelector('dialog[open]') ?? document.body).innerText";
        let told = self.window.client.execute(told, vec![]).await?;
        bail!("the focus does not go to {css} by itself, it is on {}", told.as_str().unwrap_or_default())
    }

    /// To a field by the Tab key.
    async fn reach(&self, work: Work, css: &str) -> Result<()> {
        self.window.find(css).await?;
        let distance = self.window.client.execute(DISTANCE, vec![css.into()]).await?;
        let distance = distance.as_i64().with_context(|| format!("{css} is no stop of the Tab key"))?;
        if distance == 0 {
            return Ok(());
        }
        let (step, far) = (if distance > 0 { "Tab" } else { "Shift+Tab" }, usize::try_from(distance.unsigned_abs())?);
        // A key held down ends with the call.
        let held = if distance > 0 { String::new() } else { char::from(Key::Shift).to_string() };
        let keys = held + &char::from(Key::Tab).to_string().repeat(far);
        self.count(work, u32::try_from(far)?);
        self.send(&keys).await?;
        for _ in 0..40 {
            if self.has_focus(css).await? {
                return Ok(());
            }
            self.press(work, step).await?;
        }
        bail!("{css} is not reached by {step}")
    }

    /// A field that is to hold a text: left alone where it does, overwritten where it holds another.
    async fn field(&self, work: Work, css: &str, text: &str) -> Result<()> {
        let before = self.window.find(css).await?.prop("value").await?.unwrap_or_default();
        if before == text {
            return Ok(());
        }
        self.reach(work, css).await?;
        if !before.is_empty() {
            self.press(work, "Ctrl+A").await?;
        }
        self.write(text).await
    }

    /// One of a list, by the arrow keys.
    async fn list(&self, work: Work, css: &str, value: &str) -> Result<()> {
        let places = "const list = document.querySelector(arguments[0]);
            return [list.selectedIndex, [...list.options].findIndex((option) => option.value === arguments[1])];";
        self.window.find(css).await?;
        let places = self.window.client.execute(places, vec![css.into(), value.into()]).await?;
        let [at, to]: [i32; 2] = serde_json::from_value(places)?;
        if at == to {
            return Ok(());
        }
        self.reach(work, css).await?;
        for _ in 0..at.abs_diff(to) {
            self.press(work, if to > at { "Down" } else { "Up" }).await?;
        }
        let now = self.window.find(css).await?.prop("value").await?;
        if now.as_deref() != Some(value) {
            bail!("{css} is {now:?} and not {value}");
        }
        Ok(())
    }

    /// A button, by the Tab key and Enter.
    async fn door(&self, work: Work, css: &str) -> Result<()> {
        self.reach(work, css).await?;
        self.press(work, "Enter").await
    }

    /// Remembers somebody by their initials.
    fn knows(&self, value: &str, name: &str) {
        if let Ok(mut names) = self.names.lock() {
            names.push((value.to_owned(), name.to_owned()));
        }
    }

    fn initials(&self, value: &str) -> Result<String> {
        let names = self.names.lock().ok().context("names")?;
        let name = names.iter().find(|(known, _)| known == value).map(|(_, name)| name).context("somebody unknown")?;
        let letters = INITIALS.iter().find(|(known, _)| known == name).map(|(_, letters)| *letters);
        Ok(letters.with_context(|| format!("{name} has no initials here"))?.to_owned())
    }

    /// A person by initials, in the box that has the focus.
    async fn person(&self, work: Work, css: &str, value: &str) -> Result<()> {
        if self.window.find(css).await?.attr("data-value").await?.as_deref() == Some(value) {
            return Ok(());
        }
        if css.contains("introduce") && !self.has_focus(css).await? {
            self.press(work, "Alt+P").await?;
        }
        self.reach(work, css).await?;
        let initials = self.initials(value)?;
        self.write(&initials).await?;
        self.window.find(&format!("[role=option][aria-selected=true][data-value='{value}']")).await?;
        self.press(work, "Enter").await
    }

    /// From the first start to the roster.
    pub async fn create(&self) -> Result<()> {
        self.given("input[name=passphrase]").await?;
        self.write(PASSPHRASE).await?;
        self.press(Work::Roster, "Tab").await?;
        self.write(PASSPHRASE).await?;
        self.press(Work::Roster, "Enter").await?;
        self.window.find("body[data-screen=home]").await?;
        self.given("[data-do=guideNext]").await?;
        self.press(Work::Roster, "Enter").await?;
        self.window.find("body[data-screen=roster]").await?;
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

    async fn committee(&self, command: &CommitteeCommand) -> Result<()> {
        let work = Work::Roster;
        match command {
            CommitteeCommand::Establish { name, term } => {
                self.given("input[name=committeeName]").await?;
                self.field(work, "input[name=committeeName]", name).await?;
                self.field(work, "input[name=committeeTerm]", term).await?;
                self.press(work, "Enter").await
            }
            CommitteeCommand::SeatMember { name, role, posts, since: None } => {
                let field = |name: &str| format!("form[data-form=member] [name={name}]");
                self.field(work, &field("name"), name).await?;
                self.list(work, &field("role"), &wire::<Role>(*role)?).await?;
                self.field(work, &field("posts"), posts).await?;
                self.press(work, "Enter").await?;
                self.given(&field("name")).await?;
                let known = self.names.lock().map(|names| names.len()).unwrap_or_default();
                self.knows(&format!("member:{}", known + 1), name);
                Ok(())
            }
            other => bail!("the hand knows no {other:?}"),
        }
    }

    async fn call(&self, call: &MeetingCall) -> Result<()> {
        let work = Work::Call;
        self.press(work, "Escape").await?;
        self.window.find("body[data-screen=home]").await?;
        self.given("[data-do=guideNext]").await?;
        self.press(work, "Enter").await?;
        self.window.find("body[data-screen=call]").await?;
        self.given("input[name=date]").await?;
        let scheduled = call.scheduled.to_string();
        let (date, time) = scheduled.split_once('T').context("a date and a time")?;
        self.field(work, "input[name=year]", &call.number.year.to_string()).await?;
        self.field(work, "input[name=ordinal]", &call.number.ordinal.to_string()).await?;
        self.field(work, "input[name=date]", date).await?;
        self.field(work, "input[name=time]", time.get(..5).context("a time")?).await?;
        self.field(work, "input[name=place]", &call.place).await?;
        self.list(work, "select[name=chair]", &call.chair.to_string()).await?;
        self.field(work, "input[name=recorderName]", &call.recorder.name).await?;
        self.field(work, "input[name=recorderPost]", &call.recorder.post).await?;
        let mut observers = 0;
        for (place, item) in call.agenda.iter().enumerate() {
            let within = |css: String| format!("[data-item-index=\"{place}\"] {css}");
            let nominees = match &item.matter {
                MatterDraft::Ordinary {} => {
                    self.door(work, "[data-do=addOrdinary]").await?;
                    &[][..]
                }
                MatterDraft::Appointment { nominees } => {
                    self.door(work, "[data-do=addAppointment]").await?;
                    nominees
                }
            };
            self.given(&within("input[name=title]".into())).await?;
            self.field(work, &within("input[name=title]".into()), &item.title).await?;
            for (row, nominee) in nominees.iter().enumerate() {
                let field = |name: &str| within(format!("[data-nominee-index=\"{row}\"] [name={name}]"));
                if !self.window.has(&field("nomineeName")).await? {
                    self.door(work, &within("[data-do=addNominee]".into())).await?;
                    self.given(&field("nomineeName")).await?;
                }
                self.field(work, &field("nomineeName"), &nominee.name).await?;
                self.list(work, &field("change"), &wire(nominee.change)?).await?;
                self.field(work, &field("currentPost"), &nominee.current_post).await?;
                self.field(work, &field("proposedPost"), &nominee.proposed_post).await?;
                self.field(work, &field("postToLeave"), &nominee.post_to_leave).await?;
                self.profile(&nominee.profile, &field).await?;
            }
            for (row, observer) in item.observers.iter().enumerate() {
                let field = |name: &str| within(format!("[data-observer-index=\"{row}\"] [name={name}]"));
                if !self.window.has(&field("observerName")).await? {
                    self.door(work, &within("[data-do=addObserver]".into())).await?;
                    self.given(&field("observerName")).await?;
                }
                self.field(work, &field("observerName"), &observer.name).await?;
                self.field(work, &field("observerPost"), &observer.post).await?;
                observers += 1;
                self.knows(&format!("observer:{observers}"), &observer.name);
            }
        }
        self.press(work, "Ctrl+Enter").await?;
        self.window.find("body[data-screen=room]").await?;
        Ok(())
    }

    async fn profile(&self, profile: &NomineeProfile, field: &impl Fn(&str) -> String) -> Result<()> {
        let Value::Object(given) = serde_json::to_value(profile)? else { return Ok(()) };
        for (place, (name, text)) in given.iter().enumerate() {
            if place == 0 {
                let row = field("nomineeName");
                let row = row.rsplit_once(' ').context("a row")?.0;
                self.door(Work::Call, &format!("{row} [data-do=particulars] summary")).await?;
            }
            let text = text.as_str().context("a text")?;
            match name.as_str() {
                "sex" => self.list(Work::Call, &field(name), text).await?,
                _ => self.field(Work::Call, &field(name), text).await?,
            }
        }
        Ok(())
    }

    /// The one next thing.
    async fn next(&self, work: Work) -> Result<()> {
        self.press(work, "Ctrl+Enter").await
    }

    async fn meeting(&self, act: &MeetingCommand) -> Result<()> {
        match act {
            MeetingCommand::SendNotice {} => {
                self.door(Work::Preparation, "[data-do=sendNotice]").await?;
                self.given("dialog[open] [data-do=confirm]").await?;
                self.press(Work::Preparation, "Enter").await
            }
            MeetingCommand::MarkPreparation { nominee, marks } => self.preparation(nominee.0, marks).await,
            MeetingCommand::MarkAttendance { member, attendance } => {
                let (key, reason) = match attendance {
                    Attendance::Present {} => ("1", None),
                    Attendance::OnLeave { reason } => ("2", Some(reason)),
                    Attendance::Absent { reason } => ("3", Some(reason)),
                };
                self.window.find(&format!("li.now[data-member=\"{member}\"]")).await?;
                self.press(Work::RollCall, key).await?;
                if let Some(reason) = reason {
                    self.given(&format!("[data-member=\"{member}\"] input[name=reason]")).await?;
                    self.write(reason).await?;
                    self.press(Work::RollCall, "Enter").await?;
                }
                Ok(())
            }
            MeetingCommand::OpenMeeting {} => self.next(Work::Meeting).await,
            MeetingCommand::TakeUpItem { item } => {
                self.window
                    .find(".doors [data-do=takeUpItem].primary")
                    .await
                    .with_context(|| format!("item {item}"))?;
                self.next(Work::Meeting).await
            }
            MeetingCommand::TakeUpNominee { .. } => self.next(Work::Nominee).await,
            MeetingCommand::RecordArrival { member, time: None } => self.seat(Work::Meeting, member.0).await,
            MeetingCommand::RecordReturn { person: Attendant::Member(member), time: None } => {
                self.seat(Work::Special, member.0).await
            }
            MeetingCommand::AcknowledgeWarning { by, reason, .. } => {
                self.next(Work::Meeting).await?;
                self.given("form[data-form=acknowledge] [name=reason]").await?;
                self.person(Work::Meeting, "form[data-form=acknowledge] input[name=by]", &by.to_string()).await?;
                self.field(Work::Meeting, "form[data-form=acknowledge] [name=reason]", reason).await?;
                self.next(Work::Meeting).await
            }
            MeetingCommand::ReadWrittenOpinion { member, words } => {
                // To the seats, first to whoever is away.
                self.press(Work::Special, "Alt+S").await?;
                self.given(&format!("[data-seat=\"{member}\"] > button")).await?;
                self.press(Work::Special, "W").await?;
                self.given("form[data-form=opinion] textarea[name=words]").await?;
                self.field(Work::Special, "form[data-form=opinion] textarea[name=words]", words).await?;
                self.next(Work::Special).await
            }
            MeetingCommand::RecordRecusal {
                person: Attendant::Member(member), relation, detail, time: None, ..
            } => {
                let field = |name: &str| format!("form[data-form=recuse] [name={name}]");
                self.press(Work::Special, "Alt+R").await?;
                self.person(Work::Special, &field("person"), &format!("member:{member}")).await?;
                self.list(Work::Special, &field("relation"), &wire(*relation)?).await?;
                self.field(Work::Special, &field("detail"), detail).await?;
                self.next(Work::Special).await
            }
            MeetingCommand::Introduce { by, words, covers } => {
                let form = "form[data-form=introduce]";
                let by = speaker(*by);
                let field = format!("{form} textarea[name=words]");
                let known = self.window.find(&format!("{form} input[name=by]")).await?.attr("data-value").await?;
                let ordinary = covers.is_empty();
                self.given(&if known.as_deref() == Some("") {
                    format!("{form} input[name=by]")
                } else {
                    field.clone()
                })
                .await?;
                self.person(if ordinary { Work::Meeting } else { Work::Named }, &format!("{form} input[name=by]"), &by)
                    .await?;
                self.given(&field).await?;
                self.write(words).await?;
                if ordinary {
                    return self.next(Work::Meeting).await;
                }
                if covers.len() != 5 {
                    bail!("the sample covers the usual points");
                }
                self.press(Work::Nominee, "Ctrl+Shift+Enter").await
            }
            MeetingCommand::RecordRemark { speaker: by, words, leans: false } => {
                let form = "form[data-form=remark]";
                if !self.window.has(form).await? {
                    self.press(Work::Meeting, "Alt+I").await?;
                }
                self.given(&format!("{form} input[name=by]")).await?;
                self.person(Work::Meeting, &format!("{form} input[name=by]"), &speaker(*by)).await?;
                self.given(&format!("{form} textarea[name=words]")).await?;
                self.write(words).await?;
                self.next(Work::Meeting).await
            }
            MeetingCommand::RecordStatement { speaker: Person::Member(member), stance, words } => {
                self.given(&format!("form[data-form=statement][data-speaker=\"{member}\"] textarea[name=words]"))
                    .await?;
                self.write(words).await?;
                let place = match stance {
                    Stance::Agree => 1,
                    Stance::Disagree => 2,
                    Stance::Defer => 3,
                };
                self.press(Work::Stance, &format!("Ctrl+{place}")).await
            }
            MeetingCommand::OpenVote { method, scrutineer, teller } => {
                self.open_vote(*method, scrutineer, teller).await
            }
            MeetingCommand::RecordVote { voter: Person::Member(member), choice } => {
                self.window.find(&format!("[data-row=\"{member}\"][aria-current]")).await?;
                let place = match choice {
                    Choice::Agree => 1,
                    Choice::Against => 2,
                    Choice::Abstain => 3,
                    Choice::Defer => 4,
                };
                self.press(Work::Vote, &place.to_string()).await
            }
            MeetingCommand::CloseVote {} | MeetingCommand::AnnounceResult {} => self.next(Work::Nominee).await,
            MeetingCommand::CountBallots { count, again } => {
                for (reading, sheet) in [("1", count), ("2", again)] {
                    let numbers = [
                        sheet.issued,
                        sheet.returned,
                        sheet.spoilt,
                        sheet.agree,
                        sheet.against,
                        sheet.abstain,
                        sheet.spoilt_field,
                    ];
                    self.given(&format!("form[data-reading=\"{reading}\"] input[name=issued]")).await?;
                    for (place, number) in numbers.iter().enumerate() {
                        let Reading::Number(number) = number else { bail!("the sample counts in numbers") };
                        if place > 0 {
                            self.press(Work::Count, "Tab").await?;
                        }
                        self.write(&number.to_string()).await?;
                    }
                    self.next(Work::Count).await?;
                }
                Ok(())
            }
            MeetingCommand::DeferMatter { reason } => {
                self.press(Work::Special, "Alt+D").await?;
                self.field(Work::Special, "form[data-form=reason] [name=reason]", reason).await?;
                self.next(Work::Special).await
            }
            MeetingCommand::CloseItem { decision } => {
                self.next(Work::Meeting).await?;
                self.given("form[data-form=closeItem] textarea[name=decision]").await?;
                self.write(decision).await?;
                self.next(Work::Meeting).await
            }
            MeetingCommand::Adjourn {} | MeetingCommand::Seal {} => {
                self.next(Work::Meeting).await?;
                self.given("dialog[open] [data-do=confirm]").await?;
                self.press(Work::Meeting, "Enter").await
            }
            MeetingCommand::Correct { entry, words, reason, by } => {
                // Found by its words, which leads to the entry.
                self.press(Work::Papers, "Ctrl+Shift+F").await?;
                self.given("[name=query]").await?;
                self.write("已接入").await?;
                self.window.find(&format!("[data-do=openHit][data-entry=\"{entry}\"]")).await?;
                self.press(Work::Papers, "Down").await?;
                self.press(Work::Papers, "Enter").await?;
                let row = format!("li[data-entry=\"{entry}\"]");
                self.given(&row).await?;
                self.door(Work::Papers, &format!("{row} [data-do=correct]")).await?;
                self.given("form[data-form=correct] textarea[name=words]").await?;
                self.write(words).await?;
                self.field(Work::Papers, "form[data-form=correct] textarea[name=reason]", reason).await?;
                self.field(Work::Papers, "form[data-form=correct] input[name=by]", by).await?;
                self.next(Work::Papers).await
            }
            other => bail!("the hand knows no {other:?}"),
        }
    }

    async fn preparation(&self, nominee: u32, marks: &[PreparationMark]) -> Result<()> {
        let work = Work::Preparation;
        self.door(work, &format!("[data-do=prepare][data-nominee=\"{nominee}\"]")).await?;
        // Prepared as somebody before: taken from there, and nothing is left to be typed.
        let before = self.prepared.lock().ok().context("what was prepared")?.clone();
        if let Some((other, _)) = before.iter().rev().take(3).find(|(_, other)| other == marks) {
            self.door(work, &format!("[data-do=prepareAs][data-nominee=\"{other}\"]")).await?;
        }
        if let Ok(mut prepared) = self.prepared.lock() {
            prepared.push((nominee, marks.to_vec()));
        }
        for PreparationMark { step, state, responsible, on, reference } in marks {
            let step = wire(*step)?;
            let field = |name: &str| format!("form[data-form=prepare] [data-step={step}] [name={name}]");
            self.list(work, &field("state"), &wire(*state)?).await?;
            self.field(work, &field("responsible"), responsible).await?;
            if let Some(on) = on {
                self.field(work, &field("on"), &wire(*on)?).await?;
            }
            self.field(work, &field("reference"), reference).await?;
        }
        self.press(work, "Ctrl+Enter").await
    }

    async fn open_vote(&self, method: VoteMethod, scrutineer: &str, teller: &str) -> Result<()> {
        self.next(Work::Nominee).await?;
        self.window.find("form[data-form=openVote]").await?;
        let place = match method {
            VoteMethod::Hands => 1,
            VoteMethod::Secret => 2,
            VoteMethod::Signed => 3,
            VoteMethod::Voice => 4,
        };
        self.press(Work::Nominee, &format!("Ctrl+{place}")).await?;
        if self.window.has("form[data-form=openVote]").await? {
            // The first time it asks who watches and who counts.
            self.given("form[data-form=openVote] [name=scrutineer]").await?;
            self.write(scrutineer).await?;
            self.press(Work::Named, "Tab").await?;
            self.write(teller).await?;
            self.press(Work::Named, "Enter").await?;
        }
        self.window.find("body:not(:has(dialog[open]))").await?;
        Ok(())
    }

    /// Somebody comes back, by the key of the seat.
    async fn seat(&self, work: Work, member: u32) -> Result<()> {
        self.press(work, "Alt+S").await?;
        self.press(work, &member.to_string()).await?;
        self.window.find(&format!("[data-seat=\"{member}\"] .present, [data-seat=\"{member}\"] .next")).await?;
        Ok(())
    }

    /// Saves the whole file of the meeting with every other file.
    pub async fn save_papers(&self) -> Result<()> {
        let work = Work::Papers;
        self.press(work, "Alt+S").await?;
        for css in ["input[name=word]", "input[name=export]"] {
            for place in 0..self.window.count(css).await? {
                let mark = format!("document.querySelectorAll('{css}')[{place}].id = 'wanted-{place}'");
                self.window.client.execute(&mark, vec![]).await?;
                self.reach(work, &format!("{css}#wanted-{place}")).await?;
                self.press(work, "Space").await?;
            }
        }
        self.next(work).await?;
        self.window.find_in("[data-outcome=saved]", Duration::from_secs(120)).await?;
        Ok(())
    }
}

fn speaker(person: Person) -> String {
    crate::hand::person(person)
}

/// How the people of the sample are named by initials.
const INITIALS: [(&str, &str); 14] = [
    ("周以诺", "zyn"),
    ("李知远", "lzy"),
    ("林见山", "ljs"),
    ("吴海平", "whp"),
    ("郑一鸣", "zym"),
    ("何静", "hj"),
    ("钱明", "qm"),
    ("冯伟", "fw"),
    ("许可", "xk"),
    ("韩青", "hq"),
    ("高原", "gy"),
    ("宋扬", "sy"),
    ("陶然", "tr"),
    ("白帆", "bf"),
];

/// The same meeting written by the same hand in a word processor, from a template as good as one can be: a page for each
/// nominee with name and posts in place, a table of the members in their order with columns for time, stance, words and
/// vote, the totals below; the present time is one chord, and a digit becomes the word for a stance or a vote. Nothing is
/// counted for saving, for looking up an article, for the order of speakers, or for finding a mistake in a total.
pub fn word_processor(lines: &[Line]) -> Strokes {
    let mut strokes = Strokes::new();
    let mut add = |work: Work, count: u32| *strokes.entry(work).or_default() += count;
    let (mut nominees, mut present) = (0, 0);
    for line in lines {
        let Some(Command::Meeting { act, .. }) = &line.act else { continue };
        match act {
            // A mark, and down to the next line; the reason is words in the next cell.
            MeetingCommand::MarkAttendance { attendance: Attendance::Present {}, .. } => {
                present += 1;
                add(Work::RollCall, 2);
            }
            MeetingCommand::MarkAttendance { .. } => add(Work::RollCall, 4),
            // How many are here, typed: two digits, and on.
            MeetingCommand::OpenMeeting {} => add(Work::RollCall, 3),
            // To the next page, and the time.
            MeetingCommand::TakeUpItem { .. } => add(Work::Meeting, 2),
            MeetingCommand::TakeUpNominee { .. } => {
                nominees += 1;
                add(Work::Nominee, 2);
            }
            // The time, on to the name, on to the words; five boxes, each reached and ticked.
            MeetingCommand::Introduce { covers, .. } => {
                let work = if covers.is_empty() { Work::Meeting } else { Work::Nominee };
                add(work, 3 + 2 * u32::try_from(covers.len()).unwrap_or_default());
            }
            // A paragraph of its own: a new line, the time, a colon after the name.
            MeetingCommand::RecordRemark { .. } => add(Work::Meeting, 3),
            MeetingCommand::ReadWrittenOpinion { .. } => add(Work::Special, 3),
            // The time, on, the stance, on, the words, and on over the vote to the next line.
            MeetingCommand::RecordStatement { .. } => add(Work::Stance, 6),
            // To the first cell for votes; who counts stands below.
            MeetingCommand::OpenVote { method, .. } => {
                add(Work::Nominee, 2);
                if matches!(method, VoteMethod::Secret | VoteMethod::Signed) {
                    add(Work::Named, 2);
                }
            }
            MeetingCommand::RecordVote { .. } => add(Work::Vote, 2),
            // Counted by eye, and typed: present, agreeing, against and abstaining, two digits and on.
            MeetingCommand::CloseVote {} => add(Work::Nominee, 4 * 3),
            // Seven figures from the sheet, typed once, and on after each.
            MeetingCommand::CountBallots { .. } => add(Work::Count, 7),
            // The outcome, on, the time.
            MeetingCommand::AnnounceResult {} => add(Work::Nominee, 3),
            MeetingCommand::DeferMatter { .. } => add(Work::Special, 3),
            // A line with the time; then up to the head, the new number present, and back.
            MeetingCommand::RecordArrival { .. } => add(Work::Meeting, 2 + 4),
            // The same, and the member's line struck out or put back.
            MeetingCommand::RecordRecusal { .. } | MeetingCommand::RecordReturn { .. } => add(Work::Special, 2 + 4 + 2),
            MeetingCommand::AcknowledgeWarning { .. } => add(Work::Meeting, 3),
            MeetingCommand::CloseItem { .. } | MeetingCommand::Adjourn {} => add(Work::Meeting, 2),
            // Ten papers: opened from its template, the nominees' figures carried over one by one (to the minutes, chosen,
            // copied, back, pasted), and saved as PDF (the command, the kind, two to confirm).
            MeetingCommand::Seal {} => add(Work::Papers, 10 * (2 + 4) + 3 * 5 * nominees + present),
            _ => {}
        }
    }
    strokes
}
