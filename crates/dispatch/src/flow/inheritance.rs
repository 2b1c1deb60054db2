//! What classes have from elsewhere: `super`, and what every class has.

use ruff_python_ast::ExprCall;

use crate::flow::attributes::is_special;
use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::heap::Value;
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    /// `super().name(…)`: a method of the program's classes, or one of `object` or an exception.
    pub(crate) fn call_super(&mut self, name: &str, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let receiver = if name == "__new__" || name == "__init_subclass__" {
            self.class_of(Value::NOTHING)
        } else {
            Value::of(Kinds::INSTANCE)
        };
        let in_metaclass = self
            .frame
            .class
            .is_some_and(|class| self.classes()[class].nature.metaclass);
        let mut result = self.call_special_with(name, receiver, args);
        match name {
            "__init__" => {
                for value in args.all() {
                    self.bind_attribute("(exception argument)", value);
                }
                result.kinds |= Kinds::NONE;
            }
            "__new__" if in_metaclass => return self.class_of(Value::NOTHING),
            "__call__" if in_metaclass => return self.scalar(Kinds::INSTANCE),
            "__new__" => result.kinds |= Kinds::INSTANCE,
            "__setattr__" => {
                if let Some(value) = args.positional.get(1) {
                    // By a name that is not seen: any attribute may be that value.
                    let names: Vec<String> = self.attributes.names();
                    for name in names
                        .iter()
                        .filter(|name| !name.starts_with('(') && !is_special(name))
                    {
                        if !self.attribute_value(name).kinds.meets(Kinds::FUNCTION) {
                            self.bind_attribute(name, *value);
                        }
                    }
                }
                result.kinds |= Kinds::NONE;
            }
            "__getattribute__" | "__getattr__" => return self.heap.anything_flat(),
            "__init_subclass__" | "__delattr__" | "__set_name__" | "__enter__" | "__exit__" => {
                result.kinds |= Kinds::NONE;
            }
            "__eq__" | "__ne__" => result.kinds |= Kinds::BOOL,
            "__hash__" => result.kinds |= Kinds::INT,
            "__str__" | "__repr__" | "__format__" => {
                if self.each_class().any(|class| {
                    class.nature.exception || class.nature.tuple || class.nature.enumeration
                }) {
                    self.flag_at(
                        call,
                        "no-evidence",
                        format_args!("`super().{name}()` was never compared"),
                    );
                }
                result.kinds |= Kinds::STR;
            }
            _ => {
                if self.attribute_value(name).is_nothing() {
                    self.flag_at(
                        call,
                        "no-evidence",
                        format_args!("`super().{name}()` was never compared"),
                    );
                }
            }
        }
        result
    }

    /// Methods that every class has.
    pub(crate) fn call_class_protocol(
        &mut self,
        object: Value,
        name: &str,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Option<Value> {
        match name {
            "mro" if object.kinds.meets(Kinds::TYPE) => {
                let class = self.class_of(object);
                Some(self.make(Kinds::LIST, call, 1, class))
            }
            "__new__" if object.kinds.meets(Kinds::TYPE) => {
                Some(self.scalar(Kinds::INSTANCE | Kinds::MEMBER))
            }
            "__setattr__" if object.kinds.meets(Kinds::TYPE) => {
                if let [_, _, value] = args.positional[..] {
                    let shifted = Args::of(&[Value::of(Kinds::STR), value]);
                    return Some(self.call_super("__setattr__", &shifted, call));
                }
                None
            }
            "_replace" | "_asdict" | "_make"
                if self.each_class().any(|class| class.nature.tuple) =>
            {
                for (field, value) in &args.keywords {
                    self.bind_attribute(field, *value);
                }
                if name == "_asdict" {
                    let anything = self.heap.anything_flat();
                    return Some(self.make(Kinds::DICT, call, 1, anything));
                }
                Some(self.scalar(Kinds::INSTANCE))
            }
            "with_traceback" | "add_note"
                if object.kinds.meets(Kinds::ERROR | Kinds::EXCEPTION) =>
            {
                self.flag_at(
                    call,
                    "exception-text",
                    format_args!("`{name}` was never compared"),
                );
                Some(object)
            }
            _ => None,
        }
    }
}
