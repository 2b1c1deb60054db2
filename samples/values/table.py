# The fixed table of PoC 1: the values that have to cross the border and come back as they were.
# One row a line: name = expression. ascii() of each value is the same in every run of CPython 3.12.

# Singletons
none = None
true = True
false = False
ellipsis = ...
not_implemented = NotImplemented

# Whole numbers
int_zero = 0
int_one = 1
int_minus_one = -1
int_byte = 255
int_largest_of_32_bits = 2**31 - 1
int_past_32_bits = 2**31
int_smallest_of_32_bits = -2**31
int_unsigned_32_bits = 2**32
int_past_the_mantissa = 2**53 + 1
int_largest_of_64_bits = 2**63 - 1
int_past_64_bits = 2**63
int_smallest_of_64_bits = -2**63
int_below_64_bits = -2**63 - 1
int_largest_unsigned = 2**64 - 1
int_unsigned_64_bits = 2**64
int_googol = 10**100
int_minus_googol = -10**100
int_huge_negative = -(2**4096) + 1

# Floating point numbers
float_zero = 0.0
float_minus_zero = -0.0
float_whole = 1.0
float_tenth = 0.1
float_third = -1 / 3
float_smallest = 5e-324
float_smallest_normal = 2.2250738585072014e-308
float_largest = 1.7976931348623157e308
float_past_the_mantissa = 9007199254740993.0
float_infinity = float('inf')
float_minus_infinity = float('-inf')
float_nan = float('nan')
float_nan_negative = __import__('math').copysign(float('nan'), -1.0)
float_nan_payload = __import__('struct').unpack('<d', bytes([0x39, 0x30, 0, 0, 0, 0, 0xf8, 0x7f]))[0]

# Complex numbers
complex_plain = 1 + 2j
complex_zero = 0j
complex_minus_zeros = complex(-0.0, -0.0)
complex_minus_zero_imaginary = complex(0.0, -0.0)
complex_nan_and_infinity = complex(float('nan'), float('inf'))
complex_infinity_and_nan = complex(float('-inf'), float('nan'))
complex_largest = complex(1.7976931348623157e308, -5e-324)

# Text
str_empty = ''
str_ascii = 'hello'
str_escapes = 'tab\t, line\n, return\r, quotes \' ", backslash \\'
str_latin = 'caf\xe9 \x7f\x80\xff'
str_bmp = '\u4e2d\u6587 \u20ac'
str_bmp_last = '\ufffe\uffff'
str_byte_order_mark = '\ufeffmark'
str_right_to_left = '\u202e\u05d0\u05d1'
str_astral = 'snake \U0001f40d'
str_last_code_point = '\U0010ffff'
str_nul = 'a\0b\0'
str_high_surrogate = '\ud800'
str_low_surrogate = '\udc00'
str_surrogate_pair = '\ud83d\udc0d'
str_surrogates_and_astral = 'a\udfff\U0001f40d\ud800z'
str_combining = 'e\u0301 is not \xe9'
str_long = 'x' * 10_000
str_long_mixed = 'a\xe9\u4e2d\U0001f40d' * 2_500

# Bytes
bytes_empty = b''
bytes_ascii = b'hello'
bytes_every = bytes(range(256))
bytes_not_utf8 = b'\xff\xfe\x00\xc0\x80'
bytes_long = bytes(range(256)) * 64

# Lists
list_empty = []
list_filled = [1, 2, 3]
list_mixed = [None, True, -1, 2.5, 1j, 'text', b'bytes', ['list'], ('tuple',), {'dict': 0}, {7}]
list_bool_int_float = [True, 1, 1.0, False, 0, 0.0, -0.0]
list_nested = [[[[[]]]], [1, [2, [3, [4]]]]]
list_long = list(range(1_000))
list_shared = (lambda shared: [shared, shared])([1])
list_surrogates = ['\ud800', '\ud83d\udc0d', '']
list_deep = __import__('functools').reduce(lambda inner, _: [inner], range(200), [])

# Tuples
tuple_empty = ()
tuple_single = (1,)
tuple_filled = (1, 'two', 3.0)
tuple_nested = ((((((),),),),), 'x')
tuple_of_mutables = ([], {}, set())
tuple_deep = __import__('functools').reduce(lambda inner, _: (inner,), range(200), ())

