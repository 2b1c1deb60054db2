//! An isolate in an instance.

use tier_api::{Any, Ask, Outcome};
use wire::{Event, Request};

use crate::isolate::Up;

#[test]
fn an_isolate_keeps_what_it_is_given_and_ends_in_order() {
    let mut up = Up::open();
    up.exec("import atexit\natexit.register(print, 'the end')\nx = 41\nprint('up')");
    assert_eq!(up.eval("x + 1"), Any::from(42));
    assert_eq!(up.printed(), "up\n");
    let (outcome, gone) = up.close();
    assert_eq!(outcome, Outcome::Exited { status: 0 });
    assert_eq!((gone.status, gone.stdout.as_str()), (0, "up\nthe end\n"));
}

#[test]
fn an_isolate_that_ends_itself_tells_its_status() {
    let mut up = Up::open();
    let source = "import os\nos._exit(5)".into();
    let event = up.request(&Request::Ask(Ask::Exec { source }));
    assert_eq!(event, Some(Event::Finished(Outcome::Exited { status: 5 })));
    assert_eq!(up.end().status, 0);
}

#[test]
fn an_isolate_that_breaks_tells_so() {
    let mut up = Up::open();
    let outcome = up.ask_the_last("print('a\\tb'.expandtabs(0))");
    assert!(matches!(outcome, Some(Outcome::Faulted(_))), "{outcome:?}");
    let gone = up.end();
    assert!(gone.stderr.contains("panicked at"), "{}", gone.stderr);
}
