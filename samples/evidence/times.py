"""datetime, calendar and time, with fixed moments only."""

from campaign import Area
from campaign.pools import POOLS

area = Area(limit=16)
area.use("datetime", "calendar", "time")
D, T, DT, TD, TZ = ("datetime." + name for name in ("date", "time", "datetime", "timedelta", "timezone"))
POOLS[D] = [f"{D}(2024, 1, 15)", f"{D}(2023, 12, 31)", f"{D}(2024, 2, 29)", f"{D}(1, 1, 1)", f"{D}(9999, 12, 31)", f"{D}(1999, 7, 4)", f"{D}(1969, 12, 31)"]
POOLS[T] = [f"{T}(12, 30)", f"{T}()", f"{T}(23, 59, 59, 999999)", f"{T}(1, 2, 3, tzinfo={TZ}.utc)", f"{T}(6, 0, fold=1)"]
POOLS[DT] = [
    f"{DT}(2024, 1, 15, 12, 30)", f"{DT}(2023, 12, 31, 23, 59, 59, 999999)", f"{DT}(2024, 2, 29)", f"{DT}(2024, 1, 1, tzinfo={TZ}.utc)",
    f"{DT}(2000, 1, 1, 1, 2, 3, tzinfo={TZ}({TD}(hours=9)))", f"{DT}(1970, 1, 1)", f"{DT}(1, 1, 1)", f"{DT}(2024, 7, 4, 5, 6, 7, 8, tzinfo={TZ}(-{TD}(hours=3, minutes=30), 'X'))",
]
POOLS[TD] = [f"{TD}(days=1)", f"{TD}()", f"{TD}(hours=5, minutes=30)", f"{TD}(days=-1, seconds=3)", f"{TD}(weeks=2, microseconds=5)", f"{TD}(seconds=0.1)", f"{TD}(days=100, seconds=3599)", f"{TD}(milliseconds=1)"]
POOLS[TZ] = [f"{TZ}.utc", f"{TZ}({TD}(hours=9))", f"{TZ}(-{TD}(hours=3, minutes=30), 'X')", f"{TZ}({TD}(seconds=61))"]
POOLS["year"] = ["2024", "2023", "1999", "1", "9999", "0", "10000"]
POOLS["month"] = ["1", "2", "12", "6", "0", "13"]
POOLS["day"] = ["1", "15", "28", "29", "31", "0", "32"]
POOLS["hour"] = ["0", "12", "23", "24", "-1"]
POOLS["minute"] = ["0", "30", "59", "60"]
POOLS["count"] = ["1", "0", "-1", "30", "0.5", "1000", "2.25"]
POOLS["spec"] = ['"auto"', '"seconds"', '"minutes"', '"milliseconds"', '"x"', '"hours"', '"microseconds"']
POOLS["sep"] = ['" "', '"T"', '"_"']
POOLS["clock"] = ['"12:30"', '"12:30:01.5"', '"T1230"', '"23:59:59.999999+09:00"', '"06"', '""', '"25:00"', '"nonsense"', '"1230"', '"12:30Z"']
POOLS["text"] = [
    '"2024-01-15"', '"2024-01-15T12:30:00"', '"2024-01-15 12:30:00.123456"', '"2024-01-15T12:30:00+09:00"', '"20240115"', '"2024-W03-1"', '"12:30"', '"12:30:01.5"',
    '"T1230"', '"2024-13-01"', '""', '"2024-01-15T12:30:00Z"', '"nonsense"', '"2024-1-5"',
]
DIRECTIVES = "%Y %m %d %H %M %S %f %y %b %B %a %A %j %p %I %U %W %w %Z %z %% %c %x %X %G %V %u %e %D %F %T %s %q".split()
FORMATS = DIRECTIVES + ["%Y-%m-%d", "%d/%m/%Y", "%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%d %B %Y", "%b %d, %Y", "%A, %d %b %Y", "%I:%M %p", "%Y%m%d", "%H:%M", "", "plain", "%Y-%m-%dT%H:%M:%S", "%m/%d/%y", "%-d", "%5Y", "%Y-W%V", "week %U"]

area.function(D, "year,month,day", "year=year,month=month,day=day", limit=40)
area.function(T, "", "hour", "hour,minute", "hour,minute,minute", "hour,minute,minute,count", "hour=hour,minute=minute", f"tzinfo={TZ}/none", limit=20)
area.function(DT, "year,month,day", "year,month,day,hour,minute", "year,month,day,hour,minute,minute", f"year,month,day,tzinfo={TZ}", "year,month,day,hour=hour,minute=minute", limit=30)
area.function(TD, "", "count", "count,count", "days=count", "hours=count", "minutes=count", "seconds=count", "weeks=count", "milliseconds=count", "microseconds=count", "days=count,hours=count", "days=count,hours=count,minutes=count,seconds=count", limit=20)
area.function(TZ, TD, f"{TD},str", limit=20)
area.one(f"{DT}.fromisoformat", f'{DT}.fromisoformat("2024-01-15T24:00")', "24 hours")
area.constant(f"{TZ}.utc", f"{D}.min", f"{D}.max", f"{DT}.min", f"{DT}.max", f"{TD}.min", f"{TD}.max", f"{TD}.resolution", f"{T}.min", "datetime.MINYEAR", "datetime.UTC")
for owner in (D, T, DT):
    area.function(f"{owner}.fromisoformat", "clock" if owner == T else "text", limit=20)
