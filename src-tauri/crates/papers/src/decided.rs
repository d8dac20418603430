//! What was decided, as it may be told outside of the room: no position of anybody, no number of votes, no reason of a
//! deferral (rulebook §7.3).

use meeting::{EntryNo, ItemRecord, ItemState, MatterRecord, Meeting, Nominee, Outcome, Verdict};

use crate::ink::paragraphs;
use crate::wording;

/// The decision on an item in paragraphs; `None` while the item is not closed. What was put right about it stands behind it:
/// a paper that goes out must not spread what is known to be wrong, and must not hide what was recorded.
pub(crate) fn decision(meeting: &Meeting, record: &ItemRecord) -> Option<Vec<String>> {
    let ItemState::Closed(closing) = &record.state else { return None };
    let mut words = paragraphs(&closing.decision);
    if let (true, Some(said)) = (words.is_empty(), without_words(record)) {
        words.push(said.to_owned());
    }
    words.extend(corrected(meeting, closing.stamp.entry));
    Some(words)
}

/// What became of an ordinary item that was voted on and closed without words.
fn without_words(record: &ItemRecord) -> Option<&'static str> {
    let verdict = record.matters.first().filter(|_| !record.is_appointment())?.stage.verdict()?;
    Some(match verdict.outcome() {
        Outcome::Carried => "会议同意本议题。",
        Outcome::Deferred => "本议题缓议。",
        Outcome::VotePostponed => "本议题暂缓表决。",
        Outcome::NotCarried | Outcome::Void => NOTHING_DECIDED,
    })
}

/// In place of a decision, where nothing can be told.
pub(crate) const NOTHING_DECIDED: &str = "本议题未形成决定。";

/// The corrections of an entry, and the corrections of those, as paragraphs.
fn corrected(meeting: &Meeting, entry: EntryNo) -> Vec<String> {
    let mut entries = vec![entry];
    let mut words = Vec::new();
    for correction in &meeting.corrections {
        if entries.contains(&correction.entry) {
            entries.push(correction.stamp.entry);
            words.push(format!("（更正：{}）", paragraphs(&correction.words).join("")));
        }
    }
    words
}

/// What became of a nominee, for everybody to read: `None` where it was not carried, had no effect or is not announced.
pub(crate) fn told(matter: &MatterRecord) -> Option<String> {
    let (nominee, outcome) = announced(matter)?;
    match outcome {
        Outcome::Carried => Some(format!("会议{}", wording::decision(nominee))),
        Outcome::Deferred => Some(format!("{}同志的任免事项缓议。", nominee.name)),
        Outcome::VotePostponed => Some(format!("{}同志的任免事项暂缓表决。", nominee.name)),
        Outcome::NotCarried | Outcome::Void => None,
    }
}

/// What became of a nominee, for a reader who is told of this one by name.
pub(crate) fn told_by_name(matter: &MatterRecord) -> Option<String> {
    told(matter).or_else(|| {
        let nominee = matter.nominee.as_ref()?;
        let came = match announced(matter) {
            Some((_, Outcome::Void)) => "到会人数不足，所作决定无效",
            Some(_) => "未通过",
            // The item is closed and nothing was announced: the motion to reconsider was not carried.
            None => "不予复议，原决定有效",
        };
        Some(format!("{}同志的任免事项{came}。", nominee.name))
    })
}

fn announced(matter: &MatterRecord) -> Option<(&Nominee, Outcome)> {
    matter.stage.announced()?;
    Some((matter.nominee.as_ref()?, matter.stage.verdict().map(Verdict::outcome)?))
}
