//! R-PJ-14: no place anywhere for who cast what. Every type of a secret vote is walked by its JSON Schema, field by field: what
//! is not among the types and texts that it may hold, and what is named as if it told of a person, fails this test.

use std::collections::{BTreeMap, BTreeSet};

use meeting::*;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

use crate::room::*;

/// The types and variants that a secret vote consists of, on the wire and in the record, by their place in the schema.
const SECRET: &[&str] = &[
    "Ballot.secret",
    "BallotEnd.postponed",
    "BallotEnd.void",
    "BallotOpening",
    "BallotView",
    "Because.ballotStands",
    "Because.ballotVoid",
    "Because.countIncomplete",
    "Because.countUnreadable",
    "Because.countsDiffer",
    "Because.issuedDiffers",
    "Because.moreThanPresent",
    "Because.sumsDiffer",
    "CountSheet",
    "EndedBallot",
    "Event.ballotVoided",
    "Event.ballotsCounted",
    "Event.voteOpened",
    "MeetingCommand.countBallots",
    "MeetingCommand.openVote",
    "MeetingCommand.voidBallot",
    "SecretCount",
    "Tally",
    "Verdict.secret",
    "Warning.unanimousSecret",
];

/// What these may hold: counts, times, places in the record, the nominee, and each other. No person, no member, and no
/// choice, which would be one paper.
const MAY_HOLD: &[&str] = &[
    "Ballot",
    "BallotEnd",
    "BallotOpening",
    "Count",
    "CountField",
    "CountSheet",
    "EntryNo",
    "Mark",
    "Moment",
    "NomineeId",
    "Outcome",
    "Quorum",
    "Reading",
    "SecretCount",
    "Stamp",
    "Tally",
    "VoteMethod",
];

/// The only texts: who watches and who counts, which R-PJ-10 wants on the record.
const TEXTS: &[&str] = &["scrutineer", "teller"];

/// A field whose name has one of these in it tells of a person.
const TELLING: &[&str] = &["member", "voter", "person", "name", "by", "who", "speaker", "caster", "seat", "paper"];

/// Every schema by its name, the variants of an enum each by its own.
type Parts = BTreeMap<String, Value>;

fn add<T: JsonSchema>(generator: &mut SchemaGenerator) {
    generator.subschema_for::<T>();
}

/// Everything that a meeting writes, reads, keeps or shows.
fn parts() -> Parts {
    let mut generator = SchemaGenerator::default();
    add::<Event>(&mut generator);
    add::<MeetingCommand>(&mut generator);
    add::<MeetingView>(&mut generator);
    add::<Refusal>(&mut generator);
    add::<Ballot>(&mut generator);
    add::<Verdict>(&mut generator);
    add::<EndedBallot>(&mut generator);
    add::<BallotView>(&mut generator);
    let definitions: Map<String, Value> = generator.take_definitions(true);
    let mut parts = Parts::new();
    for (name, schema) in definitions {
        match schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
            Some(variants) if variants.iter().any(|variant| tag(variant).is_some()) => {
                for variant in variants {
                    let tag = tag(variant).expect("all variants are tagged alike");
                    parts.insert(format!("{name}.{tag}"), variant.clone());
                }
            }
            _ => {
                parts.insert(name, schema);
            }
        }
    }
    parts
}

/// `countBallots` of `{"properties": {"type": {"const": "countBallots"}}}`.
fn tag(variant: &Value) -> Option<&str> {
    variant["properties"]["type"]["const"].as_str()
}

fn fields(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let fields = schema["properties"].as_object().into_iter().flatten();
    fields.filter(|(name, schema)| !(name.as_str() == "type" && schema["const"].is_string()))
}

/// Every definition that a schema names, at any depth.
fn named(schema: &Value) -> BTreeSet<&str> {
    match schema {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| match value.as_str() {
                Some(reference) if key == "$ref" => reference.rsplit('/').next().into_iter().collect(),
                _ => named(value),
            })
            .collect(),
        Value::Array(values) => values.iter().flat_map(named).collect(),
        _ => BTreeSet::new(),
    }
}

