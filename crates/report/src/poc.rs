//! What the report knows of a `PoC` before it reads its records.

/// One `PoC`, as far as its tables differ from those of the others.
#[derive(Debug)]
pub struct Poc {
    /// Its number in the paper, for instance `7` or `4.5`.
    pub id: &'static str,
    /// The command that measures it alone.
    pub command: &'static str,
    /// The programs whose output it compares with the oracle's.
    pub(crate) families: &'static [Family],
    /// The build with which it compares times, beside python3.
    pub(crate) beside: Option<&'static str>,
    /// Whether a full run times programs on other targets than this machine's own.
    pub(crate) timed_elsewhere: bool,
}

/// Programs that belong together.
#[derive(Debug)]
pub(crate) struct Family {
    /// How their names begin; empty for those whose names have no folder.
    prefix: &'static str,
    /// Where the project keeps them; the fingerprint names every one. None where they are made when they run.
    folder: Option<&'static str>,
}

pub(crate) const IDIOMS: Family = Family {
    prefix: "",
    folder: Some("samples/idioms/"),
};

const EMBEDDING: Family = Family::made("embedding/");
const VALUES: Family = Family::made("values/");
const CALLS: Family = Family::made("calls/");
const SYNTAX: Family = Family {
    prefix: "syntax/",
    folder: Some("samples/syntax/"),
};

/// The `PoC`s, in the paper's order.
pub const ALL: &[Poc] = &[
    Poc::new("0", "just poc0", &[EMBEDDING]),
    Poc::new("1", "just poc1", &[VALUES, CALLS]),
    Poc::new("2", "just poc2", &[SYNTAX]),
    Poc::new("3", "just poc3", &[IDIOMS]),
    Poc::new("4", "just poc4", &[]),
    Poc::new("4.5", "just poc4_5", &[IDIOMS]),
    Poc {
        beside: Some("shared"),
        ..Poc::new("5", "just poc5", &[IDIOMS])
    },
    Poc {
        beside: Some("shared"),
        ..Poc::new("6", "just poc6", &[IDIOMS])
    },
    Poc {
        timed_elsewhere: true,
        ..Poc::new("7", "just poc7", &[IDIOMS])
    },
    Poc::new("8", "just poc8", &[IDIOMS]),
];

/// The comparison with peers. It is none of the paper's, and stands in none of their lists.
pub const PEERS: &Poc = &Poc::new(record::PEERS, "./artifact bench --peers", &[IDIOMS]);

/// The programs of a suite. It is none of the paper's either.
pub const SUITE: &Poc = &Poc::new(record::SUITE, "./artifact bench --suite", &[]);

/// Returns the `PoC` of that number, or the comparison with peers.
pub fn find(id: &str) -> Option<&'static Poc> {
    ALL.iter().chain([PEERS, SUITE]).find(|poc| poc.id == id)
}

impl Poc {
    const fn new(id: &'static str, command: &'static str, families: &'static [Family]) -> Self {
        Self {
            id,
            command,
            families,
            beside: None,
            timed_elsewhere: false,
        }
    }

    /// Says whether the idiom samples run in it.
    pub(crate) fn compares_idioms(&self) -> bool {
        self.families.iter().any(|family| family.prefix.is_empty())
    }
}

impl Family {
    const fn made(prefix: &'static str) -> Self {
        Self {
            prefix,
            folder: None,
        }
    }

    /// Says whether the program of that name is one of them.
    pub(crate) fn holds(&self, sample: &str) -> bool {
        if self.prefix.is_empty() {
            !sample.contains('/')
        } else {
            sample.starts_with(self.prefix)
        }
    }

    /// Returns the name of the program that lies at `path` in the project, where it is one of them.
    pub(crate) fn name_of(&self, path: &str) -> Option<String> {
        let name = path.strip_prefix(self.folder?)?.strip_suffix(".py")?;
        Some(format!("{}{name}", self.prefix))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_told_apart_by_their_names() {
        assert!(IDIOMS.holds("04_abc_abstractmethod") && !IDIOMS.holds("syntax/walrus"));
        assert!(SYNTAX.holds("syntax/walrus") && !SYNTAX.holds("values/walrus"));
        let path = "samples/syntax/walrus.py";
        assert_eq!(SYNTAX.name_of(path).as_deref(), Some("syntax/walrus"));
        assert_eq!(IDIOMS.name_of("samples/idioms/a.py").as_deref(), Some("a"));
        assert_eq!(IDIOMS.name_of(path), None);
        assert_eq!(VALUES.name_of("samples/values/a.py"), None);
    }

    #[test]
    fn each_poc_is_found_by_its_number() {
        assert_eq!(find("4.5").map(|poc| poc.command), Some("just poc4_5"));
        assert!(find("9").is_none());
        let mut ids: Vec<&str> = ALL.iter().map(|poc| poc.id).collect();
        ids.dedup();
        assert!(ids.is_sorted() && ids.len() == ALL.len());
    }
}
