//! What is known so far, and the walk that is repeated until no more is learnt.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::cell::Cell as StdCell;
use std::fmt;
use std::ptr;
use std::rc::Rc;

use ruff_python_ast::{Expr, StmtClassDef};
use ruff_text_size::{Ranged, TextSize};

use crate::decision::Reason;
use crate::evidence::Judge;
use crate::flow::attribute_values::Attributes;
use crate::flow::groups::{FEW, Group, Manner};
use crate::flow::names::{Place, ScopeId, ScopeKind, Scopes};
use crate::flow::program::{Class, Frame, Function};
use crate::hazards::Hazards;
use crate::heap::{Callee, Cell, Heap, Value};
use crate::kinds::Kinds;
use crate::modules::Module;
use crate::units::{Readers, Unit, Units};

/// All that is known.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else of the walk"
)]
pub(crate) struct Engine<'a> {
    pub(crate) modules: &'a [Module],
    pub(crate) module_scopes: Vec<ScopeId>,
    pub(crate) judge: Judge,
    pub(crate) heap: Heap,
    pub(crate) scopes: Scopes<'a>,
    pub(crate) units: Rc<Units>,
    pub(crate) attributes: Attributes,
    pub(crate) functions: Vec<Function<'a>>,
    function_ids: HashMap<usize, usize>,
    pub(super) classes: Vec<Class<'a>>,
    pub(super) has_metaclass: bool,
    /// Who has asked what classes there are.
    pub(super) class_readers: Readers,
    class_ids: HashMap<usize, usize>,
    /// How many of the classes are known to be what `class_of` gives.
    pub(super) classes_told: usize,
    /// So many callees are called one by one, more as a group.
    pub(super) few: usize,
    pub(super) groups: Vec<Group<'a>>,
    pub(super) group_ids: HashMap<(Cell, Manner), usize>,
    block_ids: HashMap<usize, ScopeId>,
    sites: HashMap<(usize, u8), Cell>,
    /// Names of the library, by number.
    pub(crate) library: Vec<Rc<str>>,
    library_ids: HashMap<Rc<str>, (usize, Cell)>,
    /// Builtins that were looked up before.
    pub(super) builtins: HashMap<&'a str, Value>,
    pub(crate) frame: Frame,
    /// Whether this is the last walk, which reports. Read by [`Self::is_checking`] alone.
    checking: bool,
    /// Whether units are left out that would be walked as they were the last time.
    pub(super) leaves_out: bool,
    /// How many consumers around this place do not mind the order of what they are given.
    pub(crate) order_free: bool,
    pub(crate) hazards: Hazards,
    /// What may be raised before, in the code around the unit at hand.
    pub(crate) hazards_around: Hazards,
    /// Whether the values are known, so that what may be raised can be told.
    pub(super) settled: bool,
    /// Whether there may be negative numbers: where nothing is negated, subtracted or read from a text, there are none.
    pub(super) negatives: bool,
    /// Who has asked for that.
    pub(super) negatives_readers: Readers,
    /// How much was done: expressions looked at, functions called, and what was searched for them, in all walks.
    steps: StdCell<usize>,
    /// So much is done at most.
    most_steps: usize,
    /// How deep functions of the library call one another, as far as is followed.
    pub(crate) library_depth: usize,
    /// Functions and classes by the block and the name that their definition binds.
    pub(super) definitions: HashMap<(ScopeId, &'a str), Callee>,
    /// Generators that `contextmanager` made context managers of.
    pub(super) managers: HashSet<usize>,
    /// What generators are sent.
    pub(crate) sent: Value,
    reasons: HashSet<(usize, TextSize, &'static str, String)>,
}

/// So many steps are made for any program, and so many more for each byte of it: whatever a program is like, the time that is
/// spent on it is in proportion to its size.
const STEPS: usize = 20_000;
const STEPS_PER_BYTE: usize = 4;

/// Walks the modules, the program itself being the first, and returns why they are not safe on Light.
pub(crate) fn run(modules: &[Module]) -> Vec<Reason> {
    follow(Engine::new(modules))
}

fn follow(mut engine: Engine<'_>) -> Vec<Reason> {
    let learnt = engine.learn();
    if learnt && !engine.is_spent() {
        engine.checking = true;
        engine.walk();
    }
    if !learnt || engine.is_spent() {
        engine.reasons.insert((
            0,
            TextSize::new(0),
            "complexity",
            "its values could not be followed to an end".into(),
        ));
    }
    engine.report()
}

impl<'a> Engine<'a> {
    fn new(modules: &'a [Module]) -> Self {
        let units = Rc::<Units>::default();
        let bytes: usize = modules.iter().map(|module| module.source.text.len()).sum();
        let mut scopes = Scopes::new(Rc::clone(&units));
        let module_scopes: Vec<_> = modules
            .iter()
            .map(|module| scopes.add_body(ScopeKind::Module, None, module.body()))
            .collect();
        let frame = Frame {
            module: 0,
            scope: module_scopes.first().copied().unwrap_or(0),
            function: None,
            class: None,
        };
        Self {
            modules,
            module_scopes,
            judge: Judge::default(),
            heap: Heap::new(Rc::clone(&units)),
            scopes,
            attributes: Attributes::new(Rc::clone(&units)),
            units,
            functions: Vec::new(),
            function_ids: HashMap::default(),
            classes: Vec::new(),
            has_metaclass: false,
            class_readers: Readers::default(),
            class_ids: HashMap::default(),
            classes_told: 0,
            few: FEW,
            groups: Vec::new(),
            group_ids: HashMap::default(),
            block_ids: HashMap::default(),
            sites: HashMap::default(),
            library: Vec::new(),
            library_ids: HashMap::default(),
            builtins: HashMap::default(),
            frame,
            checking: false,
            leaves_out: true,
            order_free: false,
            hazards: Hazards::NONE,
            hazards_around: Hazards::NONE,
            settled: false,
            steps: StdCell::default(),
            most_steps: STEPS + STEPS_PER_BYTE * bytes,
            library_depth: 0,
            negatives: false,
            negatives_readers: Readers::default(),
            definitions: HashMap::default(),
            managers: HashSet::default(),
            sent: Value::of(Kinds::NONE),
            reasons: HashSet::default(),
        }
    }

    /// Adds to what the function being walked returns.
    pub(crate) fn returns(&mut self, value: Value) {
        let Some(id) = self.frame.function else {
            return;
        };
        let function = &self.functions[id];
        if function.is_async {
            let cell = function.yields;
            if !function.is_generator {
                self.heap.put(cell, value);
            }
            return;
        }
        let before = function.returns;
        let after = self.grow(before, value);
        if after != before {
            let function = &mut self.functions[id];
            function.returns = after;
            self.units.changed(&function.readers);
        }
    }

    /// Joins, and notes whether something was learnt.
    pub(crate) fn grow(&mut self, before: Value, value: Value) -> Value {
        let after = self.heap.join(before, value);
        if after.kinds != before.kinds || after.cell.is_some() != before.cell.is_some() {
            self.heap.grew = true;
        }
        after
    }

    /// Lets a name of a block be that value too.
    pub(crate) fn bind(&mut self, scope: ScopeId, name: &'a str, value: Value) {
        let before = self.scopes.bound(scope, name);
        let after = self.grow(before, value);
        if after != before {
            self.scopes.rebind(scope, name, after);
        }
    }

    /// Lets an attribute be that value too, on whatever object.
    pub(crate) fn bind_attribute(&mut self, name: &str, value: Value) {
        let before = self.attributes.bound(name);
        let after = self.grow(before, value);
        if after != before {
            self.attributes.rebind(name, after);
        }
    }

    /// What an attribute may be.
    pub(crate) fn attribute_value(&self, name: &str) -> Value {
        self.attributes.get(name)
    }

    /// The cell of what is made at a place in the source.
    pub(crate) fn site<T>(&mut self, node: &T, part: u8) -> Cell {
        let key = (ptr::from_ref(node).cast::<()>() as usize, part);
        if let Some(cell) = self.sites.get(&key) {
            return *cell;
        }
        let cell = self.heap.cell();
        self.sites.insert(key, cell);
        cell
    }

    /// A container made at a place in the source.
    pub(crate) fn make<T>(&mut self, kinds: Kinds, node: &T, part: u8, held: Value) -> Value {
        self.heap.exists(kinds);
        let cell = self.site(node, part);
        self.heap.put(cell, held);
        Value {
            kinds,
            cell: Some(cell),
        }
    }

    /// A value that holds nothing.
    pub(crate) fn scalar(&mut self, kinds: Kinds) -> Value {
        self.heap.exists(kinds);
        Value::of(kinds)
    }

    /// A function or class of the library.
    pub(crate) fn library_value(&mut self, name: &str, kinds: Kinds) -> Value {
        self.heap.exists(kinds);
        let (_, cell) = self.library_entry(name);
        Value {
            kinds,
            cell: Some(cell),
        }
    }

    fn library_entry(&mut self, name: &str) -> (usize, Cell) {
        if let Some(entry) = self.library_ids.get(name) {
            return *entry;
        }
        let id = self.library.len();
        let name: Rc<str> = name.into();
        self.library.push(Rc::clone(&name));
        let cell = self.heap.cell();
        self.heap.calls(cell, Callee::Library(id));
        self.library_ids.insert(name, (id, cell));
        (id, cell)
    }

    /// The number of a name of the library.
    pub(crate) fn library_id(&mut self, name: &str) -> usize {
        self.library_entry(name).0
    }

    /// The function whose code stands there.
    pub(crate) fn function<T>(
        &mut self,
        node: &'a T,
        make: impl FnOnce(&mut Self) -> Function<'a>,
    ) -> usize {
        let key = ptr::from_ref(node).cast::<()>() as usize;
        if let Some(id) = self.function_ids.get(&key) {
            return *id;
        }
        let function = make(self);
        self.functions.push(function);
        self.heap.grew = true;
        let id = self.functions.len() - 1;
        self.function_ids.insert(key, id);
        id
    }

    /// The class that is defined there.
    pub(crate) fn class(
        &mut self,
        def: &'a StmtClassDef,
        make: impl FnOnce(&mut Self) -> Class<'a>,
    ) -> usize {
        let key = ptr::from_ref(def) as usize;
        if let Some(id) = self.class_ids.get(&key) {
            return *id;
        }
        let class = make(self);
        self.classes.push(class);
        self.heap.grew = true;
        self.units.changed(&self.class_readers);
        let id = self.classes.len() - 1;
        self.class_ids.insert(key, id);
        id
    }

    /// The block of a comprehension.
    pub(crate) fn inner_block<T>(
        &mut self,
        node: &'a T,
        make: impl FnOnce(&mut Self) -> ScopeId,
    ) -> ScopeId {
        let key = ptr::from_ref(node).cast::<()>() as usize;
        if let Some(id) = self.block_ids.get(&key) {
            return *id;
        }
        let id = make(self);
        self.block_ids.insert(key, id);
        id
    }

    /// What a name is defined as, where it is a function or a class and nothing else.
    pub(crate) fn definition(&self, expr: &Expr) -> Option<Callee> {
        let Expr::Name(name) = expr else { return None };
        let Place::Scope(scope) = self.scopes.resolve(self.frame.scope, name.id.as_str()) else {
            return None;
        };
        if self
            .scopes
            .get(scope)
            .bindings
            .rebound
            .contains(name.id.as_str())
        {
            return None;
        }
        // Who asks is told when the name changes.
        self.scopes.own(scope, name.id.as_str());
        self.definitions.get(&(scope, name.id.as_str())).copied()
    }

    /// Whether this is the last walk, which reports. What asks is walked in it; what does not would only do what it did before.
    pub(crate) fn is_checking(&self) -> bool {
        self.units.asked();
        self.checking
    }

    /// Whether a unit has something to say in this walk that it had not in those before.
    pub(super) fn reports(&self, unit: Unit) -> bool {
        self.checking && self.units.asks(unit)
    }

    /// Notes a reason, in the last walk. In those before it nothing is spent on its words.
    pub(crate) fn flag(&mut self, at: TextSize, rule: &'static str, message: fmt::Arguments<'_>) {
        if self.is_checking() {
            let message = message.to_string();
            self.reasons.insert((self.frame.module, at, rule, message));
        }
    }

    /// Notes a reason about a piece of source.
    pub(crate) fn flag_at(
        &mut self,
        node: &impl Ranged,
        rule: &'static str,
        message: fmt::Arguments<'_>,
    ) {
        self.flag(node.start(), rule, message);
    }

    /// A value as it is in the last walk: one that was never seen to come there may be anything.
    pub(crate) fn or_anything(&self, value: Value) -> Value {
        if value.is_nothing() && self.is_checking() {
            self.heap.anything()
        } else {
            value
        }
    }

    /// Whether more was done than a program of that size is worth.
    pub(crate) fn is_spent(&self) -> bool {
        self.steps.get() >= self.most_steps
    }

    /// Notes that so much was done.
    pub(super) fn spend(&self, steps: usize) {
        self.steps.set(self.steps.get() + steps);
    }

    fn report(self) -> Vec<Reason> {
        let mut reasons: Vec<_> = self.reasons.into_iter().collect();
        reasons.sort();
        reasons
            .into_iter()
            .map(|(module, at, rule, message)| self.modules[module].reason(at, rule, message))
            .collect()
    }
}

#[cfg(test)]
mod tests;
