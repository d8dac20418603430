//! Rows as the rules judge them, and what is made of what tables say.

use meeting::{Because, RuleId};

use super::*;

fn at() -> Moment {
    Moment(chrono::DateTime::parse_from_rfc3339("2026-03-05T09:00:00+08:00").expect("a time"))
}

fn on(text: &str) -> Date {
    Date(text.parse().expect("a day"))
}

/// Rows as they are written, parted by `|`, under these columns.
fn table(columns: &[Column], text: &str) -> Table {
    let rows = text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect();
    Table { rows, head: 0, columns: columns.iter().copied().map(Some).collect() }
}

fn committee(members: &[(&str, Role, &str)]) -> Committee {
    let established = CommitteeEvent::Established { name: "某委常委会".into(), term: "第一届".into() };
    let seat = |(place, (name, role, posts)): (usize, &(&str, Role, &str))| {
        let id = MemberId(u32::try_from(place).expect("few") + 1);
        let member = Member { id, name: (*name).into(), role: *role, posts: (*posts).into(), since: None };
        CommitteeEvent::MemberSeated { member }
    };
    let events = std::iter::once(established).chain(members.iter().enumerate().map(seat));
    events.fold(Committee::default(), |committee, event| committee.evolve(&event))
}

fn three() -> Committee {
    committee(&[
        ("周明", Role::Secretary, "市委书记"),
        ("李建国", Role::DeputySecretary, "市长"),
        ("王芳", Role::Member, "组织部部长"),
    ])
}

fn wish(table: Table) -> RosterWish {
    RosterWish { table, ..RosterWish::default() }
}

fn done(committee: &Committee, preview: &RosterPreview) -> Committee {
    let several = CommitteeCommand::Several { acts: preview.acts.clone() };
    let events = committee.decide(&several, at()).expect("what the preview promises is accepted");
    events.iter().fold(committee.clone(), Committee::evolve)
}

fn names(committee: &Committee) -> Vec<&str> {
    names_of(&committee.members)
}

fn names_of(members: &[Member]) -> Vec<&str> {
    members.iter().map(|member| member.name.as_str()).collect()
}

fn why(preview: &RosterPreview, row: usize) -> &[RowTrouble] {
    match &preview.rows[row].fate {
        RowFate::Wrong { why } => why,
        other => panic!("row {row} is {other:?}"),
    }
}

use Column::{Name, Posts, Rank, Since};

#[test]
fn a_row_is_new_or_revises_or_changes_nothing() {
    let committee = three();
    let said = "周　明|市委书记|书记|\n李建国||副书记|2024年3月5日\n冯强|市委常委、秘书长|常委|2025.02\n|||";
    let preview = roster(&committee, &wish(table(&[Name, Posts, Column::Role, Since], said)), at());
    let fates: Vec<&str> = preview
        .rows
        .iter()
        .map(|row| match row.fate {
            RowFate::Unchanged { .. } => "unchanged",
            RowFate::Revised { .. } => "revised",
            RowFate::Seated { .. } => "seated",
            _ => "other",
        })
        .collect();
    assert_eq!(fates, ["unchanged", "revised", "seated"], "and an empty row is none");
    assert_eq!(names_of(&preview.absent), ["王芳"]);
    assert_eq!(preview.acts.len(), 2);
    let after = done(&committee, &preview);
    assert_eq!(names(&after), ["周明", "李建国", "王芳", "冯强"], "who is not in the table stays");
    assert_eq!((after.members[1].posts.as_str(), after.members[1].since), ("市长", Some(on("2024-03-05"))));
    assert_eq!(after.members[3].since, Some(on("2025-02-01")));
    assert_eq!(preview.order, names(&after));
}

#[test]
fn the_rules_judge_each_row_after_those_before_it() {
    let committee = committee(&[]);
    let said = "周明|市委书记\n钱一|市委书记\n |市委常委";
    let preview = roster(&committee, &wish(table(&[Name, Posts], said)), at());
    assert!(matches!(preview.rows[0].fate, RowFate::Seated { .. }));
    let [RowTrouble::Refused { refusal }] = why(&preview, 1) else { panic!("refused") };
    assert_eq!(refusal.rule, RuleId::Hy07);
    let [RowTrouble::Refused { refusal }] = why(&preview, 2) else { panic!("refused") };
    assert!(matches!(refusal.facts, Because::Empty { .. }));
    assert_eq!(preview.acts, [], "nothing half imported");
}

