//! Judging a command to a meeting: events, or a refusal with its rule. Nothing skips a step.

use crate::refusal::required;
use crate::state::{Ballot, ItemState, Phase, Stage};
use crate::{
    Attendance, Because, Deliberation, Event, ItemRecord, MatterRecord, Meeting, MeetingCommand, Member, MemberId,
    Moment, Named, Outcome, Person, PhaseName, Quorum, Refusal, RuleId, Seat, Tally, Text, VoteMethod,
};

/// Judges `command` at the time `at`. Pure: the same meeting, command and time give the same answer.
///
/// [`MeetingCommand::AmendCall`] needs the committee of the day and is judged by [`crate::call()`]; here it is only held
/// against the phase and answered without events.
pub fn decide(meeting: &Meeting, command: &MeetingCommand, at: Moment) -> Result<Vec<Event>, Refusal> {
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
            return Ok(Vec::new());
        }
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
                    in_room(seat)?;
                }
            }
            Event::ChairDesignated { member: *member }
        }
        MeetingCommand::OpenMeeting {} => open_meeting(meeting)?,
        MeetingCommand::Seal {} => match meeting.phase {
            Phase::Adjourned { .. } => Event::MeetingSealed {},
            _ => return Err(wrong_phase(meeting, RuleId::Jl204)),
        },
        _ => {
            sitting(meeting)?;
            decide_sitting(meeting, command, at)?
        }
    };
    Ok(vec![event])
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
fn in_room(seat: &Seat) -> Result<(), Refusal> {
    if seat.is_present() {
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
    if chair.is_present() {
        Ok(())
    } else {
        Err(RuleId::Hy08.refuse(Because::ChairNotPresent { chair: chair.member.named() }))
    }
}

/// Those whose stance or vote counts: members. Observers are sent away with R-HY-15.
fn voter(meeting: &Meeting, person: Person) -> Result<&Seat, Refusal> {
    match person {
        Person::Member(member) => {
            let seat = seat(meeting, member)?;
            in_room(seat)?;
            Ok(seat)
        }
        Person::Observer(_) => Err(RuleId::Hy15.refuse(Because::ObserverHasNoVote {})),
    }
}

/// Those who may speak without a stance: members in the room, and observers of the item on the floor.
fn may_speak(meeting: &Meeting, person: Person) -> Result<(), Refusal> {
    match person {
        Person::Member(member) => in_room(seat(meeting, member)?),
        Person::Observer(id) => {
            let known = match meeting.open_item() {
                Some(record) => record.item.observers.iter().any(|observer| observer.id == id),
                None => meeting.observer(id).is_some(),
            };
            if known { Ok(()) } else { Err(RuleId::Hy15.refuse(Because::NoSuchObserver {})) }
        }
    }
}

fn open_meeting(meeting: &Meeting) -> Result<Event, Refusal> {
    before_opening(meeting)?;
    let missing = named(meeting.seats.iter().filter(|seat| seat.attendance.is_none()));
    if !missing.is_empty() {
        return Err(RuleId::Jl201.refuse(Because::RollCallIncomplete { missing }));
    }
    chair_in_room(meeting)?;
    let share = meeting.call.rulebook.ordinary_quorum;
    let quorum = Quorum::judge(RuleId::Hy02, share, meeting.present(), meeting.entitled())?;
    Ok(Event::MeetingOpened { quorum })
}

fn named<'a>(seats: impl Iterator<Item = &'a Seat>) -> Vec<Named> {
    seats.map(|seat| &seat.member).map(Member::named).collect()
}

fn decide_sitting(meeting: &Meeting, command: &MeetingCommand, at: Moment) -> Result<Event, Refusal> {
    match command {
        MeetingCommand::RecordArrival { member, time } => {
            let seat = seat(meeting, *member)?;
            if seat.is_present() {
                return Err(RuleId::Hy25.refuse(Because::AlreadyPresent { member: seat.member.named() }));
            }
            let time = movement_time(meeting, seat, *time, at)?;
            Ok(Event::MemberArrived { member: *member, time })
        }
        MeetingCommand::RecordDeparture { member, time, reason } => {
            let seat = seat(meeting, *member)?;
            in_room(seat)?;
            required(Text::Reason, reason)?;
            let time = movement_time(meeting, seat, *time, at)?;
            Ok(Event::MemberDeparted { member: *member, time, reason: reason.clone() })
        }
        MeetingCommand::TakeUpItem { item } => take_up_item(meeting, *item),
        MeetingCommand::TakeUpNominee { nominee } => take_up_nominee(meeting, *nominee),
        MeetingCommand::RecordRemark { speaker, words } => {
            may_speak(meeting, *speaker)?;
            required(Text::Words, words)?;
            Ok(Event::RemarkRecorded { speaker: *speaker, words: words.clone() })
        }
        MeetingCommand::CloseItem { decision } => close_item(meeting, decision),
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
        _ => decide_matter(meeting, command),
    }
}

