//! What others' work may be used under, and the licence of every package and every font that is used.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::finding::{Finding, report};
use crate::house::House;

/// Licences that ask for no more than their text beside the program. MPL-2.0 asks for changes to its own files, and
/// nobody changes them.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OpenSSL",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "bzip2-1.0.6",
];

/// A package whose licence is outside of the list, with what it says and why it is used all the same.
const EXCEPTIONS: &[(&str, &str, &str)] = &[(
    "sqlcipher-src",
    "MIT AND BSD-3-Clause AND blessing AND WTFPL",
    "SQLite's blessing and libtomcrypt's WTFPL give it away without a condition",
)];

/// Names of files that say under what a font may be passed on.
const LICENCE_FILES: &[&str] = &["LICENSE", "LICENCE", "COPYING", "OFL"];
const FONT_ENDINGS: &[&str] = &["ttf", "otf", "ttc", "otc", "woff", "woff2"];

/// A package, the file that names it, and what it says of itself.
struct Package {
    name: String,
    place: &'static str,
    licence: Option<String>,
}

pub(crate) fn check(house: &House) -> Result<String> {
    let mut packages = crates(&house.all_packages()?);
    let lock = fs::read_to_string(house.ui().join("package-lock.json")).context("no ui/package-lock.json")?;
    packages.extend(npm_packages(&serde_json::from_str(&lock).context("ui/package-lock.json is no JSON")?));
    let files = house.files()?;
    let fonts: Vec<&str> = files.iter().map(String::as_str).filter(|file| is_font(file)).collect();
    let mut findings = judge(&packages, EXCEPTIONS);
    findings.extend(fonts.iter().filter_map(|font| without_licence(font, &files)));
    report(&findings, format!("{} packages and {} fonts may be used", packages.len(), fonts.len()))
}

fn crates(metadata: &Value) -> Vec<Package> {
    let all = metadata["packages"].as_array().into_iter().flatten();
    all.map(|package| Package {
        name: package["name"].as_str().unwrap_or_default().to_owned(),
        place: "Cargo.lock",
        licence: package["license"].as_str().map(str::to_owned),
    })
    .collect()
}

/// npm writes every package's licence into its lock file, those for other systems too, so nothing need be installed.
fn npm_packages(lock: &Value) -> Vec<Package> {
    let all = lock["packages"].as_object().into_iter().flatten();
    // The empty path is our own package.
    all.filter(|(path, _)| !path.is_empty())
        .map(|(path, package)| Package {
            name: path.rsplit("node_modules/").next().unwrap_or(path).to_owned(),
            place: "ui/package-lock.json",
            licence: package["license"].as_str().map(str::to_owned),
        })
        .collect()
}

fn judge(packages: &[Package], exceptions: &[(&str, &str, &str)]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut used = vec![false; exceptions.len()];
    for package in packages {
        let licence = package.licence.as_deref().unwrap_or("(none)");
        if acceptable(licence) {
            continue;
        }
        if let Some(index) = exceptions.iter().position(|(name, says, _)| *name == package.name && *says == licence) {
            used[index] = true;
            continue;
        }
        found.push(Finding {
            place: package.place.to_owned(),
            what: format!("{} is under {licence}", package.name),
            why: "what is built in here is handed on, and this licence has not been judged".to_owned(),
            mend: "use another package; or read the licence, and name it in ALLOWED or EXCEPTIONS of \
                   src-tauri/xtask/src/licences.rs, with the reason"
                .to_owned(),
        });
    }
    for ((name, says, _), _) in exceptions.iter().zip(used).filter(|(_, used)| !used) {
        found.push(Finding {
            place: "src-tauri/xtask/src/licences.rs".to_owned(),
            what: format!("the exception for {name} ({says}) is used by nothing"),
            why: "an exception that outlives its case excuses the next one unread".to_owned(),
            mend: "take it out of EXCEPTIONS".to_owned(),
        });
    }
    found
}

/// Whether an SPDX expression can be met by allowed licences alone. The old `MIT/Apache-2.0` means either.
fn acceptable(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest) == Some(true) && rest.is_empty()
}

// `None`: not an expression. Both sides are always read, so no short cut by `||` or `&&`.
fn either(words: &mut &[&str]) -> Option<bool> {
    let mut fine = both(words)?;
    while take(words, "OR") {
        fine |= both(words)?;
    }
    Some(fine)
}

fn both(words: &mut &[&str]) -> Option<bool> {
    let mut fine = one(words)?;
    while take(words, "AND") {
        fine &= one(words)?;
    }
    Some(fine)
}

