//! Functions and classes that are called together, as what one value may be.
//!
//! Where a value may be any of many functions, and is called in many places, each place would call each function: as much work
//! as their product. A group stands between them. It gathers what all places give, calls its members with that when it became
//! more, or when something that a member reads changed, and tells each place what came of it. What a parameter may be is joined
//! over all calls in any case, so nothing is lost but which places gave how many arguments.

use rustc_hash::FxHashSet as HashSet;
use smallvec::SmallVec;

use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::hazards::Hazards;
use crate::heap::{Callee, Cell, Heap, Value};
use crate::units::{Readers, Unit};

/// So many are called one by one: that tells more, and costs less than a group.
pub(super) const FEW: usize = 4;

/// How members are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Manner {
    /// As what stands there.
    Plain,
    /// As methods of what is given beside the arguments.
    Method,
    /// By the library, with any of what is given beside the arguments.
    Callback,
    /// As what an attribute of an instance is.
    OfInstance,
    /// As what an attribute of what may be a class is.
    OfClass,
}

/// What is called together.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    cell: Value,
    manner: Manner,
    receiver: Value,
    args: Args<'a>,
    /// The functions among its members.
    functions: HashSet<usize>,
    /// What the cell calls besides, for which it matters where.
    others: SmallVec<[Callee; 4]>,
    result: Value,
    hazards: Hazards,
    unit: Unit,
    readers: Readers,
}

/// What came of calling a group.
pub(crate) struct Called {
    pub(crate) result: Value,
    /// What is still to be called, one by one.
    pub(crate) others: SmallVec<[Callee; 4]>,
}

impl<'a> Engine<'a> {
    /// Calls what `value` calls, as a group where it is many. Returns what is still to be called one by one.
    pub(crate) fn call_many(
        &mut self,
        value: Value,
        manner: Manner,
        receiver: Value,
        args: &Args<'a>,
    ) -> Called {
        let callees = self.heap.callees_now(value);
        let (Some(cell), true) = (value.cell, callees.len() > self.few) else {
            let others = callees.iter().copied().collect();
            return Called {
                result: Value::NOTHING,
                others,
            };
        };
        let id = self.group(self.heap.find(cell), manner);
        let more = self.gather(id, receiver, args);
        let unit = self.groups[id].unit;
        if more || self.units.settled(unit).is_none() || self.reports(unit) {
            self.call_members(id);
        }
        let group = &self.groups[id];
        self.units.read(&group.readers);
        self.hazards |= group.hazards;
        if self
            .frame
            .function
            .is_some_and(|function| group.functions.contains(&function))
        {
            self.hazards |= const { Hazards::built_in("RecursionError") };
        }
        Called {
            result: group.result,
            others: group.others.clone(),
        }
    }

    /// Calls again the members of those groups for which something changed.
    pub(super) fn call_groups(&mut self) {
        for id in 0..self.groups.len() {
            if self.units.settled(self.groups[id].unit).is_none() {
                self.call_members(id);
            }
        }
    }

    fn group(&mut self, root: Cell, manner: Manner) -> usize {
        if let Some(id) = self.group_ids.get(&(root, manner)) {
            return *id;
        }
        let id = self.groups.len();
        self.groups.push(Group {
            cell: Value {
                cell: Some(root),
                ..Value::NOTHING
            },
            manner,
            receiver: Value::NOTHING,
            args: Args::default(),
            functions: HashSet::default(),
            others: SmallVec::new(),
            result: Value::NOTHING,
            hazards: Hazards::NONE,
            unit: self.new_unit(),
            readers: Readers::default(),
        });
        self.group_ids.insert((root, manner), id);
        id
    }

    /// Adds to what a group is given. Returns whether it became more.
    fn gather(&mut self, id: usize, receiver: Value, args: &Args<'a>) -> bool {
        let (heap, group) = (&mut self.heap, &mut self.groups[id]);
        let given = &mut group.args;
        let mut more = widen(heap, &mut group.receiver, receiver);
        for (place, value) in args.positional.iter().enumerate() {
            if place == given.positional.len() {
                given.positional.push(Value::NOTHING);
                more = true;
            }
            more |= widen(heap, &mut given.positional[place], *value);
        }
        for (name, value) in &args.keywords {
            let place = given.keywords.iter().position(|(known, _)| known == name);
            let place = place.unwrap_or_else(|| {
                given.keywords.push((*name, Value::NOTHING));
                more = true;
                given.keywords.len() - 1
            });
            more |= widen(heap, &mut given.keywords[place].1, *value);
        }
        if let Some(value) = args.further {
            more |= given.further.is_none();
            more |= widen(heap, given.further.get_or_insert_default(), value);
        }
        more
    }

    /// Calls the members with all that the group is given. What is read meanwhile is read by the group.
    fn call_members(&mut self, id: usize) {
        let group = &self.groups[id];
        let (cell, manner, receiver, unit) = (group.cell, group.manner, group.receiver, group.unit);
        let args = group.args.spread(&mut self.heap);
        let (frame, hazards) = (
            self.frame,
            std::mem::replace(&mut self.hazards, Hazards::NONE),
        );
        self.frame.function = None;
        let around = self.units.begin(unit);
        let mut others = SmallVec::new();
        let mut functions = HashSet::default();
        let mut result = Value::NOTHING;
        for callee in self.callees(cell) {
            let returned = match (callee, manner) {
                (Callee::Function(function), Manner::Plain) => {
                    functions.insert(function);
                    self.call_function(function, None, &args)
                }
                (Callee::Function(function), Manner::Method) => {
                    functions.insert(function);
                    self.call_own_method(function, receiver, &args)
                }
                (Callee::Function(function), Manner::Callback) => {
                    functions.insert(function);
                    self.run_callback(function, receiver)
                }
                (Callee::Function(function), _) if !self.is_property(function) => {
                    functions.insert(function);
                    let of_class = manner == Manner::OfClass;
                    self.call_as_attribute(function, of_class, receiver, &args)
                }
                (Callee::Class(class), Manner::Plain | Manner::OfInstance | Manner::OfClass) => {
                    self.construct(class, &args)
                }
                // What is no function of the program is not called so.
                (_, Manner::Method | Manner::Callback) => Value::NOTHING,
                _ => {
                    others.push(callee);
                    Value::NOTHING
                }
            };
            result = self.heap.join(result, returned);
        }
        let raised = std::mem::replace(&mut self.hazards, hazards);
        self.units.end(unit, around, raised);
        self.frame = frame;
        let group = &mut self.groups[id];
        let changed = group.result != result || group.hazards != raised || group.others != others;
        group.functions = functions;
        group.others = others;
        group.result = result;
        group.hazards = raised;
        if changed {
            self.heap.grew = true;
            self.units.changed(&group.readers);
        }
    }
}

/// Lets a value be another, too. Returns whether it became more.
fn widen(heap: &mut Heap, value: &mut Value, other: Value) -> bool {
    let before = *value;
    *value = heap.join(before, other);
    *value != before
}
