//! What a window works with: a folder with one store, and beside it the sample store that can be thrown away.

use std::fs;
use std::path::{Path, PathBuf};

use store::{Lock, Store};

use crate::script::{self, SAMPLE_CLOCK};
use crate::{Answer, Clock, Command, Desk, Fault, FaultCode, Line, Reply, SessionCommand, SessionView, Watch};

/// A folder with stores, one of them open at the most.
#[derive(Debug)]
pub struct Session {
    home: PathBuf,
    fonts: PathBuf,
    clock: Clock,
    watch: Watch,
    open: Option<(Desk, SessionView)>,
}

impl Session {
    /// Works in `home`, which is made where it is missing. Nothing is opened yet.
    pub fn new(home: PathBuf, fonts: PathBuf, clock: Clock) -> Self {
        Self { home, fonts, clock, watch: Watch::default(), open: None }
    }

    /// Long work is watched by this from now on.
    pub fn set_watch(&mut self, watch: Watch) {
        self.watch = watch;
        if let Some((desk, _)) = &mut self.open {
            desk.set_watch(self.watch.clone());
        }
    }

    fn store(&self) -> PathBuf {
        self.home.join("record.yiding")
    }

    fn sample(&self) -> PathBuf {
        self.home.join("sample.yiding")
    }

    /// One line to the open store.
    pub fn call(&mut self, line: Line) -> Answer {
        match &mut self.open {
            Some((desk, _)) => desk.call(line),
            None => Answer::Fault(Fault::new(FaultCode::Closed, "no store is open")),
        }
    }

    /// Opens and closes.
    pub fn session(&mut self, command: SessionCommand) -> Answer {
        match self.step(command) {
            Ok(view) => Answer::Answer(Reply::Session(view)),
            Err(fault) => Answer::Fault(fault),
        }
    }

    fn step(&mut self, command: SessionCommand) -> Result<SessionView, Fault> {
        match command {
            SessionCommand::Status {} => {}
            SessionCommand::Create { passphrase } => {
                self.make_home()?;
                let desk = Desk::create(&self.store(), Lock::Passphrase(&passphrase), self.clock, &self.fonts)?;
                self.open = Some((desk, SessionView::Open));
            }
            SessionCommand::Unlock { passphrase } => {
                self.open = None;
                let desk = Desk::open(&self.store(), Some(&passphrase), self.clock, &self.fonts)?;
                self.open = Some((desk, SessionView::Open));
            }
            SessionCommand::OpenSample {} => {
                self.make_home()?;
                self.open = None;
                let desk = if self.sample().exists() {
                    Desk::open(&self.sample(), None, self.clock, &self.fonts)?.marked_sample()
                } else {
                    self.make_sample()?
                };
                self.open = Some((desk, SessionView::Sample));
            }
            SessionCommand::ResetSample {} => {
                // Only ever the sample: the committee's own store is not thrown away by any command.
                self.open = None;
                Store::discard(&self.sample())?;
                return self.step(SessionCommand::OpenSample {});
            }
            SessionCommand::Lock {} => self.open = None,
        }
        if let Some((desk, _)) = &mut self.open {
            desk.set_watch(self.watch.clone());
        }
        Ok(match &self.open {
            Some((_, view)) => *view,
            None if self.store().exists() => SessionView::Locked,
            None => SessionView::New,
        })
    }

    fn make_home(&self) -> Result<(), Fault> {
        fs::create_dir_all(&self.home).map_err(|error| Fault::io(&error))
    }

    /// The sample meeting, held in March, and the same agenda called again to try one's hand at.
    fn make_sample(&self) -> Result<Desk, Fault> {
        let held = Clock::pinned(SAMPLE_CLOCK).ok_or_else(|| Fault::internal("the sample's clock is no time"))?;
        let mut desk = Desk::create(&self.sample(), Lock::None, held, &self.fonts)?.marked_sample();
        script::play_sample(&mut desk)?;
        desk.set_clock(self.clock);
        let lines = script::parse_all(script::SAMPLE).unwrap_or_default();
        let call = lines.into_iter().find_map(|line| match line.act {
            Some(Command::Call(call)) => Some(call),
            _ => None,
        });
        if let Some(mut call) = call {
            call.number.ordinal += 1;
            call.scheduled = self.clock.now();
            let answer = desk.call(Line { act: Some(Command::Call(call)), ..Line::default() });
            if !matches!(answer, Answer::Accepted(_)) {
                return Err(Fault::internal(&format!("the trial meeting is not called: {answer:?}")));
            }
        }
        Ok(desk)
    }
}

/// Where the bundled fonts are: beside the program (installed), in the resources of the bundle, or in the source tree
/// (built from it). `None` where none is found.
pub fn fonts_folder(resources: Option<&Path>) -> Option<PathBuf> {
    let beside = std::env::current_exe().ok().and_then(|exe| exe.parent().map(|folder| folder.join("fonts")));
    let in_tree = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts");
    let named = std::env::var_os("YIDING_FONTS").map(PathBuf::from);
    let places = [named, resources.map(|folder| folder.join("fonts")), beside, Some(in_tree)];
    places.into_iter().flatten().find(|folder| folder.is_dir())
}
