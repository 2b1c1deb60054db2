use std::cell::RefCell;
use std::time::Duration;

use tiers::Usage;

use super::*;

fn observed(ending: Ending, stdout: String, stderr: &str) -> Observation {
    Observation {
        ending,
        stdout: stdout.into_bytes(),
        stderr: stderr.into(),
        wall: Duration::ZERO,
        usage: Usage::default(),
    }
}

fn line(index: usize) -> String {
    format!("{index}\tf\tint\tf({index})\tV\tint\t{index}\t{index}\n")
}

/// Plays a cell that tries `total` cases and dies of some of them.
fn played(total: usize, deadly: &[usize], first: usize, count: usize) -> Observation {
    let mut stdout = String::new();
    for index in first..total.min(first + count) {
        if deadly.contains(&index) {
            return observed(Ending::Exited(126), stdout, "guest: panicked");
        }
        stdout += &line(index);
    }
    stdout.extend(["of ", &total.to_string(), "\n"]);
    observed(Ending::Exited(0), stdout, "")
}

#[test]
fn a_cell_goes_on_after_the_case_that_killed_it() {
    for deadly in [&[][..], &[0], &[3, 4], &[9], &[0, 5, 9]] {
        let starts = RefCell::new(Vec::new());
        let tried = run("light", |first, count| {
            starts.borrow_mut().push(first);
            Ok(played(10, deadly, first, count))
        })
        .unwrap();
        let dead: Vec<usize> = tried
            .cases
            .iter()
            .filter(|(_, case)| case.is_err())
            .map(|(index, _)| *index)
            .collect();
        assert_eq!(dead, deadly);
        assert_eq!(
            tried.cases.keys().copied().collect::<Vec<_>>(),
            (0..10).collect::<Vec<_>>()
        );
        assert_eq!(starts.borrow().len(), deadly.len() + 1);
    }
}

#[test]
fn many_cases_are_several_runs() {
    let total = 2 * CASES_PER_RUN + 1;
    let tried = run("light", |first, count| Ok(played(total, &[], first, count))).unwrap();
    assert_eq!(tried.cases.len(), total);
}

#[test]
fn an_area_that_is_itself_at_fault_is_an_error() {
    for (ending, stdout, expected) in [
        (Ending::Exited(1), line(0), "did not come to its end"),
        (Ending::Exited(0), line(1), "it wrote"),
        (Ending::Exited(0), "hello\n".into(), "it wrote"),
        (Ending::Exited(0), line(0) + "of 2\n", "cases are missing"),
    ] {
        let result = run("light", |_, _| {
            Ok(observed(ending.clone(), stdout.clone(), "Traceback"))
        });
        let message = result.unwrap_err().to_string();
        assert!(
            message.contains(expected) && message.contains("Traceback"),
            "{message}"
        );
    }
}

#[test]
fn a_cell_that_dies_of_every_case_is_given_up() {
    let result = run("light", |_, _| {
        Ok(observed(Ending::Signalled(11), String::new(), "no room"))
    });
    let message = result.unwrap_err().to_string();
    assert!(
        message.contains("dies of every case") && message.contains("no room"),
        "{message}"
    );
}
