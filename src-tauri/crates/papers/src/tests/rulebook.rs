//! The whole rulebook on paper: settings, checklists, recusals, opinions, warnings, ballots that settled nothing,
//! reconsideration, and what was done against the rules at a meeting that is entered afterwards.

use meeting::rules::RULES;
use meeting::{
    ArticleCorrection, Attendant, BackFilling, FullAttendance, Grade, IntroductionPoint, LastSpeaker, MajorityOf,
    PreparationMark, PreparationStep, RecusalBase, Relation, RuleId, Rulebook, Share, StepState, Warning,
};

use super::*;
use crate::cited;

pub(super) fn under(rulebook: Rulebook, agenda: Vec<ItemDraft>) -> MeetingCall {
    MeetingCall { preset: Preset::Custom, custom: Some(rulebook), ..asked(agenda) }
}

fn back_filled(agenda: Vec<ItemDraft>) -> MeetingCall {
    let filling = BackFilling { reason: "当日停电，依据签名原件录入".into(), by: "苏简".into() };
    MeetingCall { back_filled: Some(filling), ..asked(agenda) }
}

impl Room {
    /// Everybody but those `away` is there, and the meeting is open at its first item.
    pub(super) fn opened(committee: &Committee, call: &MeetingCall, away: &[u32]) -> Self {
        // The call of a back-filled meeting comes after it.
        let mut room = Self::called(committee, call, 600);
        for n in 1..=u32::try_from(committee.members.len()).expect("a committee") {
            let absent = Attendance::Absent { reason: "在外地".into() };
            let attendance = if away.contains(&n) { absent } else { Attendance::Present {} };
            room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
        }
        room.does(MeetingCommand::OpenMeeting {});
        room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
        room
    }

    pub(super) fn takes_up(&mut self, nominee: u32) {
        self.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) });
        self.introduces("介绍。");
    }

    fn states(&mut self, member: u32, stance: Stance, words: &str) {
        self.does(MeetingCommand::RecordStatement { speaker: super::member(member), stance, words: words.into() });
    }

    pub(super) fn opens(&mut self, method: VoteMethod) {
        self.does(MeetingCommand::OpenVote { method, scrutineer: "方正言".into(), teller: "杜若".into() });
    }

    /// Those in the list against, everybody else on the floor for it.
    pub(super) fn votes(&mut self, against: &[u32]) {
        let voters: Vec<MemberId> = self.meeting.floor_voters().iter().map(|seat| seat.member.id).collect();
        for voter in voters {
            let choice = if against.contains(&voter.0) { Choice::Against } else { Choice::Agree };
            self.does(MeetingCommand::RecordVote { voter: Person::Member(voter), choice });
        }
        self.does(MeetingCommand::CloseVote {});
    }

    pub(super) fn recuses(&mut self, nominee: u32, person: Attendant, relation: Relation, detail: &str) {
        let substitute = if person == Attendant::Recorder { "林代" } else { "" };
        self.does(MeetingCommand::RecordRecusal {
            nominee: NomineeId(nominee),
            person,
            relation,
            detail: detail.into(),
            time: None,
            substitute: substitute.into(),
        });
    }

    pub(super) fn ends(&mut self) {
        self.does(MeetingCommand::CloseItem { decision: String::new() });
        self.adjourns_and_seals();
    }

    /// The text of both papers, after a look at whether they hold and give the same bytes again.
    fn read(&self, kept: &str) -> (String, String) {
        let read = |paper: &Paper, again: &Paper, name: &str| {
            keep(&format!("{kept}-{name}"), paper);
            holds(paper);
            assert_eq!(paper.pdf().expect("a PDF"), again.pdf().expect("a PDF"));
            text(paper)
        };
        let minutes = read(&self.minutes(), &self.minutes(), "minutes");
        (minutes, read(&self.vote_record(), &self.vote_record(), "vote-record"))
    }
}

