//! Judging a command to a meeting: events, or a refusal with its rule. Nothing skips a step.

use crate::call::{Numbering, bare};
use crate::refusal::required;
use crate::state::{Ballot, ItemState, Phase, Stage};
use crate::{
    Attendance, Attendant, BallotOpening, Because, Choice, Count, CountSheet, Deliberation, Event, FullAttendance,
    ItemDraft, ItemRecord, LastSpeaker, MatterRecord, Meeting, MeetingCommand, Member, MemberId, Moment, Motion, Named,
    NamedVote, NomineeId, Outcome, Person, PhaseName, PreparationMark, PreparationStep, Quorum, Refusal, Relation,
    Role, RuleId, Seat, StepState, Tally, Text, VoteMethod,
};

/// Judges `command` at the time `at`. Pure: the same meeting, command and time give the same answer.
///
/// At a meeting that is entered afterwards the rules of conduct do not bar what has happened: each breach precedes the event
/// as [`Event::ViolationFound`]. What would make the record contradict itself is refused there as everywhere.
///
/// [`MeetingCommand::AmendCall`] needs the committee of the day and is judged by [`crate::amend()`]; here it is only held
/// against the phase and answered without events.
pub fn decide(meeting: &Meeting, command: &MeetingCommand, at: Moment) -> Result<Vec<Event>, Refusal> {
    let mut judge = Judge { meeting, at: meeting.noted.unwrap_or(at), recorded: at, found: Vec::new() };
    match judge.judge(command) {
        Ok(event) => {
            let violations = judge.found.into_iter().map(|it| Event::ViolationFound { refusal: meeting.reword(it) });
            Ok(violations.chain(event).collect())
        }
        Err(refusal) => Err(meeting.reword(refusal)),
    }
}

/// One command on its way to an answer.
struct Judge<'m> {
    meeting: &'m Meeting,
    /// When it happens: now, or the time noted at a back-filled meeting.
    at: Moment,
    /// When it is entered.
    recorded: Moment,
    /// Breaches of a back-filled meeting.
    found: Vec<Refusal>,
}

impl<'m> Judge<'m> {
    /// A rule of conduct: it bars, unless it happened already at a meeting that is entered afterwards.
    fn hold<T>(&mut self, judged: Result<T, Refusal>) -> Result<Option<T>, Refusal> {
        match judged {
            Ok(value) => Ok(Some(value)),
            Err(refusal) if self.meeting.is_back_filled() => {
                if !self.is_on_record(&refusal) {
                    self.found.push(refusal);
                }
                Ok(None)
            }
            Err(refusal) => Err(refusal),
        }
    }

    /// Whether the same breach, by the same facts, has been recorded since the matter, or the item, was taken up: a meeting
    /// below its quorum is told so once, not with every sentence.
    fn is_on_record(&self, refusal: &Refusal) -> bool {
        let violations = &self.meeting.violations;
        let matter = self.meeting.open_matter().and_then(|matter| matter.stage.deliberation());
        let item = self.meeting.open_item().map(|record| &record.state);
        let Some(taken_up) = matter.map(|said| said.taken_up).or(match item {
            Some(ItemState::Open(stamp)) => Some(*stamp),
            _ => None,
        }) else {
            return false;
        };
        // Those found by the taking up itself stand directly before it.
        let mut since = taken_up.entry;
        while let Some(before) = violations.iter().find(|it| it.stamp.entry.0 + 1 == since.0) {
            since = before.stamp.entry;
        }
        let worded = self.meeting.reword(refusal.clone());
        violations.iter().any(|it| it.stamp.entry >= since && it.refusal == worded)
    }

    fn judge(&mut self, command: &MeetingCommand) -> Result<Option<Event>, Refusal> {
        let meeting = self.meeting;
        let event = match command {
            MeetingCommand::Correct { entry, words, reason, by } => {
                required(Text::Words, words)?;
                required(Text::Reason, reason)?;
                required(Text::Responsible, by)?;
                if !meeting.entries.contains(entry) {
                    return Err(RuleId::Js04.refuse(Because::NoSuchEntry { entry: *entry }));
                }
                Event::EntryCorrected { entry: *entry, words: words.clone(), reason: reason.clone(), by: by.clone() }
            }
            MeetingCommand::AmendCall { .. } => {
                before_opening(meeting)?;
                return Ok(None);
            }
            MeetingCommand::SendNotice {} => {
                before_opening(meeting)?;
                if meeting.notice.is_some() {
                    return Err(RuleId::Hy16.refuse(Because::NoticeSent {}));
                }
                Event::NoticeSent {}
            }
            MeetingCommand::AddItem { item } => self.add_item(item)?,
            MeetingCommand::MarkPreparation { nominee, marks } => self.mark_preparation(*nominee, marks)?,
            MeetingCommand::NoteTime { time } => self.note_time(*time)?,
            MeetingCommand::CallOff { reason } => {
                before_opening(meeting)?;
                required(Text::Reason, reason)?;
                Event::MeetingCalledOff { reason: reason.clone() }
            }
            MeetingCommand::MarkAttendance { member, attendance } => {
                before_opening(meeting)?;
                seat(meeting, *member)?;
                if let Attendance::OnLeave { reason } = attendance {
                    required(Text::Reason, reason)?;
                }
                Event::AttendanceMarked { member: *member, attendance: attendance.clone() }
            }
            MeetingCommand::DesignateChair { member } => {
                let seat = seat(meeting, *member)?;
                match meeting.phase {
                    Phase::Called => {}
                    _ => {
                        sitting(meeting)?;
                        in_room(meeting, seat)?;
                    }
                }
                Event::ChairDesignated { member: *member }
            }
            MeetingCommand::OpenMeeting {} => self.open_meeting()?,
            MeetingCommand::Seal {} => match meeting.phase {
                Phase::Adjourned { .. } => Event::MeetingSealed {},
                _ => return Err(wrong_phase(meeting, RuleId::Jl204)),
            },
            _ => {
                sitting(meeting)?;
                self.judge_sitting(command)?
            }
        };
        Ok(Some(event))
    }

