//! Ids, counts and times: each a type of its own, so that one cannot be handed over for another.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
        )]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number!(
    /// A seat on the committee, numbered from 1 in the order of seating; never given twice.
    MemberId
);
number!(
    /// A meeting, numbered from 1 in the order of calling.
    MeetingId
);
number!(
    /// An agenda item of one meeting, from 1 in agenda order.
    ItemId
);
number!(
    /// A nominee of one meeting, from 1 across all its items.
    NomineeId
);
number!(
    /// An observer (列席) of one meeting, from 1 across all its items.
    ObserverId
);
number!(
    /// The number of a ledger entry; dense from 1.
    EntryNo
);
number!(
    /// A number of people or of ballot papers.
    Count
);

impl Count {
    /// The number of elements; saturates, which no committee reaches.
    pub fn of<T>(items: &[T]) -> Self {
        Self(u32::try_from(items.len()).unwrap_or(u32::MAX))
    }
}

/// A point in time with the offset of the place where it was read; RFC 3339 on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
pub struct Moment(
    #[schemars(with = "String", extend("format" = "date-time"))]
    #[ts(type = "string")]
    pub DateTime<FixedOffset>,
);

impl Moment {
    /// The calendar day at the place of the meeting.
    pub fn date(self) -> Date {
        Date(self.0.date_naive())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339())
    }
}

/// A calendar day, `2026-03-05` on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
pub struct Date(
    #[schemars(with = "String", extend("format" = "date"))]
    #[ts(type = "string")]
    pub NaiveDate,
);
