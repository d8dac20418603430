// Generated from the Rust types by `cargo xtask codegen`; `cargo xtask check` fails when they differ.

/**
 * 确认: somebody took note of a warning, on record.
 */
export type Acknowledgement = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * Which rule, on which facts.
 */
warning: Warning, 
/**
 * By whom.
 */
by: MemberId, 
/**
 * Why the meeting went on.
 */
reason: string, 
/**
 * The entry that changed the facts, after which it holds no longer.
 */
lapsed: EntryNo | null, };

/**
 * An agenda item with its number.
 */
export type AgendaItem = { 
/**
 * Place on the agenda.
 */
id: ItemId, 
/**
 * As it prints.
 */
title: string, 
/**
 * What is decided.
 */
matter: Matter, 
/**
 * 列席.
 */
observers: Array<Observer>, 
/**
 * 临时动议: entered after the notice went out (R-HY-17).
 */
unscheduled: boolean, };

/**
 * 议程模板: an agenda kept under a name, to begin another from.
 */
export type AgendaTemplate = { 
/**
 * Each once.
 */
name: string, 
/**
 * In order.
 */
items: Array<ItemDraft>, };

/**
 * What came of a line.
 */
export type Answer = { "accepted": Receipt } | { "refused": Refusal } | { "stale": { 
/**
 * The head now.
 */
head: DiskView, } } | { "fault": Fault } | { "answer": Reply };

/**
 * What a rule rests on.
 */
export type Article = { 
/**
 * The rule's title in Chinese.
 */
title: string, 
/**
 * The rule's title in English.
 */
titleEn: string, 
/**
 * Regulation or sample.
 */
source: string, 
/**
 * Article within it; may be empty.
 */
clause: string, 
/**
 * How well it is evidenced.
 */
grade: Grade, 
/**
 * Its words; may be empty.
 */
quote: string, 
/**
 * Whether the committee put source, article or words right; the grade stays that of the built-in text.
 */
corrected: boolean, };

/**
 * What the committee put right about a rule's article. An empty text leaves that part as it is. There is no grade here: a
 * correction answers for itself, by its reason and its person.
 */
export type ArticleCorrection = { 
/**
 * Which rule's.
 */
rule: RuleId, 
/**
 * Regulation or sample as it should read.
 */
source: string, 
/**
 * Article as it should read.
 */
clause: string, 
/**
 * Words as they should read.
 */
quote: string, 
/**
 * Why, e.g. where the text was looked up.
 */
reason: string, 
/**
 * Who answers for it.
 */
by: string, };

/**
 * One line of the roll call.
 */
export type Attendance = { "status": "present", } | { "status": "onLeave", 
/**
 * 事由.
 */
reason: string, } | { "status": "absent", 
/**
 * 事由, where one is known.
 */
reason: string, };

/**
 * 到会.
 */
export type AttendanceView = { 
/**
 * 应到.
 */
entitled: Count, 
/**
 * 实到.
 */
present: Count, 
/**
 * Not marked yet.
 */
unmarked: Count, 
/**
 * The least for ordinary items.
 */
ordinaryRequired: Count, 
/**
 * Reached.
 */
ordinaryMet: boolean, 
/**
 * The least for appointments.
 */
appointmentRequired: Count, 
/**
 * Reached.
 */
appointmentMet: boolean, };

/**
 * Somebody in the room: who speaks, and who writes.
 */
export type Attendant = { "member": MemberId } | { "observer": ObserverId } | "recorder";

/**
 * 补录: why a meeting is entered afterwards, and who answers for it.
 */
export type BackFilling = { 
/**
 * Why.
 */
reason: string, 
/**
 * Who answers for it.
 */
by: string, };

/**
 * A vote that is open. The secret one has no place for a name.
 */
export type Ballot = { "type": "byName", 
/**
 * Which.
 */
method: OpenMethod, 
/**
 * As cast so far, in order.
 */
votes: Array<NamedVote>, } | { "type": "secret", };

/**
 * Why a ballot settled nothing.
 */
export type BallotEnd = { "type": "void", 
/**
 * 发出.
 */
issued: Count, 
/**
 * 收回.
 */
returned: Count, } | { "type": "postponed", };

/**
 * Who watches and who counts, and when the vote was opened with how many present.
 */
export type BallotOpening = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * 监票人; may be empty where hands or voices are counted.
 */
scrutineer: string, 
/**
 * 计票人.
 */
teller: string, 
/**
 * Those present then.
 */
quorum: Quorum, };

/**
 * The open vote.
 */
export type BallotView = { 
/**
 * How.
 */
method: VoteMethod, 
/**
 * Who watches and counts.
 */
opening: BallotOpening, 
/**
 * Votes so far; `null` for a secret ballot, which has none to show.
 */
tally: Tally | null, };

/**
 * The facts of a refusal.
 */
export type Because = { "type": "noCommittee", } | { "type": "noSecretary", } | { "type": "secretaryAlreadySeated", 
/**
 * Who.
 */
secretary: Named, } | { "type": "rankingIncomplete", 
/**
 * Who is left out.
 */
missing: Array<Named>, } | { "type": "placeTaken", 
/**
 * Who was to sit there.
 */
member: Named, 
/**
 * Who does.
 */
by: Named, } | { "type": "placeOutside", 
/**
 * Whose.
 */
member: Named, 
/**
 * How long the plan is.
 */
rows: Count, 
/**
 * How wide.
 */
columns: Count, } | { "type": "dayInFuture", 
/**
 * Which.
 */
on: Date, } | { "type": "numberTaken", 
/**
 * The number.
 */
number: MeetingNumber, 
/**
 * The other meeting.
 */
meeting: MeetingId, } | { "type": "emptyAgenda", } | { "type": "noNominees", 
/**
 * Which item.
 */
item: ItemId, } | { "type": "empty", 
/**
 * Which.
 */
text: Text, } | { "type": "noSuchMember", 
/**
 * Who.
 */
member: MemberId, } | { "type": "noSuchItem", 
/**
 * Which.
 */
item: ItemId, } | { "type": "noSuchNominee", 
/**
 * Which.
 */
nominee: NomineeId, } | { "type": "noSuchObserver", } | { "type": "noSuchMeeting", 
/**
 * Which.
 */
meeting: MeetingId, } | { "type": "noSuchEntry", 
/**
 * Which.
 */
entry: EntryNo, } | { "type": "wrongPhase", 
/**
 * Where it is.
 */
phase: PhaseName, } | { "type": "sealed", } | { "type": "rollCallIncomplete", 
/**
 * Who.
 */
missing: Array<Named>, } | { "type": "belowQuorum", 
/**
 * 实到.
 */
present: Count, 
/**
 * 应到.
 */
entitled: Count, 
/**
 * The least that would do.
 */
required: Count, 
/**
 * How many are missing.
 */
missing: Count, } | { "type": "chairNotPresent", 
/**
 * Who.
 */
chair: Named, } | { "type": "notPresent", 
/**
 * Who.
 */
member: Named, } | { "type": "onLeave", 
/**
 * Who.
 */
member: Named, 
/**
 * Why.
 */
reason: string, } | { "type": "absent", 
/**
 * Who.
 */
member: Named, } | { "type": "alreadyPresent", 
/**
 * Who.
 */
member: Named, } | { "type": "timeOutOfOrder", 
/**
 * The time given.
 */
time: Moment, 
/**
 * Not before.
 */
earliest: Moment, 
/**
 * Not after.
 */
latest: Moment, } | { "type": "floorTaken", 
/**
 * The item.
 */
item: ItemId, 
/**
 * The nominee, if one is.
 */
nominee: NomineeId | null, } | { "type": "floorEmpty", } | { "type": "itemEnded", 
/**
 * Which.
 */
item: ItemId, } | { "type": "alreadySettled", 
/**
 * What became of it.
 */
outcome: Outcome, } | { "type": "notIntroduced", } | { "type": "alreadyIntroduced", } | { "type": "observerHasNoVote", } | { "type": "othersMustSpeakFirst", 
/**
 * Who speaks last.
 */
last: Named, 
/**
 * Who has not spoken.
 */
missing: Array<Named>, } | { "type": "lastSpeakerHasSpoken", 
/**
 * Who.
 */
last: Named, } | { "type": "alreadyStated", 
/**
 * Who.
 */
member: Named, } | { "type": "notYetStated", 
/**
 * Who.
 */
missing: Array<Named>, } | { "type": "noVote", } | { "type": "voteOpen", } | { "type": "ballotIsSecret", } | { "type": "voteIsByName", } | { "type": "alreadyVoted", 
/**
 * Who.
 */
member: Named, } | { "type": "notYetVoted", 
/**
 * Who.
 */
missing: Array<Named>, } | { "type": "interestedInCount", 
/**
 * Who.
 */
name: string, } | { "type": "moreThanPresent", 
/**
 * Counted.
 */
counted: Count, 
/**
 * 实到.
 */
present: Count, } | { "type": "issuedDiffers", 
/**
 * 发出.
 */
issued: Count, 
/**
 * 实到.
 */
present: Count, } | { "type": "ballotVoid", 
/**
 * 收回.
 */
returned: Count, 
/**
 * 发出.
 */
issued: Count, } | { "type": "sumsDiffer", 
/**
 * Their sum.
 */
counted: Count, 
/**
 * 收回.
 */
returned: Count, } | { "type": "notSettled", } | { "type": "notAnnounced", } | { "type": "nomineesLeft", 
/**
 * Their names.
 */
names: Array<string>, } | { "type": "improperShare", 
/**
 * As asked.
 */
share: Share, } | { "type": "settingsMissing", } | { "type": "settingsNotOfPreset", 
/**
 * Which.
 */
preset: Preset, } | { "type": "noReconsideration", } | { "type": "nothingToReconsider", } | { "type": "reconsiderationNeeded", 
/**
 * The meeting that decided.
 */
number: MeetingNumber, } | { "type": "reconsiderationRefused", } | { "type": "noticeSent", } | { "type": "unscheduledMotion", 
/**
 * The nominee.
 */
name: string, } | { "type": "preparationIncomplete", 
/**
 * The nominee.
 */
name: string, 
/**
 * Which.
 */
steps: Array<PreparationStep>, } | { "type": "preparationClosed", 
/**
 * The nominee.
 */
name: string, } | { "type": "notAllPresent", 
/**
 * Who is away.
 */
absent: Array<Named>, } | { "type": "awaitsConfirmation", 
/**
 * Who is away.
 */
absent: Array<Named>, } | { "type": "notTheChair", 
/**
 * Who presides.
 */
chair: Named, } | { "type": "noSuchWarning", } | { "type": "alreadyAcknowledged", } | { "type": "notBackFilled", } | { "type": "recused", 
/**
 * Who.
 */
person: Attendant, } | { "type": "alreadyRecused", 
/**
 * Who.
 */
person: Attendant, } | { "type": "notRecused", 
/**
 * Who.
 */
person: Attendant, } | { "type": "recusalGoesOn", 
/**
 * The nominee.
 */
nominee: NomineeId, } | { "type": "stillOutside", 
/**
 * Who.
 */
members: Array<Named>, } | { "type": "notTheLastSpeaker", } | { "type": "speaksForThemselves", 
/**
 * Who.
 */
member: Named, } | { "type": "nothingToRestate", 
/**
 * Who.
 */
member: Named, } | { "type": "choiceNotOffered", 
/**
 * Which.
 */
choice: Choice, } | { "type": "countIncomplete", 
/**
 * Which.
 */
fields: Array<CountField>, } | { "type": "countUnreadable", 
/**
 * Which.
 */
fields: Array<CountField>, } | { "type": "countsDiffer", 
/**
 * Where.
 */
fields: Array<CountField>, } | { "type": "ballotStands", 
/**
 * 收回.
 */
returned: Count, 
/**
 * 发出.
 */
issued: Count, } | { "type": "decisionVoid", 
/**
 * 实到.
 */
present: Count, 
/**
 * The least that would have done.
 */
required: Count, };

