//! The window of 议定: carries lines to the desk and answers back. It decides nothing and keeps nothing.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![expect(clippy::let_underscore_must_use, reason = "written by tauri's command macro")]

mod input_method;
mod print;

use std::error::Error;
use std::path::PathBuf;

use desk::{
    Answer, Clock, Command, DeskThread, Fault, Line, PaperKind, Session, SessionCommand, fonts_folder, meeting,
};
use serde_json::Value;
use tauri::{AppHandle, Emitter, Manager, State, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::oneshot;

/// One line of the contract. Taken as a value, so that a line that is none answers as a fault like everywhere else.
#[tauri::command]
async fn call(desk: State<'_, DeskThread>, line: Value) -> Result<Answer, ()> {
    Ok(match serde_json::from_value::<Line>(line) {
        Ok(line) => desk.call(line).await,
        Err(error) => Answer::Fault(Fault::malformed(&error.to_string())),
    })
}

/// Opens and closes the store.
#[tauri::command]
async fn session(desk: State<'_, DeskThread>, command: SessionCommand) -> Result<Answer, ()> {
    Ok(desk.session(command).await)
}

/// Where to save a file; `None` where the user thought better of it.
#[tauri::command]
async fn pick_save_path(app: AppHandle, suggested: String) -> Option<String> {
    // Native dialogs cannot be driven: tests of debug builds name the folder instead.
    if cfg!(debug_assertions)
        && let Some(folder) = std::env::var_os("YIDING_SAVE_FOLDER")
    {
        return PathBuf::from(folder).join(suggested).to_str().map(str::to_owned);
    }
    let (chosen, path) = oneshot::channel();
    let dialog = app.dialog().file().set_file_name(suggested).add_filter("PDF", &["pdf"]);
    dialog.save_file(move |path| {
        chosen.send(path).ok();
    });
    let path = path.await.ok().flatten()?.into_path().ok()?;
    path.to_str().map(str::to_owned)
}

/// Hands a paper to the system's printer, or where there is none, to its viewer.
#[tauri::command]
async fn print_paper(
    app: AppHandle,
    desk: State<'_, DeskThread>,
    meeting: meeting::MeetingId,
    paper: PaperKind,
) -> Result<print::PrintReport, Answer> {
    let folder = app.path().app_cache_dir().map_err(|error| Answer::Fault(Fault::internal(&error.to_string())))?;
    std::fs::create_dir_all(&folder).map_err(|error| Answer::Fault(Fault::io(&error)))?;
    let name = match paper {
        PaperKind::Minutes => "minutes.pdf",
        PaperKind::VoteRecord => "vote-record.pdf",
    };
    let path = folder.join(format!("{meeting}-{name}"));
    let text = path.to_string_lossy().into_owned();
    let save = Command::SavePaper { meeting, paper, path: text };
    match desk.call(Line { act: Some(save), ..Line::default() }).await {
        Answer::Accepted(_) => print::print(&path).map_err(|error| Answer::Fault(Fault::io(&error))),
        other => Err(other),
    }
}

/// Where the stores are: `YIDING_HOME`, else the folder that the system keeps for a program's data.
fn home(app: &tauri::App) -> Result<PathBuf, tauri::Error> {
    std::env::var_os("YIDING_HOME").map_or_else(|| app.path().app_data_dir(), |home| Ok(PathBuf::from(home)))
}

/// The machine's clock. Debug builds take a pinned one from `YIDING_CLOCK`, so that a test repeats byte for byte.
fn clock() -> Clock {
    let pinned = if cfg!(debug_assertions) { std::env::var("YIDING_CLOCK").ok() } else { None };
    pinned.and_then(|text| Clock::pinned(&text)).unwrap_or(Clock::System)
}

/// As large as is comfortable, and never larger than the screen of a small laptop.
fn size(app: &tauri::App) -> (f64, f64) {
    let monitor = app.primary_monitor().ok().flatten();
    let screen = monitor.map(|monitor| monitor.size().to_logical::<f64>(monitor.scale_factor()));
    screen.map_or((1440.0, 900.0), |screen| (screen.width.min(1440.0), screen.height.min(900.0)))
}

fn setup(app: &tauri::App) -> Result<(), Box<dyn Error>> {
    let resources = app.path().resource_dir().ok();
    let fonts =
        fonts_folder(resources.as_deref()).ok_or("the bundled fonts are missing: papers could not be printed")?;
    let mut session = Session::new(home(app)?, fonts, clock());
    if std::env::args().any(|argument| argument == "--sample") {
        session.session(SessionCommand::OpenSample {});
    }
    let desk = DeskThread::start(session)?;
    let mut notices = desk.notices();
    app.manage(desk);
    let handle = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        loop {
            match notices.recv().await {
                // A window that is gone needs no notice.
                Ok(notice) => drop(handle.emit("notice", notice)),
                // The gap in the numbers tells the windows to fetch everything anew.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => break,
            }
        }
    });
    let (width, height) = size(app);
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("议定")
        .inner_size(width, height)
        .min_inner_size(1024.0, 640.0)
        .build()?;
    input_method::show_preedit(&window)?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call, session, pick_save_path, print_paper])
        .setup(|app| setup(app))
        .run(tauri::generate_context!())?;
    Ok(())
}