for owner in (D, DT):
    area.function(f"{owner}.fromordinal", "ordinal/year")
    area.function(f"{owner}.fromisocalendar", "year,week,day", limit=24)
POOLS.update({"ordinal": ["738900", "1", "0", "3652059", "3652060"], "week": ["1", "52", "53", "0"], "stamp": ["0", "1700000000", "1.5", "-1", "86400", "1e9", "0.1", "1700000000.123456"]})
area.function(f"{DT}.fromtimestamp", f"stamp,{TZ}", f"stamp,tz={TZ}", limit=24)
area.function(f"{DT}.utcfromtimestamp", "stamp")
area.function(f"{DT}.combine", f"{D},{T}", f"{D},{T},{TZ}", limit=20)
SCANNED = [('"2024-01-15"', '"%Y-%m-%d"'), ('"15/01/2024"', '"%d/%m/%Y"'), ('"2024-01-15 12:30:45"', '"%Y-%m-%d %H:%M:%S"'), ('"Jan 5, 2024"', '"%b %d, %Y"'), ('"12:30 PM"', '"%I:%M %p"'), ('"20240115T123000+0900"', '"%Y%m%dT%H%M%S%z"'), ('"x"', '"%Y"'), ('"2024"', '"%Y-%m"'), ('"2024-02-30"', '"%Y-%m-%d"'), ('"Monday 15 January 2024"', '"%A %d %B %Y"'), ('"1.5"', '"%S.%f"'), ('"024"', '"%j"'), ('"24"', '"%y"'), ('"2024-01-15 x"', '"%Y-%m-%d"'), ('"UTC"', '"%Z"'), ('"5"', '"%q"')]
for text, form in SCANNED:
    area.one(f"{DT}.strptime", f"{DT}.strptime({text}, {form})", "str,str")
    area.one("time.strptime", f"time.strptime({text}, {form})", "str,str")

for owner in (D, DT):
    for name in "isoformat isocalendar isoweekday weekday toordinal timetuple ctime __str__ __repr__ __hash__".split():
        area.method(owner, name, "")
    area.method(owner, "replace", "year=year", "month=month", "day=day", "day=day,month=month,year=year", "year,month,day", limit=20)
    area.attribute(owner, "year", "month", "day")
for owner in (T, DT):
    area.attribute(owner, "hour", "minute", "second", "microsecond", "tzinfo", "fold")
    area.method(owner, "replace", "hour=hour", "minute=minute", f"tzinfo={TZ}/none", "microsecond=count", limit=20)
    for name in "utcoffset dst tzname".split():
        area.method(owner, name, "")
    area.method(owner, "isoformat", "", "timespec=spec" if owner == T else "sep", "timespec=spec", limit=40)
for name in "date time timetz timestamp utctimetuple astimezone __str__".split():
    if name != "astimezone" and name != "timestamp":
        area.method(DT, name, "")
area.method(DT, "astimezone", TZ, f"tz={TZ}", limit=24)
POOLS["aware"] = [POOLS[DT][3], POOLS[DT][4], POOLS[DT][7]]
area.method("aware", "timestamp", "", owner=DT)
area.method(DT, "isoformat", "sep,spec", "sep=sep,timespec=spec", limit=30)
for name in "__str__ __repr__ __hash__ __bool__ isoformat".split():
    area.method(T, name, "")
for name in "total_seconds __str__ __repr__ __hash__ __bool__ __abs__ __neg__".split():
    area.method(TD, name, "")
area.attribute(TD, "days", "seconds", "microseconds")
for name in ("__str__", "__repr__"):
    area.method(TZ, name, "")
for name in ("utcoffset", "tzname", "dst"):
    area.method(TZ, name, f"none/{DT}")

# Formats are rows of their own, with the literal as the kind: what one directive does says nothing of another.
# Years before 1000 are written with fewer digits by some, and are not what programs write.
for owner in (D, T, DT):
    POOLS["modern " + owner] = [text for text in POOLS[owner] if "(1, 1, 1)" not in text]

    def forms(owner=owner):
        for form in FORMATS:
            yield f"{{0}}.strftime('{form}')", "modern " + owner, f"'{form}'", 8

    def inline(owner=owner):
        for form in FORMATS:
            if form and "%q" not in form:
                yield 'f"{{0}:' + form + '}"', "modern " + owner, f"'{form}'", 4

    area.shaped(f"{owner}.strftime", forms)
    area.shaped(f"format:{owner}", inline)
    area.shaped(f"format:{owner}", lambda owner=owner: [('f"{{0}}"', owner, "-", 8), ('"{}".format({0})', owner, "-", 4)])
