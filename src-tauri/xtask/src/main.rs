//! The newcomer's one door: sets up, builds, runs, tests and checks, each by one command and without another tool.
#![expect(clippy::print_stdout, reason = "it talks with a person at a terminal")]

mod bench;
mod contract;
mod coverage;
mod display;
mod edges;
mod finding;
mod house;
mod licences;
mod setup;
mod stages;
mod tidy;
mod window;

use std::env;
use std::process::ExitCode;

use anyhow::{Result, bail};

use house::{House, read, run};
use stages::Stage;

const HELP: &str = "\
议定 Yiding: the newcomer's one door

  cargo xtask run [--plain] [-- ARG…]   installs what is missing, builds, and opens the window with a sample committee;
                                        without a display, or with --plain, prints the sample meeting's papers instead;
                                        what follows -- goes to the program that is started
  cargo xtask test [--keep-going]       every test there is: UI, Rust, whole meeting days, the real window under Xvfb
  cargo xtask check [--keep-going]      house rules, crate edges, licences, formatting, lints, types, tests; changes nothing
  cargo xtask bench papers              how long all papers of a large meeting take, beside Typst's own command line and
                                        LibreOffice; builds Typst's command line once, which takes a while
  cargo xtask bench search              how long 2,000 queries over a million characters take, beside a plain scan of them
  cargo xtask bench desk                from the key press to the drawn row in the real window, with 100,000 entries on
                                        record beside none; builds the program as it is shipped, which takes a while
  cargo xtask codegen                   writes the wire types for the UI (ui/src/host/contract.ts) from the Rust types
  cargo xtask help                      this page

A failing stage ends the run; with --keep-going the others follow all the same. What CI does: .ci/run
";

/// What was asked for on the command line.
#[derive(Debug, PartialEq, Eq)]
enum Ask {
    Run { plain: bool, pass_on: Vec<String> },
    Test { keep_going: bool },
    Check { keep_going: bool },
    Bench(Bench),
    Codegen,
    Help,
}

/// What to measure.
#[derive(Debug, PartialEq, Eq)]
enum Bench {
    Papers,
    Search,
    Desk,
}

fn main() -> ExitCode {
    match understand(env::args().skip(1).collect()) {
        Ok(ask) => match answer(ask) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => {
                eprintln!("xtask: {error:#}");
                ExitCode::FAILURE
            }
        },
        Err(error) => {
            eprintln!("xtask: {error}; `cargo xtask help` lists what there is");
            ExitCode::from(2)
        }
    }
}

fn understand(mut words: Vec<String>) -> Result<Ask> {
    let pass_on = match words.iter().position(|word| word == "--") {
        Some(at) => words.split_off(at).split_off(1),
        None => Vec::new(),
    };
    let command = if words.is_empty() { "help".to_owned() } else { words.remove(0) };
    let mut flag = |name: &str| {
        let before = words.len();
        words.retain(|word| word != name);
        words.len() < before
    };
    let ask = match command.as_str() {
        "run" => Ask::Run { plain: flag("--plain"), pass_on: pass_on.clone() },
        "test" => Ask::Test { keep_going: flag("--keep-going") },
        "check" => Ask::Check { keep_going: flag("--keep-going") },
        "bench" if flag("papers") => Ask::Bench(Bench::Papers),
        "bench" if flag("search") => Ask::Bench(Bench::Search),
        "bench" if flag("desk") => Ask::Bench(Bench::Desk),
        "bench" => bail!("`bench` needs to know what to measure: papers, search or desk"),
        "codegen" => Ask::Codegen,
        "help" | "--help" | "-h" => Ask::Help,
        other => bail!("there is no `{other}`"),
    };
    if let Some(word) = words.first() {
        bail!("`{command}` does not know `{word}`");
    }
    if !pass_on.is_empty() && !matches!(ask, Ask::Run { .. }) {
        bail!("`{command}` passes nothing on");
    }
    Ok(ask)
}

fn answer(ask: Ask) -> Result<bool> {
    let house = House::find()?;
    let (stages, keep_going) = match ask {
        Ask::Run { plain, pass_on } => {
            let last = window::open(plain, pass_on);
            (vec![setup::system_to_run(), setup::ui_packages(), setup::ui_build(), window::build(), last], false)
        }
        Ask::Test { keep_going } => (tests(), keep_going),
        Ask::Check { keep_going } => (checks(), keep_going),
        Ask::Bench(Bench::Papers) => {
            print!("{}", bench::papers(&house)?);
            return Ok(true);
        }
        Ask::Bench(Bench::Search) => {
            print!("{}", bench::search(&house)?);
            return Ok(true);
        }
        Ask::Bench(Bench::Desk) => {
            let stages =
                [setup::system_to_test(), setup::ui_packages(), setup::ui_build(), window::driver(), window::pace()];
            (stages.into(), false)
        }
        Ask::Codegen => {
            println!("{}", contract::write(&house)?);
            return Ok(true);
        }
        Ask::Help => {
            print!("{HELP}");
            return Ok(true);
        }
    };
    Ok(stages::go(&house, &stages, keep_going))
}