    fn add_item(&self, draft: &ItemDraft) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        let called = matches!(meeting.phase, Phase::Called);
        if !called {
            sitting(meeting)?;
        }
        let mut item = Numbering::after(&meeting.call.agenda).number(draft)?;
        if item.nominees().iter().any(|nominee| nominee.reconsiders.is_some()) {
            // What another meeting decided is looked up when a meeting is called, not here.
            return Err(RuleId::Hy18.refuse(Because::NothingToReconsider {}));
        }
        item.unscheduled = !called || meeting.notice.is_some();
        let unscheduled = item.unscheduled;
        for nominee in item.nominees_mut() {
            nominee.unscheduled = unscheduled;
        }
        Ok(Event::ItemAdded { item })
    }

    fn mark_preparation(&self, nominee: NomineeId, marks: &[PreparationMark]) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        if !matches!(meeting.phase, Phase::Called) {
            sitting(meeting)?;
        }
        let mut matters = meeting.matters();
        let matter = matters.find(|matter| matter.nominee_id() == Some(nominee));
        let matter = matter.ok_or_else(|| RuleId::Hy17.refuse(Because::NoSuchNominee { nominee }))?;
        if matter.stage != Stage::Waiting {
            let name = matter.nominee.as_ref().map_or_else(String::new, |nominee| nominee.name.clone());
            return Err(RuleId::Hy04.refuse(Because::PreparationClosed { name }));
        }
        if marks.is_empty() {
            return Err(RuleId::Jl203.refuse(Because::Empty { text: Text::Words }));
        }
        marks.iter().try_for_each(|mark| mark.check(self.at))?;
        Ok(Event::PreparationMarked { nominee, marks: marks.to_vec() })
    }

    /// The time goes forward, and never beyond now.
    fn note_time(&self, time: Moment) -> Result<Event, Refusal> {
        let Some(earliest) = self.meeting.noted else {
            return Err(RuleId::Js03.refuse(Because::NotBackFilled {}));
        };
        if let Phase::CalledOff { .. } | Phase::Sealed { .. } = self.meeting.phase {
            return Err(wrong_phase(self.meeting, RuleId::Js03));
        }
        let latest = self.recorded;
        if time < earliest || time > latest {
            return Err(RuleId::Js03.refuse(Because::TimeOutOfOrder { time, earliest, latest }));
        }
        Ok(Event::TimeNoted { time })
    }

    fn open_meeting(&mut self) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        before_opening(meeting)?;
        if self.at > self.recorded {
            // A meeting that is entered afterwards has been held.
            let (time, latest) = (self.at, self.recorded);
            return Err(RuleId::Js03.refuse(Because::TimeOutOfOrder { time, earliest: time, latest }));
        }
        let missing = named(meeting.seats.iter().filter(|seat| seat.attendance.is_none()));
        if !missing.is_empty() {
            return Err(RuleId::Jl201.refuse(Because::RollCallIncomplete { missing }));
        }
        chair_in_room(meeting)?;
        let share = meeting.call.rulebook.ordinary_quorum;
        let (present, entitled) = (meeting.present(), meeting.entitled());
        let judged = self.hold(Quorum::judge(RuleId::Hy02, share, present, entitled))?;
        let quorum = judged.unwrap_or_else(|| Quorum::as_it_was(share, present, entitled));
        Ok(Event::MeetingOpened { quorum })
    }

    fn judge_sitting(&mut self, command: &MeetingCommand) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        match command {
            MeetingCommand::RecordArrival { member, time } => {
                let seat = seat(meeting, *member)?;
                if seat.attends() {
                    let person = Attendant::Member(*member);
                    return Err(if meeting.is_out(person) {
                        // They come back by the door of recusal, so that both times are on record.
                        RuleId::Hb01.refuse(Because::Recused { person })
                    } else {
                        RuleId::Hy25.refuse(Because::AlreadyPresent { member: seat.member.named() })
                    });
                }
                let time = self.movement_time(Attendant::Member(*member), *time)?;
                Ok(Event::MemberArrived { member: *member, time })
            }
            MeetingCommand::RecordDeparture { member, time, reason } => {
                let seat = seat(meeting, *member)?;
                // Who is outside on account of a recusal can go home from there.
                if !seat.attends() {
                    in_room(meeting, seat)?;
                }
                required(Text::Reason, reason)?;
                let time = self.movement_time(Attendant::Member(*member), *time)?;
                Ok(Event::MemberDeparted { member: *member, time, reason: reason.clone() })
            }
            MeetingCommand::RecordRecusal { nominee, person, relation, detail, time, substitute } => {
                self.recuse(*nominee, *person, *relation, detail, *time, substitute)
            }
            MeetingCommand::RecordReturn { person, time } => self.take_back(*person, *time),
            MeetingCommand::TakeUpItem { item } => self.take_up_item(*item),
            MeetingCommand::TakeUpNominee { nominee } => self.take_up_nominee(*nominee),
            MeetingCommand::RecordRemark { speaker, words, leans } => {
                may_speak(meeting, *speaker)?;
                required(Text::Words, words)?;
                if *leans && !speaks_last(meeting, *speaker) {
                    return Err(RuleId::Hy09.refuse(Because::NotTheLastSpeaker {}));
                }
                Ok(Event::RemarkRecorded { speaker: *speaker, words: words.clone(), leans: *leans })
            }
            MeetingCommand::AcknowledgeWarning { warning, by, reason } => {
                let seat = seat(meeting, *by)?;
                in_room(meeting, seat)?;
                required(Text::Reason, reason)?;
                let rule = warning.rule();
                if !meeting.warnings().contains(warning) {
                    return Err(rule.refuse(Because::NoSuchWarning {}));
                }
                if rule == RuleId::S01 && *by != meeting.chair {
                    let chair = self::seat(meeting, meeting.chair)?.member.named();
                    return Err(rule.refuse(Because::NotTheChair { chair }));
                }
                if meeting.acknowledgement(warning).is_some() {
                    return Err(rule.refuse(Because::AlreadyAcknowledged {}));
                }
                Ok(Event::WarningAcknowledged { warning: warning.clone(), by: *by, reason: reason.clone() })
            }
            MeetingCommand::OpenReconsideration { nominee, reason } => self.move_reconsideration(*nominee, reason),
            MeetingCommand::CloseItem { decision } => self.close_item(decision),
            MeetingCommand::LeaveItem { reason } => {
                let record = floor_item(meeting)?;
                required(Text::Reason, reason)?;
                match record.matter_on_floor().map(|matter| &matter.stage) {
                    None => {}
                    Some(Stage::Discussing(_)) if !record.is_appointment() => {}
                    Some(Stage::Settled(..)) => return Err(RuleId::Hy19.refuse(Because::NotAnnounced {})),
                    Some(_) => return Err(RuleId::Hy14.refuse(floor_taken(record))),
                }
                Ok(Event::ItemLeft { reason: reason.clone() })
            }
            MeetingCommand::Adjourn {} => match meeting.open_item() {
                Some(record) => Err(RuleId::Hy14.refuse(floor_taken(record))),
                None => Ok(Event::MeetingAdjourned {}),
            },
            _ => self.judge_matter(command),
        }
    }

    /// The time of a coming or going: not before the opening or the same person's last movement, not in the future.
    fn movement_time(&self, person: Attendant, time: Option<Moment>) -> Result<Moment, Refusal> {
        let opened = sitting(self.meeting)?;
        let walked = match person {
            Attendant::Member(member) => seat(self.meeting, member)?.movements.last().map(|movement| movement.time),
            Attendant::Observer(_) | Attendant::Recorder => None,
        };
        let matters = self.meeting.matters();
        let recused = matters.flat_map(|matter| &matter.recusals).filter(|recusal| recusal.person == person);
        let recused = recused.map(|recusal| recusal.returned.unwrap_or(recusal.left)).max();
        let earliest = walked.into_iter().chain(recused).fold(opened, Moment::max);
        let time = time.unwrap_or(self.at);
        if time < earliest || time > self.at {
            return Err(RuleId::Hy25.refuse(Because::TimeOutOfOrder { time, earliest, latest: self.at }));
        }
        Ok(time)
    }

    /// 回避 is for the nominee on the floor while it is discussed, or between nominees for one that waits: whoever leaves
    /// must not be missing from somebody else's vote.
    fn recuse(
        &self,
        nominee: NomineeId,
        person: Attendant,
        relation: Relation,
        detail: &str,
        time: Option<Moment>,
        substitute: &str,
    ) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        let record = floor_item(meeting)?;
        let matter = nominee_of(record, nominee)?;
        match (&matter.stage, record.matter_on_floor()) {
            (Stage::Discussing(_), _) | (Stage::Waiting, None) => {}
            (Stage::Voting(..) | Stage::Reconsidering(..), _) => {
                return Err(RuleId::Hy04.refuse(Because::VoteOpen {}));
            }
            (_, Some(_)) => return Err(RuleId::Hy14.refuse(floor_taken(record))),
            (stage, None) => {
                let outcome = stage.verdict().map_or(Outcome::Deferred, crate::Verdict::outcome);
                return Err(RuleId::Hy14.refuse(Because::AlreadySettled { outcome }));
            }
        }
        if let Attendant::Observer(id) = person {
            known_observer(meeting, id)?;
        }
        // Who came back after an earlier round leaves again, so that both times are on record.
        if meeting.is_out(person) {
            return Err(RuleId::Hb01.refuse(Because::AlreadyRecused { person }));
        }
        match person {
            Attendant::Member(member) => in_room(meeting, seat(meeting, member)?)?,
            Attendant::Observer(_) => {}
            Attendant::Recorder => required(Text::Substitute, substitute)?,
        }
        if relation == Relation::Other {
            required(Text::Relation, detail)?;
        }
        let substitute = if person == Attendant::Recorder { substitute.to_owned() } else { String::new() };
        let time = self.movement_time(person, time)?;
        Ok(Event::RecusalRecorded { nominee, person, relation, detail: detail.to_owned(), time, substitute })
    }

    fn take_back(&self, person: Attendant, time: Option<Moment>) -> Result<Event, Refusal> {
        let matters = self.meeting.matters();
        let out = |matter: &&MatterRecord| {
            matter.recusals.iter().any(|recusal| recusal.person == person && recusal.returned.is_none())
        };
        let mut matters = matters.filter(out);
        let matter = matters.next().ok_or_else(|| RuleId::Hb01.refuse(Because::NotRecused { person }))?;
        if let Attendant::Member(member) = person {
            let seat = seat(self.meeting, member)?;
            if !seat.attends() {
                return Err(RuleId::Hy13.refuse(Because::NotPresent { member: seat.member.named() }));
            }
        }
        if let (true, Some(nominee)) = (matter.stage.is_on_floor(), matter.nominee_id()) {
            return Err(RuleId::Hb01.refuse(Because::RecusalGoesOn { nominee }));
        }
        let time = self.movement_time(person, time)?;
        Ok(Event::RecusedReturned { person, time })
    }

    /// 到会: judged again for every item, nominee and vote, without the recused (R-HY-01, R-HY-02, R-HB-05).
    fn quorum(&mut self, record: &ItemRecord, matter: Option<&MatterRecord>) -> Result<Quorum, Refusal> {
        let (share, judged) = judge_quorum(self.meeting, record, matter);
        match self.hold(judged)? {
            Some(quorum) => Ok(quorum),
            None => {
                let (present, entitled) = heads(self.meeting, matter);
                Ok(Quorum::as_it_was(share, present, entitled))
            }
        }
    }

    fn take_up_item(&mut self, item: crate::ItemId) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        let record = meeting.item(item).ok_or_else(|| RuleId::Hy16.refuse(Because::NoSuchItem { item }))?;
        if let Some(open) = meeting.open_item() {
            return Err(RuleId::Hy14.refuse(floor_taken(open)));
        }
        if let ItemState::Closed(_) = record.state {
            return Err(RuleId::Hy14.refuse(Because::ItemEnded { item }));
        }
        chair_in_room(meeting)?;
        Ok(Event::ItemTakenUp { item, quorum: self.quorum(record, None)? })
    }

    fn take_up_nominee(&mut self, nominee: NomineeId) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        let record = floor_item(meeting)?;
        let matter = nominee_of(record, nominee)?;
        if record.matter_on_floor().is_some() {
            return Err(RuleId::Hy14.refuse(floor_taken(record)));
        }
        if let Some(verdict) = matter.stage.verdict() {
            return Err(RuleId::Hy14.refuse(Because::AlreadySettled { outcome: verdict.outcome() }));
        }
        chair_presides(meeting, matter)?;
        self.nobody_is_left_outside(nominee)?;
        if let Some(number) = matter.nominee.as_ref().and_then(|nominee| nominee.reconsiders) {
            match matter.reconsideration() {
                Some(Outcome::Carried) => {}
                Some(_) => return Err(RuleId::Hy18.refuse(Because::ReconsiderationRefused {})),
                None => return Err(RuleId::Hy18.refuse(Because::ReconsiderationNeeded { number })),
            }
        }
        self.hold(scheduled(matter))?;
        self.hold(prepared(matter))?;
        let quorum = self.quorum(record, Some(matter))?;
        self.hold(everybody_is_here(meeting))?;
        Ok(Event::NomineeTakenUp { nominee, quorum })
    }

    /// Whoever left for one nominee comes back, or has gone home, before another is taken up: nobody is missing in silence.
    fn nobody_is_left_outside(&self, nominee: NomineeId) -> Result<(), Refusal> {
        let matters = self.meeting.matters();
        let others: Vec<&MatterRecord> = matters.filter(|matter| matter.nominee_id() != Some(nominee)).collect();
        let outside = |seat: &&Seat| {
            let person = Attendant::Member(seat.member.id);
            let recusals = others.iter().flat_map(|matter| &matter.recusals);
            seat.attends() && { recusals }.any(|recusal| recusal.person == person && recusal.returned.is_none())
        };
        let members = named(self.meeting.seats.iter().filter(outside));
        if members.is_empty() { Ok(()) } else { Err(RuleId::Hb01.refuse(Because::StillOutside { members })) }
    }

    /// 复议: of a decision of this meeting while its item is open, or of an earlier meeting's before the nominee is taken up.
    fn move_reconsideration(&mut self, nominee: NomineeId, reason: &str) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        let record = floor_item(meeting)?;
        let matter = nominee_of(record, nominee)?;
        if record.matter_on_floor().is_some() {
            return Err(RuleId::Hy14.refuse(floor_taken(record)));
        }
        if !meeting.call.rulebook.reconsideration {
            return Err(RuleId::Hy18.refuse(Because::NoReconsideration {}));
        }
        let earlier = matter.nominee.as_ref().is_some_and(|nominee| nominee.reconsiders.is_some());
        match &matter.stage {
            Stage::Announced(_, verdict, ..) if verdict.tally().is_some() => {}
            Stage::Waiting if earlier && matter.reconsideration().is_none() => {}
            Stage::Waiting if earlier => return Err(RuleId::Hy18.refuse(Because::ReconsiderationRefused {})),
            _ => return Err(RuleId::Hy18.refuse(Because::NothingToReconsider {})),
        }
        chair_presides(meeting, matter)?;
        self.nobody_is_left_outside(nominee)?;
        required(Text::Reason, reason)?;
        let quorum = self.quorum(record, Some(matter))?;
        Ok(Event::ReconsiderationOpened { nominee, reason: reason.to_owned(), quorum })
    }

    fn close_item(&mut self, decision: &str) -> Result<Event, Refusal> {
        let record = floor_item(self.meeting)?;
        match record.matter_on_floor().map(|matter| &matter.stage) {
            Some(Stage::Settled(..)) => return Err(RuleId::Hy19.refuse(Because::NotAnnounced {})),
            Some(Stage::Voting(..) | Stage::Reconsidering(..)) => {
                return Err(RuleId::Hy14.refuse(Because::VoteOpen {}));
            }
            Some(Stage::Discussing(_)) if record.is_appointment() => {
                return Err(RuleId::Hy14.refuse(Because::NotSettled {}));
            }
            Some(Stage::Discussing(said)) => {
                self.hold(introduced(said))?;
                required(Text::Decision, decision)?;
            }
            Some(Stage::Waiting | Stage::Announced(..)) | None => {}
        }
        let waiting = record.matters.iter().filter(|matter| matter.stage == Stage::Waiting && !matter.is_done());
        let left: Vec<String> =
            waiting.filter_map(|matter| matter.nominee.as_ref()).map(|nominee| nominee.name.clone()).collect();
        if !left.is_empty() {
            return Err(RuleId::Hy14.refuse(Because::NomineesLeft { names: left }));
        }
        Ok(Event::ItemClosed { decision: decision.to_owned() })
    }

    /// Commands on the matter on the floor.
    fn judge_matter(&mut self, command: &MeetingCommand) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        let record = floor_item(meeting)?;
        let Some(matter) = record.matter_on_floor() else {
            let rule = if matches!(command, MeetingCommand::AnnounceResult {}) { RuleId::Hy19 } else { RuleId::Hy14 };
            return Err(match record.matters.first().and_then(|matter| matter.stage.verdict()) {
                Some(verdict) if !record.is_appointment() => {
                    rule.refuse(Because::AlreadySettled { outcome: verdict.outcome() })
                }
                _ => rule.refuse(Because::FloorEmpty {}),
            });
        };
        match (command, &matter.stage) {
            (MeetingCommand::AnnounceResult {}, Stage::Settled(..)) => {
                chair_presides(meeting, matter)?;
                Ok(Event::ResultAnnounced { chair: meeting.chair })
            }
            (MeetingCommand::AnnounceResult {}, _) => Err(RuleId::Hy19.refuse(Because::NotSettled {})),
            (_, Stage::Settled(_, verdict)) => {
                Err(RuleId::Hy14.refuse(Because::AlreadySettled { outcome: verdict.outcome() }))
            }
            (_, Stage::Discussing(said)) => self.judge_discussion(record, matter, said, command),
            (_, Stage::Voting(_, opening, ballot)) => self.judge_ballot(record, matter, opening, ballot, command),
            (_, Stage::Reconsidering(motion, _)) => self.judge_motion(record, matter, motion, command),
            (_, Stage::Waiting | Stage::Announced(..)) => Err(RuleId::Hy14.refuse(Because::FloorEmpty {})),
        }
    }

    fn judge_ballot(
        &mut self,
        record: &ItemRecord,
        matter: &MatterRecord,
        opening: &BallotOpening,
        ballot: &Ballot,
        command: &MeetingCommand,
    ) -> Result<Event, Refusal> {
        let by_name = |rule: RuleId| match ballot {
            Ballot::ByName { votes, .. } => Ok(votes),
            Ballot::Secret {} => Err(rule.refuse(Because::BallotIsSecret {})),
        };
        match command {
            MeetingCommand::PostponeVote { reason } => set_aside(Outcome::VotePostponed, reason),
            MeetingCommand::RecordVote { voter, choice } => {
                let seat = self.voter(matter, *voter)?;
                by_name(RuleId::Pj14)?;
                self.hold(has_stated(record, matter, seat))?;
                self.cast(matter, seat, *choice)
            }
            MeetingCommand::ReviseVote { voter, choice } => self.revise(by_name(RuleId::Pj14)?, *voter, *choice),
            MeetingCommand::CloseVote {} => {
                let votes = by_name(RuleId::Pj14)?;
                self.hold(everybody_voted(self.meeting, record, matter))?;
                let quorum = self.quorum(record, Some(matter))?;
                let tally = Tally::of_choices(votes.iter().map(|vote| vote.choice));
                let base = self.meeting.base_on(matter, Count::of(votes));
                let outcome = self.outcome(record, quorum, tally, base);
                Ok(Event::VoteClosed { tally, base, outcome })
            }
            MeetingCommand::CountBallots { count, again } => self.count(record, matter, opening, ballot, count, again),
            MeetingCommand::VoidBallot { issued, returned } => match ballot {
                Ballot::ByName { .. } => Err(RuleId::Hy14.refuse(Because::VoteIsByName {})),
                Ballot::Secret {} => {
                    let (issued, returned, voters) = (*issued, *returned, opening.quorum.present());
                    if returned <= issued {
                        return Err(RuleId::Pj05.refuse(Because::BallotStands { returned, issued }));
                    }
                    if issued > voters {
                        let facts = Because::MoreThanPresent { counted: issued, present: voters };
                        return Err(RuleId::Hy13.refuse(facts));
                    }
                    if self.meeting.call.rulebook.every_voter_gets_a_paper && issued != voters {
                        return Err(RuleId::Pj04.refuse(Because::IssuedDiffers { issued, present: voters }));
                    }
                    Ok(Event::BallotVoided { issued, returned })
                }
            },
            _ => Err(RuleId::Hy04.refuse(Because::VoteOpen {})),
        }
    }

    fn count(
        &mut self,
        record: &ItemRecord,
        matter: &MatterRecord,
        opening: &BallotOpening,
        ballot: &Ballot,
        count: &CountSheet,
        again: &CountSheet,
    ) -> Result<Event, Refusal> {
        if let Ballot::ByName { .. } = ballot {
            return Err(RuleId::Hy14.refuse(Because::VoteIsByName {}));
        }
        let rulebook = &self.meeting.call.rulebook;
        let count = count.read(again, rulebook)?;
        let tally = count.accept(opening.quorum.present(), rulebook)?;
        let quorum = self.quorum(record, Some(matter))?;
        let base = self.meeting.base_on(matter, count.issued);
        let outcome = self.outcome(record, quorum, tally, base);
        Ok(Event::BallotsCounted { count, tally, base, outcome })
    }

    /// What was decided about people below the quorum is void (R-HY-03).
    fn outcome(&mut self, record: &ItemRecord, quorum: Quorum, tally: Tally, base: Count) -> Outcome {
        if quorum.is_met() || !record.is_appointment() {
            return tally.outcome(base);
        }
        let facts = Because::DecisionVoid { present: quorum.present(), required: quorum.required() };
        self.found.push(RuleId::Hy03.refuse(facts));
        Outcome::Void
    }

    /// The vote on reconsidering: one vote by name each, more than half of the members (R-HY-18).
    fn judge_motion(
        &mut self,
        record: &ItemRecord,
        matter: &MatterRecord,
        motion: &Motion,
        command: &MeetingCommand,
    ) -> Result<Event, Refusal> {
        match command {
            MeetingCommand::RecordVote { voter, choice } => {
                let seat = self.voter(matter, *voter)?;
                self.cast(matter, seat, *choice)
            }
            MeetingCommand::ReviseVote { voter, choice } => self.revise(&motion.votes, *voter, *choice),
            MeetingCommand::CloseVote {} => {
                self.hold(everybody_voted(self.meeting, record, matter))?;
                self.quorum(record, Some(matter))?;
                let tally = Tally::of_choices(motion.votes.iter().map(|vote| vote.choice));
                let base = self.meeting.base_on(matter, Count::of(&motion.votes));
                Ok(Event::ReconsiderationClosed { tally, base, outcome: tally.outcome(base) })
            }
            // The motion is put off, and may be moved again; what was decided stands meanwhile.
            MeetingCommand::PostponeVote { reason } => set_aside(Outcome::VotePostponed, reason),
            MeetingCommand::CountBallots { .. } | MeetingCommand::VoidBallot { .. } => {
                Err(RuleId::Hy14.refuse(Because::VoteIsByName {}))
            }
            _ => Err(RuleId::Hy04.refuse(Because::VoteOpen {})),
        }
    }

    fn judge_discussion(
        &mut self,
        record: &ItemRecord,
        matter: &MatterRecord,
        said: &Deliberation,
        command: &MeetingCommand,
    ) -> Result<Event, Refusal> {
        let meeting = self.meeting;
        match command {
            MeetingCommand::Introduce { by, words, covers } => {
                if said.introduction.is_some() {
                    return Err(RuleId::Hy04.refuse(Because::AlreadyIntroduced {}));
                }
                may_speak(meeting, *by)?;
                required(Text::Words, words)?;
                self.quorum(record, Some(matter))?;
                Ok(Event::MatterIntroduced { by: *by, words: words.clone(), covers: covers.clone() })
            }
            MeetingCommand::RecordStatement { speaker, stance, words } => {
                let seat = self.voter(matter, *speaker)?;
                self.hold(introduced(said))?;
                self.quorum(record, Some(matter))?;
                let member = &seat.member;
                let reopened = is_last(meeting, member) && !said.spoke_last(member.id);
                if said.stance_of(member.id).is_some() && !reopened {
                    return Err(RuleId::Hy06.refuse(Because::AlreadyStated { member: member.named() }));
                }
                self.hold(in_order(meeting, record, said, member))?;
                Ok(Event::StatementRecorded { member: member.id, stance: *stance, words: words.clone() })
            }
            MeetingCommand::RestateStatement { speaker, stance, words } => {
                let seat = self.voter(matter, *speaker)?;
                self.quorum(record, Some(matter))?;
                let member = &seat.member;
                if said.stance_of(member.id).is_none() {
                    return Err(RuleId::Hy06.refuse(Because::NothingToRestate { member: member.named() }));
                }
                self.hold(in_order(meeting, record, said, member))?;
                Ok(Event::StatementRecorded { member: member.id, stance: *stance, words: words.clone() })
            }
            MeetingCommand::ReadWrittenOpinion { member, words } => {
                let seat = seat(meeting, *member)?;
                if matter.is_recused(Attendant::Member(*member)) {
                    let person = Attendant::Member(*member);
                    return Err(RuleId::Hb01.refuse(Because::Recused { person }));
                }
                if seat.attends() {
                    return Err(RuleId::Hy13.refuse(Because::SpeaksForThemselves { member: seat.member.named() }));
                }
                required(Text::Words, words)?;
                Ok(Event::WrittenOpinionRead { member: *member, words: words.clone() })
            }
            MeetingCommand::PostponeVote { reason } => {
                // Whom recusals or departures have left without a quorum must be able to leave the floor unheard.
                if judge_quorum(meeting, record, Some(matter)).1.is_ok() {
                    self.hold(introduced(said))?;
                }
                set_aside(Outcome::VotePostponed, reason)
            }
            MeetingCommand::DeferMatter { reason } => {
                self.hold(heard(meeting, record, said))?;
                chair_presides(meeting, matter)?;
                set_aside(Outcome::Deferred, reason)
            }
            MeetingCommand::OpenVote { method, scrutineer, teller } => {
                self.hold(heard(meeting, record, said))?;
                chair_presides(meeting, matter)?;
                counters(*method, scrutineer, teller)?;
                self.hold(disinterested(meeting, record, matter, scrutineer, teller))?;
                let quorum = self.quorum(record, Some(matter))?;
                if record.is_appointment() {
                    self.hold(everybody_is_here(meeting))?;
                }
                let (scrutineer, teller) = (scrutineer.clone(), teller.clone());
                Ok(Event::VoteOpened { method: *method, scrutineer, teller, quorum })
            }
            MeetingCommand::CountBallots { .. }
            | MeetingCommand::VoidBallot { .. }
            | MeetingCommand::CloseVote {}
            | MeetingCommand::ReviseVote { .. }
            | MeetingCommand::RecordVote { .. } => {
                // A vote while somebody has not spoken says who; only then does it say that no vote is open.
                if let MeetingCommand::RecordVote { voter, .. } = command {
                    self.voter(matter, *voter)?;
                }
                heard(meeting, record, said)?;
                Err(RuleId::Hy14.refuse(Because::NoVote {}))
            }
            _ => Err(RuleId::Hy14.refuse(Because::FloorEmpty {})),
        }
    }

    /// Those whose stance or vote counts: members in the room who are not recused. Observers are sent away with R-HY-15.
    fn voter(&self, matter: &MatterRecord, person: Person) -> Result<&'m Seat, Refusal> {
        let Person::Member(member) = person else {
            return Err(RuleId::Hy15.refuse(Because::ObserverHasNoVote {}));
        };
        let seat = seat(self.meeting, member)?;
        if matter.is_recused(Attendant::Member(member)) {
            return Err(RuleId::Hb01.refuse(Because::Recused { person: Attendant::Member(member) }));
        }
        in_room(self.meeting, seat)?;
        Ok(seat)
    }

    fn cast(&self, matter: &MatterRecord, seat: &Seat, choice: Choice) -> Result<Event, Refusal> {
        if !self.meeting.call.rulebook.offers(choice) {
            return Err(RuleId::Hy11.refuse(Because::ChoiceNotOffered { choice }));
        }
        let member = &seat.member;
        if matter.stage.open_votes().is_some_and(|votes| votes.iter().any(|vote| vote.member == member.id)) {
            return Err(RuleId::Hy14.refuse(Because::AlreadyVoted { member: member.named() }));
        }
        Ok(Event::VoteCast { member: member.id, choice })
    }

    /// What was entered wrongly is put right while the vote is open, wherever the member is by now.
    fn revise(&self, votes: &[NamedVote], voter: Person, choice: Choice) -> Result<Event, Refusal> {
        let Person::Member(member) = voter else {
            return Err(RuleId::Hy15.refuse(Because::ObserverHasNoVote {}));
        };
        let member = &seat(self.meeting, member)?.member;
        if !self.meeting.call.rulebook.offers(choice) {
            return Err(RuleId::Hy11.refuse(Because::ChoiceNotOffered { choice }));
        }
        match votes.iter().find(|vote| vote.member == member.id) {
            None => Err(RuleId::Hy14.refuse(Because::NotYetVoted { missing: vec![member.named()] })),
            Some(vote) if vote.choice == choice => {
                Err(RuleId::Hy14.refuse(Because::AlreadyVoted { member: member.named() }))
            }
            Some(vote) => {
                let (entry, was) = (vote.stamp.entry, vote.choice);
                Ok(Event::VoteRevised { entry, member: member.id, was, choice })
            }
        }
    }
}

