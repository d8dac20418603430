//! 姓氏笔画 order (R-PX-02 to R-PX-06): names side by side in the order of their strokes, as lists of members are printed
//! where nobody ranks before another. The rank of the committee itself is never worked out (R-PX-01).
//!
//! The strokes are data (`strokes/characters.txt`, whence it comes: `strokes/NOTICE`): most of GB 2312 and some of the rarer
//! characters of names. Of two characters with the very same strokes the official order takes the one built left to right
//! before the one built top to bottom, and that before the rest; how a character is built is not in the data, so that these
//! stand in the order in which they were given and are named for a person to judge.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The two ways to order names, which differ in the single given name (R-PX-03).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum NameOrder {
    /// 姓氏笔画: a name of two characters counts as having an empty place between them, so that 高富 stands before 高大富. Party
    /// congresses and the CPPCC order so.
    Surname,
    /// 姓名笔画: the second character is compared whichever place it has, so that 田大利 stands before 田富. People's congresses
    /// order so.
    Name,
}

/// Names in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamesOrdered {
    /// The place of each name among those given, from 0.
    pub order: Vec<usize>,
    /// Characters whose strokes are not known, each once, as they first come; their names stand last as given.
    pub unknown: Vec<String>,
    /// Pairs of characters with the very same strokes that decided between two names and could not: the official order goes by
    /// how they are built, this one by which was given first.
    pub alike: Vec<String>,
}

/// 笔顺 of each character: 1 横, 2 竖, 3 撇, 4 点, 5 折.
static STROKES: LazyLock<BTreeMap<char, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("strokes/characters.txt").lines();
    lines.filter_map(|line| line.split_once(' ')).filter_map(|(letter, code)| Some((only(letter)?, code))).collect()
});

/// What one place of a name is compared by (R-PX-04): how many strokes, the strokes one by one, and between characters that
/// these do not tell apart, which was given first, so that those who share a surname stay together. The empty place is below
/// every character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    strokes: usize,
    code: &'static str,
    first: usize,
    letter: Option<char>,
}

/// Puts names in the order of their strokes: the first character (of a double surname too), then the second, and so on. Names
/// are compared without padding and without the dots between their parts; equal names stand as given.
pub fn order_of_names(names: &[String], by: NameOrder) -> NamesOrdered {
    let mut unknown: Vec<String> = Vec::new();
    let mut first = BTreeMap::new();
    let (mut known, mut last) = (Vec::new(), Vec::new());
    for (index, name) in names.iter().enumerate() {
        let mut places = Vec::new();
        let mut all_known = true;
        for letter in name.chars().filter(|letter| compared(*letter)) {
            let next = first.len();
            let first = *first.entry(letter).or_insert(next);
            if let Some(code) = STROKES.get(&letter) {
                places.push(Place { strokes: code.len(), code, first, letter: Some(letter) });
            } else {
                all_known = false;
                let letter = letter.to_string();
                if !unknown.contains(&letter) {
                    unknown.push(letter);
                }
            }
        }
        if by == NameOrder::Surname && places.len() == 2 {
            places.insert(1, Place::default());
        }
        if all_known {
            known.push((places, index));
        } else {
            last.push(index);
        }
    }
    known.sort();
    let mut alike: Vec<String> = Vec::new();
    for pair in known.windows(2) {
        let [(one, _), (other, _)] = pair else { continue };
        let decided = one.iter().zip(other).find(|(one, other)| one != other);
        if let Some((one, other)) = decided.filter(|(one, other)| one.code == other.code) {
            let letters: String = [one, other].into_iter().filter_map(|place| place.letter).collect();
            if !alike.contains(&letters) {
                alike.push(letters);
            }
        }
    }
    let order = known.into_iter().map(|(_, index)| index).chain(last).collect();
    NamesOrdered { order, unknown, alike }
}

/// Neither padding nor one of the dots that are written between the parts of a name.
fn compared(letter: char) -> bool {
    !letter.is_whitespace() && !matches!(letter, '·' | '•' | '‧' | '∙' | '・' | '･' | '．')
}

