//! What a table from outside would do: to the roster, or as people of an agenda item. Nothing is done here. Each row is
//! judged by the rules of `meeting` as if the rows before it had happened; what the user then agrees to is one command.

use chrono::NaiveDate;
use meeting::{
    ChangeKind, Committee, CommitteeCommand, CommitteeEvent, Date, Member, MemberId, Moment, NomineeDraft,
    NomineeProfile, ObserverDraft, Refusal, Role,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::heading::Column;
use crate::table::Table;

/// Whom a row is about, where its name alone does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum RowChoice {
    /// Somebody new, whoever else has this name.
    Seat {},
    /// This member.
    Revise(MemberId),
    /// Nobody: the row is left out.
    Skip {},
}

/// A choice for a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChosenRow {
    /// Which, from 1.
    pub row: usize,
    /// What.
    pub choice: RowChoice,
}

/// A member who leaves office with the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Leaving {
    /// Who.
    pub member: MemberId,
    /// Last day in office.
    pub on: Date,
}

/// A roster to be imported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RosterWish {
    /// As read, with the columns as the user has them.
    pub table: Table,
    /// Where the user decided.
    #[serde(default)]
    pub choices: Vec<ChosenRow>,
    /// Those in office who are not in the table and leave; the others stay.
    #[serde(default)]
    pub leaving: Vec<Leaving>,
    /// Whether the table's order becomes the order of rank.
    pub ranks: bool,
}

/// What importing a roster would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RosterPreview {
    /// Each row that says something.
    pub rows: Vec<RosterRow>,
    /// Those in office whom no row is about.
    pub absent: Vec<Member>,
    /// Why they cannot leave, or be ranked, so.
    pub refusal: Option<Refusal>,
    /// What is to be done, in order, as one [`CommitteeCommand::Several`]; nothing where a row is wrong.
    pub acts: Vec<CommitteeCommand>,
    /// The order of rank afterwards, by name.
    pub order: Vec<String>,
}

/// A row of a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RosterRow {
    /// Which, from 1.
    pub row: usize,
    /// As the table has it.
    pub name: String,
    /// Members in office of this name.
    pub namesakes: Vec<Member>,
    /// Other rows of this name.
    pub twins: Vec<usize>,
    /// What becomes of it.
    pub fate: RowFate,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum RowFate {
    /// A new member.
    Seated {
        /// As they will be.
        member: Member,
    },
    /// A member's data changes.
    Revised {
        /// As they are.
        from: Member,
        /// As they will be.
        to: Member,
    },
    /// The table says what the roster says.
    Unchanged {
        /// Who.
        member: Member,
    },
    /// The user leaves it out.
    Skipped {},
    /// It cannot be imported.
    Wrong {
        /// Why not, all of it.
        why: Vec<RowTrouble>,
    },
}

/// Why a row cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum RowTrouble {
    /// The rules refuse it.
    Refused {
        /// As they would at the command.
        refusal: Refusal,
    },
    /// No day that can be read.
    NoDay {
        /// As the table has it.
        text: String,
    },
    /// 2024.1 may be January, or October as a spreadsheet shortens it.
    UnsureMonth {
        /// As the table has it.
        text: String,
    },
    /// Neither 书记 nor 副书记 nor 委员.
    NoRole {
        /// As the table has it.
        text: String,
    },
    /// No kind of change.
    NoChange {
        /// As the table has it.
        text: String,
    },
    /// No number.
    NoRank {
        /// As the table has it.
        text: String,
    },
    /// A formula or its error instead of a value.
    Formula {
        /// As the table has it.
        text: String,
    },
    /// Characters that could not be read.
    Unread {
        /// As the table has it.
        text: String,
    },
    /// Whom it is about is for the user to say: several rows or members have this name.
    WhoIsIt {},
    /// Another row is about the same member.
    TakenBy {
        /// Which.
        row: usize,
    },
}

/// People of an agenda item to be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow<T> {
    /// Which, from 1.
    pub row: usize,
    /// As they will stand on the agenda.
    pub person: T,
    /// Other rows of this name.
    pub twins: Vec<usize>,
    /// Why it cannot be imported; empty where it can.
    pub why: Vec<RowTrouble>,
}

