//! Values that go in and come out.

use num_bigint::BigInt;
use proptest::collection::vec;
use proptest::test_runner::{Config, TestRunner};
use tier_api::any::DEPTH_MAX;
use tier_api::{Any, Float, HandleKind, Str};

use super::{Up, raised};

// The contract's own, taken in as a file. As a feature of `tier-api` it would be in the guest too, which would be another
// guest than the one that is built.
#[expect(unreachable_pub, reason = "it is public where it comes from")]
#[path = "../../../tier-api/src/any/strategy.rs"]
mod strategy;

/// An integer in Python's notation, in hexadecimal.
fn int(digits: &str) -> Any {
    Any::Int(BigInt::parse_bytes(digits.as_bytes(), 16).unwrap())
}

fn text(points: impl IntoIterator<Item = u32>) -> Any {
    Any::Str(Str::from_code_points(points).unwrap())
}

fn float(bits: u64) -> Float {
    Float(f64::from_bits(bits))
}

fn set(items: impl IntoIterator<Item = Any>) -> Any {
    Any::Set(items.into_iter().collect())
}

fn frozen(items: impl IntoIterator<Item = Any>) -> Any {
    Any::FrozenSet(items.into_iter().collect())
}

/// Lists within a list, `depth` containers in all.
fn nested(depth: usize) -> Any {
    (1..depth).fold(Any::List(vec![]), |inner, _| Any::List(vec![inner]))
}

/// Expressions, and what their values are outside.
fn numbers_and_texts() -> Vec<(&'static str, Any)> {
    vec![
        ("None", Any::None),
        ("True", true.into()),
        ("False", false.into()),
        ("0", 0.into()),
        ("-1", (-1).into()),
        ("127", 127.into()),
        ("128", 128.into()),
        ("-128", (-128).into()),
        ("-129", (-129).into()),
        ("2**63", (1_u64 << 63).into()),
        ("-2**63", i64::MIN.into()),
        ("-2**64 + 1", int("-ffffffffffffffff")),
        ("-2**127", i128::MIN.into()),
        ("16**4000", int(&format!("1{}", "0".repeat(4000)))),
        ("1 - 16**4001", int(&format!("-{}", "f".repeat(4001)))),
        ("0.1", 0.1.into()),
        ("0.0", 0.0.into()),
        ("-0.0", (-0.0).into()),
        ("5e-324", float(1).0.into()),
        ("float('inf')", f64::INFINITY.into()),
        ("-float('inf')", f64::NEG_INFINITY.into()),
        ("float('nan')", f64::NAN.into()),
        (
            "__import__('struct').unpack('<d', bytes.fromhex('efbeadde0000fcff'))[0]",
            float(0xfffc_0000_dead_beef).0.into(),
        ),
        ("1.5+2j", Any::Complex(Float(1.5), Float(2.0))),
        (
            "complex(-0.0, float('-inf'))",
            Any::Complex(Float(-0.0), Float(f64::NEG_INFINITY)),
        ),
        ("''", "".into()),
        (r"'a\0\n\x7f\xff'", "a\0\n\x7f\u{ff}".into()),
        (
            r"'\ud7ff\ue000\uffff\U0001f40d\U0010ffff'",
            "\u{d7ff}\u{e000}\u{ffff}\u{1f40d}\u{10ffff}".into(),
        ),
        (r"'a\udc80'", text([0x61, 0xdc80])),
        (r"'\ud83d\udc0d'", text([0xd83d, 0xdc0d])),
        ("chr(0xd83d) + chr(0xdc0d)", text([0xd83d, 0xdc0d])),
        (r"'\udfff\ud800\udbff'", text([0xdfff, 0xd800, 0xdbff])),
    ]
}

/// Likewise.
fn containers() -> Vec<(&'static str, Any)> {
    let (one, two, four) = (Any::from(1), Any::from(2), Any::from(4));
    vec![
        ("b''", Any::Bytes(vec![])),
        ("bytes(range(256))", Any::Bytes((0..=255).collect())),
        ("[]", Any::List(vec![])),
        (
            "[1, [2], ()]",
            vec![one.clone(), vec![two.clone()].into(), Any::Tuple(vec![])].into(),
        ),
        ("(1,)", Any::Tuple(vec![one.clone()])),
        ("{}", Any::Dict(vec![])),
        (
            "{'b': 1, 'a': {2: 4}, (): None}",
            Any::Dict(vec![
                ("b".into(), one.clone()),
                ("a".into(), Any::Dict(vec![(two.clone(), four.clone())])),
                (Any::Tuple(vec![]), Any::None),
            ]),
        ),
        ("set()", set([])),
        ("{4, 1, 2}", set([one.clone(), two.clone(), four.clone()])),
        ("frozenset()", frozen([])),
        (
            "frozenset({1, frozenset({2})})",
            frozen([one.clone(), frozen([two.clone()])]),
        ),
        (
            "[{True: 1.0}]",
            vec![Any::Dict(vec![(true.into(), 1.0.into())])].into(),
        ),
    ]
}

