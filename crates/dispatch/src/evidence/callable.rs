//! All rows of one callable, and what they say together.

use crate::evidence::row::Row;
use crate::hazards::Hazards;
use crate::kinds::Kinds;

/// What was seen of a callable.
#[derive(Debug)]
pub(crate) struct Callable {
    pub(crate) rows: Vec<Row>,
    /// Whether all rows give one kind of result, nothing and exceptions aside.
    pub(crate) fixed: bool,
    /// The exceptions that were seen with the same text, always.
    pub(crate) agreed: Hazards,
    shapes: Vec<Shape>,
}

/// The rows with as many arguments and keywords.
#[derive(Debug)]
pub(crate) struct Shape {
    args: usize,
    keywords: usize,
    rows: Vec<usize>,
    /// The numbers of the kinds of their arguments, row by row.
    numbers: Vec<u8>,
    /// The kinds that were tried in each place.
    pub(crate) tried: Vec<Kinds>,
}

impl Shape {
    fn new(args: usize, keywords: usize) -> Self {
        Self {
            args,
            keywords,
            rows: Vec::new(),
            numbers: Vec::new(),
            tried: vec![Kinds::EMPTY; args],
        }
    }

    fn add(&mut self, place: usize, row: &Row) {
        self.rows.push(place);
        for (argument, tried) in row.args.iter().zip(&mut self.tried) {
            *tried |= argument.kind;
            let number = argument.kind.number();
            self.numbers.push(u8::try_from(number).unwrap_or(u8::MAX));
        }
    }

    /// Where the rows stand whose arguments are of these kinds, in their order.
    pub(crate) fn of_kinds(&self, kinds: &[Kinds]) -> impl Iterator<Item = usize> {
        let args = self.args;
        (0..self.rows.len())
            .filter(move |row| {
                let numbers = &self.numbers[row * args..(row + 1) * args];
                let mut both = numbers.iter().zip(kinds);
                both.all(|(number, kinds)| kinds.has_number(*number))
            })
            .map(|row| self.rows[row])
    }
}

impl Callable {
    /// Reads the lines of a callable.
    pub(crate) fn read(name: &str, lines: &'static str) -> Self {
        let rows: Vec<Row> = lines
            .lines()
            .filter_map(|line| Row::parse(name, line))
            .collect();
        let mut shapes: Vec<Shape> = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            let (args, keywords) = (row.args.len(), row.keywords.len());
            let known = shapes
                .iter()
                .position(|shape| shape.args == args && shape.keywords == keywords);
            let known = known.unwrap_or_else(|| {
                shapes.push(Shape::new(args, keywords));
                shapes.len() - 1
            });
            shapes[known].add(place, row);
        }
        Self {
            fixed: is_fixed(&rows),
            agreed: rows
                .iter()
                .filter(|row| row.text_differing == 0)
                .fold(Hazards::NONE, |all, row| all | row.named),
            rows,
            shapes,
        }
    }

    /// The rows of calls with so many arguments and keywords.
    pub(crate) fn shape(&self, args: usize, keywords: usize) -> Option<&Shape> {
        let mut shapes = self.shapes.iter();
        shapes.find(|shape| shape.args == args && shape.keywords == keywords)
    }

    /// The rows of a shape, in their order.
    pub(crate) fn of_shape(&self, args: usize, keywords: usize) -> impl Iterator<Item = &Row> {
        self.shape(args, keywords)
            .into_iter()
            .flat_map(|shape| &shape.rows)
            .map(|place| &self.rows[*place])
    }
}

/// Whether all rows give one kind of result, nothing and exceptions aside.
fn is_fixed(rows: &[Row]) -> bool {
    let all = rows
        .iter()
        .fold(Kinds::EMPTY, |all, row| all | row.result)
        .coarse();
    let all = all & !Kinds::NONE;
    rows.iter().all(|row| {
        let own = row.result.coarse() & !Kinds::NONE;
        own.is_empty() || own == all
    })
}
