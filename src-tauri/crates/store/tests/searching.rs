//! What the index finds is what a scan of all texts finds, and how long each takes: `cargo xtask bench search` shows that.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use proptest::prelude::*;
use store::{SearchIndex, occurrences};

/// What is written in a generated record; the words make long queries meet.
const WORDS: [&str; 32] = [
    "同意",
    "不同意",
    "缓议",
    "常委会",
    "书记",
    "副书记",
    "末位表态",
    "干部任免",
    "民主推荐",
    "组织部",
    "部务会",
    "考察",
    "任前公示",
    "赵一鸣",
    "钱二",
    "局长",
    "县委常委",
    "会议纪要",
    "GB/T 9704",
    "gb/t 9704",
    "２０２６年",
    "2026年",
    "ＰＤＦ",
    "R-HY-07",
    "。",
    "，",
    "、",
    "：",
    "；",
    "（",
    "）",
    "\n",
];

#[expect(clippy::disallowed_methods, reason = "it measures; nothing that is tested reads it")]
fn now() -> Instant {
    Instant::now()
}

/// Numbers by chance that are the same every time (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    /// A character; the common ones are far more common than the others, as in any language.
    fn letter(&mut self) -> char {
        let rare = 1 + self.below(2_500);
        char::from_u32(0x4e00 + u32::try_from(self.below(rare)).unwrap()).unwrap()
    }

    fn text(&mut self, length: usize) -> String {
        let mut text = String::new();
        let mut written = 0;
        while written < length {
            if self.below(4) == 0 {
                let word = WORDS[self.below(WORDS.len())];
                text += word;
                written += word.chars().count();
            } else {
                text.push(self.letter());
                written += 1;
            }
        }
        text
    }

    /// Some letters of a text, from anywhere in it, as far as they reach.
    fn cut(&mut self, text: &str, length: usize) -> String {
        let letters = text.chars().count();
        text.chars().skip(self.below(letters)).take(length).collect()
    }
}

/// Letters that count as one, written down apart from the program.
fn alike(text: &str) -> String {
    const WIDE: &str = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ";
    const PLAIN: &str = "0123456789abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
    let plain = |letter: char| {
        let at = WIDE.chars().position(|wide| wide == letter);
        at.and_then(|at| PLAIN.chars().nth(at)).unwrap_or(letter)
    };
    text.chars().map(plain).collect::<String>().to_ascii_lowercase()
}

/// The plain scan. Its texts are made alike beforehand.
fn scan(texts: &[String], sought: &str) -> Vec<u32> {
    let sought = alike(sought);
    (0..).zip(texts).filter(|(_, text)| text.contains(&sought)).map(|(number, _)| number).collect()
}

fn index_of(texts: &[String]) -> SearchIndex {
    let mut index = SearchIndex::default();
    texts.iter().cloned().for_each(|text| index.add(text));
    index
}