#[test]
fn values_are_the_same_on_both_sides() {
    let mut up = Up::open();
    for (source, value) in numbers_and_texts().into_iter().chain(containers()) {
        assert_eq!(up.eval(source), value, "{source}");
        assert_eq!(up.bind("value", value.clone()), Ok(Any::None));
        assert_eq!(up.eval("value"), value, "{source}");
        let same = format!(
            "type(value) is type({source}) and (value == {source} or repr(value) == repr({source}))"
        );
        assert_eq!(up.eval(&same), Any::from(true), "{source}");
    }
}

#[test]
fn generated_values_come_back_as_they_were() {
    const CASES: u32 = 110;
    const VALUES: usize = 100;
    let mut up = Up::open();
    let identity = up.handle("lambda values: values");
    let up = std::cell::RefCell::new(up);
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&vec(strategy::any(), VALUES), |values| {
            let values = Any::List(values);
            let back = up.borrow_mut().call(&identity, vec![values.clone()]);
            proptest::prop_assert_eq!(back, Ok(values));
            Ok(())
        })
        .unwrap();
}

#[test]
fn surrogates_stay_what_they_are_to_programs() {
    let mut up = Up::open();
    up.bind("pair", text([0xd83d, 0xdc0d])).unwrap();
    up.bind("snake", "\u{1f40d}".into()).unwrap();
    let look = "[len(pair), [ord(point) for point in pair], len(snake), pair == snake, pair == '\\ud83d\\udc0d']";
    let points = vec![Any::from(0xd83d), Any::from(0xdc0d)];
    let seen = vec![2.into(), points.into(), 1.into(), false.into(), true.into()];
    assert_eq!(up.eval(look), Any::List(seen));
}

#[test]
fn what_is_no_exact_data_stays_where_it_is() {
    let mut up = Up::open();
    up.exec(
        "import array, collections, decimal, enum, types\n\
        for base in (int, float, complex, str, bytes, list, tuple, dict, set, frozenset):\n    \
            globals()['My' + base.__name__] = type('My' + base.__name__, (base,), {})\n\
        Point = collections.namedtuple('Point', 'x y')\nclass Colour(enum.IntEnum): RED = 1\n",
    );
    for (source, type_name) in [
        ("Myint(1)", "Myint"),
        ("Myfloat(1)", "Myfloat"),
        ("Mycomplex(1)", "Mycomplex"),
        ("Mystr('a')", "Mystr"),
        ("Mybytes(b'a')", "Mybytes"),
        ("Mylist([1])", "Mylist"),
        ("Mytuple([1])", "Mytuple"),
        ("Mydict(a=1)", "Mydict"),
        ("Myset([1])", "Myset"),
        ("Myfrozenset([1])", "Myfrozenset"),
        ("Point(1, 2)", "Point"),
        ("Colour.RED", "Colour"),
        ("collections.OrderedDict(a=1)", "OrderedDict"),
        ("collections.defaultdict(int)", "defaultdict"),
        ("types.MappingProxyType({})", "mappingproxy"),
        ("bytearray(b'a')", "bytearray"),
        ("memoryview(b'a')", "memoryview"),
        ("range(3)", "range"),
        ("{}.keys()", "dict_keys"),
        ("iter([])", "list_iterator"),
        ("NotImplemented", "NotImplementedType"),
        ("decimal.Decimal(1)", "Decimal"),
        ("types", "module"),
    ] {
        let handle = up.handle(source);
        assert_eq!(handle.type_name, type_name, "{source}");
        assert_eq!(handle.kind, HandleKind::Object, "{source}");
    }
    // Also as leaves of data, which is copied all the same.
    let mixed = up.eval("{'point': [Point(1, 2)], 'plain': (1,)}");
    let Any::Dict(entries) = &mixed else {
        panic!("no dict: {mixed:?}");
    };
    let (_, Any::List(points)) = &entries[0] else {
        panic!("no list: {mixed:?}");
    };
    assert_eq!(points[0].as_handle().unwrap().type_name, "Point");
    assert_eq!(up.bind("mixed", mixed.clone()), Ok(Any::None));
    let look =
        "type(mixed['point'][0]) is Point and mixed == {'point': [Point(1, 2)], 'plain': (1,)}";
    assert_eq!(up.eval(look), Any::from(true));
}

