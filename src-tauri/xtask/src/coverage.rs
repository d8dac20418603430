//! Which tests prove which rule: the table of rules against the names of the tests, which say what they are about.
//!
//! A test of a rule is named by it: `hy07_accepts_…`, `hy07_refuses_…`, `hy10_warns_…`. A rule that is held by another needs
//! none of its own, and a rule that is not for the program can have none.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};

use crate::finding::{Finding, report};
use crate::house::House;

const TABLE: &str = "src-tauri/crates/meeting/src/rules.rs";
const TESTS: &str = "src-tauri/crates/meeting/tests/";

/// What the program does about a rule, as the table says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Enforced,
    Warned,
    Outside,
}

/// What a test says about its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Accepts,
    Refuses,
    Warns,
}

const KINDS: &[(Kind, &str, &str)] = &[
    (Kind::Accepts, "_accepts_", "accepting"),
    (Kind::Refuses, "_refuses_", "refusing"),
    (Kind::Warns, "_warns_", "warning"),
];

/// The first line of a rule's entry in the table.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    line: usize,
    /// The variant, e.g. `Hy07`; tests begin with it in small letters.
    name: String,
    /// As the rulebook writes it.
    code: String,
    state: State,
    by: Option<String>,
}

impl Entry {
    /// The kinds of test that it cannot do without.
    fn needs(&self) -> &'static [Kind] {
        match (self.state, &self.by) {
            (State::Enforced, None) => &[Kind::Accepts, Kind::Refuses],
            (State::Warned, None) => &[Kind::Warns],
            _ => &[],
        }
    }

    /// The tests that name it and are of this kind.
    fn tests<'a>(&self, tests: &'a [Test], kind: Kind) -> Vec<&'a str> {
        let prefix = self.name.to_lowercase();
        tests.iter().filter(|test| test.about == (prefix.as_str(), kind)).map(|test| test.name).collect()
    }
}

/// A test whose name says that it is about a rule.
#[derive(Debug, PartialEq, Eq)]
struct Test<'a> {
    name: &'a str,
    about: (&'a str, Kind),
}

pub(crate) fn check(house: &House) -> Result<String> {
    let table = fs::read_to_string(house.root.join(TABLE)).with_context(|| format!("{TABLE} cannot be read"))?;
    let entries = entries(&table).with_context(|| TABLE.to_owned())?;
    let mut texts = Vec::new();
    for path in house.files()?.into_iter().filter(|path| path.starts_with(TESTS) && path.ends_with(".rs")) {
        texts.push(fs::read_to_string(house.root.join(&path)).with_context(|| format!("{path} cannot be read"))?);
    }
    let tests: Vec<Test> = texts.iter().flat_map(|text| tests(text)).collect();
    let copy = house.target.join("rule-coverage.md");
    fs::create_dir_all(&house.target)?;
    fs::write(&copy, written(&entries, &tests)).with_context(|| format!("{} cannot be written", copy.display()))?;
    let fine = format!("{} rules, {} tests named by them; {}", entries.len(), tests.len(), house.short(&copy));
    report(&findings(&entries, &tests), fine)
}

/// Reads the table. A line that should begin an entry and does not is an error: nothing drops out of the table unseen.
fn entries(text: &str) -> Result<Vec<Entry>> {
    let inside = text
        .lines()
        .enumerate()
        .skip_while(|(_, line)| line.trim_end() != "rules! {")
        .skip(1)
        .take_while(|(_, line)| line.trim_end() != "}");
    let mut entries: Vec<Entry> = Vec::new();
    for (index, line) in inside {
        let begins = line.strip_prefix("    ").filter(|rest| !rest.starts_with([' ', '}', '/']) && !rest.is_empty());
        if let Some(head) = begins {
            let entry =
                entry(index + 1, head).with_context(|| format!("line {}: `{head}` begins no rule", index + 1))?;
            entries.push(entry);
        }
    }
    if entries.is_empty() {
        bail!("no rules were found; the table has changed its form, and this check has to follow");
    }
    Ok(entries)
}

/// `Hy07 "R-HY-07" VNum Enforced {`, or with `by Hy12` before the brace.
fn entry(line: usize, head: &str) -> Option<Entry> {
    let words: Vec<&str> = head.split_whitespace().collect();
    let (name, code, state, by) = match words.as_slice() {
        [name, code, _grade, state, "{"] => (name, code, state, None),
        [name, code, _grade, state, "by", by, "{"] => (name, code, state, Some((*by).to_owned())),
        _ => return None,
    };
    let state = match *state {
        "Enforced" => State::Enforced,
        "Warned" => State::Warned,
        "Outside" => State::Outside,
        _ => return None,
    };
    let code = code.strip_prefix('"')?.strip_suffix('"')?.to_owned();
    Some(Entry { line, name: (*name).to_owned(), code, state, by })
}

