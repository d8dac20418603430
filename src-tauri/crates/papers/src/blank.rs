//! 备用空白表: forms for a meeting that goes on on paper. The committee and its roster are printed; which meeting it is, its
//! items and its nominees are filled in by hand, and the record is back-filled from the paper.

use meeting::{MajorityOf, Meeting};
use serde::Serialize;

use crate::ballots::{self, Ballots, choices};
use crate::sheet::{Sheet, committee_of_term, title};
use crate::sign_in::{self, Entry, SignIn, Spaced};
use crate::{BlankForm, Witness, wording};

/// The document model: that of the form which it stands in for, or one of its own.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Blank {
    SignIn(SignIn),
    Ballot(Ballots),
    CountSheet(CountSheet),
    Minutes(Minutes),
}

/// 计票单: a row for every nominee.
#[derive(Debug, Serialize)]
pub(crate) struct CountSheet {
    sheet: Sheet,
    title: String,
    head: Vec<Entry>,
    /// From 发出 on.
    columns: Vec<&'static str>,
    rows: usize,
    notes: Vec<String>,
    signatures: [&'static str; 3],
}

/// 会议记录: head, lines to write on, votes, end.
#[derive(Debug, Serialize)]
pub(crate) struct Minutes {
    sheet: Sheet,
    title: String,
    head: Vec<Entry>,
    /// The roster, to be ticked off.
    roster: Vec<String>,
    present: String,
    below: Vec<Entry>,
    lines: usize,
    /// What can be voted.
    choices: Vec<&'static str>,
    votes: usize,
    notes: Vec<String>,
    signatures: [&'static str; 2],
}

/// What the form is called.
pub(crate) fn name(form: BlankForm) -> &'static str {
    match form {
        BlankForm::SignIn => "签到表（空白）",
        BlankForm::Ballot => "表决票（空白）",
        BlankForm::CountSheet => "计票单（空白）",
        BlankForm::Minutes => "记录（空白）",
    }
}

/// Makes the document model.
pub(crate) fn blank(meeting: &Meeting, form: BlankForm, witness: &Witness) -> Blank {
    let sheet = Sheet::form(meeting, witness, name(form));
    // Once it is filled in, it is blank no more.
    let title = title(meeting, name(form).trim_end_matches("（空白）"));
    let head = || {
        vec![
            Entry::spaced("会议名称", spaced([&committee_of_term(meeting), "年第", "次会议"])),
            Entry::spaced("时间", spaced(["", "年", "月", "日", "时", "分"])),
            Entry::blank("地点"),
            Entry::blank("主持人"),
        ]
    };
    let name_and_day = spaced([&committee_of_term(meeting), "年第", "次会议　", "年", "月", "日"]);
    match form {
        BlankForm::SignIn => Blank::SignIn(sign_in::blank(meeting, sheet, title, head())),
        BlankForm::Ballot => Blank::Ballot(ballots::blank(meeting, sheet, name_and_day)),
        BlankForm::CountSheet => Blank::CountSheet(count_sheet(meeting, sheet, title, head())),
        BlankForm::Minutes => Blank::Minutes(minutes(meeting, sheet, title, head())),
    }
}

fn spaced<const N: usize>(words: [&str; N]) -> Spaced {
    words.map(str::to_owned).to_vec()
}

fn count_sheet(meeting: &Meeting, sheet: Sheet, title: String, mut head: Vec<Entry>) -> CountSheet {
    const ROWS: usize = 10;
    head.push(Entry::spaced("到会", turnout(meeting)));
    let mut columns = vec!["发出", "收回", "有效", "废票"];
    columns.extend(choices(&meeting.call.rulebook));
    columns.extend(["该栏废", "结果"]);
    let choices = choices(&meeting.call.rulebook).join("、");
    let notes = vec![
        format!("有效与废票之和等于收回；{choices}、该栏废之和等于有效。"),
        "收回多于发出的，本次投票无效，重新投票。".to_owned(),
        majority(meeting),
    ];
    let signatures = ["监票人", "计票人", "主持人"];
    CountSheet { sheet, title, head, columns, rows: ROWS, notes, signatures }
}

fn minutes(meeting: &Meeting, sheet: Sheet, title: String, mut head: Vec<Entry>) -> Minutes {
    // With a dozen members, two full pages after the first; more are copied from those.
    const LINES: usize = 47;
    const VOTES: usize = 8;
    head.push(Entry::blank("记录人"));
    head.push(Entry::spaced("到会人数", turnout(meeting)));
    let blank = |lead, lines| (0..lines).map(move |line| Entry::blank(if line == 0 { lead } else { "" }));
    Minutes {
        sheet,
        title,
        head,
        roster: meeting.seats.iter().map(|seat| wording::spread(&seat.member.name)).collect(),
        present: "到会的画“√”，迟到的另记时刻，请假的画“△”，缺席的画“×”".to_owned(),
        below: blank("请假缺席", 2).chain(blank("列席", 2)).chain(blank("议题", 4)).collect(),
        lines: LINES,
        choices: choices(&meeting.call.rulebook),
        votes: VOTES,
        notes: vec![majority(meeting), "未写满的，在最后一行之下注明“（以下空白）”。".to_owned()],
        signatures: ["主持人", "记录人"],
    }
}

fn turnout(meeting: &Meeting) -> Spaced {
    spaced([&format!("应到 {} 人　实到", meeting.entitled()), "人"])
}

/// How many votes carry; a matter that somebody is recused from may need fewer, where the rulebook lowers the number.
fn majority(meeting: &Meeting) -> String {
    match meeting.call.rulebook.majority_of {
        MajorityOf::Entitled => {
            let entitled = meeting.entitled();
            let least = wording::majority(entitled);
            format!("同意超过应到会成员半数为通过：应到 {entitled} 人，须 {least} 票。")
        }
        MajorityOf::Voting => "同意超过参加表决人数半数为通过。".to_owned(),
    }
}