#[test]
fn what_holds_itself_stays_where_it_is() {
    let mut up = Up::open();
    up.exec("knot = [1]\nknot.append(knot)\nknot.append(knot)\nbox = {'self': None}\nbox['self'] = box\n\
        tied = ([],)\ntied[0].append(tied)\n");
    for (source, type_name) in [
        ("knot", "list"),
        ("box", "dict"),
        ("tied", "tuple"),
        ("(knot, box)", "tuple"),
        ("vars()", "dict"),
    ] {
        assert_eq!(up.handle(source).type_name, type_name, "{source}");
    }
    let knot = up.handle("knot");
    up.bind("again", knot.into()).unwrap();
    assert_eq!(up.eval("again is knot"), Any::from(true));
    // Not what is merely held twice.
    let pair = up.eval("(lambda shared: [shared, shared])([1])");
    let one = Any::from(vec![Any::from(1)]);
    assert_eq!(pair, Any::from(vec![one.clone(), one]));
}

#[test]
fn what_is_nested_too_deep_stays_where_it_is() {
    let mut up = Up::open();
    up.exec("def nested(depth):\n    value = []\n    for _ in range(depth - 1): value = [value]\n    return value\n");
    for depth in [1, 2, DEPTH_MAX - 1, DEPTH_MAX] {
        assert_eq!(
            up.eval(&format!("nested({depth})")),
            nested(depth),
            "{depth}"
        );
        up.bind("value", nested(depth)).unwrap();
        assert_eq!(
            up.eval(&format!("repr(value) == '[' * {depth} + ']' * {depth}")),
            Any::from(true),
            "{depth}"
        );
    }
    // A leaf takes no depth.
    let leaf = up.eval(&format!(
        "{}1{}",
        "(".repeat(DEPTH_MAX - 1),
        ",)".repeat(DEPTH_MAX - 1)
    ));
    assert!(matches!(leaf, Any::Tuple(_)), "{leaf:?}");
    for depth in [DEPTH_MAX + 1, 200, crate::DEEPEST] {
        let handle = up.handle(&format!("nested({depth})"));
        assert_eq!(handle.type_name, "list", "{depth}");
        assert_eq!(up.release(&handle), Ok(Any::None), "{depth}");
    }
    assert_eq!(up.eval("'still there'"), Any::from("still there"));
}

#[test]
fn a_copy_that_is_given_up_holds_nothing() {
    let mut up = Up::open();
    up.exec(
        "class Leaf:\n    def __del__(self): print('gone')\n\
        deep = []\nfor _ in range(200): deep = [deep]\n",
    );
    let handle = up.handle("[Leaf(), deep]");
    assert_eq!(up.printed(), "");
    up.release(&handle).unwrap();
    assert_eq!(up.printed(), "gone\n");
}

#[test]
fn of_equal_keys_the_later_gives_the_value() {
    let mut up = Up::open();
    let twice = Any::Dict(vec![
        (1.into(), "first".into()),
        (true.into(), "second".into()),
    ]);
    up.bind("twice", twice).unwrap();
    assert_eq!(
        up.eval("twice"),
        Any::Dict(vec![(1.into(), "second".into())])
    );
    up.bind("one", set([1.into(), 1.0.into(), true.into()]))
        .unwrap();
    assert_eq!(up.eval("len(one)"), Any::from(1));
}

#[test]
fn what_cannot_be_a_key_is_refused_as_python_does() {
    let mut up = Up::open();
    for value in [
        Any::Dict(vec![(Any::List(vec![]), Any::None)]),
        set([Any::Dict(vec![])]),
        frozen([Any::Tuple(vec![set([])])]),
    ] {
        let raised = raised(up.bind("value", value));
        assert_eq!(raised.type_name, "TypeError");
        assert!(
            raised.message.to_string().starts_with("unhashable type: "),
            "{raised}"
        );
    }
    assert_eq!(up.eval("'value' in globals()"), Any::from(false));
}
