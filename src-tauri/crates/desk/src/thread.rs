//! One thread owns the store; channels carry lines to it and notices from it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use tokio::sync::{broadcast, mpsc, oneshot};

use crate::{Answer, Fault, Line, Notice, Progress, Session, SessionCommand, Watch};

/// What the thread is asked.
enum Asked {
    Line(Box<Line>, oneshot::Sender<Answer>),
    Session(SessionCommand, oneshot::Sender<Answer>),
}

/// A handle to the thread that owns a [`Session`]. The thread ends with the last handle.
#[derive(Clone, Debug)]
pub struct DeskThread {
    lines: mpsc::Sender<Asked>,
    notices: broadcast::Sender<Notice>,
    progress: broadcast::Sender<Progress>,
    watch: Watch,
}

impl DeskThread {
    /// Starts the thread.
    pub fn start(mut session: Session) -> std::io::Result<Self> {
        let (lines, mut asked) = mpsc::channel(64);
        let (notices, _) = broadcast::channel(256);
        let (progress, _) = broadcast::channel(256);
        let watch = Watch::telling(progress.clone());
        session.set_watch(watch.clone());
        let sender = notices.clone();
        let work = move || {
            while let Some(next) = asked.blocking_recv() {
                match next {
                    Asked::Line(line, reply) => {
                        let answer = guarded(|| session.call(*line));
                        let notice = notice(&answer);
                        // Whoever asked may be gone; the record is on disk all the same.
                        reply.send(answer).ok();
                        if let Some(notice) = notice {
                            sender.send(notice).ok();
                        }
                    }
                    Asked::Session(command, reply) => {
                        reply.send(guarded(|| session.session(command))).ok();
                    }
                }
            }
        };
        thread::Builder::new().name("desk".into()).spawn(work)?;
        Ok(Self { lines, notices, progress, watch })
    }

    /// One line of the contract.
    pub async fn call(&self, line: Line) -> Answer {
        self.ask(|reply| Asked::Line(Box::new(line), reply)).await
    }

    /// Opens and closes the store.
    pub async fn session(&self, command: SessionCommand) -> Answer {
        self.ask(|reply| Asked::Session(command, reply)).await
    }

    /// Notices from now on; each comes after its commit.
    pub fn notices(&self) -> broadcast::Receiver<Notice> {
        self.notices.subscribe()
    }

    /// How far long work comes, from now on.
    pub fn progress(&self) -> broadcast::Receiver<Progress> {
        self.progress.subscribe()
    }

    /// Stops the long work that is under way; it answers as cancelled and has written nothing.
    pub fn stop(&self) {
        self.watch.stop();
    }

    async fn ask(&self, with: impl FnOnce(oneshot::Sender<Answer>) -> Asked) -> Answer {
        let (reply, answer) = oneshot::channel();
        let gone = || Answer::Fault(Fault::internal("the desk has stopped"));
        if self.lines.send(with(reply)).await.is_err() {
            return gone();
        }
        answer.await.unwrap_or_else(|_| gone())
    }
}

/// A panic becomes a fault: what is committed is safe, and the next start reads it back.
fn guarded(work: impl FnOnce() -> Answer) -> Answer {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
        Answer::Fault(Fault::internal(&text))
    })
}

fn notice(answer: &Answer) -> Option<Notice> {
    match answer {
        Answer::Accepted(receipt) if !receipt.entries.is_empty() => {
            Some(Notice { entry: receipt.head.entry, meeting: receipt.meeting })
        }
        _ => None,
    }
}