/**
 * A form without a meeting's data.
 */
export type BlankForm = "signIn" | "ballot" | "countSheet" | "minutes";

/**
 * 册号: a book of minutes, by year (R-JL2-05).
 */
export type BookNo = { 
/**
 * Calendar year of its meetings.
 */
year: number, 
/**
 * From 1 within the year.
 */
volume: number, };

/**
 * The first event of a meeting: everything that must not change with the roster or the settings later.
 */
export type Called = { 
/**
 * The committee's name on that day.
 */
committee: string, 
/**
 * Its term.
 */
term: string, 
/**
 * 会议次号.
 */
number: MeetingNumber, 
/**
 * When it is to begin.
 */
scheduled: Moment, 
/**
 * Where.
 */
place: string, 
/**
 * Who presides.
 */
chair: MemberId, 
/**
 * Who takes the minutes.
 */
recorder: Recorder, 
/**
 * 应到: the members in office, in order of rank (R-HY-25).
 */
roster: Array<Member>, 
/**
 * Numbered.
 */
agenda: Array<AgendaItem>, 
/**
 * The settings.
 */
rulebook: Rulebook, 
/**
 * 补录, where the meeting was held on paper.
 */
backFilled?: BackFilling, 
/**
 * Articles as the committee corrected them by then.
 */
articles?: Array<ArticleCorrection>, };

/**
 * 任免类别.
 */
export type ChangeKind = "promotion" | "lateral" | "gradePromotion" | "transfer" | "exchange" | "removal" | "demotion";

/**
 * A vote cast by name.
 */
export type Choice = "agree" | "against" | "abstain" | "defer";

/**
 * A choice for a row.
 */
export type ChosenRow = { 
/**
 * Which, from 1.
 */
row: number, 
/**
 * What.
 */
choice: RowChoice, };

/**
 * How an item ended.
 */
export type Closing = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * 议定事项.
 */
decision: string, };

/**
 * What a column is.
 */
export type Column = "name" | "role" | "posts" | "since" | "rank" | "currentPost" | "proposedPost" | "postToLeave" | "change" | "sex" | "born" | "education" | "politics" | "recommendation" | "appraisal" | "inspection" | "remark";

/**
 * Something to do.
 */
export type Command = { "committee": CommitteeCommand } | { "call": MeetingCall } | { "meeting": { 
/**
 * Which.
 */
id: MeetingId, 
/**
 * What.
 */
act: MeetingCommand, } } | { "keepDraft": { 
/**
 * Names the field that it belongs to.
 */
key: string, 
/**
 * As typed.
 */
text: string, } } | { "dropDraft": { 
/**
 * Which.
 */
key: string, } } | { "makePapers": { 
/**
 * Which meeting.
 */
meeting: MeetingId, 
/**
 * Which papers, in this order.
 */
papers: Array<PaperKind>, 
/**
 * Files that are no papers, beside them.
 */
exports: Array<ExportKind>, 
/**
 * Where.
 */
to: Destination, 
/**
 * New numbers for all, even where the last one is still good.
 */
anew: boolean, 
/**
 * Sealed minutes begin a new book.
 */
newBook: boolean, } } | { "backUp": { 
/**
 * Where; must not exist.
 */
path: string, } };

/**
 * The committee: a fold of [`CommitteeEvent`]s.
 */
export type Committee = { 
/**
 * Full name, e.g. 中共云岭市委常委会; empty until established.
 */
name: string, 
/**
 * 届次, e.g. 第五届.
 */
term: string, 
/**
 * Members in office, in order of rank.
 */
members: Array<Member>, 
/**
 * Members who left, with the day; their ids are never given again.
 */
former: Array<[Member, Date]>, 
/**
 * 座次 as arranged; whoever has no place here, or everybody where it is empty, sits by rank.
 */
places: Array<SeatPlace>, 
/**
 * What was put right about the articles of rules, in order; see
 * [`Rule::article_as_corrected`](crate::Rule::article_as_corrected).
 */
articles: Array<ArticleCorrection>, 
/**
 * 快捷用语: what is often said, to be set into a statement with one key.
 */
phrases: Array<string>, 
/**
 * 议程模板, as they were first kept.
 */
templates: Array<AgendaTemplate>, };

/**
 * What can be done to the committee.
 */
export type CommitteeCommand = { "type": "establish", 
/**
 * Full name.
 */
name: string, 
/**
 * 届次.
 */
term: string, } | { "type": "seatMember", 
/**
 * Without padding.
 */
name: string, 
/**
 * One Secretary at the most.
 */
role: Role, 
/**
 * Offices.
 */
posts: string, 
/**
 * First day in office.
 */
since: Date | null, } | { "type": "reviseMember", 
/**
 * Whom.
 */
member: MemberId, 
/**
 * Without padding.
 */
name: string, 
/**
 * One Secretary at the most.
 */
role: Role, 
/**
 * Offices.
 */
posts: string, 
/**
 * First day in office.
 */
since: Date | null, } | { "type": "unseatMember", 
/**
 * Whom.
 */
member: MemberId, 
/**
 * Last day in office.
 */
on: Date, } | { "type": "rankMembers", 
/**
 * From first to last.
 */
order: Array<MemberId>, } | { "type": "keepPhrases", 
/**
 * None empty.
 */
phrases: Array<string>, } | { "type": "arrangeSeats", 
/**
 * No two on one place.
 */
places: Array<SeatPlace>, } | { "type": "correctRule", 
/**
 * Which.
 */
rule: RuleId, 
/**
 * Regulation or sample as it should read.
 */
source: string, 
/**
 * Article as it should read.
 */
clause: string, 
/**
 * Words as they should read.
 */
quote: string, 
/**
 * Why, e.g. where the text was looked up.
 */
reason: string, 
/**
 * Who answers for it.
 */
by: string, } | { "type": "keepTemplate", 
/**
 * What it is called, and what is in it.
 */
template: AgendaTemplate, } | { "type": "dropTemplate", 
/**
 * Which.
 */
name: string, } | { "type": "several", 
/**
 * Each is judged after those before it.
 */
acts: Array<CommitteeCommand>, };

/**
 * The roster.
 */
export type CommitteeView = { 
/**
 * The committee.
 */
committee: Committee, 
/**
 * 届次 of the committee and of its meetings, the present one first.
 */
terms: Array<TermView>, 
/**
 * What is on disk.
 */
disk: DiskView, };

/**
 * A correction.
 */
export type Correction = { 
/**
 * Its own entry.
 */
stamp: Stamp, 
/**
 * The entry that it corrects.
 */
entry: EntryNo, 
/**
 * How that should read.
 */
words: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who answers for it.
 */
by: string, 
/**
 * 改记 of a vote while it was open, which has no words; the totals are of what the vote reads now.
 */
vote?: VoteRevision, };

/**
 * A number of people or of ballot papers.
 */
export type Count = number;

/**
 * A field of a count.
 */
export type CountField = "issued" | "returned" | "spoilt" | "agree" | "against" | "abstain" | "defer" | "spoiltField";

/**
 * One reading of the tally sheet, field by field. There is no field for a person.
 */
export type CountSheet = { 
/**
 * 发出.
 */
issued: Reading, 
/**
 * 收回.
 */
returned: Reading, 
/**
 * 整票废.
 */
spoilt: Reading, 
/**
 * 同意.
 */
agree: Reading, 
/**
 * 不同意.
 */
against: Reading, 
/**
 * 弃权; asked for where the rulebook offers it.
 */
abstain: Reading, 
/**
 * 缓议; asked for where the rulebook offers it.
 */
defer: Reading, 
/**
 * 该栏废: valid papers on which the field of this nominee cannot be counted.
 */
spoiltField: Reading, };

/**
 * A calendar day, `2026-03-05` on the wire.
 */
export type Date = string;

/**
 * What was said on one matter.
 */
export type Deliberation = { 
/**
 * When it was taken up.
 */
takenUp: Stamp, 
/**
 * Those present then.
 */
quorum: Quorum, 
/**
 * 介绍, once it was given.
 */
introduction: Introduction | null, 
/**
 * 表态, in order.
 */
statements: Array<Statement>, 
/**
 * 插话, in order.
 */
remarks: Array<Remark>, 
/**
 * 书面意见, in order.
 */
opinions: Array<WrittenOpinion>, 
/**
 * Ballots that settled nothing, in order.
 */
ended: Array<EndedBallot>, };

/**
 * Where files go. A single file takes the place of the one that the user chose to overwrite; a folder is never mixed with another.
 */
export type Destination = { "file": string } | { "folder": string } | { "zip": string };

/**
 * What is safely on disk.
 */
export type DiskView = { 
/**
 * The last entry; 0 where nothing is recorded.
 */
entry: EntryNo, 
/**
 * When it was recorded.
 */
at: Moment | null, 
/**
 * Its fingerprint in groups of four, as it prints.
 */
fingerprint: string, };

/**
 * Doors that belong to no row: the refusal, or `null` where the door is open.
 */
export type Doors = { 
/**
 * 修改会议安排.
 */
amendCall: Refusal | null, 
/**
 * 取消会议.
 */
callOff: Refusal | null, 
/**
 * 发出会议通知.
 */
sendNotice: Refusal | null, 
/**
 * 增加议题.
 */
addItem: Refusal | null, 
/**
 * 补录时刻.
 */
noteTime: Refusal | null, 
/**
 * 点名.
 */
markAttendance: Refusal | null, 
/**
 * 开会.
 */
openMeeting: Refusal | null, 
/**
 * 介绍.
 */
introduce: Refusal | null, 
/**
 * 插话.
 */
remark: Refusal | null, 
/**
 * 暂缓表决.
 */
postponeVote: Refusal | null, 
/**
 * 缓议.
 */
deferMatter: Refusal | null, 
/**
 * 进入表决.
 */
openVote: Refusal | null, 
/**
 * 结束表决.
 */
closeVote: Refusal | null, 
/**
 * 登记计票.
 */
countBallots: Refusal | null, 
/**
 * 作废重投.
 */
voidBallot: Refusal | null, 
/**
 * 宣布结果.
 */
announce: Refusal | null, 
/**
 * 结束议题.
 */
closeItem: Refusal | null, 
/**
 * 搁置议题.
 */
leaveItem: Refusal | null, 
/**
 * 散会.
 */
adjourn: Refusal | null, 
/**
 * 定稿封存.
 */
seal: Refusal | null, };

