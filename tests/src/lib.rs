//! Whole meeting days: what the tests of this crate share.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, bail};
use desk::{Answer, Clock, Desk, Line, Lock};

#[cfg(feature = "window")]
pub mod hand;
#[cfg(feature = "window")]
pub mod typist;
#[cfg(feature = "window")]
pub mod window;

/// A desk on a store that is thrown away, with the clock of the sample meeting.
pub fn desk(folder: &Path) -> Result<Desk> {
    let clock = Clock::pinned(desk::script::SAMPLE_CLOCK).context("a time")?;
    let fonts = desk::fonts_folder(None).context("the bundled fonts")?;
    Desk::create(&folder.join("day.yiding"), Lock::None, clock, &fonts).map_err(|fault| anyhow::anyhow!("{fault}"))
}

/// The lines of the sample meeting.
pub fn sample() -> Result<Vec<Line>> {
    desk::script::parse_all(desk::script::SAMPLE).map_err(|(place, fault)| anyhow::anyhow!("line {place}: {fault}"))
}

/// One line of a script, as it is written.
pub fn line(text: &str) -> Result<Line> {
    desk::script::parse(text).map_err(|fault| anyhow::anyhow!("{text}: {fault}"))
}

/// Plays the lines of the sample meeting up to the one before which `stop` says so; refusals are those that it expects.
pub fn play_until(desk: &mut Desk, stop: impl Fn(&Line) -> bool) -> Result<()> {
    for line in sample()? {
        if stop(&line) {
            return Ok(());
        }
        let expected = line.refused;
        let answer = desk.call(line);
        if !desk::script::is_as_expected(expected, &answer) {
            bail!("unexpected answer {answer:?}");
        }
    }
    Ok(())
}

/// The command line program: named by `YIDING_BIN`, else the one built beside this test.
pub fn yiding() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("YIDING_BIN") {
        return Ok(PathBuf::from(named));
    }
    let test = std::env::current_exe()?;
    let folder = test.parent().and_then(Path::parent).context("the target folder")?;
    let program = folder.join(if cfg!(windows) { "yiding.exe" } else { "yiding" });
    if !program.is_file() {
        bail!("{} is not built: run `cargo build -p yiding` first", program.display());
    }
    Ok(program)
}

/// Runs the command line program in `folder`.
pub fn run(folder: &Path, arguments: &[&str], passphrase: Option<&str>) -> Result<Output> {
    let mut command = Command::new(yiding()?);
    command.args(arguments).current_dir(folder).env_remove("YIDING_PASSPHRASE");
    if let Some(passphrase) = passphrase {
        command.env("YIDING_PASSPHRASE", passphrase);
    }
    Ok(command.output()?)
}

/// The text of a PDF, laid out as on the page, read by an independent program.
pub fn pdf_text(pdf: &Path) -> Result<String> {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().context("pdftotext")?;
    if !output.status.success() {
        bail!("pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// How many entries the record has.
pub fn head(desk: &mut Desk) -> Result<u32> {
    match desk.call(line(r#"{"ask":{"home":{}}}"#)?) {
        Answer::Answer(desk::Reply::Home(home)) => Ok(home.disk.entry.0),
        other => bail!("unexpected answer {other:?}"),
    }
}
