# Calls of PoC 1: what can be called is a handle, and its result or its exception comes back.
# One row a line: name = (callable, positional arguments, keyword arguments).

# Builtins
builtin_len = (len, ([1, 2, 3],), {})
builtin_abs = (abs, (-2**64,), {})
builtin_sorted = (sorted, ([3, -1, 2],), {'key': abs, 'reverse': True})
builtin_int_base = (int, ('ff',), {'base': 16})
builtin_max_default = (max, ([],), {'default': None})
builtin_returns_nan = (float, ('nan',), {})

# Functions
lambda_default = (lambda a, b=2: a + b, (1,), {})
lambda_keyword_only = (lambda *, key: [key, key], (), {'key': 'value'})
lambda_star = (lambda *args, **kwargs: (args, kwargs), (1, [2], None), {'b': 1, 'a': 2})
lambda_positional_only = (lambda a, /, **kwargs: (a, kwargs), (1,), {'a': 2})
lambda_returns_surrogate = (lambda text: text + '\ud800', ('\udc00',), {})
lambda_returns_callable = (lambda n: len if n else abs, (1,), {})
lambda_mutates_its_argument = (lambda items: items.append('added') or items, ([1],), {})
closure_counter = ((lambda state: lambda step: state.append(state[-1] + step) or state[-1])([10]), (5,), {})
closure_iterator = (iter([7, 8, 9]).__next__, (), {})
closure_recursive = ((lambda f: lambda n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1)), (30,), {})

# Classes, methods and other callables
class_builtin = (complex, (1,), {'imag': -0.0})
class_dict = (dict, ([('b', 1)],), {'a': 2})
class_made = (type('Made', (), {'__init__': lambda self, n: setattr(self, 'n', n), '__repr__': lambda self: f'<made {self.n}>'}), (5,), {})
method_of_str = ('abc'.upper, (), {})
method_of_list = ([3, 1, 2].index, (2,), {})
method_of_type = (str.join, ('-', ['a', 'b']), {})
method_returns_none = ([].append, (1,), {})
partial_positional = (__import__('functools').partial(divmod, 17), (5,), {})
partial_keyword = (__import__('functools').partial(int, base=2), ('101',), {})
instance_callable = (type('Call', (), {'__call__': lambda self, n: n * 2})(), ('ab',), {})

# Calls that raise
raises_zero_division = (lambda a, b: a / b, (1, 0), {})
raises_key_error = ({}.__getitem__, ('missing',), {})
raises_type_error = (len, (), {})
raises_unexpected_keyword = (lambda a: a, (), {'b': 1})
raises_own_class = (lambda *args: (_ for _ in ()).throw(type('Own', (Exception,), {})(*args)), (1, 'two', [3.0]), {})
raises_value_error_surrogate = (lambda text: (_ for _ in ()).throw(ValueError(text)), ('\ud800',), {})
raises_unicode_error = ('\ud800'.encode, ('utf-8',), {})
raises_attribute_error = (getattr, (None, 'missing'), {})
raises_system_exit = (__import__('sys').exit, (3,), {})
raises_keyboard_interrupt = (lambda: (_ for _ in ()).throw(KeyboardInterrupt()), (), {})
raises_recursion_error = ((lambda f: lambda n: f(f, n))(lambda f, n: f(f, n + 1)), (0,), {})
raises_stop_iteration = (next, (iter(()),), {})
raises_group = (lambda: (_ for _ in ()).throw(ExceptionGroup('group', [ValueError(1), KeyError('k')])), (), {})
raises_without_text = (lambda: (_ for _ in ()).throw(type('Mute', (Exception,), {'__str__': None})()), (), {})
