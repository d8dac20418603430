//! Where the possibilities can be counted, all of them: quorum and majority for every (N, P, Y) up to 25 against formulas
//! written out here, and every order of speaking, leaving, returning and recusing in a short meeting of up to five members
//! against the independent model.

#[path = "model/naive.rs"]
mod naive;
#[path = "model/random.rs"]
#[expect(dead_code, reason = "chance is for `model`; here nothing is left to it")]
mod random;
#[path = "model/side_by_side.rs"]
#[expect(dead_code, reason = "figures of how far meetings got are for `model`")]
mod side_by_side;

use meeting::{
    Attendance, Attendant, Because, ChangeKind, Choice, Committee, Count, CountSheet, Event, FullAttendance, ItemDraft,
    ItemId, LastSpeaker, MatterDraft, MeetingCall, MeetingCommand, MeetingNumber, Member, MemberId, NomineeDraft,
    NomineeId, NomineeProfile, Outcome, Person, Preset, Quorum, Reading, Recorder, RecusalBase, Relation, Role, RuleId,
    Rulebook, Share, Stance, Tally, VoteMethod,
};

use random::Beginning;
use side_by_side::SideBySide;

const LARGEST: u32 = 25;

// Quorum and majority.

#[test]
fn two_thirds_and_one_half_for_every_number() {
    let two_thirds = Share { numerator: 2, denominator: 3 };
    let one_half = Share { numerator: 1, denominator: 2 };
    for entitled in 0..=LARGEST {
        for present in 0..=entitled {
            for (rule, share, enough) in [
                (RuleId::Hy01, two_thirds, 3 * present >= 2 * entitled),
                (RuleId::Hy02, one_half, 2 * present >= entitled),
            ] {
                let judged = Quorum::judge(rule, share, Count(present), Count(entitled));
                // The least P that is enough, found by trying.
                let least = (0..=entitled).find(|p| match rule {
                    RuleId::Hy01 => 3 * p >= 2 * entitled,
                    _ => 2 * p >= entitled,
                });
                let least = least.expect("everybody is enough");
                match judged {
                    Ok(quorum) => {
                        assert!(enough, "{present} of {entitled}: {rule:?}");
                        assert_eq!(quorum.required(), Count(least));
                        assert_eq!((quorum.present(), quorum.entitled()), (Count(present), Count(entitled)));
                    }
                    Err(refusal) => {
                        assert!(!enough, "{present} of {entitled}: {rule:?}");
                        assert_eq!(refusal.rule, rule);
                        let facts = Because::BelowQuorum {
                            present: Count(present),
                            entitled: Count(entitled),
                            required: Count(least),
                            missing: Count(least - present),
                        };
                        assert_eq!(refusal.facts, facts);
                    }
                }
            }
        }
    }
}

#[test]
fn more_than_half_for_every_number() {
    for entitled in 0..=LARGEST {
        for present in 0..=entitled {
            for agree in 0..=present {
                let tally = Tally { agree: Count(agree), against: Count(present - agree), ..Tally::default() };
                let carried = 2 * agree > entitled;
                assert_eq!(tally.outcome(Count(entitled)) == Outcome::Carried, carried, "{agree} of {entitled}");
                assert_eq!(tally.outcome(Count(entitled)) == Outcome::NotCarried, !carried, "{agree} of {entitled}");
            }
        }
    }
}

