//! What the rows of a callable say of a call.

use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

use crate::evidence::callable::Callable;
use crate::evidence::members::{Member, Members};
use crate::evidence::row::{Pattern, Row};
use crate::evidence::table;
use crate::hazards::Hazards;
use crate::kinds::{self, Kinds};

/// What an argument may be, and what it may hold, however deep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Seen {
    pub(crate) kinds: Kinds,
    pub(crate) held: Kinds,
}

/// How a callable is used.
#[derive(Clone, Debug, Default)]
pub(crate) struct Use<'a> {
    pub(crate) args: Vec<Seen>,
    pub(crate) keywords: Vec<(&'a str, Seen)>,
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
}

/// Judges uses by the table. What it looked up it keeps at hand.
#[derive(Debug, Default)]
pub(crate) struct Judge {
    /// Where the entry of each callable stands.
    places: HashMap<String, usize>,
    entries: Vec<Entry>,
    modules: HashMap<String, bool>,
    members: Members,
}

/// A callable, where the campaign has tried it.
#[derive(Debug)]
struct Entry {
    callable: Option<&'static Callable>,
    /// What was found before of uses without keywords: a program's operators see few kinds, many times.
    found: HashMap<Vec<Seen>, Rc<Finding>>,
}

impl Judge {
    /// Whether the campaign has tried the callable at all.
    pub(crate) fn knows(&mut self, callable: &str) -> bool {
        !self.rows(callable).is_empty()
    }

    /// Which of the kinds have a member of that name, as far as the campaign has tried it.
    pub(crate) fn members(&mut self, kinds: Kinds, name: &str) -> Vec<Member> {
        self.members.of(kinds, name)
    }

    /// Whether the campaign has tried something of the module.
    pub(crate) fn knows_module(&mut self, name: &str) -> bool {
        if let Some(known) = self.modules.get(name) {
            return *known;
        }
        let known =
            table::has_prefix(&format!("{name}.")) || table::has_prefix(&format!(".{name}."));
        self.modules.insert(name.to_owned(), known);
        known
    }

    /// Whether all that the campaign tried of a callable was the same, and it tried something.
    pub(crate) fn is_same_throughout(&mut self, callable: &str) -> bool {
        let rows = self.rows(callable);
        !rows.is_empty() && rows.iter().all(|row| row.differing == 0)
    }

    /// Whether the campaign tried a callable with that keyword, and never saw a difference.
    pub(crate) fn tried_keyword(&mut self, callable: &str, keyword: &str) -> bool {
        let mut with = self
            .rows(callable)
            .iter()
            .filter(|row| keyword_of(row, keyword).is_some())
            .peekable();
        with.peek().is_some() && with.all(|row| row.differing == 0)
    }

    fn entry(&mut self, callable: &str) -> &mut Entry {
        let place = self.places.get(callable).copied().unwrap_or_else(|| {
            self.entries.push(Entry {
                callable: table::find(callable),
                found: HashMap::default(),
            });
            let place = self.entries.len() - 1;
            self.places.insert(callable.to_owned(), place);
            place
        });
        &mut self.entries[place]
    }

    fn rows(&mut self, callable: &str) -> &'static [Row] {
        self.entry(callable)
            .callable
            .map_or(&[], |callable| &callable.rows)
    }

    /// Judges the shape of a format spec.
    pub(crate) fn shape(&mut self, callable: &str, shape: &str) -> Option<Problem> {
        let rows = self.rows(callable);
        match rows.iter().find(|row| row.signature == shape) {
            None if rows.is_empty() => Some(Problem::Untried),
            None => Some(Problem::UntriedShape),
            Some(row) if row.differing > 0 => Some(Problem::Differs(row.example)),
            Some(_) => None,
        }
    }

    /// Judges a use of a callable.
    pub(crate) fn judge(&mut self, callable: &str, usage: &Use<'_>) -> Rc<Finding> {
        let entry = self.entry(callable);
        let find = || Rc::new(find(callable, entry.callable, usage));
        let plain = usage.keywords.is_empty() && usage.kept.is_empty() && !usage.open;
        if !plain {
            return find();
        }
        if let Some(found) = entry.found.get(&usage.args) {
            return Rc::clone(found);
        }
        let found = find();
        entry.found.insert(usage.args.clone(), Rc::clone(&found));
        found
    }
}

