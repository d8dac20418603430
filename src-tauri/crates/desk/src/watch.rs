//! Who watches long work: how far it has come goes out, the wish to stop comes in.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::broadcast;

use crate::Progress;

/// A watch over long work. Its copies share one wish to stop.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    stop: Arc<AtomicBool>,
    progress: Option<broadcast::Sender<Progress>>,
}

impl Watch {
    /// Progress goes to this channel.
    pub fn telling(progress: broadcast::Sender<Progress>) -> Self {
        Self { stop: Arc::default(), progress: Some(progress) }
    }

    /// Asks what is under way to stop. Work that has begun to write stays done.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// New work begins: an old wish to stop is not meant for it.
    pub(crate) fn begin(&self) {
        self.stop.store(false, Ordering::Relaxed);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    pub(crate) fn tell(&self, progress: Progress) {
        if let Some(sender) = &self.progress {
            // Nobody may be listening.
            sender.send(progress).ok();
        }
    }
}
