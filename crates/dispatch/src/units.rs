//! Which pieces of a program have to be looked at again.
//!
//! A unit is a statement, or a function. While one is walked, it is noted with all that it reads; when something changes,
//! those who read it before are due again. A unit that is not due would read what it read the last time, and so write what it
//! wrote: leaving it out changes nothing, neither what is learnt nor in which order.

use std::cell::{Cell, RefCell};

use rustc_hash::FxHashMap as HashMap;

use crate::hazards::Hazards;

/// The number of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit(u32);

impl Unit {
    /// What is in no unit.
    pub(crate) const NONE: Self = Self(u32::MAX);

    /// The unit that stands so many places after.
    pub(crate) fn after(self, places: usize) -> Self {
        Self(self.0 + u32::try_from(places).unwrap_or(0))
    }

    const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One walk of a unit: the unit, and how many walks of it there were before.
type Walk = (Unit, u32);

/// Who has read something, since it changed last.
#[derive(Debug, Default)]
pub(crate) struct Readers(RefCell<Vec<Walk>>);

#[derive(Debug)]
struct State {
    /// The unit that it is a part of.
    parent: Unit,
    walks: u32,
    due: bool,
    /// Whether it asked, in its last walk, if this was the last of all; or a part of it did.
    asks: bool,
    /// What may be raised in it, by its last walk.
    hazards: Hazards,
}

/// All units.
#[derive(Debug)]
pub(crate) struct Units {
    states: RefCell<Vec<State>>,
    /// The first unit of each block of statements.
    blocks: RefCell<HashMap<usize, Unit>>,
    /// The walk that goes on.
    current: Cell<Walk>,
}

impl Default for Units {
    fn default() -> Self {
        Self {
            states: RefCell::default(),
            blocks: RefCell::default(),
            current: Cell::new((Unit::NONE, 0)),
        }
    }
}

impl Units {
    /// The first of so many units, which are parts of another. All are due.
    pub(crate) fn add(&self, parent: Unit, count: usize) -> Unit {
        let mut states = self.states.borrow_mut();
        let first = Unit(u32::try_from(states.len()).unwrap_or(u32::MAX));
        states.extend((0..count).map(|_| State {
            parent,
            walks: 0,
            due: true,
            asks: false,
            hazards: Hazards::NONE,
        }));
        first
    }

    /// The first unit of a block of statements.
    pub(crate) fn of_block<T>(&self, body: &[T]) -> Unit {
        let key = body.as_ptr() as usize;
        let known = self.blocks.borrow().get(&key).copied();
        known.unwrap_or_else(|| {
            let first = self.add(self.current.get().0, body.len());
            self.blocks.borrow_mut().insert(key, first);
            first
        })
    }

    /// What may be raised in a unit, where it need not be walked again.
    pub(crate) fn settled(&self, unit: Unit) -> Option<Hazards> {
        let state = &self.states.borrow()[unit.index()];
        (!state.due).then_some(state.hazards)
    }

    /// Begins a walk of a unit. Returns the walk around it, to be given back at its end.
    pub(crate) fn begin(&self, unit: Unit) -> Walk {
        let state = &mut self.states.borrow_mut()[unit.index()];
        state.due = false;
        state.asks = false;
        state.walks += 1;
        self.current.replace((unit, state.walks))
    }

    /// Ends the walk of a unit, in which such things may be raised.
    pub(crate) fn end(&self, unit: Unit, around: Walk, hazards: Hazards) {
        self.states.borrow_mut()[unit.index()].hazards = hazards;
        self.current.set(around);
        self.include(unit);
    }

    /// Notes that the unit at hand asked whether this was the last walk.
    pub(crate) fn asked(&self) {
        if let Some(state) = self
            .states
            .borrow_mut()
            .get_mut(self.current.get().0.index())
        {
            state.asks = true;
        }
    }

    /// Whether a unit, or a part of it, asked in its last walk whether that was the last.
    pub(crate) fn asks(&self, unit: Unit) -> bool {
        self.states.borrow()[unit.index()].asks
    }

    /// Notes that a unit is a part of the one at hand, as it was after its last walk.
    pub(crate) fn include(&self, unit: Unit) {
        if self.asks(unit) {
            self.asked();
        }
    }

    /// Notes that the unit at hand reads something.
    pub(crate) fn read(&self, readers: &Readers) {
        let walk = self.current.get();
        let mut walks = readers.0.borrow_mut();
        if walk.0 != Unit::NONE && walks.last() != Some(&walk) {
            walks.push(walk);
        }
    }

    /// Notes that something changed: who has read it in its last walk is due.
    pub(crate) fn changed(&self, readers: &Readers) {
        let mut walks = readers.0.borrow_mut();
        for (unit, walk) in walks.drain(..) {
            if self.states.borrow()[unit.index()].walks == walk {
                self.mark(unit);
            }
        }
    }

    /// Lets the unit at hand be walked again in any case.
    pub(crate) fn again(&self) {
        self.mark(self.current.get().0);
    }

    /// Marks a unit, and those it is a part of, as due. Where one is due already, so are those.
    fn mark(&self, unit: Unit) {
        let mut states = self.states.borrow_mut();
        let mut at = unit;
        while at != Unit::NONE && !states[at.index()].due {
            states[at.index()].due = true;
            at = states[at.index()].parent;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Readers, Unit, Units};
    use crate::hazards::Hazards;

    fn walk(units: &Units, unit: Unit, within: impl FnOnce()) {
        let around = units.begin(unit);
        within();
        units.end(unit, around, Hazards::NONE);
    }

    #[test]
    fn who_has_read_what_changes_is_due_with_those_around_it() {
        let units = Units::default();
        let (outer, other) = (units.add(Unit::NONE, 1), units.add(Unit::NONE, 1));
        let body = [1, 2];
        let readers = Readers::default();
        walk(&units, other, || {});
        walk(&units, outer, || {
            let first = units.of_block(&body);
            assert_eq!(units.of_block(&body), first);
            walk(&units, first, || units.read(&readers));
            walk(&units, first.after(1), || {});
        });
        let first = units.of_block(&body);
        let due = |unit| units.settled(unit).is_none();
        assert!(!due(outer) && !due(first) && !due(first.after(1)) && !due(other));
        units.changed(&readers);
        assert!(due(outer) && due(first) && !due(first.after(1)) && !due(other));
    }

    #[test]
    fn what_was_read_in_an_earlier_walk_alone_does_not_count() {
        let units = Units::default();
        let unit = units.add(Unit::NONE, 1);
        let readers = Readers::default();
        walk(&units, unit, || units.read(&readers));
        walk(&units, unit, || units.changed(&readers));
        assert!(units.settled(unit).is_some());
        walk(&units, unit, || {
            units.read(&readers);
            units.changed(&readers);
        });
        assert!(units.settled(unit).is_none());
    }
}
