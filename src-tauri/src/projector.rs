//! The room's screen (会场屏幕): a window of its own that can ask for what the room may see and for nothing else; its
//! capability file says so. It is made when it is wanted, so that the start waits for nothing.

use std::sync::atomic::{AtomicBool, Ordering};

use desk::{Answer, DeskThread, Line, Query, Reply};
use serde::{Deserialize, Serialize};
use tauri::{
    AppHandle, Emitter, Manager, Monitor, State, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::place::{CHOICES, MAIN};

const LABEL: &str = "projector";

/// What the room's screen does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Showing {
    /// There is none.
    Off,
    /// The committee's name alone: for a break.
    Covered,
    /// The meeting.
    On,
}

/// Whether the screen is covered.
#[derive(Debug, Default)]
pub(crate) struct Cover(AtomicBool);

/// Opens, covers or closes the room's screen.
#[tauri::command]
pub(crate) async fn project(app: AppHandle, cover: State<'_, Cover>, showing: Showing) -> Result<(), String> {
    cover.0.store(showing == Showing::Covered, Ordering::SeqCst);
    let window = app.get_webview_window(LABEL);
    let done = match (showing, window) {
        (Showing::Off, Some(window)) => window.destroy(),
        (Showing::Off, None) => Ok(()),
        (Showing::On | Showing::Covered, Some(_)) => changed(&app).and_then(|()| tell(&app, showing)),
        (Showing::On | Showing::Covered, None) => open(&app).and_then(|()| tell(&app, showing)),
    };
    done.map_err(|error| error.to_string())
}

/// What the room may see now.
#[tauri::command]
pub(crate) async fn projection(desk: State<'_, DeskThread>, cover: State<'_, Cover>) -> Result<Answer, ()> {
    let answer = desk.call(Line { ask: Some(Query::Projection {}), ..Line::default() }).await;
    Ok(match answer {
        Answer::Answer(Reply::Projection(view)) if cover.0.load(Ordering::SeqCst) => {
            Answer::Answer(Reply::Projection(desk::ProjectionView { meeting: None, ..view }))
        }
        answer => answer,
    })
}

/// Fills the screen that the window was dragged to, or leaves it. `leaves` never fills: where the window fills no screen it
/// closes, for on a machine with one screen it may lie above everything else.
#[tauri::command]
pub(crate) async fn fill_screen(window: WebviewWindow, leaves: bool) -> Result<(), String> {
    let turn = || match (leaves, window.is_fullscreen()?) {
        (true, false) => window.close(),
        (_, fills) => window.set_fullscreen(!fills),
    };
    turn().map_err(|error: tauri::Error| error.to_string())
}

/// The room's screen fetches anew.
pub(crate) fn changed(app: &AppHandle) -> tauri::Result<()> {
    app.emit("projection", ())
}

/// The main window says whether there is a screen in the room.
fn tell(app: &AppHandle, showing: Showing) -> tauri::Result<()> {
    app.emit("projector", showing)
}

fn open(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("projector.html".into()))
        .title("会场屏幕")
        .inner_size(1280.0, 720.0)
        .min_inner_size(640.0, 360.0)
        .data_directory(crate::home(app)?.join(CHOICES))
        .build()?;
    let handle = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::Destroyed = event {
            // At the end of the program there is nobody left to tell.
            tell(&handle, Showing::Off).ok();
        }
    });
    if let Some(screen) = other_screen(app)? {
        window.set_position(*screen.position())?;
        window.set_fullscreen_on_monitor(screen.position().cast())?;
        // The recorder goes on typing.
        if let Some(main) = app.get_webview_window(MAIN) {
            main.set_focus()?;
        }
    }
    Ok(())
}

/// A screen that the main window is not on.
fn other_screen(app: &AppHandle) -> tauri::Result<Option<Monitor>> {
    let Some(main) = app.get_webview_window(MAIN) else { return Ok(None) };
    let mine = main.current_monitor()?.map(|monitor| *monitor.position());
    let others = main.available_monitors()?;
    Ok(others.into_iter().find(|monitor| Some(*monitor.position()) != mine))
}

/// Ends with the main window.
pub(crate) fn end(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(LABEL).map_or(Ok(()), |window| window.destroy())
}
