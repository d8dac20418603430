//! R-HB: who leaves the room for a nominee, what that does to list, votes and quorum, and when they come back.

use meeting::*;

use crate::room::*;

const RECORDER: Attendant = Attendant::Recorder;

fn member_of(id: u32) -> Attendant {
    Attendant::Member(MemberId(id))
}

fn observer() -> Attendant {
    Attendant::Observer(ObserverId(1))
}

fn recusal(nominee: u32, person: Attendant, relation: Relation, detail: &str, substitute: &str) -> MeetingCommand {
    MeetingCommand::RecordRecusal {
        nominee: NomineeId(nominee),
        person,
        relation,
        detail: detail.into(),
        time: None,
        substitute: substitute.into(),
    }
}

/// A relative of the nominee leaves.
fn leaves(nominee: u32, person: Attendant) -> MeetingCommand {
    recusal(nominee, person, Relation::Collateral, "", "")
}

fn returns(person: Attendant) -> MeetingCommand {
    MeetingCommand::RecordReturn { person, time: None }
}

fn take_up(nominee: u32) -> MeetingCommand {
    MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) }
}

fn postpone() -> MeetingCommand {
    MeetingCommand::PostponeVote { reason: "待核".into() }
}

fn written_opinion(id: u32) -> MeetingCommand {
    MeetingCommand::ReadWrittenOpinion { member: MemberId(id), words: "书面意见".into() }
}

fn custom(settings: Rulebook) -> MeetingCall {
    MeetingCall { preset: Preset::Custom, custom: Some(settings), ..asked() }
}

fn lowered() -> MeetingCall {
    custom(Rulebook { recusal_base: RecusalBase::Lowered, ..Rulebook::default() })
}

/// The appointment item is open, no nominee is on the floor.
fn between_nominees(size: u32, present: u32, asked: &MeetingCall) -> Room {
    let mut room = Room::sitting_as(size, present, asked);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.confirm_absence();
    room
}

/// Those in the room and not recused agree in the order in which they are listed; the vote is open.
fn all_agree_and_vote(room: &mut Room, method: VoteMethod) {
    for id in speakers(room) {
        room.does(state(id, Stance::Agree));
    }
    room.does(open_vote(method));
}

fn speakers(room: &Room) -> Vec<u32> {
    room.meeting.speaking_order().into_iter().map(|seat| seat.member.id.0).collect()
}

fn present_on_floor(room: &Room) -> (u32, u32) {
    let floor = room.meeting.view().floor.expect("on the floor");
    (floor.present.0, floor.entitled.0)
}

