//! The fingerprint as a QR code (ISO/IEC 18004), so that a scanner types it.

use fast_qr::{ECL, QRBuilder};
use serde::Serialize;

/// The modules of a code, row by row.
#[derive(Debug, Serialize)]
pub(crate) struct Qr {
    /// Modules on each side.
    size: usize,
    /// For every row the dark runs: the first module and how many.
    runs: Vec<Vec<(usize, usize)>>,
}

impl Qr {
    /// The text as it prints, in groups: digits, capitals and spaces take the dense alphanumeric mode, and what a scanner
    /// types is what a person would. `None` where there is no text, or too much for any code.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        // A quarter of the code may be soiled: it stands at the foot of a sheet that is handled.
        let code = QRBuilder::new(text).ecl(ECL::Q).build().ok()?;
        let row = |y: usize| {
            let mut runs: Vec<(usize, usize)> = Vec::new();
            for x in (0..code.size).filter(|x| code[y][*x].value()) {
                match runs.last_mut() {
                    Some((first, length)) if *first + *length == x => *length += 1,
                    _ => runs.push((x, 1)),
                }
            }
            runs
        };
        Some(Self { size: code.size, runs: (0..code.size).map(row).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_makes_a_small_code_with_its_three_corners() {
        let code = Qr::of("7F3A 91C2 0B5D E864 1D27 C0F9 3A6B 58E1").expect("fits");
        assert_eq!(code.size, 29); // version 3
        for (row, first) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
            assert!(code.runs[row].contains(&(first, 7)), "the edge of a corner at row {row}, column {first}");
        }
    }

    #[test]
    fn no_text_makes_no_code() {
        assert!(Qr::of("").is_none());
    }
}
