//! One thing after the other, each announced and timed, cheap before dear.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::house::House;

type Work = Box<dyn Fn(&House) -> Result<String>>;

/// One step: what it is called, what it does, and the work, which answers with a short note.
pub(crate) struct Stage {
    name: &'static str,
    doing: &'static str,
    work: Work,
}

impl Stage {
    pub(crate) fn new(
        name: &'static str,
        doing: &'static str,
        work: impl Fn(&House) -> Result<String> + 'static,
    ) -> Self {
        Self { name, doing, work: Box::new(work) }
    }
}

/// What became of a stage.
struct Done {
    name: &'static str,
    result: Option<Result<String>>,
    took: Duration,
}

/// Runs the stages in order and says whether all went well. After a failure the rest is left out unless `keep_going`.
pub(crate) fn go(house: &House, stages: &[Stage], keep_going: bool) -> bool {
    let mut done = Vec::new();
    let mut failed = false;
    for (index, stage) in stages.iter().enumerate() {
        if failed && !keep_going {
            done.push(Done { name: stage.name, result: None, took: Duration::ZERO });
            continue;
        }
        println!("[{}/{}] {}: {}", index + 1, stages.len(), stage.name, stage.doing);
        let start = now();
        let result = (stage.work)(house);
        let took = start.elapsed();
        match &result {
            Ok(note) => println!("      {}: {note}", spoken(took)),
            Err(error) => println!("      FAILED after {}: {error:#}", spoken(took)),
        }
        failed |= result.is_err();
        done.push(Done { name: stage.name, result: Some(result), took });
    }
    println!();
    for line in table(&done) {
        println!("{line}");
    }
    println!("  in all {}", spoken(house.started.elapsed()));
    !failed
}

fn table(done: &[Done]) -> Vec<String> {
    let width = done.iter().map(|stage| stage.name.len()).max().unwrap_or(0);
    let line = |stage: &Done| {
        let (word, note) = match &stage.result {
            Some(Ok(note)) => ("ok", note.clone()),
            Some(Err(error)) => ("FAILED", error.to_string()),
            None => ("not run", String::new()),
        };
        format!("  {:width$}  {word:7}  {:>11}  {note}", stage.name, spoken(stage.took)).trim_end().to_owned()
    };
    done.iter().map(line).collect()
}

/// A length of time as one says it.
pub(crate) fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{seconds}.{} s", time.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// The one clock of this program; it measures how long a step took and nothing else.
#[expect(clippy::disallowed_methods, reason = "builds and tests take time, and their reader wants to know how much")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn times_are_spoken() {
        assert_eq!(spoken(Duration::from_millis(3_250)), "3.2 s");
        assert_eq!(spoken(Duration::from_secs(249)), "4 min 09 s");
    }

    #[test]
    fn the_table_tells_ok_failed_and_not_run_apart() {
        let lines = table(&[
            Done { name: "one", result: Some(Ok("fine".into())), took: Duration::from_secs(1) },
            Done { name: "second", result: Some(Err(anyhow!("broke"))), took: Duration::from_secs(61) },
            Done { name: "third", result: None, took: Duration::ZERO },
        ]);
        assert_eq!(
            lines,
            [
                "  one     ok             1.0 s  fine",
                "  second  FAILED    1 min 01 s  broke",
                "  third   not run        0.0 s",
            ]
        );
    }
}
