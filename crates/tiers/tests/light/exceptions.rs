//! Exceptions that come out.

use tier_api::{Answer, Any, Ask, HandleKind, Str};

use crate::isolate::{Up, raised};

fn exec(up: &mut Up, source: &str) -> Answer {
    let source = source.into();
    up.ask(Ask::Exec { source })
}

fn eval(up: &mut Up, source: &str) -> Answer {
    let source = source.into();
    up.ask(Ask::Eval { source })
}

#[test]
fn an_exception_is_told_and_the_isolate_stays_up() {
    let mut up = Up::open();
    let error = raised(exec(
        &mut up,
        "def f(x):\n    return x['key']\n\nprint('before')\nf({})\n",
    ));
    assert_eq!(
        (error.type_name.as_str(), error.message.as_str()),
        ("KeyError", Some("'key'"))
    );
    assert_eq!(
        error.traceback.to_string(),
        "Traceback (most recent call last):\n  File \"<exec>\", line 5, in <module>\n  \
            File \"<exec>\", line 2, in f\nKeyError: 'key'\n"
    );
    assert_eq!(up.printed(), "before\n");
    assert_eq!(error.exception.kind, HandleKind::Exception);
    assert_eq!(error.exception.type_name, "KeyError");
    let args = up.attribute(&error.exception, "args");
    assert_eq!(args, Ok(Any::Tuple(vec!["key".into()])));
    // The same one raised again is the same one.
    up.bind("error", error.exception.clone().into()).unwrap();
    let again = raised(exec(&mut up, "raise error\n"));
    assert_eq!(again.exception, error.exception);
    let error = raised(eval(&mut up, "1 / 0"));
    assert!(
        error
            .traceback
            .to_string()
            .contains("  File \"<eval>\", line 1, in <module>\n"),
        "{}",
        error.traceback
    );
    assert_eq!(
        eval(&mut up, "' still there'.strip()"),
        Ok("still there".into())
    );
}

/// Statements; what is told of the exception: its type, its message, and how the traceback ends.
const RAISING: &[(&str, &str, &str, &str)] = &[
    ("raise SystemExit", "SystemExit", "", "SystemExit"),
    (
        "import sys\nsys.exit(3)",
        "SystemExit",
        "3",
        "SystemExit: 3",
    ),
    ("exit('bye')", "SystemExit", "bye", "SystemExit: bye"),
    (
        "raise KeyboardInterrupt",
        "KeyboardInterrupt",
        "",
        "KeyboardInterrupt",
    ),
    ("raise GeneratorExit", "GeneratorExit", "", "GeneratorExit"),
    (
        "raise BaseException(1, 2)",
        "BaseException",
        "(1, 2)",
        "BaseException: (1, 2)",
    ),
    (
        "raise Outer.Inner('x')",
        "Outer.Inner",
        "x",
        "Outer.Inner: x",
    ),
    (
        "raise Silent('x')",
        "Silent",
        "",
        "Silent: <exception str() failed>",
    ),
    (
        "raise Wrong('x')",
        "Wrong",
        "",
        "Wrong: <exception str() failed>",
    ),
    (
        "raise Own('x')",
        "Own",
        "in its own words",
        "Own: in its own words",
    ),
    (
        "def f(): f()\nf()",
        "RecursionError",
        "maximum recursion depth exceeded",
        "RecursionError: maximum recursion depth exceeded",
    ),
];

#[test]
fn every_exception_is_one() {
    let mut up = Up::open();
    up.exec(
        "class Outer:\n    class Inner(Exception): pass\n\
        class Silent(Exception):\n    def __str__(self): raise ValueError\n\
        class Wrong(Exception):\n    def __str__(self): return 5\n\
        class Own(Exception):\n    def __str__(self): return 'in its own words'\n",
    );
    for (source, type_name, message, last_line) in RAISING {
        let error = raised(exec(&mut up, source));
        assert_eq!(
            (
                error.type_name.as_str(),
                error.message.to_string().trim_end()
            ),
            (*type_name, *message),
            "{source}"
        );
        let traceback = error.traceback.to_string();
        assert!(
            traceback.starts_with("Traceback (most recent call last):\n"),
            "{source}: {traceback}"
        );
        assert_eq!(
            traceback.lines().last().map(str::trim_end),
            Some(*last_line),
            "{source}: {traceback}"
        );
    }
}

