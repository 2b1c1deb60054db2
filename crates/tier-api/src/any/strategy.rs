//! Generated values, for property tests and for the `PoC` that counts them.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use super::{Any, Float, Str};

/// The longest container or string that is generated.
const LENGTH_MAX: usize = 8;

/// How many elements a container is expected to have, by which the generator plans.
const EXPECTED_LENGTH: u32 = 8;

/// Returns a strategy for plain data of every type, nested up to four deep.
///
/// Within one set, or among the keys of one dict, no two elements are equal to Python (as `1`, `1.0` and `True` are):
/// Python would keep one of them, and the value could not come back as it was.
pub fn any() -> impl Strategy<Value = Any> + Clone {
    scalar().prop_recursive(4, 64, EXPECTED_LENGTH, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..LENGTH_MAX).prop_map(Any::List),
            vec(inner.clone(), 0..LENGTH_MAX).prop_map(Any::Tuple),
            (keys(), vec(inner, LENGTH_MAX)).prop_map(|(keys, values)| {
                Any::Dict(keys.into_iter().zip(values).rev().collect())
            }),
            keys().prop_map(Any::Set),
            keys().prop_map(Any::FrozenSet),
        ]
    })
}

fn scalar() -> impl Strategy<Value = Any> + Clone {
    prop_oneof![
        Just(Any::None),
        prop::bool::ANY.prop_map(Any::Bool),
        integer().prop_map(Any::Int),
        float().prop_map(Any::Float),
        (float(), float()).prop_map(|(real, imaginary)| Any::Complex(real, imaginary)),
        text().prop_map(Any::Str),
        vec(prop::num::u8::ANY, 0..40).prop_map(Any::Bytes),
    ]
}

/// Hashable values, all different to Python: of the numbers only integers.
fn keys() -> impl Strategy<Value = BTreeSet<Any>> + Clone {
    let key = prop_oneof![
        Just(Any::None),
        integer().prop_map(Any::Int),
        text().prop_map(Any::Str),
        vec(prop::num::u8::ANY, 0..8).prop_map(Any::Bytes),
        vec(integer().prop_map(Any::Int), 0..3).prop_map(Any::Tuple),
        btree_set(text().prop_map(Any::Str), 0..3).prop_map(Any::FrozenSet),
    ];
    btree_set(key, 0..LENGTH_MAX)
}

/// Small ones, those around the limits of machine words, and long ones.
fn integer() -> impl Strategy<Value = BigInt> + Clone {
    let around_words = (
        prop::sample::select(vec![7_u32, 8, 15, 16, 30, 31, 32, 60, 62, 63, 64, 127, 128]),
        -2..3_i32,
    );
    prop_oneof![
        any_i8().prop_map(BigInt::from),
        (around_words, prop::bool::ANY).prop_map(|((bits, offset), negative)| {
            let number = (BigInt::from(1) << bits) + offset;
            if negative { -number } else { number }
        }),
        vec(prop::num::u8::ANY, 0..80).prop_map(|bytes| BigInt::from_signed_bytes_le(&bytes)),
    ]
}

fn any_i8() -> impl Strategy<Value = i8> + Clone {
    prop::num::i8::ANY
}

/// Of every kind: normal, subnormal, zero, infinite, NaN with any payload; of either sign.
fn float() -> impl Strategy<Value = Float> + Clone {
    prop_oneof![
        prop::num::f64::ANY.prop_map(Float),
        prop::num::u64::ANY.prop_map(|bits| Float(quiet(f64::from_bits(bits)))),
        (-1_000..1_000_i32).prop_map(|number| Float(f64::from(number) / 8.0)),
    ]
}

/// Returns `number`, made quiet where it is a signalling NaN: hardware does so in passing.
fn quiet(number: f64) -> f64 {
    const QUIET_BIT: u64 = 1 << 51;
    if number.is_nan() {
        f64::from_bits(number.to_bits() | QUIET_BIT)
    } else {
        number
    }
}

/// Of code points from every plane, surrogates among them.
fn text() -> impl Strategy<Value = Str> + Clone {
    let point = prop_oneof![
        8 => 0x20..0x7f_u32,
        2 => 0..0x100_u32,
        2 => 0..0xd800_u32,
        1 => 0xd800..0xe000_u32,
        2 => 0x1_0000..0x11_0000_u32,
    ];
    vec(point, 0..24).prop_map(|points| Str::from_code_points(points).unwrap_or_default())
}