#[test]
fn every_setting_of_a_rulebook_is_in_the_record() {
    let book = Preset::Custom.rulebook();
    let third = Share { numerator: 3, denominator: 4 };
    let changed = [
        Rulebook { ordinary_quorum: third, ..book },
        Rulebook { appointment_quorum: third, ..book },
        Rulebook { majority_of: MajorityOf::Voting, ..book },
        Rulebook { recusal_base: RecusalBase::Lowered, ..book },
        Rulebook { full_attendance: FullAttendance::Free, ..book },
        Rulebook { full_attendance: FullAttendance::Required, ..book },
        Rulebook { last_speaker: LastSpeaker::Chair, ..book },
        Rulebook { may_abstain: false, ..book },
        Rulebook { may_defer: true, ..book },
        Rulebook { every_voter_gets_a_paper: false, ..book },
        Rulebook { postpone_hint: third, ..book },
        Rulebook { postpone_margin: Count(2), ..book },
        Rulebook { reconsideration: false, ..book },
        Rulebook { repeated_failure_warned: false, ..book },
        Rulebook { notice_day_counts: false, ..book },
    ];
    let mut said: Vec<String> = changed.iter().chain([&book]).map(|book| cited::settings(book).concat()).collect();
    let count = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), count, "each setting reads otherwise");
    for preset in Preset::ALL {
        let rulebook = preset.rulebook();
        let mut call = asked(vec![ordinary("议题")]);
        (call.preset, call.custom) = (preset, (preset == Preset::Custom).then_some(rulebook));
        let printed = text(&Room::called(&committee(3), &call, 1).minutes());
        says_in_order(&printed, &["所用规则：", &cited::settings(&rulebook).concat()]);
    }
}

#[test]
fn no_grade_is_raised_when_a_rule_is_cited() {
    let correction = |rule| ArticleCorrection {
        rule,
        source: String::new(),
        clause: "第一条".into(),
        quote: String::new(),
        reason: "核对".into(),
        by: "苏简".into(),
    };
    for rule in RULES {
        for (corrected, corrections) in [(false, vec![]), (true, vec![correction(rule.id)])] {
            let basis = cited::basis(&rule.article_as_corrected(&corrections));
            let says = match rule.grade {
                Grade::V | Grade::S => "",
                Grade::VNum => "条号待核",
                Grade::L => "非条例规定",
                Grade::P => "通行做法",
                Grade::M => "未核",
            };
            assert!(basis.contains(says), "{}: {basis}", rule.code);
            assert_eq!(basis.contains("经本会更正"), corrected, "{}: {basis}", rule.code);
        }
    }
}

#[test]
fn the_checklist_stands_before_its_nominee() {
    let mut room = Room::called(&committee(3), &asked(vec![appointment(&people(2))]), 1);
    let mark = |step, state, responsible: &str, reference: &str| PreparationMark {
        step,
        state,
        responsible: responsible.into(),
        on: (state == StepState::Complete).then(|| at(0).date()),
        reference: reference.into(),
    };
    let entry = EntryNo(room.next);
    room.does(MeetingCommand::MarkPreparation {
        nominee: NomineeId(1),
        marks: vec![
            mark(PreparationStep::DepartmentOpinion, StepState::Complete, "部务会", "纪要〔2026〕3号"),
            mark(PreparationStep::Motion, StepState::Complete, "干部科", ""),
            mark(PreparationStep::PriorReport, StepState::NotNeeded, "", ""),
            mark(PreparationStep::JointReview, StepState::Incomplete, "", ""),
        ],
    });
    let (words, by) = ("责任人为干部二科".into(), "苏简".into());
    room.does(MeetingCommand::Correct { entry, words, reason: "笔误".into(), by });
    let (minutes, _) = room.read("checklist");
    says_in_order(
        &minutes,
        &[
            "（一）人选1",
            "会前准备：已完成 2 项，未完成 1 项，不涉及 1 项。〔见更正一〕",
            "步骤情况责任人完成日期文号、材料",
            "分析研判和动议已完成干部科2026年3月5日—会审未完成———",
            "部务会统一意见已完成部务会2026年3月5日纪要〔2026〕3号事先报告并经批复不涉及———",
            "（未审议。）（二）人选2",
            "会前准备：未登记。",
            "更正一（第 2 条）：原记录为“会前准备：分析研判和动议，已完成，干部科，2026年3月5日，—；",
        ],
    );
}

