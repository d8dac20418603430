//! How values read in Chinese on official paper: dates, times, numbers, and the words of the regulation.

use meeting::{
    Attendance, ChangeKind, Choice, Count, Date, IntroductionPoint, MeetingNumber, Moment, Nominee, OpenMethod,
    Outcome, PreparationStep, Quorum, Relation, RuleId, Rulebook, Share, Stance, StepState, Tally, VoteMethod,
};

use chrono::{Datelike, Timelike};

/// Days and months without a leading nought (GB/T 9704 7.3.5.4): 2026年3月5日.
pub(crate) fn date(at: Moment) -> String {
    day(at.date())
}

/// 2026年3月5日.
pub(crate) fn day(on: Date) -> String {
    format!("{}年{}月{}日", on.0.year(), on.0.month(), on.0.day())
}

/// 2026年3月5日（星期四）9:05, as a notice gives it.
pub(crate) fn date_weekday_clock(at: Moment) -> String {
    const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    let weekday = DAYS[at.date().0.weekday().num_days_from_monday() as usize];
    format!("{}（星期{weekday}）{}", date(at), clock(at))
}

/// 24 hours (R-RQ-01): 9:05.
pub(crate) fn clock(at: Moment) -> String {
    format!("{}:{:02}", at.0.hour(), at.0.minute())
}

/// 2026年3月5日 9:05.
pub(crate) fn date_clock(at: Moment) -> String {
    format!("{} {}", date(at), clock(at))
}

/// 2026年3月5日 9:00—11:20; the second day is named where there is one.
pub(crate) fn span(from: Moment, to: Moment) -> String {
    let end = if from.date() == to.date() { clock(to) } else { date_clock(to) };
    format!("{}—{end}", date_clock(from))
}

/// 2026年第18次 (R-RQ-02).
pub(crate) fn number(number: MeetingNumber) -> String {
    format!("{}年第{}次", number.year, number.ordinal)
}

/// 〔2026〕18号 (GB/T 9704 7.2.5): the year in full, no 第, no leading nought.
pub(crate) fn document_number(number: MeetingNumber) -> String {
    format!("〔{}〕{}号", number.year, number.ordinal)
}

/// 一 … 九十九, then figures.
pub(crate) fn han(n: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match n {
        1..=9 => DIGITS[n].to_owned(),
        10..=19 => format!("十{}", DIGITS[n % 10]),
        20..=99 => format!("{}十{}", DIGITS[n / 10], DIGITS[n % 10]),
        _ => n.to_string(),
    }
}

/// Two-character names are spread to the width of three in lists and tables (R-XM-01): 何　静.
pub(crate) fn spread(name: &str) -> String {
    let letters: Vec<char> = name.chars().filter(|letter| !letter.is_whitespace()).collect();
    match letters.as_slice() {
        [family, given] if [family, given].into_iter().all(|letter| *letter >= '\u{3400}') => {
            format!("{family}\u{3000}{given}")
        }
        _ => name.to_owned(),
    }
}

/// 何静（市委常委、宣传部部长）; the name alone where there is no post.
pub(crate) fn with_post(name: &str, post: &str) -> String {
    if post.trim().is_empty() { name.to_owned() } else { format!("{name}（{post}）") }
}

/// What those are called who sit on a committee of this name, however it is spelt in its rulebook.
pub(crate) fn members_of(committee: &str) -> &'static str {
    if committee.contains("常委") || committee.contains("常务委员") {
        "常委"
    } else if committee.contains("党组") {
        "党组成员"
    } else {
        "委员"
    }
}

/// What the word is, or 无.
pub(crate) fn or_none(text: &str) -> String {
    if text.trim().is_empty() { "无".to_owned() } else { text.to_owned() }
}

pub(crate) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Agree => "同意",
        Stance::Disagree => "不同意",
        Stance::Defer => "缓议",
    }
}

pub(crate) fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Agree => "同意",
        Choice::Against => "不同意",
        Choice::Abstain => "弃权",
        Choice::Defer => "缓议",
    }
}

pub(crate) fn method(method: VoteMethod) -> &'static str {
    match method {
        VoteMethod::Voice => "口头表决",
        VoteMethod::Hands => "举手表决",
        VoteMethod::Signed => "记名投票",
        VoteMethod::Secret => "无记名投票",
    }
}

pub(crate) fn method_of(method: OpenMethod) -> VoteMethod {
    match method {
        OpenMethod::Voice => VoteMethod::Voice,
        OpenMethod::Hands => VoteMethod::Hands,
        OpenMethod::Signed => VoteMethod::Signed,
    }
}

pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Carried => "通过",
        Outcome::NotCarried => "未通过",
        Outcome::VotePostponed => "暂缓表决",
        Outcome::Deferred => "缓议",
        Outcome::Void => "无效",
    }
}

