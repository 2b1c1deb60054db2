//! A component for WASI 0.2 as the Full tier.
//!
//! What the component exports is told where it is written: `crates/tier-full-component/guest.wit`.

mod asks;
mod border;
mod instance;
mod values;

use tier_api::{Answer, Ask, Fault, Isolate, Outcome, Program, Tier, TierId};
use wasmtime::Engine;
use wasmtime::component::{Component, HasSelf, Linker};
use wasmtime_wasi::p2;

use crate::context::context;
use border::{Full, FullPre};
use instance::{Ended, Instance, World};

/// What CPython ends with where output could not be written.
const STATUS_UNWRITTEN: u8 = 120;

/// The Full tier in a component.
pub struct ComponentTier {
    component: FullPre<World>,
}

/// An instance whose interpreter stays up.
pub struct ComponentIsolate {
    instance: Instance,
}

impl ComponentTier {
    pub(crate) fn new(engine: &Engine, component: &Component) -> wasmtime::Result<Self> {
        let mut linker = Linker::new(engine);
        p2::add_to_linker_sync(&mut linker)?;
        Full::add_to_linker::<_, HasSelf<World>>(&mut linker, |world| world)?;
        Ok(Self {
            component: FullPre::new(linker.instantiate_pre(component)?)?,
        })
    }

    fn start(&self, program: Option<&Program>) -> Result<Instance, Ended> {
        let mut context = context(program).map_err(Ended::Broken)?;
        Instance::start(&self.component, &mut context)
    }

    fn ran(&self, program: &Program) -> Result<Outcome, Ended> {
        let mut instance = self.start(Some(program))?;
        let ending = instance.run(program)?;
        let starved = instance.is_starved();
        let written = instance.finish()?;
        // Of memory that it could not have: a program may raise a MemoryError of its own.
        if ending.out_of_memory && starved {
            return Ok(Outcome::Faulted(Fault::MemoryExhausted));
        }
        Ok(exited(written, ending.status))
    }
}

impl Tier for ComponentTier {
    const ID: TierId = TierId::Full;

    fn version(&self) -> String {
        let version = self.start(None).and_then(|mut instance| instance.version());
        version.map_or_else(|_| "unknown".into(), |version| format!("CPython {version}"))
    }

    fn run(&mut self, program: &Program) -> Outcome {
        self.ran(program).unwrap_or_else(Outcome::from)
    }

    type Isolate = ComponentIsolate;

    fn open(&mut self, isolate: u64) -> Result<ComponentIsolate, Fault> {
        let opened = self.start(None).and_then(|mut instance| {
            instance.open(isolate)?;
            Ok(ComponentIsolate { instance })
        });
        opened.map_err(|ended| match ended {
            Ended::Exited(status) => Fault::Unavailable {
                reason: format!("the guest ended with status {status}"),
            },
            Ended::Broken(fault) => fault,
        })
    }
}

impl Isolate for ComponentIsolate {
    fn ask(&mut self, ask: Ask) -> Result<Answer, Outcome> {
        self.instance.ask(&ask).map_err(Outcome::from)
    }

    fn close(self) -> Outcome {
        match self.instance.finish() {
            Ok(written) => exited(written, 0),
            Err(ended) => ended.into(),
        }
    }
}

/// Returns how an interpreter ended: also by whether all output was `written`.
fn exited(written: bool, status: u8) -> Outcome {
    Outcome::Exited {
        status: if written { status } else { STATUS_UNWRITTEN },
    }
}
