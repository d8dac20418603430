//! Where things are, and how other programs are started from here.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The checkout that this door belongs to.
pub(crate) struct House {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    /// What the members' manifests say; needs no network.
    pub(crate) members: Value,
    pub(crate) started: Instant,
}

impl House {
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("xtask has moved")?.to_path_buf();
        let members = metadata(&root, &["--no-deps"])?;
        let target = members["target_directory"].as_str().context("cargo metadata names no target folder")?.into();
        Ok(Self { root, target, members, started: crate::stages::now() })
    }

    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A program of ours as `cargo build` leaves it.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// A program of ours as `cargo build --release` leaves it.
    pub(crate) fn released(&self, name: &str) -> PathBuf {
        self.target.join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Everything that is known about every package in the lock file; downloads what is missing.
    pub(crate) fn all_packages(&self) -> Result<Value> {
        metadata(&self.root, &[])
    }

    /// Every file that git knows or would take, in order: what a reader of the repository sees.
    pub(crate) fn files(&self) -> Result<Vec<String>> {
        let list = read(
            Command::new("git")
                // A checkout made by another user (as on some build machines) is a checkout all the same.
                .arg("-c")
                .arg(format!("safe.directory={}", self.root.display()))
                .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
                .current_dir(&self.root),
        )?;
        // What is deleted and not yet committed is still listed.
        let there = |file: &&str| self.root.join(file).is_file();
        let files: BTreeSet<&str> = list.split_terminator('\0').filter(there).collect();
        Ok(files.into_iter().map(str::to_owned).collect())
    }

    /// Always for the whole workspace: cargo chooses the features of a dependency by what is asked for, so `-p one-crate`
    /// would compile half of the tree a second time.
    pub(crate) fn cargo(&self, words: &[&str]) -> Command {
        let mut command = cargo();
        command.args(words).current_dir(&self.root);
        command
    }

    pub(crate) fn npm(&self, words: &[&str]) -> Command {
        let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        // CI=true: a test runner that would stay and watch ends instead.
        command.args(words).current_dir(self.ui()).env("CI", "true");
        command
    }

    /// A path as a reader of messages wants it: from the top of the checkout where it lies inside.
    pub(crate) fn short(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}

/// The cargo that started this program, so that both use the same toolchain.
fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn metadata(root: &Path, words: &[&str]) -> Result<Value> {
    let text = read(cargo().args(["metadata", "--format-version", "1"]).args(words).current_dir(root))?;
    serde_json::from_str(&text).context("cargo metadata is no JSON")
}

/// Runs a program in the open: what it prints is seen, and a failure names the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not be started", words(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", words(command));
    }
    Ok(())
}

/// Runs a program for what it prints on stdout.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{}` could not be started", words(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", words(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed no UTF-8", words(command)))
}

/// Whether a program of this name is on the search path.
pub(crate) fn have(program: &str) -> bool {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(&file).is_file()))
}

fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
