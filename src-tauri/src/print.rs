//! Printing through the system: its printer where there is one, else its viewer. Programs are named here and get a path, no
//! shell between.

use std::io;
use std::path::Path;
use std::process::Command;

use serde::Serialize;

/// What became of a paper.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PrintReport {
    /// How far it came.
    handed: Handed,
    /// The PDF.
    path: String,
}

/// How far a paper came on this system.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
enum Handed {
    /// To a printer.
    Printer,
    /// To the viewer, to be printed there.
    Viewer,
    /// To neither: the system has none. The file is there.
    Nobody,
}

/// Prints a PDF. The paper is made and registered already, so a system without printer and viewer is no fault.
pub(crate) fn print(path: &Path) -> io::Result<PrintReport> {
    let handed = if send_to_printer(path)? {
        Handed::Printer
    } else {
        match open_in_viewer(path) {
            Ok(()) => Handed::Viewer,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Handed::Nobody,
            Err(error) => return Err(error),
        }
    };
    Ok(PrintReport { handed, path: path.to_string_lossy().into_owned() })
}

#[cfg(unix)]
fn send_to_printer(path: &Path) -> io::Result<bool> {
    let printers = match Command::new("lpstat").arg("-e").output() {
        Ok(output) => output.status.success() && !output.stdout.is_empty(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(error),
    };
    Ok(printers && Command::new("lp").args(["-o", "media=A4", "--"]).arg(path).status()?.success())
}

#[cfg(windows)]
fn send_to_printer(_: &Path) -> io::Result<bool> {
    Ok(false)
}

fn open_in_viewer(path: &Path) -> io::Result<()> {
    let viewer = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    Command::new(viewer).arg(path).spawn().map(drop)
}