area.shaped(f"format:{TD}", lambda: [('f"{{0}}"', TD, "-", 8), ('f"{{0}:>20}"', TD, "aw", 4)])

for sign in ("+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", ">", ">="):
    pairs = [f"{D}/{DT},{TD}/{D}/{DT}", f"{TD},{TD}/count/int/float/{D}/{DT}", f"{T},{T}/{TD}", f"count,{TD}", f"{D}/{DT}/{TD},int/none/str"]
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", pairs, limit=16)
for sign in ("+=", "-="):
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}\nreturn {{0}}", [f"{D}/{DT}/{TD},{TD}"], limit=12)
for label, template in (("op:neg", "-{0}"), ("op:bool", "1 if {0} else 0"), ("op:not", "not {0}")):
    area.operator(label, template, [f"{D}/{DT}/{TD}/{T}"])
for name in ("str", "repr", "print", "abs", "bool", "type", "hash"):
    area.function(f"builtins.{name}", f"{D}/{T}/{DT}/{TD}/{TZ}", wrong=False)
area.function("builtins.divmod", f"{TD},{TD}/int", wrong=False, limit=30)
POOLS["dates"] = [f"[{D}(2024, 1, 2), {D}(2023, 5, 6)]", f"[{TD}(1), {TD}(2)]", f"[{DT}(2024, 1, 2), {DT}(2023, 5, 6)]"]
for name in ("sorted", "min", "max", "sum", "list"):
    area.function(f"builtins.{name}", "dates", wrong=False)
area.function("builtins.sum", f"dates,{TD}", wrong=False)
area.program("datetime.tzinfo", "", "import datetime\nclass Z(datetime.tzinfo):\n    def utcoffset(self, d): return datetime.timedelta(hours=1)\n    def tzname(self, d): return 'Z1'\n    def dst(self, d): return None\nprint(datetime.datetime(2024, 1, 1, tzinfo=Z()).isoformat(), datetime.datetime(2024, 1, 1, tzinfo=Z()).strftime('%Z %z'))")

for name in ("isleap", "leapdays"):
    area.function(f"calendar.{name}", "year" if name == "isleap" else "year,year", limit=20)
for name in ("monthrange", "monthcalendar", "month"):
    area.function(f"calendar.{name}", "year,month", limit=36)
area.function("calendar.month", "year,month,two,two", limit=6)
POOLS["two"] = ["2", "3", "1"]
area.function("calendar.weekday", "year,month,day", limit=30)
area.function("calendar.calendar", "good_year", "good_year,two,two,two,two", limit=4)
POOLS["good_year"] = ["2024", "1999"]
area.function("calendar.timegm", "tuple_of_time")
POOLS["tuple_of_time"] = ["(2024, 1, 15, 12, 30, 45, 0, 15, 0)", "(1970, 1, 1, 0, 0, 0)", "(1999, 12, 31, 23, 59, 59)"]
for name in ("day_name", "day_abbr", "month_name", "month_abbr"):
    area.one(f".calendar.{name}", f"list(calendar.{name})")
    area.one(f".calendar.{name}", f"calendar.{name}[1]")
area.constant("calendar.MONDAY", "calendar.SUNDAY", "calendar.JANUARY", "calendar.firstweekday()")
for expression in ["list(calendar.Calendar().itermonthdays(2024, 2))", "calendar.Calendar(6).monthdayscalendar(2024, 2)", "list(calendar.Calendar().itermonthdates(2024, 2))[:3]", "calendar.TextCalendar(6).formatmonth(2024, 2)", "calendar.HTMLCalendar().formatmonth(2024, 2)", "list(calendar.Calendar().iterweekdays())"]:
    area.one(expression.removeprefix("list(").partition("(")[0] + "." + expression.rpartition("(")[0].rpartition(".")[2], expression)
area.function("time.gmtime", "stamp", wrong=False)


def clock():
    for form in FORMATS:
        yield f"time.strftime('{form}', {{0}})", "struct", f"'{form}',time.struct_time", 4


POOLS["struct"] = ["time.gmtime(0)", "time.gmtime(1700000000)", "time.struct_time((2024, 2, 29, 23, 5, 6, 3, 60, 0))"]
area.shaped("time.strftime", clock)
area.function("time.asctime", "struct", wrong=False)
area.function("time.struct_time", "tuple_of_time/tuple[int]")
area.attribute("struct", "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", owner="time.struct_time")
area.program("time.perf_counter", "", "import time\na = time.perf_counter(); b = time.perf_counter()\nprint(type(a).__name__, b >= a)")
area.program("time.monotonic", "", "import time\na = time.monotonic(); b = time.monotonic()\nprint(type(a).__name__, b >= a)")
area.program("time.time", "", "import time\nprint(type(time.time()).__name__, time.time() > 1e9)")
area.program("time.sleep", "int|float", "import time\nprint(time.sleep(0), time.sleep(0.001))")
area.run()
