//! Python programs, or what claims to be one, before the dispatcher.

use dispatch::{
    Analysis, Choice, CostModel, Decision, Loader, NoModules, Prefer, Reason, Situation, analyse,
    decide,
};

/// What the dispatcher says of itself where it broke; it is caught there, and must not happen.
const BROKEN: &str = "analysis";

/// Every program is analysed, the same way each time, for every situation; and reasons are given at places that it has.
pub(crate) fn feed(source: &[u8]) {
    let analysis = analyse(source, &NoModules);
    assert_eq!(analyse(source, &NoModules), analysis);
    let extents = Extents::of(source);
    for reason in &analysis.reasons {
        extents.hold(reason.line, reason.column, reason);
    }
    extents.hold(analysis.cost.line, 0, &analysis);
    for situation in situations() {
        check(&analysis, &situation, &decide(&analysis, &situation));
    }
    // With itself for whatever it imports there is more to read.
    is_unbroken(&analyse(source, &Itself(source)));
}

fn check(analysis: &Analysis, situation: &Situation, decision: &Decision) {
    is_unbroken(analysis);
    let Situation { full, light, .. } = *situation;
    assert_eq!(decision.light_safe, analysis.light_safe());
    assert!(!decision.reasons.is_empty());
    match decision.tier {
        Choice::Light => assert!(light && decision.light_safe, "{decision:?}"),
        Choice::Full => assert!(full, "{decision:?}"),
        Choice::Refused => assert!(!(full || light && decision.light_safe), "{decision:?}"),
    }
}

fn is_unbroken(analysis: &Analysis) {
    let broken = |reason: &Reason| reason.rule == BROKEN;
    assert!(!analysis.reasons.iter().any(broken), "{analysis:?}");
}

fn situations() -> impl Iterator<Item = Situation> {
    let prefer = [Prefer::Balanced, Prefer::Light, Prefer::Speed];
    let provisioned = [(true, true), (true, false), (false, true), (false, false)];
    provisioned.into_iter().flat_map(move |(full, light)| {
        prefer.into_iter().map(move |prefer| Situation {
            full,
            light,
            prefer,
            costs: CostModel::default(),
        })
    })
}

/// Beside the program, under any name, stands the program.
struct Itself<'a>(&'a [u8]);

impl Loader for Itself<'_> {
    fn load(&self, _name: &str) -> Option<Vec<u8>> {
        Some(self.0.to_vec())
    }
}

/// How many characters each line of a program has.
struct Extents(Vec<usize>);

impl Extents {
    fn of(source: &[u8]) -> Self {
        let source = source.strip_prefix(b"\xef\xbb\xbf").unwrap_or(source);
        let text = String::from_utf8_lossy(source).replace("\r\n", "\n");
        let lines = text.split(['\n', '\r']);
        Self(lines.map(|line| line.chars().count()).collect())
    }

    /// Panics where there is no such place: 0 is no place at all, and the end of a line is one.
    fn hold(&self, line: usize, column: usize, whose: &dyn std::fmt::Debug) {
        if line == 0 {
            assert_eq!(column, 0, "{whose:?}");
            return;
        }
        let characters = self.0.get(line - 1);
        let characters = characters.unwrap_or_else(|| panic!("no such line: {whose:?}"));
        assert!(column <= characters + 1, "no such column: {whose:?}");
    }
}