/// The tests of a file that are named by a rule. A test that is ignored proves nothing.
fn tests(text: &str) -> Vec<Test<'_>> {
    let mut found = Vec::new();
    let (mut is_test, mut ignored) = (false, false);
    for line in text.lines().map(str::trim_start) {
        is_test |= line.starts_with("#[test]");
        ignored |= line.starts_with("#[ignore");
        let Some(rest) = line.strip_prefix("fn ") else { continue };
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        if is_test && !ignored {
            found.extend(about(&rest[..end]));
        }
        (is_test, ignored) = (false, false);
    }
    found
}

/// What a test's name says it is about; nothing where it does not begin as a rule's name does.
fn about(name: &str) -> Option<Test<'_>> {
    KINDS.iter().find_map(|(kind, word, _)| {
        let rule = &name[..name.find(word)?];
        let digits = rule.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let is_rule = digits.len() < rule.len() && !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit());
        is_rule.then_some(Test { name, about: (rule, *kind) })
    })
}

fn findings(entries: &[Entry], tests: &[Test]) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in entries {
        let missing: Vec<&(Kind, &str, &str)> = KINDS
            .iter()
            .filter(|(kind, ..)| entry.needs().contains(kind) && entry.tests(tests, *kind).is_empty())
            .collect();
        if missing.is_empty() {
            continue;
        }
        let words: Vec<&str> = missing.iter().map(|(.., word)| *word).collect();
        let names: Vec<String> =
            missing.iter().map(|(_, infix, _)| format!("`{}{infix}…`", entry.name.to_lowercase())).collect();
        found.push(Finding {
            place: format!("{TABLE}:{}", entry.line),
            what: format!("{} is {} and has no {} test", entry.code, spoken(entry.state), words.join(" and no ")),
            why: "a rule that no test holds is a promise of the table alone".to_owned(),
            mend: format!("write {} in {TESTS}", names.join(" and ")),
        });
    }
    let known: BTreeSet<String> = entries.iter().map(|entry| entry.name.to_lowercase()).collect();
    for test in tests.iter().filter(|test| !known.contains(test.about.0)) {
        found.push(Finding {
            place: TESTS.to_owned(),
            what: format!("`{}` is named by a rule that the table does not have", test.name),
            why: "it counts for no rule, while its reader takes it for a proof".to_owned(),
            mend: format!("name it by the rule's variant in {TABLE}, in small letters"),
        });
    }
    found
}

fn spoken(state: State) -> &'static str {
    match state {
        State::Enforced => "enforced",
        State::Warned => "warned",
        State::Outside => "not for the program",
    }
}

