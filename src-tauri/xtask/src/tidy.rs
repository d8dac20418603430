//! House rules that no compiler knows, as code: each says what it found where, why that matters and how to mend it.

use std::fs;

use anyhow::Result;

use crate::finding::{Finding, report};
use crate::house::House;

/// A text file of the repository.
struct File {
    path: String,
    text: String,
}

/// A rule that is judged line by line.
struct Rule {
    name: &'static str,
    /// The files it speaks about.
    holds_in: fn(&str) -> bool,
    /// What is wrong with a line, in as few words as needed.
    finds: fn(&str) -> Option<String>,
    why: &'static str,
    mend: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        name: "sql",
        holds_in: |path| path.ends_with(".rs") && !path.starts_with("src-tauri/crates/store/"),
        finds: sql,
        why: "whoever can write SQL can write past the ledger; only the store speaks with the file",
        mend: "give the store a function that says what is wanted, and call that",
    },
    Rule {
        name: "tauri",
        holds_in: |path| ui_source(path) && !path.starts_with("ui/src/host/"),
        finds: |line| {
            first_of(line, &["@tauri-apps", "__TAURI"]).map(|word| format!("`{word}` outside of ui/src/host"))
        },
        why: "the UI is tested without a window, and one day has another host",
        mend: "put the call behind a function in ui/src/host and import that",
    },
    Rule {
        name: "keys",
        holds_in: |path| ui_source(path) && path != "ui/src/shared/hotkey.ts" && !path.ends_with(".test.ts"),
        finds: |line| first_of(line, &["keydown", "keyup", "keypress"]).map(|word| format!("a raw `{word}` handler")),
        why: "a raw handler takes the Enter that ends a Chinese input composition for a command",
        mend: "use ui/src/shared/hotkey.ts, which waits for the composition to end",
    },
    Rule {
        name: "paths",
        holds_in: |_| true,
        finds: machine_path,
        why: "a path of one machine is wrong on every other, and tells who worked where",
        mend: "name it from the top of the repository, or take it from the environment or a temporary folder",
    },
    Rule {
        name: "registry",
        holds_in: |path| path.ends_with("package-lock.json"),
        finds: |line| line.trim_start().starts_with("\"resolved\":").then(|| "an address of a registry".to_owned()),
        why: "everybody installs from the registry that their machine is set to; the digest beside it is what counts",
        mend: "put `omit-lockfile-registry-resolved=true` into ui/.npmrc, then `npm install --package-lock-only` in ui/",
    },
    Rule {
        name: "registry",
        holds_in: |path| path.ends_with(".npmrc"),
        finds: |line| line.contains("registry=").then(|| "an address of a registry".to_owned()),
        why: "which registry to ask is a matter of the machine, not of the project",
        mend: "move the line into the .npmrc of your home folder",
    },
];

/// Where a rule does not hold, and why not.
const EXCEPT: &[(&str, &str, &str)] = &[
    ("sql", "src-tauri/xtask/src/tidy.rs", "it names what it looks for"),
    ("paths", "src-tauri/xtask/src/tidy.rs", "it names what it looks for"),
];

