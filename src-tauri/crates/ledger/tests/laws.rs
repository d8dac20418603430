//! Laws over random entries.
#![allow(clippy::unwrap_used)]

use ledger::{Chain, Entry, Fingerprint, Hash, Head, NewEntry, What};
use proptest::prelude::*;

fn entry(at: &str, stream: &str, kind: &str, body: &[u8]) -> Entry {
    let new = NewEntry { kind: kind.into(), body: body.into() };
    Entry::link(&Head::genesis(), at, stream, new)
}

proptest! {
    /// Without the length before each field, all of these would have the same hash.
    #[test]
    fn moving_a_character_between_neighbouring_fields_changes_the_hash(
        texts in prop::array::uniform4("\\PC{1,12}"),
        border in 0..3_usize,
        forward: bool,
    ) {
        let mut moved = texts.clone();
        if forward {
            let c = moved[border].pop().unwrap();
            moved[border + 1].insert(0, c);
        } else {
            let c = moved[border + 1].remove(0);
            moved[border].push(c);
        }
        prop_assert_eq!(texts.concat(), moved.concat());
        let [before, after] = [&texts, &moved].map(|[at, stream, kind, body]| entry(at, stream, kind, body.as_bytes()));
        prop_assert_ne!(before.hash, after.hash);
    }

    #[test]
    fn what_was_linked_is_accepted_and_leads_to_the_last_head(
        bodies in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..20),
    ) {
        let mut head = Head::genesis();
        let mut chain = Chain::begin();
        for body in bodies {
            let entry = Entry::link(&head, "2026-11-24T09:00:00+08:00", "s", NewEntry { kind: "k".into(), body });
            prop_assert_eq!(chain.awaits(), entry.no);
            prop_assert_eq!(chain.accept(&entry), Ok(()));
            head = entry.head();
        }
        prop_assert_eq!(chain.head(), head);
    }

    #[test]
    fn leaving_out_doubling_or_exchanging_entries_is_found_where_it_begins(
        count in 2..12_usize, place in any::<prop::sample::Index>(), change in 0..3,
    ) {
        let mut head = Head::genesis();
        let mut entries: Vec<Entry> = (0..count).map(|_| {
            let entry = Entry::link(&head, "", "", NewEntry { kind: String::new(), body: Vec::new() });
            head = entry.head();
            entry
        }).collect();
        // Not the last one: a record that merely ends early is sound as far as it goes.
        let place = place.index(count - 1);
        let broken_at = match change {
            0 => { entries.remove(place); place }
            1 => { entries.insert(place, entries[place].clone()); place + 1 }
            _ => { entries.swap(place, place + 1); place }
        };
        let mut chain = Chain::begin();
        let broken = entries.iter().find_map(|entry| chain.accept(entry).err()).unwrap();
        prop_assert_eq!((broken.no.0 as usize, broken.what), (broken_at + 1, What::Gap));
    }

    #[test]
    fn a_fingerprint_matches_exactly_the_hashes_that_begin_with_it(
        bytes: [u8; 32], digits in 8..=64_usize, other: [u8; 32], flip in 0..256_usize,
    ) {
        let hash = Hash::from(bytes);
        let typed: Fingerprint = hash.to_string()[..digits].parse().unwrap();
        prop_assert!(typed.matches(&hash));
        prop_assert!(typed.range().contains(&hash));
        let mut near = bytes;
        near[flip / 8] ^= 0x80 >> (flip % 8);
        prop_assert_eq!(typed.matches(&Hash::from(near)), flip / 4 >= digits);
        let other = Hash::from(other);
        prop_assert_eq!(typed.matches(&other), other.to_string().starts_with(&hash.to_string()[..digits]));
        prop_assert_eq!(typed.to_string().parse(), Ok(typed));
    }

    #[test]
    fn no_typed_text_makes_it_stumble(text in "\\PC*") {
        if let Ok(fingerprint) = text.parse::<Fingerprint>() {
            prop_assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
        }
    }
}
