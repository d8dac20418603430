//! From an older format to the present one.

use rusqlite::{Connection, TransactionBehavior};

use crate::StoreFault;
use crate::connection::pragma;

/// The steps, in order. A file's version is the number of steps it has gone through. A released step is never changed (a test
/// holds its digest): files that have gone through it exist.
pub(crate) type Migrations = [&'static str];

pub(crate) const MIGRATIONS: &Migrations = &[include_str!("migrations/0001_ledger_and_drafts.sql")];

/// The newest version.
pub(crate) fn newest(migrations: &Migrations) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}

/// The version of the file.
///
/// # Errors
/// [`StoreFault::NewerVersion`] when it is newer than `migrations`, and faults of reading.
pub(crate) fn version(conn: &Connection, migrations: &Migrations) -> Result<u32, StoreFault> {
    let (found, known) = (pragma(conn, "user_version")?, newest(migrations));
    if found > known {
        return Err(StoreFault::NewerVersion { found, known });
    }
    Ok(found)
}

/// Takes the steps that are missing: all of them or, when one fails, none.
pub(crate) fn migrate(conn: &mut Connection, migrations: &Migrations) -> Result<(), StoreFault> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = version(&tx, migrations)?;
    for step in migrations.iter().skip(done as usize) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", newest(migrations))?;
    Ok(tx.commit()?)
}