pub(crate) fn change(change: ChangeKind) -> &'static str {
    match change {
        ChangeKind::Promotion => "提拔",
        ChangeKind::Lateral => "平级调整",
        ChangeKind::GradePromotion => "晋升职级",
        ChangeKind::Transfer => "转任",
        ChangeKind::Exchange => "交流",
        ChangeKind::Removal => "免职",
        ChangeKind::Demotion => "降职",
    }
}

/// First what is taken up, then what is left (rulebook §7.7, 先任后免); in running text a name is not spread (R-XM-01).
pub(crate) fn decision(nominee: &Nominee) -> String {
    let who = &nominee.name;
    match (nominee.proposed_post.trim(), nominee.post_to_leave.trim()) {
        ("", leave) => format!("同意免去{who}同志的{leave}职务。"),
        (take, "") => format!("同意{who}同志任{take}。"),
        (take, leave) => format!("同意{who}同志任{take}；免去其{leave}职务。"),
    }
}

/// 到会, 请假（出差）, 缺席.
pub(crate) fn attendance(attendance: &Attendance) -> String {
    match attendance {
        Attendance::Present {} => "到会".to_owned(),
        Attendance::OnLeave { reason } => with_post("请假", reason),
        Attendance::Absent { reason } => with_post("缺席", reason),
    }
}

pub(crate) fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Oneself => "本人",
        Relation::Spouse => "夫妻",
        Relation::DirectLine => "直系血亲",
        Relation::Collateral => "三代以内旁系血亲",
        Relation::Affinity => "近姻亲",
        Relation::Other => "其他关系",
    }
}

pub(crate) fn step(step: PreparationStep) -> &'static str {
    match step {
        PreparationStep::Motion => "分析研判和动议",
        PreparationStep::Recommendation => "民主推荐",
        PreparationStep::Inspection => "组织考察",
        PreparationStep::DossierAudit => "干部档案必审",
        PreparationStep::PersonalReport => "个人有关事项报告必核",
        PreparationStep::DisciplineOpinion => "纪检监察机关意见必听",
        PreparationStep::Complaints => "线索具体的信访举报必查",
        PreparationStep::QuestionsSettled => "有关问题已核实清楚",
        PreparationStep::JointReview => "会审",
        PreparationStep::Consultation => "酝酿",
        PreparationStep::DepartmentOpinion => "部务会统一意见",
        PreparationStep::PriorReport => "事先报告并经批复",
        PreparationStep::ExceptionalApproval => "破格提拔经上级同意",
        PreparationStep::Posts => "职数、规格",
    }
}

pub(crate) fn step_state(state: StepState) -> &'static str {
    match state {
        StepState::Complete => "已完成",
        StepState::Incomplete => "未完成",
        StepState::NotNeeded => "不涉及",
    }
}

pub(crate) fn point(point: IntroductionPoint) -> &'static str {
    match point {
        IntroductionPoint::Basics => "基本情况",
        IntroductionPoint::Recommendation => "民主推荐情况",
        IntroductionPoint::Appraisal => "民主测评情况",
        IntroductionPoint::Inspection => "考察情况",
        IntroductionPoint::Reasons => "任免理由",
        IntroductionPoint::Exception => "破格的情形、理由和上级意见",
    }
}

/// 半数, 三分之二.
pub(crate) fn share(share: Share) -> String {
    match (share.numerator, share.denominator) {
        (1, 2) => "半数".to_owned(),
        (part, whole) => format!("{}分之{}", han(whole as usize), han(part as usize)),
    }
}

/// The least number that reaches a share of all entitled members.
pub(crate) fn least(share: Share, entitled: Count) -> Count {
    // Everybody present reaches any share; the rule's id is for refusals alone.
    Quorum::judge(RuleId::Hy01, share, entitled, entitled).map_or(entitled, Quorum::required)
}

/// 应到 12 人，实到 11 人，三分之二为 8 人，符合规定 (R-HY-01, R-HY-02). `recusal` stands behind the entitled members.
pub(crate) fn quorum(quorum: Quorum, of: Share, recusal: &str) -> String {
    let verdict = if quorum.is_met() { "符合规定" } else { "到会不足" };
    format!(
        "应到 {} 人{recusal}，实到 {} 人，{}为 {} 人，{verdict}",
        quorum.entitled(),
        quorum.present(),
        share(of),
        quorum.required()
    )
}

/// The least number of agreeing votes that carries (R-HY-12), found by asking the rule itself.
pub(crate) fn majority(entitled: Count) -> Count {
    let carries = |agree: &u32| {
        let tally =
            Tally { agree: Count(*agree), against: Count(0), abstain: Count(0), defer: Count(0), spoilt: Count(0) };
        tally.outcome(entitled) == Outcome::Carried
    };
    Count((0..=entitled.0.saturating_add(1)).find(carries).unwrap_or(u32::MAX))
}