fn wrong_phase(meeting: &Meeting, rule: RuleId) -> Refusal {
    match meeting.phase {
        Phase::Sealed { .. } => RuleId::Jl207.refuse(Because::Sealed {}),
        _ => rule.refuse(Because::WrongPhase { phase: PhaseName::of(&meeting.phase) }),
    }
}

pub(crate) fn before_opening(meeting: &Meeting) -> Result<(), Refusal> {
    match meeting.phase {
        Phase::Called => Ok(()),
        _ => Err(wrong_phase(meeting, RuleId::Hy16)),
    }
}

fn sitting(meeting: &Meeting) -> Result<Moment, Refusal> {
    match meeting.phase {
        Phase::Sitting { opened } => Ok(opened.at),
        Phase::Called => Err(wrong_phase(meeting, RuleId::Hy02)),
        _ => Err(wrong_phase(meeting, RuleId::Jl204)),
    }
}

fn seat(meeting: &Meeting, member: MemberId) -> Result<&Seat, Refusal> {
    meeting.seat(member).ok_or_else(|| RuleId::Hy25.refuse(Because::NoSuchMember { member }))
}

/// Members who are away neither speak nor vote, and nobody does it for them (R-HY-13).
fn in_room(meeting: &Meeting, seat: &Seat) -> Result<(), Refusal> {
    let person = Attendant::Member(seat.member.id);
    if meeting.is_out(person) {
        return Err(RuleId::Hb01.refuse(Because::Recused { person }));
    }
    if seat.attends() {
        return Ok(());
    }
    let member = seat.member.named();
    let facts = match (&seat.attendance, seat.movements.last()) {
        (_, Some(_)) | (None | Some(Attendance::Present {}), None) => Because::NotPresent { member },
        (Some(Attendance::OnLeave { reason }), None) => Because::OnLeave { member, reason: reason.clone() },
        (Some(Attendance::Absent { .. }), None) => Because::Absent { member },
    };
    Err(RuleId::Hy13.refuse(facts))
}

