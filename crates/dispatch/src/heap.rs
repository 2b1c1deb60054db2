//! What values hold: cells, unified as values meet (Steensgaard's points-to analysis), so that a list which is known by
//! two names is one list.

use std::rc::Rc;

use smallvec::SmallVec;

use crate::kinds::Kinds;
use crate::units::{Readers, Units};

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
    /// What is held anywhere in it. Nothing where there are fields.
    held: Value,
    /// What is held in each place, where places are told apart: those of a tuple, or the keys and the values of a dict.
    fields: Vec<Value>,
    callees: Vec<Callee>,
    readers: Readers,
}

/// All cells.
#[derive(Debug)]
pub(crate) struct Heap {
    slots: Vec<Slot>,
    units: Rc<Units>,
    /// Whether anything grew since this was last set to false.
    pub(crate) grew: bool,
    /// All kinds that were ever made.
    universe: Kinds,
    /// Who has read what there is.
    universe_readers: Readers,
}

/// The cell that holds everything.
const WORLD: Cell = Cell(0);

impl Heap {
    pub(crate) fn new(units: Rc<Units>) -> Self {
        let mut heap = Self {
            slots: Vec::new(),
            units,
            grew: false,
            universe: Kinds::NONE,
            universe_readers: Readers::default(),
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
                fields: Vec::new(),
                callees: Vec::new(),
                readers: Readers::default(),
            });
        }
        cell
    }

    /// Notes that values of these kinds exist.
    pub(crate) fn exists(&mut self, kinds: Kinds) {
        if !self.universe.covers(kinds) {
            self.universe |= kinds;
            self.grew = true;
            self.units.changed(&self.universe_readers);
        }
    }

    /// Any value there is: data, that is. What comes from a place that is not seen is taken to be no function or module.
    pub(crate) fn anything(&self) -> Value {
        self.units.read(&self.universe_readers);
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
        self.units.read(&self.universe_readers);
        self.universe.meets(kinds)
    }

    /// The cell that stands for all that were unified with this one. What it holds is not read by that.
    pub(crate) fn find(&self, cell: Cell) -> Cell {
        let mut at = cell;
        loop {
            let parent = self.slots[at.0 as usize].parent;
            if parent == at {
                return at;
            }
            at = parent;
        }
    }

    /// What a cell is, to be read.
    fn read(&self, cell: Cell) -> &Slot {
        let slot = &self.slots[self.find(cell).0 as usize];
        self.units.read(&slot.readers);
        slot
    }

    /// Notes that what a cell holds grew.
    fn grown(&mut self, root: Cell) {
        self.grew = true;
        self.units.changed(&self.slots[root.0 as usize].readers);
    }

    /// Whether the cell is the one that holds everything.
    pub(crate) fn is_world(&self, cell: Cell) -> bool {
        self.read(cell);
        self.find(cell) == self.find(WORLD)
    }

    /// What the value holds, wherever in it.
    pub(crate) fn held(&mut self, value: Value) -> Value {
        let Some(cell) = value.cell else {
            return Value::NOTHING;
        };
        let root = self.find(cell);
        let slot = self.read(root);
        let mut held = slot.held;
        if !slot.fields.is_empty() {
            for field in SmallVec::<[Value; 4]>::from_slice(&slot.fields) {
                held = self.join(held, field);
            }
        }
        if root == self.find(WORLD) {
            held.kinds |= self.anything().kinds;
        }
        held
    }

    /// What the value holds in one of `places` places.
    pub(crate) fn field(&mut self, value: Value, place: usize, places: usize) -> Value {
        if let Some(cell) = value.cell {
            let fields = &self.read(cell).fields;
            if fields.len() == places
                && let Some(field) = fields.get(place)
            {
                return *field;
            }
        }
        self.held(value)
    }

    /// In how many places the value holds something, where they are told apart.
    pub(crate) fn places(&self, value: Value) -> Option<usize> {
        let cell = value.cell?;
        let places = self.read(cell).fields.len();
        (places > 0).then_some(places)
    }

    /// Lets the cell hold that value too, wherever in it.
    pub(crate) fn put(&mut self, cell: Cell, value: Value) {
        let root = self.find(cell);
        for place in 0..self.slots[root.0 as usize].fields.len() {
            self.put_field(cell, place, value);
        }
        let root = self.find(cell);
        if self.slots[root.0 as usize].fields.is_empty() {
            let before = self.slots[root.0 as usize].held;
            let after = self.join(before, value);
            // Joining may have unified the cell itself with another.
            let root = self.find(root);
            if widen(&mut self.slots[root.0 as usize].held, after) {
                self.grown(root);
            }
        }
    }

    /// Lets the cell hold that value in one place.
    pub(crate) fn put_field(&mut self, cell: Cell, place: usize, value: Value) {
        let root = self.find(cell);
        let Some(before) = self.slots[root.0 as usize].fields.get(place).copied() else {
            self.put(cell, value);
            return;
        };
        let after = self.join(before, value);
        let root = self.find(root);
        match self.slots[root.0 as usize].fields.get_mut(place) {
            Some(field) => {
                if widen(field, after) {
                    self.grown(root);
                }
            }
            None => self.put(root, after),
        }
    }

    /// Tells so many places of the cell apart, unless it holds something already in another way.
    pub(crate) fn tell_apart(&mut self, cell: Cell, places: usize) {
        let root = self.find(cell);
        let slot = &mut self.slots[root.0 as usize];
        if slot.fields.is_empty() && slot.held == Value::NOTHING {
            slot.fields = vec![Value::NOTHING; places];
            self.units.changed(&slot.readers);
        } else if !slot.fields.is_empty() && slot.fields.len() != places {
            self.merge_fields(root);
        }
        // Where others merge the places later, they may be told apart anew.
        self.read(root);
    }

    /// Tells the places of a cell apart no longer.
    fn merge_fields(&mut self, cell: Cell) {
        let root = self.find(cell);
        let fields = std::mem::take(&mut self.slots[root.0 as usize].fields);
        self.grown(root);
        for field in fields {
            self.put(root, field);
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
        if left == right {
            return;
        }
        let mut pairs = SmallVec::<[_; 8]>::from_slice(&[(left, right)]);
        while let Some((left, right)) = pairs.pop() {
            let (left, right) = (self.find(left), self.find(right));
            if left == right {
                continue;
            }
            self.grown(left);
            self.grown(right);
            let (keep, lose) = if left.0 < right.0 {
                (left, right)
            } else {
                (right, left)
            };
            let given_up = std::mem::take(&mut self.slots[lose.0 as usize].callees);
            let lost_held = self.slots[lose.0 as usize].held;
            let lost_fields = std::mem::take(&mut self.slots[lose.0 as usize].fields);
            self.slots[lose.0 as usize].parent = keep;
            let kept = &mut self.slots[keep.0 as usize];
            for callee in given_up {
                if !kept.callees.contains(&callee) {
                    kept.callees.push(callee);
                }
            }
            let kept_fields = std::mem::take(&mut kept.fields);
            let bare = |held: Value, fields: &[Value]| held == Value::NOTHING && fields.is_empty();
            let lost_is_bare = bare(lost_held, &lost_fields);
            let kept_is_bare = bare(kept.held, &kept_fields);
            if kept_fields.len() == lost_fields.len() || lost_is_bare || kept_is_bare {
                let (mut fields, others) = if kept_fields.is_empty() {
                    (lost_fields, Vec::new())
                } else {
                    (kept_fields, lost_fields)
                };
                for (field, other) in fields.iter_mut().zip(others) {
                    pairs.extend(unite(field, other));
                }
                kept.fields = fields;
            } else {
                for field in kept_fields.into_iter().chain(lost_fields) {
                    pairs.extend(unite(&mut kept.held, field));
                }
            }
            pairs.extend(unite(&mut kept.held, lost_held));
        }
    }

    /// Lets a call of what has the cell run `callee`.
    pub(crate) fn calls(&mut self, cell: Cell, callee: Callee) {
        let root = self.find(cell);
        let callees = &mut self.slots[root.0 as usize].callees;
        if !callees.contains(&callee) {
            callees.push(callee);
            self.grown(root);
        }
    }

    /// What a call of the value may run.
    pub(crate) fn callees(&self, value: Value) -> SmallVec<[Callee; 4]> {
        self.callees_now(value).iter().copied().collect()
    }

    /// What a call of the value may run, for one who learns nothing while looking at it.
    pub(crate) fn callees_now(&self, value: Value) -> &[Callee] {
        value.cell.map_or(&[], |cell| &self.read(cell).callees)
    }

    /// All kinds that the value holds, however deep.
    pub(crate) fn reach(&self, value: Value) -> Kinds {
        let mut reached = Kinds::EMPTY;
        let mut seen = SmallVec::<[Cell; 16]>::new();
        let mut next: SmallVec<[Cell; 16]> = value.cell.into_iter().collect();
        while let Some(cell) = next.pop() {
            let root = self.find(cell);
            if seen.contains(&root) {
                continue;
            }
            seen.push(root);
            if root == self.find(WORLD) {
                reached |= self.anything().kinds;
            }
            let slot = self.read(root);
            for held in slot.fields.iter().chain([&slot.held]) {
                reached |= held.kinds;
                next.extend(held.cell);
            }
        }
        reached
    }
}

