//! What the columns of a table from outside are, by their headings in Chinese or English.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a table is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum TableUse {
    /// 常委名册.
    Roster,
    /// 拟任人选 of an item.
    Nominees,
    /// 列席 of an item.
    Observers,
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Column {
    /// 姓名.
    Name,
    /// 身份: 书记, 副书记 or 委员.
    Role,
    /// 职务: a member's offices, an observer's unit and office.
    Posts,
    /// 任职时间; a nominee's 任现职时间.
    Since,
    /// 排名.
    Rank,
    /// 现任职务.
    CurrentPost,
    /// 拟任职务.
    ProposedPost,
    /// 拟免职务.
    PostToLeave,
    /// 任免类别.
    Change,
    /// 性别.
    Sex,
    /// 出生年月.
    Born,
    /// 学历.
    Education,
    /// 政治面貌.
    Politics,
    /// 民主推荐得票.
    Recommendation,
    /// 民主测评.
    Appraisal,
    /// 考察结论.
    Inspection,
    /// 备注.
    Remark,
}

/// Headings as they are written, without spaces, brackets and case.
type Headings = &'static [(Column, &'static [&'static str])];

const ROSTER: Headings = &[
    (Column::Name, NAME),
    (Column::Role, &["身份", "角色", "党内职务", "类别", "role", "capacity"]),
    (
        Column::Posts,
        &[
            "职务",
            "现任职务",
            "任职",
            "工作单位及职务",
            "单位及职务",
            "单位和职务",
            "posts",
            "post",
            "office",
            "offices",
            "title",
        ],
    ),
    (
        Column::Since,
        &["任职时间", "任职日期", "任现职时间", "到任时间", "任职起始时间", "since", "inofficesince", "date"],
    ),
    (Column::Rank, &["排名", "排序", "序号", "次序", "顺序", "rank", "no", "no.", "order", "#"]),
];
const NOMINEES: Headings = &[
    (Column::Name, NAME),
    (
        Column::CurrentPost,
        &[
            "现任职务",
            "现职务",
            "现职",
            "现任",
            "单位及职务",
            "工作单位及职务",
            "工作单位及现任职务",
            "currentpost",
            "current",
        ],
    ),
    (Column::ProposedPost, &["拟任职务", "拟任职", "拟任", "拟任单位及职务", "proposedpost", "proposed"]),
    (Column::PostToLeave, &["拟免职务", "拟免", "免去职务", "拟免去职务", "posttoleave", "leaves"]),
    (Column::Change, &["任免类别", "类别", "任免类型", "类型", "任免方式", "change", "kind", "kindofchange"]),
    (Column::Sex, &["性别", "sex", "gender"]),
    (Column::Born, &["出生年月", "出生日期", "出生时间", "生日", "born", "birth", "dateofbirth"]),
    (Column::Education, &["学历", "文化程度", "学历学位", "education"]),
    (Column::Politics, &["政治面貌", "党派", "politics", "party"]),
    (Column::Since, &["任现职时间", "现任职务时间", "现任职时间", "任职时间", "since", "inofficesince"]),
    (Column::Recommendation, &["民主推荐得票", "民主推荐", "推荐得票", "民主推荐情况", "recommendation"]),
    (Column::Appraisal, &["民主测评", "测评", "民主测评情况", "appraisal"]),
    (Column::Inspection, &["考察结论", "考察意见", "考察情况", "inspection"]),
    (Column::Remark, &["备注", "说明", "remark", "remarks", "note", "notes"]),
];
const OBSERVERS: Headings = &[
    (Column::Name, NAME),
    (
        Column::Posts,
        &[
            "单位和职务",
            "单位及职务",
            "单位职务",
            "工作单位及职务",
            "职务",
            "现任职务",
            "单位",
            "工作单位",
            "post",
            "posts",
            "unitandpost",
        ],
    ),
];
const NAME: &[&str] = &["姓名", "名字", "姓名全称", "name", "fullname"];

/// How many rows at the top are no data, and what the columns are. The headings stand in the one of the first rows that has
/// most of them, a name among them; where there is none, all rows are data and the user says what the columns are.
pub(crate) fn headings(rows: &[Vec<String>], used: TableUse) -> (usize, Vec<Option<Column>>) {
    const LOOKED_AT: usize = 10;
    let known = match used {
        TableUse::Roster => ROSTER,
        TableUse::Nominees => NOMINEES,
        TableUse::Observers => OBSERVERS,
    };
    let read = |row: &Vec<String>| -> Vec<Option<Column>> {
        let mut found = Vec::new();
        for cell in row {
            // Of two columns with one meaning, the first.
            found.push(column(cell, known).filter(|column| !found.contains(&Some(*column))));
        }
        found
    };
    let heads = rows.iter().take(LOOKED_AT).map(read).enumerate();
    let heads = heads.filter(|(_, columns)| columns.contains(&Some(Column::Name)));
    let best = heads.rev().max_by_key(|(_, columns)| columns.iter().flatten().count());
    best.map_or_else(|| (0, vec![None; rows.first().map_or(0, Vec::len)]), |(row, columns)| (row + 1, columns))
}

fn column(cell: &str, known: Headings) -> Option<Column> {
    let heading = bare(cell);
    known.iter().find(|(_, written)| written.contains(&heading.as_str())).map(|(column, _)| *column)
}

/// Without spaces, what stands in brackets, a colon, and case.
fn bare(cell: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for letter in cell.chars() {
        match letter {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            ':' | '：' | '*' => {}
            _ if depth > 0 || letter.is_whitespace() => {}
            _ => bare.extend(letter.to_lowercase()),
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn headings_are_known_in_both_languages_with_spaces_and_notes() {
        use Column::{Name, Posts, Rank, Role, Since};
        let chinese = table("序号,姓　名,身份,职 务,任职时间（年月日）\n1,甲一,书记,市委书记,");
        assert_eq!(headings(&chinese, TableUse::Roster), (1, [Rank, Name, Role, Posts, Since].map(Some).to_vec()));
        let english = table("No.,Full Name,Role,Posts,Since");
        assert_eq!(headings(&english, TableUse::Roster), (1, [Rank, Name, Role, Posts, Since].map(Some).to_vec()));
    }

    #[test]
    fn titles_above_the_headings_are_no_data() {
        let titled = table("市委常委名单,,\n2026年3月,,\n姓名,职务,电话\n甲一,市委书记,1");
        assert_eq!(headings(&titled, TableUse::Roster), (3, vec![Some(Column::Name), Some(Column::Posts), None]));
    }

    #[test]
    fn without_headings_all_is_data() {
        assert_eq!(headings(&table("甲一,市委书记\n乙二,市长"), TableUse::Roster), (0, vec![None, None]));
        assert_eq!(headings(&[], TableUse::Roster), (0, Vec::new()));
    }

    #[test]
    fn one_meaning_is_one_column_and_depends_on_what_the_table_is_for() {
        let twice = table("姓名,现任职务,职务,拟任职务");
        assert_eq!(headings(&twice, TableUse::Roster).1, [Some(Column::Name), Some(Column::Posts), None, None]);
        let nominees = [Some(Column::Name), Some(Column::CurrentPost), None, Some(Column::ProposedPost)];
        assert_eq!(headings(&twice, TableUse::Nominees).1, nominees);
        assert_eq!(headings(&twice, TableUse::Observers).1, [Some(Column::Name), Some(Column::Posts), None, None]);
    }
}
