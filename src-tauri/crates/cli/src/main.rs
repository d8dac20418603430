//! 议定 without a window: the same contract, line by line.
#![expect(clippy::print_stdout, reason = "a command line program prints")]

use std::fmt::Display;
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use desk::script::{self, SAMPLE_CLOCK, is_as_expected};
use desk::{Answer, Clock, Command, Desk, Fault, Line, Lock, PaperKind, Query, Reply};

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
    /// Plays the sample meeting and writes its papers.
    Demo {
        /// The folder to write to; made where it is missing.
        #[arg(long)]
        out: PathBuf,
        /// RFC 3339; one second goes by with every command that is recorded.
        #[arg(long, default_value = SAMPLE_CLOCK)]
        clock: String,
    },
    /// Writes one paper of a meeting as PDF.
    Print {
        #[command(flatten)]
        file: StoreFile,
        /// The meeting's id.
        #[arg(long)]
        meeting: u32,
        /// Which paper.
        #[arg(long)]
        paper: PaperName,
        /// The PDF to write.
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
    /// Copies the store, opens the copy and verifies it.
    Backup {
        #[command(flatten)]
        file: StoreFile,
        /// Must not exist.
        #[arg(long)]
        out: PathBuf,
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
    /// 会议记录.
    Minutes,
    /// 表决结果统计表.
    VoteRecord,
}

impl From<PaperName> for PaperKind {
    fn from(name: PaperName) -> Self {
        match name {
            PaperName::Minutes => Self::Minutes,
            PaperName::VoteRecord => Self::VoteRecord,
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
        Task::Print { file, meeting, paper, out } => print(&file, meeting, paper.into(), &out),
        Task::Verify { file, fingerprint } => verify(&file, fingerprint),
        Task::Backup { file, out } => backup(&file, &out),
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
    let meeting = desk::meeting::MeetingId(1);
    for paper in [PaperKind::Minutes, PaperKind::VoteRecord] {
        let name = match answered(&mut desk, Query::Paper { meeting, paper })? {
            Reply::Paper(view) => view.file_name,
            other => return Err(Ending::bad(format!("unexpected reply {other:?}"))),
        };
        save(&mut desk, meeting, paper, &out.join(name))?;
    }
    Ok(())
}

fn print(file: &StoreFile, meeting: u32, paper: PaperKind, out: &Path) -> Result<(), Ending> {
    let mut desk = open(&file.store, Clock::System)?;
    save(&mut desk, desk::meeting::MeetingId(meeting), paper, out)
}

fn save(desk: &mut Desk, meeting: desk::meeting::MeetingId, paper: PaperKind, out: &Path) -> Result<(), Ending> {
    let path = out.to_str().ok_or_else(|| Ending::bad(format!("{}: not a UTF-8 path", out.display())))?.to_owned();
    written(desk, Command::SavePaper { meeting, paper, path })
}

fn backup(file: &StoreFile, out: &Path) -> Result<(), Ending> {
    let path = out.to_str().ok_or_else(|| Ending::bad(format!("{}: not a UTF-8 path", out.display())))?.to_owned();
    written(&mut open(&file.store, Clock::System)?, Command::BackUp { path })
}

fn written(desk: &mut Desk, command: Command) -> Result<(), Ending> {
    match desk.call(Line { act: Some(command), ..Line::default() }) {
        Answer::Accepted(receipt) => {
            if let Some(file) = receipt.file {
                println!("{}  {}", file.digest, file.path);
            }
            Ok(())
        }
        Answer::Fault(fault) => Err(fault.into()),
        other => Err(Ending::bad(format!("unexpected answer {other:?}"))),
    }
}

fn verify(file: &StoreFile, fingerprint: Option<String>) -> Result<(), Ending> {
    let mut desk = open(&file.store, Clock::System)?;
    let asked = fingerprint.is_some();
    match answered(&mut desk, Query::Verify { fingerprint })? {
        Reply::Verify(view) => {
            println!("the record is whole: {} entries, {}", view.disk.entry, view.disk.fingerprint);
            match view.found.as_deref() {
                Some([entry]) => println!("the fingerprint is that of entry {entry}"),
                Some([]) => return Err(Ending::unexpected("no entry of this record has that fingerprint")),
                Some(_) => return Err(Ending::unexpected("more than one entry fits: type more groups")),
                None => debug_assert!(!asked),
            }
            Ok(())
        }
        other => Err(Ending::bad(format!("unexpected reply {other:?}"))),
    }
}

fn answered(desk: &mut Desk, query: Query) -> Result<Reply, Ending> {
    match desk.call(Line { ask: Some(query), ..Line::default() }) {
        Answer::Answer(reply) => Ok(reply),
        Answer::Fault(fault) => Err(fault.into()),
        other => Err(Ending::bad(format!("unexpected answer {other:?}"))),
    }
}
