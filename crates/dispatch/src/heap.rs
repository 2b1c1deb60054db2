//! What values hold: cells, unified as values meet (Steensgaard's points-to analysis), so that a list which is known by
//! two names is one list.

use crate::kinds::Kinds;

/// What a value may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) kinds: Kinds,
    /// What it holds, where it is a container or an iterator; what a call of it runs, where it is callable.
    pub(crate) cell: Option<Cell>,
}

impl Value {
    pub(crate) const NOTHING: Self = Self::of(Kinds::EMPTY);

    /// What comes of something for which a reason was given: no further reason is needed.
    pub(crate) const UNKNOWN: Self = Self::of(Kinds::OTHER);

    /// A value that holds nothing.
    pub(crate) const fn of(kinds: Kinds) -> Self {
        Self { kinds, cell: None }
    }

    /// Whether no value was seen to come here.
    pub(crate) const fn is_nothing(self) -> bool {
        self.kinds.is_empty()
    }
}

/// The name of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Cell(u32);

/// What a call runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Callee {
    /// A function of the program, by its number.
    Function(usize),
    /// A class of the program, by its number.
    Class(usize),
    /// A function or class of the library, by its number in the table of names.
    Library(usize),
    /// A method of what the cell holds, by its number in the table of names.
    Method(usize),
}

#[derive(Debug)]
struct Slot {
    parent: Cell,
    held: Value,
    callees: Vec<Callee>,
}

/// All cells.
#[derive(Debug)]
pub(crate) struct Heap {
    slots: Vec<Slot>,
    /// Whether anything grew since this was last set to false.
    pub(crate) grew: bool,
    /// All kinds that were ever made.
    universe: Kinds,
}

/// The cell that holds everything.
const WORLD: Cell = Cell(0);

impl Heap {
    pub(crate) fn new() -> Self {
        let mut heap = Self {
            slots: Vec::new(),
            grew: false,
            universe: Kinds::NONE,
        };
        heap.cell();
        heap.slots[0].held.cell = Some(WORLD);
        heap
    }

    /// A new cell that holds nothing.
    pub(crate) fn cell(&mut self) -> Cell {
        let cell = Cell(u32::try_from(self.slots.len()).unwrap_or(0));
        if cell != WORLD || self.slots.is_empty() {
            self.slots.push(Slot {
                parent: cell,
                held: Value::NOTHING,
                callees: Vec::new(),
            });
        }
        cell
    }

    /// Notes that values of these kinds exist.
    pub(crate) fn exists(&mut self, kinds: Kinds) {
        if !self.universe.covers(kinds) {
            self.universe |= kinds;
            self.grew = true;
        }
    }

    /// Any value there is: data, that is. What comes from a place that is not seen is taken to be no function or module.
    pub(crate) fn anything(&self) -> Value {
        Value {
            kinds: self.universe & !Kinds::MACHINERY,
            cell: Some(WORLD),
        }
    }

    /// Any value there is, what it holds aside.
    pub(crate) fn anything_flat(&self) -> Value {
        Value::of(self.anything().kinds)
    }

    /// Whether there are values of such a kind.
    pub(crate) fn has(&self, kinds: Kinds) -> bool {
        self.universe.meets(kinds)
    }

    fn find(&self, cell: Cell) -> Cell {
        let mut at = cell;
        loop {
            let parent = self.slots[at.0 as usize].parent;
            if parent == at {
                return at;
            }
            at = parent;
        }
    }

    /// Whether the cell is the one that holds everything.
    pub(crate) fn is_world(&self, cell: Cell) -> bool {
        self.find(cell) == self.find(WORLD)
    }

    /// What the value holds.
    pub(crate) fn held(&self, value: Value) -> Value {
        let Some(cell) = value.cell else {
            return Value::NOTHING;
        };
        let root = self.find(cell);
        let mut held = self.slots[root.0 as usize].held;
        if root == self.find(WORLD) {
            held.kinds |= self.anything().kinds;
        }
        held
    }

    /// Lets the cell hold that value too.
    pub(crate) fn put(&mut self, cell: Cell, value: Value) {
        let root = self.find(cell);
        let before = self.slots[root.0 as usize].held;
        let after = self.join(before, value);
        // Joining may have unified the cell itself with another.
        let root = self.find(root);
        let slot = &mut self.slots[root.0 as usize];
        let kinds = slot.held.kinds | after.kinds;
        if kinds != slot.held.kinds || (slot.held.cell.is_none() && after.cell.is_some()) {
            slot.held.kinds = kinds;
            slot.held.cell = slot.held.cell.or(after.cell);
            self.grew = true;
        }
    }