fn one(words: &mut &[&str]) -> Option<bool> {
    if take(words, "(") {
        let fine = either(words)?;
        return take(words, ")").then_some(fine);
    }
    let (name, rest) = words.split_first()?;
    *words = rest;
    if !take(words, "WITH") {
        return Some(ALLOWED.contains(name));
    }
    let (exception, rest) = words.split_first()?;
    *words = rest;
    Some(ALLOWED.contains(&format!("{name} WITH {exception}").as_str()))
}

fn take(words: &mut &[&str], word: &str) -> bool {
    let there = words.first() == Some(&word);
    if there {
        *words = &words[1..];
    }
    there
}

fn is_font(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, ending)| FONT_ENDINGS.contains(&ending.to_lowercase().as_str()))
}

/// A font lies beside the licence that lets it be passed on: `COPYING` speaks for its whole folder, `Fandol-COPYING.txt`
/// for the files that begin with `Fandol`.
fn without_licence(font: &str, files: &[String]) -> Option<Finding> {
    let (folder, font_name) = font.rsplit_once('/').unwrap_or(("", font));
    let speaks_for_it = |name: &str| {
        let known = |name: &str| LICENCE_FILES.iter().any(|known| name.to_uppercase().starts_with(known));
        known(name) || name.split_once('-').is_some_and(|(family, rest)| font_name.starts_with(family) && known(rest))
    };
    let mut beside = files.iter().filter_map(|file| {
        let (its_folder, name) = file.rsplit_once('/')?;
        (its_folder == folder).then_some(name)
    });
    if beside.any(speaks_for_it) {
        return None;
    }
    Some(Finding {
        place: font.to_owned(),
        what: "a font without its licence".to_owned(),
        why: "a font is passed on with the program, which its licence allows only when it comes along".to_owned(),
        mend: format!("put the family's LICENSE, COPYING or OFL text into {folder}/, named after the family"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn expressions_are_read_as_spdx_means_them() {
        for fine in [
            "MIT",
            "MIT/Apache-2.0",
            "MIT OR GPL-3.0-only",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only",
            "(MIT AND (GPL-3.0-only OR ISC))",
        ] {
            assert!(acceptable(fine), "{fine}");
        }
        for not in [
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "MIT AND (GPL-3.0-only OR LGPL-3.0-only)",
            "Apache-2.0 WITH Swift-exception",
            "SEE LICENSE IN terms.txt",
            "(MIT",
            "MIT OR",
            "",
        ] {
            assert!(!acceptable(not), "{not}");
        }
    }

    #[test]
    fn a_licence_that_nobody_judged_is_found_wherever_it_comes_from() {
        let mut packages = crates(&json!({ "packages": [
            { "name": "fine", "license": "MIT" },
            { "name": "silent", "license": null },
        ]}));
        packages.extend(npm_packages(&json!({ "packages": {
            "": { "name": "ui" },
            "node_modules/good": { "license": "ISC" },
            "node_modules/good/node_modules/@deep/bad": { "license": "GPL-3.0" },
        }})));
        let found: Vec<String> =
            judge(&packages, &[]).into_iter().map(|finding| format!("{}: {}", finding.place, finding.what)).collect();
        assert_eq!(found, ["Cargo.lock: silent is under (none)", "ui/package-lock.json: @deep/bad is under GPL-3.0"]);
    }

    #[test]
    fn an_exception_holds_for_one_licence_and_not_longer_than_it_is_needed() {
        let packages =
            |licence: &str| [Package { name: "odd".into(), place: "Cargo.lock", licence: Some(licence.to_owned()) }];
        let exceptions = [("odd", "WTFPL", "harmless")];
        assert!(judge(&packages("WTFPL"), &exceptions).is_empty());
        assert_eq!(judge(&packages("GPL-3.0-only"), &exceptions).len(), 2);
        assert_eq!(judge(&packages("MIT"), &exceptions).len(), 1);
    }

    #[test]
    fn a_font_without_its_licence_is_found() {
        let files =
            ["src-tauri/fonts/fandol/FandolFang.otf", "src-tauri/fonts/fandol/COPYING", "src-tauri/fonts/a.TTF"]
                .map(str::to_owned);
        assert!(is_font(&files[0]) && !is_font(&files[1]) && is_font(&files[2]));
        assert_eq!(without_licence(&files[0], &files), None);
        assert!(without_licence(&files[2], &files).is_some_and(|finding| finding.place == files[2]));
        let together = ["fonts/Fandol-COPYING.txt", "fonts/FandolHei.otf", "fonts/Noto.otf"].map(str::to_owned);
        assert_eq!(without_licence(&together[1], &together), None);
        assert!(without_licence(&together[2], &together).is_some(), "another family's licence does not speak for it");
    }
}