/// All that may lie at the top, beside files whose name begins with a dot.
const TOP: &[&str] = &["Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "src-tauri", "tests", "ui"];

pub(crate) fn check(house: &House) -> Result<String> {
    let paths = house.files()?;
    // Pictures and fonts are no text, and no rule reads them.
    let read = |path: &String| Some(File { path: path.clone(), text: fs::read_to_string(house.root.join(path)).ok()? });
    let files: Vec<File> = paths.iter().filter_map(read).collect();
    let mut findings = top(&paths);
    findings.extend(inspect(&files, EXCEPT));
    report(&findings, format!("{} files", paths.len()))
}

fn inspect(files: &[File], except: &[(&str, &str, &str)]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut used = vec![false; except.len()];
    for file in files {
        found.extend(without_opening(file));
        for rule in RULES.iter().filter(|rule| (rule.holds_in)(&file.path)) {
            let excepted = except.iter().position(|(name, path, _)| *name == rule.name && *path == file.path);
            for (index, line) in file.text.lines().enumerate() {
                let Some(what) = (rule.finds)(line) else { continue };
                if let Some(excepted) = excepted {
                    used[excepted] = true;
                    break;
                }
                found.push(Finding {
                    place: format!("{}:{}", file.path, index + 1),
                    what,
                    why: rule.why.to_owned(),
                    mend: rule.mend.to_owned(),
                });
            }
        }
    }
    for ((rule, path, _), _) in except.iter().zip(used).filter(|(_, used)| !used) {
        found.push(Finding {
            place: "src-tauri/xtask/src/tidy.rs".to_owned(),
            what: format!("the exception of {path} from the rule `{rule}` is used by nothing"),
            why: "an exception that outlives its case excuses the next one unread".to_owned(),
            mend: "take it out of EXCEPT".to_owned(),
        });
    }
    found
}

/// Every Rust file begins with what it is.
fn without_opening(file: &File) -> Option<Finding> {
    let opening = file.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if !file.path.ends_with(".rs") || opening.starts_with("//!") {
        return None;
    }
    Some(Finding {
        place: format!("{}:1", file.path),
        what: "no `//!` line at the beginning".to_owned(),
        why: "whoever opens a file wants to know first what it is for".to_owned(),
        mend: "say it in one `//!` line".to_owned(),
    })
}

/// The top of the repository stays as small as it was meant.
fn top(paths: &[String]) -> Vec<Finding> {
    let mut names: Vec<&str> = paths.iter().map(|path| path.split('/').next().unwrap_or(path)).collect();
    names.dedup();
    let strange = names.into_iter().filter(|name| !name.starts_with('.') && !TOP.contains(name));
    strange
        .map(|name| Finding {
            place: name.to_owned(),
            what: "does not belong at the top".to_owned(),
            why: "a newcomer reads the top in one look".to_owned(),
            mend: "move it to what it belongs to, or begin its name with a dot where a tool allows that".to_owned(),
        })
        .collect()
}

fn ui_source(path: &str) -> bool {
    path.starts_with("ui/src/") && [".ts", ".js", ".svelte"].iter().any(|ending| path.ends_with(ending))
}

/// The first of the words that stands in the line, comments aside.
fn first_of<'a>(line: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().find(|word| !is_comment(line) && line.contains(word))
}

fn is_comment(line: &str) -> bool {
    ["//", "/*", "*", "<!--"].iter().any(|opening| line.trim_start().starts_with(opening))
}

/// SQL by its statements, as they stand in a string; words such as `update` alone are plain English.
fn sql(line: &str) -> Option<String> {
    const PHRASES: &[&str] = &[
        "ALTER TABLE ",
        "BEGIN IMMEDIATE",
        "CREATE INDEX ",
        "CREATE TABLE ",
        "CREATE TRIGGER ",
        "CREATE VIEW ",
        "CREATE VIRTUAL TABLE ",
        "DELETE FROM ",
        "DROP TABLE ",
        "DROP TRIGGER ",
        "INSERT INTO ",
        "INSERT OR ",
    ];
    // These are English in small letters.
    const SHOUTED: &[&str] = &["SELECT ", "PRAGMA ", "UPDATE "];
    let word = first_of(line, &["rusqlite::"]).or(first_of(line, SHOUTED)).or(first_of(&line.to_uppercase(), PHRASES));
    word.map(|word| format!("`{}` outside of the store", word.trim_end()))
}

