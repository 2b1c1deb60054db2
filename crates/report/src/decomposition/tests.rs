use super::*;
use crate::testing::{FULL, ORACLE, PLAIN, Run, SHARED};

fn startup(run: &Run) -> Chain {
    let chains = chains(&run.evidence());
    let found = chains.iter().find(|chain| chain.work == "startup");
    found.cloned().expect("a chain")
}

#[test]
fn the_shares_sum_to_the_whole() {
    for chain in chains(&Run::as_told().evidence()) {
        let cells: Vec<&str> = chain
            .links
            .iter()
            .map(|link| link.cell.name.as_str())
            .collect();
        assert_eq!(cells, [ORACLE, SHARED, PLAIN, FULL]);
        let parts: Vec<&Part> = chain
            .links
            .iter()
            .filter_map(|link| link.time.as_ref().ok())
            .collect();
        let sum: f64 = parts
            .iter()
            .filter_map(|part| Some(part.share?.difference.estimate))
            .sum();
        let whole = chain.whole_ms.unwrap().estimate;
        assert!((sum - whole).abs() < 1e-9, "{sum} {whole}");
        assert!((parts[3].median - parts[0].median - whole).abs() < 1e-9);
        assert_eq!(parts[0].share, None);
        assert!(whole < 0.0, "the last build is the fastest");
    }
}

#[test]
fn instructions_are_taken_apart_beside_time() {
    let chain = startup(&Run::as_told());
    let shares: Vec<f64> = chain
        .links
        .iter()
        .filter_map(|link| Some(link.instructions.as_ref().ok()?.share?.difference.estimate))
        .collect();
    assert_eq!(shares, [-10e6, -5e6, -5e6]);
    assert_eq!(
        chain.whole_instructions.unwrap().estimate.to_bits(),
        (-20e6f64).to_bits()
    );
}

#[test]
fn a_link_that_is_missing_leaves_its_factor_to_the_next() {
    let mut run = Run::as_told();
    let before = startup(&run);
    run.lacks(PLAIN, "./artifact build variants");
    let chain = startup(&run);
    let why = chain.links[2].time.clone().unwrap_err();
    assert_eq!(why, "not provisioned: ./artifact build variants");
    let last = chain.links[3].time.clone().unwrap();
    assert_eq!(last.holds_too, ["linked statically"]);
    assert_eq!(chain.links[1].time.as_ref().unwrap().holds_too, [""; 0]);
    assert_eq!(
        chain.whole_ms.unwrap().estimate.to_bits(),
        before.whole_ms.unwrap().estimate.to_bits()
    );
}

#[test]
fn a_build_that_prints_something_else_is_left_out() {
    let mut run = Run::as_told();
    run.times(PLAIN, "startup", 1).stdout = "0\n".into();
    let why = startup(&run).links[2].time.clone().unwrap_err();
    assert_eq!(why, "its runs printed something else or failed");
}

#[test]
fn the_largest_share_is_found_whichever_way_it_goes() {
    let mut run = Run::as_told();
    run.slows(SHARED, "startup", 1, 5.0);
    run.slows(PLAIN, "startup", 1, 7.0);
    run.slows(FULL, "startup", 1, 7.0);
    let chain = startup(&run);
    let (link, share) = chain.largest().unwrap();
    assert_eq!(link.factor(), "embedded in a Rust program");
    assert!(share.difference.estimate > 0.0);
}

#[test]
fn without_an_oracle_or_a_second_link_there_is_no_whole() {
    assert_eq!(chains(&Run::begun().evidence()), []);
    let mut run = Run::as_told();
    for cell in [SHARED, PLAIN, FULL] {
        run.lacks(cell, "./artifact build");
    }
    let chain = startup(&run);
    assert_eq!((chain.whole_ms, chain.largest().is_none()), (None, true));
}
