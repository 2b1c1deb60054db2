//! A core module, a reactor for WASI 0.1, as the Light tier.
//!
//! What the module exports is told where it is written: `wire::reactor`.

mod instance;

use std::cell::RefCell;

use tier_api::{Answer, Ask, Fault, Isolate, Outcome, Program, Tier, TierId};
use wasmtime::{Engine, InstancePre, Linker, Module};
use wasmtime_wasi::p1;
use wire::{Event, Limits, Request};

use crate::context::{context, within_reach};
use instance::{Ended, Instance, World};

/// The Light tier in a core module.
pub struct ModuleTier {
    module: InstancePre<World>,
    /// One that was asked for its version, and waits for what to do.
    waiting: RefCell<Option<Instance>>,
}

/// An instance whose interpreter stays up.
pub struct ModuleIsolate {
    instance: Instance,
}

impl ModuleTier {
    pub(crate) fn new(engine: &Engine, module: &Module) -> wasmtime::Result<Self> {
        let mut linker = Linker::new(engine);
        p1::add_to_linker_sync(&mut linker, |world: &mut World| &mut world.wasi)?;
        Ok(Self {
            module: linker.instantiate_pre(module)?,
            waiting: RefCell::default(),
        })
    }

    fn start(&self, program: Option<&Program>) -> Result<Instance, Ended> {
        let mut context = context(program).map_err(Ended::Broken)?;
        match self.waiting.take() {
            Some(instance) => Ok(instance.within(&mut context)),
            None => Instance::start(&self.module, &mut context),
        }
    }
}

impl Tier for ModuleTier {
    const ID: TierId = TierId::Light;

    fn version(&self) -> String {
        let Ok(mut instance) = self.start(None) else {
            return "unknown".into();
        };
        match instance.ready() {
            Ok(Event::Ready { version, .. }) => {
                self.waiting.replace(Some(instance));
                version
            }
            _ => "unknown".into(),
        }
    }

    fn run(&mut self, program: &Program) -> Outcome {
        let request = Request::Run {
            program: within_reach(program),
            folder: None,
            limits: Limits::default(),
        };
        let said = self
            .start(Some(program))
            .and_then(|mut instance| instance.request(&request));
        match said {
            Ok(Event::Finished(outcome)) => outcome,
            Ok(event) => Outcome::Faulted(unexpected(&event)),
            Err(ended) => ended.into(),
        }
    }

    type Isolate = ModuleIsolate;

    fn open(&mut self, isolate: u64) -> Result<ModuleIsolate, Fault> {
        let request = Request::Open {
            isolate,
            limits: Limits::default(),
        };
        let mut instance = self.start(None).map_err(fault)?;
        match instance.request(&request).map_err(fault)? {
            Event::Opened => Ok(ModuleIsolate { instance }),
            Event::Finished(Outcome::Faulted(fault)) => Err(fault),
            event => Err(unexpected(&event)),
        }
    }
}

impl Isolate for ModuleIsolate {
    fn ask(&mut self, ask: Ask) -> Result<Answer, Outcome> {
        match self
            .instance
            .request(&Request::Ask(ask))
            .map_err(Outcome::from)?
        {
            Event::Answered(answer) => Ok(answer),
            Event::Finished(outcome) => Err(outcome),
            event => Err(Outcome::Faulted(unexpected(&event))),
        }
    }

    fn close(mut self) -> Outcome {
        match self.instance.request(&Request::Close) {
            Ok(Event::Finished(outcome)) => outcome,
            Ok(event) => Outcome::Faulted(unexpected(&event)),
            Err(ended) => ended.into(),
        }
    }
}

/// Returns what keeps an isolate from opening where its instance ended so.
fn fault(ended: Ended) -> Fault {
    match ended {
        Ended::Exited(status) => Fault::Unavailable {
            reason: format!("the guest ended with status {status}"),
        },
        Ended::Broken(fault) => fault,
    }
}

fn unexpected(event: &Event) -> Fault {
    Fault::Panicked {
        message: format!("the guest said {event:?}, which was not asked"),
    }
}
