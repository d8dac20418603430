//! How long something takes beside another way to do the same, in one run on one machine: the papers of a large meeting
//! beside other programs, the search beside a plain scan. It prints what it measured and judges nothing: times depend on the
//! machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::house::{House, have, read, run};
use crate::stages::now;

/// The version of the Typst crates in the lock file: another one would be another layout.
const TYPST: &str = "0.15.1";

/// All papers of a meeting of 60 nominees and 11 members.
pub(crate) fn papers(house: &House) -> Result<String> {
    let typst = typst(house)?;
    // Built like Typst's command line, which `cargo install` builds so: compared is like with like.
    run(&mut house.cargo(&["build", "--release", "--package", "papers", "--example", "bundle"]))?;
    let bundle = house.released("examples/bundle");
    let fonts = house.root.join("src-tauri/fonts");
    let folder = house.target.join("bench-papers");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("the folder of the last run cannot be removed")?;
    }
    fs::create_dir_all(&folder).context("no folder for this run can be made")?;
    let ours = |what: &str| {
        let mut command = Command::new(&bundle);
        command.arg(what).arg(&fonts).arg(&folder);
        command
    };
    run(&mut ours("sources"))?;
    let sources = entries(&folder, |path| path.is_dir())?;
    let documents = entries(&folder, |path| path.extension().is_some_and(|ending| ending == "docx"))?;

    let own = timed(&mut ours("pdf"))?;
    let mut by_typst = Duration::ZERO;
    for source in &sources {
        by_typst += timed(&mut typst_compile(&typst, source, &fonts))?;
    }
    let mut lines = vec![
        format!("All papers of a meeting of 60 nominees and 11 members: {} PDFs (PDF/A-2b).", sources.len()),
        "Wall time of whole programs, one run; each loads its fonts. All built in release.".to_owned(),
        line("this program, all papers in one process", own, own),
        line(&format!("typst compile {TYPST}, the same sources, one process a paper"), by_typst, own),
    ];
    lines.push(match (documents.is_empty(), have("soffice")) {
        (true, _) => "  no paper of this meeting is made as DOCX: LibreOffice is not measured".to_owned(),
        (_, false) => "  soffice is not installed: LibreOffice is not measured".to_owned(),
        (false, true) => {
            let by_office = timed(&mut office(&folder, &documents))?;
            for document in &documents {
                let pdf = folder.join("office").join(document.with_extension("pdf").file_name().unwrap_or_default());
                if !pdf.is_file() {
                    bail!("LibreOffice made no {}", pdf.display());
                }
            }
            let what = format!("LibreOffice (as packaged), {} DOCX to PDF, one process", documents.len());
            line(&what, by_office, own)
        }
    });
    Ok(lines.join("\n") + "\n")
}

/// The test that holds the index against a plain scan says how long each took; here it is built in release.
pub(crate) fn search(house: &House) -> Result<String> {
    let test = "two_thousand_queries_over_a_million_characters_find_what_a_scan_finds";
    let words =
        ["test", "--release", "--package", "store", "--test", "searching", "--", "--exact", "--nocapture", test];
    let said = read(&mut house.cargo(&words))?;
    let measured =
        said.lines().filter(|line| !line.is_empty() && !line.starts_with("test ") && !line.starts_with("running"));
    Ok(measured.map(|line| format!("{line}\n")).collect())
}

fn line(what: &str, took: Duration, own: Duration) -> String {
    let ratio = took.as_secs_f64() / own.as_secs_f64();
    format!("  {:>8.2} s  {ratio:>6.2} x  {what}", took.as_secs_f64())
}

/// Typst's own command line: built once for this, below the target folder, and used by nothing else.
fn typst(house: &House) -> Result<PathBuf> {
    let tools = house.target.join("tools");
    let program = tools.join("bin").join(format!("typst{}", std::env::consts::EXE_SUFFIX));
    let there =
        program.is_file() && read(Command::new(&program).arg("--version")).is_ok_and(|version| version.contains(TYPST));
    if !there {
        println!("      Typst {TYPST} is built once, to compare with.");
        let package = format!("typst-cli@={TYPST}");
        run(house.cargo(&["install", "--locked", &package, "--root"]).arg(&tools))?;
    }
    Ok(program)
}

fn typst_compile(typst: &Path, source: &Path, fonts: &Path) -> Command {
    let mut command = Command::new(typst);
    command.args(["compile", "--ignore-system-fonts", "--pdf-standard", "a-2b", "--root"]).arg(source);
    command.arg("--font-path").arg(fonts).arg(source.join("main.typ")).arg(source.join("typst.pdf"));
    command
}

fn office(folder: &Path, documents: &[PathBuf]) -> Command {
    let mut command = Command::new("soffice");
    // A profile of its own: an office that is open elsewhere would do the work instead.
    command.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    command.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.join("office")).args(documents);
    command
}

fn timed(command: &mut Command) -> Result<Duration> {
    let start = now();
    run(command.stdout(Stdio::null()))?;
    Ok(start.elapsed())
}

fn entries(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if wanted(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