/// A row that says something in one of the columns.
struct Row<'a> {
    number: usize,
    cells: &'a [String],
    columns: &'a [Option<Column>],
}

fn rows(table: &Table) -> impl Iterator<Item = Row<'_>> {
    let numbered = table.rows.iter().enumerate().skip(table.head);
    let rows = numbered.map(|(place, cells)| Row { number: place + 1, cells, columns: &table.columns });
    rows.filter(|row| row.said().any(|cell| !cell.is_empty()))
}

impl Row<'_> {
    fn said(&self) -> impl Iterator<Item = &str> {
        let cells = self.columns.iter().zip(self.cells);
        cells.filter(|(column, _)| column.is_some()).map(|(_, cell)| cell.as_str())
    }

    /// Empty where there is no such column, too.
    fn get(&self, wanted: Column) -> &str {
        let place = self.columns.iter().position(|column| *column == Some(wanted));
        place.and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }

    fn name(&self) -> String {
        bare(self.get(Column::Name))
    }

    /// What is wrong with the cells as such.
    fn troubles(&self) -> Vec<RowTrouble> {
        const ERRORS: &[&str] = &["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#DATA!"];
        let trouble = |cell: &str| {
            let text = cell.to_owned();
            if cell.starts_with('=') || ERRORS.contains(&cell) {
                Some(RowTrouble::Formula { text })
            } else {
                cell.contains(char::REPLACEMENT_CHARACTER).then_some(RowTrouble::Unread { text })
            }
        };
        self.said().filter_map(trouble).collect()
    }
}

/// The other rows of each row's name.
fn twins(names: &[(usize, String)], row: usize, name: &str) -> Vec<usize> {
    names
        .iter()
        .filter(|(other, twin)| *other != row && twin == name && !name.is_empty())
        .map(|(other, _)| *other)
        .collect()
}

/// What importing a roster would do.
pub(crate) fn roster(committee: &Committee, wish: &RosterWish, at: Moment) -> RosterPreview {
    let rows: Vec<Row<'_>> = rows(&wish.table).collect();
    let names: Vec<(usize, String)> = rows.iter().map(|row| (row.number, row.name())).collect();
    let mut plan = Plan { committee: committee.clone(), acts: Vec::new(), at };
    let mut preview = RosterPreview::default();
    for Leaving { member, on } in &wish.leaving {
        if let Err(refusal) = plan.act(CommitteeCommand::UnseatMember { member: *member, on: *on }) {
            preview.refusal.get_or_insert(refusal);
        }
    }
    let mut read: Vec<(RosterRow, Option<Told>)> = rows
        .iter()
        .map(|row| {
            let name = row.name();
            let namesakes = committee.members.iter().filter(|member| bare(&member.name) == name).cloned().collect();
            let twins = twins(&names, row.number, &name);
            let mut shown =
                RosterRow { row: row.number, name, namesakes, twins, fate: RowFate::Wrong { why: Vec::new() } };
            let told = tell(row, &shown, committee, &wish.choices);
            let told = told.map_err(|fate| shown.fate = fate).ok();
            (shown, told)
        })
        .collect();
    // Whoever lays the Secretary's office down does so first, wherever they stand in the table.
    let mut turns: Vec<usize> = (0..read.len()).collect();
    turns.sort_by_key(|turn| !read[*turn].1.as_ref().is_some_and(Told::lays_down));
    let mut about: Vec<(MemberId, usize)> = Vec::new();
    for turn in turns {
        let (row, told) = &mut read[turn];
        if let Some(told) = told {
            row.fate = plan.follow(told, row.row, &mut about);
        }
    }
    preview.absent = committee.members.iter().filter(|member| !is_in(&read, &about, member)).cloned().collect();
    if wish.ranks {
        let place =
            |row: usize| read.iter().find(|(shown, _)| shown.row == row).and_then(|(_, told)| told.as_ref()?.rank);
        about.sort_by_key(|(_, row)| (place(*row).unwrap_or(u32::MAX), *row));
        if let Err(refusal) = plan.rank(&about) {
            preview.refusal.get_or_insert(refusal);
        }
    }
    preview.rows = read.into_iter().map(|(row, _)| row).collect();
    let wrong = preview.rows.iter().any(|row| matches!(row.fate, RowFate::Wrong { .. }));
    preview.order = plan.committee.members.iter().map(|member| member.name.clone()).collect();
    if !wrong && preview.refusal.is_none() {
        preview.acts = plan.acts;
    }
    preview
}

