//! The committee and its roster (常委名册).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rules::ArticleCorrection;
use crate::{Because, Count, Date, ItemDraft, MemberId, Moment, Named, Refusal, RuleId, Text, refusal::required};

/// What a member is to the committee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// 书记: the committee's head; states their position last.
    Secretary,
    /// 副书记.
    DeputySecretary,
    /// 委员（常委）.
    Member,
}

/// Somebody with a seat, a rank and a vote. Rank is the place in the roster: kept by the user, never worked out (R-PX-01).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// Stays the same through renames and moves.
    pub id: MemberId,
    /// Without padding; lists pad two-character names when they print (R-XM-02).
    pub name: String,
    /// What they are to the committee.
    pub role: Role,
    /// Their offices, e.g. 市委常委、组织部部长.
    pub posts: String,
    /// First day in office, where it is kept.
    pub since: Option<Date>,
}

impl Member {
    /// Id and name, for facts.
    pub fn named(&self) -> Named {
        Named { id: self.id, name: self.name.clone() }
    }
}

/// Where a member sits, on a plan of [`ROWS`] by [`COLUMNS`] places seen with the head of the table above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeatPlace {
    /// Who.
    pub member: MemberId,
    /// From the head of the table down, from 0.
    pub row: u32,
    /// From left to right, from 0.
    pub column: u32,
}

/// The longest table: twenty-five members along two sides, with places to spare.
pub const ROWS: u32 = 20;
/// The widest: what can still be read beside the words being typed.
pub const COLUMNS: u32 = 5;

/// 议程模板: an agenda kept under a name, to begin another from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgendaTemplate {
    /// Each once.
    pub name: String,
    /// In order.
    pub items: Vec<ItemDraft>,
}

/// The committee: a fold of [`CommitteeEvent`]s.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Committee {
    /// Full name, e.g. 中共云岭市委常委会; empty until established.
    pub name: String,
    /// 届次, e.g. 第五届.
    pub term: String,
    /// Members in office, in order of rank.
    pub members: Vec<Member>,
    /// Members who left, with the day; their ids are never given again.
    pub former: Vec<(Member, Date)>,
    /// 座次 as arranged; whoever has no place here, or everybody where it is empty, sits by rank.
    pub places: Vec<SeatPlace>,
    /// What was put right about the articles of rules, in order; see
    /// [`Rule::article_as_corrected`](crate::Rule::article_as_corrected).
    pub articles: Vec<ArticleCorrection>,
    /// 快捷用语: what is often said, to be set into a statement with one key.
    pub phrases: Vec<String>,
    /// 议程模板, as they were first kept.
    pub templates: Vec<AgendaTemplate>,
}

impl Default for Committee {
    /// Nobody yet; with phrases that every committee uses, in the language of the record.
    fn default() -> Self {
        let phrases = ["同意。", "同意，请……抓好落实。", "没有不同意见。"];
        Self {
            name: String::new(),
            term: String::new(),
            members: Vec::new(),
            former: Vec::new(),
            places: Vec::new(),
            articles: Vec::new(),
            templates: Vec::new(),
            phrases: phrases.map(str::to_owned).to_vec(),
        }
    }
}