fn chair_in_room(meeting: &Meeting) -> Result<(), Refusal> {
    let chair = seat(meeting, meeting.chair)?;
    if meeting.is_present(chair) {
        Ok(())
    } else {
        Err(RuleId::Hy08.refuse(Because::ChairNotPresent { chair: chair.member.named() }))
    }
}

/// Who is recused from a matter does not preside over it, back in the room or not (R-HB-01).
fn chair_presides(meeting: &Meeting, matter: &MatterRecord) -> Result<(), Refusal> {
    chair_in_room(meeting)?;
    let person = Attendant::Member(meeting.chair);
    if matter.is_recused(person) { Err(RuleId::Hb01.refuse(Because::Recused { person })) } else { Ok(()) }
}

/// Those who may speak without a stance: members in the room, and observers of the item on the floor.
fn may_speak(meeting: &Meeting, person: Person) -> Result<(), Refusal> {
    match person {
        Person::Member(member) => {
            let seat = seat(meeting, member)?;
            let person = Attendant::Member(member);
            if meeting.open_matter().is_some_and(|matter| matter.is_recused(person)) {
                return Err(RuleId::Hb01.refuse(Because::Recused { person }));
            }
            in_room(meeting, seat)
        }
        Person::Observer(id) => {
            known_observer(meeting, id)?;
            let person = Attendant::Observer(id);
            let recused = meeting.open_matter().is_some_and(|matter| matter.is_recused(person));
            if recused || meeting.is_out(person) {
                return Err(RuleId::Hb01.refuse(Because::Recused { person }));
            }
            Ok(())
        }
    }
}

