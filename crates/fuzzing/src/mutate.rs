//! Mutations, by a seeded generator: the same seed and number give the same bytes everywhere.
//!
//! They are made for Python programs, and do for whatever else consists of lines and words.

mod pieces;

use fastrand::Rng;
use pieces::{AWKWARD, BRACKETS, ENCODINGS};

/// The longest input that is made, in bytes.
const BYTES_MAX: usize = 64 << 10;

/// The most mutations that one input is put through.
const MUTATIONS_MAX: usize = 6;

/// One way to spoil an input.
type Mutation = fn(&mut Mutator<'_>, &mut Vec<u8>);

const MUTATIONS: &[Mutation] = &[
    |mutator, input| flip_bits(mutator, input),
    |mutator, input| flip_bits(mutator, input),
    |mutator, input| replace_bytes(mutator, input),
    swap_lines,
    swap_lines,
    repeat_line,
    drop_line,
    splice_words,
    splice_words,
    splice_words,
    splice_part,
    truncate,
    nest,
    indent,
    insert_awkward,
    insert_awkward,
    name_an_encoding,
    lengthen_line,
    end_lines_otherwise,
];

/// Makes inputs out of others.
#[derive(Debug)]
pub struct Mutator<'a> {
    pool: &'a [Vec<u8>],
    rng: Rng,
}

impl<'a> Mutator<'a> {
    /// Returns what makes the inputs number `number` of those that `seed` gives, out of the inputs in `pool`.
    pub fn new(pool: &'a [Vec<u8>], seed: u64, number: u64) -> Self {
        // Two generators whose seeds are neighbours would begin alike.
        let mut mixed = Rng::with_seed(seed);
        let rng = Rng::with_seed(mixed.u64(..) ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        Self { pool, rng }
    }

    /// Returns an input: one of the pool, spoiled; or, of ten, one of random bytes.
    pub fn input(&mut self) -> Vec<u8> {
        if self.pool.is_empty() || self.rng.u8(..10) == 0 {
            return self.random();
        }
        let chosen = self.any_of_pool().to_vec();
        self.spoil(chosen)
    }

    /// Returns `input`, spoiled.
    pub fn spoil(&mut self, mut input: Vec<u8>) -> Vec<u8> {
        for _ in 0..self.rng.usize(1..=MUTATIONS_MAX) {
            let chosen = self.rng.usize(..MUTATIONS.len());
            MUTATIONS[chosen](self, &mut input);
            input.truncate(BYTES_MAX);
        }
        input
    }

    /// Bytes of any kind, or printable ones.
    fn random(&mut self) -> Vec<u8> {
        let length = self.rng.usize(..400);
        let printable = self.rng.bool();
        let byte = |rng: &mut Rng| match printable {
            true if rng.u8(..12) == 0 => b'\n',
            true => rng.u8(b' '..=b'~'),
            false => rng.u8(..),
        };
        (0..length).map(|_| byte(&mut self.rng)).collect()
    }

    fn any_of_pool(&mut self) -> &'a [u8] {
        let pool = self.pool;
        match pool.len() {
            0 => &[],
            count => &pool[self.rng.usize(..count)],
        }
    }

    /// A place in `input`, its end included.
    fn place(&mut self, input: &[u8]) -> usize {
        self.rng.usize(..=input.len())
    }

    /// A part of `input`: from one place to another, in that order.
    fn part(&mut self, input: &[u8]) -> std::ops::Range<usize> {
        let (one, other) = (self.place(input), self.place(input));
        one.min(other)..one.max(other)
    }

    /// One of the words of `input`, or what stands between two of them.
    fn word(&mut self, input: &[u8]) -> std::ops::Range<usize> {
        let at = self.place(input);
        let of_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let Some(kind) = input.get(at).map(of_word) else {
            return at..at;
        };
        let alike = |byte: &u8| of_word(byte) == kind;
        let end = input[at..].iter().position(|byte| !alike(byte));
        let start = input[..at].iter().rposition(|byte| !alike(byte));
        start.map_or(0, |before| before + 1)..end.map_or(input.len(), |length| at + length)
    }

    /// One of the lines of `input`, with its end.
    fn line(&mut self, input: &[u8]) -> std::ops::Range<usize> {
        let at = self.place(input);
        let start = input[..at].iter().rposition(|byte| *byte == b'\n');
        let end = input[at..].iter().position(|byte| *byte == b'\n');
        start.map_or(0, |before| before + 1)..end.map_or(input.len(), |length| at + length + 1)
    }
}

