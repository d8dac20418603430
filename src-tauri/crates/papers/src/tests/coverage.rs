//! Every character of the 通用规范汉字表 in names: drawn by the bundled fonts alone, and read back from the PDF.

use super::readers::OnDisk;
use super::*;

/// Names of forty characters, made of the whole table.
fn names() -> Vec<String> {
    let lines = include_str!("tgh.txt").lines().filter(|line| !line.starts_with('#'));
    let table: Vec<char> = lines.flat_map(str::chars).collect();
    assert_eq!(table.len(), 8_105);
    assert_eq!(table.iter().collect::<std::collections::BTreeSet<_>>().len(), 8_105);
    table.chunks(40).map(|name| name.iter().collect()).collect()
}

fn all_are_read_back(paper: &Paper) {
    let [left, top, right, bottom] = area(paper).map(|millimetres| millimetres * MM);
    let text = bare(&OnDisk::new(&paper.pdf().expect("a PDF")).text_within([left - 8.0, top, right + 8.0, bottom]));
    for name in names() {
        if !text.contains(&name) {
            let lost: String = name.chars().filter(|letter| !text.contains(*letter)).collect();
            panic!("{name} is not in the text; of its characters these are nowhere: {lost}");
        }
    }
}

#[test]
fn every_standard_character_prints_in_the_name_of_a_member() {
    let names = names();
    assert!(crate::undrawable(&names.concat(), &fonts()).is_empty());
    let room = Room::called(&named_committee(names), &asked(vec![ordinary("议题")]), 1);
    let paper = room.minutes();
    holds(&paper);
    all_are_read_back(&paper);
}

#[test]
fn every_standard_character_prints_in_the_name_of_a_nominee() {
    let room = Room::sitting(3, vec![appointment(&names())]);
    let paper = room.vote_record();
    holds(&paper);
    all_are_read_back(&paper);
}
