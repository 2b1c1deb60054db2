//! Source that stands in no file.

use super::*;

#[test]
fn a_text_is_run_with_its_inputs_and_ends_as_a_program_does() {
    let folder = Folder::new();
    let scratch_is_not_needed = host().scratch(folder.0.path().join("nowhere"));
    for (text, status, stdout, stderr_ends) in [
        ("print(__name__, sum(cups))", 0, "__main__ 5\n", ""),
        ("import sys\nsys.exit(300)", 44, "", ""),
        ("raise SystemExit", 0, "", ""),
        (
            "class Leave(SystemExit): pass\nraise Leave(True)",
            1,
            "",
            "",
        ),
        (
            "import atexit\natexit.register(print, 'bye')\nraise SystemExit(2)",
            2,
            "bye\n",
            "",
        ),
        ("raise SystemExit('message')", 1, "", "message\n"),
        (
            "print(1)\nraise ValueError('text')",
            1,
            "1\n",
            "ValueError: text\n",
        ),
        ("1 +", 1, "", "SyntaxError"),
    ] {
        let job = Job::text(text)
            .input("cups", vec![Any::from(2), Any::from(3)])
            .limits(minute());
        for on in [None, Some(TierId::Light), Some(TierId::Full)] {
            let completed = match on {
                None => planted(&scratch_is_not_needed, &job),
                Some(tier) => host().execute(&job.clone().on(On::Only(tier))),
            };
            let completed = completed.unwrap();
            let finished = completed.finished;
            assert_eq!(finished.ending, Ending::Exited(status), "{on:?}: {text}");
            assert_eq!(
                String::from_utf8_lossy(&finished.stdout),
                stdout,
                "{on:?}: {text}"
            );
            let said = String::from_utf8_lossy(&finished.stderr).into_owned();
            assert!(
                said.contains(stderr_ends) && said.is_empty() == stderr_ends.is_empty(),
                "{on:?}: {text}: {said}"
            );
            assert_eq!(
                completed.fallback.is_some(),
                on.is_none() && !stderr_ends.is_empty()
            );
        }
    }
}

#[test]
fn an_input_that_cannot_be_bound_is_an_error_on_whatever_tier() {
    let handle = tier_api::Handle {
        isolate: 1,
        id: 1,
        kind: tier_api::HandleKind::Object,
        type_name: "object".into(),
    };
    let deep = (0..=tier_api::any::DEPTH_MAX).fold(Any::None, |inner, _| vec![inner].into());
    for value in [Any::Handle(handle), deep] {
        let job = Job::text("print(x)").input("x", value);
        for on in [On::Auto, On::Only(TierId::Full), On::Only(TierId::Light)] {
            let error = host().execute(&job.clone().on(on)).unwrap_err();
            assert!(matches!(error, ExecuteError::Input { .. }), "{error:?}");
        }
    }
}