fn known_observer(meeting: &Meeting, id: crate::ObserverId) -> Result<(), Refusal> {
    let known = match meeting.open_item() {
        Some(record) => record.item.observers.iter().any(|observer| observer.id == id),
        None => meeting.observer(id).is_some(),
    };
    if known { Ok(()) } else { Err(RuleId::Hy15.refuse(Because::NoSuchObserver {})) }
}

fn named<'a>(seats: impl IntoIterator<Item = &'a Seat>) -> Vec<Named> {
    seats.into_iter().map(|seat| &seat.member).map(Member::named).collect()
}

/// 实到 and 应到 of a matter, or of the whole meeting.
fn heads(meeting: &Meeting, matter: Option<&MatterRecord>) -> (Count, Count) {
    match matter {
        Some(matter) => (Count::of(&meeting.voters_on(matter)), meeting.entitled_on(matter)),
        None => (meeting.present(), meeting.entitled()),
    }
}

fn judge_quorum(
    meeting: &Meeting,
    record: &ItemRecord,
    matter: Option<&MatterRecord>,
) -> (crate::Share, Result<Quorum, Refusal>) {
    let rulebook = &meeting.call.rulebook;
    let (present, entitled) = heads(meeting, matter);
    if !record.is_appointment() {
        let share = rulebook.ordinary_quorum;
        return (share, Quorum::judge(RuleId::Hy02, share, present, entitled));
    }
    let share = rulebook.appointment_quorum;
    // The rule names its reason: without recusal there would have been enough.
    let attending: Vec<&Seat> = meeting.seats.iter().filter(|seat| seat.attends()).collect();
    let by_recusal = share.is_reached(Count::of(&attending), meeting.entitled());
    let rule = if by_recusal { RuleId::Hb05 } else { RuleId::Hy01 };
    (share, Quorum::judge(rule, share, present, entitled))
}

