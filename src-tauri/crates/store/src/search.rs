//! Finding words in texts, in memory alone: nothing of it is ever on disk.

use std::fmt::Write as _;
use std::ops::Range;

use rusqlite::Connection;

use crate::{StoreFault, connection};

/// An index of every letter of every text.
///
/// It finds the texts in which what is sought occurs, letter after letter, punctuation and spaces too, at any length:
/// exactly those that a scan of all texts finds. Case of ASCII letters does not count, nor does the full width that an input
/// method gives to letters and digits: nobody remembers how `GB/T 9704` was typed. All else is exact.
///
/// Each letter is a token of FTS5 and what is sought a phrase of them. Since the tokens are codes of letters, the tokenizer
/// drops and changes none, and a phrase is the same as a substring.
#[derive(Debug, Default)]
pub struct SearchIndex {
    texts: Vec<String>,
    /// The tokens, once something was sought, and how many texts are in it.
    tokens: Option<Connection>,
    indexed: u32,
}

impl SearchIndex {
    /// Adds a text; they are numbered from 0. It is indexed when something is sought next.
    pub fn add(&mut self, text: String) {
        self.texts.push(text);
    }

    /// The text with this number.
    #[must_use]
    pub fn text(&self, number: u32) -> &str {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        self.texts.get(at).map_or("", String::as_str)
    }

    /// The numbers of all texts in which `sought` occurs, in order. The empty string occurs in every text. What was added since
    /// the last time is indexed first.
    ///
    /// # Errors
    /// [`StoreFault::Engine`] where there is no memory left.
    pub fn find(&mut self, sought: &str) -> Result<Vec<u32>, StoreFault> {
        if sought.is_empty() {
            self.caught_up()?;
            return Ok((0..self.indexed).collect());
        }
        let phrase = format!("\"{}\"", coded(sought));
        let numbers = self
            .caught_up()?
            .prepare_cached("SELECT rowid FROM letters WHERE letters MATCH ?1 ORDER BY rowid")?
            .query_map([phrase], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(numbers)
    }

    /// The index with every text in it.
    fn caught_up(&mut self) -> Result<&Connection, StoreFault> {
        let conn = match self.tokens.take() {
            Some(conn) => conn,
            None => begin()?,
        };
        let conn = self.tokens.insert(conn);
        let new = usize::try_from(self.indexed).unwrap_or(usize::MAX);
        let mut indexed = self.indexed;
        let all_or_none = conn.transaction()?;
        let mut insert = all_or_none.prepare_cached("INSERT INTO letters (rowid, text) VALUES (?1, ?2)")?;
        for text in self.texts.iter().skip(new) {
            insert.execute((indexed, coded(text)))?;
            indexed += 1;
        }
        drop(insert);
        all_or_none.commit()?;
        self.indexed = indexed;
        Ok(conn)
    }
}

fn begin() -> Result<Connection, StoreFault> {
    let conn = connection::in_memory()?;
    conn.execute_batch(
        "CREATE VIRTUAL TABLE letters USING fts5 (text, content = '', columnsize = 0, tokenize = 'ascii')",
    )?;
    Ok(conn)
}

/// The code of every letter, as a word of digits.
fn coded(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len() * 2), |mut codes, letter| {
        // Writing to a String cannot fail.
        write!(codes, "{:x} ", u32::from(folded(letter))).ok();
        codes
    })
}

/// Letters that count as the same have the same result.
fn folded(letter: char) -> char {
    const FULL_WIDTH: u32 = 'Ａ' as u32 - 'A' as u32;
    let narrow = match letter {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(letter) - FULL_WIDTH).unwrap_or(letter)
        }
        other => other,
    };
    narrow.to_ascii_lowercase()
}

/// Where `sought` occurs in a text, as ranges of bytes, one behind the other; letters count as in [`SearchIndex`].
#[must_use]
pub fn occurrences(text: &str, sought: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, letter)| (at, folded(letter))).collect();
    let sought: Vec<char> = sought.chars().map(folded).collect();
    let mut found = Vec::new();
    let mut rest = letters.as_slice();
    while let Some(here) = rest.get(..sought.len()).filter(|here| !here.is_empty()) {
        if here.iter().map(|(_, letter)| letter).eq(&sought) {
            let (start, after) = (here[0].0, &rest[sought.len()..]);
            found.push(start..after.first().map_or(text.len(), |(at, _)| *at));
            rest = after;
        } else {
            rest = &rest[1..];
        }
    }
    found
}