/**
 * What was being typed.
 */
export type DraftView = { 
/**
 * The field that it belongs to.
 */
key: string, 
/**
 * As typed.
 */
text: string, 
/**
 * When it was kept.
 */
savedAt: Moment, };

/**
 * How things stand with a paper, made or not.
 */
export type Due = "owed" | "possible" | "later";

/**
 * A ballot that settled nothing.
 */
export type EndedBallot = { 
/**
 * When it ended.
 */
stamp: Stamp, 
/**
 * How it was opened.
 */
opening: BallotOpening, 
/**
 * As far as it had come.
 */
ballot: Ballot, 
/**
 * Why it ended.
 */
end: BallotEnd, };

/**
 * The number of a ledger entry; dense from 1.
 */
export type EntryNo = number;

/**
 * An entry of the ledger.
 */
export type EntryView = { 
/**
 * Its number.
 */
entry: EntryNo, 
/**
 * When it was recorded.
 */
at: Moment, 
/**
 * What happened.
 */
event: Event, 
/**
 * The first groups of its fingerprint.
 */
fingerprint: string, };

/**
 * What happened.
 */
export type Event = { "type": "meetingCalled", 
/**
 * With all that is frozen.
 */
call: Called, } | { "type": "callAmended", 
/**
 * As it stands now.
 */
call: Called, } | { "type": "noticeSent", } | { "type": "itemAdded", 
/**
 * Numbered.
 */
item: AgendaItem, } | { "type": "preparationMarked", 
/**
 * Whose.
 */
nominee: NomineeId, 
/**
 * Which steps, and how far.
 */
marks: Array<PreparationMark>, } | { "type": "timeNoted", 
/**
 * When.
 */
time: Moment, } | { "type": "violationFound", 
/**
 * Which rule, by which facts.
 */
refusal: Refusal, } | { "type": "meetingCalledOff", 
/**
 * Why.
 */
reason: string, } | { "type": "attendanceMarked", 
/**
 * Who.
 */
member: MemberId, 
/**
 * How.
 */
attendance: Attendance, } | { "type": "chairDesignated", 
/**
 * Who.
 */
member: MemberId, } | { "type": "meetingOpened", 
/**
 * Those present then.
 */
quorum: Quorum, } | { "type": "memberArrived", 
/**
 * Who.
 */
member: MemberId, 
/**
 * When.
 */
time: Moment, } | { "type": "memberDeparted", 
/**
 * Who.
 */
member: MemberId, 
/**
 * When.
 */
time: Moment, 
/**
 * Why.
 */
reason: string, } | { "type": "itemTakenUp", 
/**
 * Which.
 */
item: ItemId, 
/**
 * Those present then.
 */
quorum: Quorum, } | { "type": "nomineeTakenUp", 
/**
 * Which.
 */
nominee: NomineeId, 
/**
 * Those present then.
 */
quorum: Quorum, } | { "type": "matterIntroduced", 
/**
 * By whom.
 */
by: Person, 
/**
 * What was said.
 */
words: string, 
/**
 * What it covered.
 */
covers?: Array<IntroductionPoint>, } | { "type": "statementRecorded", 
/**
 * Who.
 */
member: MemberId, 
/**
 * Which.
 */
stance: Stance, 
/**
 * Their words.
 */
words: string, } | { "type": "remarkRecorded", 
/**
 * Who.
 */
speaker: Person, 
/**
 * Their words.
 */
words: string, 
/**
 * 非末位发言.
 */
leans?: boolean, } | { "type": "writtenOpinionRead", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * As written.
 */
words: string, } | { "type": "recusalRecorded", 
/**
 * The nominee.
 */
nominee: NomineeId, 
/**
 * Who.
 */
person: Attendant, 
/**
 * How they are related.
 */
relation: Relation, 
/**
 * In words.
 */
detail: string, 
/**
 * When they left.
 */
time: Moment, 
/**
 * Who takes the minutes meanwhile; empty unless the recorder left.
 */
substitute: string, } | { "type": "recusedReturned", 
/**
 * Who.
 */
person: Attendant, 
/**
 * When.
 */
time: Moment, } | { "type": "warningAcknowledged", 
/**
 * Which rule, on which facts.
 */
warning: Warning, 
/**
 * Who.
 */
by: MemberId, 
/**
 * Why the meeting goes on.
 */
reason: string, } | { "type": "matterSetAside", 
/**
 * 暂缓表决 or 缓议.
 */
outcome: Outcome, 
/**
 * Why.
 */
reason: string, } | { "type": "voteOpened", 
/**
 * How.
 */
method: VoteMethod, 
/**
 * 监票人.
 */
scrutineer: string, 
/**
 * 计票人.
 */
teller: string, 
/**
 * Those present then.
 */
quorum: Quorum, } | { "type": "voteCast", 
/**
 * Who.
 */
member: MemberId, 
/**
 * What.
 */
choice: Choice, } | { "type": "voteRevised", 
/**
 * The entry of the vote.
 */
entry: EntryNo, 
/**
 * Whose.
 */
member: MemberId, 
/**
 * As it had been entered.
 */
was: Choice, 
/**
 * What it was.
 */
choice: Choice, } | { "type": "voteClosed", 
/**
 * Totals.
 */
tally: Tally, 
/**
 * More than half of this carries; nought in records from before it was kept: all entitled members.
 */
base: Count, 
/**
 * 通过 or 未通过.
 */
outcome: Outcome, } | { "type": "ballotsCounted", 
/**
 * As reported.
 */
count: SecretCount, 
/**
 * Totals.
 */
tally: Tally, 
/**
 * More than half of this carries; nought in records from before it was kept: all entitled members.
 */
base: Count, 
/**
 * 通过 or 未通过.
 */
outcome: Outcome, } | { "type": "ballotVoided", 
/**
 * 发出.
 */
issued: Count, 
/**
 * 收回.
 */
returned: Count, } | { "type": "reconsiderationOpened", 
/**
 * The nominee.
 */
nominee: NomineeId, 
/**
 * Why.
 */
reason: string, 
/**
 * Those present then.
 */
quorum: Quorum, } | { "type": "reconsiderationClosed", 
/**
 * Totals.
 */
tally: Tally, 
/**
 * More than half of this carries.
 */
base: Count, 
/**
 * 通过: the steps begin again. 未通过: the decision stands.
 */
outcome: Outcome, } | { "type": "resultAnnounced", 
/**
 * Who presided.
 */
chair: MemberId, } | { "type": "itemClosed", 
/**
 * 议定事项.
 */
decision: string, } | { "type": "itemLeft", 
/**
 * Why.
 */
reason: string, } | { "type": "meetingAdjourned", } | { "type": "meetingSealed", } | { "type": "entryCorrected", 
/**
 * Which.
 */
entry: EntryNo, 
/**
 * How.
 */
words: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who answers for it.
 */
by: string, };

/**
 * A file made from the record that is no paper: nobody signs it, and it bears witness to nothing.
 */
export type ExportKind = { "docx": PaperKind } | "workbook" | "votesCsv" | "attendanceCsv" | "record";

/**
 * What an extract is about, and who is to get it.
 */
export type ExtractOf = { 
/**
 * Which item.
 */
item: ItemId, 
/**
 * Of its nominees only these; all where none is named.
 */
nominees: Array<NomineeId>, 
/**
 * 主送: the unit that it goes to. Empty: 各有关单位 is left to be filled in.
 */
to: string, };

/**
 * Something is broken.
 */
export type Fault = { 
/**
 * What kind; the words for it live where they are read.
 */
code: FaultCode, 
/**
 * For the log and the help desk, in English.
 */
detail: string, 
/**
 * What is safe.
 */
safe: DiskView | null, 
/**
 * Which paper could not be made, and where in it.
 */
paper?: PaperTrouble, };

/**
 * The kinds of fault.
 */
export type FaultCode = "wrong-passphrase" | "passphrase-too-short" | "passphrase-needed" | "missing" | "not-a-store" | "exists" | "newer-version" | "broken-chain" | "damaged" | "key-file-missing" | "key-file-damaged" | "in-use" | "disk-full" | "read-only" | "io" | "malformed" | "not-found" | "paper" | "cancelled" | "closed" | "internal";

/**
 * The matter on the floor.
 */
export type FloorView = { 
/**
 * The item.
 */
item: ItemId, 
/**
 * The nominee on the floor; `null` for an ordinary item, or between nominees.
 */
nominee: NomineeId | null, 
/**
 * How far the matter has come; `null` between nominees.
 */
stage: StageName | null, 
/**
 * Members present, the last speaker at the end.
 */
speaking: Array<MemberRow>, 
/**
 * Whose turn it is to state a stance, or to vote.
 */
next: MemberId | null, 
/**
 * Who speaks last.
 */
lastSpeaker: MemberId | null, 
/**
 * Latest stances.
 */
stances: StanceCount, 
/**
 * 实到 for this matter, without the recused.
 */
present: Count, 
/**
 * 应到 for this matter.
 */
entitled: Count, 
/**
 * The least number of agreeing votes that carries.
 */
majority: Count, 
/**
 * The open vote.
 */
ballot: BallotView | null, 
/**
 * The open vote on reconsidering.
 */
motion: Motion | null, 
/**
 * A nominee who can be taken up next, in agenda order.
 */
nextNominee: NomineeId | null, };

/**
 * A font that a paper was set in.
 */
export type FontUse = { 
/**
 * Its family name.
 */
family: string, 
/**
 * The first twelve hexadecimal digits of the SHA-256 of its file: other outlines are another font.
 */
digest: string, };

/**
 * An entry that a fingerprint belongs to.
 */
export type FoundEntry = { 
/**
 * Its number.
 */
entry: EntryNo, 
/**
 * When it was recorded.
 */
at: Moment, 
/**
 * The meeting that it belongs to.
 */
meeting: MeetingId | null, 
/**
 * That meeting's number.
 */
number: MeetingNumber | null, 
/**
 * The papers that bear it.
 */
papers: Array<PaperNo>, };

/**
 * What kind of text was found.
 */
export type FoundKind = "statement" | "remark" | "introduction" | "opinion" | "item" | "nominee" | "decision" | "correction" | "reason" | "recusal" | "preparation" | "tellers" | "observer" | "meeting" | "member" | "committee" | "rule";

/**
 * A text of the record in which the words stand.
 */
export type FoundText = { 
/**
 * The entry that holds it.
 */
entry: EntryNo, 
/**
 * The day of the meeting; of the committee's own entries, that on which they were recorded.
 */
day: Date, 
/**
 * The meeting; none for the committee's own entries.
 */
meeting: MeetingId | null, 
/**
 * That meeting's number.
 */
number: MeetingNumber | null, 
/**
 * What kind of text.
 */
kind: FoundKind, 
/**
 * Who said it or answers for it, else whom it is about.
 */
person: string | null, 
/**
 * 议题.
 */
item: string | null, 
/**
 * 拟任人选.
 */
nominee: string | null, 
/**
 * What became of the matter in the end.
 */
outcome: Outcome | null, 
/**
 * The rule whose article was put right.
 */
rule: RuleId | null, 
/**
 * Whether it still reads so.
 */
standing: Standing, 
/**
 * What stands around the words, in order; the whole text where it is short.
 */
snippet: Array<Piece>, };

