//! A display without a screen, and processes that do not outlive this one.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::house::have;

/// An X server of our own; it ends with this value.
pub(crate) struct Display {
    server: Child,
    number: u32,
}

impl Display {
    /// Starts Xvfb on a number that is free; what it complains about goes into the file `log`.
    pub(crate) fn open(size: &str, log: &Path) -> Result<Self> {
        if !have("Xvfb") {
            bail!("Xvfb is not installed (Debian's package xvfb)");
        }
        let complaints = File::create(log).with_context(|| format!("{} cannot be written", log.display()))?;
        let mut server = tethered("Xvfb")
            // The server itself chooses the number and says it on stdout once it listens: nothing to guess, nothing to race.
            .args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(complaints)
            .spawn()
            .context("Xvfb could not be started")?;
        let said = server.stdout.take();
        let mut display = Self { server, number: 0 };
        let (tell, told) = mpsc::channel();
        thread::spawn(move || {
            let mut line = String::new();
            let read = said.map(|said| BufReader::new(said).read_line(&mut line));
            // Nobody listens any more when it took too long; that has been reported.
            tell.send((read, line)).ok();
        });
        let number = told.recv_timeout(Duration::from_secs(20)).ok().and_then(|(_, line)| line.trim().parse().ok());
        let Some(number) = number else {
            bail!("Xvfb did not come up: {}", fs::read_to_string(log).unwrap_or_default().trim());
        };
        display.number = number;
        Ok(display)
    }

    /// What `DISPLAY` is to be.
    pub(crate) fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // A polite end first: killed outright it would leave its lock file behind.
        signal("TERM", &self.server.id().to_string());
        for _ in 0..40 {
            if !matches!(self.server.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        // Already gone is as good as killed.
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// A program that the kernel ends when this process ends, however that comes: Ctrl-C, kill -9, a panic. The kernel's
/// switch for it cannot be reached from safe Rust, but util-linux, which every Debian has, holds it.
pub(crate) fn tethered(program: &str) -> Command {
    if have("setpriv") {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "TERM", "--", program]);
        command
    } else {
        Command::new(program)
    }
}

/// Sends a signal to a process, or to a whole group where the number begins with `-`; nobody there is no mistake.
pub(crate) fn signal(name: &str, whom: &str) {
    let kill = format!("kill -s {name} -- {whom}");
    Command::new("sh").args(["-c", &kill]).stderr(Stdio::null()).status().ok();
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::os::unix::process::CommandExt;

    fn alive(process: u32) -> bool {
        Path::new("/proc").join(process.to_string()).exists()
    }

    #[test]
    fn two_displays_differ_and_end_with_their_values() {
        if !have("Xvfb") {
            return eprintln!("left out: no Xvfb here");
        }
        let log = std::env::temp_dir().join(format!("yiding-xtask-xvfb-{}.log", std::process::id()));
        let first = Display::open("640x480x24", &log).unwrap();
        let second = Display::open("640x480x24", &log).unwrap();
        assert_ne!(first.name(), second.name());
        let servers = [first.server.id(), second.server.id()];
        assert!(servers.into_iter().all(alive));
        drop((first, second));
        assert!(!servers.into_iter().any(alive));
        fs::remove_file(log).unwrap();
    }

    #[test]
    fn a_signal_reaches_a_whole_group() {
        // The member closes the pipe only by its end.
        let mut leader =
            Command::new("sh").args(["-c", "sleep 60 & wait"]).stdout(Stdio::piped()).process_group(0).spawn().unwrap();
        signal("TERM", &format!("-{}", leader.id()));
        let mut line = String::new();
        BufReader::new(leader.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(!leader.wait().unwrap().success());
    }
}
