//! Chinese is typed through an input method; its pinyin must be seen where it is typed.

use tauri::WebviewWindow;

/// Switches preedit on, which the toolkit switches off under WebKitGTK. Elsewhere it is on.
#[cfg(target_os = "linux")]
pub(crate) fn show_preedit(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{InputMethodContextExt, WebViewExt};

    window.with_webview(|webview| {
        if let Some(context) = webview.inner().input_method_context() {
            context.set_enable_preedit(true);
        }
    })
}

/// Nothing to switch on here.
#[cfg(not(target_os = "linux"))]
pub(crate) fn show_preedit(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