/// Whether a row is about this member, or would be if it were not wrong or left out.
fn is_in(read: &[(RosterRow, Option<Told>)], about: &[(MemberId, usize)], member: &Member) -> bool {
    let pending = |row: &RosterRow| matches!(row.fate, RowFate::Wrong { .. } | RowFate::Skipped {});
    about.iter().any(|(id, _)| *id == member.id)
        || read.iter().any(|(row, _)| pending(row) && row.namesakes.iter().any(|namesake| namesake.id == member.id))
}

/// What a row tells of a member.
struct Told {
    from: Option<Member>,
    to: Member,
    rank: Option<u32>,
}

impl Told {
    fn lays_down(&self) -> bool {
        self.to.role != Role::Secretary && self.from.as_ref().is_some_and(|from| from.role == Role::Secretary)
    }
}

/// Whom a row is about and what it says of them. An empty cell says nothing: what the roster has, stays.
fn tell(row: &Row<'_>, shown: &RosterRow, committee: &Committee, choices: &[ChosenRow]) -> Result<Told, RowFate> {
    let choice_of = |row: usize| choices.iter().find(|chosen| chosen.row == row).map(|chosen| chosen.choice);
    // Of several rows of one name, the one that is left when the others are decided goes by its name.
    let alone = shown.twins.iter().all(|twin| choice_of(*twin).is_some());
    let mut why = Vec::new();
    let from = match (choice_of(row.number), shown.namesakes.as_slice()) {
        (Some(RowChoice::Skip {}), _) => return Err(RowFate::Skipped {}),
        (Some(RowChoice::Seat {}), _) => None,
        (Some(RowChoice::Revise(member)), _) => committee.member(member),
        (None, []) if alone => None,
        (None, [one]) if alone => Some(one),
        (None, _) => {
            why.push(RowTrouble::WhoIsIt {});
            None
        }
    };
    why.extend(row.troubles());
    let posts = row.get(Column::Posts);
    let since = match row.get(Column::Since) {
        "" => from.and_then(|from| from.since),
        text => noted(day(text), &mut why),
    };
    let role = match row.get(Column::Role) {
        "" => Some(from.map_or_else(|| role_in(posts), |from| from.role)),
        text => noted(role(text).ok_or_else(|| RowTrouble::NoRole { text: text.to_owned() }), &mut why),
    };
    let rank = match row.get(Column::Rank) {
        "" => None,
        text => {
            let number = text.trim_end_matches(['.', '、']).parse();
            noted(number.map_err(|_| RowTrouble::NoRank { text: text.to_owned() }), &mut why)
        }
    };
    let Some(role) = role.filter(|_| why.is_empty()) else { return Err(RowFate::Wrong { why }) };
    let posts = if posts.is_empty() { from.map_or("", |from| &from.posts) } else { posts };
    let id = from.map_or(MemberId(0), |from| from.id);
    let to = Member { id, name: shown.name.clone(), role, posts: posts.to_owned(), since };
    Ok(Told { from: from.cloned(), to, rank })
}

fn noted<T>(read: Result<T, RowTrouble>, why: &mut Vec<RowTrouble>) -> Option<T> {
    read.map_err(|trouble| why.push(trouble)).ok()
}

/// The committee as it would be, and what makes it so.
struct Plan {
    committee: Committee,
    acts: Vec<CommitteeCommand>,
    at: Moment,
}

impl Plan {
    fn act(&mut self, command: CommitteeCommand) -> Result<Vec<CommitteeEvent>, Refusal> {
        let events = self.committee.decide(&command, self.at)?;
        self.committee = events.iter().fold(std::mem::take(&mut self.committee), Committee::evolve);
        self.acts.push(command);
        Ok(events)
    }