/**
 * What happens to appointments when not everybody is present.
 */
export type FullAttendance = "required" | "confirmed" | "free";

/**
 * How well a rule's text is evidenced.
 */
export type Grade = "V" | "V-num?" | "L" | "S" | "P" | "M";

/**
 * The first screen.
 */
export type HomeView = { 
/**
 * The committee.
 */
committee: Committee, 
/**
 * Newest first.
 */
meetings: Array<MeetingSummary>, 
/**
 * The meeting to continue: the one that is sitting, else the last one not sealed that has begun.
 */
current: MeetingId | null, 
/**
 * A number that no meeting holds.
 */
nextNumber: MeetingNumber, 
/**
 * The time now, at this place.
 */
now: Moment, 
/**
 * What is on disk.
 */
disk: DiskView, 
/**
 * Whether this is the sample store, which can be thrown away.
 */
sample: boolean, };

/**
 * 介绍（汇报）.
 */
export type Introduction = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * By whom.
 */
by: Person, 
/**
 * What was said.
 */
words: string, 
/**
 * What it covered.
 */
covers: Array<IntroductionPoint>, };

/**
 * What an introduction covered (R-HY-05).
 */
export type IntroductionPoint = "basics" | "recommendation" | "appraisal" | "inspection" | "reasons" | "exception";

/**
 * An agenda item as it is asked for.
 */
export type ItemDraft = { 
/**
 * As it prints.
 */
title: string, 
/**
 * What is decided.
 */
matter: MatterDraft, 
/**
 * 列席 for this item.
 */
observers: Array<ObserverDraft>, };

/**
 * An agenda item of one meeting, from 1 in agenda order.
 */
export type ItemId = number;

/**
 * An item.
 */
export type ItemView = { 
/**
 * As on the agenda.
 */
item: AgendaItem, 
/**
 * On the floor now.
 */
open: boolean, 
/**
 * When first taken up.
 */
takenUp: Stamp | null, 
/**
 * How it ended.
 */
closed: Closing | null, 
/**
 * Why it was left.
 */
left: string | null, 
/**
 * When it was closed or left, where it is not on the floor any more.
 */
ended: Stamp | null, 
/**
 * The matters, in order: nominees, or the one ordinary matter.
 */
matters: Array<NomineeView>, 
/**
 * 插话 while no nominee was on the floor.
 */
remarks: Array<Remark>, 
/**
 * The refusal of taking it up; `null` where it can be.
 */
takeUp: Refusal | null, };

/**
 * Who states a stance last.
 */
export type LastSpeaker = "secretary" | "chair";

/**
 * The pages of a book that sealed minutes take up.
 */
export type Leaves = { 
/**
 * Which book.
 */
book: BookNo, 
/**
 * The first page, from 1. Papers of one book follow each other without a gap.
 */
first: number, };

/**
 * A member who leaves office with the import.
 */
export type Leaving = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Last day in office.
 */
on: Date, };

/**
 * One command or one query; one line of a script.
 */
export type Line = { 
/**
 * A command. Exactly one of `do` and `ask` is given.
 */
do?: Command, 
/**
 * A query.
 */
ask?: Query, 
/**
 * The last ledger entry that the sender knows of; another head answers [`Answer::Stale`] and nothing is done.
 */
expects?: EntryNo, 
/**
 * The draft that this command settles: dropped in the same transaction.
 */
settles?: string, 
/**
 * Scripts only: the rule by which this command is expected to be refused; a refusal by it does not end the script.
 */
refused?: RuleId, };

/**
 * A paper that was made.
 */
export type MadeView = { 
/**
 * As the ledger keeps it.
 */
made: PaperMade, 
/**
 * The ledger entry that keeps it.
 */
entry: EntryNo, 
/**
 * When it was made.
 */
at: Moment, 
/**
 * The fingerprint on it, in groups of four.
 */
fingerprint: string, 
/**
 * The number that took its place.
 */
replacedBy: PaperNo | null, 
/**
 * It no longer says what the record says: worked out, never kept.
 */
outgrown: boolean, };

/**
 * What more than half is taken of.
 */
export type MajorityOf = "entitled" | "voting";

/**
 * Something on paper that is no number.
 */
export type Mark = "unreadable";

/**
 * What an item decides.
 */
export type Matter = { "kind": "ordinary", } | { "kind": "appointment", 
/**
 * In order.
 */
nominees: Array<Nominee>, };

/**
 * What an item decides, as it is asked for.
 */
export type MatterDraft = { "kind": "ordinary", } | { "kind": "appointment", 
/**
 * In order.
 */
nominees: Array<NomineeDraft>, };

/**
 * What is asked for when a meeting is called, or when its call is amended before it opens.
 */
export type MeetingCall = { 
/**
 * Unique.
 */
number: MeetingNumber, 
/**
 * When it is to begin.
 */
scheduled: Moment, 
/**
 * Where.
 */
place: string, 
/**
 * Who presides: the Secretary, or the deputy standing in (R-HY-08).
 */
chair: MemberId, 
/**
 * Who takes the minutes.
 */
recorder: Recorder, 
/**
 * In order.
 */
agenda: Array<ItemDraft>, 
/**
 * The rulebook that it runs under, frozen with the call.
 */
preset: Preset, 
/**
 * The committee's own settings; given with [`Preset::Custom`] and with no other.
 */
custom?: Rulebook, 
/**
 * 补录: the meeting was held on paper and is entered afterwards.
 */
backFilled?: BackFilling, };

/**
 * A command to one meeting.
 */
export type MeetingCommand = { "type": "amendCall", 
/**
 * As it should be.
 */
call: MeetingCall, } | { "type": "sendNotice", } | { "type": "addItem", 
/**
 * As it should be.
 */
item: ItemDraft, } | { "type": "markPreparation", 
/**
 * Whose.
 */
nominee: NomineeId, 
/**
 * Which steps, and how far.
 */
marks: Array<PreparationMark>, } | { "type": "noteTime", 
/**
 * Not before the time noted last.
 */
time: Moment, } | { "type": "callOff", 
/**
 * Why.
 */
reason: string, } | { "type": "markAttendance", 
/**
 * Whom.
 */
member: MemberId, 
/**
 * Present, on leave or absent.
 */
attendance: Attendance, } | { "type": "designateChair", 
/**
 * In the room; before the opening, anybody on the roster.
 */
member: MemberId, } | { "type": "openMeeting", } | { "type": "recordArrival", 
/**
 * Who.
 */
member: MemberId, 
/**
 * When, where it is not now.
 */
time: Moment | null, } | { "type": "recordDeparture", 
/**
 * Who.
 */
member: MemberId, 
/**
 * When, where it is not now.
 */
time: Moment | null, 
/**
 * Why.
 */
reason: string, } | { "type": "takeUpItem", 
/**
 * Which.
 */
item: ItemId, } | { "type": "takeUpNominee", 
/**
 * Which.
 */
nominee: NomineeId, } | { "type": "introduce", 
/**
 * Who introduces.
 */
by: Person, 
/**
 * What was said.
 */
words: string, 
/**
 * What it covered (R-HY-05).
 */
covers: Array<IntroductionPoint>, } | { "type": "recordStatement", 
/**
 * Who speaks.
 */
speaker: Person, 
/**
 * 同意, 不同意 or 缓议.
 */
stance: Stance, 
/**
 * Their words.
 */
words: string, } | { "type": "restateStatement", 
/**
 * Who speaks.
 */
speaker: Person, 
/**
 * 同意, 不同意 or 缓议.
 */
stance: Stance, 
/**
 * Their words.
 */
words: string, } | { "type": "recordRemark", 
/**
 * Who speaks.
 */
speaker: Person, 
/**
 * Their words.
 */
words: string, 
/**
 * 非末位发言: the last speaker leans to a side before their turn (R-HY-09). Flagged, not counted.
 */
leans: boolean, } | { "type": "readWrittenOpinion", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * As written.
 */
words: string, } | { "type": "recordRecusal", 
/**
 * The nominee on the floor, or one to be taken up next.
 */
nominee: NomineeId, 
/**
 * Who.
 */
person: Attendant, 
/**
 * How they are related.
 */
relation: Relation, 
/**
 * In words; needed for another relation than those named.
 */
detail: string, 
/**
 * When they left, where it is not now.
 */
time: Moment | null, 
/**
 * Who takes the minutes meanwhile; needed where the recorder leaves.
 */
substitute: string, } | { "type": "recordReturn", 
/**
 * Who.
 */
person: Attendant, 
/**
 * When, where it is not now.
 */
time: Moment | null, } | { "type": "postponeVote", 
/**
 * Why; the chair decides and says so.
 */
reason: string, } | { "type": "deferMatter", 
/**
 * Why.
 */
reason: string, } | { "type": "openVote", 
/**
 * How.
 */
method: VoteMethod, 
/**
 * 监票人; needed for ballots.
 */
scrutineer: string, 
/**
 * 计票人; needed for ballots.
 */
teller: string, } | { "type": "recordVote", 
/**
 * Who.
 */
voter: Person, 
/**
 * What.
 */
choice: Choice, } | { "type": "reviseVote", 
/**
 * Whose.
 */
voter: Person, 
/**
 * What it was.
 */
choice: Choice, } | { "type": "closeVote", } | { "type": "countBallots", 
/**
 * The first reading.
 */
count: CountSheet, 
/**
 * The second, by somebody who has not seen the first.
 */
again: CountSheet, } | { "type": "voidBallot", 
/**
 * 发出.
 */
issued: Count, 
/**
 * 收回.
 */
returned: Count, } | { "type": "openReconsideration", 
/**
 * Which.
 */
nominee: NomineeId, 
/**
 * Why.
 */
reason: string, } | { "type": "acknowledgeWarning", 
/**
 * As it stands now.
 */
warning: Warning, 
/**
 * Who takes note; the chair, where the rulebook asks for the chair.
 */
by: MemberId, 
/**
 * Why.
 */
reason: string, } | { "type": "announceResult", } | { "type": "closeItem", 
/**
 * 议定事项; needed for ordinary items that were not voted on.
 */
decision: string, } | { "type": "leaveItem", 
/**
 * Why.
 */
reason: string, } | { "type": "adjourn", } | { "type": "seal", } | { "type": "correct", 
/**
 * The entry that is wrong.
 */
entry: EntryNo, 
/**
 * How it should read.
 */
words: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who answers for the correction.
 */
by: string, };

/**
 * A meeting, numbered from 1 in the order of calling.
 */
export type MeetingId = number;

/**
 * 会议次号: the n-th meeting of a year. Never given twice (R-RQ-02).
 */
