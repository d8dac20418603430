//! Votes in the minutes: how they were opened, who voted how where names are taken, and what came of them.

use meeting::{
    Ballot, BallotEnd, BallotOpening, Choice, Count, EndedBallot, EntryNo, MajorityOf, NamedVote, Outcome, RuleId,
    Verdict, VoteMethod,
};

use super::scribe::{Scribe, Under};
use crate::ink::paragraphs;
use crate::sheet::name;
use crate::{cited, wording};

const CHOICES: [Choice; 4] = [Choice::Agree, Choice::Against, Choice::Abstain, Choice::Defer];

impl<'a> Scribe<'a> {
    fn opening(&mut self, method: VoteMethod, opening: &BallotOpening, under: Under<'a>) {
        let quorum = self.quorum(under, opening.quorum, opening.stamp.entry);
        let mut words = format!("{}。{quorum}。", wording::method(method));
        let counters = [("监票人", &opening.scrutineer), ("计票人", &opening.teller)];
        let counters: Vec<String> = counters
            .into_iter()
            .filter(|(_, name)| !name.trim().is_empty())
            .map(|(office, name)| format!("{office}{name}"))
            .collect();
        if !counters.is_empty() {
            words += &format!("{}。", counters.join("，"));
        }
        self.write("表决方式：", vec![words], opening.stamp);
    }

    /// A ballot as far as it has come.
    pub(super) fn open_ballot(&mut self, opening: &BallotOpening, ballot: &Ballot, under: Under<'a>) {
        match ballot {
            Ballot::ByName { method, votes } => {
                self.opening(wording::method_of(*method), opening, under);
                self.votes(votes, CHOICES, "");
            }
            Ballot::Secret {} => self.opening(VoteMethod::Secret, opening, under),
        }
    }

    /// A ballot that settled nothing, with the votes cast so far.
    pub(super) fn ended(&mut self, ended: &EndedBallot, under: Under<'a>) {
        self.open_ballot(&ended.opening, &ended.ballot, under);
        match ended.end {
            BallotEnd::Void { issued, returned } => {
                let article = self.meeting.article(RuleId::Pj05);
                let words = format!(
                    "发出 {issued} 张，收回 {returned} 张，收回多于发出，本次投票作废，重新投票。依据：{}",
                    cited::basis(&article)
                );
                self.write("作废重投：", vec![words], ended.stamp);
            }
            // The line that says why has the entry.
            BallotEnd::Postponed {} => match &ended.ballot {
                Ballot::ByName { votes, .. } => {
                    let words = format!("表决未结束即暂缓，已登记 {} 人的表决如上，不计结果。", votes.len());
                    self.say("表决中止：", words);
                }
                Ballot::Secret {} => self.say("表决中止：", "投票尚未计票即暂缓，不计结果。"),
            },
        }
    }

    /// Every member's vote, in order of rank. `on` is what was voted on, where it is not the matter itself.
    pub(super) fn votes(&mut self, votes: &[NamedVote], choices: [Choice; 4], on: &str) {
        for choice in choices {
            let of = |member| votes.iter().find(|vote| vote.member == member && vote.choice == choice);
            let cast: Vec<&NamedVote> = self.meeting.seats.iter().filter_map(|seat| of(seat.member.id)).collect();
            if cast.is_empty() && !self.meeting.call.rulebook.offers(choice) {
                continue;
            }
            let mut names = Vec::new();
            for vote in &cast {
                let who = name(self.meeting, vote.member);
                self.originals.insert(vote.stamp.entry, format!("{who}：{}{on}", wording::choice(choice)));
                names.push(who + &self.marks.at(vote.stamp.entry));
            }
            let names = if names.is_empty() { wording::or_none("") } else { names.join("、") };
            let on = if choice == Choice::Agree || choice == Choice::Against { on } else { "" };
            self.say(&format!("{}{on} {} 人：", wording::choice(choice), cast.len()), format!("{names}。"));
        }
    }

    /// How the vote was taken and who voted how; nothing where there was none.
    pub(super) fn vote(&mut self, verdict: &Verdict, under: Under<'a>) {
        match verdict {
            Verdict::ByName { opening, method, votes, .. } => {
                self.opening(wording::method_of(*method), opening, under);
                self.votes(votes, CHOICES, "");
            }
            Verdict::Secret { opening, .. } => self.opening(VoteMethod::Secret, opening, under),
            Verdict::SetAside { .. } => {}
        }
    }

    /// What came of it.
    pub(super) fn verdict(&mut self, verdict: &Verdict, under: Under<'a>) {
        let rulebook = &self.meeting.call.rulebook;
        let (stamp, papers, tally, base, spoilt, outcome) = match verdict {
            Verdict::ByName { stamp, tally, base, outcome, .. } => {
                (*stamp, String::new(), *tally, *base, Count(0), *outcome)
            }
            Verdict::Secret { stamp, count, tally, base, outcome, .. } => {
                let papers = format!(
                    "发出 {} 张，收回 {} 张，有效 {} 张，废票 {} 张；",
                    count.issued,
                    count.returned,
                    count.valid(),
                    count.spoilt
                );
                (*stamp, papers, *tally, *base, count.spoilt_field, *outcome)
            }
            Verdict::SetAside { stamp, outcome, reason } => {
                self.write(&format!("{}：", wording::outcome(*outcome)), paragraphs(reason), *stamp);
                return;
            }
        };
        let spoilt = if spoilt.0 > 0 { format!("，该栏废 {spoilt} 票") } else { String::new() };
        let totals = wording::totals(tally, rulebook);
        let majority = self.majority(tally.agree, base, under, stamp.entry);
        let words = format!("{papers}{totals}{spoilt}。{majority}，{}。", wording::outcome(outcome));
        self.write("表决结果：", vec![words], stamp);
        if outcome == Outcome::Void {
            let article = self.meeting.article(RuleId::Hy03);
            let rule = cited::rule(RuleId::Hy03, &article);
            self.say("无效依据：", format!("{rule}。{}", cited::basis(&article)));
        }
    }

    /// 应到 12 人，过半数须 7 票，同意占应到会成员 91.7%.
    pub(super) fn majority(&self, agree: Count, base: Count, under: Under<'a>, entry: EntryNo) -> String {
        let (least, part) = (wording::majority(base), wording::percent(agree, base));
        match self.meeting.call.rulebook.majority_of {
            MajorityOf::Entitled => {
                let recused = self.recused(under, entry);
                format!("应到 {base} 人{recused}，过半数须 {least} 票，同意占应到会成员 {part}")
            }
            MajorityOf::Voting => format!("参加表决 {base} 人，过半数须 {least} 票，同意占参加表决人数 {part}"),
        }
    }
}
