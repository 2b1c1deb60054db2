"""math, cmath, statistics, fractions, decimal, random, numbers, colorsys."""

from campaign import Area
from campaign.pools import ALIASES, POOLS

area = Area(limit=20)
area.use("math", "cmath", "statistics", "fractions", "decimal", "random", "numbers", "colorsys")

POOLS["unit"] = ["0.5", "0", "1", "-1", "-0.25", "0.1", "0.99", "2", "-1.5"]
POOLS["positive"] = ["2", "1", "10", "0.5", "100", "1e10", "2.5", "1/3", "1000000", "7", "0.001", "8", "1024", "0", "-1"]
POOLS["angle"] = ["0", "1", "0.5", "-1.5", "3.14159", "10", "100", "1e6", "-0.1", "math.pi", "math.pi / 2", "2 * math.pi", "math.e"]
POOLS["natural"] = ["5", "0", "1", "10", "20", "3", "-1", "12", "100"]
POOLS["exponent"] = ["2", "0", "1", "-1", "3", "0.5", "10", "-0.5"]
POOLS["points"] = ["[1, 2]", "(0.5, -1.5)", "[0, 0, 0]", "[1.0]", "(3, 4)", "[]"]
POOLS["tolerance"] = ["1e-9", "0.1", "0", "1", "-1"]

area.constant("math.pi", "math.e", "math.tau", "math.inf", "math.nan", "cmath.pi", "cmath.e", "cmath.inf", "cmath.infj")
ONE = "acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor gamma isfinite isinf isnan lgamma log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp frexp log".split()
for name in ONE:
    area.function(f"math.{name}", "int/float/bool/bigint/xfloat/complex/instance/unit/positive/angle", limit=20)
for name in ("atan2", "copysign", "fmod", "remainder", "nextafter", "hypot", "ldexp"):
    area.function(f"math.{name}", "int/float/bool/xfloat/positive,int/float/bool/xfloat/exponent", limit=20)
area.function("math.pow", "int/float/bool/xfloat/positive,exponent", limit=40)
area.function("math.hypot", "", "float", "float/int,float,float/int")
area.function("math.log", "positive/int/bigint,positive/int", limit=30)
area.function("math.isqrt", "natural/bool/float/bigint/int", limit=12)
for name in ("factorial", "perm"):
    # Not just any int: what is asked for has to be something that one can wait for.
    area.function(f"math.{name}", "natural/bool/float/str/none/list[int]/instance", limit=12, wrong=False)
for name in ("comb", "perm"):
    area.function(f"math.{name}", "natural/bool,natural/none", limit=40)
for name in ("gcd", "lcm"):
    area.function(f"math.{name}", "", "int/bool", "int/bigint,int/bigint/bool", "int,int,int")
area.function("math.dist", "points,points", limit=30)
area.function("math.fsum", "iterable", limit=7)
area.function("math.prod", "list[int]/list[float]/list[]/range/tuple[int]/iterator[int]/list[float|int]/list[str]/list[bool]", "list[int]/list[float],start=int/float")
area.function("math.sumprod", "points,points")
area.function("math.isclose", "float/int,float/int", "float,float,rel_tol=tolerance", "float,float,abs_tol=tolerance")
COMPLEX = "int/float/complex/xfloat/bool/angle"
for name in "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh phase polar isfinite isinf isnan".split():
    area.function(f"cmath.{name}", COMPLEX, limit=14)
area.function("cmath.rect", "positive,angle", limit=24)
area.function("cmath.log", "complex,int")
area.function("cmath.isclose", "complex,complex/float")

DATA = "list[int]/list[float]/list[float|int]/tuple[int]/range/iterator[int]/iterator[float]/list[]/list[bool]/fractions/decimals/dict_values[int|str]"
POOLS["fractions"] = ["[fractions.Fraction(1, 2), fractions.Fraction(1, 3)]", "[fractions.Fraction(3), 4]"]
POOLS["decimals"] = ['[decimal.Decimal("1.5"), decimal.Decimal("2.25")]', "[decimal.Decimal(1), 2]"]
for name in "mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode pstdev pvariance stdev variance quantiles".split():
    area.function(f"statistics.{name}", DATA + "/long/list[str]", limit=7)