/// The same through whole meetings: N members, P of them present, Y papers that agree.
#[test]
fn every_meeting_of_up_to_25_decides_by_the_plain_formulas() {
    for entitled in 1..=LARGEST {
        for present in 0..=entitled {
            let mut room = called(entitled, Preset::PartyGroup.rulebook(), 1);
            for member in 1..=entitled {
                let attendance = if member <= present {
                    Attendance::Present {}
                } else {
                    Attendance::Absent { reason: String::new() }
                };
                does(&mut room, &MeetingCommand::MarkAttendance { member: MemberId(member), attendance });
            }
            let opened = accepts(&mut room, &MeetingCommand::OpenMeeting {});
            assert_eq!(opened, present > 0 && 2 * present >= entitled, "opening with {present} of {entitled}");
            if !opened {
                continue;
            }
            let taken_up = accepts(&mut room, &MeetingCommand::TakeUpItem { item: ItemId(1) });
            assert_eq!(taken_up, 3 * present >= 2 * entitled, "appointments with {present} of {entitled}");
            if !taken_up {
                continue;
            }
            does(&mut room, &MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
            does(&mut room, &introduce(1));
            for member in (1..=present).rev() {
                does(&mut room, &state(member));
            }
            let (scrutineer, teller) = ("监".into(), "计".into());
            does(&mut room, &MeetingCommand::OpenVote { method: VoteMethod::Secret, scrutineer, teller });
            for agree in 0..=present {
                let number = |number| Reading::Number(Count(number));
                let sheet = CountSheet {
                    issued: number(present),
                    returned: number(present),
                    spoilt: number(0),
                    agree: number(agree),
                    against: number(0),
                    abstain: number(present - agree),
                    defer: Reading::Empty,
                    spoilt_field: number(0),
                };
                let count = MeetingCommand::CountBallots { count: sheet, again: sheet };
                let events = meeting::decide(&room.real, &count, random::start()).expect("the sums agree");
                let [Event::BallotsCounted { tally, base, outcome, .. }] = &events[..] else {
                    panic!("not one count: {events:?}");
                };
                assert_eq!(
                    (tally.agree, tally.abstain, *base),
                    (Count(agree), Count(present - agree), Count(entitled))
                );
                let expected = if 2 * agree > entitled { Outcome::Carried } else { Outcome::NotCarried };
                assert_eq!(*outcome, expected, "{agree} of {entitled}");
                does(&mut room.clone(), &count);
            }
        }
    }
}

// Orders of speaking, leaving, returning and recusing.

/// A meeting of `size` members, the Secretary in the chair, with nothing done yet.
fn called(size: u32, rulebook: Rulebook, nominees: u32) -> SideBySide {
    let mut members = Vec::new();
    for id in 1..=size {
        members.push(Member {
            id: MemberId(id),
            name: format!("委员{id}"),
            role: if id == 1 { Role::Secretary } else { Role::Member },
            posts: String::new(),
            since: None,
        });
    }
    let nominee = |number: u32| NomineeDraft {
        name: format!("人选{number}"),
        current_post: String::new(),
        proposed_post: format!("职务{number}"),
        post_to_leave: String::new(),
        change: ChangeKind::Lateral,
        reconsiders: None,
        profile: NomineeProfile::default(),
    };
    let nominees = (1..=nominees).map(nominee).collect();
    let call = MeetingCall {
        number: MeetingNumber { year: 2026, ordinal: 1 },
        scheduled: random::start(),
        place: "会议室".into(),
        chair: MemberId(1),
        recorder: Recorder { name: "记录人".into(), post: String::new() },
        agenda: vec![ItemDraft {
            title: "任免".into(),
            matter: MatterDraft::Appointment { nominees },
            observers: Vec::new(),
        }],
        preset: Preset::Custom,
        custom: Some(rulebook),
        back_filled: None,
    };
    let (name, term) = ("某委常委会".into(), "第一届".into());
    let committee = Committee { name, term, members, former: Vec::new(), articles: Vec::new(), templates: Vec::new() };
    SideBySide::called(&Beginning { committee, others: Vec::new(), call })
}

/// The same with everybody present and the item open.
fn sitting(size: u32, rulebook: Rulebook) -> SideBySide {
    let mut room = called(size, rulebook, 1);
    for member in 1..=size {
        let attendance = Attendance::Present {};
        does(&mut room, &MeetingCommand::MarkAttendance { member: MemberId(member), attendance });
    }
    does(&mut room, &MeetingCommand::OpenMeeting {});
    does(&mut room, &MeetingCommand::TakeUpItem { item: ItemId(1) });
    room
}

/// The same with the nominee introduced.
fn introduced(size: u32, rulebook: Rulebook) -> SideBySide {
    let mut room = sitting(size, rulebook);
    does(&mut room, &take_up());
    does(&mut room, &introduce(size));
    room
}

/// Gives a command to both sides, which must agree; whether they accept.
fn accepts(room: &mut SideBySide, command: &MeetingCommand) -> bool {
    let before = room.naive.entries;
    if let Err(difference) = room.command(command, random::start()) {
        panic!("{difference}\nafter {:#?}", room.real);
    }
    room.naive.entries > before
}

fn does(room: &mut SideBySide, command: &MeetingCommand) {
    assert!(accepts(room, command), "refused: {command:?}");
}

fn take_up() -> MeetingCommand {
    MeetingCommand::TakeUpNominee { nominee: NomineeId(1) }
}

fn introduce(by: u32) -> MeetingCommand {
    let by = Person::Member(MemberId(by));
    MeetingCommand::Introduce { by, words: "介绍".into(), covers: Vec::new() }
}

fn state(member: u32) -> MeetingCommand {
    let speaker = Person::Member(MemberId(member));
    MeetingCommand::RecordStatement { speaker, stance: Stance::Agree, words: "同意。".into() }
}

fn restate(member: u32) -> MeetingCommand {
    let speaker = Person::Member(MemberId(member));
    MeetingCommand::RestateStatement { speaker, stance: Stance::Disagree, words: "不同意。".into() }
}

fn depart(member: u32) -> MeetingCommand {
    MeetingCommand::RecordDeparture { member: MemberId(member), time: None, reason: "有事".into() }
}

fn arrive(member: u32) -> MeetingCommand {
    MeetingCommand::RecordArrival { member: MemberId(member), time: None }
}

fn recuse(member: u32) -> MeetingCommand {
    MeetingCommand::RecordRecusal {
        nominee: NomineeId(1),
        person: Attendant::Member(MemberId(member)),
        relation: Relation::Spouse,
        detail: String::new(),
        time: None,
        substitute: String::new(),
    }
}

fn come_back(member: u32) -> MeetingCommand {
    MeetingCommand::RecordReturn { person: Attendant::Member(MemberId(member)), time: None }
}

fn open_vote() -> MeetingCommand {
    MeetingCommand::OpenVote { method: VoteMethod::Hands, scrutineer: String::new(), teller: String::new() }
}

/// Settings that change who speaks last, what is counted and what is asked for.
fn rulebooks() -> [Rulebook; 3] {
    let regulation = Rulebook { full_attendance: FullAttendance::Free, ..Preset::Custom.rulebook() };
    let lowered = Rulebook {
        recusal_base: RecusalBase::Lowered,
        last_speaker: LastSpeaker::Chair,
        appointment_quorum: Share { numerator: 1, denominator: 2 },
        ..regulation
    };
    [regulation, lowered, Preset::StandingCommittee.rulebook()]
}

/// Tries every command after every sequence of accepted ones, down to a depth. A refused command changes nothing, so that the
/// sequences with refused commands in them are covered too. How many were tried.
fn every_sequence(room: &SideBySide, commands: &[MeetingCommand], depth: u32) -> u64 {
    let mut tried = 0;
    for command in commands {
        let mut next = room.clone();
        tried += 1;
        if accepts(&mut next, command) && depth > 1 {
            tried += every_sequence(&next, commands, depth - 1);
        }
    }
    tried
}

#[test]
fn every_sequence_of_speaking_leaving_returning_and_recusing() {
    let mut tried = 0;
    for (size, depth) in [(1, 8), (2, 6), (3, 4), (4, 4), (5, 3)] {
        for rulebook in rulebooks() {
            let mut commands = vec![open_vote()];
            for member in 1..=size {
                commands.extend([state(member), restate(member), depart(member), arrive(member)]);
                commands.extend([recuse(member), come_back(member)]);
            }
            tried += every_sequence(&introduced(size, rulebook), &commands, depth);
            let mut commands = vec![take_up(), introduce(1)];
            for member in 1..=size {
                commands.extend([depart(member), arrive(member), recuse(member), come_back(member)]);
            }
            tried += every_sequence(&sitting(size, rulebook), &commands, depth);
        }
    }
    println!("{tried} commands after every sequence");
}

/// Every order in which numbers can stand.
fn orders(of: &[u32]) -> Vec<Vec<u32>> {
    if of.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for (place, first) in of.iter().enumerate() {
        let mut rest = of.to_vec();
        rest.remove(place);
        for mut order in orders(&rest) {
            order.insert(0, *first);
            all.push(order);
        }
    }
    all
}

/// Brings a disturbed round of statements to its end: whoever is left speaks, and everybody votes.
fn to_the_end(room: &mut SideBySide, size: u32, votes: &[Choice]) {
    accepts(room, &open_vote());
    for member in (1..=size).rev() {
        accepts(room, &state(member));
    }
    accepts(room, &restate(1));
    if !accepts(room, &open_vote()) {
        return;
    }
    for member in 1..=size {
        let voter = Person::Member(MemberId(member));
        let choice = votes[member as usize % votes.len()];
        accepts(room, &MeetingCommand::RecordVote { voter, choice });
    }
    accepts(room, &MeetingCommand::CloseVote {});
    accepts(room, &MeetingCommand::AnnounceResult {});
    for member in 1..=size {
        accepts(room, &come_back(member));
    }
    accepts(room, &MeetingCommand::CloseItem { decision: String::new() });
}

#[test]
fn every_order_of_speaking_with_one_who_leaves_returns_or_recuses() {
    let votes = [Choice::Agree, Choice::Agree, Choice::Against];
    let mut played = 0_u64;
    for size in 1..=5 {
        let members: Vec<u32> = (1..=size).collect();
        // The largest under one rulebook only: five members make most of the sequences.
        for rulebook in &rulebooks()[..if size < 5 { 3 } else { 1 }] {
            let begun = introduced(size, *rulebook);
            for order in orders(&members) {
                for member in 1..=size {
                    for goes in 0..=size {
                        // Back before a later speaker, or not at all; or recused.
                        for back in goes..=size + 2 {
                            let mut room = begun.clone();
                            // One place more than speakers: after the last one, before the vote.
                            for place in 0..=size {
                                if place == goes {
                                    let leaves = if back == size + 2 { recuse(member) } else { depart(member) };
                                    accepts(&mut room, &leaves);
                                }
                                if place == back {
                                    accepts(&mut room, &arrive(member));
                                }
                                if let Some(speaker) = order.get(place as usize) {
                                    accepts(&mut room, &state(*speaker));
                                }
                            }
                            to_the_end(&mut room, size, &votes);
                            played += 1;
                        }
                    }
                }
            }
        }
    }
    println!("{played} meetings");
}