fn find(name: &str, callable: Option<&'static Callable>, usage: &Use<'_>) -> Finding {
    let Some(callable) = callable else {
        return Finding {
            fixed: true,
            problem: Some(Problem::Untried),
            ..Finding::default()
        };
    };
    let mut finding = Finding {
        fixed: callable.fixed,
        agreed: callable.agreed,
        ..Finding::default()
    };
    if usage.keywords.is_empty() && !usage.open {
        let Some(shape) = callable.shape(usage.args.len(), 0) else {
            finding.problem = Some(Problem::UntriedShape);
            return finding;
        };
        finding.problem = untried_in(name, usage, |position| shape.tried[position]);
        let kinds: Vec<Kinds> = usage.args.iter().map(|seen| seen.kinds).collect();
        for place in shape.of_kinds(&kinds) {
            add(&mut finding, &callable.rows[place], usage);
        }
        return finding;
    }
    let shaped: Vec<&'static Row> = if usage.open {
        let rows = callable.rows.iter();
        rows.filter(|row| row.args.len() >= usage.args.len())
            .collect()
    } else {
        callable
            .of_shape(usage.args.len(), usage.keywords.len())
            .filter(|row| has_keywords(row, usage))
            .collect()
    };
    finding.problem = if shaped.is_empty() {
        Some(Problem::UntriedShape)
    } else {
        untried_kind(name, &shaped, usage)
    };
    for row in shaped {
        if may_be_of_kind(row, usage) {
            add(&mut finding, row, usage);
        }
    }
    finding
}

/// Adds what a row says whose arguments are of the kinds of the use.
fn add(finding: &mut Finding, row: &Row, usage: &Use<'_>) {
    // What containers hold seldom matters to an error, and not all that they may hold was tried.
    if row.text_differing > 0 {
        finding.raises |= row.raises;
    }
    if !may_be(row, usage) {
        return;
    }
    finding.result |= row.result;
    finding.held |= row.held;
    if row.differing > 0 && row.example.contains("re.error:") {
        // A pattern that is none: the class of the error has another name.
        finding.raises |= Hazards::ALL;
    } else if row.differing > 0 && finding.problem.is_none() {
        finding.problem = Some(Problem::Differs(row.example));
    }
}

/// A kind of an argument that no row has in its place.
fn untried_kind(callable: &str, rows: &[&Row], usage: &Use<'_>) -> Option<Problem> {
    let problem = untried_in(callable, usage, |position| {
        tried(
            rows.iter()
                .filter_map(|row| row.args.get(position.min(row.args.len().max(1) - 1))),
        )
    });
    if problem.is_some() {
        return problem;
    }
    for (keyword, seen) in &usage.keywords {
        let tried = tried(rows.iter().filter_map(|row| keyword_of(row, keyword)));
        if let Some(kind) = untried(callable, seen.kinds, tried) {
            return Some(Problem::UntriedKind(kinds::name(kind)));
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
            return Some(Problem::UntriedKind(kinds::name(kind)));
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

fn tried<'a>(patterns: impl Iterator<Item = &'a Pattern>) -> Kinds {
    patterns.fold(Kinds::EMPTY, |all, pattern| all | pattern.kind)
}

fn keyword_of<'a>(row: &'a Row, keyword: &str) -> Option<&'a Pattern> {
    row.keywords
        .iter()
        .find(|(name, _)| *name == keyword)
        .map(|(_, pattern)| pattern)
}

/// Whether the row is of calls with these keywords, where there are as many.
fn has_keywords(row: &Row, usage: &Use<'_>) -> bool {
    usage
        .keywords
        .iter()
        .all(|(keyword, _)| keyword_of(row, keyword).is_some())
}

/// Whether a call of the row's kind may be among the uses, what containers hold aside.
fn may_be_of_kind(row: &Row, usage: &Use<'_>) -> bool {
    row.args
        .iter()
        .zip(&usage.args)
        .all(|(pattern, seen)| seen.kinds.meets(pattern.kind))
}

/// Whether a call of the row's kind may be among the uses.
fn may_be(row: &Row, usage: &Use<'_>) -> bool {
    row.args
        .iter()
        .zip(&usage.args)
        .all(|(pattern, seen)| may_match(pattern, *seen))
        && usage.keywords.iter().all(|(keyword, seen)| {
            keyword_of(row, keyword).is_none_or(|pattern| may_match(pattern, *seen))
        })
}

fn may_match(pattern: &Pattern, seen: Seen) -> bool {
    seen.kinds.meets(pattern.kind) && seen.held.covers(pattern.held)
}