#[test]
fn what_came_after_the_notice_is_an_unscheduled_motion() {
    let mut room = Room::called(&committee(3), &asked(vec![ordinary("甲")]), 1);
    assert!(!text(&room.minutes()).contains("会议通知"));
    room.does(MeetingCommand::SendNotice {});
    room.does(MeetingCommand::AddItem { item: appointment(&people(1)) });
    let (minutes, _) = room.read("unscheduled");
    says_in_order(
        &minutes,
        &[
            "会议通知：2026年3月5日8:58发出（第 2 条）",
            "议题：一、甲二、研究干部任免事项（临时动议）所用规则",
            "二、研究干部任免事项（临时动议）（本议题未审议。）（一）人选1（临时动议）现任",
        ],
    );
}

#[test]
fn recusals_are_printed_with_their_times_and_the_base_as_set() {
    for (base, heads, carried, note) in [
        (
            RecusalBase::Kept,
            "应到 6 人（含回避 1 人），实到 5 人",
            "应到 6 人（含回避 1 人），过半数须 4 票",
            "计入应到",
        ),
        (
            RecusalBase::Lowered,
            "应到 5 人（已减回避 1 人），实到 5 人",
            "应到 5 人（已减回避 1 人），过半数须 3 票",
            "过半数按减后应到计算",
        ),
    ] {
        let rulebook = Rulebook { recusal_base: base, ..Preset::Custom.rulebook() };
        let mut item = appointment(&people(1));
        item.observers = ordinary("").observers;
        let mut room = Room::opened(&committee(6), &under(rulebook, vec![item]), &[]);
        room.recuses(1, Attendant::Member(MemberId(3)), Relation::Spouse, "");
        room.takes_up(1);
        room.recuses(1, Attendant::Recorder, Relation::Collateral, "人选1系苏简的堂兄。");
        room.recuses(1, Attendant::Observer(ObserverId(1)), Relation::Other, "本人申请回避");
        room.all_state(Stance::Agree, "");
        room.opens(VoteMethod::Hands);
        room.votes(&[2, 4]);
        room.does(MeetingCommand::AnnounceResult {});
        room.does(MeetingCommand::RecordReturn { person: Attendant::Member(MemberId(3)), time: None });
        room.ends();
        let (minutes, votes) = room.read("recusal");
        says_in_order(
            &minutes,
            &[
                "记录人：苏简（主任）林代（研究人选1时代为记录）",
                "会前准备：未登记。回避：成员3，与人选系夫妻关系；9:08离席，9:08返回。",
                &format!("开始审议：{heads}，三分之二为 4 人，符合规定。"),
                "回避：苏简（记录人），与人选系三代以内旁系血亲关系：人选1系苏简的堂兄；9:08离席，未返回。其间由林代代为记录。",
                "回避：陶然（列席），本人申请回避；9:08离席，未返回。",
                &format!("表决方式：举手表决。{heads}"),
                carried,
                "主持人（成员1）签名：",
                "记录人（苏简）签名：",
                "记录人（林代）签名：",
            ],
        );
        says_in_order(
            &votes,
            &["回避：成员3（夫妻）；回避：苏简（记录人）（三代以内旁系血亲：", "成员3回避成员4不同意", note],
        );
    }
}

