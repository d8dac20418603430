//! The programs and the window: built, opened for a person, or driven by the tests on a display of their own.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::display::{Display, signal, tethered};
use crate::house::{House, run};
use crate::stages::{Stage, spoken};

const DRIVER_VERSION: &str = "2.1.0";
const SCREEN: &str = "1440x900x24";
/// Far more than the tests need; one that hangs is not to eat the time of everything after it.
const AT_MOST: &str = "40m";

/// The two programs, and nothing else, so that a newcomer waits no longer than needed.
pub(crate) fn build() -> Stage {
    Stage::new("programs", "cargo build of the window (yiding-desktop) and the command line (yiding)", |house| {
        run(&mut house.cargo(&["build", "--workspace", "--bin", "yiding-desktop", "--bin", "yiding"]))?;
        Ok(format!("in {}", house.short(&house.target.join("debug"))))
    })
}

/// Opens the window with the sample committee, or prints the sample meeting's papers where there is no display.
pub(crate) fn open(plain: bool, pass_on: Vec<String>) -> Stage {
    if plain || !has_display() {
        Stage::new("papers", "the sample meeting is played without a window", move |house| {
            if !plain {
                println!("      There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).");
            }
            print_papers(house, &pass_on)
        })
    } else {
        Stage::new("window", "yiding-desktop --sample; close it, or press Ctrl-C here, to end", move |house| {
            println!("      ready after {}", spoken(house.started.elapsed()));
            run(Command::new(house.program("yiding-desktop")).arg("--sample").args(&pass_on))
                .context("the window ended with an error; `cargo xtask run --plain` does without one")?;
            Ok("closed".into())
        })
    }
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn print_papers(house: &House, pass_on: &[String]) -> Result<String> {
    let folder = house.target.join("sample-papers");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    run(Command::new(house.program("yiding")).arg("demo").arg("--out").arg(&folder).args(pass_on))?;
    let mut papers = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let entry = entry?;
        papers.push((entry.file_name().display().to_string(), entry.metadata()?.len()));
    }
    if papers.is_empty() {
        bail!("`yiding demo` wrote nothing into {}", folder.display());
    }
    papers.sort();
    for (name, bytes) in &papers {
        println!("      {name} ({} kB)", bytes.div_ceil(1000));
    }
    Ok(format!("{} files in {}", papers.len(), folder.display()))
}

/// The program between the tests and the web view's own driver.
pub(crate) fn driver() -> Stage {
    Stage::new("tauri-driver", "cargo install of the program that drives the window, where it is missing", |house| {
        if driver_program(house).is_file() {
            return Ok("is there".into());
        }
        let tools = house.target.join("tools");
        let mut install = house.cargo(&["install", "tauri-driver", "--version", DRIVER_VERSION, "--locked", "--debug"]);
        // Its own target folder: that of the workspace may be taken from the environment, and would keep its leftovers.
        run(install.arg("--root").arg(&tools).arg("--target-dir").arg(tools.join("build")))?;
        fs::remove_dir_all(tools.join("build")).context("what was left of its build cannot be removed")?;
        Ok(format!("{DRIVER_VERSION} installed in {}", house.short(&tools)))
    })
}

fn driver_program(house: &House) -> PathBuf {
    house.target.join("tools/bin").join(format!("tauri-driver{}", env::consts::EXE_SUFFIX))
}

/// The tests that drive the real window.
pub(crate) fn drive() -> Stage {
    Stage::new("window", "the real window under Xvfb, driven by the tests of tests/tests/window.rs", |house| {
        let tests = ["test", "--workspace", "--features", "journeys/window", "--test", "window"];
        // Compiled before the clock runs.
        run(house.cargo(&tests).arg("--no-run"))?;
        driven(house, house.cargo(&tests).args(["--", "--nocapture", "--test-threads=1"]), Build::Debug)
    })
}

/// From the key to the row: the program as it is shipped, with a large record and with an empty one.
pub(crate) fn pace() -> Stage {
    Stage::new("pace", "from the key press to the drawn row, with 100,000 entries and with none", |house| {
        run(&mut house.cargo(&["build", "--release", "--bin", "yiding-desktop", "--bin", "yiding"]))?;
        let example = ["build", "--workspace", "--features", "journeys/window", "--example", "pace"];
        run(&mut house.cargo(&example))?;
        // Not by `cargo run`, which would choose other features and compile half of the tree anew.
        driven(house, &Command::new(house.program("examples/pace")), Build::Release)
    })
}

/// Which programs are driven.
enum Build {
    Debug,
    Release,
}

/// Runs what drives the window on a display of its own.
fn driven(house: &House, driving: &Command, build: Build) -> Result<String> {
    let display = Display::open(SCREEN, &house.target.join("xvfb.log"))?;
    let program = |name| match build {
        Build::Debug => house.program(name),
        Build::Release => house.released(name),
    };
    let mut all = tethered("timeout")
        // `timeout` leads a process group of its own and hands its signals on to it, so that one TERM reaches cargo,
        // the tests, the drivers and the window.
        .args(["--kill-after=10s", AT_MOST])
        // A session bus of their own: on the desktop's, the tests would only bring a window forward that is already open.
        .args(["dbus-run-session", "--"])
        .arg(driving.get_program())
        .args(driving.get_args())
        .current_dir(&house.root)
        .env("DISPLAY", display.name())
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY")
        .env("YIDING_E2E", "1")
        // A failed test tells what stood on the screen; frames below it would push that out of a log that is cut.
        .env("RUST_BACKTRACE", "0")
        .env("YIDING_DESKTOP_BIN", program("yiding-desktop"))
        .env("YIDING_BIN", program("yiding"))
        .env("TAURI_DRIVER", driver_program(house))
        .env("WEBKIT_WEB_DRIVER", "/usr/bin/WebKitWebDriver")
        // No graphics card here, and no waiting for one.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .stdin(Stdio::null())
        .spawn()
        .context("what drives the window could not be started")?;
    let status = all.wait()?;
    // Whatever a failed test left running belongs to the group and goes now.
    signal("TERM", &format!("-{}", all.id()));
    match status.code() {
        Some(0) => Ok(format!("passed on display {}", display.name())),
        Some(124) => bail!("what drives the window was ended after {AT_MOST}"),
        _ => bail!("what drives the window failed ({status})"),
    }
}