/// The time of a coming or going: not before the opening or the same member's last movement, not in the future.
fn movement_time(meeting: &Meeting, seat: &Seat, time: Option<Moment>, at: Moment) -> Result<Moment, Refusal> {
    let opened = sitting(meeting)?;
    let earliest = seat.movements.last().map_or(opened, |movement| movement.time.max(opened));
    let time = time.unwrap_or(at);
    if time < earliest || time > at {
        return Err(RuleId::Hy25.refuse(Because::TimeOutOfOrder { time, earliest, latest: at }));
    }
    Ok(time)
}

fn judge_quorum(meeting: &Meeting, record: &ItemRecord) -> Result<Quorum, Refusal> {
    let rulebook = &meeting.call.rulebook;
    let (rule, share) = if record.is_appointment() {
        (RuleId::Hy01, rulebook.appointment_quorum)
    } else {
        (RuleId::Hy02, rulebook.ordinary_quorum)
    };
    Quorum::judge(rule, share, meeting.present(), meeting.entitled())
}

fn floor_taken(record: &ItemRecord) -> Because {
    let nominee = record.matter_on_floor().and_then(|matter| matter.nominee.as_ref()).map(|nominee| nominee.id);
    Because::FloorTaken { item: record.item.id, nominee }
}

fn floor_item(meeting: &Meeting) -> Result<&ItemRecord, Refusal> {
    meeting.open_item().ok_or_else(|| RuleId::Hy14.refuse(Because::FloorEmpty {}))
}

fn take_up_item(meeting: &Meeting, item: crate::ItemId) -> Result<Event, Refusal> {
    let record = meeting.item(item).ok_or_else(|| RuleId::Hy16.refuse(Because::NoSuchItem { item }))?;
    if let Some(open) = meeting.open_item() {
        return Err(RuleId::Hy14.refuse(floor_taken(open)));
    }
    if let ItemState::Closed(_) = record.state {
        return Err(RuleId::Hy14.refuse(Because::ItemEnded { item }));
    }
    chair_in_room(meeting)?;
    Ok(Event::ItemTakenUp { item, quorum: judge_quorum(meeting, record)? })
}

fn take_up_nominee(meeting: &Meeting, nominee: crate::NomineeId) -> Result<Event, Refusal> {
    let record = floor_item(meeting)?;
    let named = |matter: &&MatterRecord| matter.nominee.as_ref().is_some_and(|named| named.id == nominee);
    // Somebody who is not on this agenda would be an unscheduled motion.
    let matter = record.matters.iter().find(named);
    let matter = matter.ok_or_else(|| RuleId::Hy17.refuse(Because::NoSuchNominee { nominee }))?;
    if record.matter_on_floor().is_some() {
        return Err(RuleId::Hy14.refuse(floor_taken(record)));
    }
    if let Some(verdict) = matter.stage.verdict() {
        return Err(RuleId::Hy14.refuse(Because::AlreadySettled { outcome: verdict.outcome() }));
    }
    chair_in_room(meeting)?;
    Ok(Event::NomineeTakenUp { nominee, quorum: judge_quorum(meeting, record)? })
}

fn close_item(meeting: &Meeting, decision: &str) -> Result<Event, Refusal> {
    let record = floor_item(meeting)?;
    match record.matter_on_floor().map(|matter| &matter.stage) {
        Some(Stage::Settled(..)) => return Err(RuleId::Hy19.refuse(Because::NotAnnounced {})),
        Some(Stage::Voting(..)) => return Err(RuleId::Hy14.refuse(Because::VoteOpen {})),
        Some(Stage::Discussing(_)) if record.is_appointment() => {
            return Err(RuleId::Hy14.refuse(Because::NotSettled {}));
        }
        Some(Stage::Discussing(said)) => {
            introduced(said)?;
            required(Text::Decision, decision)?;
        }
        Some(Stage::Waiting | Stage::Announced(..)) | None => {}
    }
    let left: Vec<String> = record
        .matters
        .iter()
        .filter(|matter| matter.stage == Stage::Waiting)
        .filter_map(|matter| matter.nominee.as_ref())
        .map(|nominee| nominee.name.clone())
        .collect();
    if !left.is_empty() {
        return Err(RuleId::Hy14.refuse(Because::NomineesLeft { names: left }));
    }
    Ok(Event::ItemClosed { decision: decision.to_owned() })
}

