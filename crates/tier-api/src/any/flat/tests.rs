use proptest::prelude::*;

use super::*;
use crate::any::strategy;

/// What reading `tokens` gives, as text: JSON is a wire like any other.
fn read(tokens: &[Token<'_>]) -> Result<Any, String> {
    let text = serde_json::to_string(tokens).unwrap();
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

fn nested(depth: usize) -> Vec<Token<'static>> {
    let lists = (0..depth).map(|_| Token::List(1));
    lists.chain([Token::None]).collect()
}

#[test]
fn what_is_no_value_is_refused() {
    let check = |tokens: &[Token<'_>], why: NotAny| {
        let error = read(tokens).unwrap_err();
        assert!(error.starts_with(&why.to_string()), "{error}");
    };
    check(&[], NotAny::Short);
    check(&[Token::List(1)], NotAny::Short);
    check(&[Token::List(u64::MAX)], NotAny::Short);
    check(&[Token::Dict(u64::MAX)], NotAny::Short);
    check(&[Token::Dict(1), Token::None], NotAny::Short);
    check(&[Token::None, Token::None], NotAny::Long);
    check(&nested(DEPTH_MAX + 1), NotAny::Deep);
    check(&nested(1_000_000), NotAny::Deep);
    assert!(read(&nested(DEPTH_MAX)).is_ok());
    let surrogate_cut_short = Token::Str(Cow::Borrowed(b"\xed\xa0"));
    assert!(read(&[surrogate_cut_short]).is_err());
}

#[test]
fn there_is_a_limit_to_how_many_values_one_is_made_of() {
    let count = usize::try_from(VALUES_MAX).unwrap();
    let list = |length| Any::List(vec![Any::None; length]);
    assert_eq!(list(3).values(), 4);
    assert!(postcard::to_stdvec(&list(count - 1)).is_ok());
    assert!(postcard::to_stdvec(&list(count)).is_err());
    // A hostile peer is not held back by our own writing.
    let mut bytes = postcard::to_stdvec(&(VALUES_MAX + 1)).unwrap();
    bytes.extend(postcard::to_stdvec(&Token::List(VALUES_MAX)).unwrap());
    bytes.extend(std::iter::repeat_n(0, count));
    assert!(postcard::from_bytes::<Any>(&bytes).is_err());
}

proptest! {
    #[test]
    fn tokens_are_the_value(value in strategy::any()) {
        let bytes = postcard::to_stdvec(&value).unwrap();
        prop_assert_eq!(postcard::from_bytes::<Any>(&bytes).unwrap(), value);
    }

    #[test]
    fn any_bytes_are_a_value_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = postcard::from_bytes::<Any>(&bytes);
    }
}