/// The table as a reader wants it.
fn written(entries: &[Entry], tests: &[Test]) -> String {
    let mut page = String::from(
        "# Which tests prove which rule\n\nWritten by `cargo xtask check`. A rule held by another is proved by the tests of that \
         one.\n\n| rule | state | accepting | refusing | warning |\n|---|---|---|---|---|\n",
    );
    for entry in entries {
        let held = entry.by.as_ref().and_then(|by| entries.iter().find(|other| other.name == *by));
        let held = held.map(|by| format!(", by {}", by.code)).unwrap_or_default();
        let cell = |kind: &Kind| entry.tests(tests, *kind).join("<br>");
        let cells: Vec<String> = KINDS.iter().map(|(kind, ..)| cell(kind)).collect();
        // Writing to a String cannot fail.
        writeln!(page, "| {} | {}{held} | {} |", entry.code, spoken(entry.state), cells.join(" | ")).ok();
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = r#"
macro_rules! rules {
    ($($name:ident)*) => {};
}

rules! {
    // §1.

    Hy07 "R-HY-07" VNum Enforced {
        title: "书记末位表态", "The Secretary speaks last";
        rests: TL19, "第三十八条", "…";
        checks: "一", "One.";
    }
    S09 "S-09" S Enforced by Hy07 {
        title: "书记末位发言", "The Secretary speaks last";
    }
    Hy10 "R-HY-10" VNum Warned {
    }
    Pj07 "R-PJ-07" L Outside {
    }
}

fn after() {}
"#;

    fn rules() -> Vec<Entry> {
        entries(RULES).expect("a table")
    }

    fn missing(text: &str) -> Vec<String> {
        findings(&rules(), &tests(text)).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn the_first_lines_of_the_table_are_read() {
        let read: Vec<(String, String, State, Option<String>)> =
            rules().into_iter().map(|it| (it.name, it.code, it.state, it.by)).collect();
        assert_eq!(
            read,
            [
                ("Hy07".into(), "R-HY-07".into(), State::Enforced, None),
                ("S09".into(), "S-09".into(), State::Enforced, Some("Hy07".into())),
                ("Hy10".into(), "R-HY-10".into(), State::Warned, None),
                ("Pj07".into(), "R-PJ-07".into(), State::Outside, None),
            ]
        );
        assert_eq!(rules()[0].line, 9, "as an editor counts");
    }

    #[test]
    fn a_table_that_cannot_be_read_is_no_empty_table() {
        assert!(entries("").is_err());
        assert!(entries("macro_rules! rules {\n    ($($name:ident)*) => {};\n}\n").is_err());
        assert!(entries("rules! {\n}\n").is_err());
        for head in ["Hy07 R-HY-07 VNum Enforced {", "Hy07 \"R-HY-07\" VNum Held {", "Hy07 \"R-HY-07\" VNum Enforced"] {
            let error = entries(&format!("rules! {{\n    {head}\n    }}\n}}\n")).expect_err(head);
            assert!(format!("{error:#}").starts_with("line 2: "), "{error:#}");
        }
    }

    #[test]
    fn the_table_of_this_house_is_read() {
        let entries = entries(include_str!("../../crates/meeting/src/rules.rs")).expect("the table");
        let named = |code: &str| entries.iter().filter(|entry| entry.code == code).count();
        assert_eq!((named("R-BX-01"), named("R-HY-25"), named("S-12"), named("R-RQ-02")), (1, 1, 1, 1));
    }

    #[test]
    fn tests_are_found_by_their_names() {
        let text = "
            #[test]
            fn hy07_refuses_the_secretary_before_the_others() {}
            /// One.
            #[test]
            #[expect(clippy::panic, reason = \"x\")]
            fn jl201_accepts_a_complete_head() {}
            #[test]
            #[ignore = \"slow\"]
            fn hy10_warns_when_half_disagree() {}
            fn hy10_warns_nobody() {}
            proptest! {
                #[test]
                fn hy12_accepts_one_more_than_half(n in 1u32..25) {}
            }
            #[test]
            fn a_door_accepts_a_key() {}
            #[test]
            fn half_refuses_nothing() {}
        ";
        let names: Vec<(&str, Kind)> = tests(text).into_iter().map(|test| test.about).collect();
        assert_eq!(names, [("hy07", Kind::Refuses), ("jl201", Kind::Accepts), ("hy12", Kind::Accepts)]);
    }

    #[test]
    fn a_rule_without_its_tests_is_found() {
        assert_eq!(
            missing(""),
            [
                "R-HY-07 is enforced and has no accepting and no refusing test",
                "R-HY-10 is warned and has no warning test"
            ]
        );
        let accepting = "#[test]\nfn hy07_accepts_the_last_word() {}\n#[test]\nfn hy10_warns_of_a_third() {}\n";
        assert_eq!(missing(accepting), ["R-HY-07 is enforced and has no refusing test"]);
        assert!(missing(&format!("{accepting}#[test]\nfn hy07_refuses_the_first_word() {{}}\n")).is_empty());
    }

    #[test]
    fn a_test_of_no_rule_is_found() {
        let found = missing("#[test]\nfn hy99_refuses_it() {}\n");
        assert!(found.iter().any(|what| what.starts_with("`hy99_refuses_it`")), "{found:?}");
    }

    #[test]
    fn the_page_has_every_rule_with_its_tests() {
        let page = written(&rules(), &tests("#[test]\nfn hy07_accepts_a() {}\n#[test]\nfn hy07_accepts_b() {}\n"));
        assert!(page.contains("| R-HY-07 | enforced | hy07_accepts_a<br>hy07_accepts_b |  |  |\n"), "{page}");
        assert!(page.contains("| S-09 | enforced, by R-HY-07 |  |  |  |\n"), "{page}");
        assert!(page.contains("| R-PJ-07 | not for the program |"), "{page}");
    }
}