/// What can be done to the committee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum CommitteeCommand {
    /// Names the committee, or renames it: old meetings keep the name they were called under.
    Establish {
        /// Full name.
        name: String,
        /// 届次.
        term: String,
    },
    /// Seats a member at the end of the order of rank.
    SeatMember {
        /// Without padding.
        name: String,
        /// One Secretary at the most.
        role: Role,
        /// Offices.
        posts: String,
        /// First day in office.
        #[serde(default)]
        since: Option<Date>,
    },
    /// Puts a member's data right; meetings already called keep theirs.
    ReviseMember {
        /// Whom.
        member: MemberId,
        /// Without padding.
        name: String,
        /// One Secretary at the most.
        role: Role,
        /// Offices.
        posts: String,
        /// First day in office.
        #[serde(default)]
        since: Option<Date>,
    },
    /// A member leaves office.
    UnseatMember {
        /// Whom.
        member: MemberId,
        /// Last day in office.
        on: Date,
    },
    /// Sets the order of rank: every member in office exactly once.
    RankMembers {
        /// From first to last.
        order: Vec<MemberId>,
    },
    /// Keeps these phrases, in this order, in the place of those before.
    KeepPhrases {
        /// None empty.
        phrases: Vec<String>,
    },
    /// 座次: who sits where. Members left out sit by rank; an empty list puts everybody back to that.
    ArrangeSeats {
        /// No two on one place.
        places: Vec<SeatPlace>,
    },
    /// Puts right what a rule's article says; its grade stays. Of source, clause and quote at least one is given; an empty
    /// one leaves that part as it is.
    CorrectRule {
        /// Which.
        rule: RuleId,
        /// Regulation or sample as it should read.
        #[serde(default)]
        source: String,
        /// Article as it should read.
        #[serde(default)]
        clause: String,
        /// Words as they should read.
        #[serde(default)]
        quote: String,
        /// Why, e.g. where the text was looked up.
        reason: String,
        /// Who answers for it.
        by: String,
    },
    /// Keeps an agenda under a name; one of this name takes its place.
    KeepTemplate {
        /// What it is called, and what is in it.
        template: AgendaTemplate,
    },
    /// Forgets an agenda template; nothing happens where there is none.
    DropTemplate {
        /// Which.
        name: String,
    },
    /// Several of them, one after another: all of them happen, or none.
    Several {
        /// Each is judged after those before it.
        acts: Vec<CommitteeCommand>,
    },
}

/// What happened to the committee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CommitteeEvent {
    /// The committee has this name and term from now on.
    Established {
        /// Full name.
        name: String,
        /// 届次.
        term: String,
    },
    /// A member took their seat, last in rank.
    MemberSeated {
        /// Who.
        member: Member,
    },
    /// A member's data was put right.
    MemberRevised {
        /// As it stands now.
        member: Member,
    },
    /// A member left office.
    MemberUnseated {
        /// Who.
        member: MemberId,
        /// Last day in office.
        on: Date,
    },
    /// The order of rank.
    MembersRanked {
        /// From first to last.
        order: Vec<MemberId>,
    },
    /// The phrases from now on.
    PhrasesKept {
        /// In order.
        phrases: Vec<String>,
    },
    /// 座次 was arranged.
    SeatsArranged {
        /// All of it.
        places: Vec<SeatPlace>,
    },
    /// A rule's article was put right.
    RuleCorrected {
        /// As it reads now, why and by whom.
        correction: ArticleCorrection,
    },
    /// An agenda template was kept, or kept anew.
    TemplateKept {
        /// As it stands now.
        template: AgendaTemplate,
    },
    /// An agenda template was forgotten.
    TemplateDropped {
        /// Which.
        name: String,
    },
}

impl Committee {
    /// Whether it has been named.
    pub fn is_established(&self) -> bool {
        !self.name.is_empty()
    }

    /// The member in office with this id.
    pub fn member(&self, id: MemberId) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    fn next_id(&self) -> MemberId {
        let taken = self.members.iter().map(|member| member.id).chain(self.former.iter().map(|(member, _)| member.id));
        MemberId(taken.max().map_or(1, |last| last.0 + 1))
    }

    fn require(&self, id: MemberId) -> Result<&Member, Refusal> {
        self.member(id).ok_or_else(|| RuleId::Hy25.refuse(Because::NoSuchMember { member: id }))
    }

    /// Everybody has one place, and every place one member.
    fn arrangeable(&self, places: &[SeatPlace]) -> Result<(), Refusal> {
        for (at, place) in places.iter().enumerate() {
            let member = self.require(place.member)?.named();
            if place.row >= ROWS || place.column >= COLUMNS {
                let (rows, columns) = (Count(ROWS), Count(COLUMNS));
                return Err(RuleId::Px01.refuse(Because::PlaceOutside { member, rows, columns }));
            }
            let clash = |other: &&SeatPlace| {
                other.member == place.member || (other.row, other.column) == (place.row, place.column)
            };
            if let Some(other) = places.iter().take(at).find(clash) {
                let by = self.require(other.member)?.named();
                return Err(RuleId::Px01.refuse(Because::PlaceTaken { member, by }));
            }
        }
        Ok(())
    }

