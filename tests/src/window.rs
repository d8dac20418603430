//! Driving the real window: a program started by its driver, found by `data-do` and `name`, used as a person would.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::elements::Element;
use fantoccini::wd::{Capabilities, WindowHandle};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;

/// What the program is started with.
#[derive(Clone, Debug)]
pub struct Start {
    /// The folder of its stores; also tells its processes from others.
    pub home: PathBuf,
    /// Where its papers go.
    pub saved: PathBuf,
    /// A pinned clock.
    pub clock: Option<String>,
}

/// A running window.
pub struct Window {
    /// The WebDriver session.
    pub client: Client,
    driver: Child,
    start: Start,
    looked: Mutex<BTreeSet<String>>,
    flaws: Mutex<Vec<String>>,
}

fn named(variable: &str) -> Result<PathBuf> {
    let value = std::env::var_os(variable).with_context(|| format!("{variable} is not set: run `cargo xtask test`"))?;
    Ok(PathBuf::from(value))
}

#[expect(clippy::disallowed_types, reason = "asks the system for a free port of this machine, for the driver")]
fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// The window's program.
pub fn program() -> Result<PathBuf> {
    named("YIDING_DESKTOP_BIN")
}

impl Window {
    /// Starts the program and waits until its first screen stands.
    pub async fn open(start: &Start) -> Result<Self> {
        let (port, native) = (free_port()?, free_port()?);
        let mut command = Command::new(named("TAURI_DRIVER")?);
        command
            .args(["--port", &port.to_string(), "--native-port", &native.to_string(), "--native-driver"])
            .arg(named("WEBKIT_WEB_DRIVER")?)
            .env("YIDING_HOME", &start.home)
            .env("YIDING_SAVE_FOLDER", &start.saved)
            .stdout(Stdio::null());
        match &start.clock {
            Some(clock) => command.env("YIDING_CLOCK", clock),
            None => command.env_remove("YIDING_CLOCK"),
        };
        let driver = command.spawn().context("tauri-driver")?;
        let mut capabilities = Capabilities::new();
        capabilities.insert("browserName".into(), "wry".into());
        capabilities.insert("tauri:options".into(), serde_json::json!({ "application": program()? }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{port}");
        let mut tries = 0;
        let client = loop {
            match builder.connect(&address).await {
                Ok(client) => break client,
                Err(error) if tries >= 100 => bail!("no session: {error}"),
                Err(_) => {
                    tries += 1;
                    tokio::time::sleep(Duration::from_millis(200)).await;
                }
            }
        };
        let window = Self { client, driver, start: start.clone(), looked: Mutex::default(), flaws: Mutex::default() };
        window.find("body[data-screen]").await?;
        Ok(window)
    }

    /// Closes the window in an orderly way; an error where something that was looked at is not fit for everybody.
    pub async fn close(mut self) -> Result<()> {
        self.client.clone().close().await?;
        self.driver.kill()?;
        self.driver.wait()?;
        let flaws = self.flaws.lock().map(|mut flaws| std::mem::take(&mut *flaws)).unwrap_or_default();
        if flaws.is_empty() { Ok(()) } else { bail!("{}", flaws.join("\n")) }
    }

    /// Ends the program and its web processes as a power cut would.
    pub async fn kill(mut self) -> Result<()> {
        let victims = processes_at(&self.start.home, &["yiding-desktop", "WebKitWebProces", "WebKitNetworkPr"])?;
        if victims.is_empty() {
            bail!("no process to kill");
        }
        let numbers: Vec<String> = victims.iter().map(ToString::to_string).collect();
        let status = Command::new("kill").arg("-9").args(&numbers).status()?;
        if !status.success() {
            bail!("kill -9 {numbers:?}: {status}");
        }
        self.driver.kill()?;
        self.driver.wait()?;
        // The lock goes with the process; wait until the system has let go of it.
        for _ in 0..100 {
            if processes_at(&self.start.home, &["yiding-desktop"])?.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("the program does not die")
    }

    /// Waits for an element, at most ten seconds.
    pub async fn find(&self, css: &str) -> Result<Element> {
        self.find_in(css, Duration::from_secs(10)).await
    }

    /// Waits for an element that long work brings.
    pub async fn find_in(&self, css: &str, most: Duration) -> Result<Element> {
        let found = self.client.wait().at_most(most).for_element(Locator::Css(css)).await;
        match found {
            Ok(element) => Ok(element),
            Err(error) => {
                let screen = self.client.execute("return document.body.innerText", vec![]).await;
                bail!(
                    "{css} is not on the screen: {error}\n{}",
                    screen.unwrap_or_default().as_str().unwrap_or_default()
                )
            }
        }
    }

    /// How many of them are there now.
    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.client.find_all(Locator::Css(css)).await?.len())
    }

    /// Ticks one of several boxes.
    pub async fn tick_nth(&self, css: &str, place: usize) -> Result<()> {
        let all = self.client.find_all(Locator::Css(css)).await?;
        let element = all.get(place).with_context(|| format!("{css} number {place}"))?;
        self.client
            .execute("arguments[0].scrollIntoView({block:'center'})", vec![serde_json::to_value(element)?])
            .await?;
        if !element.is_selected().await? {
            element.click().await?;
        }
        Ok(())
    }

    /// Whether an element is there now.
    pub async fn has(&self, css: &str) -> Result<bool> {
        Ok(!self.client.find_all(Locator::Css(css)).await?.is_empty())
    }

    /// Finds an element and brings it into view: inner lists scroll.
    async fn reach(&self, css: &str) -> Result<Element> {
        let element = self.find(css).await?;
        let centre = "arguments[0].scrollIntoView({block:'center'})";
        self.client.execute(centre, vec![serde_json::to_value(&element)?]).await?;
        Ok(element)
    }

    /// Clicks, then waits until the answer is on the screen.
    pub async fn click(&self, css: &str) -> Result<()> {
        let element = self.reach(css).await?;
        element.click().await.with_context(|| format!("a click on {css}"))?;
        self.settle().await
    }

    /// Replaces the text of a field.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        let element = self.reach(css).await?;
        element.clear().await.with_context(|| format!("clearing {css}"))?;
        if !text.is_empty() {
            element.send_keys(text).await.with_context(|| format!("typing into {css}"))?;
        }
        Ok(())
    }

