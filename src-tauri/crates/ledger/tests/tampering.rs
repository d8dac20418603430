//! Every bit of every field of a small record is flipped, and each time the right entry is named.

use ledger::{Broken, Chain, Entry, EntryNo, Hash, Head, NewEntry, What};

const FIELDS: [&str; 7] = ["no", "at", "stream", "kind", "body", "prev", "hash"];

fn record() -> Vec<Entry> {
    let mut head = Head::genesis();
    [("opened", "{}"), ("spoke", "同意"), ("voted", "[7,0,0]"), ("closed", "")]
        .iter()
        .map(|(kind, body)| {
            let new = NewEntry { kind: (*kind).into(), body: (*body).into() };
            let entry = Entry::link(&head, "2026-11-24T09:00:00+08:00", "m1", new);
            head = entry.head();
            entry
        })
        .collect()
}

fn check(entries: &[Entry]) -> Result<Head, Broken> {
    let mut chain = Chain::begin();
    entries.iter().try_for_each(|entry| chain.accept(entry))?;
    Ok(chain.head())
}

/// Flips one bit of a field. `None` when the field has no such byte, or when a text would no longer be one (the store meets
/// those, and has its own test).
fn flip(entry: &Entry, field: &str, bit: usize) -> Option<Entry> {
    let mut flipped = entry.clone();
    let (byte, mask) = (bit / 8, 1_u8 << (bit % 8));
    let change = |bytes: &mut [u8]| bytes.get_mut(byte).map(|b| *b ^= mask);
    let text = |text: &mut String| {
        let mut bytes = text.clone().into_bytes();
        change(&mut bytes)?;
        *text = String::from_utf8(bytes).ok()?;
        Some(())
    };
    let hash = |hash: &mut Hash| {
        let mut bytes = *hash.as_bytes();
        change(&mut bytes)?;
        *hash = Hash::from(bytes);
        Some(())
    };
    match field {
        "no" => {
            let mut bytes = entry.no.0.to_le_bytes();
            change(&mut bytes)?;
            flipped.no = EntryNo(u32::from_le_bytes(bytes));
        }
        "at" => text(&mut flipped.at)?,
        "stream" => text(&mut flipped.stream)?,
        "kind" => text(&mut flipped.kind)?,
        "body" => change(&mut flipped.body)?,
        "prev" => hash(&mut flipped.prev)?,
        _ => hash(&mut flipped.hash)?,
    }
    Some(flipped)
}

#[test]
fn every_flipped_bit_is_found_with_its_entry() {
    let record = record();
    assert_eq!(check(&record).map(|head| head.no), Ok(EntryNo(4)));
    let mut tried = 0;
    for (index, entry) in record.iter().enumerate() {
        for field in FIELDS {
            for bit in 0..8 * 64 {
                let Some(flipped) = flip(entry, field, bit) else {
                    continue;
                };
                let mut tampered = record.clone();
                tampered[index] = flipped;
                let what = match field {
                    "no" => What::Gap,
                    "prev" => What::Link,
                    _ => What::Hash,
                };
                let no = entry.no;
                assert_eq!(check(&tampered), Err(Broken { no, what }), "{field}, bit {bit}");
                tried += 1;
            }
        }
    }
    assert!(tried > 2500, "only {tried} bits were flipped");
}

/// The honest limit: whoever rebuilds the chain has a sound one. Its head differs, and that is why heads are printed.
#[test]
fn a_rebuilt_record_is_sound_but_has_another_head() {
    let original = record();
    let mut head = Head::genesis();
    let rebuilt: Vec<Entry> = original
        .iter()
        .map(|entry| {
            let new = NewEntry {
                kind: entry.kind.clone(),
                body: if entry.no == EntryNo(2) { "不同意".into() } else { entry.body.clone() },
            };
            let entry = Entry::link(&head, &entry.at, &entry.stream, new);
            head = entry.head();
            entry
        })
        .collect();
    assert!(check(&rebuilt).is_ok());
    assert_ne!(check(&rebuilt), check(&original));
}
