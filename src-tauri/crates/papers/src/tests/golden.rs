//! Every paper of the sample meeting as it was last looked at by a person: its text, and its pages as small pictures.
//!
//! A paper that looks otherwise fails here, and what it looks like now lies beside as `….new.txt` and `….new.png`. Look at
//! these; `YIDING_GOLDEN=accept cargo test -p papers golden` takes them all.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, BufWriter};

use super::readers::{OnDisk, Picture, file_of_the_meeting};
use super::*;

/// Dots per inch: enough to see that something has moved.
const DOTS: u32 = 36;
/// Pages are compared by the mean grey of squares so many pixels wide, so that another version of the program that draws
/// them, which smooths otherwise, does not matter and a moved line does.
const SQUARE: usize = 4;
/// From 0 to 255: by so much a square may differ.
const TOLERANCE: u32 = 24;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/golden")
}

fn open(path: &Path) -> Option<Picture> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(path).ok()?)).read_info().ok()?;
    let mut grey = vec![0; reader.output_buffer_size()?];
    let about = reader.next_frame(&mut grey).ok()?;
    let plain = about.color_type == png::ColorType::Grayscale && about.bit_depth == png::BitDepth::Eight;
    grey.truncate(about.buffer_size());
    plain.then_some(Picture { width: about.width as usize, grey })
}

fn save(picture: &Picture, path: &Path) {
    let height = picture.grey.len() / picture.width;
    let file = BufWriter::new(File::create(path).expect("created"));
    let mut encoder = png::Encoder::new(file, picture.width as u32, height as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().and_then(|mut file| file.write_image_data(&picture.grey)).expect("written");
}

/// The mean grey of every square.
fn squares(picture: &Picture) -> Vec<u32> {
    let across = picture.width.div_ceil(SQUARE);
    let mut sums = vec![(0, 0); across * (picture.grey.len() / picture.width).div_ceil(SQUARE)];
    for (at, grey) in picture.grey.iter().enumerate() {
        let (row, column) = (at / picture.width / SQUARE, at % picture.width / SQUARE);
        let (sum, count) = &mut sums[row * across + column];
        *sum += u32::from(*grey);
        *count += 1;
    }
    sums.into_iter().map(|(sum, count)| sum / count).collect()
}

fn alike(one: &Picture, other: &Picture) -> bool {
    let same_size = one.width == other.width && one.grey.len() == other.grey.len();
    let near = |(one, other): (u32, u32)| one.abs_diff(other) <= TOLERANCE;
    same_size && squares(one).into_iter().zip(squares(other)).all(near)
}

/// The text of every page and its picture.
fn looks(pdf: &[u8]) -> (String, Vec<Picture>) {
    let file = OnDisk::new(pdf);
    let text = file.read_by("pdftotext", &["-enc", "UTF-8", "-layout", "-eol", "unix", "paper.pdf", "-"]).stdout;
    let text = String::from_utf8(text).expect("UTF-8");
    let pages = text.split_terminator('\u{c}').map(|page| page.trim_matches('\n'));
    let ruled = |(number, page): (usize, &str)| {
        let lines: Vec<&str> = page.lines().map(str::trim_end).collect();
        format!("──── {number}\n{}\n", lines.join("\n"))
    };
    let text: String = (1..).zip(pages).map(ruled).collect();
    let pictures = (1..=file.pages().len()).map(|page| file.picture(page, DOTS, None)).collect();
    (text, pictures)
}

#[test]
fn every_paper_of_the_sample_looks_as_it_was_accepted() {
    let (folder, accept) = (folder(), std::env::var("YIDING_GOLDEN").is_ok_and(|word| word == "accept"));
    fs::create_dir_all(&folder).expect("made");
    let kept = || fs::read_dir(&folder).expect("read").filter_map(|entry| entry.ok().map(|entry| entry.path()));
    // What an earlier run laid beside, or all when all is taken anew.
    for path in kept().filter(|path| accept || path.to_string_lossy().contains(".new.")) {
        fs::remove_file(path).expect("removed");
    }
    let mut expected = BTreeSet::new();
    let mut other = Vec::new();
    for (name, _, pdf) in file_of_the_meeting() {
        let (text, pages) = looks(pdf);
        let file = format!("{name}.txt");
        let accepted = fs::read_to_string(folder.join(&file)).ok();
        if accept {
            fs::write(folder.join(&file), &text).expect("written");
        } else if accepted.as_ref() != Some(&text) {
            fs::write(folder.join(format!("{name}.new.txt")), &text).expect("written");
            other.push(file.clone());
        }
        expected.insert(file);
        for (number, page) in (1..).zip(pages) {
            let file = format!("{name}-{number}.png");
            let accepted = open(&folder.join(&file));
            if accept {
                save(&page, &folder.join(&file));
            } else if !accepted.is_some_and(|accepted| alike(&accepted, &page)) {
                save(&page, &folder.join(format!("{name}-{number}.new.png")));
                other.push(file.clone());
            }
            expected.insert(file);
        }
    }
    let file_name = |path: PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let gone = kept().filter_map(file_name).filter(|name| !name.contains(".new.") && !expected.contains(name));
    other.extend(gone.map(|name| format!("{name} (no longer there)")));
    assert!(
        other.is_empty(),
        "these look otherwise than was accepted, see ….new.txt and ….new.png in {}; if they are right, \
         `YIDING_GOLDEN=accept cargo test -p papers golden` takes them: {other:#?}",
        folder.display()
    );
}

#[test]
fn a_moved_line_is_seen_and_other_smoothing_is_not() {
    let blank = || Picture { width: 40, grey: vec![255; 40 * 40] };
    let line = |row: usize, grey: u8| {
        let mut page = blank();
        page.grey[row * 40 + 5..row * 40 + 35].fill(grey);
        page
    };
    assert!(alike(&line(10, 40), &line(10, 90)));
    assert!(!alike(&line(10, 40), &line(14, 40)));
    assert!(!alike(&line(10, 40), &blank()));
    assert!(!alike(&blank(), &Picture { width: 20, grey: vec![255; 800] }));
}
