//! The wire types as TypeScript: written for the UI, and compared with what the UI has.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::house::{House, run};

const IN_UI: &str = "ui/src/host/contract.ts";

/// Writes the UI's copy.
pub(crate) fn write(house: &House) -> Result<String> {
    let fresh = fs::read(generate(house)?)?;
    let copy = house.root.join(IN_UI);
    if fs::read(&copy).is_ok_and(|old| old == fresh) {
        return Ok(format!("{IN_UI} was up to date"));
    }
    let folder = copy.parent().context("the contract lies in no folder")?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::write(&copy, fresh).with_context(|| format!("{IN_UI} cannot be written"))?;
    Ok(format!("{IN_UI} written"))
}

/// Fails when the UI's copy is not what the Rust types say.
pub(crate) fn compare(house: &House) -> Result<String> {
    let fresh = generate(house)?;
    let copy = house.root.join(IN_UI);
    if !copy.is_file() {
        bail!("{IN_UI} is missing; mend: cargo xtask codegen");
    }
    if fs::read(&copy)? == fs::read(&fresh)? {
        return Ok(format!("{IN_UI} is what the Rust types say"));
    }
    show_difference(&copy, &fresh)?;
    bail!("{IN_UI} is not what the Rust types say; mend: cargo xtask codegen");
}

fn generate(house: &House) -> Result<PathBuf> {
    // Built as part of the whole and started by hand: `cargo run -p desk` would build its dependencies a second time.
    run(&mut house.cargo(&["build", "--workspace", "--example", "bindings"]))?;
    let folder = house.target.join("contract");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    run(Command::new(house.program("examples/bindings")).arg(&folder))?;
    Ok(folder.join("contract.ts"))
}

fn show_difference(old: &Path, new: &Path) -> Result<()> {
    const LINES: usize = 30;
    // git is there wherever a checkout is; it answers 1 when the files differ, which is no failure here.
    let told = Command::new("git").args(["diff", "--no-index", "--unified=1", "--"]).args([old, new]).output()?;
    let told = String::from_utf8_lossy(&told.stdout);
    for line in told.lines().skip_while(|line| !line.starts_with("@@")).take(LINES) {
        println!("      {line}");
    }
    if told.lines().count() > LINES {
        println!("      …");
    }
    Ok(())
}