fn floor_taken(record: &ItemRecord) -> Because {
    Because::FloorTaken { item: record.item.id, nominee: record.matter_on_floor().and_then(MatterRecord::nominee_id) }
}

fn floor_item(meeting: &Meeting) -> Result<&ItemRecord, Refusal> {
    meeting.open_item().ok_or_else(|| RuleId::Hy14.refuse(Because::FloorEmpty {}))
}

/// Somebody who is not on this item's list would be an unscheduled motion.
fn nominee_of(record: &ItemRecord, nominee: NomineeId) -> Result<&MatterRecord, Refusal> {
    let matter = record.matters.iter().find(|matter| matter.nominee_id() == Some(nominee));
    matter.ok_or_else(|| RuleId::Hy17.refuse(Because::NoSuchNominee { nominee }))
}

/// 不准临时动议决定干部 (R-HY-17, S-04).
fn scheduled(matter: &MatterRecord) -> Result<(), Refusal> {
    match &matter.nominee {
        Some(nominee) if nominee.unscheduled => {
            Err(RuleId::Hy17.refuse(Because::UnscheduledMotion { name: nominee.name.clone() }))
        }
        _ => Ok(()),
    }
}

/// No step before the meeting is marked incomplete (R-BX-01 to 03, R-BX-06, R-BX-08, R-KC-06, R-HS-01, S-02, S-03). The
/// rule is that of the first.
fn prepared(matter: &MatterRecord) -> Result<(), Refusal> {
    let incomplete = |step: &PreparationStep| matter.step(*step) == Some(StepState::Incomplete);
    let steps: Vec<PreparationStep> = PreparationStep::ALL.into_iter().filter(incomplete).collect();
    match (steps.first(), &matter.nominee) {
        (Some(first), Some(nominee)) => {
            Err(first.rule().refuse(Because::PreparationIncomplete { name: nominee.name.clone(), steps }))
        }
        _ => Ok(()),
    }
}

