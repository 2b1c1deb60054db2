use proptest::{prop_assert_eq, proptest};
use tier_api::any::strategy;

use super::*;

proptest! {
    #[test]
    fn a_value_is_its_tokens(value in strategy::any()) {
        prop_assert_eq!(any(tokens(&value)), Ok(value));
    }
}

#[test]
fn a_handle_is_the_same_on_both_sides() {
    for kind in [
        HandleKind::Callable,
        HandleKind::Exception,
        HandleKind::Object,
    ] {
        let (isolate, id, type_name) = (1, 2, "Thing".into());
        let handle = Any::Handle(Handle {
            isolate,
            id,
            kind,
            type_name,
        });
        assert_eq!(any(tokens(&handle)), Ok(handle));
    }
}

#[test]
fn what_is_no_value_is_refused() {
    let nested = |depth| vec![Token::Sequence(1); depth];
    let not_text = Token::Text(b"a\xff".to_vec());
    for (tokens, why) in [
        (vec![], NotAny::Short),
        (vec![Token::Sequence(2), Token::None], NotAny::Short),
        (
            vec![Token::Dictionary(u64::MAX), Token::None],
            NotAny::Short,
        ),
        (
            vec![Token::Tuple(1), Token::None, Token::None],
            NotAny::Long,
        ),
        (nested(DEPTH_MAX + 1), NotAny::Deep),
        (vec![not_text], NotAny::NotText(NotText { at: 1 })),
    ] {
        assert_eq!(any(tokens), Err(why));
    }
}
