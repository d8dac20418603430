//! Writes the contract as TypeScript: `cargo run -p desk --example bindings -- FOLDER` makes `FOLDER/contract.ts`.

use std::collections::BTreeMap;
use std::{env, fs, path::Path};

use ts_rs::{Config, TS, TypeVisitor};

struct Collect {
    config: Config,
    types: BTreeMap<String, String>,
}

impl TypeVisitor for Collect {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            // A primitive or a wrapper: nothing of its own to declare.
            return T::visit_generics(self);
        }
        let name = T::ident(&self.config);
        if !self.types.contains_key(&name) {
            let docs = T::docs().map(|docs| format!("{}\n", docs.trim_end())).unwrap_or_default();
            self.types.insert(name, format!("{docs}export {}", T::decl(&self.config)));
            T::visit_dependencies(self);
            T::visit_generics(self);
        }
    }
}

fn main() -> std::io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| ".".into());
    let mut collect = Collect { config: Config::new(), types: BTreeMap::new() };
    collect.visit::<desk::Line>();
    collect.visit::<desk::Answer>();
    collect.visit::<desk::SessionCommand>();
    collect.visit::<desk::Notice>();
    collect.visit::<desk::Progress>();
    let head =
        "// Generated from the Rust types by `cargo xtask codegen`; `cargo xtask check` fails when they differ.\n";
    let body: Vec<String> = collect.types.into_values().collect();
    fs::write(Path::new(&folder).join("contract.ts"), format!("{head}\n{}\n", body.join("\n\n")))
}
