//! What the rows of a callable say of a call.

use std::rc::Rc;

use rustc_hash::FxHashMap as HashMap;
use smallvec::SmallVec;

use crate::evidence::codes::is_of_module;
use crate::evidence::table::{self, Callable, Cases, Form, Keyword, Member, Pattern, Row};
use crate::hazards::Hazards;
use crate::kinds::Kinds;

/// What an argument may be, and what it may hold, however deep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Seen {
    pub(crate) kinds: Kinds,
    pub(crate) held: Kinds,
}

/// What the arguments may be, place by place.
pub(crate) type Arguments = SmallVec<[Seen; 3]>;

/// What is given by keywords.
pub(crate) type Keywords = SmallVec<[(Keyword, Seen); 2]>;

/// How a callable is used.
#[derive(Clone, Debug, Default)]
pub(crate) struct Use<'a> {
    pub(crate) args: Arguments,
    pub(crate) keywords: Keywords,
    /// Whether there may be further arguments (`*args`, `**kwargs`).
    pub(crate) open: bool,
    /// Positions at which any object will do, since the callable only keeps it.
    pub(crate) kept: &'a [usize],
}

/// Why a use is not covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The campaign has not tried it.
    Untried,
    /// The campaign has not tried it with that many arguments, or these keywords.
    UntriedShape,
    /// The campaign has not tried it with such an argument.
    UntriedKind(&'static str),
    /// It differs: the campaign's example.
    Differs(&'static str),
}

/// What the table says of a use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finding {
    pub(crate) result: Kinds,
    pub(crate) held: Kinds,
    /// Whether the result is of the same kind whatever the arguments are; if not, it may be what they hold.
    pub(crate) fixed: bool,
    /// The exceptions that may be raised with a text that differs.
    pub(crate) raises: Hazards,
    /// Those that were seen with the same text, always.
    pub(crate) agreed: Hazards,
    pub(crate) problem: Option<Problem>,
    /// Whether the callable is a function of a module, rather than a builtin, an operator or a method.
    pub(crate) of_module: bool,
    /// The kind of its instances, where it is a class of the library.
    pub(crate) class: Option<Kinds>,
}

/// Judges uses by the table. What it looked up it keeps at hand: a program has few names, each in many places, and its
/// operators see few kinds.
#[derive(Debug, Default)]
pub(crate) struct Judge {
    callables: HashMap<String, Option<&'static Callable>>,
    members: HashMap<String, &'static [Member]>,
    found: HashMap<Asked, Rc<Finding>>,
}

/// What a finding depends on.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Asked {
    callable: u16,
    open: bool,
    /// A bit for each position at which any object will do.
    kept: u32,
    args: Arguments,
    keywords: Keywords,
}

impl Judge {
    fn find(&mut self, name: &str) -> Option<&'static Callable> {
        if let Some(known) = self.callables.get(name) {
            return *known;
        }
        let found = table::find(name);
        self.callables.insert(name.to_owned(), found);
        found
    }

    /// What a name is of values of each kind that has such a member, by their numbers.
    pub(crate) fn members(&mut self, name: &str) -> &'static [Member] {
        if let Some(known) = self.members.get(name) {
            return known;
        }
        let found = table::members(name);
        self.members.insert(name.to_owned(), found);
        found
    }

    /// Judges a use of a callable.
    pub(crate) fn judge(&mut self, callable: &str, usage: &Use<'_>) -> Rc<Finding> {
        let Some(callable) = self.find(callable) else {
            return Rc::new(Finding {
                fixed: true,
                problem: Some(Problem::Untried),
                of_module: is_of_module(callable),
                ..Finding::default()
            });
        };
        let asked = Asked {
            callable: callable.number,
            open: usage.open,
            kept: usage.kept.iter().fold(0, |all, place| all | 1 << place),
            args: usage.args.clone(),
            keywords: usage.keywords.clone(),
        };
        let found = self.found.entry(asked);
        Rc::clone(found.or_insert_with(|| Rc::new(find(callable, usage))))
    }
}

/// Whether the campaign has tried the callable at all.
pub(crate) fn knows(callable: &str) -> bool {
    table::find(callable).is_some()
}

/// Whether all that the campaign tried of a callable was the same, and it tried something.
pub(crate) fn is_same_throughout(callable: &str) -> bool {
    table::find(callable).is_some_and(|callable| callable.same)
}

/// Whether the campaign tried a callable with that keyword, and never saw a difference.
pub(crate) fn tried_keyword(callable: &str, keyword: &str) -> bool {
    let shapes = table::find(callable).map_or(&[][..], Callable::shapes);
    let keyword = Keyword::named(keyword);
    let mut with = shapes
        .iter()
        .flat_map(table::Shape::rows)
        .filter(|row| row.keyword(keyword).is_some())
        .peekable();
    with.peek().is_some() && with.all(|row| row.cases() == Cases::Same)
}

/// Judges the shape of a format spec.
pub(crate) fn shape(callable: &str, shape: &str) -> Option<Problem> {
    match table::form(callable, shape) {
        Form::Unknown => Some(Problem::Untried),
        Form::Untried => Some(Problem::UntriedShape),
        Form::Tried(Cases::Differ(example)) => Some(Problem::Differs(example)),
        Form::Tried(Cases::PatternError) => Some(Problem::Differs("")),
        Form::Tried(Cases::Same) => None,
    }
}

