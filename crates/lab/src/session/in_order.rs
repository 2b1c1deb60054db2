//! What is found side by side, in the order in which it was asked for.

use std::collections::BTreeMap;

/// Hands `coming` on to `take` in the order of the positions, each as soon as those before it are there.
pub(super) fn in_order<T, E>(
    coming: impl IntoIterator<Item = (usize, T)>,
    mut take: impl FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (position, thing) in coming {
        early.insert(position, thing);
        while let Some(thing) = early.remove(&next) {
            take(next, thing)?;
            next += 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_early_waits() {
        let mut seen = Vec::new();
        let mut coming = Vec::new();
        for position in [1, 0, 4, 3, 2] {
            coming.push((position, position));
            let _: Result<(), ()> = in_order(coming.clone(), |at, thing| {
                assert_eq!(at, thing);
                seen.push(thing);
                Ok(())
            });
            seen.push(100);
        }
        let expected = [100, 0, 1, 100, 0, 1, 100, 0, 1, 100, 0, 1, 2, 3, 4, 100];
        assert_eq!(seen, expected);
    }

    #[test]
    fn after_an_error_nothing_is_taken() {
        let taken = in_order([(1, 'b'), (0, 'a'), (2, 'c')], |_, thing| match thing {
            'b' => Err("b is wrong"),
            'c' => panic!("c comes after b"),
            _ => Ok(()),
        });
        assert_eq!(taken, Err("b is wrong"));
    }
}