fn introduced(said: &Deliberation) -> Result<(), Refusal> {
    match said.introduction {
        Some(_) => Ok(()),
        None => Err(RuleId::Hy04.refuse(Because::NotIntroduced {})),
    }
}

/// Commands on the matter on the floor.
fn decide_matter(meeting: &Meeting, command: &MeetingCommand) -> Result<Event, Refusal> {
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
            chair_in_room(meeting)?;
            Ok(Event::ResultAnnounced { chair: meeting.chair })
        }
        (MeetingCommand::AnnounceResult {}, _) => Err(RuleId::Hy19.refuse(Because::NotSettled {})),
        (_, Stage::Settled(_, verdict)) => {
            Err(RuleId::Hy14.refuse(Because::AlreadySettled { outcome: verdict.outcome() }))
        }
        (_, Stage::Discussing(said)) => decide_discussion(meeting, record, said, command),
        (_, Stage::Voting(_, opening, ballot)) => match command {
            MeetingCommand::PostponeVote { reason } => set_aside(Outcome::VotePostponed, reason),
            MeetingCommand::RecordVote { voter, choice } => cast(meeting, ballot, *voter, *choice),
            MeetingCommand::CloseVote {} => close_vote(meeting, record, ballot),
            MeetingCommand::CountBallots { count } => match ballot {
                Ballot::ByName { .. } => Err(RuleId::Hy14.refuse(Because::VoteIsByName {})),
                Ballot::Secret {} => {
                    let tally = count.accept(opening.quorum.present())?;
                    judge_quorum(meeting, record)?;
                    Ok(Event::BallotsCounted { count: *count, tally, outcome: tally.outcome(meeting.entitled()) })
                }
            },
            _ => Err(RuleId::Hy04.refuse(Because::VoteOpen {})),
        },
        (_, Stage::Waiting | Stage::Announced(..)) => Err(RuleId::Hy14.refuse(Because::FloorEmpty {})),
    }
}

fn set_aside(outcome: Outcome, reason: &str) -> Result<Event, Refusal> {
    required(Text::Reason, reason)?;
    Ok(Event::MatterSetAside { outcome, reason: reason.to_owned() })
}

fn decide_discussion(
    meeting: &Meeting,
    record: &ItemRecord,
    said: &Deliberation,
    command: &MeetingCommand,
) -> Result<Event, Refusal> {
    match command {
        MeetingCommand::Introduce { by, words } => {
            if said.introduction.is_some() {
                return Err(RuleId::Hy04.refuse(Because::AlreadyIntroduced {}));
            }
            may_speak(meeting, *by)?;
            required(Text::Words, words)?;
            Ok(Event::MatterIntroduced { by: *by, words: words.clone() })
        }
        MeetingCommand::RecordStatement { speaker, stance, words } => {
            let seat = voter(meeting, *speaker)?;
            introduced(said)?;
            order_of_speaking(meeting, record, said, seat)?;
            Ok(Event::StatementRecorded { member: seat.member.id, stance: *stance, words: words.clone() })
        }
        MeetingCommand::PostponeVote { reason } => {
            introduced(said)?;
            set_aside(Outcome::VotePostponed, reason)
        }
        MeetingCommand::DeferMatter { reason } => {
            heard(meeting, record, said)?;
            set_aside(Outcome::Deferred, reason)
        }
        MeetingCommand::OpenVote { method, scrutineer, teller } => {
            heard(meeting, record, said)?;
            chair_in_room(meeting)?;
            counters(record, *method, scrutineer, teller)?;
            let quorum = judge_quorum(meeting, record)?;
            Ok(Event::VoteOpened { method: *method, scrutineer: scrutineer.clone(), teller: teller.clone(), quorum })
        }
        MeetingCommand::CountBallots { .. } | MeetingCommand::CloseVote {} | MeetingCommand::RecordVote { .. } => {
            // A vote while somebody has not spoken says who; only then does it say that no vote is open.
            if let MeetingCommand::RecordVote { voter: person, .. } = command {
                voter(meeting, *person)?;
            }
            heard(meeting, record, said)?;
            Err(RuleId::Hy14.refuse(Because::NoVote {}))
        }
        _ => Err(RuleId::Hy14.refuse(Because::FloorEmpty {})),
    }
}