export type MeetingNumber = { 
/**
 * Calendar year.
 */
year: number, 
/**
 * From 1 within the year.
 */
ordinal: number, };

/**
 * A meeting in a list.
 */
export type MeetingSummary = { 
/**
 * Its id.
 */
id: MeetingId, 
/**
 * 会议次号.
 */
number: MeetingNumber, 
/**
 * When it is to begin.
 */
scheduled: Moment, 
/**
 * Where.
 */
place: string, 
/**
 * How far it has come.
 */
phase: PhaseName, 
/**
 * 补录: it was held on paper.
 */
backFilled: boolean, 
/**
 * 议题, in order.
 */
items: Array<string>, 
/**
 * 人选.
 */
nominees: Count, 
/**
 * 通过 among them.
 */
carried: Count, 
/**
 * 应到.
 */
entitled: Count, 
/**
 * 实到.
 */
present: Count, };

/**
 * A meeting as a screen needs it.
 */
export type MeetingView = { 
/**
 * The committee's name when it was called.
 */
committee: string, 
/**
 * 届次.
 */
term: string, 
/**
 * 会议次号.
 */
number: MeetingNumber, 
/**
 * When it is to begin.
 */
scheduled: Moment, 
/**
 * Where.
 */
place: string, 
/**
 * Who presides.
 */
chair: MemberId, 
/**
 * Who takes the minutes.
 */
recorder: Recorder, 
/**
 * The settings it runs under.
 */
rulebook: Rulebook, 
/**
 * How far it has come.
 */
phase: PhaseName, 
/**
 * 开会.
 */
opened: Stamp | null, 
/**
 * 散会.
 */
adjourned: Stamp | null, 
/**
 * 定稿封存.
 */
sealed: Stamp | null, 
/**
 * Why it was called off.
 */
calledOff: string | null, 
/**
 * Its last entry.
 */
lastEntry: EntryNo, 
/**
 * 到会.
 */
attendance: AttendanceView, 
/**
 * In order of rank.
 */
seats: Array<SeatView>, 
/**
 * In agenda order.
 */
items: Array<ItemView>, 
/**
 * What is on the floor.
 */
floor: FloorView | null, 
/**
 * 插话 while no item was on the floor.
 */
remarks: Array<Remark>, 
/**
 * 更正.
 */
corrections: Array<Correction>, 
/**
 * When the notice went out.
 */
notice: Stamp | null, 
/**
 * 补录, where the meeting was held on paper.
 */
backFilled: BackFilling | null, 
/**
 * 补录时刻.
 */
noted: Moment | null, 
/**
 * 违规情形.
 */
violations: Array<Violation>, 
/**
 * Doors that belong to no row.
 */
doors: Doors, 
/**
 * What the rules have to say now.
 */
warnings: Array<WarningView>, 
/**
 * 确认, in order, lapsed or not.
 */
acknowledgements: Array<Acknowledgement>, };

/**
 * Somebody with a seat, a rank and a vote. Rank is the place in the roster: kept by the user, never worked out (R-PX-01).
 */
export type Member = { 
/**
 * Stays the same through renames and moves.
 */
id: MemberId, 
/**
 * Without padding; lists pad two-character names when they print (R-XM-02).
 */
name: string, 
/**
 * What they are to the committee.
 */
role: Role, 
/**
 * Their offices, e.g. 市委常委、组织部部长.
 */
posts: string, 
/**
 * First day in office, where it is kept.
 */
since: Date | null, };

/**
 * A seat on the committee, numbered from 1 in the order of seating; never given twice.
 */
export type MemberId = number;

/**
 * A member in the speaking list.
 */
export type MemberRow = { 
/**
 * Who.
 */
member: Member, 
/**
 * Their latest stance.
 */
statement: Statement | null, 
/**
 * Their vote, where votes are cast by name.
 */
vote: Choice | null, 
/**
 * The refusal of a stance; `null` where one can be stated.
 */
state: Refusal | null, 
/**
 * The refusal of another stance; `null` where theirs can be restated.
 */
restate: Refusal | null, 
/**
 * The refusal of a vote; `null` where one can be cast.
 */
cast: Refusal | null, 
/**
 * The refusal of 改记; `null` where their vote can be entered anew.
 */
revise: Refusal | null, };

/**
 * A point in time with the offset of the place where it was read; RFC 3339 on the wire.
 */
export type Moment = string;

/**
 * 复议: the motion to reconsider, with its votes by name.
 */
export type Motion = { 
/**
 * When it was moved.
 */
stamp: Stamp, 
/**
 * Why.
 */
reason: string, 
/**
 * Those present then.
 */
quorum: Quorum, 
/**
 * In the order cast.
 */
votes: Array<NamedVote>, 
/**
 * What came of it, once the vote ended.
 */
result: MotionResult | null, 
/**
 * 暂缓: it was put off before the vote ended.
 */
postponed: Postponement | null, };

/**
 * What came of a motion to reconsider.
 */
export type MotionResult = { 
/**
 * When the vote ended.
 */
stamp: Stamp, 
/**
 * Totals.
 */
tally: Tally, 
/**
 * More than half of this carries.
 */
base: Count, 
/**
 * 通过: the steps begin again. 未通过: the decision stands.
 */
outcome: Outcome, };

/**
 * A member's coming or going after the opening.
 */
export type Movement = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * When it happened.
 */
time: Moment, 
/**
 * Which way.
 */
kind: MovementKind, };

/**
 * Which way.
 */
export type MovementKind = { "type": "arrived", } | { "type": "departed", 
/**
 * Why.
 */
reason: string, };

/**
 * The two ways to order names, which differ in the single given name (R-PX-03).
 */
export type NameOrder = "surname" | "name";

/**
 * A member by id and name.
 */
export type Named = { 
/**
 * Id.
 */
id: MemberId, 
/**
 * Name.
 */
name: string, };

/**
 * A vote cast by name.
 */
export type NamedVote = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * Who.
 */
member: MemberId, 
/**
 * What.
 */
choice: Choice, };

/**
 * Names in order.
 */
export type NamesOrdered = { 
/**
 * The place of each name among those given, from 0.
 */
order: Array<number>, 
/**
 * Characters whose strokes are not known, each once, as they first come; their names stand last as given.
 */
unknown: Array<string>, 
/**
 * Pairs of characters with the very same strokes that decided between two names and could not: the official order goes by
 * how they are built, this one by which was given first.
 */
alike: Array<string>, };

/**
 * A fingerprint that was mistyped, or tampered with.
 */
export type NearMiss = { 
/**
 * The entry that it is nearly that of.
 */
entry: EntryNo, 
/**
 * The groups of four that differ, from 1.
 */
groups: Array<number>, };

/**
 * 拟任人选.
 */
export type Nominee = { 
/**
 * Unique in the meeting.
 */
id: NomineeId, 
/**
 * Without padding.
 */
name: string, 
/**
 * 现任.
 */
currentPost: string, 
/**
 * 拟任.
 */
proposedPost: string, 
/**
 * 拟免.
 */
postToLeave: string, 
/**
 * 类别.
 */
change: ChangeKind, 
/**
 * 临时动议: entered after the notice went out (R-HY-17).
 */
unscheduled: boolean, 
/**
 * 复议: the meeting whose decision is asked to be reconsidered (R-HY-18).
 */
reconsiders: MeetingNumber | null, 
/**
 * Earlier meetings that did not carry this nominee for this post (R-LC-01).
 */
notCarried: Array<MeetingNumber>, 
/**
 * 呈报表 fields.
 */
profile?: NomineeProfile, };

/**
 * 拟任人选 as asked for.
 */
export type NomineeDraft = { 
/**
 * Without padding.
 */
name: string, 
/**
 * 现任.
 */
currentPost: string, 
/**
 * 拟任; empty where a post is only left.
 */
proposedPost: string, 
/**
 * 拟免; empty where none is left.
 */
postToLeave: string, 
/**
 * 类别.
 */
change: ChangeKind, 
/**
 * 复议: the meeting whose decision on this nominee is asked to be reconsidered (R-HY-18).
 */
reconsiders?: MeetingNumber, 
/**
 * 呈报表 fields.
 */
profile?: NomineeProfile, };

/**
 * A nominee of one meeting, from 1 across all its items.
 */
export type NomineeId = number;

/**
 * What the 任免事项呈报表 says of a nominee beyond name, posts and kind of change (rulebook 7.9). All of it is as the
 * personnel department writes it: no rule reads it, and what it leaves out prints empty.
 */
export type NomineeProfile = { 
/**
 * 性别.
 */
sex?: string, 
/**
 * 出生年月, as 1975.03.
 */
born?: string, 
/**
 * 学历.
 */
education?: string, 
/**
 * 政治面貌.
 */
politics?: string, 
/**
 * 现任职务时间, as 2021.06.
 */
since?: string, 
/**
 * 民主推荐得票.
 */
recommendation?: string, 
/**
 * 民主测评.
 */
appraisal?: string, 
/**
 * 考察结论.
 */
inspection?: string, 
/**
 * 备注.
 */
remark?: string, };

/**
 * A matter in the agenda list, with all that was said on it.
 */
export type NomineeView = { 
/**
 * `null` for the matter of an ordinary item.
 */
nominee: Nominee | null, 
/**
 * How far it has come.
 */
stage: StageName, 
/**
 * When it was taken up last.
 */
takenUp: Stamp | null, 
/**
 * What became of it.
 */
verdict: Verdict | null, 
/**
 * When it was announced.
 */
announced: Stamp | null, 
/**
 * 介绍.
 */
introduction: Introduction | null, 
/**
 * 表态, in order.
 */
statements: Array<Statement>, 
/**
 * 插话.
 */
remarks: Array<Remark>, 
/**
 * 书面意见.
 */
opinions: Array<WrittenOpinion>, 
/**
 * Ballots that settled nothing.
 */
ended: Array<EndedBallot>, 
/**
 * 会前准备, each step as marked last, in the order of the process.
 */
preparation: Array<PreparationMark>, 
/**
 * 回避.
 */
recusals: Array<Recusal>, 
/**
 * 复议: motions that were voted on.
 */
motions: Array<Motion>, 
/**
 * Decisions that were reconsidered.
 */
past: Array<PastDecision>, 
/**
 * The refusal of taking the nominee up; `null` where that can be done.
 */
takeUp: Refusal | null, 
/**
 * The refusal of marking the checklist; `null` where that can be done.
 */
prepare: Refusal | null, 
/**
 * The refusal of a recusal; `null` where somebody can leave for this nominee.
 */
recuse: Refusal | null, 
/**
 * The refusal of moving to reconsider; `null` where that can be done.
 */
reconsider: Refusal | null, };

/**
 * A notice to the windows, sent after the commit and never before.
 */
export type Notice = { 
/**
 * The head; a gap to the last one known means: fetch everything anew.
 */
entry: EntryNo, 
/**
 * The meeting that was touched.
 */
meeting: MeetingId | null, };

/**
 * 列席人员.
 */
