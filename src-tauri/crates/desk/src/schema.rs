//! The contract as JSON Schema.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value};

use crate::{Answer, Line, Notice, Progress, RecordFile, SessionCommand};

/// One document: every command, event, query and refusal, as definitions under `$defs`, with the line and its answer at
/// the top.
pub fn schema() -> Value {
    let mut generator = SchemaGenerator::default();
    let mut top = Map::new();
    let mut put = |name: &str, schema: Schema| top.insert(name.to_owned(), schema.to_value());
    put("line", generator.subschema_for::<Line>());
    put("answer", generator.subschema_for::<Answer>());
    put("sessionCommand", generator.subschema_for::<SessionCommand>());
    put("recordFile", generator.subschema_for::<RecordFile>());
    put("progress", generator.subschema_for::<Progress>());
    put("notice", generator.subschema_for::<Notice>());
    put("meetingEvent", generator.subschema_for::<meeting::Event>());
    put("committeeEvent", generator.subschema_for::<meeting::CommitteeEvent>());
    let mut document = Map::new();
    document.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    document.insert("title".into(), "议定".into());
    document.insert("properties".into(), Value::Object(top));
    document.insert("$defs".into(), Value::Object(generator.take_definitions(true)));
    Value::Object(document)
}
