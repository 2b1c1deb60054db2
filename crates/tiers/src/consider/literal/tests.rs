use std::collections::BTreeSet;

use tier_api::{Any, Float, Str};

use super::bindings;

fn written(value: Any) -> String {
    let line = bindings(&[("x".into(), value)]).unwrap();
    line.strip_prefix("x = ")
        .unwrap()
        .strip_suffix("; ")
        .unwrap()
        .to_owned()
}

#[test]
fn values_are_written_as_python_reads_them() {
    for (value, text) in [
        (Any::None, "None"),
        (Any::from(true), "True"),
        (Any::from(-255), "-0xff"),
        (Any::from(0), "0x0"),
        (Any::from(0.1), "0.1"),
        (Any::from(-0.0), "-0.0"),
        (Any::from(1e300), "1e300"),
        (Any::from(f64::NAN), "float('NaN')"),
        (Any::from(f64::NEG_INFINITY), "float('-inf')"),
        (Any::Complex(Float(1.0), Float(-0.0)), "complex(1.0, -0.0)"),
        (Any::Bytes(vec![0, 39, 255]), r"b'\x00\x27\xff'"),
        (Any::from(vec![Any::None]), "[None, ]"),
        (Any::Tuple(vec![]), "()"),
        (Any::Tuple(vec![Any::from(1)]), "(0x1, )"),
        (Any::from([("a", Any::None)]), "{'a': None, }"),
        (Any::Set(BTreeSet::new()), "set()"),
        (Any::Set([Any::None].into()), "{None, }"),
        (Any::FrozenSet([Any::None].into()), "frozenset([None, ])"),
    ] {
        assert_eq!(written(value.clone()), text, "{value:?}");
    }
}

#[test]
fn a_string_cannot_leave_its_quotes() {
    assert_eq!(
        written(Any::from("a'\\\n\r\0 ~\u{7f}é漢")),
        r"'a\U00000027\U0000005c\x0a\x0d\x00 ~\x7f\xe9\U00006f22'"
    );
    let surrogate = Str::from_code_points([0xd800]).unwrap();
    assert_eq!(written(Any::Str(surrogate)), r"'\U0000d800'");
}

#[test]
fn what_is_no_name_is_not_written() {
    for name in ["", "1x", "a b", "a=1;b", "'''", "ä", "a\n", "a.b"] {
        assert_eq!(bindings(&[(name.into(), Any::None)]), None, "{name:?}");
    }
    assert_eq!(bindings(&[]).unwrap(), "");
}
