//! 议定 without a window: the same contract, line by line.
#![expect(clippy::print_stdout, reason = "a command line program prints")]

use std::fmt::Display;
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use desk::meeting::rules::{self, Grade, RuleState, RuleView};
use desk::meeting::{ItemId, MeetingId};
use desk::papers::{BlankForm, Due, ExportKind, ExtractOf, PaperKind};
use desk::script::{self, SAMPLE_CLOCK, is_as_expected};
use desk::{
    Answer, Clock, Command, Desk, Destination, Fault, FoundEntry, FoundText, Line, Lock, NearMiss, Query, Receipt,
    Reply, SearchFilters, Standing,
};

/// 议定 (Yiding): standing-committee meetings, recorded, voted and printed.
#[derive(Parser)]
#[command(name = "yiding", version)]
struct Program {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Runs commands and queries: JSON Lines in, one JSON answer a line out.
    Script(Script),
    /// Plays the sample meeting and writes its papers and exports.
    Demo {
        /// The folder to write to; made where it is missing.
        #[arg(long)]
        out: PathBuf,
        /// RFC 3339; one second goes by with every command that is recorded.
        #[arg(long, default_value = SAMPLE_CLOCK)]
        clock: String,
    },
    /// Makes one paper of a meeting and writes it as PDF; the last number again where it still holds.
    Print {
        #[command(flatten)]
        file: StoreFile,
        /// The meeting's id.
        #[arg(long)]
        meeting: u32,
        /// Which paper.
        #[arg(long)]
        paper: PaperName,
        /// The item, for an extract.
        #[arg(long, required_if_eq("paper", "extract"))]
        item: Option<u32>,
        /// The unit that an extract goes to.
        #[arg(long, default_value = "")]
        to: String,
        /// The PDF to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Makes every paper that belongs to the file of a meeting and writes them, with all exports and an index.
    Bundle {
        #[command(flatten)]
        file: StoreFile,
        /// The meeting's id.
        #[arg(long)]
        meeting: u32,
        /// A new folder, or a new file that ends in `.zip`.
        #[arg(long)]
        out: PathBuf,
    },
    /// Verifies the whole record; with a fingerprint, says whether a paper is from it.
    Verify {
        #[command(flatten)]
        file: StoreFile,
        /// As printed on the paper.
        #[arg(long)]
        fingerprint: Option<String>,
    },
    /// Finds words in the whole record, from one character on: two lines for each place, the newest first.
    Search {
        #[command(flatten)]
        file: StoreFile,
        /// As written; case of ASCII letters and full width of letters and digits do not count.
        text: String,
        /// Only what this person said, or what is about them.
        #[arg(long)]
        person: Option<String>,
        /// Only meetings of this year.
        #[arg(long)]
        year: Option<u16>,
        /// So many places at the most.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Copies the store, opens the copy and verifies it.
    Backup {
        #[command(flatten)]
        file: StoreFile,
        /// Must not exist.
        #[arg(long)]
        out: PathBuf,
    },
    /// Lists every rule: what the program does about it, what it rests on, how well that is evidenced.
    Rules {
        /// With the articles as the committee of this store put them right; without it, as built in.
        #[arg(long)]
        store: Option<PathBuf>,
        /// One JSON array instead of text.
        #[arg(long)]
        json: bool,
    },
    /// Prints the JSON Schema of every command, event, query and refusal.
    Schema,
}

#[derive(Args)]
struct StoreFile {
    /// The store.
    #[arg(long)]
    store: PathBuf,
}

#[derive(Args)]
struct Script {
    /// The script, or `-` for standard input, which is answered line by line.
    file: PathBuf,
    /// The store; made where it is missing. Without it, one that is thrown away.
    #[arg(long)]
    store: Option<PathBuf>,
    /// RFC 3339; one second goes by with every command that is recorded.
    #[arg(long)]
    clock: Option<String>,
    /// Goes on after a refusal.
    #[arg(long)]
    keep_going: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum PaperName {
    /// 会议通知.
    Notice,
    /// 会议议程.
    Agenda,
    /// 签到表.
    SignIn,
    /// 任免事项呈报表.
    NomineeList,
    /// 表决票.
    Ballots,
    /// 计票单.
    CountSheets,
    /// 表决结果统计表.
    VoteRecord,
    /// 会议记录.
    Minutes,
    /// 会议纪要.
    Summary,
    /// 议定事项通知, with --item and --to.
    Extract,
    /// 更正清单.
    Corrections,
    /// 本次会议所用规则.
    Rules,
    /// 签到表（空白）.
    BlankSignIn,
    /// 表决票（空白）.
    BlankBallot,
    /// 计票单（空白）.
    BlankCountSheet,
    /// 会议记录（空白）.
    BlankMinutes,
}

impl PaperName {
    fn kind(self, item: u32, to: String) -> PaperKind {
        match self {
            Self::Notice => PaperKind::Notice,
            Self::Agenda => PaperKind::Agenda,
            Self::SignIn => PaperKind::SignIn,
            Self::NomineeList => PaperKind::NomineeList,
            Self::Ballots => PaperKind::Ballots,
            Self::CountSheets => PaperKind::CountSheets,
            Self::VoteRecord => PaperKind::VoteRecord,
            Self::Minutes => PaperKind::Minutes,
            Self::Summary => PaperKind::Summary,
            Self::Extract => PaperKind::Extract(ExtractOf { item: ItemId(item), nominees: Vec::new(), to }),
            Self::Corrections => PaperKind::Corrections,
            Self::Rules => PaperKind::Rules,
            Self::BlankSignIn => PaperKind::Blank(BlankForm::SignIn),
            Self::BlankBallot => PaperKind::Blank(BlankForm::Ballot),
            Self::BlankCountSheet => PaperKind::Blank(BlankForm::CountSheet),
            Self::BlankMinutes => PaperKind::Blank(BlankForm::Minutes),
        }
    }
}

/// What ends the program: one clear line on stderr, and the exit code.
struct Ending {
    line: String,
    code: u8,
}

impl Ending {
    /// Bad input or a fault: exit code 2.
    fn bad(line: impl Display) -> Self {
        Self { line: line.to_string(), code: 2 }
    }

    /// The script did not go as it expected: exit code 1.
    fn unexpected(line: impl Display) -> Self {
        Self { line: line.to_string(), code: 1 }
    }
}

impl From<Fault> for Ending {
    fn from(fault: Fault) -> Self {
        Self::bad(fault)
    }
}

impl From<io::Error> for Ending {
    fn from(error: io::Error) -> Self {
        Self::bad(error)
    }
}

fn main() -> ExitCode {
    let done = match Program::parse().task {
        Task::Script(task) => script(&task),
        Task::Demo { out, clock } => demo(&out, &clock),
        Task::Print { file, meeting, paper, item, to, out } => {
            print(&file, MeetingId(meeting), paper.kind(item.unwrap_or(0), to), &out)
        }
        Task::Bundle { file, meeting, out } => bundle(&file, MeetingId(meeting), &out),
        Task::Verify { file, fingerprint } => verify(&file, fingerprint),
        Task::Search { file, text, person, year, limit } => {
            search(&file, text, SearchFilters { person, year, ..SearchFilters::default() }, limit)
        }
        Task::Backup { file, out } => backup(&file, &out),
        Task::Rules { store, json } => rules(store.as_deref(), json),
        Task::Schema => serde_json::to_string_pretty(&desk::schema())
            .map_err(Ending::bad)
            .and_then(|schema| writeln!(io::stdout(), "{schema}").map_err(Ending::from)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Ending { line, code }) => {
            // One line, whatever the message held.
            let line: Vec<&str> = line.split_whitespace().collect();
            writeln!(io::stderr(), "yiding: {}", line.join(" ")).ok();
            ExitCode::from(code)
        }
    }
}

/// The passphrase comes from the environment: an argument would stand in the list of processes.
fn passphrase() -> Option<String> {
    std::env::var("YIDING_PASSPHRASE").ok()
}

fn fonts() -> PathBuf {
    desk::fonts_folder(None).unwrap_or_else(|| PathBuf::from("fonts"))
}

fn open(path: &Path, clock: Clock) -> Result<Desk, Ending> {
    let named = |fault: Fault| Ending::bad(format!("{}: {fault}", path.display()));
    let asks = desk::asks_for_passphrase(path).map_err(|fault| named(fault.into()))?;
    let given = passphrase();
    if asks && given.is_none() {
        return Err(Ending::bad(format!(
            "{}: this store asks for a passphrase; give it in the environment variable YIDING_PASSPHRASE",
            path.display()
        )));
    }
    Desk::open(path, given.filter(|_| asks).as_deref(), clock, &fonts()).map_err(named)
}

fn create(path: &Path, clock: Clock) -> Result<Desk, Ending> {
    let given = passphrase();
    let lock = given.as_deref().map_or(Lock::None, Lock::Passphrase);
    Desk::create(path, lock, clock, &fonts()).map_err(|fault| Ending::bad(format!("{}: {fault}", path.display())))
}

fn clock(text: Option<&str>) -> Result<Clock, Ending> {
    text.map_or(Ok(Clock::System), |text| {
        let wrong = || Ending::bad(format!("--clock {text}: no RFC 3339 time, such as 2026-03-05T09:00:00+08:00"));
        Clock::pinned(text).ok_or_else(wrong)
    })
}

fn script(task: &Script) -> Result<(), Ending> {
    let clock = clock(task.clock.as_deref())?;
    let from_stdin = task.file == Path::new("-");
    // A file is read whole before anything is done: a malformed line changes nothing.
    let lines = if from_stdin {
        Vec::new()
    } else {
        let text =
            fs::read_to_string(&task.file).map_err(|error| Ending::bad(format!("{}: {error}", task.file.display())))?;
        script::parse_all(&text)
            .map_err(|(place, fault)| Ending::bad(format!("{} line {place}: {fault}", task.file.display())))?
    };
    let away;
    let mut desk = match &task.store {
        Some(path) if path.exists() => open(path, clock)?,
        Some(path) => create(path, clock)?,
        None => {
            away = tempfile::tempdir()?;
            create(&away.path().join("script.yiding"), clock)?
        }
    };
    if from_stdin {
        for (place, text) in io::stdin().lock().lines().enumerate() {
            let text = text?;
            if text.trim().is_empty() {
                continue;
            }
            let line = script::parse(&text).map_err(|fault| Ending::bad(format!("line {}: {fault}", place + 1)))?;
            step(&mut desk, line, place + 1, task.keep_going)?;
        }
    } else {
        for (place, line) in lines.into_iter().enumerate() {
            step(&mut desk, line, place + 1, task.keep_going)?;
        }
    }
    Ok(())
}

fn step(desk: &mut Desk, line: Line, place: usize, keep_going: bool) -> Result<(), Ending> {
    let expected = line.refused;
    let answer = desk.call(line);
    let text = serde_json::to_string(&answer).map_err(Ending::bad)?;
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()?;
    if let Answer::Fault(fault) = answer {
        return Err(Ending::bad(format!("line {place}: {fault}")));
    }
    if is_as_expected(expected, &answer) || keep_going {
        return Ok(());
    }
    Err(Ending::unexpected(match (expected, &answer) {
        (Some(rule), _) => format!("line {place}: a refusal by {} was expected", rule.code()),
        (None, Answer::Refused(refusal)) => format!("line {place}: refused by {}", refusal.rule.code()),
        (None, _) => format!("line {place}: the record has moved on"),
    }))
}

fn demo(out: &Path, clock_text: &str) -> Result<(), Ending> {
    let clock = clock(Some(clock_text))?;
    fs::create_dir_all(out)?;
    let away = tempfile::tempdir()?;
    let mut desk = create(&away.path().join("sample.yiding"), clock)?;
    script::play_sample(&mut desk)?;
    // A bundle wants a new folder; the demo may be played into the same one again.
    let folder = away.path().join("papers");
    make_bundle(&mut desk, MeetingId(1), Destination::Folder(utf8(&folder)?))?;
    for file in fs::read_dir(&folder)? {
        let file = file?;
        let to = out.join(file.file_name());
        fs::copy(file.path(), &to)?;
        println!("{}", to.display());
    }
    Ok(())
}

fn print(file: &StoreFile, meeting: MeetingId, paper: PaperKind, out: &Path) -> Result<(), Ending> {
    let mut desk = open(&file.store, Clock::System)?;
    let receipt = make(&mut desk, meeting, vec![paper], Vec::new(), Destination::File(utf8(out)?))?;
    list(&receipt);
    Ok(())
}

fn bundle(file: &StoreFile, meeting: MeetingId, out: &Path) -> Result<(), Ending> {
    let mut desk = open(&file.store, Clock::System)?;
    let is_zip = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    let to = if is_zip { Destination::Zip(utf8(out)?) } else { Destination::Folder(utf8(out)?) };
    list(&make_bundle(&mut desk, meeting, to)?);
    Ok(())
}

/// Every paper that belongs to the file and can be made now, and every export.
fn make_bundle(desk: &mut Desk, meeting: MeetingId, to: Destination) -> Result<Receipt, Ending> {
    let view = match answered(desk, Query::Papers { meeting })? {
        Reply::Papers(view) => view,
        other => return Err(Ending::bad(format!("unexpected reply {other:?}"))),
    };
    let papers = view.papers.into_iter().filter(|row| row.filed && row.due != Due::Later).map(|row| row.paper);
    make(desk, meeting, papers.collect(), view.exports, to)
}

fn make(
    desk: &mut Desk,
    meeting: MeetingId,
    papers: Vec<PaperKind>,
    exports: Vec<ExportKind>,
    to: Destination,
) -> Result<Receipt, Ending> {
    accepted(desk, Command::MakePapers { meeting, papers, exports, to, anew: false, new_book: false })
}

fn utf8(path: &Path) -> Result<String, Ending> {
    path.to_str().map(str::to_owned).ok_or_else(|| Ending::bad(format!("{}: not a UTF-8 path", path.display())))
}

fn search(file: &StoreFile, text: String, filters: SearchFilters, limit: u32) -> Result<(), Ending> {
    let query = Query::Search { text, filters, offset: 0, limit };
    let view = match answered(&mut open(&file.store, Clock::System)?, query)? {
        Reply::Search(view) => view,
        other => return Err(Ending::bad(format!("unexpected reply {other:?}"))),
    };
    let places: String = view.hits.iter().map(place_found).collect();
    let sum = format!("找到 {} 处，列出 {} 处  {0} found, {1} listed\n", view.total, view.hits.len());
    Ok(io::stdout().lock().write_all((places + &sum).as_bytes())?)
}

/// Where it stands, and below it the words, each place of what was sought in 【】.
fn place_found(hit: &FoundText) -> String {
    let number = hit.number.map(|number| format!("{}年第{}次", number.year, number.ordinal));
    let kind = serde_json::to_value(hit.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
    let standing = match hit.standing {
        Standing::Stands {} => None,
        Standing::Corrected { by } => Some(format!("已由 #{by} 更正")),
        Standing::Replaced { by } => Some(format!("已由 #{by} 改定")),
        Standing::Corrects { entry } => Some(format!("更正 #{entry}")),
    };
    let day = Some(hit.day.0.to_string());
    let entry = Some(format!("#{}", hit.entry));
    let matter = [number, day, kind, hit.person.clone(), hit.item.clone(), hit.nominee.clone(), standing];
    let head: Vec<String> = entry.into_iter().chain(matter.into_iter().flatten()).collect();
    let words =
        hit.snippet.iter().map(|piece| if piece.hit { format!("【{}】", piece.text) } else { piece.text.clone() });
    format!("{}\n    {}\n", head.join("  "), words.collect::<String>().replace('\n', " "))
}

fn backup(file: &StoreFile, out: &Path) -> Result<(), Ending> {
    let path = utf8(out)?;
    list(&accepted(&mut open(&file.store, Clock::System)?, Command::BackUp { path })?);
    Ok(())
}

fn accepted(desk: &mut Desk, command: Command) -> Result<Receipt, Ending> {
    match desk.call(Line { act: Some(command), ..Line::default() }) {
        Answer::Accepted(receipt) => Ok(receipt),
        Answer::Fault(fault) => Err(fault.into()),
        other => Err(Ending::bad(format!("unexpected answer {other:?}"))),
    }
}

fn list(receipt: &Receipt) {
    for file in &receipt.files {
        println!("{}  {}", file.digest, file.path);
    }
}

fn verify(file: &StoreFile, fingerprint: Option<String>) -> Result<(), Ending> {
    let mut desk = open(&file.store, Clock::System)?;
    let asked = fingerprint.is_some();
    match answered(&mut desk, Query::Verify { fingerprint })? {
        Reply::Verify(view) => {
            println!("the record is whole: {} entries, {}", view.disk.entry, view.disk.fingerprint);
            match view.found.as_deref() {
                Some([found]) => println!("the fingerprint is that of entry {}{}", found.entry, of_meeting(found)),
                Some([]) => return Err(Ending::unexpected(not_found(view.near.as_ref()))),
                Some(_) => return Err(Ending::unexpected("more than one entry fits: type more groups")),
                None => debug_assert!(!asked),
            }
            Ok(())
        }
        other => Err(Ending::bad(format!("unexpected reply {other:?}"))),
    }
}

/// , recorded at … in meeting 1 (2026, no. 18), on papers 1, 2.
fn of_meeting(found: &FoundEntry) -> String {
    let mut words = format!(", recorded at {}", found.at);
    if let (Some(meeting), Some(number)) = (found.meeting, found.number) {
        words += &format!(" in meeting {meeting} ({}, no. {})", number.year, number.ordinal);
    }
    if !found.papers.is_empty() {
        let papers: Vec<String> = found.papers.iter().map(ToString::to_string).collect();
        words += &format!(", printed on paper {}", papers.join(", "));
    }
    words
}

fn not_found(near: Option<&NearMiss>) -> String {
    let no = "no entry of this record has that fingerprint";
    match near {
        None => no.to_owned(),
        Some(NearMiss { entry, groups }) => {
            let groups: Vec<String> = groups.iter().map(ToString::to_string).collect();
            format!("{no}; that of entry {entry} differs only in group {}: look there again", groups.join(" and "))
        }
    }
}

fn rules(store: Option<&Path>, json: bool) -> Result<(), Ending> {
    let rules = match store {
        None => rules::views(&[]),
        Some(path) => match answered(&mut open(path, Clock::System)?, Query::Rules {})? {
            Reply::Rules(rules) => rules,
            other => return Err(Ending::bad(format!("unexpected reply {other:?}"))),
        },
    };
    let text =
        if json { serde_json::to_string_pretty(&rules).map_err(Ending::bad)? + "\n" } else { list_of_rules(&rules) };
    Ok(io::stdout().lock().write_all(text.as_bytes())?)
}

/// One paragraph a rule, Chinese before English, and a line of sums at the end.
fn list_of_rules(rules: &[RuleView]) -> String {
    let mut text: String = rules.iter().map(rule_paragraph).collect();
    let sums = [RuleState::Enforced, RuleState::Warned, RuleState::Outside].map(|state| {
        let count = rules.iter().filter(|rule| rule.state == state).count();
        let (zh, en) = state_words(state);
        (format!("{zh} {count}"), format!("{count} {en}"))
    });
    let (zh, en): (Vec<String>, Vec<String>) = sums.into_iter().unzip();
    text += &format!("共 {} 条：{}  {} rules: {}\n", rules.len(), zh.join("，"), rules.len(), en.join(", "));
    text
}

fn rule_paragraph(rule: &RuleView) -> String {
    let article = &rule.article;
    let (state, state_en) = state_words(rule.state);
    let (by, by_en) = rule.by.map_or_else(Default::default, |by| {
        (format!("（由 {} 承担）", by.code()), format!(" (held by {})", by.code()))
    });
    let (grade, grade_en) = grade_words(article.grade);
    let corrected = if article.corrected { "；本级已更正" } else { "" };
    let mut lines = vec![
        (rule.id.code(), format!("{}  {}", article.title, article.title_en)),
        ("", format!("状态  {state}{by}  {state_en}{by_en}")),
        ("", format!("依据  {}{}", article.source, article.clause)),
        ("", format!("证据  {grade}{corrected}  {grade_en}")),
    ];
    if !article.quote.is_empty() {
        lines.push(("", format!("原文  “{}”", article.quote)));
    }
    let label = if rule.state == RuleState::Outside { "理由" } else { "检查" };
    lines.push(("", format!("{label}  {}", rule.checks)));
    lines.push(("", format!("      {}", rule.checks_en)));
    let lines = lines.iter().map(|(code, line)| format!("{code:10}{line}\n"));
    lines.chain(["\n".to_owned()]).collect()
}

fn state_words(state: RuleState) -> (&'static str, &'static str) {
    match state {
        RuleState::Enforced => ("执行", "enforced"),
        RuleState::Warned => ("提醒", "warned"),
        RuleState::Outside => ("不由程序执行", "not for the program"),
    }
}

/// How well a text is evidenced, in the words of the rulebook's own scale.
fn grade_words(grade: Grade) -> (&'static str, &'static str) {
    match grade {
        Grade::V => ("已找到原文", "found word for word"),
        Grade::VNum => ("原文已找到，条号待核", "found word for word, the number of the article to be checked"),
        Grade::L => {
            ("地方、单位制度或者公开样本，非中央规定", "a local rule or a public sample, no central regulation")
        }
        Grade::S => ("本级制度（源文稿）", "the committee's own practice in the source document"),
        Grade::P => ("通行实务，无条文", "common practice without an article"),
        Grade::M => ("凭记忆，未核", "from memory, not verified"),
    }
}

fn answered(desk: &mut Desk, query: Query) -> Result<Reply, Ending> {
    match desk.call(Line { ask: Some(query), ..Line::default() }) {
        Answer::Answer(reply) => Ok(reply),
        Answer::Fault(fault) => Err(fault.into()),
        other => Err(Ending::bad(format!("unexpected answer {other:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_every_rule_once_and_adds_up() {
        let rules = rules::views(&[]);
        let text = list_of_rules(&rules);
        for rule in &rules {
            let code = rule.id.code();
            assert_eq!(text.lines().filter(|line| line.split(' ').next() == Some(code)).count(), 1, "{code}");
        }
        let sum = text.lines().last().unwrap_or_default();
        assert!(sum.starts_with(&format!("共 {} 条：", rules.len())), "{sum}");
    }

    #[test]
    fn a_rule_that_is_not_for_the_program_gives_its_reason() {
        let text = rule_paragraph(&desk::meeting::RuleId::Pj07.rule().view(&[]));
        assert!(text.contains("不由程序执行  not for the program"), "{text}");
        assert!(text.contains("理由  由监票人、计票人对着纸票认定"), "{text}");
    }

    #[test]
    fn a_store_shows_what_its_committee_put_right() {
        let away = tempfile::tempdir().expect("a folder");
        let mut desk = create(&away.path().join("a.yiding"), Clock::System).ok().expect("a store");
        for text in [
            r#"{"do":{"committee":{"type":"establish","name":"某委常委会","term":"第一届"}}}"#,
            r#"{"do":{"committee":{"type":"correctRule","rule":"R-HY-07","clause":"第三十七条","reason":"对照原文","by":"李四"}}}"#,
        ] {
            let answer = desk.call(script::parse(text).expect("a line"));
            assert!(matches!(answer, Answer::Accepted(_)), "{answer:?}");
        }
        let Ok(Reply::Rules(rules)) = answered(&mut desk, Query::Rules {}) else { panic!("no rules") };
        let corrected: Vec<&RuleView> = rules.iter().filter(|rule| rule.article.corrected).collect();
        let [rule] = corrected.as_slice() else { panic!("one rule was put right: {corrected:?}") };
        let text = rule_paragraph(rule);
        assert!(text.starts_with("R-HY-07 ") && text.contains("（2019）第三十七条"), "{text}");
        assert!(text.contains("原文已找到，条号待核；本级已更正"), "the grade is what it was: {text}");
    }

    #[test]
    fn what_rests_on_practice_or_memory_says_so() {
        for rule in rules::RULES.iter().filter(|rule| matches!(rule.grade, Grade::P | Grade::M)) {
            let text = rule_paragraph(&rule.view(&[]));
            assert!(text.contains("无条文") || text.contains("凭记忆，未核"), "{text}");
        }
    }
}
