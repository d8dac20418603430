//! What is listed behind the items: 违规情形 of a back-filled meeting, the committee's corrections of articles, and the
//! corrections of this record.

use super::head::clock;
use super::scribe::{QUOTED, Scribe};
use crate::corrections::put_right;
use crate::presence::opened;
use crate::sheet::breaches;
use crate::{cited, wording};

use super::Part;

impl Scribe<'_> {
    fn section(&mut self, lead: &str, words: &str) {
        self.parts.push(Part::Item { lead: lead.to_owned() });
        self.lead_in("", vec![words.to_owned()]);
    }

    /// Which rule, what it rests on, the facts, and when. The place where it happened is marked with the number.
    pub(super) fn violations(&mut self) {
        let meeting = self.meeting;
        if meeting.violations.is_empty() {
            return;
        }
        let words = "（本次会议系会后补录。下列情形在会议当时已经发生，如实列明，原处以〔违规〕标注。）";
        self.section("违规情形", words);
        for (number, breach) in (1..).zip(breaches(meeting)) {
            let refusal = breach.refusal;
            let rule = format!("{}。", cited::rule(refusal.rule, &refusal.article));
            let lead = format!("违规{}：", wording::han(number));
            self.lead_in(&lead, vec![rule.clone()]);
            self.lead_in("依据：", vec![cited::basis(&refusal.article)]);
            let facts = cited::violated(refusal);
            for (stamp, _) in &breach.found {
                self.originals.insert(stamp.entry, format!("{rule}{facts}"));
            }
            self.lead_in("情形：", vec![facts]);
            // In the text, which wraps: below the quorum there are as many places as stances.
            let places = breach.found.iter().map(|(stamp, by)| {
                let (at, mark) = (clock(meeting, stamp.at), self.marks.at(stamp.entry));
                format!("{at}，见第 {by} 条（本情形记于第 {} 条）{mark}", stamp.entry)
            });
            let places: Vec<String> = places.collect();
            self.say("时间：", format!("{}。", places.join("；")));
        }
    }

    /// Articles as the committee had put them right when the meeting was called, with reason and person.
    pub(super) fn articles(&mut self) {
        let corrections = cited::corrections_in_force(&self.meeting.call.articles);
        if corrections.is_empty() {
            return;
        }
        self.section("条文更正", "（召集会议时本会对规则条文已作的更正，本次会议照此引用。）");
        for (correction, reads) in corrections {
            let rule = correction.rule.rule();
            self.lead_in(&format!("{} {}：", rule.code, rule.title), vec![format!("{reads}。")]);
            self.say("理由：", format!("{}（更正人{}）", correction.reason, correction.by));
        }
    }

    /// What was wrong, how it reads now, why, by whom and when. The entry itself stays printed where it was.
    pub(super) fn corrections(&mut self) {
        if self.meeting.corrections.is_empty() {
            return;
        }
        self.section("更正", "（更正另立条目，原记录不改，仍印在原处。）");
        for (number, correction) in (1..).zip(&self.meeting.corrections) {
            let before_opening = opened(self.meeting).is_none_or(|opened| correction.entry < opened.entry);
            let (to, reason) = put_right(correction);
            let original = match self.originals.get(&correction.entry) {
                _ if let Some(vote) = correction.vote => format!("原记录为“{}”", wording::choice(vote.from)),
                Some(words) if words.chars().count() <= QUOTED => format!("原记录为“{words}”"),
                Some(_) => "原记录全文见该条。".to_owned(),
                None if before_opening => "原记录为会前登记，见首部。".to_owned(),
                None => "原记录见该条。".to_owned(),
            };
            let lead = format!("更正{}（第 {} 条）：", wording::han(number), correction.entry);
            self.lead_in(&lead, vec![original]);
            self.write("更正为：", to, correction.stamp);
            let at = wording::date_clock(correction.stamp.at);
            self.say("理由：", format!("{}（更正人{}，{at}）", reason.join(""), correction.by));
        }
    }
}
