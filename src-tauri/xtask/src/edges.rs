//! Which crate may know which: the arrows of ARCHITECTURE.md as a list that is compared with the manifests.

use std::collections::BTreeSet;

use anyhow::Result;
use serde_json::Value;

use crate::finding::{Finding, report};
use crate::house::House;

/// A member and the members it depends on, no more and no fewer.
const ARROWS: &[(&str, &[&str])] = &[
    ("meeting", &[]),
    ("ledger", &[]),
    ("store", &["ledger"]),
    ("papers", &["meeting"]),
    ("desk", &["ledger", "meeting", "papers", "store"]),
    ("yiding", &["desk"]),
    ("yiding-desktop", &["desk"]),
    ("xtask", &[]),
    ("journeys", &["desk"]),
];

/// Arrows that may be there and need not.
const ALSO_ALLOWED: &[(&str, &str)] = &[
    ("papers", "ledger"),
    ("journeys", "ledger"),
    ("journeys", "meeting"),
    ("journeys", "papers"),
    ("journeys", "store"),
];

/// A member whose outside dependencies are counted out one by one (those of its own tests aside).
const ONLY: &[(&str, &[&str])] = &[("meeting", &["chrono", "schemars", "serde", "ts-rs"])];

/// Crates that only some members may name, for any purpose. A name ending in `*` stands for all that begin so.
const RESERVED: &[(&str, &[&str], &str)] = &[
    ("rusqlite", &["store"], "no SQL outside the store"),
    ("tauri*", &["yiding-desktop"], "only the shell knows that there is a window"),
    ("typst*", &["papers"], "Typst changes every year; one crate is to feel it"),
    ("fantoccini", &["journeys"], "it speaks HTTP, which only the tests of the window do, and only to this machine"),
    ("reqwest", &[], NO_NETWORK),
    ("hyper*", &["journeys"], "the plain connection of fantoccini, which only the tests of the window use"),
    ("ureq", &[], NO_NETWORK),
    ("curl*", &[], NO_NETWORK),
];

const NO_NETWORK: &str = "no byte leaves the machine";

pub(crate) fn check(house: &House) -> Result<String> {
    let findings = findings(&house.members);
    report(&findings, "every crate knows exactly the crates it may".to_owned())
}