/// Whether a schema holds something of its own that is no reference: a text, a number, an object without fields.
fn bare(schema: &Value) -> bool {
    match schema {
        Value::Object(map) => {
            let bare_type = map.get("type").is_some_and(|kind| {
                let kinds: Vec<&str> = match kind {
                    Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
                    kind => kind.as_str().into_iter().collect(),
                };
                kinds.iter().any(|kind| !matches!(*kind, "null" | "array"))
            });
            bare_type || ["items", "anyOf", "oneOf", "allOf"].iter().any(|key| map.get(*key).is_some_and(bare))
        }
        Value::Array(values) => values.iter().any(bare),
        // `true` accepts anything.
        Value::Bool(anything) => *anything,
        _ => false,
    }
}

/// What is wrong with one part of a secret vote.
fn faults(place: &str, schema: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, field) in fields(schema) {
        let told = TELLING.iter().find(|word| name.to_lowercase().contains(**word));
        if let Some(word) = told {
            faults.push(format!("{place} has a field `{name}`, which tells of a {word}"));
        }
        for other in named(field).into_iter().filter(|other| !MAY_HOLD.contains(other)) {
            faults.push(format!("{place}.{name} holds {other}"));
        }
        let is_text = TEXTS.contains(&name.as_str()) && field["type"] == "string";
        if bare(field) && !is_text {
            faults.push(format!("{place}.{name} holds a value of no type of its own: {field}"));
        }
    }
    if schema.get("additionalProperties").is_some_and(|more| *more != Value::Bool(false)) {
        faults.push(format!("{place} takes fields that it does not name"));
    }
    faults
}