/// One clear stance each (R-HY-06), the last speaker after all others (R-HY-07, R-HY-08).
///
/// Whoever comes in after the last speaker has spoken still states a stance on an appointment; the last speaker's own is
/// open again then.
fn order_of_speaking(meeting: &Meeting, record: &ItemRecord, said: &Deliberation, seat: &Seat) -> Result<(), Refusal> {
    let member = &seat.member;
    let last = meeting.last_speaker().map(|seat| &seat.member);
    let is_last = last.is_some_and(|last| last.id == member.id);
    let stated = said.stance_of(member.id).is_some();
    if stated && (!is_last || said.spoke_last(member.id)) {
        return Err(RuleId::Hy06.refuse(Because::AlreadyStated { member: member.named() }));
    }
    if is_last && record.is_appointment() {
        let missing = unheard(meeting, said, Some(member.id));
        if !missing.is_empty() {
            return Err(last_rule(member).refuse(Because::OthersMustSpeakFirst { last: member.named(), missing }));
        }
    }
    if let Some(last) = last
        && !is_last
        && !record.is_appointment()
        && said.stance_of(last.id).is_some()
    {
        return Err(last_rule(last).refuse(Because::LastSpeakerHasSpoken { last: last.named() }));
    }
    Ok(())
}

/// The Secretary is last by R-HY-07, a chair standing in by R-HY-08.
fn last_rule(last: &Member) -> RuleId {
    if last.role == crate::Role::Secretary { RuleId::Hy07 } else { RuleId::Hy08 }
}

/// Members in the room who have taken no stance, in speaking order.
fn unheard(meeting: &Meeting, said: &Deliberation, besides: Option<MemberId>) -> Vec<Named> {
    let order = meeting.speaking_order();
    let silent = |seat: &&Seat| Some(seat.member.id) != besides && said.stance_of(seat.member.id).is_none();
    named(order.into_iter().filter(silent))
}

/// Introduced, and on an appointment every member present has taken a stance, the last speaker last.
fn heard(meeting: &Meeting, record: &ItemRecord, said: &Deliberation) -> Result<(), Refusal> {
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
            Err(last_rule(&last.member).refuse(Because::NotYetStated { missing }))
        }
        _ => Ok(()),
    }
}

/// Ballot papers need a scrutineer and a teller, and neither may be a nominee of the item (R-PJ-09).
fn counters(record: &ItemRecord, method: VoteMethod, scrutineer: &str, teller: &str) -> Result<(), Refusal> {
    if matches!(method, VoteMethod::Secret | VoteMethod::Signed) {
        required(Text::Scrutineer, scrutineer)?;
        required(Text::Teller, teller)?;
    }
    let bare = |name: &str| name.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let nominees = record.matters.iter().filter_map(|matter| matter.nominee.as_ref());
    for nominee in nominees {
        if let Some(name) = [scrutineer, teller].into_iter().find(|name| bare(name) == bare(&nominee.name)) {
            return Err(RuleId::Pj09.refuse(Because::InterestedInCount { name: name.to_owned() }));
        }
    }
    Ok(())
}

fn cast(meeting: &Meeting, ballot: &Ballot, person: Person, choice: crate::Choice) -> Result<Event, Refusal> {
    let seat = voter(meeting, person)?;
    let Ballot::ByName { votes, .. } = ballot else {
        return Err(RuleId::Pj14.refuse(Because::BallotIsSecret {}));
    };
    let member = &seat.member;
    if votes.iter().any(|vote| vote.member == member.id) {
        return Err(RuleId::Hy14.refuse(Because::AlreadyVoted { member: member.named() }));
    }
    Ok(Event::VoteCast { member: member.id, choice })
}

fn close_vote(meeting: &Meeting, record: &ItemRecord, ballot: &Ballot) -> Result<Event, Refusal> {
    let Ballot::ByName { votes, .. } = ballot else {
        return Err(RuleId::Pj14.refuse(Because::BallotIsSecret {}));
    };
    let order = meeting.speaking_order();
    let silent = |seat: &&Seat| votes.iter().all(|vote| vote.member != seat.member.id);
    let missing = named(order.into_iter().filter(silent));
    if !missing.is_empty() {
        return Err(RuleId::Hy14.refuse(Because::NotYetVoted { missing }));
    }
    judge_quorum(meeting, record)?;
    let tally = Tally::of_choices(votes.iter().map(|vote| vote.choice));
    Ok(Event::VoteClosed { tally, outcome: tally.outcome(meeting.entitled()) })
}