#[test]
fn a_chain_is_told_whole() {
    let mut up = Up::open();
    let error = raised(exec(
        &mut up,
        "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    \
        error.add_note('a note')\n    raise ValueError('no') from error\n",
    ));
    let traceback = error.traceback.to_string();
    for part in [
        "ZeroDivisionError: division by zero\na note\n",
        "\nThe above exception was the direct cause of the following exception:\n\nTraceback",
        "\nValueError: no\n",
    ] {
        assert!(traceback.contains(part), "{part:?} is not in {traceback}");
    }
}

#[test]
fn a_message_may_hold_what_no_encoding_can() {
    let mut up = Up::open();
    let error = raised(exec(&mut up, r"raise ValueError('\ud83d\udc0d')"));
    let pair = Str::from_code_points([0xd83d, 0xdc0d]).unwrap();
    assert_eq!(error.message, pair);
    assert_eq!(error.message.code_points().len(), 2);
    let traceback = error.traceback.as_bytes();
    assert!(
        traceback.windows(6).any(|bytes| bytes == pair.as_bytes()),
        "{:?}",
        error.traceback
    );
}

#[test]
fn without_the_library_the_interpreter_tells_by_itself() {
    let mut up = Up::open();
    for sabotage in [
        "import sys\nsys.modules['traceback'] = None\n",
        "import sys, types\nsys.modules['traceback'] = types.SimpleNamespace(format_exception=print)\n",
        "sys.modules['traceback'] = types.SimpleNamespace(format_exception=lambda error: [b'bytes'])\n",
        "sys.setrecursionlimit(10)\ndel sys.modules['traceback']\n",
    ] {
        up.exec(sabotage);
        let error = raised(exec(&mut up, "\nraise ValueError('x')\n"));
        assert_eq!(
            error.traceback.to_string(),
            "Traceback (most recent call last):\n  File \"<exec>\", line 2, in <module>\nValueError: x\n",
            "{sabotage}"
        );
    }
}

#[test]
fn what_is_no_python_is_a_syntax_error() {
    let mut up = Up::open();
    for source in [
        "x = (",
        "x = = 1",
        "'a\0b'",
        "return 1",
        "\tx",
        "'\\N{nothing}'",
    ] {
        let error = raised(exec(&mut up, source));
        assert!(
            ["SyntaxError", "IndentationError"].contains(&error.type_name.as_str()),
            "{source:?}: {error}"
        );
    }
    for source in ["", "x = 1", "1; 2", "pass", "1 +"] {
        assert_eq!(
            raised(eval(&mut up, source)).type_name,
            "SyntaxError",
            "{source:?}"
        );
    }
    let error = raised(exec(&mut up, "x = = 1\n"));
    assert!(
        error
            .traceback
            .to_string()
            .starts_with("  File \"<exec>\", line 1\n    x = = 1\n"),
        "{}",
        error.traceback
    );
}

#[test]
fn source_is_text_whatever_it_declares() {
    let mut up = Up::open();
    up.exec("# coding: latin-1\nx = '\u{e4}'\r\ny = '''a\r\nb\rc'''\r");
    assert_eq!(
        up.eval("[x, y]"),
        vec!["\u{e4}".into(), "a\nb\nc".into()].into()
    );
    assert_eq!(
        up.eval("  \t(x,\n  1)\n"),
        Any::Tuple(vec!["\u{e4}".into(), 1.into()])
    );
}

#[test]
fn a_missing_name_is_an_error_of_the_asked() {
    let mut up = Up::open();
    let error = raised(eval(&mut up, "nothing"));
    assert_eq!(
        error.to_string(),
        "NameError: name 'nothing' is not defined"
    );
    assert_eq!(up.bind("nothing", 1.into()), Ok(Any::None));
    assert_eq!(eval(&mut up, "nothing"), Ok(1.into()));
    // Any text can be bound; that it is no name is no matter.
    assert_eq!(up.bind("not a name\0", 2.into()), Ok(Any::None));
    assert_eq!(eval(&mut up, "globals()['not a name\\0']"), Ok(2.into()));
}