    /// Two Secretaries would leave nobody to speak last (R-HY-07).
    fn single_secretary(&self, role: Role, besides: Option<MemberId>) -> Result<(), Refusal> {
        let seated = self.members.iter().find(|member| member.role == Role::Secretary && Some(member.id) != besides);
        match seated {
            Some(secretary) if role == Role::Secretary => {
                Err(RuleId::Hy07.refuse(Because::SecretaryAlreadySeated { secretary: secretary.named() }))
            }
            _ => Ok(()),
        }
    }

    /// Judges a command. Refusals: R-HY-25 (no such member, roster incomplete), R-HY-07 (a second Secretary), R-JL2-01 (an
    /// empty name or phrase; a correction that says nothing, or without reason or person), R-PX-01 (an incomplete ranking, two
    /// on one place, a place off the plan), R-HY-16 (a template without items).
    pub fn decide(&self, command: &CommitteeCommand, at: Moment) -> Result<Vec<CommitteeEvent>, Refusal> {
        let event = match command {
            CommitteeCommand::Establish { name, term } => {
                required(Text::CommitteeName, name)?;
                CommitteeEvent::Established { name: name.clone(), term: term.clone() }
            }
            CommitteeCommand::Several { acts } => return self.decide_several(acts, at),
            _ if !self.is_established() => return Err(RuleId::Hy25.refuse(Because::NoCommittee {})),
            CommitteeCommand::SeatMember { name, role, posts, since } => {
                required(Text::Name, name)?;
                self.single_secretary(*role, None)?;
                let id = self.next_id();
                let member = Member { id, name: name.clone(), role: *role, posts: posts.clone(), since: *since };
                CommitteeEvent::MemberSeated { member }
            }
            CommitteeCommand::ReviseMember { member, name, role, posts, since } => {
                self.require(*member)?;
                required(Text::Name, name)?;
                self.single_secretary(*role, Some(*member))?;
                let revised =
                    Member { id: *member, name: name.clone(), role: *role, posts: posts.clone(), since: *since };
                CommitteeEvent::MemberRevised { member: revised }
            }
            CommitteeCommand::UnseatMember { member, on } => {
                self.require(*member)?;
                if *on > at.date() {
                    return Err(RuleId::Hy25.refuse(Because::DayInFuture { on: *on }));
                }
                CommitteeEvent::MemberUnseated { member: *member, on: *on }
            }
            CommitteeCommand::RankMembers { order } => {
                if let Some(stranger) = order.iter().find(|id| self.member(**id).is_none()) {
                    return Err(RuleId::Hy25.refuse(Because::NoSuchMember { member: *stranger }));
                }
                let missing: Vec<Named> =
                    self.members.iter().filter(|m| !order.contains(&m.id)).map(Member::named).collect();
                if !missing.is_empty() || order.len() != self.members.len() {
                    return Err(RuleId::Px01.refuse(Because::RankingIncomplete { missing }));
                }
                CommitteeEvent::MembersRanked { order: order.clone() }
            }
            CommitteeCommand::KeepPhrases { phrases } => {
                phrases.iter().try_for_each(|phrase| required(Text::Words, phrase))?;
                CommitteeEvent::PhrasesKept { phrases: phrases.clone() }
            }
            CommitteeCommand::ArrangeSeats { places } => {
                self.arrangeable(places)?;
                CommitteeEvent::SeatsArranged { places: places.clone() }
            }
            CommitteeCommand::CorrectRule { rule, source, clause, quote, reason, by } => {
                required(Text::Article, &[source.as_str(), clause, quote].concat())?;
                required(Text::Reason, reason)?;
                required(Text::Responsible, by)?;
                let correction = ArticleCorrection {
                    rule: *rule,
                    source: source.clone(),
                    clause: clause.clone(),
                    quote: quote.clone(),
                    reason: reason.clone(),
                    by: by.clone(),
                };
                CommitteeEvent::RuleCorrected { correction }
            }
            CommitteeCommand::KeepTemplate { template } => {
                required(Text::TemplateName, &template.name)?;
                if template.items.is_empty() {
                    return Err(RuleId::Hy16.refuse(Because::EmptyAgenda {}));
                }
                CommitteeEvent::TemplateKept { template: template.clone() }
            }
            CommitteeCommand::DropTemplate { name } if self.template(name).is_none() => return Ok(Vec::new()),
            CommitteeCommand::DropTemplate { name } => CommitteeEvent::TemplateDropped { name: name.clone() },
        };
        Ok(vec![event])
    }

