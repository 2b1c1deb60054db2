//! One instance of a core module, and what can be said to it.

use tier_api::{Fault, Outcome};
use wasmtime::{InstancePre, Memory, ResourceLimiter, Store, TypedFunc};
use wasmtime_wasi::p1::WasiP1Ctx;
use wasmtime_wasi::{I32Exit, WasiCtxBuilder};
use wire::{Event, Inbox, Request, encode};

/// What an instance has on the host's side.
pub(super) struct World {
    pub(super) wasi: WasiP1Ctx,
    /// Whether the instance asked for memory that it could not have.
    starved: bool,
}

/// An instance that is up.
pub(super) struct Instance {
    store: Store<World>,
    memory: Memory,
    buffer: TypedFunc<u32, u32>,
    answer: TypedFunc<(), u64>,
}

/// Why an instance said nothing more.
pub(super) enum Ended {
    /// The program ended it: `os._exit`.
    Exited(u8),
    /// It is of no more use.
    Broken(Fault),
}

impl From<Ended> for Outcome {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Exited(status) => Self::Exited { status },
            Ended::Broken(fault) => Self::Faulted(fault),
        }
    }
}

impl ResourceLimiter for World {
    /// The process has a limit; the instance has none of its own.
    fn memory_growing(&mut self, _: usize, _: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        Ok(true)
    }

    fn memory_grow_failed(&mut self, _error: wasmtime::Error) -> wasmtime::Result<()> {
        self.starved = true;
        Ok(())
    }

    fn table_growing(&mut self, _: usize, _: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        Ok(true)
    }
}

impl Instance {
    /// Instantiates `module` in the world of `context`, and initialises it.
    pub(super) fn start(
        module: &InstancePre<World>,
        context: &mut WasiCtxBuilder,
    ) -> Result<Self, Ended> {
        let world = World {
            wasi: context.build_p1(),
            starved: false,
        };
        let mut store = Store::new(module.module().engine(), world);
        store.limiter(|world| world);
        let started = Self::initialised(module, &mut store);
        match started {
            Ok((memory, buffer, answer)) => Ok(Self {
                store,
                memory,
                buffer,
                answer,
            }),
            Err(error) => Err(ended(&store, &error)),
        }
    }

    /// Gives the instance another world. It has not looked at its own: it wakes with its first request.
    pub(super) fn within(mut self, context: &mut WasiCtxBuilder) -> Self {
        self.store.data_mut().wasi = context.build_p1();
        self
    }

    #[expect(clippy::type_complexity, reason = "three things that go together once")]
    fn initialised(
        module: &InstancePre<World>,
        store: &mut Store<World>,
    ) -> wasmtime::Result<(Memory, TypedFunc<u32, u32>, TypedFunc<(), u64>)> {
        let instance = module.instantiate(&mut *store)?;
        // One that was prepared has been through that.
        if let Some(initialise) = instance.get_func(&mut *store, "_initialize") {
            initialise.typed::<(), ()>(&*store)?.call(&mut *store, ())?;
        }
        let memory = instance
            .get_memory(&mut *store, "memory")
            .ok_or_else(|| wasmtime::Error::msg("the guest exports no memory"))?;
        let buffer = instance.get_typed_func(&mut *store, "tiers_buffer")?;
        let answer = instance.get_typed_func(&mut *store, "tiers_answer")?;
        Ok((memory, buffer, answer))
    }

    /// Returns what the guest says of itself.
    pub(super) fn ready(&mut self) -> Result<Event, Ended> {
        self.exchange(&[])
    }

    /// Returns what the guest says to `request`.
    pub(super) fn request(&mut self, request: &Request) -> Result<Event, Ended> {
        let message = encode(request).map_err(|error| broken(&error))?;
        self.exchange(&message)
    }

    fn exchange(&mut self, message: &[u8]) -> Result<Event, Ended> {
        let reply = self.call(message);
        let reply = reply.map_err(|error| ended(&self.store, &error))?;
        let mut inbox = Inbox::default();
        inbox.push(&reply);
        match inbox.next_message() {
            Ok(Some(event)) => Ok(event),
            Ok(None) => Err(broken(&"the guest did not take the message")),
            Err(error) => Err(broken(&error)),
        }
    }

    fn call(&mut self, message: &[u8]) -> wasmtime::Result<Vec<u8>> {
        let length = u32::try_from(message.len())?;
        let room = self.buffer.call(&mut self.store, length)?;
        self.memory.write(&mut self.store, room as usize, message)?;
        let reply = self.answer.call(&mut self.store, ())?;
        let (place, length) = (reply >> 32, reply & u64::from(u32::MAX));
        let mut bytes = vec![0; usize::try_from(length)?];
        self.memory
            .read(&self.store, usize::try_from(place)?, &mut bytes)?;
        Ok(bytes)
    }
}

/// Returns what became of an instance that gave `error` instead of returning.
fn ended(store: &Store<World>, error: &wasmtime::Error) -> Ended {
    if let Some(exit) = error.downcast_ref::<I32Exit>() {
        // What the system keeps of a status.
        return Ended::Exited(exit.0.to_le_bytes()[0]);
    }
    if store.data().starved {
        return Ended::Broken(Fault::MemoryExhausted);
    }
    broken(&format!("{:#}", error.root_cause()))
}

fn broken(why: &impl ToString) -> Ended {
    Ended::Broken(Fault::Panicked {
        message: why.to_string(),
    })
}