    /// A value that is either.
    pub(crate) fn join(&mut self, left: Value, right: Value) -> Value {
        let cell = match (left.cell, right.cell) {
            (Some(left), Some(right)) => {
                self.unify(left, right);
                Some(left)
            }
            (left, right) => left.or(right),
        };
        Value {
            kinds: left.kinds | right.kinds,
            cell,
        }
    }

    /// Makes one cell of two, and of what they hold likewise. Each step takes a cell away, so it ends.
    fn unify(&mut self, left: Cell, right: Cell) {
        let mut pairs = vec![(left, right)];
        while let Some((left, right)) = pairs.pop() {
            let (left, right) = (self.find(left), self.find(right));
            if left == right {
                continue;
            }
            self.grew = true;
            let (keep, lose) = if left.0 < right.0 {
                (left, right)
            } else {
                (right, left)
            };
            let lost = std::mem::take(&mut self.slots[lose.0 as usize].callees);
            let lost_held = self.slots[lose.0 as usize].held;
            self.slots[lose.0 as usize].parent = keep;
            let kept = &mut self.slots[keep.0 as usize];
            for callee in lost {
                if !kept.callees.contains(&callee) {
                    kept.callees.push(callee);
                }
            }
            kept.held.kinds |= lost_held.kinds;
            match (kept.held.cell, lost_held.cell) {
                (Some(left), Some(right)) => pairs.push((left, right)),
                (None, right) => kept.held.cell = right,
                (Some(_), None) => {}
            }
        }
    }

    /// Lets a call of what has the cell run `callee`.
    pub(crate) fn calls(&mut self, cell: Cell, callee: Callee) {
        let root = self.find(cell);
        let callees = &mut self.slots[root.0 as usize].callees;
        if !callees.contains(&callee) {
            callees.push(callee);
            self.grew = true;
        }
    }

    /// What a call of the value may run.
    pub(crate) fn callees(&self, value: Value) -> Vec<Callee> {
        value
            .cell
            .map(|cell| self.slots[self.find(cell).0 as usize].callees.clone())
            .unwrap_or_default()
    }

    /// All kinds that the value holds, however deep.
    pub(crate) fn reach(&self, value: Value) -> Kinds {
        let mut reached = Kinds::EMPTY;
        let mut seen = Vec::new();
        let mut next = value.cell;
        while let Some(cell) = next {
            let root = self.find(cell);
            if seen.contains(&root) {
                break;
            }
            seen.push(root);
            let held = self.held(Value {
                kinds: Kinds::EMPTY,
                cell: Some(root),
            });
            reached |= held.kinds;
            next = held.cell;
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::{Callee, Heap, Kinds, Value};

    fn list(heap: &mut Heap, held: Kinds) -> Value {
        let cell = heap.cell();
        heap.put(cell, Value::of(held));
        Value {
            kinds: Kinds::LIST,
            cell: Some(cell),
        }
    }

    #[test]
    fn two_names_of_one_list_hold_the_same() {
        let mut heap = Heap::new();
        let one = list(&mut heap, Kinds::INT);
        let other = list(&mut heap, Kinds::STR);
        heap.join(one, other);
        heap.put(other.cell.unwrap(), Value::of(Kinds::FLOAT));
        assert_eq!(heap.held(one).kinds, Kinds::INT | Kinds::STR | Kinds::FLOAT);
    }

    #[test]
    fn what_is_held_by_what_is_held_is_reached_also_round_a_circle() {
        let mut heap = Heap::new();
        let inner = list(&mut heap, Kinds::FLOAT);
        let outer = list(&mut heap, Kinds::INT);
        heap.put(outer.cell.unwrap(), inner);
        assert_eq!(heap.reach(outer), Kinds::INT | Kinds::LIST | Kinds::FLOAT);
        heap.put(inner.cell.unwrap(), outer);
        assert!(
            heap.reach(inner)
                .covers(Kinds::INT | Kinds::LIST | Kinds::FLOAT)
        );
    }

    #[test]
    fn callees_meet_as_cells_do() {
        let mut heap = Heap::new();
        let (one, other) = (list(&mut heap, Kinds::EMPTY), list(&mut heap, Kinds::EMPTY));
        heap.calls(one.cell.unwrap(), Callee::Function(1));
        heap.calls(other.cell.unwrap(), Callee::Class(2));
        heap.join(one, other);
        assert_eq!(heap.callees(other).len(), 2);
    }

    #[test]
    fn anything_is_every_kind_that_exists() {
        let mut heap = Heap::new();
        heap.exists(Kinds::SET);
        assert!(heap.anything().kinds.meets(Kinds::SET));
        let anything = heap.anything();
        assert!(heap.held(anything).kinds.meets(Kinds::SET));
    }
}
