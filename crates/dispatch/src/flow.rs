//! Follows values through a program without running it: which kinds come where.
//!
//! The program is walked again and again, where something changed, until nothing new is learnt; then once more, where there may be
//! something to say, to find what evidence does not cover. What is done is counted, and limited by the program's size.
//! Order of statements and branches taken do not count (flow-insensitive), attributes are known by name whatever the object
//! (field-based), and containers that meet are one (unification): coarse, but linear, and never too narrow.

mod annotations;
mod attribute_calls;
mod attribute_values;
mod attributes;
mod bindings;
mod builtins;
mod calls;
mod classes;
mod comparisons;
mod containers;
mod edges;
mod engine;
mod exceptions;
mod expressions;
mod formats;
mod functions;
mod groups;
mod imports;
mod inheritance;
mod instances;
mod iteration;
mod known;
mod library;
mod made_classes;
mod methods;
mod names;
mod operators;
mod patterns;
mod program;
mod protocols;
mod proven;
mod special_methods;
mod statements;
mod subscripts;
mod walks;

pub(crate) use engine::run;
