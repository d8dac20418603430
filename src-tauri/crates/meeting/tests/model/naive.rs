//! The rules a second time, as plainly as they can be said: flat structs, plain loops, own arithmetic. Written from
//! rulebook.md and the wire types, by somebody who has not read `decide`, so that the two can only agree by both being right
//! (or by both misreading the same sentence). It shares no code with the crate: it reads fields of wire types and calls
//! nothing. Back-filled meetings, amended calls and warnings other than S-01 are not in it.

use meeting::{
    AgendaItem, Attendance, Attendant, Called, Choice, CountSheet, FullAttendance, ItemDraft, LastSpeaker, MajorityOf,
    Mark, Matter, MatterDraft, MeetingCommand, Moment, Named, Nominee, Person, PreparationMark, PreparationStep,
    Reading, RecusalBase, Relation, Role, Rulebook, Share, Stance, StepState, VoteMethod, Warning,
};

/// A rule's code as rulebook.md writes it.
pub(crate) type Rule = &'static str;

/// Nothing, or the first rule that speaks against it.
type Verdict = Result<(), Rule>;

/// Entry numbers start here and leave gaps, as in a ledger that holds other meetings too.
pub(crate) const FIRST_ENTRY: u32 = 5;
/// The distance from one entry to the next.
pub(crate) const ENTRY_STEP: u32 = 2;

/// Where the meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    Called,
    Sitting,
    Adjourned,
    Sealed,
    CalledOff,
}

/// A member with what is known of their coming and going.
#[derive(Clone, Debug)]
pub(crate) struct Seat {
    pub(crate) id: u32,
    pub(crate) name: String,
    pub(crate) secretary: bool,
    /// `None` until marked in the roll call; then whether they attend, movements included.
    pub(crate) attends: Option<bool>,
    /// When they last came, went, left for a nominee or returned.
    pub(crate) moved: Option<Moment>,
}

/// Somebody who left the room for a nominee.
#[derive(Clone, Debug)]
pub(crate) struct Outside {
    pub(crate) who: Attendant,
    pub(crate) nominee: u32,
    pub(crate) left: Moment,
    pub(crate) back: Option<Moment>,
}

/// How far an item has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemStage {
    Waiting,
    Open,
    Left,
    Closed,
}

/// An agenda item; an ordinary one has exactly one matter, whose nominee is 0.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) id: u32,
    pub(crate) appointment: bool,
    pub(crate) stage: ItemStage,
    pub(crate) observers: Vec<(u32, String)>,
    pub(crate) matters: Vec<MatterState>,
}

/// How far a matter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Waiting,
    Discussing,
    Voting,
    Settled,
    Announced,
    /// A vote on reconsidering is open.
    Motion,
}

/// What became of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Carried,
    NotCarried,
    Postponed,
    Deferred,
}

/// What a vote or a setting aside came to: agree, against, abstain, defer, spoilt; and what more than half is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) tally: Option<[u32; 5]>,
    pub(crate) base: Option<u32>,
    pub(crate) ending: Ending,
}

/// One nominee, or the ordinary item itself.
#[derive(Clone, Debug)]
pub(crate) struct MatterState {
    pub(crate) nominee: u32,
    pub(crate) name: String,
    pub(crate) unscheduled: bool,
    pub(crate) reconsiders: bool,
    pub(crate) marks: Vec<(PreparationStep, StepState)>,
    pub(crate) stage: Stage,
    pub(crate) introduced: bool,
    pub(crate) statements: Vec<(u32, Stance)>,
    pub(crate) recused: Vec<Attendant>,
    pub(crate) secret: bool,
    pub(crate) voters_at_opening: u32,
    pub(crate) votes: Vec<(u32, Choice)>,
    pub(crate) settled: Option<Settled>,
    /// Whether the last vote on reconsidering was carried.
    pub(crate) motion: Option<bool>,
}

/// The meeting.
#[derive(Clone, Debug)]
pub(crate) struct Naive {
    pub(crate) book: Rulebook,
    pub(crate) seats: Vec<Seat>,
    pub(crate) chair: u32,
    pub(crate) recorder: String,
    pub(crate) phase: Phase,
    pub(crate) notified: bool,
    pub(crate) opened: Option<Moment>,
    pub(crate) items: Vec<Item>,
    pub(crate) open: Option<usize>,
    pub(crate) outside: Vec<Outside>,
    /// Those away, as the chair last confirmed it; gone as soon as anybody comes or goes.
    pub(crate) confirmed: Option<Vec<u32>>,
    pub(crate) entries: u32,
}

fn blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

fn text(text: &str) -> Verdict {
    if blank(text) { Err("R-JL2-01") } else { Ok(()) }
}

fn refuse_if(refused: bool, rule: Rule) -> Verdict {
    if refused { Err(rule) } else { Ok(()) }
}

/// `denominator * part >= numerator * whole`: 以上 includes the number itself.
fn reached(share: Share, part: u32, whole: u32) -> bool {
    share.denominator * part >= share.numerator * whole
}

fn without_spaces(name: &str) -> String {
    let mut bare = String::new();
    for letter in name.chars() {
        if !letter.is_whitespace() {
            bare.push(letter);
        }
    }
    bare
}

/// The rule that bars a nominee whose step is incomplete, in the order of the process (rulebook.md §1.3-1.5, §3).
const STEPS: [(PreparationStep, Rule); 14] = [
    (PreparationStep::Motion, "R-BX-01"),
    (PreparationStep::Recommendation, "R-BX-01"),
    (PreparationStep::Inspection, "S-02"),
    (PreparationStep::DossierAudit, "R-KC-06"),
    (PreparationStep::PersonalReport, "R-KC-06"),
    (PreparationStep::DisciplineOpinion, "R-KC-06"),
    (PreparationStep::Complaints, "R-KC-06"),
    (PreparationStep::QuestionsSettled, "R-BX-02"),
    (PreparationStep::JointReview, "R-HS-01"),
    (PreparationStep::Consultation, "R-YN-01"),
    (PreparationStep::DepartmentOpinion, "S-03"),
    (PreparationStep::PriorReport, "R-BX-03"),
    (PreparationStep::ExceptionalApproval, "R-BX-06"),
    (PreparationStep::Posts, "R-BX-08"),
];

