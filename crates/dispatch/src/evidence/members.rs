//! What a name may be of values of several kinds: found out once for each, however often it is written.

use rustc_hash::FxHashMap as HashMap;

use crate::evidence::table;
use crate::kinds::{self, Kinds};

/// What a name is of one kind, by the names of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) kind: Kinds,
    /// An attribute with a value.
    pub(crate) constant: Option<&'static str>,
    pub(crate) method: Option<&'static str>,
}

/// The members that were asked for so far.
#[derive(Debug, Default)]
pub(crate) struct Members {
    /// Where what is known of each name stands.
    places: HashMap<String, usize>,
    named: Vec<Named>,
}

/// All that a name is known to be.
#[derive(Debug, Default)]
struct Named {
    /// The kinds that were looked up.
    asked: Kinds,
    /// Those that have such a member, in the order of their numbers.
    known: Vec<Member>,
}

impl Members {
    /// Returns which of the kinds have a member of that name, in the order of their numbers.
    pub(crate) fn of(&mut self, kinds: Kinds, name: &str) -> Vec<Member> {
        let place = self.places.get(name).copied().unwrap_or_else(|| {
            self.named.push(Named::default());
            let place = self.named.len() - 1;
            self.places.insert(name.to_owned(), place);
            place
        });
        let named = &mut self.named[place];
        let unasked = kinds & !named.asked;
        if !unasked.is_empty() {
            let found = unasked.each().filter_map(|kind| member(kind, name));
            named.known.extend(found);
            named.known.sort_by_key(|member| member.kind.number());
            named.asked |= unasked;
        }
        let known = named.known.iter();
        known
            .filter(|member| kinds.meets(member.kind))
            .copied()
            .collect()
    }
}

fn member(kind: Kinds, name: &str) -> Option<Member> {
    let dotted = format!(".{}.{name}", kinds::name(kind));
    let member = Member {
        kind,
        constant: table::name(&dotted),
        method: table::name(&dotted[1..]),
    };
    (member.constant.is_some() || member.method.is_some()).then_some(member)
}

#[cfg(test)]
mod tests {
    use super::{Member, Members};
    use crate::kinds::Kinds;

    #[test]
    fn members_are_found_for_those_kinds_that_have_them() {
        let mut members = Members::default();
        let append = [Member {
            kind: Kinds::LIST,
            constant: None,
            method: Some("list.append"),
        }];
        assert_eq!(members.of(Kinds::LIST, "append"), append);
        assert_eq!(members.of(Kinds::INT | Kinds::LIST, "append"), append);
        assert_eq!(members.of(Kinds::INT, "append"), []);
        let real = [Member {
            kind: Kinds::BIGINT,
            constant: Some(".bigint.real"),
            method: None,
        }];
        assert_eq!(members.of(Kinds::BIGINT, "real"), real);
        let bytes = members.of(Kinds::BYTES, "upper").len();
        assert_eq!(bytes, 1);
        let both = members.of(Kinds::BYTES | Kinds::STR, "upper");
        let kinds: Vec<Kinds> = both.iter().map(|member| member.kind).collect();
        assert_eq!(kinds, [Kinds::STR, Kinds::BYTES], "by their numbers");
    }
}