fn flip_bits(mutator: &mut Mutator<'_>, input: &mut [u8]) {
    for _ in 0..mutator.rng.usize(1..4) {
        let at = mutator.place(input);
        let bit = mutator.rng.u8(..8);
        if let Some(byte) = input.get_mut(at) {
            *byte ^= 1 << bit;
        }
    }
}

fn replace_bytes(mutator: &mut Mutator<'_>, input: &mut [u8]) {
    let at = mutator.place(input);
    let byte = mutator.rng.u8(..);
    for place in input.iter_mut().skip(at).take(mutator.rng.usize(1..5)) {
        *place = byte;
    }
}

fn swap_lines(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let (one, other) = (mutator.line(input), mutator.line(input));
    let (first, second) = if one.start <= other.start {
        (one, other)
    } else {
        (other, one)
    };
    if first.end <= second.start {
        let (upper, lower) = (
            input[first.clone()].to_vec(),
            input[second.clone()].to_vec(),
        );
        input.splice(second, upper);
        input.splice(first, lower);
    }
}

fn repeat_line(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let line = mutator.line(input);
    let at = line.end;
    let repeated = input[line].repeat(mutator.rng.usize(1..40));
    input.splice(at..at, repeated);
}

fn drop_line(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let line = mutator.line(input);
    input.drain(line);
}

fn splice_words(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    for _ in 0..mutator.rng.usize(1..6) {
        let other = mutator.any_of_pool();
        let word = mutator.word(other);
        let place = mutator.word(input);
        input.splice(place, other[word].iter().copied());
    }
}

fn splice_part(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let other = mutator.any_of_pool();
    let part = mutator.part(other);
    let at = mutator.place(input);
    input.splice(at..at, other[part].iter().copied());
}

fn truncate(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let at = mutator.place(input);
    input.truncate(at);
}

/// Puts something within brackets, and those within more of them.
fn nest(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let word = mutator.word(input);
    let (open, close) = BRACKETS[mutator.rng.usize(..BRACKETS.len())];
    let depth = 1 << mutator.rng.u32(..13);
    let closed = if mutator.rng.u8(..5) == 0 { 0 } else { depth };
    input.splice(word.end..word.end, close.repeat(closed).into_bytes());
    input.splice(word.start..word.start, open.repeat(depth).into_bytes());
}

/// Puts the lines from one on into blocks within blocks.
fn indent(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let at = mutator.line(input).start;
    let mut blocks = Vec::new();
    for depth in 0..1 << mutator.rng.u32(..8) {
        blocks.extend(b" ".repeat(depth));
        blocks.extend(b"if 1:\n");
    }
    input.splice(at..at, blocks);
}

fn insert_awkward(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let at = mutator.place(input);
    let awkward = AWKWARD[mutator.rng.usize(..AWKWARD.len())];
    input.splice(at..at, awkward.iter().copied());
}

fn name_an_encoding(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let encoding = ENCODINGS[mutator.rng.usize(..ENCODINGS.len())];
    input.splice(..0, format!("# -*- coding: {encoding} -*-\n").into_bytes());
}

fn lengthen_line(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let word = mutator.word(input);
    let at = word.end;
    let longer = input[word].repeat(1 << mutator.rng.u32(..12));
    input.splice(at..at, longer);
}

fn end_lines_otherwise(mutator: &mut Mutator<'_>, input: &mut Vec<u8>) {
    let end: &[u8] = if mutator.rng.bool() { b"\r\n" } else { b"\r" };
    let lines = input.split(|byte| *byte == b'\n');
    *input = lines.collect::<Vec<_>>().join(end);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(seed: u64, number: u64) -> Vec<u8> {
        let pool = [
            b"def f(x):\n    return x\n".to_vec(),
            b"print(1)\n".to_vec(),
        ];
        Mutator::new(&pool, seed, number).input()
    }

    #[test]
    fn a_seed_and_a_number_say_what_is_made() {
        assert_eq!(made(1, 7), made(1, 7));
        let distinct: std::collections::HashSet<_> = (0..100).map(|n| made(1, n)).collect();
        assert!(distinct.len() > 90, "{}", distinct.len());
        assert_ne!(made(1, 7), made(2, 7));
    }

    #[test]
    fn every_mutation_takes_every_input() {
        for input in [&b""[..], b"\n", b"x", b"a\nb", b"\xff\xfe\n\n"] {
            for mutation in MUTATIONS {
                for number in 0..50 {
                    let mut spoiled = input.to_vec();
                    mutation(&mut Mutator::new(&[], 3, number), &mut spoiled);
                }
            }
        }
    }
}
