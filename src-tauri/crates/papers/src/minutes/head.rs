//! The head of the minutes (会议组织情况).

use meeting::{
    Attendance, Attendant, Date, Meeting, Moment, Movement, MovementKind, Observer, Quorum, RuleId, Seat, Stamp,
};

use crate::presence::{is_marked_present, opened, present_after, presided};
use crate::sheet::{Field, Marks, back_filling, heading, meeting_name, member_with_post, time};
use crate::{cited, sheet, wording};

/// The head: what, when, where, who, and by which rules.
pub(super) fn head(meeting: &Meeting, marks: &Marks) -> Vec<Field> {
    let call = &meeting.call;
    let mut head = vec![
        Field::text("会议名称", meeting_name(meeting) + &mark_of_call(meeting, marks)),
        Field::text("时间", time(meeting)),
        Field::text("地点", &call.place),
        Field::text("主持人", chairs(meeting)),
        Field::lines("记录人", recorders(meeting)),
    ];
    head.extend(back_filling(meeting));
    if let Some(notice) = meeting.notice {
        head.push(Field::text("会议通知", notice_sent(meeting, notice) + &marks.at(notice.entry)));
    }
    head.push(Field::text("到会人数", turnout(meeting, marks)));
    let attended = |seat: &&Seat| is_marked_present(seat) || !seat.movements.is_empty();
    let called = |seat: &Seat| seat.marked.map_or_else(String::new, |marked| marks.at(marked.entry));
    let names = |seats: &[&Seat]| {
        // Where somebody came later, the mark stands with that.
        let mark = |seat: &Seat| if is_marked_present(seat) { called(seat) } else { String::new() };
        seats.iter().map(|seat| wording::spread(&seat.member.name) + &mark(seat)).collect::<Vec<_>>()
    };
    let present: Vec<&Seat> = meeting.seats.iter().filter(attended).collect();
    head.push(match present.is_empty() {
        true => Field::text("出席", "（尚未点名）"),
        false => Field::names("出席", names(&present)),
    });
    push_lines(&mut head, "迟到", meeting.seats.iter().filter_map(|seat| late(meeting, seat, marks)).collect());
    push_lines(&mut head, "离会", meeting.seats.iter().flat_map(|seat| departures(meeting, seat, marks)).collect());
    let away: Vec<&Seat> = meeting.seats.iter().filter(|seat| !attended(seat)).collect();
    let with_reason = |wanted: fn(&Attendance) -> Option<&str>| {
        let line = |seat: &&Seat| {
            let reason = seat.attendance.as_ref().and_then(wanted)?;
            Some(wording::with_post(&wording::spread(&seat.member.name), reason) + &called(seat))
        };
        away.iter().filter_map(line).collect::<Vec<_>>()
    };
    push_lines(
        &mut head,
        "请假",
        with_reason(|attendance| match attendance {
            Attendance::OnLeave { reason } => Some(reason),
            _ => None,
        }),
    );
    push_lines(
        &mut head,
        "缺席",
        with_reason(|attendance| match attendance {
            Attendance::Absent { reason } if reason.trim().is_empty() => Some("未说明事由"),
            Attendance::Absent { reason } => Some(reason),
            _ => None,
        }),
    );
    let unmarked: Vec<&Seat> = away.iter().copied().filter(|seat| seat.attendance.is_none()).collect();
    if !unmarked.is_empty() {
        head.push(Field::names("未点名", names(&unmarked)));
    }
    head.push(Field::lines("列席", observers(meeting)));
    head.push(Field::lines("议题", (1..).zip(&meeting.items).map(|(n, record)| heading(n, record)).collect()));
    head.push(Field::lines("所用规则", cited::settings(&call.rulebook)));
    head
}

fn push_lines(head: &mut Vec<Field>, lead: &str, lines: Vec<String>) {
    if !lines.is_empty() {
        head.push(Field::lines(lead, lines));
    }
}

/// When the notice went out. What is entered afterwards cannot say: its times begin with the meeting.
fn notice_sent(meeting: &Meeting, notice: Stamp) -> String {
    if meeting.is_back_filled() {
        format!("会前已发出（第 {} 条登记）", notice.entry)
    } else {
        format!("{}发出（第 {} 条）", wording::date_clock(notice.at), notice.entry)
    }
}

/// Who took the minutes, and who did while the recorder was out.
fn recorders(meeting: &Meeting) -> Vec<String> {
    let recorder = &meeting.call.recorder;
    let mut lines = vec![wording::with_post(&recorder.name, &recorder.post)];
    for matter in meeting.matters() {
        let substitutes = matter.recusals.iter().filter(|recusal| recusal.person == Attendant::Recorder);
        let nominee = matter.nominee.as_ref().map_or("", |nominee| nominee.name.as_str());
        lines.extend(substitutes.map(|recusal| format!("{}（研究{nominee}时代为记录）", recusal.substitute)));
    }
    lines
}