export type Observer = { 
/**
 * Unique in the meeting.
 */
id: ObserverId, 
/**
 * Without padding.
 */
name: string, 
/**
 * Unit and office.
 */
post: string, };

/**
 * 列席人员 as asked for.
 */
export type ObserverDraft = { 
/**
 * Without padding.
 */
name: string, 
/**
 * Unit and office.
 */
post: string, };

/**
 * An observer (列席) of one meeting, from 1 across all its items.
 */
export type ObserverId = number;

/**
 * One meeting with what is on disk.
 */
export type OpenMeetingView = { 
/**
 * Its id.
 */
id: MeetingId, 
/**
 * The meeting.
 */
meeting: MeetingView, 
/**
 * 座次 as the committee arranged it.
 */
places: Array<SeatPlace>, 
/**
 * What is on disk.
 */
disk: DiskView, 
/**
 * The time now, at this place.
 */
now: Moment, 
/**
 * The committee's phrases; see [`Committee::phrases`].
 */
phrases: Array<string>, };

/**
 * The methods that record who voted how.
 */
export type OpenMethod = "voice" | "hands" | "signed";

/**
 * What became of a matter.
 */
export type Outcome = "carried" | "notCarried" | "votePostponed" | "deferred" | "void";

/**
 * One page of a paper.
 */
export type PageView = { 
/**
 * From 1.
 */
page: number, 
/**
 * The page as SVG, the same layout as the PDF.
 */
svg: string, };

/**
 * A paper of a meeting.
 */
export type PaperKind = "notice" | "agenda" | "signIn" | "nomineeList" | "ballots" | "countSheets" | "voteRecord" | "minutes" | "summary" | { "extract": ExtractOf } | "corrections" | "rules" | { "blank": BlankForm };

/**
 * That a paper was made: the body of a ledger entry. What it says is worked out from the record again, never kept.
 */
export type PaperMade = { 
/**
 * Its number.
 */
number: PaperNo, 
/**
 * Which paper.
 */
paper: PaperKind, 
/**
 * The meeting's last entry when it was made: what it bears witness to.
 */
upto: EntryNo, 
/**
 * SHA-256 of the PDF, in hexadecimal.
 */
digest: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * The fonts that it was set in.
 */
fonts: Array<FontUse>, 
/**
 * The earlier number of the same paper, which this one takes the place of.
 */
replaces?: PaperNo, 
/**
 * Its pages in the book of minutes.
 */
leaves?: Leaves, };

/**
 * The number of a paper, from 1 for each meeting in the order of making; never given twice.
 */
export type PaperNo = number;

/**
 * A paper that the meeting owes or can have.
 */
export type PaperRow = { 
/**
 * Which.
 */
paper: PaperKind, 
/**
 * Whether the meeting owes it.
 */
due: Due, 
/**
 * 归卷: it is kept in the file of the meeting.
 */
filed: boolean, 
/**
 * The last number made.
 */
number: PaperNo | null, 
/**
 * That number no longer says what the record says.
 */
outgrown: boolean, };

/**
 * Why a paper cannot be made, for the one who has to mend it.
 */
export type PaperTrouble = { 
/**
 * Which paper or file.
 */
paper: PaperKind | null, 
/**
 * The character that no font draws.
 */
character: string | null, 
/**
 * Whose words, or which field.
 */
place: string, 
/**
 * The words around it.
 */
near: string, };

/**
 * A paper, laid out.
 */
export type PaperView = { 
/**
 * How many pages.
 */
pages: number, 
/**
 * A name for the file, with `.pdf`.
 */
fileName: string, 
/**
 * The entry that it was made from, and its fingerprint.
 */
disk: DiskView, 
/**
 * SHA-256 of the PDF, in hexadecimal.
 */
digest: string, 
/**
 * Its number; none on a preview.
 */
number: PaperNo | null, };

/**
 * The papers of a meeting.
 */
export type PapersView = { 
/**
 * In the order of the file: what the meeting owes and can have.
 */
papers: Array<PaperRow>, 
/**
 * 登记: every paper that was made, in the order of numbers.
 */
made: Array<MadeView>, 
/**
 * Where the next sealed minutes go in the book.
 */
book: Leaves, 
/**
 * The fonts that a paper would be set in now.
 */
fonts: Array<FontUse>, 
/**
 * Exports that are possible now.
 */
exports: Array<ExportKind>, };

/**
 * A decision that was reconsidered, as it had been reached.
 */
export type PastDecision = { 
/**
 * What was said.
 */
said: Deliberation, 
/**
 * How it was settled.
 */
verdict: Verdict, 
/**
 * When it was announced.
 */
announced: Stamp, 
/**
 * By whom.
 */
chair: MemberId, };

/**
 * Somebody in the room who may speak.
 */
export type Person = { "member": MemberId } | { "observer": ObserverId };

/**
 * People of an agenda item to be imported.
 */
export type PersonRow<T> = { 
/**
 * Which, from 1.
 */
row: number, 
/**
 * As they will stand on the agenda.
 */
person: T, 
/**
 * Other rows of this name.
 */
twins: Array<number>, 
/**
 * Why it cannot be imported; empty where it can.
 */
why: Array<RowTrouble>, };

/**
 * How far the meeting has come.
 */
export type PhaseName = "called" | "sitting" | "adjourned" | "sealed" | "calledOff";

/**
 * A piece of a text.
 */
export type Piece = { 
/**
 * As it stands there.
 */
text: string, 
/**
 * It is what was sought.
 */
hit: boolean, };

/**
 * 暂缓 of a motion to reconsider.
 */
export type Postponement = { 
/**
 * When.
 */
stamp: Stamp, 
/**
 * Why.
 */
reason: string, };

/**
 * One line of a nominee's checklist.
 */
export type PreparationMark = { 
/**
 * Which.
 */
step: PreparationStep, 
/**
 * How far.
 */
state: StepState, 
/**
 * 责任人; needed for what is complete.
 */
responsible: string, 
/**
 * When it was done.
 */
on: Date | null, 
/**
 * 文号、材料.
 */
reference: string, };

/**
 * A step before the meeting.
 */
export type PreparationStep = "motion" | "recommendation" | "inspection" | "dossierAudit" | "personalReport" | "disciplineOpinion" | "complaints" | "questionsSettled" | "jointReview" | "consultation" | "departmentOpinion" | "priorReport" | "exceptionalApproval" | "posts";

/**
 * A named rulebook.
 */
export type Preset = "municipalCommittee2019" | "municipalCommitteeStrict" | "partyGroup" | "soeCommittee" | "universityCommittee" | "standingCommittee" | "custom";

/**
 * How far long work has come.
 */
export type Progress = { 
/**
 * Files done.
 */
done: number, 
/**
 * Files in all.
 */
total: number, 
/**
 * The paper under way.
 */
paper: PaperKind | null, };

/**
 * A nominee with their posts.
 */
export type ProjectedNominee = { 
/**
 * Their place in the item, from 1.
 */
number: number, 
/**
 * How many the item has.
 */
of: Count, 
/**
 * Without padding.
 */
name: string, 
/**
 * 现任.
 */
currentPost: string, 
/**
 * 拟任.
 */
proposedPost: string, 
/**
 * 拟免.
 */
postToLeave: string, };

/**
 * Whether an item is on the floor.
 */
export type ProjectedState = "open" | "closed" | "left";

/**
 * How far a matter has come.
 */
export type ProjectedStep = { "type": "introduction", } | { "type": "speaking", 
/**
 * Whose turn it is.
 */
speaker: string, 
/**
 * Who comes after.
 */
next: string | null, } | { "type": "discussion", } | { "type": "spoken", } | { "type": "voting", 
/**
 * 表决方式.
 */
method: VoteMethod, } | { "type": "reconsidering", } | { "type": "unannounced", } | { "type": "announced", 
/**
 * 通过, 未通过, 暂缓表决 or 缓议.
 */
outcome: Outcome, 
/**
 * Totals, where there was a vote.
 */
tally: Tally | null, };

/**
 * A sitting meeting as the room may see it.
 */
export type Projection = { "type": "opened", 
/**
 * 应到.
 */
entitled: Count, 
/**
 * 实到, now.
 */
present: Count, } | { "type": "item", 
/**
 * Its place on the agenda, from 1.
 */
number: number, 
/**
 * 标题.
 */
title: string, 
/**
 * Whether it is on the floor.
 */
state: ProjectedState, 
/**
 * Who it is about; none for an ordinary item, and before the first nominee is taken up.
 */
nominee: ProjectedNominee | null, 
/**
 * How far the matter has come; none before the first nominee is taken up.
 */
step: ProjectedStep | null, } | { "type": "adjourned", };

/**
 * 会场屏幕: what the room may see.
 */
export type ProjectionView = { 
/**
 * The committee's name; empty until it is established.
 */
committee: string, 
/**
 * The meeting that is sitting, or was adjourned today; none where there is none.
 */
meeting: Projection | null, };

/**
 * Something to know.
 */
export type Query = { "home": Record<symbol, never> } | { "committee": Record<symbol, never> } | { "rules": Record<symbol, never> } | { "meeting": { 
/**
 * Which.
 */
id: MeetingId, } } | { "record": { 
/**
 * Which.
 */
id: MeetingId, } } | { "drafts": Record<symbol, never> } | { "papers": { 
/**
 * Which meeting.
 */
meeting: MeetingId, } } | { "paper": { 
/**
 * Which meeting.
 */
meeting: MeetingId, 
/**
 * Which paper.
 */
paper: PaperKind, } } | { "paperPage": { 
/**
 * Which meeting.
 */
meeting: MeetingId, 
/**
 * Which paper.
 */
paper: PaperKind, 
/**
 * From 1.
 */
page: number, } } | { "orderNames": { 
/**
 * As they stand now.
 */
names: Array<string>, 
/**
 * Which of the two ways.
 */
by: NameOrder, } } | { "undrawable": { 
/**
 * As typed.
 */
text: string, } } | { "search": { 
/**
 * What is sought.
 */
text: string, 
/**
 * What a hit must be besides.
 */
filters: SearchFilters, 
/**
 * Hits to pass over.
 */
offset: number, 
/**
 * Hits to give at the most.
 */
limit: number, } } | { "table": { 
/**
 * Whence.
 */
source: TableSource, 
/**
 * How a text file is written, where the user knows better.
 */
encoding: TextEncoding | null, 
/**
 * Which sheet of a workbook; else the first that has something in it.
 */
sheet: string | null, 
/**
 * What for.
 */
used: TableUse, } } | { "rosterImport": RosterWish } | { "nomineeImport": { 
/**
 * As read, with the columns as the user has them.
 */
table: Table, } } | { "observerImport": { 
/**
 * As read, with the columns as the user has them.
 */
table: Table, } } | { "projection": Record<symbol, never> } | { "verify": { 
/**
 * As printed or typed; groups, hyphens and case do not matter.
 */
fingerprint: string | null, } };

/**
 * How many were present when it was judged. Enough of them, unless the meeting is back-filled.
 */
export type Quorum = { present: Count, entitled: Count, required: Count, };

/**
 * What stands in one field of a count: a number, nothing, or something that cannot be read. Nothing is not nought.
 */
