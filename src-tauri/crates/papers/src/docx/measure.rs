//! The measures of GB/T 9704—2012 5.1, 5.2 and 7.5, in twips: 1440 to the inch, 20 to the point.

/// A4.
pub(super) const PAGE: (u32, u32) = (11906, 16838);
/// 天头 37 mm, 切口 26 mm, 下白边 35 mm, 订口 28 mm.
pub(super) const MARGINS: (u32, u32, u32, u32) = (2098, 1474, 1984, 1587);
/// 版心: 156 mm.
pub(super) const WIDTH: u32 = 8844;
/// 22 lines on 225 mm: 28.95 pt.
pub(super) const PITCH: u32 = 579;
/// 三号.
pub(super) const SIZE: u32 = 320;
/// Characters a line.
pub(super) const CELLS: u32 = 28;
/// So much closer than 三号 is wide, 28 characters stand in a line whatever rounds their width; the line is then justified.
pub(super) const TIGHT: i32 = 6;
/// What a character of 三号 is given more or less, so that 28 fill the line: in 4096ths of a point.
pub(super) const CHAR_SPACE: i64 = (WIDTH as i64 * 4096 / CELLS as i64 - SIZE as i64 * 4096) / 20;
/// From the page's lower edge to the lower edge of the foot: its first line's dashes stand 7 mm below the type area.
pub(super) const FOOT: u32 = 924;

/// The width of so many characters.
pub(super) const fn cells(count: u32) -> u32 {
    WIDTH * count / CELLS
}
