//! Who was there when: worked out from the roll call, the comings and goings and the recusals.

use meeting::{
    Attendance, Attendant, Count, EntryNo, MatterRecord, Meeting, MemberId, Moment, MovementKind, Phase, Recusal, Seat,
    Stamp,
};

use crate::rounds::{Step, steps};

/// Whether the roll call found the member there.
pub(crate) fn is_marked_present(seat: &Seat) -> bool {
    matches!(seat.attendance, Some(Attendance::Present {}))
}

/// Whether the member attended when this entry had been recorded. Who is recused still attends, outside of the room.
pub(crate) fn attended(seat: &Seat, entry: EntryNo) -> bool {
    match seat.movements.iter().rfind(|movement| movement.stamp.entry <= entry) {
        Some(movement) => matches!(movement.kind, MovementKind::Arrived {}),
        None => is_marked_present(seat),
    }
}

/// 实到 when this entry had been recorded at this time.
pub(crate) fn present_after(meeting: &Meeting, entry: EntryNo, at: Moment) -> Count {
    // The record keeps when the recused came back, not by which entry.
    let out = |recusal: &Recusal| recusal.stamp.entry <= entry && recusal.returned.is_none_or(|back| back > at);
    let recusals: Vec<&Recusal> =
        meeting.matters().flat_map(|matter| &matter.recusals).filter(|recusal| out(recusal)).collect();
    let in_room = |seat: &&Seat| {
        let person = Attendant::Member(seat.member.id);
        attended(seat, entry) && recusals.iter().all(|recusal| recusal.person != person)
    };
    Count::of(&meeting.seats.iter().filter(in_room).collect::<Vec<_>>())
}

/// How many members had been recused from a matter when this entry was recorded.
pub(crate) fn recused_before(matter: &MatterRecord, entry: EntryNo) -> usize {
    let member = |recusal: &&Recusal| matches!(recusal.person, Attendant::Member(_)) && recusal.stamp.entry < entry;
    matter.recusals.iter().filter(member).count()
}

/// When the meeting was opened, if it was.
pub(crate) fn opened(meeting: &Meeting) -> Option<Stamp> {
    match &meeting.phase {
        Phase::Called | Phase::CalledOff { .. } => None,
        Phase::Sitting { opened } | Phase::Adjourned { opened, .. } | Phase::Sealed { opened, .. } => Some(*opened),
    }
}

/// Who presided, in order: those who announced a result, and whoever presides now.
pub(crate) fn presided(meeting: &Meeting) -> Vec<MemberId> {
    let mut announced: Vec<(EntryNo, MemberId)> = meeting
        .matters()
        .flat_map(steps)
        .filter_map(|step| match step {
            Step::Round(round) => round.announced.map(|(stamp, chair)| (stamp.entry, chair)),
            Step::Motion(_) => None,
        })
        .collect();
    announced.sort();
    let mut chairs: Vec<MemberId> = announced.into_iter().map(|(_, chair)| chair).chain([meeting.chair]).collect();
    chairs.dedup();
    chairs
}