/// 人员不齐不讨论 (S-01): barred, or confirmed by the chair for exactly those who are away now.
fn everybody_is_here(meeting: &Meeting) -> Result<(), Refusal> {
    let absent = meeting.away();
    if absent.is_empty() {
        return Ok(());
    }
    match meeting.call.rulebook.full_attendance {
        FullAttendance::Free => Ok(()),
        FullAttendance::Required => Err(RuleId::S01.refuse(Because::NotAllPresent { absent })),
        FullAttendance::Confirmed => {
            let warning = crate::Warning::NotAllPresent { absent: absent.clone() };
            match meeting.acknowledgement(&warning) {
                Some(_) => Ok(()),
                None => Err(RuleId::S01.refuse(Because::AwaitsConfirmation { absent })),
            }
        }
    }
}

fn introduced(said: &Deliberation) -> Result<(), Refusal> {
    match said.introduction {
        Some(_) => Ok(()),
        None => Err(RuleId::Hy04.refuse(Because::NotIntroduced {})),
    }
}

fn set_aside(outcome: Outcome, reason: &str) -> Result<Event, Refusal> {
    required(Text::Reason, reason)?;
    Ok(Event::MatterSetAside { outcome, reason: reason.to_owned() })
}

fn is_last(meeting: &Meeting, member: &Member) -> bool {
    meeting.last_speaker().is_some_and(|last| last.member.id == member.id)
}

