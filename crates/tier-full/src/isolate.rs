//! An interpreter that stays up.

mod handles;
mod inward;
mod outward;
mod raised;

use pyo3::prelude::*;
use pyo3::types::PyDict;
use tier_api::{Answer, Any, Ask, Failure, Handle, Isolate, Outcome};

use crate::life::Life;
use crate::python::calls::{self, Source};
use crate::python::{Exception, main_names, streams, values};
use handles::Handles;
use inward::inward;
use outward::outward;
use raised::raised;

/// A CPython that is up: what [`Full`](crate::Full) opens.
///
/// Between two questions its threads go on. One that is dropped without [`Isolate::close`] stays up, unreachable, until the
/// process ends.
#[derive(Debug)]
pub struct FullIsolate {
    life: Life,
    /// The names of `__main__`: those it was opened with, even where the program puts another module in its place.
    names: Py<PyDict>,
    handles: Handles,
}

/// Why there is no value.
enum Stop<'py> {
    Raised(Exception<'py>),
    Failed(Failure),
}

impl<'py> From<Exception<'py>> for Stop<'py> {
    fn from(exception: Exception<'py>) -> Self {
        Self::Raised(exception)
    }
}

impl FullIsolate {
    /// Keeps an interpreter up whose handles carry the number `isolate`.
    pub(crate) fn open(life: Life, isolate: u64) -> Result<Self, String> {
        let names = Python::attach(|py| main_names(py).map(Bound::unbind));
        let Some(names) = names else {
            life.end();
            return Err("there is no __main__".into());
        };
        Ok(Self {
            life,
            names,
            handles: Handles::new(isolate),
        })
    }

    fn answer<'py>(&mut self, py: Python<'py>, ask: Ask) -> Result<Any, Stop<'py>> {
        let names = self.names.bind(py);
        let result = match ask {
            Ask::Bind { name, value } => {
                let value = inward(py, &value, &self.handles)?;
                calls::insert(names, &values::text(py, &name)?, &value)?;
                return Ok(Any::None);
            }
            Ask::Release { object } => {
                let released = self.handles.release(py, &object);
                return released.map(|_| Any::None).ok_or(dead(object));
            }
            Ask::Exec { source } => calls::run(Source::Statements(&source), names)?,
            Ask::Eval { source } => calls::run(Source::Expression(&source), names)?,
            Ask::Attribute { object, name } => calls::attribute(&self.held(py, &object)?, &name)?,
            Ask::Call {
                callable,
                args,
                kwargs,
            } => self.called(py, &callable, &args, &kwargs)?,
        };
        outward(&result, &mut self.handles)
    }

    fn called<'py>(
        &self,
        py: Python<'py>,
        callable: &Handle,
        args: &[Any],
        kwargs: &[(String, Any)],
    ) -> Result<Bound<'py, PyAny>, Stop<'py>> {
        let callable = self.held(py, callable)?;
        let args = args.iter().map(|arg| inward(py, arg, &self.handles));
        let args = values::tuple(py, args.collect::<Result<_, _>>()?)?;
        let named = values::dict(py)?;
        for (name, value) in kwargs {
            let value = inward(py, value, &self.handles)?;
            calls::insert(&named, &values::text(py, name)?, &value)?;
        }
        Ok(calls::call(&callable, &args, Some(&named))?)
    }

    fn held<'py>(&self, py: Python<'py>, handle: &Handle) -> Result<Bound<'py, PyAny>, Stop<'py>> {
        self.handles
            .find(py, handle)
            .ok_or_else(|| dead(handle.clone()))
    }
}

fn dead<'py>(handle: Handle) -> Stop<'py> {
    Stop::Failed(Failure::DeadHandle(handle))
}

impl Isolate for FullIsolate {
    fn ask(&mut self, ask: Ask) -> Result<Answer, Outcome> {
        Python::attach(|py| {
            let answer = self.answer(py, ask).map_err(|stop| match stop {
                Stop::Raised(exception) => raised(&exception, &mut self.handles),
                Stop::Failed(failure) => failure,
            });
            // Last: what is given up above may print as it goes.
            streams::flush(py);
            Ok(answer)
        })
    }

    fn close(self) -> Outcome {
        let Self {
            life,
            names,
            handles,
        } = self;
        Python::attach(|_| drop((names, handles)));
        Outcome::Exited { status: life.end() }
    }
}