#[test]
fn stances_that_changed_opinions_and_leaning_remarks_are_marked() {
    let mut room = Room::opened(&committee(5), &asked(vec![appointment(&people(1))]), &[5]);
    let absent = |room: &Room| room.meeting.warnings().into_iter().find(|it| it.rule() == RuleId::S01);
    let warning = absent(&room).expect("somebody is away");
    let confirm =
        |warning, reason: &str| MeetingCommand::AcknowledgeWarning { warning, by: MemberId(1), reason: reason.into() };
    room.does(confirm(warning, "人数符合规定，继续讨论。"));
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(MeetingCommand::Introduce {
        by: member(2),
        words: "介绍。".into(),
        covers: vec![IntroductionPoint::Basics, IntroductionPoint::Exception],
    });
    room.does(MeetingCommand::ReadWrittenOpinion { member: MemberId(5), words: "书面同意。".into() });
    room.does(MeetingCommand::RecordRemark { speaker: member(1), words: "条件不错。".into(), leans: true });
    room.all_state(Stance::Agree, "");
    let (speaker, stance) = (member(3), Stance::Defer);
    room.does(MeetingCommand::RestateStatement { speaker, stance, words: "再看一看。".into() });
    room.states(1, Stance::Agree, "");
    let lacks = room.meeting.warnings().into_iter().find(|it| matches!(it, Warning::IntroductionLacks { .. }));
    room.does(confirm(lacks.expect("points are missing"), "会后补充。"));
    let (minutes, _) = room.read("stances");
    says_in_order(
        &minutes,
        &[
            "提醒：S-01 常委会人员不齐不讨论。依据：本级制度（源文稿）四不讨论：“常委会人员不齐不讨论”。情况：未到会 1 人：成员5。",
            "成员1（主持人）确认：人数符合规定，继续讨论。（本确认仍然有效。）",
            "介绍要点：基本情况、破格的情形、理由和上级意见。",
            "成员5（书面意见，已宣读，不计票）：书面同意。",
            "成员1（插话，非末位发言）：条件不错。",
            "成员3：同意。",
            "成员1：同意。",
            "成员3（改变表态）：缓议。再看一看。",
            "成员1（书记，末位，再次表态）：同意。",
            "提醒：R-HY-05",
            "情况：人选1：介绍未包括民主推荐情况、民主测评情况、考察情况、任免理由。",
            "成员1（主持人）确认：会后补充。（本确认仍然有效。）",
            "分歧意见（缓议 1 人）：成员3（缓议。再看一看）。",
        ],
    );
    let held = room.next;
    room.does(MeetingCommand::RecordArrival { member: MemberId(5), time: None });
    assert!(text(&room.minutes()).contains(&bare(&format!("继续讨论。（本确认至第 {held} 条止。）"))));
}

#[test]
fn ballots_that_settled_nothing_are_printed_with_the_votes_so_far() {
    let rulebook = Rulebook { majority_of: MajorityOf::Voting, may_defer: true, ..Preset::Custom.rulebook() };
    let mut room = Room::opened(&committee(5), &under(rulebook, vec![appointment(&people(2))]), &[]);
    room.takes_up(1);
    room.all_state(Stance::Agree, "");
    room.opens(VoteMethod::Secret);
    room.does(MeetingCommand::VoidBallot { issued: Count(5), returned: Count(6) });
    room.opens(VoteMethod::Secret);
    let [issued, spoilt, agree, one, none] = [5, 1, 2, 1, 0].map(|count| Reading::Number(Count(count)));
    let count = CountSheet {
        issued,
        returned: issued,
        spoilt,
        agree,
        against: none,
        abstain: none,
        defer: one,
        spoilt_field: one,
    };
    room.does(MeetingCommand::CountBallots { count, again: count });
    room.does(MeetingCommand::AnnounceResult {});
    room.takes_up(2);
    room.all_state(Stance::Disagree, "");
    room.opens(VoteMethod::Hands);
    for (n, choice) in [(2, Choice::Defer), (3, Choice::Against)] {
        room.does(MeetingCommand::RecordVote { voter: member(n), choice });
    }
    room.does(MeetingCommand::PostponeVote { reason: "分歧较大".into() });
    room.does(MeetingCommand::AnnounceResult {});
    room.ends();
    let (minutes, votes) = room.read("ballots");
    says_in_order(
        &minutes,
        &[
            "表决方式：无记名投票。",
            "作废重投：发出 5 张，收回 6 张，收回多于发出，本次投票作废，重新投票。依据：选举办法通例（参照，非条例规定）：“收回",
            "表决方式：无记名投票。",
            "发出 5 张，收回 5 张，有效 4 张，废票 1 张；同意 2 票，不同意 0 票，弃权 0 票，缓议 1 票，该栏废 1 票。",
            "参加表决 5 人，过半数须 3 票，同意占参加表决人数 40.0%，未通过。",
            "分歧意见（不同意 5 人）：",
            "表决方式：举手表决。",
            "不同意 1 人：成员3。弃权 0 人：无。缓议 1 人：成员2。",
            "表决中止：表决未结束即暂缓，已登记 2 人的表决如上，不计结果。暂缓表决：分歧较大",
        ],
    );
    says_in_order(
        &votes,
        &[
            "同意不同意弃权缓议该栏废占参加表决比例结果",
            "无记名投票5555412001140.0%未通过",
            "备注：作废重投：发出 5，收回 6，收回多于发出。",
            "备注：举手表决未结束即暂缓，已登记：不同意 1，缓议 1，不计结果。",
            "同意超过参加表决人数半数为通过",
            "“该栏废”指有效票中",
        ],
    );
    assert!(!votes.contains("按人登记"), "nobody's vote by name settled anything");
    let plain = text(&sample().vote_record());
    assert!(!plain.contains("该栏废") && !plain.contains("弃权缓议"), "columns that nobody needs are not there");
}