export type Reading = Count | Mark | null;

/**
 * Proof that a command is on disk.
 */
export type Receipt = { 
/**
 * The entries written; none for drafts and files.
 */
entries: Array<EntryNo>, 
/**
 * The meeting that was touched or called.
 */
meeting: MeetingId | null, 
/**
 * The head after it.
 */
head: DiskView, 
/**
 * The files written.
 */
files: Array<SavedFile>, };

/**
 * 记录人: takes the minutes. Not a member by this office.
 */
export type Recorder = { 
/**
 * Without padding.
 */
name: string, 
/**
 * Office.
 */
post: string, };

/**
 * 回避.
 */
export type Recusal = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * Who.
 */
person: Attendant, 
/**
 * How they are related.
 */
relation: Relation, 
/**
 * In words.
 */
detail: string, 
/**
 * 离席.
 */
left: Moment, 
/**
 * 返回, once they came back.
 */
returned: Moment | null, 
/**
 * Who takes the minutes meanwhile; empty unless the recorder left.
 */
substitute: string, };

/**
 * Whether recusal lowers the number of entitled members of that one matter.
 */
export type RecusalBase = "kept" | "lowered";

/**
 * The committee may not do that now.
 */
export type Refusal = { 
/**
 * The rule's id in the rulebook.
 */
rule: RuleId, 
/**
 * What the rule rests on.
 */
article: Article, 
/**
 * What explains it.
 */
facts: Because, };

/**
 * 亲属关系 that calls for recusal (R-HB-02).
 */
export type Relation = "oneself" | "spouse" | "directLine" | "collateral" | "affinity" | "other";

/**
 * 插话、情况说明.
 */
export type Remark = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * Who.
 */
speaker: Person, 
/**
 * Their words.
 */
words: string, 
/**
 * 非末位发言: leaned to a side before the speaker's turn (R-HY-09).
 */
leans: boolean, };

/**
 * What was asked for.
 */
export type Reply = { "home": HomeView } | { "committee": CommitteeView } | { "rules": Array<RuleView> } | { "meeting": OpenMeetingView } | { "record": Array<EntryView> } | { "drafts": Array<DraftView> } | { "papers": PapersView } | { "paper": PaperView } | { "paperPage": PageView } | { "orderNames": NamesOrdered } | { "undrawable": Array<string> } | { "search": SearchView } | { "table": TableReading } | { "rosterImport": RosterPreview } | { "nomineeImport": Array<PersonRow<NomineeDraft>> } | { "observerImport": Array<PersonRow<ObserverDraft>> } | { "projection": ProjectionView } | { "verify": VerifyView } | { "session": SessionView };

/**
 * What a member is to the committee.
 */
export type Role = "secretary" | "deputySecretary" | "member";

/**
 * What importing a roster would do.
 */
export type RosterPreview = { 
/**
 * Each row that says something.
 */
rows: Array<RosterRow>, 
/**
 * Those in office whom no row is about.
 */
absent: Array<Member>, 
/**
 * Why they cannot leave, or be ranked, so.
 */
refusal: Refusal | null, 
/**
 * What is to be done, in order, as one [`CommitteeCommand::Several`]; nothing where a row is wrong.
 */
acts: Array<CommitteeCommand>, 
/**
 * The order of rank afterwards, by name.
 */
order: Array<string>, };

/**
 * A row of a roster.
 */
export type RosterRow = { 
/**
 * Which, from 1.
 */
row: number, 
/**
 * As the table has it.
 */
name: string, 
/**
 * Members in office of this name.
 */
namesakes: Array<Member>, 
/**
 * Other rows of this name.
 */
twins: Array<number>, 
/**
 * What becomes of it.
 */
fate: RowFate, };

/**
 * A roster to be imported.
 */
export type RosterWish = { 
/**
 * As read, with the columns as the user has them.
 */
table: Table, 
/**
 * Where the user decided.
 */
choices: Array<ChosenRow>, 
/**
 * Those in office who are not in the table and leave; the others stay.
 */
leaving: Array<Leaving>, 
/**
 * Whether the table's order becomes the order of rank.
 */
ranks: boolean, };

/**
 * Whom a row is about, where its name alone does not say.
 */
export type RowChoice = { "seat": Record<symbol, never> } | { "revise": MemberId } | { "skip": Record<symbol, never> };

/**
 * What becomes of a row.
 */
export type RowFate = { "type": "seated", 
/**
 * As they will be.
 */
member: Member, } | { "type": "revised", 
/**
 * As they are.
 */
from: Member, 
/**
 * As they will be.
 */
to: Member, } | { "type": "unchanged", 
/**
 * Who.
 */
member: Member, } | { "type": "skipped", } | { "type": "wrong", 
/**
 * Why not, all of it.
 */
why: Array<RowTrouble>, };

/**
 * Why a row cannot be imported.
 */
export type RowTrouble = { "type": "refused", 
/**
 * As they would at the command.
 */
refusal: Refusal, } | { "type": "noDay", 
/**
 * As the table has it.
 */
text: string, } | { "type": "unsureMonth", 
/**
 * As the table has it.
 */
text: string, } | { "type": "noRole", 
/**
 * As the table has it.
 */
text: string, } | { "type": "noChange", 
/**
 * As the table has it.
 */
text: string, } | { "type": "noRank", 
/**
 * As the table has it.
 */
text: string, } | { "type": "formula", 
/**
 * As the table has it.
 */
text: string, } | { "type": "unread", 
/**
 * As the table has it.
 */
text: string, } | { "type": "whoIsIt", } | { "type": "takenBy", 
/**
 * Which.
 */
row: number, };

/**
 * A rule's id.
 */
export type RuleId = "R-BX-01" | "R-BX-02" | "R-BX-03" | "R-BX-04" | "R-BX-05" | "R-BX-06" | "R-BX-07" | "R-BX-08" | "R-BG-01" | "R-BG-02" | "R-BG-03" | "R-BG-04" | "R-BG-05" | "R-BG-06" | "R-BG-07" | "R-BG-08" | "R-HY-01" | "R-HY-02" | "R-HY-03" | "R-HY-04" | "R-HY-05" | "R-HY-06" | "R-HY-07" | "R-HY-08" | "R-HY-09" | "R-HY-10" | "R-HY-11" | "R-HY-12" | "R-HY-13" | "R-HY-14" | "R-HY-15" | "R-HY-16" | "R-HY-17" | "R-HY-18" | "R-HY-19" | "R-HY-20" | "R-HY-21" | "R-HY-22" | "R-HY-23" | "R-HY-24" | "R-HY-25" | "R-HB-01" | "R-HB-02" | "R-HB-03" | "R-HB-04" | "R-HB-05" | "R-HB-06" | "R-HB-07" | "R-HB-08" | "R-DW-01" | "R-DW-02" | "R-DW-03" | "R-DW-04" | "R-DW-05" | "R-DW-06" | "R-DW-07" | "R-DW-08" | "R-DW-09" | "R-DW-10" | "R-DW-11" | "S-01" | "S-02" | "S-03" | "S-04" | "S-05" | "S-06" | "S-07" | "S-08" | "S-09" | "S-10" | "S-11" | "S-12" | "R-PJ-01" | "R-PJ-02" | "R-PJ-03" | "R-PJ-04" | "R-PJ-05" | "R-PJ-06" | "R-PJ-07" | "R-PJ-08" | "R-PJ-09" | "R-PJ-10" | "R-PJ-11" | "R-PJ-12" | "R-PJ-13" | "R-PJ-14" | "R-KC-06" | "R-HS-01" | "R-YN-01" | "R-JL2-01" | "R-JL2-03" | "R-JL2-04" | "R-JL2-07" | "R-JS-03" | "R-JS-04" | "R-PX-01" | "R-RQ-02" | "R-LC-01";

/**
 * What the program does about a rule.
 */
export type RuleState = "enforced" | "warned" | "outside";

/**
 * A rule as it is shown to a reader.
 */
export type RuleView = { 
/**
 * Its id.
 */
id: RuleId, 
/**
 * What it rests on, as corrected by the committee.
 */
article: Article, 
/**
 * What the program does about it.
 */
state: RuleState, 
/**
 * The rule whose refusal or warning carries this one.
 */
by: RuleId | null, 
/**
 * What the program checks at the meeting, or why it does not, in Chinese.
 */
checks: string, 
/**
 * The same in English.
 */
checksEn: string, 
/**
 * What was put right about its article, in order.
 */
corrections: Array<ArticleCorrection>, };

/**
 * The settings that a meeting runs under.
 */
export type Rulebook = { 
/**
 * Where they come from.
 */
preset: Preset, 
/**
 * 半数以上 of the entitled members for ordinary items (R-HY-02).
 */
ordinaryQuorum: Share, 
/**
 * 三分之二以上 for appointments (R-HY-01).
 */
appointmentQuorum: Share, 
/**
 * What more than half is taken of (R-HY-12).
 */
majorityOf: MajorityOf, 
/**
 * Whether a recused member still counts as entitled (R-HB-04).
 */
recusalBase: RecusalBase, 
/**
 * 人员不齐不讨论 (S-01), for appointments.
 */
fullAttendance: FullAttendance, 
/**
 * Who states a stance last (R-HY-07, R-HY-08).
 */
lastSpeaker: LastSpeaker, 
/**
 * 弃权 can be voted.
 */
mayAbstain: boolean, 
/**
 * 缓议 can be voted.
 */
mayDefer: boolean, 
/**
 * As many papers are issued as there are voters (R-PJ-04); otherwise no more than that.
 */
everyVoterGetsAPaper: boolean, 
/**
 * From this share of members present who disagree or defer, postponing the vote is suggested (R-HY-10, practice).
 */
postponeHint: Share, 
/**
 * Up to this difference between those who agree and those who disagree, postponing is suggested too (R-HY-10).
 */
postponeMargin: Count, 
/**
 * A decision can be reconsidered (R-HY-18).
 */
reconsideration: boolean, 
/**
 * A nominee who was not carried twice for the same post is warned about (R-LC-01).
 */
repeatedFailureWarned: boolean, 
/**
 * Whether the first day of a public notice counts as one of its five working days (R-GZ-05).
 */
noticeDayCounts: boolean, };

/**
 * A file that was written.
 */
export type SavedFile = { 
/**
 * Where.
 */
path: string, 
/**
 * SHA-256 of its bytes, in hexadecimal.
 */
digest: string, 
/**
 * Pages, for a paper.
 */
pages: number | null, 
/**
 * The paper's number.
 */
number: PaperNo | null, };

/**
 * What a hit must be; what is left out does not matter.
 */
export type SearchFilters = { 
/**
 * The name of somebody who said it or whom it is about. People of one name are not told apart.
 */
person: string | null, 
/**
 * The year of the meeting; of the committee's own entries, that in which they were recorded.
 */
year: number | null, 
/**
 * What kind of text.
 */
kind: FoundKind | null, 
/**
 * What became of the matter that it is about in the end, also where it was said before a 复议.
 */
outcome: Outcome | null, };