/// Makes a value that of another, too, where the cells were unified already. Returns whether it became wider.
fn widen(value: &mut Value, other: Value) -> bool {
    let kinds = value.kinds | other.kinds;
    let wider = kinds != value.kinds || (value.cell.is_none() && other.cell.is_some());
    value.kinds = kinds;
    value.cell = value.cell.or(other.cell);
    wider
}

/// Makes a value that of another, too. Returns the cells that are to be unified for it.
fn unite(value: &mut Value, other: Value) -> Option<(Cell, Cell)> {
    let pair = value.cell.zip(other.cell);
    widen(value, other);
    pair
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

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
        let mut heap = Heap::new(Rc::default());
        let one = list(&mut heap, Kinds::INT);
        let other = list(&mut heap, Kinds::STR);
        heap.join(one, other);
        heap.put(other.cell.unwrap(), Value::of(Kinds::FLOAT));
        assert_eq!(heap.held(one).kinds, Kinds::INT | Kinds::STR | Kinds::FLOAT);
    }

    #[test]
    fn what_is_held_by_what_is_held_is_reached_also_round_a_circle() {
        let mut heap = Heap::new(Rc::default());
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
    fn places_are_told_apart_until_another_number_of_them_comes() {
        let mut heap = Heap::new(Rc::default());
        let pair = |heap: &mut Heap, places: &[Kinds]| {
            let cell = heap.cell();
            heap.tell_apart(cell, places.len());
            for (place, kinds) in places.iter().enumerate() {
                heap.put_field(cell, place, Value::of(*kinds));
            }
            Value {
                kinds: Kinds::TUPLE,
                cell: Some(cell),
            }
        };
        let one = pair(&mut heap, &[Kinds::STR, Kinds::INT]);
        let other = pair(&mut heap, &[Kinds::STR, Kinds::FLOAT]);
        heap.join(one, other);
        assert_eq!(heap.field(one, 0, 2).kinds, Kinds::STR);
        assert_eq!(heap.field(other, 1, 2).kinds, Kinds::INT | Kinds::FLOAT);
        assert_eq!(
            heap.field(one, 0, 3).kinds,
            Kinds::STR | Kinds::INT | Kinds::FLOAT
        );
        let three = pair(&mut heap, &[Kinds::NONE, Kinds::NONE, Kinds::NONE]);
        heap.join(one, three);
        assert!(
            heap.field(one, 0, 2)
                .kinds
                .covers(Kinds::NONE | Kinds::FLOAT)
        );
        assert_eq!(
            heap.reach(three),
            Kinds::STR | Kinds::INT | Kinds::FLOAT | Kinds::NONE
        );
    }

    #[test]
    fn callees_meet_as_cells_do() {
        let mut heap = Heap::new(Rc::default());
        let (one, other) = (list(&mut heap, Kinds::EMPTY), list(&mut heap, Kinds::EMPTY));
        heap.calls(one.cell.unwrap(), Callee::Function(1));
        heap.calls(other.cell.unwrap(), Callee::Class(2));
        heap.join(one, other);
        assert_eq!(heap.callees(other).len(), 2);
    }

    #[test]
    fn anything_is_every_kind_that_exists() {
        let mut heap = Heap::new(Rc::default());
        heap.exists(Kinds::SET);
        assert!(heap.anything().kinds.meets(Kinds::SET));
        let anything = heap.anything();
        assert!(heap.held(anything).kinds.meets(Kinds::SET));
    }
}
