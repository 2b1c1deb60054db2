//! Classes that a call makes: `namedtuple`, and enumerations in their functional form.

use ruff_python_ast::{Expr, ExprCall};

use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    /// `namedtuple("Name", fields)`: a class whose fields are whatever its calls give.
    pub(crate) fn named_tuple(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Value {
        self.known_or_flagged("collections.namedtuple", call);
        let names: Option<Vec<String>> = match args.nodes.get(1) {
            Some(Expr::StringLiteral(names)) => Some(
                names
                    .value
                    .to_str()
                    .replace(',', " ")
                    .split_whitespace()
                    .map(str::to_owned)
                    .collect(),
            ),
            Some(Expr::List(list)) => list.elts.iter().map(literal).collect(),
            Some(Expr::Tuple(tuple)) => tuple.elts.iter().map(literal).collect(),
            _ => None,
        };
        let Some(names) = names else {
            self.flag_at(
                call,
                "unknown-class",
                format_args!("the fields of this class are not seen"),
            );
            return Value::NOTHING;
        };
        if !args.keywords.is_empty() {
            self.flag_at(
                call,
                "no-evidence",
                format_args!("`namedtuple` was never compared with these options"),
            );
        }
        let id = self.library_id(&format!("namedtuple {}", names.join(" ")));
        let class = self.make(Kinds::TYPE, call, 1, Value::NOTHING);
        if let Some(cell) = class.cell {
            self.heap.calls(cell, Callee::Library(id));
        }
        class
    }

    /// A call of a class that `namedtuple` made.
    pub(crate) fn call_named_tuple(
        &mut self,
        fields: &str,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Value {
        let fields: Vec<&str> = fields.split(' ').collect();
        let mut held = Value::NOTHING;
        for (number, value) in args.positional.iter().enumerate() {
            if let Some(field) = fields.get(number) {
                self.bind_attribute(field, *value);
            }
            held = self.heap.join(held, *value);
        }
        for (field, value) in &args.keywords {
            self.bind_attribute(field, *value);
            held = self.heap.join(held, *value);
        }
        if let Some(further) = args.further {
            for field in &fields {
                self.bind_attribute(field, further);
            }
            held = self.heap.join(held, further);
        }
        // A tuple to whoever takes it apart, an instance to whoever asks for a field.
        self.make(Kinds::TUPLE | Kinds::INSTANCE, call, 2, held)
    }

    pub(crate) fn call_enum(
        &mut self,
        name: &str,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Option<Value> {
        match name {
            "enum.auto" => Some(self.scalar(Kinds::INT)),
            "enum.Enum" | "enum.IntEnum" | "enum.Flag" => {
                // The functional form: the names are members of the class that comes back.
                self.known_or_flagged(name, call);
                let names = match args.nodes.get(1) {
                    Some(Expr::StringLiteral(names)) => names.value.to_str().replace(',', " "),
                    Some(Expr::List(list)) => list
                        .elts
                        .iter()
                        .map(literal)
                        .collect::<Option<Vec<_>>>()?
                        .join(" "),
                    _ => return None,
                };
                for member in names.split_whitespace() {
                    self.bind_attribute(member, Value::of(Kinds::MEMBER));
                }
                self.bind_attribute("(member value)", Value::of(Kinds::INT));
                self.heap.exists(Kinds::MEMBER);
                let id = self.library_id("enum.member");
                let class = self.make(Kinds::TYPE, call, 1, Value::NOTHING);
                if let Some(cell) = class.cell {
                    self.heap.calls(cell, Callee::Library(id));
                }
                Some(class)
            }
            "enum.member" => Some(self.scalar(Kinds::MEMBER)),
            _ => None,
        }
    }
}

pub(crate) fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::StringLiteral(text) => Some(text.value.to_str().to_owned()),
        _ => None,
    }
}