fn find(callable: &'static Callable, usage: &Use<'_>) -> Finding {
    let mut tally = Tally {
        finding: Finding {
            fixed: callable.fixed,
            agreed: callable.agreed,
            of_module: callable.of_module,
            class: callable.class(),
            ..Finding::default()
        },
        differs: None,
    };
    if usage.open {
        let shapes = callable.shapes().iter();
        let rows = shapes
            .filter(|shape| usize::from(shape.args) >= usage.args.len())
            .flat_map(table::Shape::rows);
        tally.add_some(callable.name, rows.collect(), usage);
    } else if !usage.keywords.is_empty() {
        let shape = callable.shape(usage.args.len(), usage.keywords.len());
        let rows = shape.into_iter().flat_map(table::Shape::rows);
        let rows = rows.filter(|row| has_keywords(*row, usage)).collect();
        tally.add_some(callable.name, rows, usage);
    } else if let Some(shape) = callable.shape(usage.args.len(), 0) {
        tally.finding.problem = untried_in(callable.name, usage, |place| shape.tried(place));
        match usage.args.first() {
            None => shape.rows().for_each(|row| tally.add(row, usage)),
            Some(first) => {
                for row in first
                    .kinds
                    .numbers()
                    .flat_map(|kind| shape.rows_of_first(kind))
                {
                    tally.add_if_of_kind(row, usage);
                }
            }
        }
    } else {
        tally.finding.problem = Some(Problem::UntriedShape);
    }
    tally.end()
}

/// What the rows say together.
struct Tally {
    finding: Finding,
    /// The first row that differs, by its place in the table.
    differs: Option<(u16, &'static str)>,
}

impl Tally {
    /// Adds those of the rows, picked by their shape alone, whose arguments are of the kinds of the use.
    fn add_some(&mut self, callable: &str, rows: Vec<Row>, usage: &Use<'_>) {
        self.finding.problem = if rows.is_empty() {
            Some(Problem::UntriedShape)
        } else {
            untried_kind(callable, &rows, usage)
        };
        for row in rows {
            self.add_if_of_kind(row, usage);
        }
    }

    fn add_if_of_kind(&mut self, row: Row, usage: &Use<'_>) {
        let mut both = row.args().zip(&usage.args);
        if both.all(|(pattern, seen)| seen.kinds.has_number(pattern.number())) {
            self.add(row, usage);
        }
    }

    /// Adds what a row says whose arguments are of the kinds of the use.
    fn add(&mut self, row: Row, usage: &Use<'_>) {
        let finding = &mut self.finding;
        // What containers hold seldom matters to an error, and not all that they may hold was tried.
        finding.raises |= row.raises();
        if !may_be(row, usage) {
            return;
        }
        finding.result |= row.result();
        finding.held |= row.held();
        match row.cases() {
            Cases::Same => {}
            Cases::PatternError => finding.raises |= Hazards::ALL,
            Cases::Differ(example) => {
                let place = row.place();
                if self.differs.is_none_or(|(first, _)| place < first) {
                    self.differs = Some((place, example));
                }
            }
        }
    }

    fn end(self) -> Finding {
        let differs = self.differs.map(|(_, example)| Problem::Differs(example));
        Finding {
            problem: self.finding.problem.or(differs),
            ..self.finding
        }
    }
}

/// A kind of an argument that no row has in its place.
fn untried_kind(callable: &str, rows: &[Row], usage: &Use<'_>) -> Option<Problem> {
    let problem = untried_in(callable, usage, |position| {
        tried(rows.iter().filter_map(|row| {
            let mut args = row.args();
            let position = position.min(args.len().max(1) - 1);
            args.nth(position)
        }))
    });
    if problem.is_some() {
        return problem;
    }
    for (keyword, seen) in &usage.keywords {
        let tried = tried(rows.iter().filter_map(|row| row.keyword(*keyword)));
        if let Some(kind) = untried(callable, seen.kinds, tried) {
            return Some(Problem::UntriedKind(table::kind_name(kind)));
        }
    }
    None
}

/// A kind of an argument in a place that was not tried there.
fn untried_in(callable: &str, usage: &Use<'_>, tried: impl Fn(usize) -> Kinds) -> Option<Problem> {
    for (position, seen) in usage.args.iter().enumerate() {
        if usage.kept.contains(&position) {
            continue;
        }
        if let Some(kind) = untried(callable, seen.kinds, tried(position)) {
            return Some(Problem::UntriedKind(table::kind_name(kind)));
        }
    }
    None
}

/// A kind that was not tried. A large int counts as tried where ints were, to operators and builtins.
fn untried(callable: &str, kinds: Kinds, tried: Kinds) -> Option<Kinds> {
    let plain = callable.starts_with("op:")
        || callable.starts_with("builtins.")
        || callable.starts_with("list.");
    let tried = if plain && tried.meets(Kinds::INT) {
        tried | Kinds::BIGINT
    } else {
        tried
    };
    (kinds & !tried).each().next()
}

fn tried(patterns: impl Iterator<Item = Pattern>) -> Kinds {
    patterns.fold(Kinds::EMPTY, |all, pattern| all | pattern.kind())
}

/// Whether the row is of calls with these keywords, where there are as many.
fn has_keywords(row: Row, usage: &Use<'_>) -> bool {
    let mut keywords = usage.keywords.iter();
    keywords.all(|(keyword, _)| row.keyword(*keyword).is_some())
}

/// Whether a call of the row's kind may be among the uses.
fn may_be(row: Row, usage: &Use<'_>) -> bool {
    row.args()
        .zip(&usage.args)
        .all(|(pattern, seen)| may_match(pattern, *seen))
        && usage.keywords.iter().all(|(keyword, seen)| {
            row.keyword(*keyword)
                .is_none_or(|pattern| may_match(pattern, *seen))
        })
}

fn may_match(pattern: Pattern, seen: Seen) -> bool {
    seen.kinds.has_number(pattern.number()) && seen.held.covers(pattern.held())
}