    /// One after another, each judged after those before it.
    fn decide_several(&self, acts: &[CommitteeCommand], at: Moment) -> Result<Vec<CommitteeEvent>, Refusal> {
        let mut committee = self.clone();
        let mut events = Vec::new();
        for act in acts {
            let judged = committee.decide(act, at)?;
            committee = judged.iter().fold(committee, Self::evolve);
            events.extend(judged);
        }
        Ok(events)
    }

    fn template(&self, name: &str) -> Option<&AgendaTemplate> {
        self.templates.iter().find(|template| template.name == name)
    }

    /// Folds one event in.
    #[must_use]
    pub fn evolve(mut self, event: &CommitteeEvent) -> Self {
        match event {
            CommitteeEvent::Established { name, term } => {
                self.name.clone_from(name);
                self.term.clone_from(term);
            }
            CommitteeEvent::MemberSeated { member } => self.members.push(member.clone()),
            CommitteeEvent::MemberRevised { member } => {
                if let Some(seat) = self.members.iter_mut().find(|seat| seat.id == member.id) {
                    seat.clone_from(member);
                }
            }
            CommitteeEvent::MemberUnseated { member, on } => {
                self.places.retain(|place| place.member != *member);
                if let Some(place) = self.members.iter().position(|seat| seat.id == *member) {
                    let left = self.members.remove(place);
                    self.former.push((left, *on));
                }
            }
            CommitteeEvent::MembersRanked { order } => {
                let place = |member: &Member| order.iter().position(|id| *id == member.id).unwrap_or(usize::MAX);
                self.members.sort_by_key(place);
            }
            CommitteeEvent::PhrasesKept { phrases } => self.phrases.clone_from(phrases),
            CommitteeEvent::SeatsArranged { places } => self.places.clone_from(places),
            CommitteeEvent::RuleCorrected { correction } => self.articles.push(correction.clone()),
            CommitteeEvent::TemplateKept { template } => {
                match self.templates.iter_mut().find(|kept| kept.name == template.name) {
                    Some(kept) => kept.clone_from(template),
                    None => self.templates.push(template.clone()),
                }
            }
            CommitteeEvent::TemplateDropped { name } => self.templates.retain(|template| template.name != *name),
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> Moment {
        Moment(chrono::DateTime::parse_from_rfc3339("2026-03-05T09:00:00+08:00").expect("a time"))
    }

    fn established() -> Committee {
        let event = CommitteeEvent::Established { name: "某委常委会".into(), term: "第一届".into() };
        Committee::default().evolve(&event)
    }

    fn correct(clause: &str, reason: &str, by: &str) -> CommitteeCommand {
        CommitteeCommand::CorrectRule {
            rule: RuleId::Hy07,
            source: String::new(),
            clause: clause.into(),
            quote: String::new(),
            reason: reason.into(),
            by: by.into(),
        }
    }

    #[test]
    fn a_correction_of_an_article_is_kept_and_shows_in_it() {
        let mut committee = established();
        for clause in ["第三十六条", "第三十七条"] {
            for event in committee.decide(&correct(clause, "对照原文", "李四"), at()).expect("accepted") {
                committee = committee.evolve(&event);
            }
        }
        assert_eq!(committee.articles.len(), 2, "the first correction stays on record");
        assert_eq!(RuleId::Hy07.rule().article_as_corrected(&committee.articles).clause, "第三十七条");
    }

    #[test]
    fn phrases_take_the_place_of_those_before_and_none_is_empty() {
        let keep = |phrases: &[&str]| CommitteeCommand::KeepPhrases {
            phrases: phrases.iter().map(|phrase| (*phrase).to_owned()).collect(),
        };
        let committee = established();
        assert!(!committee.phrases.is_empty(), "there are some from the start");
        let refusal = committee.decide(&keep(&["同意。", " "]), at()).expect_err("refused");
        assert_eq!(refusal.facts, Because::Empty { text: Text::Words });
        for phrases in [&["原则同意，请……修改后印发。"] as &[_], &[]] {
            let events = committee.decide(&keep(phrases), at()).expect("accepted");
            let kept = events.iter().fold(committee.clone(), Committee::evolve);
            assert_eq!(kept.phrases, phrases);
        }
    }

    #[test]
    fn a_correction_without_words_reason_or_person_is_refused() {
        for (command, text) in [
            (correct(" ", "对照原文", "李四"), Text::Article),
            (correct("第三十七条", "", "李四"), Text::Reason),
            (correct("第三十七条", "对照原文", " "), Text::Responsible),
        ] {
            let refusal = established().decide(&command, at()).expect_err("refused");
            assert_eq!((refusal.rule, refusal.facts), (RuleId::Jl201, Because::Empty { text }));
        }
    }

    fn seat(name: &str, role: Role) -> CommitteeCommand {
        CommitteeCommand::SeatMember { name: name.into(), role, posts: String::new(), since: None }
    }

    fn seated(count: u32) -> Committee {
        (1..=count).fold(established(), |committee, n| {
            let role = if n == 1 { Role::Secretary } else { Role::Member };
            let command =
                CommitteeCommand::SeatMember { name: format!("成员{n}"), role, posts: String::new(), since: None };
            done(committee, &command)
        })
    }

    fn done(committee: Committee, command: &CommitteeCommand) -> Committee {
        let events = committee.decide(command, at()).expect("accepted");
        events.iter().fold(committee, Committee::evolve)
    }

    fn place(member: u32, row: u32, column: u32) -> SeatPlace {
        SeatPlace { member: MemberId(member), row, column }
    }

    fn arrange(places: &[SeatPlace]) -> CommitteeCommand {
        CommitteeCommand::ArrangeSeats { places: places.to_vec() }
    }

    #[test]
    fn seats_are_kept_as_arranged_until_an_empty_list_puts_them_back() {
        let places = [place(1, 0, 2), place(2, 1, 4), place(3, ROWS - 1, COLUMNS - 1)];
        let committee = done(seated(3), &arrange(&places));
        assert_eq!(committee.places, places);
        assert_eq!(done(committee, &arrange(&[])).places, []);
    }

    #[test]
    fn whoever_leaves_office_leaves_their_seat() {
        let committee = done(seated(3), &arrange(&[place(2, 1, 0), place(3, 1, 2)]));
        let left = done(committee, &CommitteeCommand::UnseatMember { member: MemberId(2), on: at().date() });
        assert_eq!(left.places, [place(3, 1, 2)]);
    }

    #[test]
    fn px01_refuses_two_on_one_place_one_on_two_and_a_place_off_the_plan() {
        let committee = seated(2);
        let refused = |places: &[SeatPlace]| committee.decide(&arrange(places), at()).expect_err("refused");
        let named = |n: u32| Named { id: MemberId(n), name: format!("成员{n}") };
        let taken = refused(&[place(1, 0, 1), place(2, 0, 1)]);
        assert_eq!(taken.rule, RuleId::Px01);
        assert_eq!(taken.facts, Because::PlaceTaken { member: named(2), by: named(1) });
        let twice = refused(&[place(1, 0, 1), place(1, 0, 2)]);
        assert_eq!(twice.facts, Because::PlaceTaken { member: named(1), by: named(1) });
        for outside in [place(1, ROWS, 0), place(1, 0, COLUMNS)] {
            let off = Because::PlaceOutside { member: named(1), rows: Count(ROWS), columns: Count(COLUMNS) };
            assert_eq!(refused(&[outside]).facts, off);
        }
    }

    #[test]
    fn hy25_refuses_a_seat_for_somebody_who_is_no_member() {
        let stranger = Because::NoSuchMember { member: MemberId(9) };
        let refusal = seated(2).decide(&arrange(&[place(9, 0, 0)]), at()).expect_err("refused");
        assert_eq!((refusal.rule, refusal.facts), (RuleId::Hy25, stranger));
    }

    #[test]
    fn several_acts_are_judged_one_after_another() {
        let two = [seat("甲一", Role::Secretary), seat("乙二", Role::Member)];
        let committee = done(established(), &CommitteeCommand::Several { acts: two.to_vec() });
        // The office changes hands: only in this order.
        let revise = |id, name: &str, role| CommitteeCommand::ReviseMember {
            member: MemberId(id),
            name: name.into(),
            role,
            posts: String::new(),
            since: None,
        };
        let swap = [revise(1, "甲一", Role::Member), revise(2, "乙二", Role::Secretary)];
        let order = CommitteeCommand::RankMembers { order: vec![MemberId(2), MemberId(1)] };
        let acts: Vec<CommitteeCommand> = swap.iter().cloned().chain([order]).collect();
        let swapped = done(committee.clone(), &CommitteeCommand::Several { acts });
        assert_eq!(swapped.members.iter().map(|member| member.name.as_str()).collect::<Vec<_>>(), ["乙二", "甲一"]);
        let acts = swap.into_iter().rev().collect();
        let refusal = committee.decide(&CommitteeCommand::Several { acts }, at()).expect_err("two Secretaries");
        assert_eq!(refusal.rule, RuleId::Hy07);
    }

    #[test]
    fn of_several_acts_all_happen_or_none() {
        let acts = vec![seat("甲一", Role::Secretary), seat(" ", Role::Member)];
        let refusal = established().decide(&CommitteeCommand::Several { acts }, at()).expect_err("refused");
        assert_eq!(refusal.rule, RuleId::Jl201);
    }

    #[test]
    fn a_template_is_kept_under_its_name_and_forgotten() {
        let item = |title: &str| ItemDraft {
            title: title.into(),
            matter: crate::MatterDraft::Ordinary {},
            observers: Vec::new(),
        };
        let keep = |name: &str, items: Vec<ItemDraft>| CommitteeCommand::KeepTemplate {
            template: AgendaTemplate { name: name.into(), items },
        };
        let refused = |command: &CommitteeCommand| established().decide(command, at()).expect_err("refused").facts;
        assert_eq!(refused(&keep(" ", vec![item("传达")])), Because::Empty { text: Text::TemplateName });
        assert_eq!(refused(&keep("例会", Vec::new())), Because::EmptyAgenda {});

        let mut committee = done(established(), &keep("例会", vec![item("传达")]));
        committee = done(committee, &keep("人事", vec![item("任免")]));
        committee = done(committee, &keep("例会", vec![item("传达"), item("研究")]));
        let names = |committee: &Committee| -> Vec<(String, usize)> {
            committee.templates.iter().map(|kept| (kept.name.clone(), kept.items.len())).collect()
        };
        assert_eq!(names(&committee), [("例会".to_owned(), 2), ("人事".to_owned(), 1)], "kept anew in its place");
        let drop = CommitteeCommand::DropTemplate { name: "例会".into() };
        committee = done(committee, &drop);
        assert_eq!(names(&committee), [("人事".to_owned(), 1)]);
        assert_eq!(committee.decide(&drop, at()), Ok(Vec::new()), "what is gone needs no forgetting");
    }
}
