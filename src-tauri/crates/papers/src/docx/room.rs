//! How much room words take up on the grid of 28 characters a line. An estimate: it decides only where a line is ended by
//! hand so that names and times are not parted, and Word breaks all other lines itself.

use super::measure;

/// What must not begin a line, and so takes the character before it along.
const CLOSING: &str = "，。、；：？！）〕》”’】…—·%";
/// What must not end a line.
const OPENING: &str = "（〔《“‘【";

/// The width of words, in characters.
pub(super) fn cells(words: &str) -> f64 {
    words.chars().map(width).sum()
}

/// In twips.
pub(super) fn twips(cells: f64) -> u32 {
    // Never more than a few lines, so it fits.
    (cells * f64::from(measure::cells(2)) / 2.0).round() as u32
}

/// Latin letters and figures of Times New Roman are about half as wide as a character.
fn width(letter: char) -> f64 {
    match letter {
        ' ' | '.' | ',' | ':' | ';' | '!' | '(' | ')' | '/' | '-' => 0.3,
        'A'..='Z' => 0.7,
        _ if letter.is_ascii() => 0.5,
        _ => 1.0,
    }
}

/// How much of its last line a paragraph fills, of a first line of `first` characters and others of `others`.
pub(super) fn filled(words: &str, first: f64, others: f64) -> f64 {
    let (mut line, mut filled) = (first, 0.0);
    for unit in units(words) {
        let wide = cells(&unit);
        if filled + wide > line && filled > 0.0 {
            (line, filled) = (others, 0.0);
        }
        filled += wide;
        // Longer than a line: an address, say.
        while filled > line {
            filled -= line;
            line = others;
        }
    }
    filled
}

/// What is not parted by the end of a line.
fn units(words: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for letter in words.chars() {
        let latin = |letter: char| letter.is_ascii() && letter != ' ';
        let stays = CLOSING.contains(letter)
            || last.is_some_and(|last| OPENING.contains(last) || (latin(last) && latin(letter)));
        match units.last_mut() {
            Some(unit) if stays => unit.push(letter),
            _ => units.push(letter.into()),
        }
        last = Some(letter);
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_as_many_characters_as_the_grid() {
        assert_eq!(filled(&"会".repeat(26), 26.0, 28.0), 26.0);
        assert_eq!(filled(&"会".repeat(27), 26.0, 28.0), 1.0);
        assert_eq!(filled(&"会".repeat(26 + 28 + 3), 26.0, 28.0), 3.0);
    }

    #[test]
    fn a_full_stop_takes_the_character_before_it_to_the_next_line() {
        assert_eq!(filled(&("会".repeat(26) + "。"), 26.0, 28.0), 2.0);
        assert_eq!(filled(&("会".repeat(25) + "2026年"), 26.0, 28.0), 3.0);
    }

    #[test]
    fn a_word_longer_than_a_line_goes_on_in_the_next() {
        assert_eq!(filled(&"a".repeat(60), 26.0, 28.0), 4.0);
    }
}