#[test]
fn pj14_accepts_no_field_that_links_a_person_to_a_secret_vote() {
    let parts = parts();
    let mut found = Vec::new();
    for place in SECRET {
        let schema = parts.get(*place).unwrap_or_else(|| panic!("{place} is gone: bring the list up to date"));
        found.extend(faults(place, schema));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_a_secret_vote_holds_is_walked_to_its_end() {
    let parts = parts();
    for name in MAY_HOLD {
        let whole = parts.get(*name).map(|schema| (*name, schema));
        let variants = parts.iter().filter(|(place, _)| place.split('.').next() == Some(*name) && place.contains('.'));
        let mut reached = 0;
        for (place, schema) in whole.into_iter().chain(variants.map(|(place, schema)| (place.as_str(), schema))) {
            reached += 1;
            // Votes by name stand beside the secret ones, each in a variant of its own.
            if place == "Ballot.byName" || SECRET.contains(&place) {
                continue;
            }
            assert_eq!(faults_of_values(place, schema), Vec::<String>::new());
        }
        assert!(reached > 0, "{name} is in no schema");
    }
}

/// Small types: numbers and names of kinds may stand bare in them, persons may not.
fn faults_of_values(place: &str, schema: &Value) -> Vec<String> {
    let strangers = named(schema).into_iter().filter(|other| !MAY_HOLD.contains(other));
    let telling = fields(schema)
        .filter(|(name, _)| TELLING.iter().any(|word| name.to_lowercase().contains(word)))
        .map(|(name, _)| format!("{place} has a field `{name}`"));
    let free = schema["type"] == "string" && schema.get("enum").is_none() && schema.get("const").is_none();
    let text = (free && schema["format"] != "date-time").then(|| format!("{place} is a free text"));
    strangers.map(|other| format!("{place} holds {other}")).chain(telling).chain(text).collect()
}

#[test]
fn every_type_with_the_figures_of_a_secret_vote_is_among_those_walked() {
    let figures = ["issued", "spoilt", "spoiltField"];
    let parts = parts();
    let counting = parts.iter().filter(|(_, schema)| {
        let has_figures = fields(schema).any(|(name, _)| figures.contains(&name.as_str()));
        let held: BTreeSet<&str> = fields(schema).flat_map(|(_, field)| named(field)).collect();
        has_figures || ["SecretCount", "CountSheet", "Ballot"].iter().any(|name| held.contains(name))
    });
    let missed: Vec<&String> = counting.map(|(place, _)| place).filter(|it| !SECRET.contains(&it.as_str())).collect();
    assert_eq!(missed, Vec::<&String>::new(), "a secret vote is kept where nobody looks");
}

#[test]
fn a_field_for_a_person_would_be_found() {
    let with = |name: &str, field: Value| {
        let mut schema = parts()["SecretCount"].clone();
        schema["properties"][name] = field;
        faults("SecretCount", &schema)
    };
    let reference = |name: &str| serde_json::json!({ "$ref": format!("#/$defs/{name}") });
    assert_eq!(with("more", reference("Count")), Vec::<String>::new(), "one more figure is none of its business");
    for name in ["MemberId", "Person", "Attendant", "Named", "Choice", "NamedVote", "Member"] {
        assert!(!with("more", reference(name)).is_empty(), "{name}");
        assert!(!with("more", serde_json::json!({ "type": "array", "items": reference(name) })).is_empty(), "{name}s");
        let perhaps = serde_json::json!({ "anyOf": [reference(name), { "type": "null" }] });
        assert!(!with("more", perhaps).is_empty(), "perhaps {name}");
    }
    for name in ["member", "votedBy", "voterNumber", "personOf", "names"] {
        assert!(!with(name, reference("Count")).is_empty(), "{name}");
    }
    for kind in ["string", "integer", "object"] {
        assert!(!with("more", serde_json::json!({ "type": kind })).is_empty(), "{kind}");
        assert!(!with("more", serde_json::json!({ "type": [kind, "null"] })).is_empty(), "perhaps {kind}");
        let many = serde_json::json!({ "type": "array", "items": { "type": kind } });
        assert!(!with("more", many).is_empty(), "many {kind}s");
    }
    assert!(!with("more", Value::Bool(true)).is_empty(), "anything");
    assert!(!with("scrutineer", reference("MemberId")).is_empty(), "the scrutineer is a text, and no id");
}

/// The events of a secret ballot from its opening to its announcement name nobody but scrutineer and teller.
#[test]
fn pj14_accepts_a_secret_ballot_whose_record_and_view_name_no_voter() {
    let mut room = Room::heard(5, 5);
    let mut written = room.does(open_vote(VoteMethod::Secret));
    written.extend(room.does(MeetingCommand::VoidBallot { issued: Count(5), returned: Count(6) }));
    written.extend(room.does(open_vote(VoteMethod::Secret)));
    let view = room.meeting.view();
    let floor = view.floor.expect("on the floor");
    assert!(
        floor.speaking.iter().all(|row| row.vote.is_none() && row.cast.is_some()),
        "no row has a vote, or takes one"
    );
    assert_eq!(floor.ballot.and_then(|ballot| ballot.tally), None, "and nothing is shown before the count");
    written.extend(room.does(count(5, 5, 1, 3, 1, 0)));
    let text = serde_json::to_string(&written).expect("written");
    for id in 1..=5 {
        assert!(!text.contains(&format!("成员{id}")), "{text}");
    }
    for word in ["member", "voter", "speaker", "person"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn pj14_refuses_a_count_that_says_who() {
    let sheet = r#""count":{"issued":5,"returned":5,"spoilt":0,"agree":5,"against":0,"abstain":0,"spoiltField":0}"#;
    let parse = |more: &str| {
        let again = sheet.replace("\"count\"", "\"again\"");
        serde_json::from_str::<MeetingCommand>(&format!(r#"{{"type":"countBallots",{sheet},{again}{more}}}"#))
    };
    parse("").expect("a count");
    parse(r#","votes":[{"member":2,"choice":"agree"}]"#).expect_err("who cast what");
    let inside = sheet.replace("\"issued\"", "\"member\":2,\"issued\"");
    let text = format!(r#"{{"type":"countBallots",{inside},{}}}"#, sheet.replace("\"count\"", "\"again\""));
    serde_json::from_str::<MeetingCommand>(&text).expect_err("whose paper");
    let room = Room::voting(5, 5, VoteMethod::Secret);
    assert_eq!(room.refuses(vote(2, Choice::Agree), RuleId::Pj14), Because::BallotIsSecret {});
}
