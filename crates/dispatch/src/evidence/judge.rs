//! What the rows of a callable say of a call.

use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::evidence::row::{Pattern, Row};
use crate::evidence::table;
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
    pub(crate) raises: Vec<&'static str>,
    /// Those that were seen with the same text, always.
    pub(crate) agreed: Vec<&'static str>,
    pub(crate) problem: Option<Problem>,
}

/// Judges uses by the table. What it looked up it keeps at hand.
#[derive(Debug, Default)]
pub(crate) struct Judge {
    rows: HashMap<String, Arc<[Row]>>,
    /// What was found before of uses without keywords: a program's operators see few kinds, many times.
    found: HashMap<String, HashMap<Vec<Seen>, Rc<Finding>>>,
}

impl Judge {
    /// Whether the campaign has tried the callable at all.
    pub(crate) fn knows(&mut self, callable: &str) -> bool {
        !self.rows(callable).is_empty()
    }

    /// Whether the campaign has tried something of the module.
    pub(crate) fn knows_module(name: &str) -> bool {
        table::has_prefix(&format!("{name}.")) || table::has_prefix(&format!(".{name}."))
    }

    /// Whether all that the campaign tried of a callable was the same, and it tried something.
    pub(crate) fn is_same_throughout(&mut self, callable: &str) -> bool {
        let rows = self.rows(callable);
        !rows.is_empty() && rows.iter().all(|row| row.differing == 0)
    }

    /// Whether the campaign tried a callable with that keyword, and never saw a difference.
    pub(crate) fn tried_keyword(&mut self, callable: &str, keyword: &str) -> bool {
        let rows = self.rows(callable);
        let mut with = rows
            .iter()
            .filter(|row| keyword_of(row, keyword).is_some())
            .peekable();
        with.peek().is_some() && with.all(|row| row.differing == 0)
    }

    fn rows(&mut self, callable: &str) -> Arc<[Row]> {
        if let Some(rows) = self.rows.get(callable) {
            return Arc::clone(rows);
        }
        let rows = table::rows(callable);
        self.rows.insert(callable.to_owned(), Arc::clone(&rows));
        rows
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
        let plain = usage.keywords.is_empty() && usage.kept.is_empty() && !usage.open;
        if !plain {
            return Rc::new(self.find(callable, usage));
        }
        if let Some(found) = self
            .found
            .get(callable)
            .and_then(|found| found.get(&usage.args))
        {
            return Rc::clone(found);
        }
        let found = Rc::new(self.find(callable, usage));
        let all = self.found.entry(callable.to_owned()).or_default();
        all.insert(usage.args.clone(), Rc::clone(&found));
        found
    }

    fn find(&mut self, callable: &str, usage: &Use<'_>) -> Finding {
        let rows = self.rows(callable);
        let mut finding = Finding {
            fixed: is_fixed(&rows),
            ..Finding::default()
        };
        let shaped: Vec<_> = rows.iter().filter(|row| has_shape(row, usage)).collect();
        if rows.is_empty() {
            finding.problem = Some(Problem::Untried);
        } else if shaped.is_empty() {
            finding.problem = Some(Problem::UntriedShape);
        } else {
            finding.problem = untried_kind(callable, &shaped, usage);
        }
        for row in rows.iter().filter(|row| row.text_differing == 0) {
            finding.agreed.extend(&row.raises);
        }
        for row in &shaped {
            // What containers hold seldom matters to an error, and not all that they may hold was tried.
            if row.text_differing > 0 && may_be_of_kind(row, usage) {
                finding.raises.extend(&row.raises);
            }
        }
        for row in shaped.into_iter().filter(|row| may_be(row, usage)) {
            finding.result |= row.result;
            finding.held |= row.held;
            if row.differing > 0 && row.example.contains("re.error:") {
                // A pattern that is none: the class of the error has another name.
                finding.raises.push("re.error");
            } else if row.differing > 0 && finding.problem.is_none() {
                finding.problem = Some(Problem::Differs(row.example));
            }
        }
        finding
    }
}

/// A kind of an argument that no row has in its place.
fn untried_kind(callable: &str, rows: &[&Row], usage: &Use<'_>) -> Option<Problem> {
    for (position, seen) in usage.args.iter().enumerate() {
        if usage.kept.contains(&position) {
            continue;
        }
        let tried = tried(
            rows.iter()
                .filter_map(|row| row.args.get(position.min(row.args.len().max(1) - 1))),
        );
        if let Some(kind) = untried(callable, seen.kinds, tried) {
            return Some(Problem::UntriedKind(kinds::name(kind)));
        }
    }
    for (keyword, seen) in &usage.keywords {
        let tried = tried(rows.iter().filter_map(|row| keyword_of(row, keyword)));
        if let Some(kind) = untried(callable, seen.kinds, tried) {
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

/// Whether the row is of calls with as many arguments and the same keywords.
fn has_shape(row: &Row, usage: &Use<'_>) -> bool {
    if usage.open {
        return row.args.len() >= usage.args.len();
    }
    row.args.len() == usage.args.len()
        && row.keywords.len() == usage.keywords.len()
        && usage
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

/// Whether all rows give one kind of result, nothing and exceptions aside.
fn is_fixed(rows: &[Row]) -> bool {
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