fn findings(metadata: &Value) -> Vec<Finding> {
    let packages: Vec<&Value> = metadata["packages"].as_array().into_iter().flatten().collect();
    let members: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut found = Vec::new();
    for package in packages {
        let member = text(package, "name");
        let mut report = |what: String, why: &str, mend: &str| {
            let place = text(package, "manifest_path");
            let root = metadata["workspace_root"].as_str().unwrap_or_default();
            let place = place.strip_prefix(root).unwrap_or(place).trim_start_matches('/').to_owned();
            found.push(Finding { place, what, why: why.to_owned(), mend: mend.to_owned() });
        };
        let Some((_, arrows)) = ARROWS.iter().find(|(name, _)| *name == member) else {
            report(
                format!("the crate {member} is in no list"),
                "an arrow that nobody decided on is an arrow that nobody sees",
                "give it a row in ARROWS in src-tauri/xtask/src/edges.rs, and a line in ARCHITECTURE.md",
            );
            continue;
        };
        let dependencies: Vec<&Value> = package["dependencies"].as_array().into_iter().flatten().collect();
        let built = |dependency: &&&Value| dependency["kind"] != "dev";
        let inside: BTreeSet<&str> = dependencies
            .iter()
            .filter(built)
            .map(|dependency| text(dependency, "name"))
            .filter(|name| members.contains(name))
            .collect();
        for other in &inside {
            if !arrows.contains(other) && !ALSO_ALLOWED.contains(&(member, other)) {
                report(
                    format!("{member} depends on {other}"),
                    "the arrows between crates are decided, not grown; each keeps something out of reach",
                    "go through a crate that may know both (mostly desk), or change ARROWS and ARCHITECTURE.md together",
                );
            }
        }
        for other in arrows.iter().filter(|other| !inside.contains(*other)) {
            report(
                format!("{member} does not depend on {other}, which the list says it does"),
                "a list that promises more than is there teaches a wrong picture",
                "take the arrow out of ARROWS in src-tauri/xtask/src/edges.rs, or bring the dependency back",
            );
        }
        if let Some((_, allowed)) = ONLY.iter().find(|(name, _)| *name == member) {
            for dependency in dependencies.iter().filter(built) {
                let name = text(dependency, "name");
                if !members.contains(name) && !allowed.contains(&name) {
                    report(
                        format!("{member} depends on {name}"),
                        "the rules stay pure: no clock, no file, no chance can reach them through a dependency",
                        "do it in the crate that calls, and hand the result in",
                    );
                }
            }
        }
        for dependency in &dependencies {
            let name = text(dependency, "name");
            for (pattern, owners, why) in RESERVED {
                let meant = pattern.strip_suffix('*').map_or(name == *pattern, |start| name.starts_with(start));
                if meant && !owners.contains(&member) {
                    let owners = if owners.is_empty() { "no crate".to_owned() } else { owners.join(", ") };
                    report(
                        format!("{member} names {name}, which is reserved for {owners}"),
                        why,
                        "take the dependency out; ask the owning crate for what is needed, by a function of its own",
                    );
                }
            }
        }
    }
    found
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A workspace of one member, beside the members that its arrows name.
    fn workspace(member: &str, dependencies: &[(&str, Option<&str>)]) -> Vec<String> {
        let dependencies: Vec<Value> =
            dependencies.iter().map(|(name, kind)| json!({ "name": name, "kind": kind })).collect();
        let mut packages = vec![json!({
            "name": member, "manifest_path": format!("/house/{member}/Cargo.toml"), "dependencies": dependencies,
        })];
        for (name, arrows) in ARROWS.iter().filter(|(name, _)| *name != member) {
            let dependencies: Vec<Value> = arrows.iter().map(|arrow| json!({ "name": arrow })).collect();
            packages.push(json!({ "name": name, "manifest_path": "", "dependencies": dependencies }));
        }
        let found = findings(&json!({ "workspace_root": "/house", "packages": packages }));
        found.iter().map(|finding| format!("{}: {}", finding.place, finding.what)).collect()
    }

    #[test]
    fn the_arrows_as_decided_are_content() {
        assert!(workspace("store", &[("ledger", None), ("rusqlite", None)]).is_empty());
        assert!(workspace("papers", &[("meeting", None), ("ledger", None), ("typst-pdf", None)]).is_empty());
    }

    #[test]
    fn an_arrow_that_nobody_decided_is_found() {
        assert_eq!(
            workspace("store", &[("ledger", None), ("meeting", None)]),
            ["store/Cargo.toml: store depends on meeting"]
        );
        assert_eq!(
            workspace("store", &[]),
            ["store/Cargo.toml: store does not depend on ledger, which the list says it does"]
        );
        assert_eq!(workspace("spare", &[]), ["spare/Cargo.toml: the crate spare is in no list"]);
    }

    #[test]
    fn tests_of_a_crate_may_use_other_members() {
        assert!(workspace("ledger", &[("store", Some("dev"))]).is_empty());
    }

    #[test]
    fn the_rules_take_nothing_else_in() {
        assert_eq!(workspace("meeting", &[("rand", None)]), ["meeting/Cargo.toml: meeting depends on rand"]);
        assert_eq!(workspace("meeting", &[("rand", Some("build"))]), ["meeting/Cargo.toml: meeting depends on rand"]);
        assert!(workspace("meeting", &[("serde", None), ("proptest", Some("dev"))]).is_empty());
    }

    #[test]
    fn a_reserved_crate_is_found_even_in_tests() {
        for (name, owner) in [("rusqlite", "store"), ("tauri-build", "yiding-desktop"), ("typst", "papers")] {
            assert_eq!(
                workspace("ledger", &[(name, Some("dev"))]),
                [format!("ledger/Cargo.toml: ledger names {name}, which is reserved for {owner}")]
            );
        }
        assert_eq!(
            workspace("ledger", &[("reqwest", None)]),
            ["ledger/Cargo.toml: ledger names reqwest, which is reserved for no crate"]
        );
    }
}
