//! What a program defines: its functions and classes.

use ruff_python_ast::{ExprLambda, Parameters, StmtClassDef, StmtFunctionDef};

use crate::flow::names::ScopeId;
use crate::hazards::Hazards;
use crate::heap::{Cell, Value};
use crate::units::{Readers, Unit};

/// How a method is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// As a function, or as a method with the instance before its arguments.
    Plain,
    /// As a method without an instance.
    Static,
    /// As a method with the class before its arguments.
    Class,
    /// By reading an attribute.
    Property,
}

/// Where a function's code stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Body<'a> {
    Def(&'a StmtFunctionDef),
    Lambda(&'a ExprLambda),
}

impl<'a> Body<'a> {
    pub(crate) fn parameters(self) -> Option<&'a Parameters> {
        match self {
            Self::Def(def) => Some(&def.parameters),
            Self::Lambda(lambda) => lambda.parameters.as_deref(),
        }
    }
}

/// A function of the program.
#[derive(Debug)]
pub(crate) struct Function<'a> {
    pub(crate) body: Body<'a>,
    pub(crate) module: usize,
    pub(crate) scope: ScopeId,
    /// The class it is a method of.
    pub(crate) class: Option<usize>,
    pub(crate) style: Style,
    pub(crate) is_async: bool,
    pub(crate) is_generator: bool,
    /// What it returns.
    pub(crate) returns: Value,
    /// What holds that it yields, or what its coroutine returns.
    pub(crate) yields: Cell,
    pub(crate) hazards: Hazards,
    /// Whether a call was seen.
    pub(crate) called: bool,
    pub(crate) unit: Unit,
    /// Who has read of it what may change.
    pub(crate) readers: Readers,
}

/// What a class is besides a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a class may be any of these at once"
)]
pub(crate) struct Nature {
    pub(crate) exception: bool,
    pub(crate) enumeration: bool,
    /// Its annotated names are the parameters of its constructor.
    pub(crate) fields: bool,
    /// A `typing.NamedTuple`: a tuple, too.
    pub(crate) tuple: bool,
    pub(crate) metaclass: bool,
}

/// A class of the program.
#[derive(Debug)]
pub(crate) struct Class<'a> {
    pub(crate) def: &'a StmtClassDef,
    pub(crate) scope: ScopeId,
    pub(crate) bases: Vec<usize>,
    pub(crate) nature: Nature,
}

/// The function whose code is being walked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) module: usize,
    pub(crate) scope: ScopeId,
    pub(crate) function: Option<usize>,
    pub(crate) class: Option<usize>,
}
