//! The first thing that a program does with stores may be done in several threads at once. A file of its own: a process has one
//! first use.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::Barrier;

use common::place;
use store::{Lock, Store};

#[test]
fn many_threads_at_once() {
    const THREADS: usize = 8;
    let barrier = Barrier::new(THREADS);
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                let (_folder, path) = place();
                barrier.wait();
                Store::create(&path, Lock::None).unwrap();
            });
        }
    });
}
