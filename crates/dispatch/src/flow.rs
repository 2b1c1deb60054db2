//! Follows values through a program without running it: which kinds come where.
//!
//! The program is walked again and again until nothing new is learnt, then once more to find what evidence does not cover.
//! Order of statements and branches taken do not count (flow-insensitive), attributes are known by name whatever the object
//! (field-based), and containers that meet are one (unification): coarse, but linear, and never too narrow.

mod annotations;
mod attributes;
mod bindings;
mod builtins;
mod calls;
mod classes;
mod containers;
mod engine;
mod expressions;
mod formats;
mod hazards;
mod imports;
mod iteration;
mod library;
mod methods;
mod names;
mod operators;
mod patterns;
mod protocols;
mod statements;

pub(crate) use engine::run;
