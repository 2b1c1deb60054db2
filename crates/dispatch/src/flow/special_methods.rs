//! Special methods: which a class may define, and which are called without being named.

use ruff_python_ast::Stmt;

/// Special methods with arguments that a class may define, since they are called on both tiers alike.
pub(crate) const METHODS: &[&str] = &[
    "__init__",
    "__new__",
    "__eq__",
    "__ne__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
    "__contains__",
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__call__",
    "__exit__",
    "__getattr__",
    "__setattr__",
    "__delattr__",
    "__getattribute__",
    "__get__",
    "__set__",
    "__delete__",
    "__set_name__",
    "__init_subclass__",
    "__class_getitem__",
    "__format__",
    "__missing__",
    "__round__",
    "__deepcopy__",
    "__aexit__",
    "__instancecheck__",
    "__subclasscheck__",
    "__subclasshook__",
    "__slots__",
    "__match_args__",
    "__doc__",
    "__add__",
    "__sub__",
    "__mul__",
    "__truediv__",
    "__floordiv__",
    "__mod__",
    "__pow__",
    "__matmul__",
    "__and__",
    "__or__",
    "__xor__",
    "__lshift__",
    "__rshift__",
    "__divmod__",
    "__radd__",
    "__rsub__",
    "__rmul__",
    "__rtruediv__",
    "__rfloordiv__",
    "__rmod__",
    "__rpow__",
    "__rmatmul__",
    "__rand__",
    "__ror__",
    "__rxor__",
    "__rlshift__",
    "__rrshift__",
    "__iadd__",
    "__isub__",
    "__imul__",
    "__itruediv__",
    "__ifloordiv__",
    "__imod__",
    "__ipow__",
    "__iand__",
    "__ior__",
    "__ixor__",
    "__ilshift__",
    "__irshift__",
    "__prepare__",
];

/// Those that take only their object: what calls them need not be seen.
pub(crate) const ALONE: &[&str] = &[
    "__repr__",
    "__str__",
    "__hash__",
    "__bool__",
    "__len__",
    "__iter__",
    "__next__",
    "__enter__",
    "__reversed__",
    "__abs__",
    "__neg__",
    "__pos__",
    "__invert__",
    "__int__",
    "__float__",
    "__post_init__",
    "__aenter__",
    "__aiter__",
    "__anext__",
    "__copy__",
    "__floor__",
    "__ceil__",
    "__trunc__",
    "__await__",
];

/// Special methods that the two interpreters call a different number of times, or on the other operand.
pub(crate) const COUNTED: &[&str] = &[
    "__hash__",
    "__eq__",
    "__ne__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
    "__bool__",
    "__len__",
    "__contains__",
];

/// Whether a method does more than to compute what it returns.
pub(crate) fn has_effects(body: &[Stmt]) -> bool {
    body.iter().any(|statement| match statement {
        Stmt::Expr(expression) => expression.value.is_call_expr(),
        Stmt::Assign(assignment) => assignment
            .targets
            .iter()
            .any(|target| !target.is_name_expr()),
        Stmt::If(choice) => {
            has_effects(&choice.body)
                || choice
                    .elif_else_clauses
                    .iter()
                    .any(|clause| has_effects(&clause.body))
        }
        Stmt::For(walk) => has_effects(&walk.body),
        Stmt::While(walk) => has_effects(&walk.body),
        Stmt::AugAssign(_) | Stmt::With(_) | Stmt::Try(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => {
            true
        }
        _ => false,
    })
}
