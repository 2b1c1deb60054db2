//! The command line from outside: the binary, real guests, real results folders.
//!
//! The guests are those that `TIERS_GUESTS` names, or those beside the binary. Where a guest is missing its tests fail:
//! `./artifact test` builds them first.

mod book;
mod cluster;
mod compare;
mod controls;
mod corpus;
mod decided;
mod diff;
mod evidence;
mod explain;
mod faults;
mod guide;
mod isolated;
mod json;
mod manual;
mod peers;
mod pocs;
mod provenance;
mod results;
mod run;
mod secrets;
mod suite;
mod supply;
mod support;
mod targets;