POOLS["long"] = ["[1, 5, 2, 8, 7, 9, 12, 3]", "[2.5, 3.1, 0.2, 9.75, 1e3]", "[1, 1, 2, 2, 3]", "[10, 20, 30, 40, 50]", '["a", "b", "a"]']
area.function("statistics.quantiles", "long,n=natural", "long,method=method", limit=30)
POOLS["method"] = ['"inclusive"', '"exclusive"', '"x"']
for name in ("correlation", "covariance", "linear_regression"):
    area.function(f"statistics.{name}", "long,long", limit=16)
area.function("statistics.fmean", "long,weights=long", limit=12)
area.function("statistics.NormalDist", "", "float", "float,float", limit=8)
POOLS["statistics.NormalDist"] = ["statistics.NormalDist(0, 1)", "statistics.NormalDist(10.5, 2.5)"]
for name in ("pdf", "cdf", "zscore"):
    area.method("statistics.NormalDist", name, "float/int", limit=12)
area.method("statistics.NormalDist", "inv_cdf", "unit")
area.attribute("statistics.NormalDist", "mean", "stdev", "variance", "median")

# Fractions.
F = "fractions.Fraction"
POOLS[F] = [f"{F}(1, 2)", f"{F}(-3, 4)", f"{F}(5)", f"{F}(0)", f"{F}(22, 7)", f"{F}(1, 3)", f"{F}(10**20, 3)"]
POOLS["fraction"] = ['"1/2"', '"3"', '"-5/7"', '"0.25"', '"1e3"', '""', '"a/b"', '"1/0"', '" 3/4 "']
ALIASES["fraction_or"] = F + "/int/float/bool/complex"
area.function(F, "", "fraction/int/float/bool/xfloat/decimals/none", "int,int", "numerator=int,denominator=int", F, limit=20)
for name in ("limit_denominator", "as_integer_ratio", "is_integer", "__str__", "__repr__", "__hash__", "__float__", "__floor__", "__ceil__", "__round__", "__bool__", "__abs__", "__neg__"):
    area.method(F, name, "")
area.method(F, "limit_denominator", "natural")
area.method(F, "__round__", "natural")
area.attribute(F, "numerator", "denominator", "real", "imag")

# Decimals.
D = "decimal.Decimal"
POOLS[D] = [f'{D}("1.5")', f'{D}("-0.10")', f"{D}(3)", f'{D}("0")', f'{D}("1E+5")', f'{D}("123.456")', f'{D}("2.675")', f'{D}("0.1")', f'{D}("-7")', f'{D}("1e-10")']
POOLS["xdecimal"] = [f'{D}("NaN")', f'{D}("Infinity")', f'{D}("-0")', f'{D}("sNaN")']
POOLS["decimal"] = ['"3.14"', '"-2.50"', '"1e5"', '"NaN"', '"inf"', '""', '"abc"', '"1_000.5"', '" 7 "', '"0.1"', '"-0"', '"1.10E-7"']
area.function(D, "", "decimal/int/float/bool/xfloat/bigint/none/tuple[int]/list[int]", D, "digits", limit=20)
POOLS["digits"] = ["(0, (1, 2, 3), -2)", "(1, (5,), 3)", "(0, (0,), 0)"]
for name in "as_tuple as_integer_ratio sqrt exp ln log10 normalize to_integral_value to_integral_exact is_nan is_infinite is_zero is_signed is_finite adjusted copy_abs copy_negate number_class radix canonical to_eng_string next_plus next_minus logb __str__ __repr__ __hash__ __int__ __float__ __bool__ __abs__ __neg__ __pos__ __round__ __floor__ __ceil__ __trunc__".split():
    area.method(D, name, "")
