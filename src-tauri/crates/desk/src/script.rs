//! Scripts: JSON Lines, one line of the contract each.

use crate::{Answer, Desk, Fault, Line};

/// Reads one line of a script. The fault says what is wrong with it.
pub fn parse(text: &str) -> Result<Line, Fault> {
    let line: Line = serde_json::from_str(text).map_err(|error| Fault::malformed(&error.to_string()))?;
    match (&line.act, &line.ask) {
        (Some(_), None) | (None, Some(_)) => Ok(line),
        _ => Err(Fault::malformed("a line has either \"do\" or \"ask\"")),
    }
}

/// Reads a whole script, so that a malformed line is found before anything is done. The number is the line's, from 1.
/// Empty lines are passed over.
pub fn parse_all(text: &str) -> Result<Vec<Line>, (usize, Fault)> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(place, line)| parse(line).map_err(|fault| (place + 1, fault))).collect()
}

/// Whether an answer is what the script expects of the line: accepted, or refused by the rule that it names.
pub fn is_as_expected(line_refused: Option<meeting::RuleId>, answer: &Answer) -> bool {
    match (line_refused, answer) {
        (None, Answer::Accepted(_) | Answer::Answer(_)) => true,
        (Some(rule), Answer::Refused(refusal)) => refusal.rule == rule,
        _ => false,
    }
}

/// The sample meeting: invented people, one ordinary item, six nominees.
pub const SAMPLE: &str = include_str!("../../../../tests/fixtures/sample-meeting.jsonl");

/// When the sample meeting begins, for a pinned clock.
pub const SAMPLE_CLOCK: &str = "2026-03-05T08:58:00+08:00";

/// Plays the sample meeting into a desk that is empty.
pub fn play_sample(desk: &mut Desk) -> Result<(), Fault> {
    let lines =
        parse_all(SAMPLE).map_err(|(place, fault)| Fault::internal(&format!("line {place}: {}", fault.detail)))?;
    for line in lines {
        let expected = line.refused;
        let answer = desk.call(line);
        if !is_as_expected(expected, &answer) {
            return Err(Fault::internal(&format!("the sample meeting does not play: {answer:?}")));
        }
    }
    Ok(())
}
