//! Embeds the window's files and writes the capability schemas.

fn main() {
    tauri_build::build();
}