#[test]
fn two_thousand_queries_over_a_million_characters_find_what_a_scan_finds() {
    const LETTERS: usize = 1_000_000;
    let mut chance = Chance(0x5eed);
    let mut texts = Vec::new();
    let mut letters = 0;
    while letters < LETTERS {
        let length = 2 + chance.below(300);
        let text = chance.text(length);
        letters += text.chars().count();
        texts.push(text);
    }
    let alike_texts: Vec<String> = texts.iter().map(|text| alike(text)).collect();
    let mut index = index_of(&texts);
    let start = now();
    index.find("任").unwrap();
    let building = start.elapsed();

    let (mut by_index, mut by_scan) = (Duration::ZERO, Duration::ZERO);
    let (mut found, mut empty, mut across) = (0, 0, 0);
    for number in 0..2_000 {
        let length = 1 + number % 8;
        let sought = match number / 8 % 4 {
            0 => chance.text(length).chars().take(length).collect(),
            1 => {
                let text = &texts[chance.below(texts.len())];
                // Ending in punctuation or beginning with it, unless there is none.
                let at = text.chars().position(|letter| "。，、：；（）".contains(letter)).unwrap_or(0);
                let before = chance.below(length.min(at + 1));
                text.chars().skip(at - before).take(length).collect()
            }
            _ => {
                let text = &texts[chance.below(texts.len())];
                chance.cut(text, length)
            }
        };
        let start = now();
        let hits = index.find(&sought).unwrap();
        by_index += start.elapsed();
        let start = now();
        let scanned = scan(&alike_texts, &sought);
        by_scan += start.elapsed();
        assert_eq!(hits, scanned, "{sought:?}");
        found += hits.len();
        empty += usize::from(hits.is_empty());
        across +=
            usize::from(sought.chars().count() > 1 && sought.chars().any(|letter| "。，、：；（）".contains(letter)));
    }
    assert!(
        found > 100_000 && empty > 100 && across > 400,
        "{found} hits, {empty} without, {across} across punctuation"
    );

    let ratio = by_scan.as_secs_f64() / by_index.as_secs_f64();
    println!(
        "2,000 queries of 1 to 8 characters over {letters} characters in {} texts: the same hits, {found} in all;",
        texts.len()
    );
    println!(
        "{empty} queries without any, {across} across punctuation. The texts of the scan lie ready in memory, case and width made alike."
    );
    println!("  {:>8.1} ms  the index, {ratio:.1} times as fast as the scan", by_index.as_secs_f64() * 1e3);
    println!("  {:>8.1} ms  the plain scan", by_scan.as_secs_f64() * 1e3);
    println!("  {:>8.1} ms  building the index, once", building.as_secs_f64() * 1e3);
}

#[test]
fn punctuation_spaces_and_signs_are_found_and_mean_nothing_to_the_engine() {
    let texts =
        ["同意。请组织部抓好落实", "同意，请组织部", "", " ", "a\"b*c^d", "NEAR(x) OR y", "𠮷：1"].map(String::from);
    let mut index = index_of(&texts);
    for (sought, hits) in [
        ("。", vec![0]),
        ("意。请", vec![0]),
        ("意，请", vec![1]),
        ("意请", vec![]),
        (" ", vec![3, 5]),
        ("\"b*c^", vec![4]),
        ("or Y", vec![5]),
        ("𠮷：１", vec![6]),
        ("", vec![0, 1, 2, 3, 4, 5, 6]),
    ] {
        assert_eq!(index.find(sought).unwrap(), hits, "{sought:?}");
    }
    let long = "同意".repeat(2_000);
    index.add(long.clone());
    assert_eq!(index.find(&long).unwrap(), [7]);
}

#[test]
fn occurrences_are_ranges_of_the_text_as_it_is() {
    let text = "Ａa，aA组";
    let places: Vec<&str> = occurrences(text, "aa").into_iter().map(|range| &text[range]).collect();
    assert_eq!(places, ["Ａa", "aA"]);
    let twice = occurrences("同同同", "同同");
    assert_eq!((twice.len(), twice.first()), (1, Some(&(0..6))), "one behind the other");
    assert!(occurrences("同", "").is_empty() && occurrences("", "同").is_empty());
}

proptest! {
    /// Whatever is added when: the index that was there finds what a new one finds, and that is what a scan finds.
    #[test]
    fn an_index_that_grew_finds_what_a_new_one_finds(
        texts in prop::collection::vec("[同意。，AaＡ 1\n]{0,8}", 1..30),
        sought in prop::collection::vec("[同意。，AaＡ 1\n]{1,3}", 1..8),
    ) {
        let mut grown = SearchIndex::default();
        let mut queries = sought.iter().cycle();
        for (count, text) in texts.iter().enumerate() {
            grown.add(text.clone());
            let query = queries.next().unwrap();
            let added = &texts[..=count];
            let scanned = scan(&added.iter().map(|text| alike(text)).collect::<Vec<_>>(), query);
            prop_assert_eq!(&grown.find(query).unwrap(), &scanned);
            prop_assert_eq!(&index_of(added).find(query).unwrap(), &scanned);
            let marked: Vec<u32> =
                (0..).zip(added).filter(|(_, text)| !occurrences(text, query).is_empty()).map(|(number, _)| number).collect();
            prop_assert_eq!(&marked, &scanned);
        }
    }
}