/**
 * What was found.
 */
export type SearchView = { 
/**
 * How many texts.
 */
total: number, 
/**
 * Those that were asked for, the newest entry first.
 */
hits: Array<FoundText>, 
/**
 * Everybody who can be filtered by.
 */
people: Array<string>, 
/**
 * Every year that can be filtered by, the newest first.
 */
years: Array<number>, };

/**
 * Where a member sits, on a plan of [`ROWS`] by [`COLUMNS`] places seen with the head of the table above.
 */
export type SeatPlace = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * From the head of the table down, from 0.
 */
row: number, 
/**
 * From left to right, from 0.
 */
column: number, };

/**
 * A seat.
 */
export type SeatView = { 
/**
 * Who.
 */
member: Member, 
/**
 * The roll call's word.
 */
attendance: Attendance | null, 
/**
 * In the room.
 */
present: boolean, 
/**
 * Outside on account of a recusal.
 */
recused: boolean, 
/**
 * Comings and goings.
 */
movements: Array<Movement>, 
/**
 * The refusal of coming back from a recusal; `null` where that can be done.
 */
comeBack: Refusal | null, 
/**
 * The refusal of reading their written opinion; `null` where one can be read.
 */
opinion: Refusal | null, };

/**
 * The count of a secret ballot as the scrutineer and the teller report it. There is no field for a person.
 */
export type SecretCount = { 
/**
 * 发出.
 */
issued: Count, 
/**
 * 收回.
 */
returned: Count, 
/**
 * 整票废.
 */
spoilt: Count, 
/**
 * 同意.
 */
agree: Count, 
/**
 * 不同意.
 */
against: Count, 
/**
 * 弃权.
 */
abstain: Count, 
/**
 * 缓议.
 */
defer: Count, 
/**
 * 该栏废.
 */
spoiltField: Count, };

/**
 * What stands between the cells of a text.
 */
export type Separator = "tab" | "comma" | "semicolon";

/**
 * Opening and closing a store from the window. Scripts name theirs on the command line.
 */
export type SessionCommand = { "status": Record<symbol, never> } | { "create": { 
/**
 * At least eight characters.
 */
passphrase: string, } } | { "unlock": { 
/**
 * As chosen.
 */
passphrase: string, } } | { "openSample": Record<symbol, never> } | { "resetSample": Record<symbol, never> } | { "lock": Record<symbol, never> };

/**
 * Where things stand.
 */
export type SessionView = "new" | "locked" | "open" | "sample";

/**
 * A fraction of people, kept as two integers.
 */
export type Share = { 
/**
 * Over the line.
 */
numerator: number, 
/**
 * Under the line; never nought.
 */
denominator: number, };

/**
 * How far a matter has come.
 */
export type StageName = "waiting" | "takenUp" | "introduced" | "heard" | "voting" | "settled" | "announced" | "reconsidering";

/**
 * Where in the record something stands.
 */
export type Stamp = { 
/**
 * Ledger number.
 */
entry: EntryNo, 
/**
 * When it was recorded.
 */
at: Moment, };

/**
 * 表态: one of the three clear opinions that the Regulation names.
 */
export type Stance = "agree" | "disagree" | "defer";

/**
 * How the stances stand.
 */
export type StanceCount = { 
/**
 * 同意.
 */
agree: Count, 
/**
 * 不同意.
 */
disagree: Count, 
/**
 * 缓议.
 */
defer: Count, 
/**
 * Present and silent.
 */
silent: Count, };

/**
 * Whether a text still reads so. The record only grows: what was put right is found as well as what it reads now.
 */
export type Standing = { "type": "stands", } | { "type": "corrected", 
/**
 * By this entry.
 */
by: EntryNo, } | { "type": "replaced", 
/**
 * By this entry.
 */
by: EntryNo, } | { "type": "corrects", 
/**
 * Which.
 */
entry: EntryNo, };

/**
 * 表态.
 */
export type Statement = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * Who.
 */
member: MemberId, 
/**
 * Which.
 */
stance: Stance, 
/**
 * Their words.
 */
words: string, };

/**
 * How far a step has come.
 */
export type StepState = "complete" | "incomplete" | "notNeeded";

/**
 * Rows of text, and what their columns are.
 */
export type Table = { 
/**
 * All of them as wide as the widest.
 */
rows: Array<Array<string>>, 
/**
 * How many rows at the top are titles and headings.
 */
head: number, 
/**
 * What each column is, as its heading says or the user chose; `None` for one that is left out.
 */
columns: Array<Column | null>, };

/**
 * A table as it was read, or why it was not.
 */
export type TableReading = { "table": TableView } | { "unreadable": TableTrouble };

/**
 * Where a table comes from.
 */
export type TableSource = { "file": string } | { "text": string };

/**
 * Why a table cannot be read.
 */
export type TableTrouble = { "type": "tooLarge", 
/**
 * In MiB.
 */
limit: bigint, } | { "type": "tooManyRows", 
/**
 * At most.
 */
limit: number, } | { "type": "tooManyColumns", 
/**
 * At most.
 */
limit: number, } | { "type": "cellTooLong", 
/**
 * From 1.
 */
row: number, 
/**
 * From 1.
 */
column: number, 
/**
 * At most, in characters.
 */
limit: number, } | { "type": "empty", } | { "type": "noTable", } | { "type": "otherForm", } | { "type": "locked", } | { "type": "damaged", } | { "type": "openQuote", };

/**
 * What a table is read for.
 */
export type TableUse = "roster" | "nominees" | "observers";

/**
 * A table as it was read.
 */
export type TableView = { 
/**
 * All of a workbook's sheets that can be seen; none for a text.
 */
sheets: Array<string>, 
/**
 * The one that was read.
 */
sheet: string | null, 
/**
 * How the file was taken to be written; none for a workbook and for what was pasted.
 */
encoding: TextEncoding | null, 
/**
 * What the cells were taken to be parted by.
 */
separator: Separator | null, 
/**
 * What is in it, and what its headings say.
 */
table: Table, };

/**
 * What a vote came to.
 */
export type Tally = { 
/**
 * 同意.
 */
agree: Count, 
/**
 * 不同意.
 */
against: Count, 
/**
 * 弃权.
 */
abstain: Count, 
/**
 * 缓议.
 */
defer: Count, 
/**
 * 废票 and 该栏废; nought where votes are cast by name.
 */
spoilt: Count, };

/**
 * A term with the meetings that were called in it.
 */
export type TermView = { 
/**
 * 届次.
 */
term: string, 
/**
 * Newest first.
 */
meetings: Array<MeetingSummary>, };

/**
 * A text that must not be empty.
 */
export type Text = "committeeName" | "name" | "meetingNumber" | "place" | "recorder" | "itemTitle" | "post" | "reason" | "words" | "decision" | "scrutineer" | "teller" | "responsible" | "substitute" | "relation" | "article" | "templateName";

/**
 * How a text file is written.
 */
export type TextEncoding = "utf8" | "gb18030" | "utf16Le" | "utf16Be";

/**
 * How a matter was settled.
 */
export type Verdict = { "type": "byName", 
/**
 * When closed.
 */
stamp: Stamp, 
/**
 * How it was opened.
 */
opening: BallotOpening, 
/**
 * How.
 */
method: OpenMethod, 
/**
 * In the order cast.
 */
votes: Array<NamedVote>, 
/**
 * Totals.
 */
tally: Tally, 
/**
 * More than half of this carries.
 */
base: Count, 
/**
 * 通过 or 未通过.
 */
outcome: Outcome, } | { "type": "secret", 
/**
 * When counted.
 */
stamp: Stamp, 
/**
 * How it was opened.
 */
opening: BallotOpening, 
/**
 * As reported.
 */
count: SecretCount, 
/**
 * Totals.
 */
tally: Tally, 
/**
 * More than half of this carries.
 */
base: Count, 
/**
 * 通过 or 未通过.
 */
outcome: Outcome, } | { "type": "setAside", 
/**
 * When.
 */
stamp: Stamp, 
/**
 * 暂缓表决 or 缓议.
 */
outcome: Outcome, 
/**
 * Why.
 */
reason: string, };

/**
 * What verification found.
 */
export type VerifyView = { 
/**
 * The head of the verified chain.
 */
disk: DiskView, 
/**
 * The entries whose hash begins with the fingerprint asked about: one for a genuine paper, none for any other.
 */
found: Array<FoundEntry> | null, 
/**
 * Where none was found: the entry that the fingerprint is nearly that of, with the groups that differ.
 */
near: NearMiss | null, };

/**
 * 违规情形: what was done against a rule at a meeting that is entered afterwards.
 */
export type Violation = { 
/**
 * Its entry; what was done has the next.
 */
stamp: Stamp, 
/**
 * Which rule, by which facts.
 */
refusal: Refusal, };

/**
 * 表决方式.
 */
export type VoteMethod = "voice" | "hands" | "signed" | "secret";

/**
 * How a vote by name had been entered, and how it reads now.
 */
export type VoteRevision = { 
/**
 * As it had been entered.
 */
from: Choice, 
/**
 * What it was.
 */
to: Choice, };

/**
 * A rule speaks on these facts. When the facts change it is another warning.
 */
export type Warning = { "type": "notAllPresent", 
/**
 * Who is away.
 */
absent: Array<Named>, } | { "type": "opinionsDiffer", 
/**
 * The nominee; `null` for an ordinary item.
 */
nominee: NomineeId | null, 
/**
 * Who agree.
 */
agree: Count, 
/**
 * Who disagree.
 */
disagree: Count, 
/**
 * Who want it deferred.
 */
defer: Count, 
/**
 * 实到.
 */
present: Count, } | { "type": "introductionLacks", 
/**
 * The nominee.
 */
nominee: NomineeId, 
/**
 * What.
 */
missing: Array<IntroductionPoint>, } | { "type": "preparationUnmarked", 
/**
 * The nominee.
 */
nominee: NomineeId, 
/**
 * Which.
 */
steps: Array<PreparationStep>, } | { "type": "leaningRemark", 
/**
 * The remark's entry.
 */
entry: EntryNo, } | { "type": "repeatedFailure", 
/**
 * The nominee.
 */
nominee: NomineeId, 
/**
 * At which meetings.
 */
meetings: Array<MeetingNumber>, } | { "type": "unanimousSecret", 
/**
 * The nominee; `null` for an ordinary item.
 */
nominee: NomineeId | null, };

/**
 * A rule speaks.
 */
export type WarningView = { 
/**
 * On these facts.
 */
warning: Warning, 
/**
 * Which.
 */
rule: RuleId, 
/**
 * What it rests on.
 */
article: Article, 
/**
 * Nothing goes on without the chair's confirmation.
 */
awaited: boolean, 
/**
 * The acknowledgement that holds.
 */
acknowledged: Acknowledgement | null, };

/**
 * 书面意见 of an absent member; never counted.
 */
export type WrittenOpinion = { 
/**
 * Its entry.
 */
stamp: Stamp, 
/**
 * Whose.
 */
member: MemberId, 
/**
 * As written.
 */
words: string, };
