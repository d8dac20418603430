//! Embeds the window's files, writes the capability schemas, and makes a permission of every command: a window may call what
//! its capability names and nothing else.

const COMMANDS: &[&str] = &[
    "call",
    "session",
    "pick_save_path",
    "pick_open_path",
    "pick_folder",
    "print_papers",
    "stop_work",
    "project",
    "projection",
    "fill_screen",
];

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        panic!("{error:#}");
    }
}
