use super::*;

#[test]
fn equality_is_pythons_and_the_types() {
    assert_ne!(Any::from(0.0), Any::from(-0.0));
    assert_eq!(Any::from(f64::NAN), Any::from(f64::NAN));
    assert_ne!(Any::from(f64::NAN), Any::from(-f64::NAN));
    assert_ne!(Any::from(true), Any::from(1));
    let (a, b) = (("a", Any::None), ("b", Any::None));
    assert_ne!(
        Any::from([a.clone(), b.clone()]),
        Any::from([b, a]),
        "the order of a dict counts"
    );
}
