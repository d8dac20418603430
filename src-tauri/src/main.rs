//! The window of 议定: carries lines to the desk and answers back. It decides nothing and keeps nothing.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![expect(clippy::let_underscore_must_use, reason = "written by tauri's command macro")]

mod input_method;
mod place;
mod print;
mod projector;

use std::error::Error;
use std::path::{Path, PathBuf};

use desk::papers::PaperKind;
use desk::{
    Answer, Clock, Command, DeskThread, Destination, Fault, Line, Session, SessionCommand, fonts_folder, meeting,
};
use serde::Serialize;
use serde_json::Value;
use tauri::{AppHandle, Emitter, Manager, State};
use tauri_plugin_dialog::{DialogExt, FilePath};
use tokio::sync::broadcast::Receiver;
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
async fn session(app: AppHandle, desk: State<'_, DeskThread>, command: SessionCommand) -> Result<Answer, ()> {
    let answer = desk.session(command).await;
    // What was shown in the room may be locked away now. A window that is gone needs not be told.
    projector::changed(&app).ok();
    Ok(answer)
}

/// Where to save a file; `None` where the user thought better of it.
#[tauri::command]
async fn pick_save_path(app: AppHandle, suggested: String) -> Option<String> {
    if let Some(folder) = named_folder() {
        return folder.join(suggested).to_str().map(str::to_owned);
    }
    let ending = suggested.rsplit_once('.').map_or("pdf", |(_, ending)| ending).to_owned();
    let dialog = app.dialog().file().set_file_name(suggested).add_filter(ending.to_uppercase(), &[&ending]);
    let path = picked(|tell| dialog.save_file(tell)).await?;
    path.to_str().map(str::to_owned)
}

/// A new folder of this name, in one that the user picks; `None` where the user thought better of it.
#[tauri::command]
async fn pick_folder(app: AppHandle, name: String) -> Option<String> {
    let parent = match named_folder() {
        Some(folder) => folder,
        None => picked(|tell| app.dialog().file().pick_folder(tell)).await?,
    };
    // Bundles are never mixed: a second one of the same name stands beside the first.
    let names = std::iter::once(name.clone()).chain((2..).map(|again| format!("{name} ({again})")));
    let free = names.map(|name| parent.join(name)).find(|path| !path.exists());
    free?.to_str().map(str::to_owned)
}

/// A file to read a table from; `None` where the user thought better of it. As with the folders, tests of debug builds name it.
#[tauri::command]
async fn pick_open_path(app: AppHandle) -> Option<String> {
    let path = match std::env::var_os("YIDING_OPEN_FILE").filter(|_| cfg!(debug_assertions)) {
        Some(named) => PathBuf::from(named),
        None => {
            let dialog = app.dialog().file().add_filter("XLSX, CSV, TXT", &["xlsx", "xlsm", "csv", "tsv", "txt"]);
            picked(|tell| dialog.pick_file(tell)).await?
        }
    };
    path.to_str().map(str::to_owned)
}

/// Shows a dialog and waits for what is picked in it; `None` where nothing is.
async fn picked(show: impl FnOnce(Box<dyn FnOnce(Option<FilePath>) + Send>)) -> Option<PathBuf> {
    let (chosen, path) = oneshot::channel();
    show(Box::new(move |path| drop(chosen.send(path))));
    path.await.ok().flatten()?.into_path().ok()
}

/// Native dialogs cannot be driven: tests of debug builds name the folder instead.
fn named_folder() -> Option<PathBuf> {
    if cfg!(debug_assertions) { std::env::var_os("YIDING_SAVE_FOLDER").map(PathBuf::from) } else { None }
}

/// Makes papers and hands them to the system's printer, or where there is none, to its viewer.
#[tauri::command]
async fn print_papers(
    app: AppHandle,
    desk: State<'_, DeskThread>,
    meeting: meeting::MeetingId,
    papers: Vec<PaperKind>,
) -> Result<Vec<print::PrintReport>, Answer> {
    let fault = |error: std::io::Error| Answer::Fault(Fault::io(&error));
    let cache = app.path().app_cache_dir().map_err(|error| Answer::Fault(Fault::internal(&error.to_string())))?;
    let folder = cache.join("print");
    // What was printed last is in the register and can be made again.
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&cache).map_err(fault)?;
    let to = Destination::Folder(folder.to_string_lossy().into_owned());
    let make = Command::MakePapers { meeting, papers, exports: Vec::new(), to, anew: false, new_book: false };
    match desk.call(Line { act: Some(make), ..Line::default() }).await {
        Answer::Accepted(receipt) => {
            let files = receipt.files.iter().map(|file| print::print(Path::new(&file.path)));
            files.collect::<Result<_, _>>().map_err(fault)
        }
        other => Err(other),
    }
}

/// Stops the long work that is under way.
#[tauri::command]
fn stop_work(desk: State<'_, DeskThread>) {
    desk.stop();
}

/// Where the stores are: `YIDING_HOME`, else the folder that the system keeps for a program's data.
pub(crate) fn home(app: &impl Manager<tauri::Wry>) -> Result<PathBuf, tauri::Error> {
    std::env::var_os("YIDING_HOME").map_or_else(|| app.path().app_data_dir(), |home| Ok(PathBuf::from(home)))
}

/// The machine's clock. Debug builds take a pinned one from `YIDING_CLOCK`, so that a test repeats byte for byte.
fn clock() -> Clock {
    let pinned = if cfg!(debug_assertions) { std::env::var("YIDING_CLOCK").ok() } else { None };
    pinned.and_then(|text| Clock::pinned(&text)).unwrap_or(Clock::System)
}

fn setup(app: &tauri::App) -> Result<(), Box<dyn Error>> {
    let resources = app.path().resource_dir().ok();
    let fonts =
        fonts_folder(resources.as_deref()).ok_or("the bundled fonts are missing: papers could not be printed")?;
    let home = home(app)?;
    let mut session = Session::new(home.clone(), fonts, clock());
    if std::env::args().any(|argument| argument == "--sample") {
        session.session(SessionCommand::OpenSample {});
    }
    let desk = DeskThread::start(session)?;
    pass_on(app, "notice", desk.notices());
    pass_on(app, "progress", desk.progress());
    app.manage(desk);
    app.manage(projector::Cover::default());
    let window = place::open(app, &home)?;
    input_method::show_preedit(&window)?;
    Ok(())
}

/// What the desk tells goes to the windows.
fn pass_on<T: Clone + Send + Serialize + 'static>(app: &tauri::App, name: &'static str, mut told: Receiver<T>) {
    let handle = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        loop {
            match told.recv().await {
                // A window that is gone needs no notice.
                Ok(notice) => drop(handle.emit(name, notice)),
                // A gap in the numbers of notices tells the windows to fetch everything anew.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => break,
            }
        }
    });
}

fn main() -> Result<(), Box<dyn Error>> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            call,
            session,
            pick_save_path,
            pick_open_path,
            pick_folder,
            print_papers,
            stop_work,
            projector::project,
            projector::projection,
            projector::fill_screen
        ])
        .setup(|app| setup(app))
        .run(tauri::generate_context!())?;
    Ok(())
}
