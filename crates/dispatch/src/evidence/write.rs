//! The tables as files that the crate takes in: Rust for what is looked up by name, bytes for the many rows.

use std::fmt::{self, Write as _};

use crate::evidence::codes::POSITIONAL;
use crate::evidence::compile::{Span, Tables};

/// All files, by name.
pub(crate) fn files(tables: &Tables) -> Result<Vec<(&'static str, Vec<u8>)>, fmt::Error> {
    let mut starts = Vec::new();
    let mut examples = String::new();
    for example in &tables.examples.all {
        starts.extend(narrow(examples.len()).to_le_bytes());
        examples.push_str(example);
    }
    starts.extend(narrow(examples.len()).to_le_bytes());
    let (forms, spans) = forms(tables);
    let mut text = lists(tables)?;
    text.push_str(&callables(tables)?);
    text.push_str(&members(tables)?);
    let spans = spans
        .iter()
        .map(|(name, span)| (*name, format!("({}, {})", span.0, span.1)));
    map(&mut text, "FORMS", "(u32, u32)", spans)?;
    Ok(vec![
        ("evidence.rs", text.into_bytes()),
        ("rows.bin", rows(tables)),
        ("args.bin", args(tables)),
        ("forms.bin", forms),
        ("examples.txt", examples.into_bytes()),
        ("examples.bin", starts),
    ])
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).expect("the tables are not that large")
}

fn rows(tables: &Tables) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in &tables.rows {
        bytes.extend(narrow(row.first_argument).to_le_bytes());
        for number in [row.place, row.result, row.held, row.raises, row.example] {
            bytes.extend(number.to_le_bytes());
        }
    }
    bytes
}

fn args(tables: &Tables) -> Vec<u8> {
    let mut bytes = Vec::new();
    for argument in &tables.args {
        bytes.extend(argument.keyword.unwrap_or(POSITIONAL).to_le_bytes());
        bytes.extend(argument.held.to_le_bytes());
        bytes.extend([argument.kind, 0]);
    }
    bytes
}

/// Specs and examples in the order of the numbers of the specs, and where those of each kind stand.
fn forms(tables: &Tables) -> (Vec<u8>, Vec<(&str, Span)>) {
    let (mut bytes, mut spans, mut count) = (Vec::new(), Vec::new(), 0);
    for (name, forms) in &tables.forms {
        for (spec, example) in forms {
            bytes.extend(spec.to_le_bytes());
            bytes.extend(example.to_le_bytes());
        }
        spans.push((name.as_str(), Span(count, count + forms.len())));
        count += forms.len();
    }
    (bytes, spans)
}

/// What is known by its number alone.
fn lists(tables: &Tables) -> Result<String, fmt::Error> {
    let mut text = String::new();
    let names = &tables.register.names;
    writeln!(text, "pub(super) static KIND_NAMES: &[&str] = &{names:?};")?;
    numbers(&mut text, "KEYWORDS", "u16", &tables.keywords.all)?;
    numbers(&mut text, "SPECS", "u16", &tables.specs.all)?;
    writeln!(text, "pub(super) static SETS: &[Kinds] = &[")?;
    for set in &tables.sets.all {
        writeln!(text, "Kinds::of_words({:?}),", set.words())?;
    }
    writeln!(text, "];\npub(super) static HAZARDS: &[Hazards] = &[")?;
    for hazards in &tables.hazards.all {
        writeln!(text, "Hazards::of_bits({hazards}),")?;
    }
    writeln!(
        text,
        "];\npub(super) static TRIED: &[u16] = &{:?};",
        tables.tried
    )?;
    let mut modules = phf_codegen::Set::new();
    for name in &tables.modules {
        modules.entry(name.as_str());
    }
    let modules = modules.build();
    writeln!(
        text,
        "pub(super) static MODULES: phf::Set<&str> = {modules};"
    )?;
    Ok(text)
}

fn callables(tables: &Tables) -> Result<String, fmt::Error> {
    let mut text = String::from("pub(super) static SHAPES: &[Shape] = &[\n");
    for shape in &tables.shapes {
        let Span(first, end) = shape.rows;
        writeln!(
            text,
            "Shape {{ args: {}, keywords: {}, rows: ({first}, {end}), tried: {} }},",
            shape.args, shape.keywords, shape.tried
        )?;
    }
    writeln!(text, "];\npub(super) static CALLABLES: &[Callable] = &[")?;
    for (number, callable) in tables.callables.iter().enumerate() {
        let Span(first, end) = callable.shapes;
        writeln!(
            text,
            "Callable {{ name: {:?}, number: {number}, fixed: {}, same: {}, of_module: {}, class: {:?}, agreed: Hazards::of_bits({}), shapes: ({first}, {end}) }},",
            callable.name,
            callable.fixed,
            callable.same,
            callable.of_module,
            callable.class,
            callable.agreed.bits(),
        )?;
    }
    writeln!(text, "];")?;
    let names = tables.callables.iter().map(|callable| &callable.name);
    numbers(&mut text, "PLACES", "u16", names)?;
    Ok(text)
}

fn members(tables: &Tables) -> Result<String, fmt::Error> {
    let mut text = String::from("pub(super) static MEMBERS: &[Member] = &[\n");
    let (mut spans, mut count) = (Vec::new(), 0);
    for (name, kinds) in &tables.members {
        for (kind, member) in kinds {
            writeln!(
                text,
                "Member {{ kind: {kind}, constant: {:?}, method: {:?} }},",
                member.constant, member.method
            )?;
        }
        spans.push((name.as_str(), format!("({count}, {})", count + kinds.len())));
        count += kinds.len();
    }
    writeln!(text, "];")?;
    map(&mut text, "NAMED_MEMBERS", "(u16, u16)", spans)?;
    Ok(text)
}

/// A map from names to their places among all.
fn numbers<'t>(
    text: &mut String,
    table: &str,
    number: &str,
    names: impl IntoIterator<Item = &'t String>,
) -> fmt::Result {
    let numbered = names.into_iter().enumerate();
    let entries = numbered.map(|(number, name)| (name.as_str(), number.to_string()));
    map(text, table, number, entries)
}

fn map<'t>(
    text: &mut String,
    table: &str,
    value: &str,
    entries: impl IntoIterator<Item = (&'t str, String)>,
) -> fmt::Result {
    let mut map = phf_codegen::Map::new();
    for (name, value) in entries {
        map.entry(name, value);
    }
    let map = map.build();
    writeln!(
        text,
        "pub(super) static {table}: phf::Map<&str, {value}> = {map};"
    )
}