/// An absolute path into somebody's machine. What merely contains such a part (`ui/src/home/`) is none.
fn machine_path(line: &str) -> Option<String> {
    const ROOTS: &[&str] = &["/home/", "/root/", "/work/", "/tmp/", "/Users/", "C:\\Users\\"];
    let begins = |at: usize| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || "\"'`(=:,[<|".contains(c)) || line[..at].ends_with("file://")
    };
    let root = ROOTS.iter().find(|root| line.match_indices(*root).any(|(at, _)| begins(at)))?;
    Some(format!("a path of one machine, `{root}…`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in one file that holds this text.
    fn found(path: &str, text: &str) -> Vec<String> {
        let file = File { path: path.to_owned(), text: text.to_owned() };
        inspect(&[file], &[]).into_iter().map(|finding| format!("{}: {}", finding.place, finding.what)).collect()
    }

    #[test]
    fn sql_is_found_outside_of_the_store_only() {
        let bad = "//! Desk.\nlet all = db.query(\"SELECT * FROM entry\");\n// INSERT INTO is what the store does\n";
        assert_eq!(
            found("src-tauri/crates/desk/src/lib.rs", bad),
            ["src-tauri/crates/desk/src/lib.rs:2: `SELECT` outside of the store"]
        );
        assert!(found("src-tauri/crates/store/src/lib.rs", bad).is_empty());
        assert_eq!(found("tests/src/lib.rs", "//! J.\n\"delete from entry\"").len(), 1);
        assert_eq!(found("tests/src/lib.rs", "//! J.\nuse rusqlite::Connection;").len(), 1);
        assert!(found("tests/src/lib.rs", "//! J.\nupdate(selection); // select one, update the rest").is_empty());
    }

    /// clippy reads one configuration for a crate, so that of the rules has to repeat what holds everywhere.
    #[test]
    fn the_rules_are_banned_from_all_that_everybody_is_banned_from() {
        let bans = |text: &str| -> Vec<String> {
            text.lines().filter(|line| line.trim_start().starts_with("{ path")).map(str::to_owned).collect()
        };
        let everywhere = bans(include_str!("../../../.clippy.toml"));
        let in_the_rules = bans(include_str!("../../crates/meeting/clippy.toml"));
        assert!(!everywhere.is_empty());
        assert!(everywhere.iter().all(|ban| in_the_rules.contains(ban)));
    }

    #[test]
    fn tauri_is_known_to_the_host_folder_only() {
        let bad = "import { invoke } from '@tauri-apps/api/core'\n";
        assert_eq!(
            found("ui/src/floor/Floor.svelte", bad),
            ["ui/src/floor/Floor.svelte:1: `@tauri-apps` outside of ui/src/host"]
        );
        assert!(found("ui/src/host/call.ts", bad).is_empty());
        assert!(found("ui/package.json", "\"@tauri-apps/api\": \"2.12.5\"").is_empty());
        assert_eq!(found("ui/src/main.ts", "window.__TAURI_INTERNALS__").len(), 1);
    }

    #[test]
    fn raw_key_handlers_are_found() {
        for bad in ["<textarea onkeydown={go}>", "  addEventListener('keyup', go)", "<input on:keypress={go}>"] {
            assert_eq!(found("ui/src/floor/Floor.svelte", bad).len(), 1, "{bad}");
        }
        assert!(found("ui/src/shared/hotkey.ts", "on('keydown')").is_empty());
        assert!(found("ui/src/shared/hotkey.test.ts", "new KeyboardEvent('keydown')").is_empty());
        assert!(found("ui/src/floor/Floor.svelte", "// keydown is the hotkey module's").is_empty());
    }

    #[test]
    fn a_rust_file_says_what_it_is() {
        assert_eq!(
            found("src-tauri/src/call.rs", "use desk;\n"),
            ["src-tauri/src/call.rs:1: no `//!` line at the beginning"]
        );
        assert_eq!(found("src-tauri/build.rs", "").len(), 1);
        assert!(found("src-tauri/src/call.rs", "\n//! One call.\nuse desk;\n").is_empty());
    }

    #[test]
    fn paths_of_one_machine_are_found_and_look_alikes_are_not() {
        for bad in ["cd /work/main", "\"/home/li/a.db\"", "DIR=/tmp/x", "file:///Users/li/a", "at C:\\Users\\li"] {
            assert_eq!(found("README.md", bad).len(), 1, "{bad}");
        }
        for fine in ["ui/src/home/Home.svelte", "https://example.org/work/", "$DIR/tmp/x", "../work/x", "{root}/home/"]
        {
            assert!(found("README.md", fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn no_registry_is_written_down() {
        let bad = "{\n  \"node_modules/a\": {\n    \"resolved\": \"https://registry.example/a.tgz\"\n  }\n}\n";
        assert_eq!(found("ui/package-lock.json", bad), ["ui/package-lock.json:3: an address of a registry"]);
        assert_eq!(found("ui/.npmrc", "registry=https://registry.example/\n").len(), 1);
        assert!(found("ui/.npmrc", "omit-lockfile-registry-resolved=true\n").is_empty());
    }

    #[test]
    fn the_top_stays_small() {
        let paths = [".gitignore", "Cargo.toml", "notes.txt", "scripts/a.sh", "scripts/b.sh", "ui/package.json"];
        let names: Vec<String> = top(&paths.map(str::to_owned)).into_iter().map(|finding| finding.place).collect();
        assert_eq!(names, ["notes.txt", "scripts"]);
    }

    #[test]
    fn an_exception_that_nothing_needs_is_found() {
        let file = |text: &str| [File { path: "README.md".to_owned(), text: text.to_owned() }];
        let except = [("paths", "README.md", "an example")];
        assert!(inspect(&file("cd /tmp/x"), &except).is_empty());
        assert_eq!(inspect(&file("cd there"), &except).len(), 1);
    }
}