fn only(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered_by(names: &str, by: NameOrder) -> (Vec<String>, NamesOrdered) {
        let names: Vec<String> = names.split('，').map(str::to_owned).collect();
        let ordered = order_of_names(&names, by);
        let mut places = ordered.order.clone();
        places.sort_unstable();
        assert_eq!(places, (0..names.len()).collect::<Vec<_>>(), "every name once");
        (ordered.order.iter().map(|index| names[*index].clone()).collect(), ordered)
    }

    /// The names as they are ordered, where every character is known and told apart.
    fn sorted(names: &str, by: NameOrder) -> String {
        let (names, ordered) = ordered_by(names, by);
        assert!(ordered.unknown.is_empty() && ordered.alike.is_empty(), "{ordered:?}");
        names.join("，")
    }

    #[test]
    fn every_line_of_the_data_is_a_character_with_its_strokes_in_the_order_of_characters() {
        let text = include_str!("strokes/characters.txt");
        let letters: Vec<char> = text.lines().filter_map(|line| only(line.split_once(' ')?.0)).collect();
        assert_eq!(letters.len(), text.lines().count(), "a line is a character, a space and its strokes");
        assert!(letters.is_sorted_by(|one, other| one < other), "each once, in order");
        assert_eq!(STROKES.len(), 6937);
        for (letter, code) in STROKES.iter() {
            assert!(!code.is_empty() && code.bytes().all(|stroke| (b'1'..=b'5').contains(&stroke)), "{letter} {code}");
        }
    }

    #[test]
    fn the_strokes_are_the_official_ones() {
        for (letter, code) in [
            ('严', "1224313"),
            ('李', "1234521"),
            ('杨', "1234533"),
            ('吴', "2511134"),
            ('何', "3212512"),
            ('余', "3411234"),
            ('沈', "4414535"),
            ('宋', "4451234"),
            ('张', "5153154"),
            ('陈', "5215234"),
            ('德', "332122522114544"),
            ('虽', "251251214"),
            ('锺', "31115312511211"),
        ] {
            assert_eq!(STROKES.get(&letter), Some(&code), "{letter}");
        }
    }

    #[test]
    fn surnames_stand_by_strokes_and_among_as_many_stroke_by_stroke() {
        for by in [NameOrder::Surname, NameOrder::Name] {
            assert_eq!(sorted("尹，孔，文，方，毛，牛，王，韦，邓", by), "王，韦，牛，毛，文，方，尹，孔，邓");
            assert_eq!(sorted("陈，张，宋，沈，余，何，吴，杨，李，严", by), "严，李，杨，吴，何，余，沈，宋，张，陈");
            assert_eq!(sorted("文，王", by), "王，文");
            assert_eq!(sorted("欧，林", by), "林，欧");
            assert_eq!(sorted("欧阳修，林则徐，丁一", by), "丁一，林则徐，欧阳修");
        }
    }

    #[test]
    fn the_two_orders_differ_in_the_single_given_name() {
        assert_eq!(sorted("高大富，高富", NameOrder::Surname), "高富，高大富");
        assert_eq!(sorted("田大利，田富", NameOrder::Surname), "田富，田大利");
        assert_eq!(sorted("田富，田大利", NameOrder::Name), "田大利，田富");
        assert_eq!(sorted("田富，田大", NameOrder::Surname), "田大，田富");
        assert_eq!(sorted("田大利，田大", NameOrder::Name), "田大，田大利");
    }

    #[test]
    fn padding_and_dots_are_not_compared() {
        let (names, ordered) = ordered_by("田大利，田　富，阿·丁，阿丁", NameOrder::Surname);
        assert_eq!(names, ["田　富", "田大利", "阿·丁", "阿丁"]);
        assert!(ordered.unknown.is_empty());
    }

    #[test]
    fn names_with_characters_outside_of_the_data_come_last_and_the_characters_are_named() {
        let (names, ordered) = ordered_by("𬱖一，丁龘龘，王五，Wang，丁一", NameOrder::Surname);
        assert_eq!(names, ["丁一", "王五", "𬱖一", "丁龘龘", "Wang"]);
        assert_eq!(ordered.unknown, ["𬱖", "龘", "W", "a", "n", "g"]);
    }

    #[test]
    fn characters_with_the_same_strokes_keep_their_surnames_together_and_are_named() {
        assert_eq!(STROKES.get(&'土'), STROKES.get(&'士'));
        let (names, ordered) = ordered_by("士二，土一，士一，于一", NameOrder::Name);
        assert_eq!(names, ["于一", "士一", "士二", "土一"]);
        assert_eq!(ordered.alike, ["士土"]);
    }

    #[test]
    fn equal_names_stand_as_given() {
        let names: Vec<String> = ["王五", "丁一", "王　五"].map(str::to_owned).to_vec();
        assert_eq!(order_of_names(&names, NameOrder::Name).order, [1, 0, 2]);
    }

    #[test]
    fn the_order_does_not_depend_on_how_the_names_were_given() {
        let names = "高大富，高富，田富，田大利，王五，文一，林一，欧一，李四";
        let turned: String = names.split('，').rev().collect::<Vec<_>>().join("，");
        for by in [NameOrder::Surname, NameOrder::Name] {
            assert_eq!(sorted(names, by), sorted(&turned, by));
        }
    }
}