    /// Ticks a box that is not ticked.
    pub async fn tick(&self, css: &str) -> Result<()> {
        let element = self.reach(css).await?;
        if !element.is_selected().await? {
            element.click().await.with_context(|| format!("ticking {css}"))?;
        }
        self.settle().await
    }

    /// Chooses in a list.
    pub async fn choose(&self, css: &str, value: &str) -> Result<()> {
        let element = self.reach(css).await?;
        // A person's list has the focus when they choose. WebKit compares with what was chosen when the focus came, and
        // without it keeps quiet about the same choice made twice.
        self.client.execute("arguments[0].focus()", vec![serde_json::to_value(&element)?]).await?;
        element.select_by_value(value).await.with_context(|| format!("choosing {value} in {css}"))?;
        self.settle().await
    }

    /// Chooses a person in the list below a field.
    pub async fn choose_person(&self, css: &str, value: &str) -> Result<()> {
        self.reach(css).await?.click().await.with_context(|| format!("opening {css}"))?;
        self.click(&format!("[role=option][data-value='{value}']")).await
    }

    /// Waits until no call is under way.
    pub async fn settle(&self) -> Result<()> {
        for _ in 0..400 {
            if !self.has("body[data-busy]").await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        bail!("the window stays busy")
    }

    /// The screen that is shown.
    pub async fn screen(&self) -> Result<String> {
        let body = self.find("body").await?;
        Ok(body.attr("data-screen").await?.unwrap_or_default())
    }

    /// Judges what is shown by the rules of WCAG 2.2 AA and by good practice, in both languages, light and dark. What is
    /// found fails the test when the window is closed: all of it at once.
    async fn judge(&self, name: &str) -> Result<()> {
        const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");
        const RUN: &str = r"const done = arguments[arguments.length - 1];
            document.documentElement.dataset.theme = arguments[0];
            // Colours fade over into each other.
            new Promise((over) => setTimeout(over, 250)).then(() => axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })).then(
              ({ violations }) => done(violations.map(({ id, help, nodes }) =>
                `${id}: ${help}\n` + nodes.map(({ html, failureSummary }) => `    ${html}\n    ${failureSummary}`).join('\n'))
                // Places scroll by themselves; the bars above and below them never leave.
                .concat(document.scrollingElement.scrollHeight > innerHeight ? ['the window scrolls as a whole'] : [])),
              (error) => done([String(error)]));";
        const TURN: &str = "document.querySelector('[data-do=language]').click(); return document.documentElement.lang";
        if self.client.execute("return typeof axe === 'undefined'", vec![]).await? == true {
            let axe = fs::read_to_string(AXE).context("axe-core: run npm ci in ui")?;
            self.client.execute(&axe, vec![]).await?;
        }
        for _ in 0..2 {
            let language = self.client.execute(TURN, vec![]).await?;
            for theme in ["dark", "light"] {
                let found = self.client.execute_async(RUN, vec![theme.into()]).await?;
                let found: Vec<String> = serde_json::from_value(found)?;
                if let (false, Ok(mut flaws)) = (found.is_empty(), self.flaws.lock()) {
                    flaws.push(format!("{name}, {language}, {theme}:\n{}", found.join("\n")));
                }
                self.picture(&format!("{name}-{}-{theme}", language.as_str().unwrap_or_default())).await?;
            }
        }
        Ok(())
    }

    /// Sends keys to whatever has the focus, and waits for the answer.
    pub async fn press(&self, keys: &str) -> Result<()> {
        self.client.active_element().await?.send_keys(keys).await?;
        self.settle().await
    }

    /// Looks at what is shown: judged, and its pictures saved. What comes again under the same name is passed by.
    pub async fn look(&self, name: &str) -> Result<()> {
        if !self.looked.lock().is_ok_and(|mut looked| looked.insert(name.to_owned())) {
            return Ok(());
        }
        self.judge(name).await
    }

    /// Waits for another window than the one in hand.
    pub async fn another(&self) -> Result<WindowHandle> {
        let mine = self.client.window().await?;
        for _ in 0..200 {
            if let Some(other) = self.client.windows().await?.into_iter().find(|handle| *handle != mine) {
                return Ok(other);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("there is one window only")
    }

    /// What stands in another window; afterwards the one in hand is in hand again.
    pub async fn text_in(&self, other: &WindowHandle) -> Result<String> {
        let text = self.execute_in(other, "arguments[0](document.body.innerText)", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a script in another window, which answers through its last argument.
    pub async fn execute_in(&self, other: &WindowHandle, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let mine = self.client.window().await?;
        self.client.switch_to_window(other.clone()).await?;
        let answer = self.client.execute_async(script, arguments).await;
        self.client.switch_to_window(mine).await?;
        Ok(answer?)
    }

    /// Saves a picture of the display with all windows, where `YIDING_SHOTS` names a folder.
    pub async fn picture(&self, name: &str) -> Result<()> {
        if let Some(folder) = std::env::var_os("YIDING_SHOTS").map(PathBuf::from) {
            fs::create_dir_all(&folder)?;
            // The driver's own pictures show one window, and not what is drawn with the help of the graphics card.
            let file = folder.join(format!("{name}.png"));
            let taken = Command::new("import").args(["-window", "root"]).arg(file).status().context("import")?;
            if !taken.success() {
                bail!("import: {taken}");
            }
        }
        Ok(())
    }
}

impl Drop for Window {
    /// A test that fails leaves nothing running.
    fn drop(&mut self) {
        self.driver.kill().ok();
        for process in processes_at(&self.start.home, &["yiding-desktop"]).unwrap_or_default() {
            Command::new("kill").args(["-9", &process.to_string()]).status().ok();
        }
    }
}

/// The processes by these names that were started with `home`: the program, and the web processes that inherited it.
pub fn processes_at(home: &Path, names: &[&str]) -> Result<Vec<u32>> {
    let marker = format!("YIDING_HOME={}", home.display());
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let path = entry?.path();
        let Some(process) = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse().ok()) else {
            continue;
        };
        // Processes come and go while one looks.
        let (Ok(name), Ok(environment)) = (fs::read_to_string(path.join("comm")), fs::read(path.join("environ")))
        else {
            continue;
        };
        let name = name.trim_end();
        let ours = environment.split(|byte| *byte == 0).any(|variable| variable == marker.as_bytes());
        if ours && names.contains(&name) {
            found.push(process);
        }
    }
    Ok(found)
}