#[test]
fn the_secretarys_office_changes_hands_in_any_order_of_rows() {
    let committee = three();
    let said = "李建国|书记\n周明|委员\n王芳|委员";
    for said in [said.to_owned(), said.lines().rev().collect::<Vec<_>>().join("\n")] {
        let preview = roster(&committee, &wish(table(&[Name, Column::Role], &said)), at());
        let after = done(&committee, &preview);
        assert_eq!(after.members[1].role, Role::Secretary, "{said}");
    }
}

#[test]
fn the_order_of_the_table_or_its_numbers_become_the_rank() {
    let committee = three();
    let mut by_place = wish(table(&[Name], "李建国\n冯强\n周明"));
    assert_eq!(names(&done(&committee, &roster(&committee, &by_place, at()))), ["周明", "李建国", "王芳", "冯强"]);
    by_place.ranks = true;
    assert_eq!(names(&done(&committee, &roster(&committee, &by_place, at()))), ["李建国", "冯强", "周明", "王芳"]);
    let mut by_number = wish(table(&[Rank, Name], "3|李建国\n1.|冯强\n2、|周明\n|王芳"));
    by_number.ranks = true;
    assert_eq!(names(&done(&committee, &roster(&committee, &by_number, at()))), ["冯强", "周明", "李建国", "王芳"]);
    let same = RosterWish { ranks: true, ..wish(table(&[Name], "周明\n李建国\n王芳")) };
    assert_eq!(roster(&committee, &same, at()).acts, [], "nothing to do");
}

#[test]
fn who_is_not_in_the_table_leaves_where_the_user_says_so() {
    let committee = three();
    let leave = |day| RosterWish {
        leaving: vec![Leaving { member: MemberId(1), on: on(day) }],
        ranks: true,
        ..wish(table(&[Name, Column::Role], "李建国|书记\n王芳|"))
    };
    let preview = roster(&committee, &leave("2026-03-01"), at());
    assert_eq!(preview.absent.len(), 1);
    let after = done(&committee, &preview);
    assert_eq!(names(&after), ["李建国", "王芳"]);
    assert_eq!(after.former[0].1, on("2026-03-01"));
    let early = roster(&committee, &leave("2026-04-01"), at());
    assert!(matches!(early.refusal.expect("refused").facts, Because::DayInFuture { .. }));
    assert_eq!(early.acts, []);
}

#[test]
fn of_namesakes_the_user_says_who_is_who() {
    let committee =
        committee(&[("周明", Role::Secretary, ""), ("李伟", Role::Member, "甲"), ("李伟", Role::Member, "乙")]);
    let said = wish(table(&[Name, Posts], "李伟|甲一\n李　伟|乙一\n李伟|丙"));
    let preview = roster(&committee, &said, at());
    for row in 0..3 {
        assert_eq!(why(&preview, row), [RowTrouble::WhoIsIt {}]);
    }
    assert_eq!((preview.rows[0].namesakes.len(), preview.rows[0].twins.as_slice()), (2, &[2, 3][..]));
    let choose = |choices: [RowChoice; 3]| RosterWish {
        choices: choices.into_iter().zip(1..).map(|(choice, row)| ChosenRow { row, choice }).collect(),
        ..said.clone()
    };
    let (one, other) = (RowChoice::Revise(MemberId(2)), RowChoice::Revise(MemberId(3)));
    let told = roster(&committee, &choose([one, other, RowChoice::Seat {}]), at());
    let after = done(&committee, &told);
    let posts: Vec<&str> = after.members.iter().map(|member| member.posts.as_str()).collect();
    assert_eq!(posts, ["", "甲一", "乙一", "丙"]);
    let twice = roster(&committee, &choose([one, one, RowChoice::Skip {}]), at());
    assert_eq!(why(&twice, 1), [RowTrouble::TakenBy { row: 1 }]);
    assert_eq!(twice.rows[2].fate, RowFate::Skipped {});
    assert_eq!(names_of(&twice.absent), ["周明"], "who may be meant by a row is not absent");
}

#[test]
fn the_row_that_is_left_when_its_namesakes_are_decided_goes_by_its_name() {
    let said = wish(table(&[Name, Posts], "王芳|甲\n王芳|乙"));
    let skip = RosterWish { choices: vec![ChosenRow { row: 2, choice: RowChoice::Skip {} }], ..said };
    assert!(matches!(roster(&three(), &skip, at()).rows[0].fate, RowFate::Revised { .. }));
    assert!(matches!(roster(&committee(&[]), &skip, at()).rows[0].fate, RowFate::Seated { .. }));
}