/// Whether this person is to state a stance last, and has not yet.
fn speaks_last(meeting: &Meeting, person: Person) -> bool {
    let said = meeting.open_matter().map(|matter| &matter.stage);
    match (person, meeting.last_speaker(), said) {
        (Person::Member(member), Some(last), Some(Stage::Discussing(said))) => {
            last.member.id == member && !said.spoke_last(member)
        }
        _ => false,
    }
}

/// The last speaker after all others (R-HY-07, R-HY-08).
///
/// Whoever comes in, or thinks again, after the last speaker has spoken on an appointment is heard; the last speaker's own
/// stance is open again then. On an ordinary item the last word is the last.
fn in_order(meeting: &Meeting, record: &ItemRecord, said: &Deliberation, member: &Member) -> Result<(), Refusal> {
    let Some(last) = meeting.last_speaker().map(|seat| &seat.member) else { return Ok(()) };
    if last.id == member.id {
        let missing = unheard(meeting, said, Some(member.id));
        if record.is_appointment() && !missing.is_empty() {
            let facts = Because::OthersMustSpeakFirst { last: member.named(), missing };
            return Err(last_rule(meeting, member).refuse(facts));
        }
    } else if !record.is_appointment() && said.stance_of(last.id).is_some() {
        return Err(last_rule(meeting, last).refuse(Because::LastSpeakerHasSpoken { last: last.named() }));
    }
    Ok(())
}

/// The Secretary is last by R-HY-07, whoever presides by R-HY-08.
fn last_rule(meeting: &Meeting, last: &Member) -> RuleId {
    let by_office = meeting.call.rulebook.last_speaker == LastSpeaker::Secretary && last.role == Role::Secretary;
    if by_office { RuleId::Hy07 } else { RuleId::Hy08 }
}

/// Members on the floor who have taken no stance, in speaking order.
fn unheard(meeting: &Meeting, said: &Deliberation, besides: Option<MemberId>) -> Vec<Named> {
    let silent = |seat: &&Seat| Some(seat.member.id) != besides && said.stance_of(seat.member.id).is_none();
    named(meeting.speaking_order().into_iter().filter(silent))
}

/// Introduced, and on an appointment every member on the floor has taken a stance, the last speaker last.
pub(crate) fn heard(meeting: &Meeting, record: &ItemRecord, said: &Deliberation) -> Result<(), Refusal> {
    introduced(said)?;
    if !record.is_appointment() {
        return Ok(());
    }
    let missing = unheard(meeting, said, None);
    if !missing.is_empty() {
        return Err(RuleId::Hy06.refuse(Because::NotYetStated { missing }));
    }
    match meeting.last_speaker() {
        Some(last) if !said.spoke_last(last.member.id) => {
            let missing = vec![last.member.named()];
            Err(last_rule(meeting, &last.member).refuse(Because::NotYetStated { missing }))
        }
        _ => Ok(()),
    }
}

/// Ballot papers need a scrutineer and a teller by name (R-JL2-01).
fn counters(method: VoteMethod, scrutineer: &str, teller: &str) -> Result<(), Refusal> {
    if matches!(method, VoteMethod::Secret | VoteMethod::Signed) {
        required(Text::Scrutineer, scrutineer)?;
        required(Text::Teller, teller)?;
    }
    Ok(())
}

/// Neither scrutineer nor teller is a nominee of the item, or recused from the matter (R-PJ-09).
fn disinterested(
    meeting: &Meeting,
    record: &ItemRecord,
    matter: &MatterRecord,
    scrutineer: &str,
    teller: &str,
) -> Result<(), Refusal> {
    let nominees =
        record.matters.iter().filter_map(|matter| matter.nominee.as_ref()).map(|nominee| nominee.name.as_str());
    let recused = matter.recusals.iter().filter_map(|recusal| match recusal.person {
        Attendant::Member(member) => meeting.seat(member).map(|seat| seat.member.name.as_str()),
        Attendant::Observer(observer) => meeting.observer(observer).map(|observer| observer.name.as_str()),
        Attendant::Recorder => Some(meeting.call.recorder.name.as_str()),
    });
    let interested: Vec<String> = nominees.chain(recused).map(bare).collect();
    match [scrutineer, teller].into_iter().find(|name| interested.contains(&bare(name))) {
        Some(name) => Err(RuleId::Pj09.refuse(Because::InterestedInCount { name: name.to_owned() })),
        None => Ok(()),
    }
}

/// Whoever came in while the vote is open has taken no stance, and has no vote on an appointment (R-HY-06). A motion to
/// reconsider asks for no stance.
fn has_stated(record: &ItemRecord, matter: &MatterRecord, seat: &Seat) -> Result<(), Refusal> {
    match &matter.stage {
        Stage::Voting(said, ..) if record.is_appointment() && said.stance_of(seat.member.id).is_none() => {
            Err(RuleId::Hy06.refuse(Because::NotYetStated { missing: vec![seat.member.named()] }))
        }
        _ => Ok(()),
    }
}

fn everybody_voted(meeting: &Meeting, record: &ItemRecord, matter: &MatterRecord) -> Result<(), Refusal> {
    let votes = matter.stage.open_votes().unwrap_or_default();
    let silent = |seat: &&Seat| {
        let may_vote = meeting.is_back_filled() || has_stated(record, matter, seat).is_ok();
        may_vote && votes.iter().all(|vote| vote.member != seat.member.id)
    };
    let missing = named(meeting.speaking_order().into_iter().filter(silent));
    if missing.is_empty() { Ok(()) } else { Err(RuleId::Hy14.refuse(Because::NotYetVoted { missing })) }
}