#[test]
fn a_reconsideration_keeps_the_decision_that_was_reconsidered() {
    let mut room = Room::opened(&committee(5), &asked(vec![appointment(&people(1))]), &[]);
    let moved = |reason: &str| MeetingCommand::OpenReconsideration { nominee: NomineeId(1), reason: reason.into() };
    room.takes_up(1);
    room.all_state(Stance::Agree, "第一轮。");
    room.opens(VoteMethod::Hands);
    room.votes(&[5]);
    room.does(MeetingCommand::AnnounceResult {});
    room.does(moved("没有新的情况。"));
    room.votes(&[1, 2, 3]);
    room.does(moved("有新的情况。"));
    room.does(MeetingCommand::RecordRemark { speaker: member(4), words: "新情况属实。".into(), leans: false });
    room.votes(&[2]);
    room.takes_up(1);
    room.all_state(Stance::Disagree, "第二轮。");
    room.opens(VoteMethod::Signed);
    room.votes(&[1, 2, 3, 4]);
    room.does(MeetingCommand::AnnounceResult {});
    room.ends();
    let (minutes, votes) = room.read("reconsideration");
    says_in_order(
        &minutes,
        &[
            "开始审议：",
            "成员2：同意。第一轮。",
            "同意占应到会成员 80.0%，通过。宣布：主持人成员1宣布：通过。",
            "决定（后经复议）：同意人选1同志任市数据局局长；",
            "提出复议：没有新的情况。复议表决：应到 5 人，实到 5 人，三分之二为 4 人，符合规定。依据：",
            "（条号待核）：“党委（党组）有关干部任免的决定，需要复议的，应当经党委（党组）超过半数成员同意后方可进行。”",
            "同意复议 2 人：成员4、成员5。不同意复议 3 人：成员1、成员2、成员3。",
            "复议表决结果：同意 2 票，不同意 3 票，弃权 0 票。应到 5 人，过半数须 3 票，同意占应到会成员 40.0%，\
             不予复议，原决定有效。",
            "提出复议：有新的情况。",
            "不同意复议 1 人：成员2。弃权 0 人：无。成员4（插话）：新情况属实。复议表决结果：",
            "同意占应到会成员 80.0%，同意复议，重新审议。",
            "复议，重新审议：应到 5 人",
            "成员2：不同意。第二轮。",
            "表决方式：记名投票。",
            "同意占应到会成员 20.0%，未通过。宣布：主持人成员1宣布：未通过。本议题审议结束。",
        ],
    );
    says_in_order(
        &votes,
        &[
            "举手表决55————41080.0%通过（后经复议）",
            "1人选1（复议）",
            "复议表决：同意 2 票，不同意 3 票，弃权 0 票；应到会成员 5 人，过半数须 3 票。理由：没有新的情况。不予复议",
            "理由：有新的情况。同意复议",
            "1人选1（复议后）",
            "记名投票55————14020.0%未通过",
            "合计人选 1 人：通过 0，未通过 1",
            "姓名1人选11人选1复议表决1人选1复议表决1人选1复议后成员1同意不同意同意不同意",
        ],
    );
}