for name in "compare max min quantize remainder_near same_quantum scaleb copy_sign fma".split():
    area.method(D, name, f"{D}/int/float/str" if name != "fma" else f"{D}/int,{D}/int", limit=20)
POOLS["rounding"] = ["decimal." + name for name in "ROUND_HALF_UP ROUND_HALF_EVEN ROUND_DOWN ROUND_UP ROUND_FLOOR ROUND_CEILING ROUND_HALF_DOWN ROUND_05UP".split()]
POOLS["cents"] = [f'{D}("0.01")', f'{D}("1")', f'{D}("0.1")', f'{D}("1E+1")', f'{D}(".001")']
area.method(D, "quantize", "cents", "cents,rounding=rounding", "cents,rounding", limit=60)
area.method(D, "to_integral_value", "rounding=rounding", limit=40)
area.method(D, "__round__", "natural", limit=20)
area.function("decimal.getcontext")
area.function("decimal.Context", "", "prec=natural", "prec=natural,rounding=rounding", limit=8, wrong=False)
for label, signature, source in [
    ("decimal.getcontext", "", "import decimal\nc = decimal.getcontext()\nc.prec = 6\nprint(decimal.Decimal(1) / 7, c.prec, c.rounding)\nc.prec = 28"),
    ("decimal.localcontext", "", "import decimal\nwith decimal.localcontext() as c:\n    c.prec = 5\n    print(decimal.Decimal(2).sqrt())\nprint(decimal.Decimal(2).sqrt())"),
    ("decimal.localcontext", "", "import decimal\nwith decimal.localcontext(decimal.Context(prec=3)):\n    print(decimal.Decimal(10) / 3, decimal.Decimal('1.2345') + 0)"),
]:
    area.program(label, signature, source)
SIGNS = ["+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", ">", ">="]
for sign in SIGNS:
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", [f"{F},fraction_or", f"int/float/bool,{F}", f"{D},{D}/int/bool/float/{F}", f"int/bool/float,{D}", f"xdecimal,{D}/int"], limit=20)
area.operator("op:**", "{0} ** {1}", [f"{F},exponent", f"{D},exponent/cents", f"natural,{D}", f"exponent,{F}"], limit=20)
for sign in ("neg -", "pos +"):
    area.operator("op:" + sign[:3], sign[4] + "{0}", [F, D])
for name in ("abs", "round", "int", "float", "str", "repr", "bool", "hash", "print", "divmod", "sum", "max", "min", "sorted", "complex"):
    second = {"divmod": f",{F}/{D}/int"}.get(name, "")
    if name in ("sum", "max", "min", "sorted"):
        area.function(f"builtins.{name}", "fractions/decimals", wrong=False)
    else:
        # What is no number is hashed by its address.
        kinds = f"{F}/{D}" if name == "hash" else f"{F}/{D}/xdecimal"
        area.function(f"builtins.{name}", kinds + second, wrong=False)
area.function("builtins.round", f"{F}/{D},natural", wrong=False, limit=30)


def spelled():
    for kind in (D, F):
        for shape, specs in {"-": [""], ".f": [".2f", ".0f", ".3f"], "w": ["10"], "aw": [">10", "<8"], ",.f": [",.2f"], "w.f": ["8.2f"], ",": [","], "aw.f": [">10.2f"], "e": ["e"], "g": ["g"], ".%": [".1%"], "%": ["%"], "s.f": ["+.2f"], "0w.f": ["08.2f"], ".e": [".3e"], "f": ["f"]}.items():
            for spec in specs:
                yield kind, shape, spec


for kind, shape, spec in list(spelled()):
    area.shaped(f"format:{kind}", lambda kind=kind, shape=shape, spec=spec: [('f"{{0}:' + spec + '}"', kind, shape, 8)])
