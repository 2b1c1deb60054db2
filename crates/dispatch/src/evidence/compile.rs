//! From the lines of all areas to tables that are looked up rather than read. This happens when the crate is built.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use crate::evidence::codes::{PATTERN_ERROR, SAME, is_of_module};
use crate::evidence::row::{Pattern, Register, Row, is_of_formatting};
use crate::hazards::Hazards;
use crate::kinds::Kinds;

/// Things that have numbers, in the order in which they were met.
#[derive(Debug)]
pub(crate) struct Numbered<T> {
    pub(crate) all: Vec<T>,
    numbers: HashMap<T, usize>,
}

impl<T: Clone + Eq + Hash> Numbered<T> {
    fn new() -> Self {
        Self {
            all: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    fn number(&mut self, item: T) -> u16 {
        let number = *self.numbers.entry(item).or_insert_with_key(|item| {
            self.all.push(item.clone());
            self.all.len() - 1
        });
        u16::try_from(number).expect("so few are met that 16 bits number them")
    }
}

/// From one place to before another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span(pub(crate) usize, pub(crate) usize);

/// An argument of a row: what it is called, where it is a keyword, and the numbers of its kind and of what it held.
#[derive(Debug)]
pub(crate) struct Argument {
    pub(crate) keyword: Option<u16>,
    pub(crate) kind: u8,
    pub(crate) held: u16,
}

/// A row, all in numbers. Its arguments, then its keywords, stand in a table of their own.
#[derive(Debug)]
pub(crate) struct Record {
    /// Where the row stands among those of its callable.
    pub(crate) place: u16,
    pub(crate) first_argument: usize,
    pub(crate) result: u16,
    pub(crate) held: u16,
    /// What was raised, where its text differed.
    pub(crate) raises: u16,
    /// The call that differed, counted from 1.
    pub(crate) example: u16,
}

/// The rows of a callable with as many arguments and keywords.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) args: usize,
    pub(crate) keywords: usize,
    pub(crate) rows: Span,
    /// Where the kinds stand that were tried in each place.
    pub(crate) tried: usize,
}

/// What was seen of a callable.
#[derive(Debug)]
pub(crate) struct Callable {
    pub(crate) name: String,
    pub(crate) fixed: bool,
    pub(crate) same: bool,
    /// Whether it is a function of a module, rather than a builtin, an operator or a method.
    pub(crate) of_module: bool,
    /// The number of the kind of its instances, where it is a class of the library.
    pub(crate) class: Option<usize>,
    pub(crate) agreed: Hazards,
    pub(crate) shapes: Span,
}

/// What a name is of values of one kind: the numbers of the callables.
#[derive(Debug, Default)]
pub(crate) struct Member {
    pub(crate) constant: Option<usize>,
    pub(crate) method: Option<usize>,
}

/// All tables.
#[derive(Debug)]
pub(crate) struct Tables {
    pub(crate) register: Register,
    pub(crate) sets: Numbered<Kinds>,
    pub(crate) hazards: Numbered<u64>,
    pub(crate) keywords: Numbered<String>,
    /// The shapes of format specs.
    pub(crate) specs: Numbered<String>,
    pub(crate) examples: Numbered<String>,
    pub(crate) callables: Vec<Callable>,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) tried: Vec<u16>,
    pub(crate) rows: Vec<Record>,
    pub(crate) args: Vec<Argument>,
    /// Of each kind that was formatted, the specs and their examples.
    pub(crate) forms: BTreeMap<String, BTreeMap<u16, u16>>,
    /// By the member's name and the number of the kind.
    pub(crate) members: BTreeMap<String, BTreeMap<usize, Member>>,
    /// Whatever stands before a dot in the name of a callable.
    pub(crate) modules: BTreeSet<String>,
}

/// Puts together what the areas say, callable by callable.
pub(crate) fn compile(areas: &[String]) -> Tables {
    let mut callables: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    // The first line of an area is its header.
    for line in areas.iter().flat_map(|area| area.lines().skip(1)) {
        if let Some((callable, row)) = line.split_once('\t') {
            callables.entry(callable).or_default().push(row);
        }
    }
    let mut tables = Tables {
        register: Register::new(),
        sets: Numbered::new(),
        hazards: Numbered::new(),
        keywords: Numbered::new(),
        specs: Numbered::new(),
        examples: Numbered::new(),
        callables: Vec::new(),
        shapes: Vec::new(),
        tried: Vec::new(),
        rows: Vec::new(),
        args: Vec::new(),
        forms: BTreeMap::new(),
        members: BTreeMap::new(),
        modules: BTreeSet::new(),
    };
    for (name, lines) in &callables {
        let rows: Vec<Row<'_>> = lines
            .iter()
            .map(|line| {
                Row::parse(&mut tables.register, name, line).expect("a line has all columns")
            })
            .collect();
        tables.add_module(name);
        if is_of_formatting(name) {
            tables.add_forms(name, &rows);
        } else {
            tables.add_callable(name, &rows);
        }
    }
    tables.find_classes();
    tables.find_members();
    tables
}