/// What is frozen with the call stands in the head, so a correction of it is marked there.
fn mark_of_call(meeting: &Meeting, marks: &Marks) -> String {
    meeting.entries.first().map_or_else(String::new, |entry| marks.at(*entry))
}

/// Who presided, in order.
fn chairs(meeting: &Meeting) -> String {
    let chairs = presided(meeting);
    let named: Vec<String> = chairs.iter().map(|chair| member_with_post(meeting, *chair)).collect();
    let named = named.join("，后为");
    if chairs.contains(&meeting.call.chair) {
        named
    } else {
        format!("{named}；通知的主持人为{}", member_with_post(meeting, meeting.call.chair))
    }
}

/// 应到、实到 at the opening, and who came later.
fn turnout(meeting: &Meeting, marks: &Marks) -> String {
    let (entitled, rulebook) = (meeting.entitled(), &meeting.call.rulebook);
    let Some(opened) = opened(meeting) else {
        let least = |share| wording::least(share, entitled);
        let (ordinary, appointment) = (least(rulebook.ordinary_quorum), least(rulebook.appointment_quorum));
        return format!("应到 {entitled} 人；一般议题须 {ordinary} 人到会，任免事项须 {appointment} 人到会");
    };
    let present = present_after(meeting, opened.entry, opened.at);
    let share = rulebook.ordinary_quorum;
    let turnout = match Quorum::judge(RuleId::Hy02, share, present, entitled) {
        Ok(quorum) => wording::quorum(quorum, share, ""),
        Err(_) => {
            let least = wording::least(share, entitled);
            format!("应到 {entitled} 人，实到 {present} 人，{}为 {least} 人，到会不足", wording::share(share))
        }
    };
    let later = meeting.seats.iter().filter(|seat| !is_marked_present(seat) && !seat.movements.is_empty()).count();
    let later = if later == 0 { String::new() } else { format!("；会中到会 {later} 人") };
    format!("{turnout}{later}{}", marks.at(opened.entry))
}

/// 冯　伟（9:04 到会，途中交通受阻）.
fn late(meeting: &Meeting, seat: &Seat, marks: &Marks) -> Option<String> {
    let arrival = seat.movements.first().filter(|_| !is_marked_present(seat))?;
    let reason = match &seat.attendance {
        Some(Attendance::OnLeave { reason } | Attendance::Absent { reason }) if !reason.trim().is_empty() => {
            format!("，{reason}")
        }
        _ => String::new(),
    };
    let marked = seat.marked.map_or_else(String::new, |marked| marks.at(marked.entry));
    let mark = marked + &marks.at(arrival.stamp.entry);
    let name = wording::spread(&seat.member.name);
    Some(format!("{name}（{} 到会{reason}）{mark}", clock(meeting, arrival.time)))
}

/// 许　可（10:05 离会，接待信访；10:20 返会）.
fn departures(meeting: &Meeting, seat: &Seat, marks: &Marks) -> Vec<String> {
    let at = |movement: &Movement| clock(meeting, movement.time);
    let name = wording::spread(&seat.member.name);
    let departure = |(place, movement): (usize, &Movement)| {
        let MovementKind::Departed { reason } = &movement.kind else { return None };
        let mut mark = marks.at(movement.stamp.entry);
        let back = seat.movements.get(place + 1).map_or_else(String::new, |back| {
            mark += &marks.at(back.stamp.entry);
            format!("；{} 返会", at(back))
        });
        Some(format!("{name}（{} 离会，{reason}{back}）{mark}", at(movement)))
    };
    seat.movements.iter().enumerate().filter_map(departure).collect()
}

/// Those who sat in, each with the items for which they did.
fn observers(meeting: &Meeting) -> Vec<String> {
    let observers = sheet::observers(meeting);
    if observers.is_empty() {
        return vec![wording::or_none("")];
    }
    let line = |(observer, items): (&Observer, Vec<usize>)| {
        let named = wording::with_post(&wording::spread(&observer.name), &observer.post);
        format!("{named}，列席议题{}", items.into_iter().map(wording::han).collect::<Vec<_>>().join("、"))
    };
    observers.into_iter().map(line).collect()
}

/// A time of the meeting; the day too, where it is not the first.
pub(super) fn clock(meeting: &Meeting, at: Moment) -> String {
    let first: Date = opened(meeting).map_or(meeting.call.scheduled, |opened| opened.at).date();
    if at.date() == first { wording::clock(at) } else { wording::date_clock(at) }
}