/// 同意 6 票，不同意 3 票，弃权 2 票: the choices that the rulebook offers, and whatever else was cast.
pub(crate) fn totals(tally: Tally, rulebook: &Rulebook) -> String {
    let votes = [
        (Choice::Agree, tally.agree),
        (Choice::Against, tally.against),
        (Choice::Abstain, tally.abstain),
        (Choice::Defer, tally.defer),
    ];
    let counted = votes.into_iter().filter(|(choice, count)| rulebook.offers(*choice) || count.0 > 0);
    let counted: Vec<String> = counted.map(|(choice, count)| format!("{} {count} 票", self::choice(choice))).collect();
    counted.join("，")
}

/// 同意占应到会比例: tenths of a per cent in integers, halves rounded up. 6 of 12 is 50.0%.
pub(crate) fn percent(agree: Count, entitled: Count) -> String {
    let (agree, entitled) = (u64::from(agree.0), u64::from(entitled.0));
    let tenths = if entitled == 0 { 0 } else { (2000 * agree + entitled) / (2 * entitled) };
    format!("{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use meeting::Preset;

    fn at(text: &str) -> Moment {
        Moment(DateTime::parse_from_rfc3339(text).expect("a time"))
    }

    #[test]
    fn dates_and_times_have_no_empty_places() {
        let morning = at("2026-03-05T09:05:59+08:00");
        assert_eq!(date(morning), "2026年3月5日");
        assert_eq!(clock(morning), "9:05");
        assert_eq!(clock(at("2026-03-05T00:00:00+08:00")), "0:00");
        assert_eq!(document_number(MeetingNumber { year: 2026, ordinal: 3 }), "〔2026〕3号");
        assert_eq!(span(morning, at("2026-03-05T11:20:00+08:00")), "2026年3月5日 9:05—11:20");
        assert_eq!(span(morning, at("2026-03-06T00:10:00+08:00")), "2026年3月5日 9:05—2026年3月6日 0:10");
    }

    #[test]
    fn a_notice_names_the_day_of_the_week() {
        assert_eq!(date_weekday_clock(at("2026-03-05T09:05:00+08:00")), "2026年3月5日（星期四）9:05");
        assert_eq!(date_weekday_clock(at("2026-03-08T19:00:00+08:00")), "2026年3月8日（星期日）19:00");
        // The day where the meeting is, not elsewhere.
        assert_eq!(date_weekday_clock(at("2026-03-09T00:30:00+08:00")), "2026年3月9日（星期一）0:30");
    }

    #[test]
    fn members_are_called_after_their_committee() {
        assert_eq!(members_of("中共云澜市委常委会"), "常委");
        assert_eq!(members_of("中国共产党某大学委员会常务委员会"), "常委");
        assert_eq!(members_of("某市水务局党组"), "党组成员");
        assert_eq!(members_of("某集团有限公司党委会"), "委员");
    }

    #[test]
    fn numbers_read_in_chinese() {
        let read: Vec<String> = [1, 9, 10, 11, 20, 21, 60, 99, 100].into_iter().map(han).collect();
        assert_eq!(read, ["一", "九", "十", "十一", "二十", "二十一", "六十", "九十九", "100"]);
    }

    #[test]
    fn two_character_names_are_spread() {
        assert_eq!(spread("何静"), "何　静");
        assert_eq!(spread("何 静"), "何　静");
        assert_eq!(spread("李知远"), "李知远");
        assert_eq!(spread("Li"), "Li");
        assert_eq!(spread("买买提·艾力"), "买买提·艾力");
    }

    #[test]
    fn shares_and_majorities_are_those_of_the_rulebook() {
        let book = Preset::MunicipalCommittee2019.rulebook();
        let row = |n| {
            let n = Count(n);
            [least(book.appointment_quorum, n), least(book.ordinary_quorum, n), majority(n)].map(|count| count.0)
        };
        // The table of rulebook.md 0.2.
        assert_eq!(row(7), [5, 4, 4]);
        assert_eq!(row(8), [6, 4, 5]);
        assert_eq!(row(9), [6, 5, 5]);
        assert_eq!(row(10), [7, 5, 6]);
        assert_eq!(row(11), [8, 6, 6]);
        assert_eq!(row(12), [8, 6, 7]);
        assert_eq!(row(13), [9, 7, 7]);
        assert_eq!(row(15), [10, 8, 8]);
        assert_eq!(share(book.appointment_quorum), "三分之二");
        assert_eq!(share(book.ordinary_quorum), "半数");
    }

    #[test]
    fn per_cents_round_half_up_in_integers() {
        let of = |agree, entitled| percent(Count(agree), Count(entitled));
        assert_eq!(of(6, 12), "50.0%");
        assert_eq!(of(8, 12), "66.7%");
        assert_eq!(of(7, 12), "58.3%");
        assert_eq!(of(1, 16), "6.3%"); // 6.25
        assert_eq!(of(12, 12), "100.0%");
        assert_eq!(of(0, 12), "0.0%");
    }
}