impl Tables {
    fn add_module(&mut self, name: &str) {
        for name in [name, name.strip_prefix('.').unwrap_or(name)] {
            let before = name
                .match_indices('.')
                .map(|(dot, _)| name[..dot].to_owned());
            self.modules.extend(before);
        }
    }

    fn add_forms(&mut self, name: &str, rows: &[Row<'_>]) {
        let mut forms = BTreeMap::new();
        for row in rows {
            let spec = self.specs.number(row.signature.to_owned());
            let example = if row.differing == 0 {
                SAME
            } else {
                self.examples.number(row.example.to_owned()) + 1
            };
            forms.entry(spec).or_insert(example);
        }
        self.forms.insert(name.to_owned(), forms);
    }

    fn add_callable(&mut self, name: &str, rows: &[Row<'_>]) {
        let mut shapes: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (place, row) in rows.iter().enumerate() {
            let shape = (row.args.len(), row.keywords.len());
            shapes.entry(shape).or_default().push(place);
        }
        let first_shape = self.shapes.len();
        for ((args, keywords), mut places) in shapes {
            // Rows whose arguments are of the same kinds stand together.
            places.sort_by_key(|place| {
                let args = rows[*place].args.iter();
                args.map(|argument| argument.kind.number())
                    .collect::<Vec<_>>()
            });
            let first_tried = self.tried.len();
            for position in 0..args {
                let kinds = places.iter().map(|place| rows[*place].args[position].kind);
                let tried = kinds.fold(Kinds::EMPTY, |all, kind| all | kind);
                let tried = self.sets.number(tried);
                self.tried.push(tried);
            }
            let first_row = self.rows.len();
            for place in places {
                self.add_row(place, &rows[place]);
            }
            self.shapes.push(Shape {
                args,
                keywords,
                rows: Span(first_row, self.rows.len()),
                tried: first_tried,
            });
        }
        self.callables.push(Callable {
            name: name.to_owned(),
            fixed: is_fixed(rows),
            same: rows.iter().all(|row| row.differing == 0),
            of_module: is_of_module(name),
            class: None,
            agreed: rows
                .iter()
                .filter(|row| row.text_differing == 0)
                .fold(Hazards::NONE, |all, row| all | row.named),
            shapes: Span(first_shape, self.shapes.len()),
        });
    }

    fn add_row(&mut self, place: usize, row: &Row<'_>) {
        let first_argument = self.args.len();
        let args = row.args.iter().map(|pattern| (None, pattern));
        let keywords = row.keywords.iter();
        let keywords = keywords.map(|(keyword, pattern)| (Some(*keyword), pattern));
        for (keyword, pattern) in args.chain(keywords) {
            self.add_argument(keyword, pattern);
        }
        let raises = if row.text_differing > 0 {
            row.raises
        } else {
            Hazards::NONE
        };
        let record = Record {
            place: u16::try_from(place).expect("no callable has as many rows"),
            first_argument,
            result: self.sets.number(row.result),
            held: self.sets.number(row.held),
            raises: self.hazards.number(raises.bits()),
            example: self.example(row),
        };
        self.rows.push(record);
    }

    fn add_argument(&mut self, keyword: Option<&str>, pattern: &Pattern) {
        let argument = Argument {
            keyword: keyword.map(|keyword| self.keywords.number(keyword.to_owned())),
            kind: u8::try_from(pattern.kind.number()).expect("there is room for so many kinds"),
            held: self.sets.number(pattern.held),
        };
        self.args.push(argument);
    }

    fn example(&mut self, row: &Row<'_>) -> u16 {
        if row.differing == 0 {
            SAME
        } else if row.example.contains("re.error:") {
            PATTERN_ERROR
        } else {
            self.examples.number(row.example.to_owned()) + 1
        }
    }

    /// What a call of a class gives is of a kind with the name of the class.
    fn find_classes(&mut self) {
        for callable in &mut self.callables {
            let name = &callable.name;
            if self.modules.contains(name) && !name.starts_with("builtins.") {
                callable.class = Some(self.register.class(name).number());
            }
        }
    }

    fn find_members(&mut self) {
        let kinds: HashMap<&str, usize> = (0..)
            .zip(&self.register.names)
            .map(|(number, name)| (name.as_str(), number))
            .collect();
        for (number, callable) in self.callables.iter().enumerate() {
            let constant = callable.name.strip_prefix('.');
            let dotted = constant.unwrap_or(&callable.name);
            let Some((owner, name)) = dotted.rsplit_once('.') else {
                continue;
            };
            let Some(kind) = kinds.get(owner) else {
                continue;
            };
            let named = self.members.entry(name.to_owned()).or_default();
            let member = named.entry(*kind).or_default();
            if constant.is_some() {
                member.constant = Some(number);
            } else {
                member.method = Some(number);
            }
        }
    }
}

/// Whether all rows give one kind of result, nothing and exceptions aside.
fn is_fixed(rows: &[Row<'_>]) -> bool {
    let all = rows
        .iter()
        .fold(Kinds::EMPTY, |all, row| all | row.result)
        .coarse();
    let all = all & !Kinds::NONE;
    rows.iter().all(|row| {
        let own = row.result.coarse() & !Kinds::NONE;
        own.is_empty() || own == all
    })
}