fn tests() -> Vec<Stage> {
    let mut stages = vec![
        setup::system_to_test(),
        setup::ui_packages(),
        npm("UI tests", "the UI's state, without a window", "test"),
        setup::ui_build(),
        // Programs, tests and examples in one go, with one choice of features: nothing is compiled again further down.
        cargo("build", "cargo build of everything, tests too", &["build", "--workspace", "--all-targets"]),
        cargo(
            "Rust tests",
            "rules, record, store, papers, desk and whole meeting days",
            &["test", "--workspace", "--no-fail-fast"],
        ),
    ];
    // The web views of other systems have no driver that this could use.
    if cfg!(target_os = "linux") {
        stages.extend([window::driver(), window::drive()]);
    }
    stages
}

fn checks() -> Vec<Stage> {
    vec![
        Stage::new("house rules", "what no compiler knows", tidy::check),
        Stage::new("edges", "which crate may know which", edges::check),
        cargo("formatting", "cargo fmt --check (mend: cargo fmt --all)", &["fmt", "--all", "--check"]),
        Stage::new("licences", "of every crate, npm package and font", licences::check),
        setup::system_to_run(),
        setup::ui_packages(),
        npm("UI lint", "npm run lint", "lint"),
        npm("UI types", "npm run check: svelte-check", "check"),
        // The window's program embeds the built UI, so that even a lint of it needs one.
        setup::ui_build(),
        cargo(
            "clippy",
            "everything, warnings denied",
            &["clippy", "--workspace", "--all-targets", "--all-features", "--", "--deny", "warnings"],
        ),
        Stage::new("wire types", "whether ui/src/host/contract.ts is what the Rust types say", contract::compare),
        Stage::new("rule coverage", "whether every rule has the tests that hold it", coverage::check),
    ]
}

/// A cargo command in the open. A part of cargo that may be missing (rustfmt, clippy) is missed in one line.
fn cargo(name: &'static str, doing: &'static str, words: &'static [&'static str]) -> Stage {
    Stage::new(name, doing, move |house| {
        if let Some(part @ ("fmt" | "clippy")) = words.first().copied()
            && read(house.cargo(&[part, "--version"]).env("RUSTUP_AUTO_INSTALL", "0")).is_err()
        {
            bail!("cargo {part} is missing; mend: rustup component add rustfmt clippy");
        }
        run(&mut house.cargo(words))?;
        Ok("passed".into())
    })
}

/// A script of ui/package.json.
fn npm(name: &'static str, doing: &'static str, script: &'static str) -> Stage {
    Stage::new(name, doing, move |house| {
        run(&mut house.npm(&["run", script]))?;
        Ok("passed".into())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Ask, String> {
        understand(line.split_whitespace().map(str::to_owned).collect()).map_err(|error| error.to_string())
    }

    #[test]
    fn commands_are_understood() {
        assert_eq!(asked(""), Ok(Ask::Help));
        assert_eq!(asked("run"), Ok(Ask::Run { plain: false, pass_on: vec![] }));
        assert_eq!(
            asked("run --plain -- --x --plain"),
            Ok(Ask::Run { plain: true, pass_on: vec!["--x".into(), "--plain".into()] })
        );
        assert_eq!(asked("test --keep-going"), Ok(Ask::Test { keep_going: true }));
        assert_eq!(asked("bench papers"), Ok(Ask::Bench(Bench::Papers)));
        assert_eq!(asked("bench search"), Ok(Ask::Bench(Bench::Search)));
        assert_eq!(asked("bench desk"), Ok(Ask::Bench(Bench::Desk)));
        assert_eq!(asked("check"), Ok(Ask::Check { keep_going: false }));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert_eq!(asked("tset"), Err("there is no `tset`".into()));
        assert_eq!(asked("bench"), Err("`bench` needs to know what to measure: papers, search or desk".into()));
        assert_eq!(asked("test --plain"), Err("`test` does not know `--plain`".into()));
        assert_eq!(asked("check -- x"), Err("`check` passes nothing on".into()));
    }
}
