//! What people typed, made fit to print. Every string of a document model passes through here, so that nothing reaches the
//! paper by another way.
//!
//! - Text stays text: it goes to the template as JSON strings, so `#`, `$`, `*`, `\` and `<` are what they are.
//! - Ends of lines make paragraphs where the model has paragraphs ([`paragraphs`]), and a space elsewhere. A tab is a
//!   full-width space. Blank lines, and blanks around a line, are the layout's business and go.
//! - Characters that draw nothing and move nothing (soft hyphen, zero-width space and joiners, byte order mark, variation
//!   selectors) go.
//! - Every other control or format character, above all those that turn the direction of writing, is shown by its code,
//!   〔U+202E〕: it neither hides nor moves what stands beside it, and the reader sees that it is in the record.
//! - A sign that no font draws (a pictograph, a rare symbol) is shown by its code as well: what was said is in the record for
//!   good, and one sign must not keep the minutes from being printed. It is never an empty box.
//! - A letter that no font draws, or one of a font of the office's own making, is a fault that names it: a name or a word with a
//!   code in it would be no name and no word.

use serde_json::Value;

use crate::{Fonts, PaperFault};

/// So many characters that cannot be parted may stand in a row before a break is allowed anywhere in them.
const LONGEST_RUN: usize = 6;
const BREAK: char = '\u{200b}';

/// The lines of a longer text, without those that are blank.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.split(ends_line).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn ends_line(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Makes every string of `facts` fit to print. Where a character cannot be drawn, the fault names the nearest `lead` (the
/// first words of the line, the label of the field) as its place.
pub(crate) fn ink(facts: &mut Value, fonts: &Fonts) -> Result<(), PaperFault> {
    walk(facts, fonts, "")
}

fn walk(facts: &mut Value, fonts: &Fonts, place: &str) -> Result<(), PaperFault> {
    match facts {
        Value::String(text) => *text = printable(text, fonts, place)?,
        Value::Array(parts) => parts.iter_mut().try_for_each(|part| walk(part, fonts, place))?,
        Value::Object(fields) => {
            let lead = fields.get("lead").and_then(Value::as_str).filter(|lead| !lead.is_empty());
            let place = lead.unwrap_or(place).to_owned();
            fields.values_mut().try_for_each(|field| walk(field, fonts, &place))?;
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

/// The characters of a text that would be a fault on paper, each once: for a warning when a name is entered.
pub fn undrawable(text: &str, fonts: &Fonts) -> Vec<char> {
    let mut without = Vec::new();
    for letter in text.chars() {
        if let Sign::Letter(drawn) = on_paper(letter)
            && !fonts.draw(drawn)
            && !without.contains(&letter)
        {
            without.push(letter);
        }
    }
    without
}

fn printable(text: &str, fonts: &Fonts, place: &str) -> Result<String, PaperFault> {
    let mut shown = String::with_capacity(text.len());
    let mut run = 0;
    let mut put = |letter: char, shown: &mut String| {
        run = if parts(letter) { 0 } else { run + 1 };
        if run > LONGEST_RUN {
            shown.push(BREAK);
        }
        shown.push(letter);
    };
    for letter in text.chars() {
        match on_paper(letter) {
            Sign::None => {}
            Sign::Code => code(letter).chars().for_each(|sign| put(sign, &mut shown)),
            Sign::Letter(drawn) if fonts.draw(drawn) => put(drawn, &mut shown),
            Sign::Letter(_) if !spells(letter) => code(letter).chars().for_each(|sign| put(sign, &mut shown)),
            Sign::Letter(_) => {
                return Err(PaperFault::NoGlyph {
                    character: letter,
                    place: place.to_owned(),
                    near: near(text, letter),
                });
            }
        }
    }
    Ok(shown)
}

/// A text made fit for a program that has fonts of its own and breaks lines as it likes: as printed, but for the look-up of
/// glyphs and for the breaks in long runs.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match on_paper(letter) {
            Sign::None => {}
            Sign::Code => shown += &code(letter),
            Sign::Letter(letter) => shown.push(letter),
        }
    }
    shown
}

/// What stands on paper for a character.
enum Sign {
    None,
    Letter(char),
    Code,
}

fn on_paper(letter: char) -> Sign {
    match letter {
        '\t' => Sign::Letter('\u{3000}'),
        _ if ends_line(letter) => Sign::Letter(' '),
        _ if is_idle(letter) => Sign::None,
        _ if letter.is_control() || is_format(letter) => Sign::Code,
        _ => Sign::Letter(letter),
    }
}

fn code(letter: char) -> String {
    format!("〔U+{:04X}〕", u32::from(letter))
}

/// Whether a character is part of names and words: letters and figures, and the private ones with which offices write rare names.
fn spells(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}')
}

/// Characters before which a line may always end.
fn parts(letter: char) -> bool {
    matches!(letter, ' ' | '—' | '\u{3000}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Default-ignorable characters that change neither the drawing nor the order of others in our fonts.
fn is_idle(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Format characters: of direction, of invisible mathematics and annotation, and tags. With them the two that are no characters
/// and that XML does not allow.
fn is_format(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}' | '\u{180e}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0001}'..='\u{e007f}'
    )
}