# Dictionaries
dict_empty = {}
dict_filled = {'one': 1, 'two': 2}
dict_order = {'b': 1, 'a': 2, 'c': 3}
dict_order_after_changes = (lambda d: (d.pop('b'), d.update(b=0), d)[2])({'b': 1, 'a': 2})
dict_keys_of_kinds = {1: 'int', 1.5: 'float', '1': 'str', b'1': 'bytes', None: 'none', 1j: 'complex'}
dict_keys_tuples = {(): 'empty', (1, 2): 'flat', (1, (2, 'x')): 'nested'}
dict_key_true = {True: 'the key is True'}
dict_key_one = {1: 'the key is 1'}
dict_key_zero = {0.0: 'the key is 0.0'}
dict_key_frozenset = {frozenset([1]): 'frozen'}
dict_key_surrogate = {'\ud800': '\udfff'}
dict_nested = {'a': {'b': {'c': {'d': {'e': [1, (2, {3})]}}}}}
dict_deep = __import__('functools').reduce(lambda inner, _: {'in': inner}, range(200), {})

# Sets
set_empty = set()
set_filled = {1, 2, 3}
set_single = {'only'}
set_of_tuples = {(1, 2)}
set_of_kinds = {None}
set_nested = {frozenset({frozenset({frozenset({frozenset()})})})}
frozenset_empty = frozenset()
frozenset_filled = frozenset([1, 2, 3])
frozenset_nested = frozenset([frozenset([frozenset([1])])])

# Subclasses of the types above: each is a handle, not a value
handle_int_subclass = type('I', (int,), {})(5)
handle_float_subclass = type('F', (float,), {})(-0.0)
handle_complex_subclass = type('C', (complex,), {})(1, 2)
handle_str_subclass = type('S', (str,), {})('sub')
handle_bytes_subclass = type('B', (bytes,), {})(b'sub')
handle_list_subclass = type('L', (list,), {})([1])
handle_tuple_subclass = type('T', (tuple,), {})((1, 2))
handle_dict_subclass = type('D', (dict,), {})(a=1)
handle_set_subclass = type('X', (set,), {})([1])
handle_ordered_dict = __import__('collections').OrderedDict(b=1, a=2)
handle_default_dict = __import__('collections').defaultdict(list, a=[1])
handle_counter = __import__('collections').Counter('aab')
handle_namedtuple = __import__('collections').namedtuple('Point', 'x y')(1, 2)
handle_int_enum = __import__('enum').IntEnum('Size', 'SMALL LARGE').LARGE

# Cycles
cycle_list = (lambda a: (a.append(a), a)[1])([1])
cycle_dict = (lambda d: (d.update(me=d), d)[1])({'k': 1})
cycle_tuple = (lambda inner: (lambda t: (inner.append(t), t)[1])((1, inner)))([])
cycle_of_two = (lambda a, b: (a.append(b), b.append(a), a)[2])(['a'], ['b'])
cycle_below = ['above', (lambda a: (a.append(a), a)[1])([1])]
cycle_namespace = (lambda n: (setattr(n, 'me', n), n)[1])(__import__('types').SimpleNamespace())

# What can be called
callable_builtin = len
callable_type = dict
callable_class = type('Made', (), {'__module__': 'made'})
callable_method_of_type = str.upper
callable_partial = __import__('functools').partial(int, base=2)
callable_bound_method = type('Fixed', (), {'__repr__': lambda self: '<fixed>', 'call': lambda self: 1})().call
callable_instance = type('Call', (), {'__repr__': lambda self: '<call>', '__call__': lambda self, n: n * 2})()
callable_in_list = [len, int, [abs]]

# Foreign objects
foreign_object = type('Plain', (), {'__repr__': lambda self: '<plain>'})()
foreign_range = range(3)
foreign_slice = slice(1, None, 2)
foreign_bytearray = bytearray(b'array')
foreign_module = __import__('sys')
foreign_module_made = __import__('types').ModuleType('made')
foreign_keys = {'b': 1, 'a': 2}.keys()
foreign_deque = __import__('collections').deque([1, 2], maxlen=3)
foreign_pattern = __import__('re').compile('a+b*')
foreign_mapping_proxy = __import__('types').MappingProxyType({'a': 1})
foreign_generic = list[int]
foreign_union = int | str
foreign_in_tuple = (1, range(2), ...)

# Exceptions as values
exception_value_error = ValueError('x', 1)
exception_no_arguments = KeyError()
exception_nested = RuntimeError([1, ValueError(2.5)], {'k': None})
exception_surrogate = ValueError('\ud800')
exception_os_error = OSError(2, 'text', 'name')
exception_own_class = type('Own', (Exception,), {})('own')
exception_system_exit = SystemExit(3)
exception_group = ExceptionGroup('group', [ValueError(1), KeyError('k')])
