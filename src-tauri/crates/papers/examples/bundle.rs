//! All papers of a large meeting, for `cargo xtask bench papers`: 60 nominees, 11 members, a secret ballot on each.
//!
//! `bundle pdf FONTS FOLDER` makes the PDFs, as the program does. `bundle sources FONTS FOLDER` writes what other programs
//! make the same of: a folder for Typst's command line per paper, and the papers that there are as DOCX.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use chrono::{DateTime, Duration};
use meeting::{
    Attendance, ChangeKind, Committee, CommitteeCommand, Count, CountSheet, EntryNo, Event, ItemDraft, ItemId,
    MatterDraft, Meeting, MeetingCall, MeetingCommand, MeetingNumber, MemberId, Moment, NomineeDraft, NomineeId,
    NomineeProfile, Person, Preset, Reading, Recorded, Recorder, Role, Stance, VoteMethod, call, decide,
};
use papers::{Fonts, Imprint, Paper, PaperKind, PaperNo, Witness, docx, due, has_docx, sources};

const MEMBERS: u32 = 11;
const NOMINEES: u32 = 60;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [what, fonts, folder] = &words[..] else { return Err("bundle pdf|sources FONTS FOLDER".into()) };
    let fonts = Fonts::load(Path::new(fonts))?;
    let (meeting, entry) = held()?;
    for (place, (kind, _)) in due(&meeting).into_iter().enumerate() {
        let ballots = (1..=MEMBERS).map(|number| format!("{number:04}")).collect();
        let made = Some(Imprint { number: PaperNo(place as u32 + 1), ballots, ..Imprint::default() });
        let witness = Witness { entry, fingerprint: "7F3A 91C2 0B5D E864 1D27 C0F9 3A6B 58E1".into(), made };
        let stem = Path::new(folder).join(format!("{place:02}"));
        match what.as_str() {
            "pdf" => fs::write(stem.with_extension("pdf"), Paper::lay_out(&kind, &meeting, &witness, &fonts)?.pdf()?)?,
            "sources" => write_sources(&stem, &kind, &meeting, &witness, &fonts)?,
            other => return Err(format!("there is no `{other}`").into()),
        }
    }
    Ok(())
}

fn write_sources(
    stem: &Path,
    kind: &PaperKind,
    meeting: &Meeting,
    witness: &Witness,
    fonts: &Fonts,
) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(stem)?;
    for (name, text) in sources(kind, meeting, witness, fonts)? {
        fs::write(stem.join(name), text)?;
    }
    if has_docx(kind) {
        fs::write(stem.with_extension("docx"), docx(kind, meeting, witness)?)?;
    }
    Ok(())
}

/// The meeting, over and sealed, and its last entry.
fn held() -> Result<(Meeting, EntryNo), Box<dyn Error>> {
    let start = DateTime::parse_from_rfc3339("2026-03-05T09:00:00+08:00")?;
    let at = |entry: u32| Moment(start + Duration::seconds(i64::from(entry)));
    let mut committee = Committee::default();
    let mut commands =
        vec![CommitteeCommand::Establish { name: "中共某市委常委会".into(), term: "第一届".into() }];
    for number in 1..=MEMBERS {
        let role = if number == 1 { Role::Secretary } else { Role::Member };
        let name = format!("成员{number}");
        commands.push(CommitteeCommand::SeatMember { name, role, posts: "市委常委".into(), since: None });
    }
    for command in commands {
        for event in committee.decide(&command, at(0)).map_err(|refusal| format!("{refusal:?}"))? {
            committee = committee.evolve(&event);
        }
    }
    let called = call(&committee, &[], &asked(at(0))).map_err(|refusal| format!("{refusal:?}"))?;
    let first = Recorded { entry: EntryNo(1), at: at(1), event: Event::MeetingCalled { call: called } };
    let mut meeting = Meeting::begin(&first).ok_or("a meeting begins with its call")?;
    let mut entry = 1;
    let mut does = |command: MeetingCommand| -> Result<(), Box<dyn Error>> {
        let events = decide(&meeting, &command, at(entry + 1)).map_err(|refusal| format!("{refusal:?}"))?;
        for event in events {
            entry += 1;
            meeting = meeting.clone().evolve(&Recorded { entry: EntryNo(entry), at: at(entry), event });
        }
        Ok(())
    };
    for command in day() {
        does(command)?;
    }
    Ok((meeting, EntryNo(entry)))
}

fn asked(scheduled: Moment) -> MeetingCall {
    let nominee = |number: u32| NomineeDraft {
        name: format!("人选{number}"),
        current_post: "市发展和改革委员会副主任".into(),
        proposed_post: "市数据局局长".into(),
        post_to_leave: "市发展和改革委员会副主任".into(),
        change: ChangeKind::Promotion,
        profile: NomineeProfile::default(),
        reconsiders: None,
    };
    let matter = MatterDraft::Appointment { nominees: (1..=NOMINEES).map(nominee).collect() };
    MeetingCall {
        number: MeetingNumber { year: 2026, ordinal: 1 },
        scheduled,
        place: "市委一号会议室".into(),
        chair: MemberId(1),
        recorder: Recorder { name: "苏简".into(), post: "市委办公室主任".into() },
        agenda: vec![ItemDraft { title: "研究干部任免事项".into(), matter, observers: Vec::new() }],
        preset: Preset::MunicipalCommittee2019,
        custom: None,
        back_filled: None,
    }
}

/// Everybody is there, speaks on everybody, the Secretary last, and agrees.
fn day() -> Vec<MeetingCommand> {
    let mut day: Vec<MeetingCommand> = (1..=MEMBERS)
        .map(|number| MeetingCommand::MarkAttendance { member: MemberId(number), attendance: Attendance::Present {} })
        .collect();
    day.push(MeetingCommand::OpenMeeting {});
    day.push(MeetingCommand::TakeUpItem { item: ItemId(1) });
    let count = |count: u32| Reading::Number(Count(count));
    let (all, none) = (count(MEMBERS), count(0));
    let sheet = CountSheet {
        issued: all,
        returned: all,
        spoilt: none,
        agree: all,
        against: none,
        abstain: none,
        defer: Reading::Empty,
        spoilt_field: none,
    };
    for nominee in 1..=NOMINEES {
        day.push(MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) });
        day.push(MeetingCommand::Introduce {
            by: Person::Member(MemberId(3)),
            words: "民主推荐、民主测评和考察情况已按程序完成，会审各单位复函无异议，部务会意见一致。".into(),
            covers: Vec::new(),
        });
        day.extend((2..=MEMBERS).chain([1]).map(|member| MeetingCommand::RecordStatement {
            speaker: Person::Member(MemberId(member)),
            stance: Stance::Agree,
            words: "同意。该同志政治素质好，熟悉业务，敢于担当，群众公认。".into(),
        }));
        day.push(MeetingCommand::OpenVote {
            method: VoteMethod::Secret,
            scrutineer: "方正言".into(),
            teller: "杜若".into(),
        });
        day.push(MeetingCommand::CountBallots { count: sheet, again: sheet });
        day.push(MeetingCommand::AnnounceResult {});
    }
    day.extend([MeetingCommand::CloseItem { decision: String::new() }, MeetingCommand::Adjourn {}]);
    day.push(MeetingCommand::Seal {});
    day
}