fn near(text: &str, letter: char) -> String {
    const AROUND: usize = 8;
    let letters: Vec<char> = text.chars().collect();
    let at = letters.iter().position(|found| *found == letter).unwrap_or(0);
    let words = &letters[at.saturating_sub(AROUND)..letters.len().min(at + AROUND + 1)];
    words.iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fonts() -> Fonts {
        Fonts::load(&crate::tests::font_folder()).expect("the bundled fonts")
    }

    fn inked(text: &str) -> Result<String, PaperFault> {
        let mut facts = json!({ "lead": "李知远：", "text": [text] });
        ink(&mut facts, &fonts())?;
        Ok(facts["text"][0].as_str().expect("a string").to_owned())
    }

    #[test]
    fn markup_stays_text() {
        let typed = r"# $x$ *a* \ <b> _c_ `d` @e [f] // /* */ ~ -- --- ... '引' “号” ○×△";
        assert_eq!(inked(typed).expect("drawable"), typed);
    }

    #[test]
    fn lines_become_paragraphs_or_spaces() {
        assert_eq!(paragraphs("　　第一。\r\n\n  第二。\u{b}第三。\u{2028}"), ["第一。", "第二。", "第三。"]);
        assert_eq!(paragraphs(" \n"), Vec::<String>::new());
        assert_eq!(inked("甲\n乙\t丙").expect("drawable"), "甲 乙\u{3000}丙");
    }

    #[test]
    fn what_draws_nothing_goes_and_what_turns_the_line_is_shown() {
        assert_eq!(inked("甲\u{200b}乙\u{fe0f}丙\u{feff}").expect("drawable"), "甲乙丙");
        assert_eq!(inked("甲\u{202e}乙").expect("drawable").replace(BREAK, ""), "甲〔U+202E〕乙");
        assert_eq!(inked("甲\u{0}\u{7}乙").expect("drawable").replace(BREAK, ""), "甲〔U+0000〕〔U+0007〕乙");
    }

    #[test]
    fn a_program_with_fonts_of_its_own_gets_the_same_signs() {
        let typed = "甲\u{200b}乙\t丙\n丁\u{202e}\u{0}\u{1b}\u{ffff}abcdefgh";
        let as_printed = inked(typed).expect("drawable").replace(BREAK, "");
        assert_eq!(shown(typed), as_printed);
        assert_eq!(shown(typed), "甲乙\u{3000}丙 丁〔U+202E〕〔U+0000〕〔U+001B〕〔U+FFFF〕abcdefgh");
        assert_eq!(shown("谢谢😀"), "谢谢😀");
    }

    #[test]
    fn a_long_run_may_end_a_line_anywhere() {
        assert_eq!(inked("abcdef 中文").expect("drawable"), "abcdef 中文");
        assert_eq!(inked("abcdefgh").expect("drawable"), "abcdef\u{200b}g\u{200b}h");
        assert_eq!(inked("！！！！！！！").expect("drawable"), "！！！！！！\u{200b}！");
    }

    #[test]
    fn a_character_without_a_glyph_is_named_with_its_place() {
        assert_eq!(
            inked("我同意，谢谢大家ก的意见，就这样定下来"),
            Err(PaperFault::NoGlyph {
                character: 'ก',
                place: "李知远：".into(),
                near: "我同意，谢谢大家ก的意见，就这样定".into(),
            })
        );
        let fault = inked("\u{e000}").expect_err("private use");
        assert_eq!(fault.to_string(), "no font draws \u{e000} (U+E000): 李知远： \u{e000}");
    }

    #[test]
    fn a_sign_without_a_glyph_is_shown_by_its_code() {
        assert_eq!(inked("谢谢😀！").expect("printable").replace(BREAK, ""), "谢谢〔U+1F600〕！");
        let family = "👨\u{200d}👩\u{fe0f}";
        assert_eq!(inked(family).expect("printable").replace(BREAK, ""), "〔U+1F468〕〔U+1F469〕");
    }

    #[test]
    fn what_no_font_draws_is_known_before() {
        let fonts = fonts();
        assert_eq!(undrawable("堃·😀\t甲\u{e000}\n😀\u{202e}\u{200b}\u{0}", &fonts), ['😀', '\u{e000}']);
        assert!(undrawable("", &fonts).is_empty());
        for letter in ['ก', '\u{e000}', '堃', '\u{202e}', '\u{ad}', '\u{1b}', '\u{2028}'] {
            assert_eq!(undrawable(&letter.to_string(), &fonts).is_empty(), inked(&letter.to_string()).is_ok());
        }
    }

    #[test]
    fn rare_names_and_ballot_marks_can_be_drawn() {
        let rare = "堃喆玥珺㛃䶮𬭸𫖯𬱟〇·○×△";
        assert_eq!(inked(rare).expect("drawable").replace(BREAK, ""), rare);
    }
}