#[test]
fn hb01_accepts_a_relative_leaving_and_the_others_deciding_without_them() {
    let mut room = Room::hearing(5, 5);
    let now = at(room.next);
    assert_eq!(
        room.does(leaves(1, member_of(4))),
        [Event::RecusalRecorded {
            nominee: NomineeId(1),
            person: member_of(4),
            relation: Relation::Collateral,
            detail: String::new(),
            time: now,
            substitute: String::new(),
        }]
    );
    assert_eq!(speakers(&room), [2, 3, 5, 1], "out of the speaking list");
    assert_eq!(present_on_floor(&room), (4, 5), "out of those present; still entitled");
    all_agree_and_vote(&mut room, VoteMethod::Signed);
    for id in [2, 3, 5, 1] {
        room.does(vote(id, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    room.does(MeetingCommand::AnnounceResult {});
    let back = at(room.next);
    room.does(returns(member_of(4)));
    let recusals = &room.meeting.items[1].matters[0].recusals;
    assert_eq!((recusals[0].left, recusals[0].returned), (now, Some(back)), "both times are on record");
    room.does(take_up(2));
    assert_eq!(speakers(&room), [2, 3, 4, 5, 1], "for the next nominee everybody is back");
}

#[test]
fn hb01_refuses_every_word_and_vote_of_the_recused() {
    let mut room = Room::hearing(5, 5);
    room.does(leaves(1, member_of(4)));
    let recused = Because::Recused { person: member_of(4) };
    let restated =
        MeetingCommand::RestateStatement { speaker: member(4), stance: Stance::Agree, words: "意见".into() };
    for command in [state(4, Stance::Agree), restated, remark(member(4)), written_opinion(4)] {
        assert_eq!(room.refuses(command, RuleId::Hb01), recused);
    }
    all_agree_and_vote(&mut room, VoteMethod::Hands);
    assert_eq!(room.refuses(vote(4, Choice::Agree), RuleId::Hb01), recused);
}

#[test]
fn hb01_refuses_the_doors_of_coming_and_going_to_the_recused() {
    let mut room = Room::hearing(5, 5);
    room.does(leaves(1, member_of(4)));
    let recused = Because::Recused { person: member_of(4) };
    let arrival = MeetingCommand::RecordArrival { member: MemberId(4), time: None };
    assert_eq!(room.refuses(arrival, RuleId::Hb01), recused);
    assert_eq!(room.refuses(MeetingCommand::DesignateChair { member: MemberId(4) }, RuleId::Hb01), recused);
}

#[test]
fn hb01_refuses_the_next_nominee_while_somebody_is_left_outside_and_accepts_who_has_gone_home() {
    let mut room = Room::hearing(5, 5);
    room.does(leaves(1, member_of(4)));
    room.does(postpone());
    room.does(MeetingCommand::AnnounceResult {});
    let next = || MeetingCommand::TakeUpNominee { nominee: NomineeId(2) };
    let Because::StillOutside { members } = room.refuses(next(), RuleId::Hb01) else {
        panic!("names who is outside");
    };
    assert_eq!(names(&members), [4]);
    room.does(MeetingCommand::RecordDeparture {
        member: MemberId(4), time: None, reason: "会议已与其无关".into()
    });
    let facts = room.refuses(returns(member_of(4)), RuleId::Hy13);
    assert!(matches!(facts, Because::NotPresent { .. }), "who has gone home comes back by arrival");
    room.confirm_absence();
    room.does(next());
}

#[test]
fn hb01_refuses_a_recused_chair_in_the_second_round_and_accepts_that_they_leave_again() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(leaves(1, member_of(1)));
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(introduce(OBSERVER));
    for n in [3, 4, 5, 2] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
    for n in 2..=5 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    room.does(MeetingCommand::AnnounceResult {});
    room.does(returns(member_of(1)));
    room.does(MeetingCommand::DesignateChair { member: MemberId(1) });
    let again = || MeetingCommand::OpenReconsideration { nominee: NomineeId(1), reason: "新情况".into() };
    assert_eq!(room.refuses(again(), RuleId::Hb01), Because::Recused { person: member_of(1) });
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.does(again());
    for n in 2..=5 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    room.does(leaves(1, member_of(1)));
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
}

#[test]
fn hy06_refuses_the_vote_of_whoever_came_in_while_it_is_open() {
    let mut room = Room::voting(5, 4, VoteMethod::Hands);
    room.does(MeetingCommand::RecordArrival { member: MemberId(5), time: None });
    assert!(matches!(room.refuses(vote(5, Choice::Agree), RuleId::Hy06), Because::NotYetStated { .. }));
    for n in 1..=4 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
}

#[test]
fn hb01_refuses_to_recuse_the_same_person_twice() {
    let mut room = Room::hearing(5, 5);
    room.does(leaves(1, member_of(4)));
    let twice = Because::AlreadyRecused { person: member_of(4) };
    assert_eq!(room.refuses(leaves(1, member_of(4)), RuleId::Hb01), twice);
    room.does(postpone());
    room.does(MeetingCommand::AnnounceResult {});
    assert_eq!(room.refuses(leaves(2, member_of(4)), RuleId::Hb01), twice, "still outside for the first nominee");
    room.does(returns(member_of(4)));
    room.does(leaves(2, member_of(4)));
}

#[test]
fn hb01_refuses_the_word_to_a_recused_observer_until_they_are_back() {
    let mut room = Room::hearing(5, 5);
    room.does(leaves(1, observer()));
    let facts = room.refuses(remark(OBSERVER), RuleId::Hb01);
    assert_eq!(facts, Because::Recused { person: observer() });
    assert_eq!(present_on_floor(&room), (5, 5), "observers are counted nowhere");
    room.does(postpone());
    room.does(MeetingCommand::AnnounceResult {});
    assert_eq!(room.refuses(remark(OBSERVER), RuleId::Hb01), facts);
    room.does(returns(observer()));
    room.does(remark(OBSERVER));
}

#[test]
fn hb01_refuses_a_recused_observer_the_introduction() {
    let mut room = between_nominees(5, 5, &asked());
    room.does(leaves(1, observer()));
    room.does(take_up(1));
    room.refuses(introduce(OBSERVER), RuleId::Hb01);
    room.does(introduce(member(2)));
}

#[test]
fn hb01_accepts_the_recorder_leaving_while_somebody_else_takes_the_minutes() {
    let mut room = Room::hearing(5, 5);
    let without = recusal(1, RECORDER, Relation::Spouse, "", " ");
    assert_eq!(room.refuses(without, RuleId::Jl201), Because::Empty { text: Text::Substitute });
    room.does(recusal(1, RECORDER, Relation::Spouse, "", "代记员"));
    assert_eq!(room.meeting.items[1].matters[0].recusals[0].substitute, "代记员");
    assert_eq!(speakers(&room), [2, 3, 4, 5, 1], "the recorder has no stance to lose");
    room.refuses(returns(RECORDER), RuleId::Hb01);
    room.does(postpone());
    room.does(MeetingCommand::AnnounceResult {});
    room.does(returns(RECORDER));
}

#[test]
fn a_substitute_is_named_for_the_recorder_alone() {
    let mut room = Room::hearing(5, 5);
    room.does(recusal(1, member_of(4), Relation::Spouse, "", "代记员"));
    assert_eq!(room.meeting.items[1].matters[0].recusals[0].substitute, "");
}

#[test]
fn another_relation_than_those_of_the_list_is_put_in_words() {
    let mut room = Room::hearing(5, 5);
    let bare = recusal(1, member_of(4), Relation::Other, " ", "");
    assert_eq!(room.refuses(bare, RuleId::Jl201), Because::Empty { text: Text::Relation });
    room.does(recusal(1, member_of(4), Relation::Other, "曾任其秘书", ""));
}

#[test]
fn nobody_is_recused_who_is_not_there_or_for_somebody_who_is_not_on_the_list() {
    let mut room = Room::hearing(6, 5);
    room.refuses(leaves(1, member_of(6)), RuleId::Hy13);
    room.refuses(leaves(1, member_of(9)), RuleId::Hy25);
    room.refuses(leaves(1, Attendant::Observer(ObserverId(9))), RuleId::Hy15);
    room.refuses(leaves(9, member_of(4)), RuleId::Hy17);
    let late = MeetingCommand::RecordRecusal {
        nominee: NomineeId(1),
        person: member_of(4),
        relation: Relation::Spouse,
        detail: String::new(),
        time: Some(at(9_999)),
        substitute: String::new(),
    };
    assert!(matches!(room.refuses(late, RuleId::Hy25), Because::TimeOutOfOrder { .. }));
    room.does(leaves(1, member_of(4)));
    let early = MeetingCommand::RecordReturn { person: member_of(4), time: Some(at(0)) };
    room.does(postpone());
    room.does(MeetingCommand::AnnounceResult {});
    assert!(matches!(room.refuses(early, RuleId::Hy25), Because::TimeOutOfOrder { .. }), "back before they left");
}

#[test]
fn hb01_refuses_a_return_while_the_nominee_is_on_the_floor() {
    let mut room = Room::hearing(5, 5);
    assert_eq!(room.refuses(returns(member_of(4)), RuleId::Hb01), Because::NotRecused { person: member_of(4) });
    room.does(leaves(1, member_of(4)));
    let goes_on = Because::RecusalGoesOn { nominee: NomineeId(1) };
    assert_eq!(room.refuses(returns(member_of(4)), RuleId::Hb01), goes_on, "while it is discussed");
    all_agree_and_vote(&mut room, VoteMethod::Secret);
    assert_eq!(room.refuses(returns(member_of(4)), RuleId::Hb01), goes_on, "while it is voted on");
    room.does(count(4, 4, 0, 4, 0, 0));
    assert_eq!(room.refuses(returns(member_of(4)), RuleId::Hb01), goes_on, "before it is announced");
    room.does(MeetingCommand::AnnounceResult {});
    room.does(returns(member_of(4)));
    assert_eq!(room.refuses(returns(member_of(4)), RuleId::Hb01), Because::NotRecused { person: member_of(4) });
}

#[test]
fn hb01_accepts_leaving_before_the_nominee_is_taken_up() {
    let mut room = between_nominees(5, 5, &asked());
    room.does(leaves(2, member_of(4)));
    room.does(take_up(2));
    assert_eq!(speakers(&room), [2, 3, 5, 1]);
    room.refuses(returns(member_of(4)), RuleId::Hb01);
}

#[test]
fn nobody_leaves_for_a_nominee_while_another_is_on_the_floor() {
    let mut room = Room::hearing(5, 5);
    let taken = Because::FloorTaken { item: ItemId(2), nominee: Some(NomineeId(1)) };
    assert_eq!(room.refuses(leaves(2, member_of(4)), RuleId::Hy14), taken);
    all_agree_and_vote(&mut room, VoteMethod::Hands);
    assert_eq!(room.refuses(leaves(1, member_of(4)), RuleId::Hy04), Because::VoteOpen {});
    for n in 1..=5 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    assert_eq!(room.refuses(leaves(1, member_of(4)), RuleId::Hy14), taken, "it is settled");
    room.does(MeetingCommand::AnnounceResult {});
    let settled = Because::AlreadySettled { outcome: Outcome::Carried };
    assert_eq!(room.refuses(leaves(1, member_of(4)), RuleId::Hy14), settled);
    room.does(leaves(2, member_of(4)));
}

#[test]
fn whoever_spoke_and_then_leaves_has_no_vote_and_their_words_stay() {
    let mut room = Room::heard(5, 5);
    room.does(leaves(1, member_of(4)));
    assert_eq!(
        room.meeting.open_matter().and_then(|it| it.stage.deliberation()).map(|it| it.statements.len()),
        Some(5)
    );
    let stances = room.meeting.view().floor.expect("on the floor").stances;
    assert_eq!((stances.agree, stances.silent), (Count(4), Count(0)), "only those who vote are counted");
    room.does(open_vote(VoteMethod::Hands));
    for n in [1, 2, 3, 5] {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    assert_eq!(room.outcome(1), Some(Outcome::Carried));
}

#[test]
fn hb04_accepts_the_ballot_of_the_rulebook_with_the_entitled_kept() {
    // N = 11, P = 9, one recused: eight papers; valid seven. Six agree is carried, five is not.
    for (agree, against, outcome) in [(6, 1, Outcome::Carried), (5, 2, Outcome::NotCarried)] {
        let mut room = Room::hearing(11, 9);
        room.does(leaves(1, member_of(4)));
        assert_eq!(present_on_floor(&room), (8, 11));
        all_agree_and_vote(&mut room, VoteMethod::Secret);
        room.does(count(8, 8, 1, agree, against, 0));
        assert_eq!(room.outcome(1), Some(outcome), "{agree} of 11");
    }
}

#[test]
fn hb04_refuses_a_majority_of_those_who_are_left_while_the_entitled_are_kept() {
    let mut room = Room::hearing(10, 10);
    room.does(leaves(1, member_of(4)));
    all_agree_and_vote(&mut room, VoteMethod::Secret);
    let events = room.does(count(9, 9, 0, 5, 4, 0));
    assert!(matches!(events.as_slice(), [Event::BallotsCounted { base: Count(10), .. }]), "{events:?}");
    assert_eq!(room.outcome(1), Some(Outcome::NotCarried), "5 of 10, though 5 of 9");
}

#[test]
fn hb04_accepts_a_majority_of_those_who_are_left_where_both_are_lowered() {
    let mut room = between_nominees(10, 10, &lowered());
    room.does(leaves(1, member_of(4)));
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    assert_eq!(present_on_floor(&room), (9, 9));
    all_agree_and_vote(&mut room, VoteMethod::Secret);
    let events = room.does(count(9, 9, 0, 5, 4, 0));
    assert!(matches!(events.as_slice(), [Event::BallotsCounted { base: Count(9), .. }]), "{events:?}");
    assert_eq!(room.outcome(1), Some(Outcome::Carried), "5 of 9");
}

#[test]
fn hb04_accepts_the_quorum_of_the_lowered_number() {
    // Seven of ten; one recused. Six of ten is below two thirds, six of nine is two thirds.
    let mut room = between_nominees(10, 7, &lowered());
    room.does(leaves(1, member_of(4)));
    room.does(take_up(1));
    let mut room = between_nominees(10, 7, &asked());
    room.does(leaves(1, member_of(4)));
    room.refuses(take_up(1), RuleId::Hb05);
}

#[test]
fn hb04_refuses_more_papers_than_voters_without_the_recused() {
    let mut room = Room::hearing(11, 9);
    room.does(leaves(1, member_of(4)));
    all_agree_and_vote(&mut room, VoteMethod::Secret);
    let facts = room.refuses(count(9, 9, 0, 9, 0, 0), RuleId::Hy13);
    assert_eq!(facts, Because::MoreThanPresent { counted: Count(9), present: Count(8) });
    room.refuses(count(7, 7, 0, 7, 0, 0), RuleId::Pj04);
    assert!(matches!(room.refuses(count(8, 9, 0, 8, 0, 0), RuleId::Pj05), Because::BallotVoid { .. }));
    room.does(count(8, 8, 0, 8, 0, 0));
}

#[test]
fn hb05_refuses_a_nominee_for_whom_recusal_leaves_less_than_the_quorum() {
    let mut room = between_nominees(12, 8, &asked());
    room.does(leaves(1, member_of(4)));
    let facts = room.refuses(take_up(1), RuleId::Hb05);
    let expected =
        Because::BelowQuorum { present: Count(7), entitled: Count(12), required: Count(8), missing: Count(1) };
    assert_eq!(facts, expected);
    room.does(returns(member_of(4)));
    room.does(take_up(2));
}

#[test]
fn hb05_refuses_to_go_on_once_recusal_broke_the_quorum() {
    let mut room = Room::hearing(12, 8);
    room.does(state(2, Stance::Agree));
    room.does(leaves(1, member_of(4)));
    room.refuses(state(3, Stance::Agree), RuleId::Hb05);
    let mut room = Room::heard(12, 8);
    room.does(leaves(1, member_of(4)));
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hb05);
    // The matter is not stuck: it is put off.
    room.does(postpone());
    room.does(MeetingCommand::AnnounceResult {});
}

#[test]
fn hb05_accepts_a_nominee_for_whom_two_thirds_are_left() {
    let mut room = between_nominees(12, 9, &asked());
    room.does(leaves(1, member_of(4)));
    room.does(take_up(1));
    assert_eq!(present_on_floor(&room), (8, 12));
}

#[test]
fn a_quorum_that_is_missing_without_the_recused_too_is_the_quorums_own_refusal() {
    let mut room = Room::hearing(12, 8);
    room.does(leaves(1, member_of(4)));
    room.does(MeetingCommand::RecordDeparture { member: MemberId(5), time: None, reason: "急事".into() });
    room.refuses(state(2, Stance::Agree), RuleId::Hy01);
}

#[test]
fn pj09_refuses_scrutineers_and_tellers_who_are_recused() {
    let mut room = Room::hearing(5, 5);
    room.does(leaves(1, member_of(4)));
    room.does(leaves(1, observer()));
    room.does(recusal(1, RECORDER, Relation::Spouse, "", "代记员"));
    for id in speakers(&room) {
        room.does(state(id, Stance::Agree));
    }
    let by = |scrutineer: &str, teller: &str| MeetingCommand::OpenVote {
        method: VoteMethod::Secret,
        scrutineer: scrutineer.into(),
        teller: teller.into(),
    };
    for name in ["成员4", "列席", "记录", "记 录"] {
        let interested = Because::InterestedInCount { name: name.into() };
        assert_eq!(room.refuses(by(name, "计票"), RuleId::Pj09), interested);
        assert_eq!(room.refuses(by("监票", name), RuleId::Pj09), interested);
    }
    room.does(by("成员3", "代记员"));
}

#[test]
fn a_recused_secretary_hands_the_chair_over_and_the_one_standing_in_speaks_last() {
    let mut room = between_nominees(5, 5, &asked());
    room.does(leaves(1, member_of(1)));
    assert!(matches!(room.refuses(take_up(1), RuleId::Hy08), Because::ChairNotPresent { .. }));
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    assert_eq!(speakers(&room), [3, 4, 5, 2], "the chair standing in is last");
    room.refuses(state(2, Stance::Agree), RuleId::Hy08);
    all_agree_and_vote(&mut room, VoteMethod::Hands);
    for n in 2..=5 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    assert_eq!(room.does(MeetingCommand::AnnounceResult {}), [Event::ResultAnnounced { chair: MemberId(2) }]);
    room.does(returns(member_of(1)));
    room.does(take_up(2));
    assert_eq!(speakers(&room).last(), Some(&1), "back in the room, the Secretary is last again");
}

#[test]
fn a_recused_chair_opens_no_vote_and_announces_nothing() {
    let mut room = Room::hearing(5, 5);
    room.does(leaves(1, member_of(1)));
    assert_eq!(speakers(&room), [2, 3, 4, 5], "nobody presides, so nobody is last");
    for n in 2..=5 {
        room.does(state(n, Stance::Agree));
    }
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy08);
    room.does(postpone());
    room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy08);
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.does(MeetingCommand::AnnounceResult {});
}

#[test]
fn recusal_is_no_absence() {
    // 从严: everybody has to be there. The recused leave because the rules say so.
    let strict = MeetingCall { preset: Preset::MunicipalCommitteeStrict, ..asked() };
    let mut room = between_nominees(5, 5, &strict);
    room.does(leaves(1, member_of(4)));
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    all_agree_and_vote(&mut room, VoteMethod::Hands);
    assert!(room.meeting.warnings().iter().all(|it| !matches!(it, Warning::NotAllPresent { .. })));
}

#[test]
fn no_recusal_on_an_ordinary_item() {
    let mut room = Room::sitting(5, 5);
    room.refuses(leaves(1, member_of(4)), RuleId::Hy14);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.refuses(leaves(1, member_of(4)), RuleId::Hy17);
}
