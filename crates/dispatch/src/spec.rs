//! Format specs by their shape: which parts they have, since that is what a formatter branches on.

/// The shape of a spec (`[[fill]align][sign][z][#][0][width][grouping][.precision][type]`): a letter for each part that is
/// there, and the type itself; `-` for the empty one. `None` where it is no such spec.
pub(crate) fn shape(spec: &str) -> Option<String> {
    if spec.is_empty() {
        return Some("-".into());
    }
    let mut rest: Vec<char> = spec.chars().collect();
    let mut shape = String::new();
    let is_align = |character: &char| matches!(character, '<' | '>' | '=' | '^');
    if rest.get(1).is_some_and(is_align) {
        shape.push('f');
        rest.drain(..2);
    } else if rest.first().is_some_and(is_align) {
        shape.push('a');
        rest.remove(0);
    }
    for (options, letter) in [("+- ", 's'), ("z", 'z'), ("#", '#'), ("0", '0')] {
        if rest
            .first()
            .is_some_and(|character| options.contains(*character))
        {
            shape.push(letter);
            rest.remove(0);
        }
    }
    if take_digits(&mut rest) {
        shape.push('w');
    }
    if let Some(grouping @ (',' | '_')) = rest.first().copied() {
        shape.push(grouping);
        rest.remove(0);
    }
    if rest.first() == Some(&'.') {
        rest.remove(0);
        if !take_digits(&mut rest) {
            return None;
        }
        shape.push('.');
    }
    match rest.as_slice() {
        [] => Some(shape),
        [kind] if kind.is_ascii_alphabetic() || *kind == '%' => {
            shape.push(*kind);
            Some(shape)
        }
        _ => None,
    }
}

/// Whether a spec has a sign or an alignment that are for numbers alone.
pub(crate) fn is_for_numbers(spec: &str) -> bool {
    let mut characters = spec.chars();
    let (first, second) = (characters.next(), characters.next());
    let aligned = second.is_some_and(|character| "<>^=".contains(character));
    let sign = if aligned {
        characters.next()
    } else if first.is_some_and(|character| "<>^=".contains(character)) {
        second
    } else {
        first
    };
    first == Some('=')
        || (second == Some('='))
        || sign.is_some_and(|character| "+- ".contains(character))
}

fn take_digits(rest: &mut Vec<char>) -> bool {
    let digits = rest
        .iter()
        .take_while(|character| character.is_ascii_digit())
        .count();
    rest.drain(..digits);
    digits > 0
}

/// The conversions of a template for `%`, each by its shape. `None` where one is not understood, or is by name.
pub(crate) fn conversions(template: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = template.split('%');
    rest.next();
    while let Some(part) = rest.next() {
        if part.is_empty() {
            // `%%`: what follows is text.
            rest.next();
            continue;
        }
        found.push(conversion(part)?);
    }
    Some(found)
}

fn conversion(part: &str) -> Option<String> {
    let mut rest: Vec<char> = part.chars().collect();
    let flags = rest
        .iter()
        .take_while(|character| "#0- +".contains(**character))
        .count();
    let given: String = rest.drain(..flags).collect();
    let mut shape: String = "#0- +"
        .chars()
        .filter(|flag| given.contains(*flag))
        .collect();
    if take_digits(&mut rest) {
        shape.push('w');
    }
    if rest.first() == Some(&'.') {
        rest.remove(0);
        take_digits(&mut rest);
        shape.push('.');
    }
    let letter = *rest.first()?;
    letter.is_ascii_alphabetic().then(|| {
        shape.push(letter);
        shape
    })
}

/// Which argument a field of a template takes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Name {
    Position(usize),
    Keyword(String),
}

/// A field of a template for `str.format`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: Name,
    pub(crate) conversion: Option<char>,
    pub(crate) spec: String,
}

/// The fields of a template. `None` where one takes an attribute or an item, or a computed spec, or does not end.
pub(crate) fn fields(template: &str) -> Option<Vec<Field>> {
    let plain = template.replace("{{", "").replace("}}", "");
    let mut found = Vec::new();
    for (number, part) in plain.split('{').skip(1).enumerate() {
        let (field, _) = part.split_once('}')?;
        let (head, spec) = field.split_once(':').unwrap_or((field, ""));
        let (name, conversion) = match head.split_once('!') {
            Some((name, conversion)) => (name, conversion.chars().next()),
            None => (head, None),
        };
        let name = if name.is_empty() {
            Name::Position(number)
        } else if let Ok(position) = name.parse() {
            Name::Position(position)
        } else if name.contains(['.', '['])
            || name.starts_with(|first: char| first.is_ascii_digit())
        {
            return None;
        } else {
            Name::Keyword(name.into())
        };
        found.push(Field {
            name,
            conversion,
            spec: spec.into(),
        });
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{Name, conversions, fields, shape};

    #[test]
    fn fields_of_a_template() {
        let found = fields("{{}} {} {0:>5} {name!r:^9}").unwrap();
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].name, Name::Position(0));
        assert_eq!(found[1].spec, ">5");
        assert_eq!(found[2].name, Name::Keyword("name".into()));
        assert_eq!(found[2].conversion, Some('r'));
        assert!(fields("{a.b}").is_none());
        assert!(fields("{").is_none());
    }

    #[test]
    fn specs_for_numbers() {
        for (spec, expected) in [
            ("=4", true),
            ("0=4", true),
            ("+", true),
            ("<+5", true),
            ("*^-5", true),
            (">5", false),
            ("-^5", false),
            ("", false),
        ] {
            assert_eq!(super::is_for_numbers(spec), expected, "{spec}");
        }
    }

    #[test]
    fn shapes() {
        for (spec, expected) in [
            ("", Some("-")),
            (">10.2f", Some("aw.f")),
            ("05d", Some("0wd")),
            (",", Some(",")),
            ("*^20", Some("fw")),
            ("+,.3e", Some("s,.e")),
            ("#x", Some("#x")),
            (".1%", Some(".%")),
            ("_b", Some("_b")),
            ("%Y-%m", None),
            ("?", None),
            (".f", None),
        ] {
            assert_eq!(shape(spec).as_deref(), expected, "{spec}");
        }
    }

    #[test]
    fn conversions_of_a_template() {
        let of = |template| conversions(template).map(|all| all.join(" "));
        assert_eq!(of("%s is %05.2f%% of %-3d").as_deref(), Some("s 0w.f -wd"));
        assert_eq!(of("no conversion").as_deref(), Some(""));
        assert_eq!(of("%(name)s"), None);
        assert_eq!(of("%%"), Some(String::new()));
        assert_eq!(of("trailing %"), Some(String::new()));
    }
}