#[test]
fn a_back_filled_meeting_lists_its_violations_and_marks_their_places() {
    let mut committee = committee(6);
    for clause in ["第三十六条", "第三十七条"] {
        run(
            &mut committee,
            &CommitteeCommand::CorrectRule {
                rule: RuleId::Hy07,
                source: String::new(),
                clause: clause.into(),
                quote: String::new(),
                reason: format!("对照原文，应为{clause}"),
                by: "李四".into(),
            },
        );
    }
    let mut room = Room::opened(&committee, &back_filled(vec![appointment(&people(2))]), &[]);
    room.does(MeetingCommand::NoteTime { time: at(300) });
    room.takes_up(1);
    let first = EntryNo(room.next + 1);
    room.states(1, Stance::Agree, "我先说。");
    for n in 2..=6 {
        room.states(n, Stance::Agree, "");
    }
    room.opens(VoteMethod::Hands);
    room.votes(&[]);
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::NoteTime { time: at(400) });
    for n in 4..=6 {
        room.does(MeetingCommand::RecordDeparture { member: MemberId(n), time: None, reason: "另有会议".into() });
    }
    room.takes_up(2);
    for n in [2, 3, 1] {
        room.states(n, Stance::Agree, "");
    }
    room.opens(VoteMethod::Secret);
    room.counts([3, 3, 0, 3, 0, 0]);
    room.does(MeetingCommand::AnnounceResult {});
    room.ends();
    assert_eq!(room.meeting.violations.len(), 5);
    let (minutes, votes) = room.read("back-filled");
    says_in_order(
        &minutes,
        &[
            "中共某市委常委会会议记录（补录）",
            "补录：本记录系会后补录，所列时刻为会议当时的时刻。事由：当日停电，依据签名原件录入补录责任人：苏简录入：2026年3月5日",
            "开始审议：",
            "成员1：同意。我先说。〔违规一〕成员2：同意。",
            "表决方式：举手表决。应到 6 人，实到 6 人，三分之二为 4 人，符合规定。监票人方正言，计票人杜若。〔违规二〕",
            "开始审议：应到 6 人，实到 3 人，三分之二为 4 人，到会不足。〔违规三、四〕",
            "同意占应到会成员 50.0%，无效。〔违规五〕",
            "无效依据：R-HY-03 不足法定人数的决定无效。讨论决定条文的网上解读（非条例原文）（参照，非条例规定）：",
            "宣布：主持人成员1宣布：无效。",
            "违规情形（本次会议系会后补录。",
            "违规一：R-HY-07 书记末位表态。依据：《党政领导干部选拔任用工作条例》（2019）第三十七条（经本会更正，原条号待核）：",
            "情形：成员1应当最后表态；其表态时，尚有 5 名到会成员没有表态：成员2、成员3、成员4、成员5、成员6。",
            &format!("时间：9:03，见第 {first} 条"),
            "违规二：R-HY-07",
            "情形：成员1没有最后表态。",
            "违规三：R-HY-01 任免事项三分之二以上到会。依据：",
            "第三十八条（条号待核）：“必须有三分之二以上成员到会",
            "情形：应到 6 人，实到 3 人，至少须 4 人到会，不足 1 人。时间：9:04，见第",
            "违规四：S-01 常委会人员不齐不讨论。",
            "情形：人员不齐，未到会 3 人：成员4、成员5、成员6；没有主持人的确认记录。",
            "违规五：R-HY-03",
            "情形：作出决定时实到 3 人，少于规定的 4 人，决定无效。",
            "条文更正（召集会议时本会对规则条文已作的更正，本次会议照此引用。）",
            "R-HY-07 书记末位表态：条号更正为“第三十七条”。理由：对照原文，应为第三十七条（更正人李四）（以下空白）",
        ],
    );
    assert!(!minutes.contains("第三十六条"), "a correction that was itself corrected is not in force");
    for violation in &room.meeting.violations {
        assert!(minutes.contains(&bare(&format!("（本情形记于第 {} 条）", violation.stamp.entry))));
    }
    says_in_order(
        &votes,
        &[
            "会议表决结果统计表（补录）",
            "补录：本记录系会后补录",
            "通过〔违规二〕",
            "无效〔违规五〕",
            "未通过 0，缓议 0，暂缓表决 0，无效 1",
            "“无效”：R-HY-03 不足法定人数的决定无效。",
            "标注〔违规〕的见会议记录“违规情形”。",
        ],
    );
    for page in 0..room.minutes().document.pages().len() {
        assert!(page_text(&room.minutes(), page).contains("2026年第1次会议记录（补录）"));
    }
}