impl MatterState {
    fn ordinary() -> Self {
        Self {
            nominee: 0,
            name: String::new(),
            unscheduled: false,
            reconsiders: false,
            marks: Vec::new(),
            stage: Stage::Waiting,
            introduced: false,
            statements: Vec::new(),
            recused: Vec::new(),
            secret: false,
            voters_at_opening: 0,
            votes: Vec::new(),
            settled: None,
            motion: None,
        }
    }

    fn of(nominee: &Nominee) -> Self {
        Self {
            nominee: nominee.id.0,
            name: nominee.name.clone(),
            unscheduled: nominee.unscheduled,
            reconsiders: nominee.reconsiders.is_some(),
            ..Self::ordinary()
        }
    }

    /// The state of a step as it was marked last.
    pub(crate) fn mark(&self, step: PreparationStep) -> Option<StepState> {
        let mut found = None;
        for (marked, state) in &self.marks {
            if *marked == step {
                found = Some(*state);
            }
        }
        found
    }

    /// The first incomplete step with its rule.
    pub(crate) fn incomplete(&self) -> Option<(PreparationStep, Rule)> {
        for (step, rule) in STEPS {
            if self.mark(step) == Some(StepState::Incomplete) {
                return Some((step, rule));
            }
        }
        None
    }

    pub(crate) fn has_stated(&self, member: u32) -> bool {
        self.statements.iter().any(|(who, _)| *who == member)
    }

    pub(crate) fn spoke_latest(&self, member: u32) -> bool {
        self.statements.last().is_some_and(|(who, _)| *who == member)
    }

    pub(crate) fn is_recused(&self, who: Attendant) -> bool {
        self.recused.contains(&who)
    }

    pub(crate) fn has_voted(&self, member: u32) -> bool {
        self.votes.iter().any(|(who, _)| *who == member)
    }
}

impl Item {
    fn of(item: &AgendaItem) -> Self {
        let (appointment, matters) = match &item.matter {
            Matter::Ordinary {} => (false, vec![MatterState::ordinary()]),
            Matter::Appointment { nominees } => (true, nominees.iter().map(MatterState::of).collect()),
        };
        let observers = item.observers.iter().map(|observer| (observer.id.0, observer.name.clone())).collect();
        Self { id: item.id.0, appointment, stage: ItemStage::Waiting, observers, matters }
    }
}

impl Naive {
    /// A meeting that was just called.
    pub(crate) fn called(call: &Called) -> Self {
        let mut seats = Vec::new();
        for member in &call.roster {
            seats.push(Seat {
                id: member.id.0,
                name: member.name.clone(),
                secretary: member.role == Role::Secretary,
                attends: None,
                moved: None,
            });
        }
        Self {
            book: call.rulebook,
            seats,
            chair: call.chair.0,
            recorder: call.recorder.name.clone(),
            phase: Phase::Called,
            notified: false,
            opened: None,
            items: call.agenda.iter().map(Item::of).collect(),
            open: None,
            outside: Vec::new(),
            confirmed: None,
            entries: 1,
        }
    }

    // What is so.