for letter in ("s", "d", ".f"):
    for kind in (D, F):
        spec = {"s": "%s", "d": "%d", ".f": "%.2f"}[letter]
        area.shaped(f"%{kind}", lambda kind=kind, shape=letter, spec=spec: [(f'"{spec}" % {{0}}', kind, shape, 8)])

# Random, seeded.
POOLS["random.Random"] = ["random.Random(1)", "random.Random(42)", 'random.Random("seed")', "random.Random(0)", "random.Random(2.5)", "random.Random(-7)"]
POOLS["sequence"] = ["[1, 2, 3, 4, 5]", '"abcdef"', "(1,)", "range(10)", '["x", "y"]']
POOLS["items"] = ["[1, 2, 3, 4, 5]", "[]", "list(range(20))", '["a", "b", "c"]']
POOLS["weights"] = ["[1, 2, 3, 4, 5]", "[0.5, 0.1, 0.1, 0.2, 0.1]"]
R = {
    "random": [""], "randint": ["natural,positive", "ten,hundred"], "randrange": ["hundred", "ten,hundred", "ten,hundred,three"],
    "choice": ["sequence/list[]/list[str]"], "choices": ["sequence", "sequence,k=ten", "five,weights=weights,k=ten", "five,weights", "five,cum_weights=cumulative,k=ten"],
    "shuffle": ["items"], "sample": ["sequence,three", "items,k=three", "five,counts=five,k=three"], "uniform": ["float,float", "ten,hundred"],
    "gauss": ["unit,unit", "", "mu=unit,sigma=unit"], "normalvariate": ["unit,unit", ""], "expovariate": ["unit", ""], "betavariate": ["one,one"],
    "gammavariate": ["one,one"], "triangular": ["", "ten,hundred", "ten,hundred,ten"], "getrandbits": ["ten", "bits"], "lognormvariate": ["unit,unit"],
    "paretovariate": ["one"], "vonmisesvariate": ["one,one"], "weibullvariate": ["one,one"], "randbytes": ["ten"], "binomialvariate": ["ten,unit"],
}
POOLS.update({"ten": ["10", "5", "1", "8"], "hundred": ["100", "20", "1000", "11"], "three": ["3", "1", "2", "0", "99"], "five": ["[1, 2, 3, 4, 5]", '"abcde"'], "cumulative": ["[1, 2, 3, 5, 8]"], "one": ["1.0", "2.5", "0.5"], "bits": ["64", "32", "100", "0", "-1"]})
for name, signatures in R.items():
    area.method("random.Random", name, *signatures, limit=18)
    area.function(f"random.{name}", *signatures, source=f"(random.seed(7), random.{name})[1]", limit=12)
area.method("random.Random", "seed", "int/str/float/none/bytes")
area.function("random.seed", "int/str/float/bytes/bool", wrong=False)
area.function("random.Random", "int/str/float/bytes/bool", wrong=False, source="(lambda *a: random.Random(*a).random())")
for label, source in {
    "random.Random.getstate": "import random\nr = random.Random(3)\ns = r.getstate()\na = r.random()\nr.setstate(s)\nprint(a == r.random(), a)",
    "random.random": "import random\nrandom.seed(5)\nprint([random.random() for _ in range(5)], random.randint(1, 6), random.choice('abc'))",
}.items():
    area.program(label, "", source)
POOLS["abstract"] = ["numbers." + each for each in ("Number", "Complex", "Real", "Rational", "Integral")]
for value in ("3", "2.5", "True", "1j", '"a"', f"{F}(1, 2)", f"{D}(1)"):
    for abstract in POOLS["abstract"]:
        area.one("builtins.isinstance", f"isinstance({value}, {abstract})", f"object,{abstract}")
for name in ("rgb_to_hsv", "hsv_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_yiq", "yiq_to_rgb"):
    area.function(f"colorsys.{name}", "colour,colour,colour", limit=30)
POOLS["colour"] = ["0.5", "0.0", "1.0", "0.25", "0.1", "0.75"]
area.run()