    fn follow(&mut self, told: &Told, row: usize, about: &mut Vec<(MemberId, usize)>) -> RowFate {
        let wrong = |trouble| RowFate::Wrong { why: vec![trouble] };
        let Member { id, name, role, posts, since } = told.to.clone();
        if let Some((_, other)) = about.iter().find(|(member, _)| told.from.is_some() && *member == id) {
            return wrong(RowTrouble::TakenBy { row: *other });
        }
        let Some(from) = &told.from else {
            return match self.act(CommitteeCommand::SeatMember { name, role, posts, since }).as_deref() {
                Ok([CommitteeEvent::MemberSeated { member }]) => {
                    about.push((member.id, row));
                    RowFate::Seated { member: member.clone() }
                }
                Ok(_) => RowFate::Skipped {},
                Err(refusal) => wrong(RowTrouble::Refused { refusal: refusal.clone() }),
            };
        };
        about.push((id, row));
        if *from == told.to {
            return RowFate::Unchanged { member: from.clone() };
        }
        match self.act(CommitteeCommand::ReviseMember { member: id, name, role, posts, since }) {
            Ok(_) => RowFate::Revised { from: from.clone(), to: told.to.clone() },
            Err(refusal) => wrong(RowTrouble::Refused { refusal }),
        }
    }

    /// Those of the table in its order, then the others as they stand; nothing where they stand so already.
    fn rank(&mut self, about: &[(MemberId, usize)]) -> Result<(), Refusal> {
        let now: Vec<MemberId> = self.committee.members.iter().map(|member| member.id).collect();
        let mut order: Vec<MemberId> = about.iter().map(|(id, _)| *id).filter(|id| now.contains(id)).collect();
        let others: Vec<MemberId> = now.iter().copied().filter(|id| !order.contains(id)).collect();
        order.extend(others);
        if order == now { Ok(()) } else { self.act(CommitteeCommand::RankMembers { order }).map(drop) }
    }
}

/// Nominees as a table tells of them.
pub(crate) fn nominees(table: &Table) -> Vec<PersonRow<NomineeDraft>> {
    people(table, nominee, NomineeDraft::check)
}

/// Observers as a table tells of them.
pub(crate) fn observers(table: &Table) -> Vec<PersonRow<ObserverDraft>> {
    let observer = |row: &Row<'_>, _: &mut Vec<RowTrouble>| ObserverDraft {
        name: row.name(),
        post: row.get(Column::Posts).to_owned(),
    };
    people(table, observer, ObserverDraft::check)
}

fn people<T>(
    table: &Table,
    read: impl Fn(&Row<'_>, &mut Vec<RowTrouble>) -> T,
    check: impl Fn(&T) -> Result<(), Refusal>,
) -> Vec<PersonRow<T>> {
    let names: Vec<(usize, String)> = rows(table).map(|row| (row.number, row.name())).collect();
    let person = |row: Row<'_>| {
        let mut why = row.troubles();
        let person = read(&row, &mut why);
        why.extend(check(&person).err().map(|refusal| RowTrouble::Refused { refusal }));
        PersonRow { row: row.number, twins: twins(&names, row.number, &row.name()), person, why }
    };
    rows(table).map(person).collect()
}

fn nominee(row: &Row<'_>, why: &mut Vec<RowTrouble>) -> NomineeDraft {
    let text = |column| row.get(column).to_owned();
    let mut month = |column| {
        let text = row.get(column);
        match day(text) {
            Ok(Date(day)) => day.format("%Y.%m").to_string(),
            Err(RowTrouble::UnsureMonth { text }) => {
                why.push(RowTrouble::UnsureMonth { text });
                String::new()
            }
            // The form has room for more than a month, e.g. 1975.03（50岁）.
            Err(_) => text.to_owned(),
        }
    };
    let profile = NomineeProfile {
        sex: text(Column::Sex),
        born: month(Column::Born),
        education: text(Column::Education),
        politics: text(Column::Politics),
        since: month(Column::Since),
        recommendation: text(Column::Recommendation),
        appraisal: text(Column::Appraisal),
        inspection: text(Column::Inspection),
        remark: text(Column::Remark),
    };
    let (proposed_post, post_to_leave) = (text(Column::ProposedPost), text(Column::PostToLeave));
    let usual =
        if proposed_post.is_empty() && !post_to_leave.is_empty() { ChangeKind::Removal } else { ChangeKind::Promotion };
    let change = match row.get(Column::Change) {
        "" => usual,
        text => change(text).unwrap_or_else(|| {
            why.push(RowTrouble::NoChange { text: text.to_owned() });
            usual
        }),
    };
    NomineeDraft {
        name: row.name(),
        current_post: text(Column::CurrentPost),
        proposed_post,
        post_to_leave,
        change,
        reconsiders: None,
        profile,
    }
}

