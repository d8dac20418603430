//! What must be there before anything can be built: system packages, Node, the UI's packages, the built UI.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::house::{House, have, read, run};
use crate::stages::Stage;

/// Debian packages to build and run the window, each with the reason.
const TO_RUN: &[(&str, &str)] = &[
    ("build-essential", "C compiler and make: SQLCipher and OpenSSL are built from source"),
    ("perl", "OpenSSL's own build asks for it"),
    ("pkg-config", "finds the web view's headers"),
    ("libwebkit2gtk-4.1-dev", "the web view that draws the window"),
    ("fonts-noto-cjk", "Chinese characters in the window"),
];

/// Debian packages that only the tests need.
const TO_TEST: &[(&str, &str)] = &[
    ("webkit2gtk-driver", "drives the real window"),
    ("xvfb", "a display that needs no screen"),
    ("dbus", "a session bus of the tests' own"),
    ("poppler-utils", "pdftotext reads the printed papers back"),
    ("qpdf", "looks into the printed papers"),
    ("mupdf-tools", "a second reader of the printed papers, which also measures them"),
    ("libreoffice-writer-nogui", "opens the papers that are made as DOCX, as an office would"),
    ("strace", "shows that the window opens no network socket"),
    ("procps", "pgrep and pkill find the window's processes"),
];

pub(crate) fn system_to_run() -> Stage {
    Stage::new("system packages", "what build and window need from the system", |_| system_packages(&[TO_RUN]))
}

pub(crate) fn system_to_test() -> Stage {
    Stage::new("system packages", "what build, window and tests need from the system", |_| {
        system_packages(&[TO_RUN, TO_TEST])
    })
}

pub(crate) fn ui_packages() -> Stage {
    Stage::new("UI packages", "npm ci in ui/, where the lock file changed", install_ui_packages)
}

pub(crate) fn ui_build() -> Stage {
    Stage::new("UI build", "npm run build in ui/, where a source changed", build_ui)
}

fn system_packages(lists: &[&[(&str, &str)]]) -> Result<String> {
    if !cfg!(target_os = "linux") {
        return Ok("none: this system brings its own web view".into());
    }
    let needed: Vec<(&str, &str)> = lists.concat();
    if !have("apt-get") || !have("dpkg-query") {
        println!("      This is neither Debian nor Ubuntu. Please see that these are installed (Debian's names):");
        for (name, reason) in needed {
            println!("        {name:24} {reason}");
        }
        let found = Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"]).status();
        if !found.is_ok_and(|status| status.success()) {
            bail!("pkg-config does not find webkit2gtk-4.1: install the packages above, then start again");
        }
        return Ok("not looked for here, except WebKitGTK, which is there".into());
    }
    let names: Vec<&str> = needed.iter().map(|(name, _)| *name).collect();
    // It fails when it does not know a name, and that is just the answer that is wanted; what it knows is on stdout.
    let known = Command::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Abbrev}\n"])
        .args(&names)
        .stderr(Stdio::null())
        .output()
        .context("dpkg-query could not be started")?;
    let missing = missing(&names, &String::from_utf8_lossy(&known.stdout));
    if missing.is_empty() {
        return Ok("nothing is missing".into());
    }
    let names = missing.join(" ");
    println!("      apt-get will install {names}");
    let Some(as_root) = become_root()? else {
        bail!("neither root nor sudo: have somebody run `apt-get install {names}`, then start again");
    };
    run(&mut apt_get(as_root, &["update"]))?;
    run(apt_get(as_root, &["install", "--yes", "--no-install-recommends"]).args(missing))?;
    Ok(format!("installed {names}"))
}

/// Those of `names` that dpkg does not report as installed.
fn missing<'a>(names: &[&'a str], known: &str) -> Vec<&'a str> {
    let installed = |name: &str| {
        known.lines().any(|line| line.split_once(' ').is_some_and(|(n, status)| n == name && status.starts_with("ii")))
    };
    names.iter().copied().filter(|name| !installed(name)).collect()
}

/// The words to put before a command that only root may run; `None` where there is no way to become root.
fn become_root() -> Result<Option<&'static [&'static str]>> {
    let root = read(Command::new("id").arg("-u"))?.trim() == "0";
    Ok(if root { Some(&["env"]) } else { have("sudo").then_some(&["sudo", "env"]) })
}

fn apt_get(as_root: &[&str], words: &[&str]) -> Command {
    let mut command = Command::new(as_root[0]);
    // A fresh machine may still be at its own first apt run: wait for the lock instead of failing.
    let apt = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"];
    command.args(&as_root[1..]).args(apt).args(words);
    command
}

fn install_ui_packages(house: &House) -> Result<String> {
    node()?;
    let lock = fs::read(house.ui().join("package-lock.json")).context("ui/package-lock.json cannot be read")?;
    // The stamp is the lock file that was installed, so no clock and no checkout order can deceive.
    let stamp = house.ui().join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok("up to date".into());
    }
    // No package may run a program of its own at installation.
    run(&mut house.npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, lock).context("ui/node_modules cannot be written")?;
    Ok("installed".into())
}

/// Vite 8 asks for this one; older Node 20 lacks what it uses.
const NODE: (u32, u32) = (20, 19);

fn node() -> Result<()> {
    let wanted = format!("Node {}.{} or newer with npm (nodejs.org)", NODE.0, NODE.1);
    if !have("node") || !(have("npm") || cfg!(windows)) {
        bail!("{wanted} is needed and was not found");
    }
    let version = read(Command::new("node").arg("--version"))?;
    if !new_enough(&version) {
        bail!("{wanted} is needed; this is {}", version.trim());
    }
    Ok(())
}

fn new_enough(version: &str) -> bool {
    let mut parts = version.trim().trim_start_matches('v').split('.').map(str::parse::<u32>);
    matches!((parts.next(), parts.next()), (Some(Ok(major)), Some(Ok(minor))) if (major, minor) >= NODE)
}

fn build_ui(house: &House) -> Result<String> {
    // Skipped when nothing changed: the files are embedded into the window's program, which would be built again too.
    let built = changed(&house.ui().join("dist/index.html"));
    if built.is_some() && built > newest(&house.ui())? {
        return Ok("up to date".into());
    }
    run(&mut house.npm(&["run", "build"]))?;
    Ok("built into ui/dist".into())
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

/// When anything below a folder changed last, the folders themselves too (so that a removal counts), what is installed
/// or built there aside.
fn newest(folder: &Path) -> Result<Option<SystemTime>> {
    let mut last = changed(folder);
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        if entry.file_name() == "node_modules" || entry.file_name() == "dist" {
            continue;
        }
        last = last.max(if entry.file_type()?.is_dir() { newest(&entry.path())? } else { changed(&entry.path()) });
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_missing_unless_dpkg_says_installed() {
        let known = "perl ii \nqpdf rc \nxvfb un \n";
        assert_eq!(missing(&["perl", "qpdf", "xvfb", "strace"], known), ["qpdf", "xvfb", "strace"]);
        assert!(missing(&["perl"], known).is_empty());
    }

    #[test]
    fn old_node_is_told_from_new() {
        for version in ["v20.19.0\n", "v20.20.2\n", "v22.1.0\n"] {
            assert!(new_enough(version), "{version}");
        }
        for version in ["v18.20.4\n", "v20.9.0\n", "node\n", ""] {
            assert!(!new_enough(version), "{version}");
        }
    }
}