    pub(crate) fn seat(&self, member: u32) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.id == member)
    }

    pub(crate) fn attends(&self, member: u32) -> bool {
        self.seat(member).is_some_and(|seat| seat.attends == Some(true))
    }

    pub(crate) fn is_out(&self, who: Attendant) -> bool {
        self.outside.iter().any(|out| out.who == who && out.back.is_none())
    }

    pub(crate) fn in_room(&self, member: u32) -> bool {
        self.attends(member) && !self.is_out(Attendant::Member(meeting::MemberId(member)))
    }

    /// Ids of those who do not attend, in order of the roster.
    pub(crate) fn away(&self) -> Vec<u32> {
        self.seats.iter().filter(|seat| seat.attends != Some(true)).map(|seat| seat.id).collect()
    }

    /// Those in the room who are not recused from a matter.
    pub(crate) fn voters(&self, matter: &MatterState) -> Vec<u32> {
        let mut voters = Vec::new();
        for seat in &self.seats {
            if self.in_room(seat.id) && !matter.is_recused(Attendant::Member(meeting::MemberId(seat.id))) {
                voters.push(seat.id);
            }
        }
        voters
    }

    /// N, kept or lowered by those recused from a matter.
    pub(crate) fn entitled(&self, matter: Option<&MatterState>) -> u32 {
        let mut entitled = self.seats.len() as u32;
        if let (RecusalBase::Lowered, Some(matter)) = (self.book.recusal_base, matter) {
            for who in &matter.recused {
                if matches!(who, Attendant::Member(_)) {
                    entitled -= 1;
                }
            }
        }
        entitled
    }

    /// The open item and its matter that is on the floor, by place.
    pub(crate) fn floor(&self) -> Option<(usize, usize)> {
        let item = self.open?;
        let place = self.items[item].matters.iter().position(|matter| {
            matches!(matter.stage, Stage::Discussing | Stage::Voting | Stage::Settled | Stage::Motion)
        })?;
        Some((item, place))
    }

    /// Who states a stance last on a matter, and the rule that says so.
    pub(crate) fn last_speaker(&self, matter: &MatterState) -> Option<(u32, Rule)> {
        let voters = self.voters(matter);
        if self.book.last_speaker == LastSpeaker::Secretary {
            for seat in &self.seats {
                if seat.secretary && voters.contains(&seat.id) {
                    return Some((seat.id, "R-HY-07"));
                }
            }
        }
        // Whoever presides, the Secretary included where the setting asks for the chair: DZ19 第二十七条.
        if voters.contains(&self.chair) { Some((self.chair, "R-HY-08")) } else { None }
    }

    // What must be so.

    fn sitting(&self) -> Verdict {
        match self.phase {
            Phase::Sitting => Ok(()),
            Phase::Called => Err("R-HY-02"),
            Phase::Adjourned | Phase::CalledOff => Err("R-JL2-04"),
            Phase::Sealed => Err("R-JL2-07"),
        }
    }

    fn before_opening(&self) -> Verdict {
        match self.phase {
            Phase::Called => Ok(()),
            Phase::Sealed => Err("R-JL2-07"),
            _ => Err("R-HY-16"),
        }
    }

    fn not_over(&self) -> Verdict {
        if self.phase == Phase::Called { Ok(()) } else { self.sitting() }
    }

    fn known(&self, member: u32) -> Verdict {
        refuse_if(self.seat(member).is_none(), "R-HY-25")
    }

    fn must_be_in_room(&self, member: u32) -> Verdict {
        refuse_if(self.is_out(Attendant::Member(meeting::MemberId(member))), "R-HB-01")?;
        refuse_if(!self.attends(member), "R-HY-13")
    }

    fn chair_in_room(&self) -> Verdict {
        refuse_if(!self.in_room(self.chair), "R-HY-08")
    }

    /// Who is recused from a matter does not preside over it.
    fn chair_presides(&self, matter: &MatterState) -> Verdict {
        self.chair_in_room()?;
        refuse_if(matter.is_recused(Attendant::Member(meeting::MemberId(self.chair))), "R-HB-01")
    }

    /// Nobody who attends is outside still for another nominee than this.
    fn nobody_left_outside(&self, nominee: u32) -> Verdict {
        for seat in &self.seats {
            let who = Attendant::Member(meeting::MemberId(seat.id));
            for out in &self.outside {
                let waits = out.who == who && out.back.is_none() && out.nominee != nominee;
                refuse_if(waits && self.attends(seat.id), "R-HB-01")?;
            }
        }
        Ok(())
    }

    fn quorum(&self, appointment: bool, matter: Option<&MatterState>) -> Verdict {
        let share = if appointment { self.book.appointment_quorum } else { self.book.ordinary_quorum };
        let mut present = 0;
        let mut attending = 0;
        for seat in &self.seats {
            if self.attends(seat.id) {
                attending += 1;
            }
            let recused = matter.is_some_and(|it| it.is_recused(Attendant::Member(meeting::MemberId(seat.id))));
            if self.in_room(seat.id) && !recused {
                present += 1;
            }
        }
        if reached(share, present, self.entitled(matter)) {
            return Ok(());
        }
        if !appointment {
            return Err("R-HY-02");
        }
        // Enough came; it is the recusal that leaves too few.
        Err(if reached(share, attending, self.seats.len() as u32) { "R-HB-05" } else { "R-HY-01" })
    }

    fn quorum_on(&self, item: usize, place: usize) -> Verdict {
        self.quorum(self.items[item].appointment, Some(&self.items[item].matters[place]))
    }

    /// S-01: 人员不齐不讨论.
    fn everybody_or_confirmed(&self) -> Verdict {
        let away = self.away();
        match self.book.full_attendance {
            FullAttendance::Free => Ok(()),
            FullAttendance::Required => refuse_if(!away.is_empty(), "S-01"),
            FullAttendance::Confirmed => refuse_if(!away.is_empty() && self.confirmed != Some(away), "S-01"),
        }
    }

    /// The matter on the floor while it is discussed.
    fn discussed(&self) -> Result<(usize, usize), Rule> {
        let (item, place) = self.floor().ok_or("R-HY-14")?;
        match self.items[item].matters[place].stage {
            Stage::Voting | Stage::Motion => Err("R-HY-04"),
            Stage::Settled => Err("R-HY-14"),
            _ => Ok((item, place)),
        }
    }

    /// Whether a matter may come to the vote.
    fn heard(&self, item: usize, place: usize) -> Verdict {
        let matter = &self.items[item].matters[place];
        refuse_if(!matter.introduced, "R-HY-04")?;
        // 逐一表态 and 末位表态 are asked for on appointments; an ordinary item may be voted on after any number of stances.
        if self.items[item].appointment {
            for voter in self.voters(matter) {
                refuse_if(!matter.has_stated(voter), "R-HY-06")?;
            }
            if let Some((last, rule)) = self.last_speaker(matter) {
                refuse_if(!matter.spoke_latest(last), rule)?;
            }
        }
        Ok(())
    }

    /// Observers and members who may say something on the matter.
    fn may_speak(&self, speaker: Person, item: usize, place: usize) -> Verdict {
        let matter = &self.items[item].matters[place];
        match speaker {
            Person::Member(member) => {
                self.known(member.0)?;
                refuse_if(matter.is_recused(Attendant::Member(member)), "R-HB-01")?;
                self.must_be_in_room(member.0)
            }
            Person::Observer(observer) => {
                refuse_if(!self.items[item].observers.iter().any(|(id, _)| *id == observer.0), "R-HY-15")?;
                refuse_if(matter.is_recused(Attendant::Observer(observer)), "R-HB-01")?;
                refuse_if(self.is_out(Attendant::Observer(observer)), "R-HB-01")
            }
        }
    }

    /// Remarks can be made at any time of the sitting, whatever is on the floor.
    fn may_remark(&self, speaker: Person) -> Verdict {
        if let Some((item, place)) = self.floor() {
            return self.may_speak(speaker, item, place);
        }
        match speaker {
            Person::Member(member) => {
                self.known(member.0)?;
                self.must_be_in_room(member.0)
            }
            Person::Observer(observer) => {
                // Between items, those who were asked for any of them.
                let mut asked = false;
                for (place, item) in self.items.iter().enumerate() {
                    if self.open.is_none_or(|open| open == place) {
                        asked |= item.observers.iter().any(|(id, _)| *id == observer.0);
                    }
                }
                refuse_if(!asked, "R-HY-15")?;
                refuse_if(self.is_out(Attendant::Observer(observer)), "R-HB-01")
            }
        }
    }

    /// Members with a vote on the matter.
    fn voter(&self, person: Person, item: usize, place: usize) -> Result<u32, Rule> {
        let Person::Member(member) = person else { return Err("R-HY-15") };
        self.may_speak(person, item, place)?;
        Ok(member.0)
    }

    /// The turn to state a stance.
    fn turn(&self, member: u32, item: usize, place: usize) -> Verdict {
        let matter = &self.items[item].matters[place];
        let Some((last, rule)) = self.last_speaker(matter) else { return Ok(()) };
        if !self.items[item].appointment {
            return refuse_if(member != last && matter.has_stated(last), rule);
        }
        if member == last {
            for other in self.voters(matter) {
                refuse_if(other != last && !matter.has_stated(other), rule)?;
            }
        }
        Ok(())
    }

    fn offered(&self, choice: Choice) -> bool {
        match choice {
            Choice::Agree | Choice::Against => true,
            Choice::Abstain => self.book.may_abstain,
            Choice::Defer => self.book.may_defer,
        }
    }

    /// A time that is given lies between the opening, or what that person did last, and now.
    fn time(&self, given: Option<Moment>, at: Moment, moved: Option<Moment>) -> Result<Moment, Rule> {
        let Some(time) = given else { return Ok(at) };
        refuse_if(time > at, "R-HY-25")?;
        refuse_if(self.opened.is_some_and(|opened| time < opened), "R-HY-25")?;
        refuse_if(moved.is_some_and(|moved| time < moved), "R-HY-25")?;
        Ok(time)
    }

    /// What somebody did last that has a time.
    fn moved(&self, who: Attendant) -> Option<Moment> {
        let mut latest = None;
        if let Attendant::Member(member) = who {
            latest = self.seat(member.0).and_then(|seat| seat.moved);
        }
        for out in &self.outside {
            if out.who == who {
                latest = latest.max(Some(out.left)).max(out.back);
            }
        }
        latest
    }

    // What is done.

    /// Judges a command and does it: what it settled, if anything, or the first rule that speaks against it.
    pub(crate) fn command(&mut self, command: &MeetingCommand, at: Moment) -> Result<Option<Settled>, Rule> {
        let settled = self.done(command, at)?;
        self.entries += 1;
        Ok(settled)
    }

    fn done(&mut self, command: &MeetingCommand, at: Moment) -> Result<Option<Settled>, Rule> {
        match command {
            MeetingCommand::AmendCall { .. } => self.before_opening().map(|()| None),
            MeetingCommand::NoteTime { .. } => Err("not in the model"),
            MeetingCommand::SendNotice {} => {
                self.before_opening()?;
                refuse_if(self.notified, "R-HY-16")?;
                self.notified = true;
                Ok(None)
            }
            MeetingCommand::AddItem { item } => self.add_item(item),
            MeetingCommand::MarkPreparation { nominee, marks } => self.mark(nominee.0, marks, at),
            MeetingCommand::CallOff { reason } => {
                self.before_opening()?;
                text(reason)?;
                self.phase = Phase::CalledOff;
                Ok(None)
            }
            MeetingCommand::MarkAttendance { member, attendance } => {
                self.before_opening()?;
                self.known(member.0)?;
                if let Attendance::OnLeave { reason } = attendance {
                    text(reason)?;
                }
                let present = matches!(attendance, Attendance::Present {});
                for seat in &mut self.seats {
                    if seat.id == member.0 {
                        seat.attends = Some(present);
                    }
                }
                Ok(None)
            }
            MeetingCommand::DesignateChair { member } => {
                self.known(member.0)?;
                self.not_over()?;
                if self.phase == Phase::Sitting {
                    self.must_be_in_room(member.0)?;
                }
                self.chair = member.0;
                Ok(None)
            }
            MeetingCommand::OpenMeeting {} => {
                self.before_opening()?;
                refuse_if(self.seats.iter().any(|seat| seat.attends.is_none()), "R-JL2-01")?;
                self.chair_in_room()?;
                self.quorum(false, None)?;
                self.phase = Phase::Sitting;
                self.opened = Some(at);
                Ok(None)
            }
            MeetingCommand::RecordArrival { member, time } => {
                self.sitting()?;
                self.known(member.0)?;
                let who = Attendant::Member(*member);
                refuse_if(self.attends(member.0) && self.is_out(who), "R-HB-01")?;
                refuse_if(self.attends(member.0), "R-HY-25")?;
                let time = self.time(*time, at, self.moved(who))?;
                self.move_to(member.0, true, time);
                Ok(None)
            }
            MeetingCommand::RecordDeparture { member, time, reason } => {
                self.sitting()?;
                self.known(member.0)?;
                // Who is outside for a nominee can go home from there.
                if !self.attends(member.0) {
                    self.must_be_in_room(member.0)?;
                }
                text(reason)?;
                let time = self.time(*time, at, self.moved(Attendant::Member(*member)))?;
                self.move_to(member.0, false, time);
                Ok(None)
            }
            MeetingCommand::RecordRecusal { nominee, person, relation, detail, time, substitute } => {
                self.recuse(nominee.0, *person, *relation, detail, *time, substitute, at)
            }
            MeetingCommand::RecordReturn { person, time } => {
                self.sitting()?;
                let place =
                    self.outside.iter().position(|out| out.who == *person && out.back.is_none()).ok_or("R-HB-01")?;
                if let Attendant::Member(member) = person {
                    refuse_if(!self.attends(member.0), "R-HY-13")?;
                }
                if let Some((item, matter)) = self.floor() {
                    refuse_if(self.items[item].matters[matter].nominee == self.outside[place].nominee, "R-HB-01")?;
                }
                let time = self.time(*time, at, self.moved(*person))?;
                self.outside[place].back = Some(time);
                Ok(None)
            }
            MeetingCommand::TakeUpItem { item } => self.take_up_item(item.0),
            MeetingCommand::TakeUpNominee { nominee } => self.take_up_nominee(nominee.0),
            MeetingCommand::Introduce { by, words, .. } => {
                self.sitting()?;
                let (item, place) = self.discussed()?;
                refuse_if(self.items[item].matters[place].introduced, "R-HY-04")?;
                self.may_speak(*by, item, place)?;
                text(words)?;
                self.quorum_on(item, place)?;
                self.items[item].matters[place].introduced = true;
                Ok(None)
            }
            MeetingCommand::RecordStatement { speaker, stance, .. } => {
                self.sitting()?;
                let (item, place) = self.discussed()?;
                let member = self.voter(*speaker, item, place)?;
                let matter = &self.items[item].matters[place];
                refuse_if(!matter.introduced, "R-HY-04")?;
                self.quorum_on(item, place)?;
                let is_last = self.last_speaker(matter).is_some_and(|(last, _)| last == member);
                let open_again = is_last && !matter.spoke_latest(member);
                refuse_if(matter.has_stated(member) && !open_again, "R-HY-06")?;
                self.turn(member, item, place)?;
                self.items[item].matters[place].statements.push((member, *stance));
                Ok(None)
            }
            MeetingCommand::RestateStatement { speaker, stance, .. } => {
                self.sitting()?;
                let (item, place) = self.discussed()?;
                let member = self.voter(*speaker, item, place)?;
                self.quorum_on(item, place)?;
                refuse_if(!self.items[item].matters[place].has_stated(member), "R-HY-06")?;
                self.turn(member, item, place)?;
                self.items[item].matters[place].statements.push((member, *stance));
                Ok(None)
            }
            MeetingCommand::RecordRemark { speaker, words, leans } => {
                self.sitting()?;
                self.may_remark(*speaker)?;
                text(words)?;
                if *leans {
                    let Some((item, place)) = self.floor() else { return Err("R-HY-09") };
                    let matter = &self.items[item].matters[place];
                    let last = self.last_speaker(matter).map(|(last, _)| last);
                    let Person::Member(member) = speaker else { return Err("R-HY-09") };
                    refuse_if(matter.stage != Stage::Discussing, "R-HY-09")?;
                    refuse_if(last != Some(member.0) || matter.spoke_latest(member.0), "R-HY-09")?;
                }
                Ok(None)
            }
            MeetingCommand::ReadWrittenOpinion { member, words } => {
                self.sitting()?;
                let (item, place) = self.discussed()?;
                self.known(member.0)?;
                let who = Attendant::Member(*member);
                refuse_if(self.items[item].matters[place].is_recused(who), "R-HB-01")?;
                // 未到会: who came and is outside for another nominee can come back and speak.
                refuse_if(self.attends(member.0), "R-HY-13")?;
                text(words)?;
                Ok(None)
            }
            MeetingCommand::PostponeVote { reason } => {
                self.sitting()?;
                let (item, place) = self.floor().ok_or("R-HY-14")?;
                match self.items[item].matters[place].stage {
                    Stage::Voting => {}
                    Stage::Motion => {
                        text(reason)?;
                        // The motion is put off as if it had not been moved.
                        let matter = &mut self.items[item].matters[place];
                        matter.stage = if matter.settled.is_some() { Stage::Announced } else { Stage::Waiting };
                        return Ok(Some(Settled { tally: None, base: None, ending: Ending::Postponed }));
                    }
                    Stage::Settled => return Err("R-HY-14"),
                    _ => {
                        // Whoever has no quorum any more need not be introduced first.
                        let unheard = !self.items[item].matters[place].introduced;
                        refuse_if(unheard && self.quorum_on(item, place).is_ok(), "R-HY-04")?;
                    }
                }
                text(reason)?;
                Ok(Some(self.settle(item, place, Settled { tally: None, base: None, ending: Ending::Postponed })))
            }
            MeetingCommand::DeferMatter { reason } => {
                self.sitting()?;
                let (item, place) = self.discussed()?;
                self.heard(item, place)?;
                self.chair_presides(&self.items[item].matters[place])?;
                text(reason)?;
                Ok(Some(self.settle(item, place, Settled { tally: None, base: None, ending: Ending::Deferred })))
            }
            MeetingCommand::OpenVote { method, scrutineer, teller } => self.open_vote(*method, scrutineer, teller),
            MeetingCommand::RecordVote { voter, choice } => self.vote(*voter, *choice),
            MeetingCommand::ReviseVote { voter, choice } => {
                self.sitting()?;
                let (item, place) = self.floor().ok_or("R-HY-14")?;
                let matter = &self.items[item].matters[place];
                match matter.stage {
                    Stage::Settled => return Err("R-HY-14"),
                    Stage::Voting => refuse_if(matter.secret, "R-PJ-14")?,
                    Stage::Motion => {}
                    _ => return Err(self.no_vote(item, place)),
                }
                let Person::Member(member) = voter else { return Err("R-HY-15") };
                self.known(member.0)?;
                refuse_if(!self.offered(*choice), "R-HY-11")?;
                let cast = self.items[item].matters[place].votes.iter_mut().find(|(who, _)| *who == member.0);
                let (_, before) = cast.filter(|(_, before)| before != choice).ok_or("R-HY-14")?;
                *before = *choice;
                Ok(None)
            }
            MeetingCommand::CloseVote {} => self.close_vote(),
            MeetingCommand::CountBallots { count, again } => self.count(count, again),
            MeetingCommand::VoidBallot { issued, returned } => {
                self.sitting()?;
                let (item, place) = self.secret_vote()?;
                refuse_if(returned.0 <= issued.0, "R-PJ-05")?;
                let voters = self.items[item].matters[place].voters_at_opening;
                refuse_if(issued.0 > voters, "R-HY-13")?;
                refuse_if(self.book.every_voter_gets_a_paper && issued.0 != voters, "R-PJ-04")?;
                self.items[item].matters[place].stage = Stage::Discussing;
                Ok(None)
            }
            MeetingCommand::OpenReconsideration { nominee, reason } => self.reconsider(nominee.0, reason),
            MeetingCommand::AcknowledgeWarning { warning, by, reason } => {
                self.sitting()?;
                self.known(by.0)?;
                self.must_be_in_room(by.0)?;
                text(reason)?;
                let Warning::NotAllPresent { absent } = warning else { return Err("not in the model") };
                let away = self.away();
                let current = self.open.is_some_and(|item| self.items[item].appointment)
                    && self.book.full_attendance == FullAttendance::Confirmed
                    && !away.is_empty()
                    && self.named(&away) == *absent;
                refuse_if(!current, "S-01")?;
                refuse_if(by.0 != self.chair, "S-01")?;
                refuse_if(self.confirmed.as_ref() == Some(&away), "S-01")?;
                self.confirmed = Some(away);
                Ok(None)
            }
            MeetingCommand::AnnounceResult {} => {
                self.sitting()?;
                refuse_if(self.open.is_none(), "R-HY-14")?;
                let (item, place) = self.floor().ok_or("R-HY-19")?;
                refuse_if(self.items[item].matters[place].stage != Stage::Settled, "R-HY-19")?;
                self.chair_presides(&self.items[item].matters[place])?;
                self.items[item].matters[place].stage = Stage::Announced;
                Ok(None)
            }
            MeetingCommand::CloseItem { decision } => self.close_item(decision),
            MeetingCommand::LeaveItem { reason } => {
                self.sitting()?;
                let item = self.open.ok_or("R-HY-14")?;
                text(reason)?;
                if let Some((_, place)) = self.floor() {
                    let stage = self.items[item].matters[place].stage;
                    refuse_if(stage == Stage::Settled, "R-HY-19")?;
                    refuse_if(self.items[item].appointment || stage != Stage::Discussing, "R-HY-14")?;
                }
                self.leave_floor(ItemStage::Left);
                Ok(None)
            }
            MeetingCommand::Adjourn {} => {
                self.sitting()?;
                refuse_if(self.open.is_some(), "R-HY-14")?;
                self.phase = Phase::Adjourned;
                Ok(None)
            }
            MeetingCommand::Seal {} => {
                match self.phase {
                    Phase::Adjourned => {}
                    Phase::Sealed => return Err("R-JL2-07"),
                    _ => return Err("R-JL2-04"),
                }
                self.phase = Phase::Sealed;
                Ok(None)
            }
            MeetingCommand::Correct { entry, words, reason, by } => {
                text(words)?;
                text(reason)?;
                text(by)?;
                let mut own = false;
                for place in 0..self.entries {
                    if FIRST_ENTRY + place * ENTRY_STEP == entry.0 {
                        own = true;
                    }
                }
                refuse_if(!own, "R-JS-04")?;
                Ok(None)
            }
        }
    }

    /// Ids with names, as a warning states them.
    pub(crate) fn named(&self, members: &[u32]) -> Vec<Named> {
        let mut named = Vec::new();
        for seat in &self.seats {
            if members.contains(&seat.id) {
                named.push(Named { id: meeting::MemberId(seat.id), name: seat.name.clone() });
            }
        }
        named
    }

    fn move_to(&mut self, member: u32, attends: bool, time: Moment) {
        for seat in &mut self.seats {
            if seat.id == member {
                seat.attends = Some(attends);
                seat.moved = Some(time);
            }
        }
        self.confirmed = None;
    }

    fn add_item(&mut self, draft: &ItemDraft) -> Result<Option<Settled>, Rule> {
        self.not_over()?;
        text(&draft.title)?;
        let unscheduled = self.notified || self.phase == Phase::Sitting;
        let mut nominee_id = 0;
        let mut observer_id = 0;
        for item in &self.items {
            for matter in &item.matters {
                nominee_id = nominee_id.max(matter.nominee);
            }
            for (observer, _) in &item.observers {
                observer_id = observer_id.max(*observer);
            }
        }
        let mut item = Item {
            id: self.items.iter().map(|item| item.id).max().unwrap_or(0) + 1,
            appointment: false,
            stage: ItemStage::Waiting,
            observers: Vec::new(),
            matters: vec![MatterState::ordinary()],
        };
        let mut reconsiders = false;
        if let MatterDraft::Appointment { nominees } = &draft.matter {
            refuse_if(nominees.is_empty(), "R-HY-04")?;
            item.appointment = true;
            item.matters.clear();
            for nominee in nominees {
                text(&nominee.name)?;
                refuse_if(blank(&nominee.proposed_post) && blank(&nominee.post_to_leave), "R-HY-04")?;
                nominee_id += 1;
                reconsiders |= nominee.reconsiders.is_some();
                item.matters.push(MatterState {
                    nominee: nominee_id,
                    name: nominee.name.clone(),
                    unscheduled,
                    ..MatterState::ordinary()
                });
            }
        }
        for observer in &draft.observers {
            text(&observer.name)?;
            observer_id += 1;
            item.observers.push((observer_id, observer.name.clone()));
        }
        refuse_if(reconsiders, "R-HY-18")?;
        self.items.push(item);
        Ok(None)
    }

    fn mark(&mut self, nominee: u32, marks: &[PreparationMark], at: Moment) -> Result<Option<Settled>, Rule> {
        self.not_over()?;
        let mut found = None;
        for (item, it) in self.items.iter().enumerate() {
            for (place, matter) in it.matters.iter().enumerate() {
                if it.appointment && matter.nominee == nominee {
                    found = Some((item, place));
                }
            }
        }
        let (item, place) = found.ok_or("R-HY-17")?;
        refuse_if(self.items[item].matters[place].stage != Stage::Waiting, "R-HY-04")?;
        refuse_if(marks.is_empty(), "R-JL2-03")?;
        for mark in marks {
            if mark.state == StepState::Complete {
                text(&mark.responsible)?;
            }
            refuse_if(mark.on.is_some_and(|on| on.0 > at.0.date_naive()), "R-JL2-03")?;
        }
        for mark in marks {
            self.items[item].matters[place].marks.push((mark.step, mark.state));
        }
        Ok(None)
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of one command, in its order")]
    fn recuse(
        &mut self,
        nominee: u32,
        who: Attendant,
        relation: Relation,
        detail: &str,
        time: Option<Moment>,
        substitute: &str,
        at: Moment,
    ) -> Result<Option<Settled>, Rule> {
        self.sitting()?;
        let (item, place) = self.nominee_of_open_item(nominee)?;
        let matter = &self.items[item].matters[place];
        match matter.stage {
            Stage::Discussing => {}
            Stage::Voting | Stage::Motion => return Err("R-HY-04"),
            Stage::Settled | Stage::Announced => return Err("R-HY-14"),
            Stage::Waiting => refuse_if(self.floor().is_some(), "R-HY-14")?,
        }
        match who {
            Attendant::Member(member) => self.known(member.0)?,
            Attendant::Observer(observer) => {
                refuse_if(!self.items[item].observers.iter().any(|(id, _)| *id == observer.0), "R-HY-15")?;
            }
            Attendant::Recorder => {}
        }
        refuse_if(self.is_out(who), "R-HB-01")?;
        match who {
            Attendant::Member(member) => self.must_be_in_room(member.0)?,
            Attendant::Recorder => text(substitute)?,
            Attendant::Observer(_) => {}
        }
        if relation == Relation::Other {
            text(detail)?;
        }
        let left = self.time(time, at, self.moved(who))?;
        if !self.items[item].matters[place].is_recused(who) {
            self.items[item].matters[place].recused.push(who);
        }
        self.outside.push(Outside { who, nominee, left, back: None });
        Ok(None)
    }

    fn nominee_of_open_item(&self, nominee: u32) -> Result<(usize, usize), Rule> {
        let item = self.open.ok_or("R-HY-14")?;
        refuse_if(!self.items[item].appointment, "R-HY-17")?;
        let place = self.items[item].matters.iter().position(|it| it.nominee == nominee).ok_or("R-HY-17")?;
        Ok((item, place))
    }

    fn take_up_item(&mut self, id: u32) -> Result<Option<Settled>, Rule> {
        self.sitting()?;
        let place = self.items.iter().position(|item| item.id == id).ok_or("R-HY-16")?;
        refuse_if(self.open.is_some(), "R-HY-14")?;
        refuse_if(self.items[place].stage == ItemStage::Closed, "R-HY-14")?;
        self.chair_in_room()?;
        self.quorum(self.items[place].appointment, None)?;
        let item = &mut self.items[place];
        item.stage = ItemStage::Open;
        if !item.appointment && item.matters[0].stage == Stage::Waiting {
            item.matters[0].stage = Stage::Discussing;
        }
        self.open = Some(place);
        Ok(None)
    }

    fn take_up_nominee(&mut self, nominee: u32) -> Result<Option<Settled>, Rule> {
        self.sitting()?;
        let (item, place) = self.nominee_of_open_item(nominee)?;
        refuse_if(self.floor().is_some(), "R-HY-14")?;
        let matter = &self.items[item].matters[place];
        refuse_if(matter.stage != Stage::Waiting, "R-HY-14")?;
        self.chair_presides(matter)?;
        self.nobody_left_outside(nominee)?;
        refuse_if(matter.reconsiders && matter.motion != Some(true), "R-HY-18")?;
        refuse_if(matter.unscheduled, "R-HY-17")?;
        if let Some((_, rule)) = matter.incomplete() {
            return Err(rule);
        }
        self.quorum_on(item, place)?;
        self.everybody_or_confirmed()?;
        self.items[item].matters[place].stage = Stage::Discussing;
        Ok(None)
    }

    fn settle(&mut self, item: usize, place: usize, settled: Settled) -> Settled {
        self.items[item].matters[place].stage = Stage::Settled;
        self.items[item].matters[place].settled = Some(settled);
        settled
    }

    fn open_vote(&mut self, method: VoteMethod, scrutineer: &str, teller: &str) -> Result<Option<Settled>, Rule> {
        self.sitting()?;
        let (item, place) = self.discussed()?;
        self.heard(item, place)?;
        self.chair_presides(&self.items[item].matters[place])?;
        if matches!(method, VoteMethod::Secret | VoteMethod::Signed) {
            text(scrutineer)?;
            text(teller)?;
        }
        let mut interested = Vec::new();
        for matter in &self.items[item].matters {
            if self.items[item].appointment {
                interested.push(without_spaces(&matter.name));
            }
        }
        for who in &self.items[item].matters[place].recused {
            match who {
                Attendant::Member(member) => {
                    if let Some(seat) = self.seat(member.0) {
                        interested.push(without_spaces(&seat.name));
                    }
                }
                Attendant::Observer(observer) => {
                    for (id, name) in &self.items[item].observers {
                        if *id == observer.0 {
                            interested.push(without_spaces(name));
                        }
                    }
                }
                Attendant::Recorder => interested.push(without_spaces(&self.recorder)),
            }
        }
        refuse_if(interested.contains(&without_spaces(scrutineer)), "R-PJ-09")?;
        refuse_if(interested.contains(&without_spaces(teller)), "R-PJ-09")?;
        self.quorum_on(item, place)?;
        if self.items[item].appointment {
            self.everybody_or_confirmed()?;
        }
        let voters = self.voters(&self.items[item].matters[place]).len() as u32;
        let matter = &mut self.items[item].matters[place];
        matter.stage = Stage::Voting;
        matter.secret = method == VoteMethod::Secret;
        matter.voters_at_opening = voters;
        matter.votes.clear();
        Ok(None)
    }

    /// What a vote command answers where no vote is open.
    fn no_vote(&self, item: usize, place: usize) -> Rule {
        match self.items[item].matters[place].stage {
            Stage::Discussing => self.heard(item, place).err().unwrap_or("R-HY-14"),
            _ => "R-HY-14",
        }
    }

    fn secret_vote(&self) -> Result<(usize, usize), Rule> {
        let (item, place) = self.floor().ok_or("R-HY-14")?;
        match self.items[item].matters[place].stage {
            Stage::Voting if self.items[item].matters[place].secret => Ok((item, place)),
            Stage::Voting | Stage::Motion => Err("R-HY-14"),
            _ => Err(self.no_vote(item, place)),
        }
    }

    fn vote(&mut self, person: Person, choice: Choice) -> Result<Option<Settled>, Rule> {
        self.sitting()?;
        let (item, place) = self.floor().ok_or("R-HY-14")?;
        refuse_if(self.items[item].matters[place].stage == Stage::Settled, "R-HY-14")?;
        let member = self.voter(person, item, place)?;
        let matter = &self.items[item].matters[place];
        match matter.stage {
            Stage::Voting => {
                refuse_if(matter.secret, "R-PJ-14")?;
                // Whoever came in while the vote is open has taken no stance.
                refuse_if(self.items[item].appointment && !matter.has_stated(member), "R-HY-06")?;
            }
            Stage::Motion => {}
            _ => return Err(self.no_vote(item, place)),
        }
        refuse_if(!self.offered(choice), "R-HY-11")?;
        refuse_if(matter.has_voted(member), "R-HY-14")?;
        self.items[item].matters[place].votes.push((member, choice));
        Ok(None)
    }

    fn close_vote(&mut self) -> Result<Option<Settled>, Rule> {
        self.sitting()?;
        let (item, place) = self.floor().ok_or("R-HY-14")?;
        let matter = &self.items[item].matters[place];
        match matter.stage {
            Stage::Voting => refuse_if(matter.secret, "R-PJ-14")?,
            Stage::Motion => {}
            _ => return Err(self.no_vote(item, place)),
        }
        for voter in self.voters(matter) {
            let unheard = matter.stage == Stage::Voting && self.items[item].appointment && !matter.has_stated(voter);
            refuse_if(!unheard && !matter.has_voted(voter), "R-HY-14")?;
        }
        self.quorum_on(item, place)?;
        let mut tally = [0, 0, 0, 0, 0];
        for (_, choice) in &matter.votes {
            match choice {
                Choice::Agree => tally[0] += 1,
                Choice::Against => tally[1] += 1,
                Choice::Abstain => tally[2] += 1,
                Choice::Defer => tally[3] += 1,
            }
        }
        let cast = matter.votes.len() as u32;
        let motion = matter.stage == Stage::Motion;
        // R-HY-18 speaks of the members, whatever the votes on matters are measured against.
        let settled = self.result(tally, cast, matter);
        if !motion {
            return Ok(Some(self.settle(item, place, settled)));
        }
        let carried = settled.ending == Ending::Carried;
        let matter = &mut self.items[item].matters[place];
        matter.motion = Some(carried);
        // Before this meeting's own decision there is nothing to stand by: it waits.
        matter.stage = if carried || matter.settled.is_none() { Stage::Waiting } else { Stage::Announced };
        if carried {
            matter.settled = None;
            matter.introduced = false;
            matter.statements.clear();
        }
        Ok(Some(settled))
    }

    /// More than half: `2 * agree > base`.
    fn result(&self, tally: [u32; 5], taking_part: u32, matter: &MatterState) -> Settled {
        let base = match self.book.majority_of {
            MajorityOf::Entitled => self.entitled(Some(matter)),
            MajorityOf::Voting => taking_part,
        };
        let ending = if 2 * tally[0] > base { Ending::Carried } else { Ending::NotCarried };
        Settled { tally: Some(tally), base: Some(base), ending }
    }

    fn count(&mut self, first: &CountSheet, second: &CountSheet) -> Result<Option<Settled>, Rule> {
        self.sitting()?;
        let (item, place) = self.secret_vote()?;
        // Issued, returned, spoilt, agree, against, abstain, defer, spoilt field.
        let list = |sheet: &CountSheet| {
            [
                sheet.issued,
                sheet.returned,
                sheet.spoilt,
                sheet.agree,
                sheet.against,
                sheet.abstain,
                sheet.defer,
                sheet.spoilt_field,
            ]
        };
        let (first, second) = (list(first), list(second));
        let asked = |place: usize| match place {
            5 => self.book.may_abstain,
            6 => self.book.may_defer,
            _ => true,
        };
        for place in 0..8 {
            let unreadable = Reading::Mark(Mark::Unreadable);
            refuse_if(first[place] == unreadable || second[place] == unreadable, "R-PJ-11")?;
        }
        for place in 0..8 {
            let empty = first[place] == Reading::Empty || second[place] == Reading::Empty;
            refuse_if(empty && asked(place), "R-PJ-06")?;
        }
        let mut numbers = [0_u32; 8];
        for place in 0..8 {
            refuse_if(first[place] != second[place], "R-PJ-06")?;
            if let Reading::Number(number) = first[place] {
                numbers[place] = number.0;
            }
        }
        let [issued, returned, spoilt, agree, against, abstain, defer, spoilt_field] = numbers;
        refuse_if(abstain > 0 && !self.book.may_abstain, "R-HY-11")?;
        refuse_if(defer > 0 && !self.book.may_defer, "R-HY-11")?;
        refuse_if(returned > issued, "R-PJ-05")?;
        let papers = spoilt + agree + against + abstain + defer + spoilt_field;
        let voters = self.items[item].matters[place].voters_at_opening;
        refuse_if(issued > voters || papers > voters, "R-HY-13")?;
        refuse_if(self.book.every_voter_gets_a_paper && issued != voters, "R-PJ-04")?;
        refuse_if(papers != returned, "R-PJ-06")?;
        self.quorum_on(item, place)?;
        let tally = [agree, against, abstain, defer, spoilt + spoilt_field];
        let settled = self.result(tally, issued, &self.items[item].matters[place]);
        Ok(Some(self.settle(item, place, settled)))
    }

    fn reconsider(&mut self, nominee: u32, reason: &str) -> Result<Option<Settled>, Rule> {
        self.sitting()?;
        let (item, place) = self.nominee_of_open_item(nominee)?;
        refuse_if(self.floor().is_some(), "R-HY-14")?;
        refuse_if(!self.book.reconsideration, "R-HY-18")?;
        let matter = &self.items[item].matters[place];
        let decided = matter.stage == Stage::Announced && matter.settled.is_some_and(|it| it.tally.is_some());
        let earlier = matter.stage == Stage::Waiting && matter.reconsiders && matter.motion.is_none();
        refuse_if(!decided && !earlier, "R-HY-18")?;
        self.chair_presides(matter)?;
        self.nobody_left_outside(nominee)?;
        text(reason)?;
        self.quorum_on(item, place)?;
        let matter = &mut self.items[item].matters[place];
        matter.stage = Stage::Motion;
        matter.secret = false;
        matter.votes.clear();
        Ok(None)
    }

    fn close_item(&mut self, decision: &str) -> Result<Option<Settled>, Rule> {
        self.sitting()?;
        let item = self.open.ok_or("R-HY-14")?;
        if let Some((_, place)) = self.floor() {
            let matter = &self.items[item].matters[place];
            match matter.stage {
                Stage::Settled => return Err("R-HY-19"),
                Stage::Discussing if !self.items[item].appointment => {
                    refuse_if(!matter.introduced, "R-HY-04")?;
                    text(decision)?;
                }
                _ => return Err("R-HY-14"),
            }
        }
        for matter in &self.items[item].matters {
            let done = matter.reconsiders && matter.motion == Some(false);
            refuse_if(matter.stage == Stage::Waiting && !done, "R-HY-14")?;
        }
        self.leave_floor(ItemStage::Closed);
        Ok(None)
    }

    fn leave_floor(&mut self, stage: ItemStage) {
        if let Some(item) = self.open.take() {
            self.items[item].stage = stage;
        }
        self.confirmed = None;
    }
}
