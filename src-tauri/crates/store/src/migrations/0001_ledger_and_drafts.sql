-- The record. It only grows: a row is never changed, removed or replaced, and a new one must follow the last.
CREATE TABLE ledger (
  seq    INTEGER PRIMARY KEY CHECK (seq >= 1),
  at     TEXT NOT NULL,
  stream TEXT NOT NULL,
  kind   TEXT NOT NULL,
  body   BLOB NOT NULL,
  prev   BLOB NOT NULL CHECK (length(prev) = 32),
  hash   BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'ledger: recorded is recorded');
END;

CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'ledger: recorded is recorded');
END;

-- The literal is the genesis value of the ledger crate (a test compares them). Without this trigger INSERT OR REPLACE could
-- put another row in place of a recorded one.
CREATE TRIGGER ledger_only_next BEFORE INSERT ON ledger
BEGIN
  SELECT RAISE(ABORT, 'ledger: not the next number')
   WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger);
  SELECT RAISE(ABORT, 'ledger: does not link to the last entry')
   WHERE NEW.prev IS NOT coalesce(
     (SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1),
     x'cb3efea73d36ee0297c1bf31bd7f21297a140c3765c51bc5021310c254726e86');
END;

-- What is being typed and not yet recorded. It may change and vanish, and proves nothing.
CREATE TABLE draft (
  key      TEXT PRIMARY KEY NOT NULL,
  body     TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
