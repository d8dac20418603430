//! The independent model beside the real rules: random meetings through `decide` and through [`naive`], which never differ in
//! accept or refuse, in the rule, in a tally or in an outcome; and a meeting read back from its entries is the same meeting.
//!
//! `YIDING_MODEL_MEETINGS` says how many meetings (2,000 unless set) and `YIDING_MODEL_SEED` which; both are printed. A
//! difference prints the shortest list of commands that still shows it.
//!
//! Not in the model: back-filled meetings (nothing is refused there, so that violations are listed; `rules` has them),
//! amending a call, noting times, and warnings other than S-01, none of which bars anything. Of a refusal the rule is
//! compared, not the facts.
//!
//! Where rulebook.md is silent, the model says what was seen from outside, and says so where it is not obvious: remarks need
//! nothing on the floor; an ordinary item may be voted on after any number of stances, and its last speaker may restate;
//! where the rulebook asks for the chair as last speaker, R-HY-08 speaks even if the Secretary presides; a nominee left without
//! a quorum is put off unheard; a motion to reconsider that is put off was not voted on; a decision stands until a motion to reconsider it is carried.

#[path = "model/naive.rs"]
mod naive;
#[path = "model/random.rs"]
mod random;
#[path = "model/side_by_side.rs"]
mod side_by_side;

use std::cell::{Cell, RefCell};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use proptest_state_machine::ReferenceStateMachine;

use naive::Naive;
use random::{Beginning, Dice};
use side_by_side::{Figures, SideBySide};

/// One step of a random meeting.
#[derive(Clone, Debug)]
enum Step {
    /// A command, so many seconds after the step before.
    Command(Box<meeting::MeetingCommand>, u32),
    /// The program ends and begins again: the meeting is read back from its entries.
    Restart,
}

/// The model with what is needed to go on.
#[derive(Clone, Debug)]
struct Random {
    beginning: Beginning,
    naive: Naive,
    at: meeting::Moment,
    dice: Dice,
}

struct Machine;

impl ReferenceStateMachine for Machine {
    type State = Random;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Random> {
        // A seed and no more: what is worth shrinking is the list of commands.
        let state = |seed: u64| {
            let mut dice = Dice(seed);
            let beginning = Beginning::random(&mut dice);
            let naive = Naive::called(&side_by_side::called(&beginning));
            Random { beginning, naive, at: random::start(), dice }
        };
        any::<u64>().no_shrink().prop_map(state).boxed()
    }

    fn transitions(state: &Random) -> BoxedStrategy<Step> {
        let mut dice = state.dice;
        if dice.chance(2) {
            return Just(Step::Restart).boxed();
        }
        let seconds = dice.below(90);
        let at = random::later(state.at, i64::from(seconds));
        let command = random::next_command(&state.naive, at, &mut dice);
        Just(Step::Command(Box::new(command), seconds)).boxed()
    }

    fn apply(mut state: Random, step: &Step) -> Random {
        state.dice.roll();
        if let Step::Command(command, seconds) = step {
            state.at = random::later(state.at, i64::from(*seconds));
            // Refused or not: the answers are compared when both sides are asked.
            state.naive.command(command, state.at).ok();
        }
        state
    }
}

/// Plays steps on both sides; the difference, where there is one. `seen` is called before each step.
fn play(state: &Random, steps: &[Step], mut seen: impl FnMut()) -> Result<Figures, String> {
    let mut both = SideBySide::called(&state.beginning);
    let mut at = random::start();
    for step in steps {
        seen();
        match step {
            Step::Restart => both.restart()?,
            Step::Command(command, seconds) => {
                at = random::later(at, i64::from(*seconds));
                both.command(command, at)?;
            }
        }
    }
    both.restart()?;
    Ok(both.figures)
}

/// Leaves out every step without which the difference still shows, until none is left.
fn shortest(state: &Random, mut steps: Vec<Step>) -> Vec<Step> {
    loop {
        let before = steps.len();
        for place in (0..before).rev() {
            let mut fewer = steps.clone();
            fewer.remove(place);
            if play(state, &fewer, || ()).is_err() {
                steps = fewer;
            }
        }
        if steps.len() == before {
            return steps;
        }
    }
}

/// A number from the environment.
fn setting(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

#[test]
fn the_rules_and_the_model_never_differ() {
    let meetings = u32::try_from(setting("YIDING_MODEL_MEETINGS").unwrap_or(2000)).expect("so many meetings");
    let drawn = || any::<u64>().new_tree(&mut TestRunner::default()).expect("a number").current();
    let seed = setting("YIDING_MODEL_SEED").unwrap_or_else(drawn);
    println!("{meetings} meetings, YIDING_MODEL_SEED={seed}");

    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config { cases: meetings, failure_persistence: None, max_shrink_iters: 10_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let played = Cell::new(0_u32);
    let failed = Cell::new(false);
    let total = RefCell::new(Figures::default());
    let result = runner.run(&Machine::sequential_strategy(40..=180), |(state, steps, seen)| {
        let count = || {
            if let Some(seen) = &seen {
                seen.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            }
        };
        if !failed.get() {
            played.set(played.get() + 1);
        }
        match play(&state, &steps, count) {
            Ok(figures) => {
                if !failed.get() {
                    total.borrow_mut().add(figures);
                }
                Ok(())
            }
            Err(difference) => {
                failed.set(true);
                Err(TestCaseError::fail(difference))
            }
        }
    });
    println!("{} meetings played: {}", played.get(), total.borrow());
    if let Err(TestError::Fail(_, (state, steps, _))) = result {
        let steps = shortest(&state, steps);
        let difference = play(&state, &steps, || ()).err().unwrap_or_default();
        println!("seed {seed}, meeting {}: {difference}", played.get());
        println!("called: {:?}", state.beginning);
        for (place, step) in steps.iter().enumerate() {
            println!("{}. {step:?}", place + 1);
        }
        panic!("the rules and the model differ at meeting {}: {difference}", played.get());
    }
    result.expect("meetings can be generated");
    let figures = total.into_inner();
    // Meetings that never got to a vote would prove little.
    assert!(figures.with_a_vote * 2 > u64::from(meetings), "most meetings come to a vote: {figures}");
}