/// A name as it is kept: nobody's name has a space inside it when written in 汉字.
fn bare(name: &str) -> String {
    const HAN: char = '\u{2e80}';
    if name.chars().any(|letter| letter >= HAN) {
        name.chars().filter(|letter| !letter.is_whitespace()).collect()
    } else {
        name.trim().to_owned()
    }
}

fn role(text: &str) -> Option<Role> {
    let said = bare(text).to_lowercase();
    let places = ["市委", "县委", "区委", "州委", "省委", "党委", "党组", "工委"];
    let said = places.iter().find_map(|place| said.strip_prefix(place)).unwrap_or(&said);
    match said {
        "书记" | "secretary" => Some(Role::Secretary),
        "副书记" | "deputysecretary" | "deputy secretary" | "deputy" => Some(Role::DeputySecretary),
        "委员" | "常委" | "常委委员" | "成员" | "member" => Some(Role::Member),
        _ => None,
    }
}

/// Where no column says it: 市委副书记、市长 is a deputy; 纪委书记 is not the Secretary.
fn role_in(posts: &str) -> Role {
    posts.split(['、', '，', ',', ' ', '；']).find_map(role).unwrap_or(Role::Member)
}

fn change(text: &str) -> Option<ChangeKind> {
    Some(match bare(text).to_lowercase().as_str() {
        "提拔" | "提任" | "提拔任用" | "提拔任职" | "晋升职务" | "promotion" => ChangeKind::Promotion,
        "平级调整" | "平调" | "平级" | "平职调整" | "lateral transfer" | "lateral" => ChangeKind::Lateral,
        "晋升职级" | "职级晋升" | "晋级" | "grade promotion" => ChangeKind::GradePromotion,
        "转任" | "transfer" => ChangeKind::Transfer,
        "交流" | "交流任职" | "exchange" => ChangeKind::Exchange,
        "免职" | "免" | "免去职务" | "removal" => ChangeKind::Removal,
        "降职" | "demotion" => ChangeKind::Demotion,
        _ => return None,
    })
}

/// A day in the forms that tables have it: 2024年3月5日, 2024-03-05, 2024/3/5, 2024.3.5, 20240305, and the number of a day as
/// a spreadsheet counts them. A month alone is its first day.
fn day(text: &str) -> Result<Date, RowTrouble> {
    let plain: String = text.trim().chars().map(half_width).collect();
    let digits = |year: &&str| year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
    if plain.strip_suffix(".1").filter(digits).is_some() {
        return Err(RowTrouble::UnsureMonth { text: text.to_owned() });
    }
    read_day(&plain).map(Date).ok_or_else(|| RowTrouble::NoDay { text: text.to_owned() })
}

fn read_day(plain: &str) -> Option<NaiveDate> {
    // 1955 to 2064: no year, and no day written in six or eight digits.
    const SERIAL: std::ops::RangeInclusive<i64> = 20_000..=60_000;
    let number = || plain.parse::<i64>().ok();
    if plain.len() == 5 {
        let serial = number().filter(|number| SERIAL.contains(number))?;
        return NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(chrono::Duration::days(serial));
    }
    if plain.len() == 8 && number().is_some() {
        return ymd(&plain[..4], &plain[4..6], &plain[6..]);
    }
    // A time of day is nobody's first day in office.
    let date = if plain.contains(':') { plain.split([' ', 'T']).next()? } else { plain };
    let parts: Vec<&str> = date.trim_end_matches(['日', '号', '月', '.']).split(['年', '月', '-', '/', '.']).collect();
    match parts.as_slice() {
        [year, month, day] => ymd(year, month, day),
        [year, month] => ymd(year, month, "1"),
        _ => None,
    }
}

fn ymd(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let year = year.trim();
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
}

/// Digits and signs of an input method.
fn half_width(letter: char) -> char {
    match letter {
        '０'..='９' | '．' | '－' | '／' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '—' | '–' => '-',
        '。' => '.',
        _ => letter,
    }
}

#[cfg(test)]
mod tests;