#[test]
fn the_same_breach_is_listed_once_with_all_its_places() {
    let items = vec![appointment(&people(1)), appointment(&people(1))];
    let mut room = Room::opened(&committee(6), &back_filled(items), &[6]);
    let mut places = Vec::new();
    for nominee in 1..=2 {
        let found = room.next;
        room.takes_up(nominee);
        places.push(format!("，见第 {} 条（本情形记于第 {found} 条）", found + 1));
        room.all_state(Stance::Defer, "");
        room.does(MeetingCommand::DeferMatter { reason: "再议".into() });
        room.does(MeetingCommand::AnnounceResult {});
        room.does(MeetingCommand::CloseItem { decision: String::new() });
        if nominee == 1 {
            room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
        }
    }
    room.adjourns_and_seals();
    let (minutes, _) = room.read("same-breach");
    says_in_order(
        &minutes,
        &["〔违规一〕", "〔违规一〕", "违规一：S-01", &places[0], "；", &places[1], "（以下空白）"],
    );
    assert!(!minutes.contains("违规二"));
}

#[test]
fn nothing_of_it_is_cut_off_however_long() {
    let long: String = (0..400).map(|n| format!("第{n:04}句话。甲乙")).collect();
    let names: Vec<String> = (0..25).map(|n| format!("{}{n:02}", "堃喆玥珺㛃䶮".repeat(6))).collect();
    let call = back_filled(vec![appointment(&["人".repeat(40), "A".repeat(40)])]);
    let mut room = Room::called(&named_committee(names), &call, 600);
    room.does(MeetingCommand::MarkPreparation {
        nominee: NomineeId(1),
        marks: vec![PreparationMark {
            step: PreparationStep::Inspection,
            state: StepState::Complete,
            responsible: "责".repeat(300),
            on: Some(at(0).date()),
            reference: long.clone(),
        }],
    });
    for n in 1..=25 {
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: Attendance::Present {} });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.recuses(1, Attendant::Member(MemberId(2)), Relation::Other, &long);
    room.recuses(1, Attendant::Recorder, Relation::Other, &long);
    room.takes_up(1);
    for n in 3..=25 {
        room.does(MeetingCommand::RecordDeparture { member: MemberId(n), time: None, reason: "离会".into() });
    }
    room.all_state(Stance::Agree, "");
    room.opens(VoteMethod::Hands);
    room.votes(&[]);
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::OpenReconsideration { nominee: NomineeId(1), reason: long.clone() });
    room.votes(&[]);
    let (minutes, votes) = room.read("long-rulebook");
    // What stands in cells beside each other over a page end is not in a row, so only its letters can be told.
    let letters = |text: &str, wanted: char| text.chars().filter(|letter| *letter == wanted).count();
    assert_eq!(letters(&minutes, '句'), 4 * 400, "the checklist, two recusals and the motion");
    assert_eq!(letters(&votes, '句'), 3 * 400, "two recusals and the motion");
    // 责任人 is a head too, on every page of the checklist.
    assert!(letters(&minutes, '责') >= 300);
    assert!(minutes.contains(&"人".repeat(40)));
}
