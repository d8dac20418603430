//! The main window, and where it was when it was closed: kept beside the stores, so that it comes back there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use tauri::{App, Manager, Monitor, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::projector;

/// The label of the main window.
pub(crate) const MAIN: &str = "main";
const FILE: &str = "window.json";
/// Logical pixels: what the screens are made for.
const SMALLEST: (f64, f64) = (1024.0, 640.0);
const COMFORTABLE: (f64, f64) = (1440.0, 900.0);

/// Place and size on the desktop, in the pixels of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Area {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
}

/// Where the window was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    #[serde(flatten)]
    area: Area,
    maximised: bool,
}

impl Area {
    fn of(monitor: &Monitor) -> Self {
        let area = monitor.work_area();
        Self { x: area.position.x, y: area.position.y, width: area.size.width, height: area.size.height }
    }

    /// How many pixels two areas share.
    fn shared(self, other: Self) -> i64 {
        let along = |a: i32, a_long: u32, b: i32, b_long: u32| {
            let end = (i64::from(a) + i64::from(a_long)).min(i64::from(b) + i64::from(b_long));
            (end - i64::from(a.max(b))).max(0)
        };
        along(self.x, self.width, other.x, other.width) * along(self.y, self.height, other.y, other.height)
    }

    /// The same window wholly on this screen.
    fn within(self, screen: Self) -> Self {
        let (width, height) = (self.width.min(screen.width), self.height.min(screen.height));
        let along = |at: i32, long: u32, screen: i32, screen_long: u32| {
            let last = screen.saturating_add_unsigned(screen_long.saturating_sub(long));
            at.clamp(screen, last)
        };
        Self {
            x: along(self.x, width, screen.x, screen.width),
            y: along(self.y, height, screen.y, screen.height),
            width,
            height,
        }
    }
}

impl Place {
    fn read(file: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(file).ok()?).ok()
    }

    /// As the window stands now. Maximised, it keeps the place that it goes back to.
    fn of(window: &WebviewWindow, before: Option<Self>) -> tauri::Result<Option<Self>> {
        if window.is_fullscreen()? || window.is_minimized()? {
            return Ok(before);
        }
        let maximised = window.is_maximized()?;
        if maximised {
            return Ok(before.map(|place| Self { maximised, ..place }));
        }
        let (at, size) = (window.outer_position()?, window.inner_size()?);
        Ok(Some(Self { area: Area { x: at.x, y: at.y, width: size.width, height: size.height }, maximised }))
    }

    /// Which screen it is on, and its area there; none where that screen is gone.
    fn on(self, screens: &[Area]) -> Option<(usize, Area)> {
        let shared = |(_, screen): &(usize, &Area)| self.area.shared(**screen);
        let (nearest, screen) = screens.iter().enumerate().max_by_key(shared)?;
        (self.area.shared(*screen) > 0).then(|| (nearest, self.area.within(*screen)))
    }
}

/// Opens the main window: where it was, else as large as is comfortable and never larger than the screen.
pub(crate) fn open(app: &App, home: &Path) -> tauri::Result<WebviewWindow> {
    let file = home.join(FILE);
    let was = Place::read(&file);
    let monitors = app.available_monitors()?;
    let areas: Vec<Area> = monitors.iter().map(Area::of).collect();
    let builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("议定")
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        // The desk's own choices (language, look, text size) lie beside its stores.
        .data_directory(home.join("window"))
        // Rows are dragged inside of the page; no file is dropped on it.
        .disable_drag_drop_handler();
    let builder = match was.and_then(|was| Some((was, was.on(&areas)?))) {
        Some((was, (screen, area))) => {
            let scale = monitors[screen].scale_factor();
            builder
                .position(f64::from(area.x) / scale, f64::from(area.y) / scale)
                .inner_size(f64::from(area.width) / scale, f64::from(area.height) / scale)
                .maximized(was.maximised)
        }
        None => {
            let (width, height) = comfortable(app);
            builder.inner_size(width, height)
        }
    };
    let window = builder.build()?;
    remember(&window, file, was);
    Ok(window)
}

fn comfortable(app: &App) -> (f64, f64) {
    let monitor = app.primary_monitor().ok().flatten();
    let screen = monitor.map(|monitor| monitor.size().to_logical::<f64>(monitor.scale_factor()));
    screen.map_or(COMFORTABLE, |screen| (screen.width.min(COMFORTABLE.0), screen.height.min(COMFORTABLE.1)))
}

/// Notes every move, and writes the last one down when the window closes. The room's screen closes with it.
fn remember(window: &WebviewWindow, file: PathBuf, was: Option<Place>) {
    let (noted, seen) = (Mutex::new(was), window.clone());
    window.on_window_event(move |event| {
        let Ok(mut place) = noted.lock() else { return };
        match event {
            WindowEvent::Moved(_) | WindowEvent::Resized(_) | WindowEvent::CloseRequested { .. } => {
                *place = Place::of(&seen, *place).unwrap_or(*place);
            }
            WindowEvent::Destroyed => {
                projector::end(seen.app_handle()).ok();
            }
            _ => {}
        }
        if let (WindowEvent::CloseRequested { .. } | WindowEvent::Destroyed, Some(place)) = (event, *place) {
            // A window that comes back elsewhere is no reason to keep it open.
            keep(&file, place).ok();
        }
    });
}

fn keep(file: &Path, place: Place) -> std::io::Result<()> {
    if let Some(home) = file.parent() {
        fs::create_dir_all(home)?;
    }
    fs::write(file, serde_json::to_vec(&place)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAPTOP: Area = Area { x: 0, y: 0, width: 1440, height: 900 };
    const LEFT: Area = Area { x: -1920, y: -100, width: 1920, height: 1080 };

    fn place(x: i32, y: i32, width: u32, height: u32) -> Place {
        Place { area: Area { x, y, width, height }, maximised: false }
    }

    #[test]
    fn the_window_comes_back_wholly_on_the_screen_that_it_was_on() {
        let screens = [LAPTOP, LEFT];
        for (was, expected) in [
            (place(100, 50, 1200, 800), Some((0, place(100, 50, 1200, 800)))),
            (place(-1800, 20, 1200, 800), Some((1, place(-1800, 20, 1200, 800)))),
            // Half over the edge, more of it on the left.
            (place(-700, 40, 1200, 800), Some((1, place(-1200, 40, 1200, 800)))),
            (place(1000, 700, 1200, 800), Some((0, place(240, 100, 1200, 800)))),
            // Larger than any screen.
            (place(10, 10, 5000, 3000), Some((0, place(0, 0, 1440, 900)))),
            (place(3000, 0, 1200, 800), None),
        ] {
            assert_eq!(was.on(&screens), expected.map(|(screen, place)| (screen, place.area)), "{was:?}");
        }
        // The screen on the left is unplugged.
        assert_eq!(place(-1800, 20, 1200, 800).on(&[LAPTOP]), None);
        assert_eq!(place(0, 0, 1200, 800).on(&[]), None);
    }

    #[test]
    fn a_place_is_read_back_and_a_broken_file_is_none() {
        let folder = std::env::temp_dir().join(format!("yiding-place-{}", std::process::id()));
        let file = folder.join(FILE);
        assert_eq!(Place::read(&file), None);
        let kept = Place { maximised: true, ..place(-5, 7, 1100, 700) };
        keep(&file, kept).expect("the folder is made");
        assert_eq!(Place::read(&file), Some(kept));
        fs::write(&file, "{\"x\":1").expect("written");
        assert_eq!(Place::read(&file), None);
        fs::remove_dir_all(folder).expect("removed");
    }
}
