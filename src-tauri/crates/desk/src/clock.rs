//! The only place that reads the time. Everything below is handed a [`Moment`].

use chrono::{DateTime, Duration, Local};
use meeting::Moment;

/// Where the time comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The machine's.
    System,
    /// Stands still at this time and goes on by one second with every command that is recorded, so that the same script
    /// writes the same bytes.
    Pinned(Moment),
}

impl Clock {
    /// A clock pinned at an RFC 3339 time. `None` where the text is none.
    pub fn pinned(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(Moment).map(Self::Pinned)
    }

    /// The time now, to the second: the record keeps no finer one.
    pub fn now(self) -> Moment {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one clock of the product")]
            Self::System => {
                let now = Local::now().fixed_offset();
                Moment(now - Duration::nanoseconds(i64::from(now.timestamp_subsec_nanos())))
            }
            Self::Pinned(moment) => moment,
        }
    }

    /// A command was recorded.
    pub(crate) fn tick(&mut self) {
        if let Self::Pinned(moment) = self {
            *moment = Moment(moment.0 + Duration::seconds(1));
        }
    }
}