#[test]
fn cells_that_say_nothing_certain_are_wrong() {
    let said = "甲一|=1+1||\n乙二|#REF!||\n丙三|市\u{fffd}||\n丁四||昨天|\n戊五||2024.1|\n己六|||纪委书记";
    let preview = roster(&committee(&[]), &wish(table(&[Name, Posts, Since, Column::Role], said)), at());
    let text = |text: &str| text.to_owned();
    for (row, trouble) in [
        RowTrouble::Formula { text: text("=1+1") },
        RowTrouble::Formula { text: text("#REF!") },
        RowTrouble::Unread { text: text("市\u{fffd}") },
        RowTrouble::NoDay { text: text("昨天") },
        RowTrouble::UnsureMonth { text: text("2024.1") },
        RowTrouble::NoRole { text: text("纪委书记") },
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(why(&preview, row), [trouble]);
    }
    let ranked = roster(&committee(&[]), &wish(table(&[Name, Rank], "甲一|第一")), at());
    assert_eq!(why(&ranked, 0), [RowTrouble::NoRank { text: text("第一") }]);
}

#[test]
fn days_are_read_in_their_usual_forms() {
    for text in [
        "2024年3月5日",
        "2024 年 3 月 5 日",
        "2024-03-05",
        "2024/3/5",
        "2024.3.5",
        "２０２４．３．５",
        "20240305",
        "2024-03-05 08:00:00",
        "2024-03-05T00:00:00",
        "45356",
    ] {
        assert_eq!(day(text), Ok(on("2024-03-05")), "{text}");
    }
    for text in ["2024年10月", "2024.10", "2024-10", "2024/10"] {
        assert_eq!(day(text), Ok(on("2024-10-01")), "{text}");
    }
    for text in ["", "2024", "24-3-5", "2024-13-01", "2024-02-30", "三月", "99999", "-1", "5.3.2024"] {
        assert!(matches!(day(text), Err(RowTrouble::NoDay { .. })), "{text}");
    }
}

#[test]
fn the_role_is_told_by_its_column_or_by_the_posts() {
    for (text, wanted) in [
        ("市委书记", Some(Role::Secretary)),
        ("副书记", Some(Role::DeputySecretary)),
        ("常委", Some(Role::Member)),
        ("Deputy Secretary", Some(Role::DeputySecretary)),
        ("纪委书记", None),
    ] {
        assert_eq!(role(text), wanted, "{text}");
    }
    assert_eq!(role_in("市委副书记、市长"), Role::DeputySecretary);
    assert_eq!(role_in("市委常委、纪委书记"), Role::Member);
}

#[test]
fn nominees_come_with_posts_kind_and_particulars() {
    use Column::{Born, Change, CurrentPost, PostToLeave, ProposedPost, Sex};
    let columns = [Name, CurrentPost, ProposedPost, PostToLeave, Change, Sex, Born];
    let said = "陈　晓|副局长|局长||提任|女|1975-03-02\n林一|局长||局长||男|1970年5月\n吴二|处长||||男|1980.1\n陈晓|甲|乙||升|女|五十岁";
    let read = nominees(&table(&columns, said));
    let [one, two, three, four] = read.as_slice() else { panic!("four rows") };
    assert_eq!((one.person.name.as_str(), one.person.change), ("陈晓", ChangeKind::Promotion));
    assert_eq!((one.person.profile.sex.as_str(), one.person.profile.born.as_str()), ("女", "1975.03"));
    assert_eq!((one.why.as_slice(), one.twins.as_slice()), (&[][..], &[4][..]));
    assert_eq!((two.person.change, two.person.profile.born.as_str()), (ChangeKind::Removal, "1970.05"));
    assert!(
        matches!(&three.why[..], [RowTrouble::UnsureMonth { .. }, RowTrouble::Refused { refusal }] if refusal.rule == RuleId::Hy04)
    );
    assert_eq!(four.why, [RowTrouble::NoChange { text: "升".into() }]);
    assert_eq!(four.person.profile.born, "五十岁", "as the department writes it");
}

#[test]
fn observers_come_with_unit_and_office() {
    let read = observers(&table(&[Name, Posts], "郑　九|市财政局局长\n|市审计局"));
    assert_eq!(read[0].person, ObserverDraft { name: "郑九".into(), post: "市财政局局长".into() });
    assert!(matches!(&read[1].why[..], [RowTrouble::Refused { refusal }] if refusal.rule == RuleId::Jl201));
}
