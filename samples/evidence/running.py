"""What runs beside or around a program: asyncio, threading, concurrent.futures, logging, argparse, traceback, warnings, contextvars, gc."""

from campaign import Area

area = Area()
PROGRAMS = {
    ("asyncio.run", "coroutine"): "import asyncio\nasync def main():\n    await asyncio.sleep(0)\n    return 42\nprint(asyncio.run(main()))\nasync def bad(): raise ValueError('x')\ntry: asyncio.run(bad())\nexcept ValueError as e: print(type(e).__name__, e)",
    ("asyncio.gather", "coroutine,coroutine"): "import asyncio\nasync def w(n):\n    for i in range(n):\n        print('w', n, i); await asyncio.sleep(0)\n    return n\nasync def main(): return await asyncio.gather(w(1), w(3), w(2))\nprint(asyncio.run(main()))",
    ("asyncio.gather", "coroutine,return_exceptions=bool"): "import asyncio\nasync def ok(): return 1\nasync def bad(): raise KeyError('k')\nasync def main(): print(await asyncio.gather(ok(), bad(), return_exceptions=True))\nasyncio.run(main())",
    ("asyncio.create_task", "coroutine"): "import asyncio\nasync def w(n):\n    await asyncio.sleep(0); print(n); return n * 2\nasync def main():\n    ts = [asyncio.create_task(w(i)) for i in range(3)]\n    print([await t for t in ts], ts[0].done(), ts[0].result())\nasyncio.run(main())",
    ("asyncio.sleep", "float"): "import asyncio\nasync def w(n, d):\n    await asyncio.sleep(d); print(n)\nasync def main(): await asyncio.gather(w('c', 0.06), w('a', 0.001), w('b', 0.03))\nasyncio.run(main())",
    ("asyncio.Queue", ""): "import asyncio\nasync def p(q):\n    for i in range(3): await q.put(i); print('put', i)\n    await q.put(None)\nasync def c(q):\n    while (v := await q.get()) is not None: print('got', v)\nasync def main():\n    q = asyncio.Queue(maxsize=1)\n    await asyncio.gather(p(q), c(q))\nasyncio.run(main())",
    ("asyncio.wait_for", "coroutine,float"): "import asyncio\nasync def slow(): await asyncio.sleep(5)\nasync def main():\n    try: await asyncio.wait_for(slow(), 0.01)\n    except asyncio.TimeoutError as e: print(type(e).__name__)\n    print(await asyncio.wait_for(asyncio.sleep(0, 'v'), 1))\nasyncio.run(main())",
    ("asyncio.Task.cancel", ""): "import asyncio\nasync def w():\n    try: await asyncio.sleep(10)\n    except asyncio.CancelledError: print('cancelled'); raise\nasync def main():\n    t = asyncio.create_task(w()); await asyncio.sleep(0); t.cancel()\n    try: await t\n    except asyncio.CancelledError: print(t.cancelled())\nasyncio.run(main())",
    ("asyncio.Lock", ""): "import asyncio\nasync def w(l, n):\n    async with l: print('in', n); await asyncio.sleep(0); print('out', n)\nasync def main():\n    l = asyncio.Lock(); await asyncio.gather(w(l, 1), w(l, 2)); print(l.locked())\nasyncio.run(main())",
    ("asyncio.Event", ""): "import asyncio\nasync def w(e): await e.wait(); print('set')\nasync def main():\n    e = asyncio.Event(); t = asyncio.create_task(w(e)); await asyncio.sleep(0); e.set(); await t\nasyncio.run(main())",
    ("asyncio.Semaphore", "int"): "import asyncio\nasync def w(s, n):\n    async with s: print('in', n); await asyncio.sleep(0)\nasync def main(): s = asyncio.Semaphore(2); await asyncio.gather(*(w(s, i) for i in range(4)))\nasyncio.run(main())",
    ("asyncio.TaskGroup", ""): "import asyncio\nasync def w(n): await asyncio.sleep(0); return n\nasync def main():\n    async with asyncio.TaskGroup() as g: ts = [g.create_task(w(i)) for i in range(3)]\n    print([t.result() for t in ts])\n    try:\n        async with asyncio.TaskGroup() as g: g.create_task(w(1)); raise ValueError('x')\n    except* ValueError as e: print(len(e.exceptions))\nasyncio.run(main())",
    ("asyncio.as_completed", "list"): "import asyncio\nasync def w(n): await asyncio.sleep(n / 50); return n\nasync def main(): print([await f for f in asyncio.as_completed([w(2), w(0), w(1)])])\nasyncio.run(main())",
    ("asyncio.wait", "set"): "import asyncio\nasync def w(n): await asyncio.sleep(0); return n\nasync def main():\n    d, p = await asyncio.wait([asyncio.create_task(w(i)) for i in range(3)]); print(sorted(t.result() for t in d), len(p))\nasyncio.run(main())",
    ("asyncio.timeout", "float"): "import asyncio\nasync def main():\n    try:\n        async with asyncio.timeout(0.01): await asyncio.sleep(5)\n    except TimeoutError: print('TimeoutError')\nasyncio.run(main())",
    ("asyncio.Future", ""): "import asyncio\nasync def main():\n    l = asyncio.get_running_loop(); f = l.create_future(); l.call_soon(f.set_result, 5); print(await f, f.done())\nasyncio.run(main())",
    ("asyncio.to_thread", "function"): "import asyncio\nasync def main(): print(await asyncio.to_thread(sum, [1, 2]))\nasyncio.run(main())",
    ("asyncio.iscoroutine", "coroutine"): "import asyncio\nasync def f(): return 1\nc = f(); print(asyncio.iscoroutine(c), asyncio.iscoroutinefunction(f)); c.close()",
    ("async for", ""): "import asyncio\nasync def g(n):\n    for i in range(n): await asyncio.sleep(0); yield i\nasync def main():\n    async for i in g(3): print(i)\n    print([i async for i in g(3) if i], {i: 1 async for i in g(2)})\n    a = g(2); print(await anext(a), await a.__anext__(), await anext(a, 'end'))\nasyncio.run(main())",
    ("async with", ""): "import asyncio\nclass A:\n    async def __aenter__(self): print('enter'); return 1\n    async def __aexit__(self, *e): print('exit', e[0] and e[0].__name__); return True\nasync def main():\n    async with A() as v: print(v); raise ValueError\nasyncio.run(main())",
    ("threading.Thread", "target=function"): "import threading\nout = []\nts = [threading.Thread(target=out.append, args=(i,)) for i in range(4)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(sorted(out), ts[0].is_alive())",
    ("threading.Thread", "args=tuple,kwargs=dict,name=str,target=function"): "import threading\ndef f(a, b=0): print(threading.current_thread().name, a, b)\nt = threading.Thread(target=f, args=(1,), kwargs={'b': 2}, name='worker', daemon=True); t.start(); t.join(); print(t.name, t.daemon)",
    ("threading.Thread.run", "subclass"): "import threading\nclass T(threading.Thread):\n    def run(self): self.r = 5\nt = T(); t.start(); t.join(); print(t.r)",
    ("threading.Lock", ""): "import threading\nl = threading.Lock(); n = 0\ndef w():\n    global n\n    for _ in range(100):\n        with l: n += 1\nts = [threading.Thread(target=w) for _ in range(4)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(n, l.locked(), l.acquire(), l.acquire(blocking=False)); l.release()",
    ("threading.Lock", "alone"): "import threading\nl = threading.Lock()\nwith l: print(l.locked())\nprint(l.locked(), l.acquire(), l.acquire(False)); l.release()\ntry: l.release()\nexcept RuntimeError: print('RuntimeError')",
    ("threading.RLock", ""): "import threading\nl = threading.RLock()\nwith l:\n    with l: print('twice')",
    ("threading.local", ""): "import threading\nd = threading.local(); d.x = 1\ndef f(): print(hasattr(d, 'x')); d.x = 2\nt = threading.Thread(target=f); t.start(); t.join(); print(d.x)",
    ("threading.Event", ""): "import threading\ne = threading.Event(); out = []\nt = threading.Thread(target=lambda: (e.wait(), out.append(1))); t.start(); e.set(); t.join(); print(out, e.is_set(), e.wait(0))",
    ("threading.Semaphore", "int"): "import threading\ns = threading.Semaphore(2); print(s.acquire(), s.acquire(), s.acquire(blocking=False)); s.release()",
    ("threading.Condition", ""): "import threading\nc = threading.Condition(); q = []\ndef w():\n    with c:\n        while not q: c.wait()\n        print(q.pop())\nt = threading.Thread(target=w); t.start()\nwith c: q.append(1); c.notify()\nt.join()",
    ("threading.Timer", "float,function"): "import threading\nt = threading.Timer(0.01, print, ['fired']); t.start(); t.join()",
    ("threading.Barrier", "int"): "import threading\nb = threading.Barrier(2)\nt = threading.Thread(target=b.wait); t.start(); b.wait(); t.join(); print(b.parties, b.broken)",
    ("threading.current_thread", ""): "import threading\nprint(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())",
    ("concurrent.futures.ThreadPoolExecutor", "max_workers=int"): "from concurrent.futures import ThreadPoolExecutor, as_completed\nwith ThreadPoolExecutor(max_workers=2) as p:\n    print(list(p.map(lambda x: x * x, range(5))))\n    fs = [p.submit(pow, 2, i) for i in range(4)]\n    print([f.result() for f in fs], sorted(f.result() for f in as_completed(fs)))\n    f = p.submit(lambda: 1 / 0); print(type(f.exception()).__name__, f.done())",
    ("concurrent.futures.Future", ""): "from concurrent.futures import Future\nf = Future(); f.set_result(3); print(f.result(), f.done(), f.cancelled())",
    ("queue.Queue", "between threads"): "import threading, queue\nq = queue.Queue(); out = []\ndef w():\n    while (i := q.get()) is not None: out.append(i * 2); q.task_done()\nt = threading.Thread(target=w); t.start()\nfor i in range(5): q.put(i)\nq.join(); q.put(None); t.join(); print(out)",
    ("contextvars.ContextVar", "str,default=int"): "import contextvars\nv = contextvars.ContextVar('v', default=1)\nt = v.set(2); print(v.get()); v.reset(t); print(v.get())\nc = contextvars.copy_context(); c.run(v.set, 9); print(v.get(), c[v])",
    ("warnings.warn", "str"): "import warnings\nwith warnings.catch_warnings(record=True) as w:\n    warnings.simplefilter('always'); warnings.warn('careful'); warnings.warn('old', DeprecationWarning)\nprint([(str(x.message), x.category.__name__) for x in w])\nwarnings.simplefilter('error')\ntry: warnings.warn('x')\nexcept UserWarning as e: print(type(e).__name__, e)",
    ("gc.collect", ""): "import gc\nprint(gc.isenabled()); gc.disable(); print(gc.isenabled()); gc.enable(); print(type(gc.collect()).__name__)",
    ("atexit.register", "function,str"): "import atexit\nprint(atexit.register(len) is len); atexit.unregister(len)",
    ("signal.getsignal", "int"): "import signal\nprint(signal.SIGINT, int(signal.SIGTERM), signal.Signals(2).name)",
    ("platform.python_implementation", ""): "import platform\nprint(platform.python_implementation(), platform.python_version()[:4])",
    ("getpass.getuser", ""): "import getpass\nprint(type(getpass.getuser).__name__)",
    ("errno.ENOENT", ""): "import errno, os\nprint(errno.ENOENT, errno.errorcode[2], os.strerror(2))",
    ("locale.getlocale", ""): "import locale\nprint(locale.setlocale(locale.LC_ALL, 'C'), locale.format_string('%d', 1234567, grouping=True), locale.localeconv()['decimal_point'])",
    ("timeit.timeit", "str,number=int"): "import timeit\nprint(type(timeit.timeit('1 + 1', number=10)).__name__)",
    ("unittest.TestCase", ""): "import unittest, io\nclass T(unittest.TestCase):\n    def test_a(self): self.assertEqual(1, 1)\n    def test_b(self): self.assertTrue(False)\n    def test_c(self):\n        with self.assertRaises(ValueError): int('x')\nr = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))\nprint(r.testsRun, len(r.failures), len(r.errors), r.wasSuccessful())",
    ("unittest.mock.Mock", ""): "from unittest.mock import Mock, MagicMock, patch\nm = Mock(return_value=3); print(m(1, a=2), m.call_count, m.call_args); m.assert_called_once_with(1, a=2)\nm.x.y.return_value = 5; print(m.x.y(), MagicMock().__len__())\nwith patch('math.sqrt', return_value=9):\n    import math; print(math.sqrt(1))",
    ("doctest.testmod", ""): "import doctest\ndef f():\n    '''\n    >>> 1 + 1\n    2\n    '''\nprint(doctest.run_docstring_examples(f, {}))",
    ("traceback.format_exc", ""): "import traceback\ntry: 1 / 0\nexcept ZeroDivisionError: print(traceback.format_exc())",
    ("traceback.format_exception_only", "exception"): "import traceback\ntry: int('x')\nexcept ValueError as e: print(traceback.format_exception_only(e), traceback.format_exception_only(KeyError, KeyError('k')))",
    ("traceback.print_exc", "file=io.StringIO"): "import traceback, sys\ndef f(): raise ValueError('inner')\ntry:\n    try: f()\n    except ValueError as e: raise KeyError('outer') from e\nexcept KeyError: traceback.print_exc(file=sys.stdout)",
    ("traceback.extract_tb", "traceback"): "import traceback\ndef f(): raise ValueError\ntry: f()\nexcept ValueError as e: print([(x.name, x.lineno) for x in traceback.extract_tb(e.__traceback__)])",
    ("traceback.format_stack", ""): "import traceback\nprint(len(traceback.format_stack()) > 0, traceback.extract_stack()[-1].name)",
    ("traceback.TracebackException", ""): "import traceback\ntry: [][1]\nexcept IndexError as e: print(list(traceback.TracebackException.from_exception(e).format_exception_only()))",
}
LOG = "import logging, io\nf = io.StringIO()\nh = logging.StreamHandler(f)\nh.setFormatter(logging.Formatter({format}))\nl = logging.getLogger('app.part')\nl.handlers[:] = [h]; l.propagate = False; l.setLevel(logging.DEBUG)\nl.debug('d %s', 1); l.info('i %d %r', 2, 'x'); l.warning('w'); l.error('e %(a)s', {{'a': 3}}); l.critical('c'); l.log(25, 'odd')\nprint(f.getvalue())"
for form in ("'%(levelname)s:%(name)s:%(message)s'", "'%(message)s'", "'{levelname} {message}', style='{'", "'%(levelno)d [%(funcName)s] %(message)s'", "'%(name)-12s %(levelname)8s %(message)s'", "'%(module)s %(lineno)d %(message)s'"):
    signature = "str,style=str" if "style" in form else "str"
    area.program("logging.Formatter", signature, LOG.format(format=form))
PROGRAMS.update({
    ("logging.basicConfig", "format=str,level=int,stream=io.StringIO"): "import logging, sys\nlogging.basicConfig(level=logging.INFO, format='%(levelname)s %(name)s %(message)s', stream=sys.stdout, force=True)\nlogging.debug('no'); logging.info('yes %s', 1); logging.getLogger('a.b').warning('w')\nlogging.getLogger().handlers.clear()",
    ("logging.Logger.exception", "str"): "import logging, sys\nlogging.basicConfig(format='%(message)s', stream=sys.stdout, force=True)\ntry: 1 / 0\nexcept ZeroDivisionError: logging.exception('oops')\nlogging.getLogger().handlers.clear()",
    ("logging.getLevelName", "int"): "import logging\nprint(logging.getLevelName(20), logging.getLevelName('INFO'), logging.getLevelName(25), logging.getLogger('q'), logging.WARNING, logging.getLogger('a.b').parent.name)",
    ("logging.Filter", ""): "import logging, sys\nclass F(logging.Filter):\n    def filter(self, r): return 'keep' in r.getMessage()\nl = logging.getLogger('f'); h = logging.StreamHandler(sys.stdout); h.addFilter(F()); l.handlers[:] = [h]; l.propagate = False\nl.warning('keep me'); l.warning('drop')\nprint(l.isEnabledFor(10), l.getEffectiveLevel(), l.hasHandlers())",
    ("logging.Handler", ""): "import logging\nclass H(logging.Handler):\n    def emit(self, r): print(r.levelname, r.getMessage(), r.args)\nl = logging.getLogger('h'); l.addHandler(H()); l.propagate = False; l.error('x %s', 5)\nlogging.LoggerAdapter(l, {'k': 1}).error('adapted')",
})
PARSER = "import argparse\np = argparse.ArgumentParser(prog='prog', description='Does things.', epilog='The end.')\np.add_argument('files', nargs='*', help='what to read')\np.add_argument('-n', '--number', type=int, default=3, help='how many (default: %(default)s)')\np.add_argument('-v', '--verbose', action='store_true')\np.add_argument('--mode', choices=['a', 'b'], default='a')\np.add_argument('--tag', action='append', metavar='T')\np.add_argument('-c', action='count', default=0)\n"
for words in ("[]", "['x', 'y']", "['-n', '5']", "['--number=7', '-v', 'f']", "['--mode', 'b', '--tag', '1', '--tag', '2']", "['-ccc', '-vn4']", "['--num', '9']", "['--', '-x']"):
    area.program("argparse.ArgumentParser.parse_args", "list[str]", PARSER + f"print(p.parse_args({words}))")
for words in ("['--mode', 'z']", "['-n', 'x']", "['--nope']", "['-h']", "['--n']", "['-n']"):
    area.program("argparse.ArgumentParser.parse_args", "wrong", PARSER + f"import sys\nsys.stderr = sys.stdout\ntry: p.parse_args({words})\nexcept SystemExit as e: print(e.code)")
PROGRAMS.update({
    ("argparse.ArgumentParser.format_help", ""): PARSER + "print(p.format_help())",
    ("argparse.ArgumentParser.format_usage", ""): PARSER + "print(p.format_usage()); p.print_usage()",
    ("argparse.ArgumentParser.parse_known_args", "list[str]"): PARSER + "print(p.parse_known_args(['a', '--zzz', '-v']))",
    ("argparse.ArgumentParser.add_subparsers", "dest=str"): "import argparse\np = argparse.ArgumentParser(prog='prog')\ns = p.add_subparsers(dest='cmd', required=True)\na = s.add_parser('add', help='adds'); a.add_argument('x', type=int)\nr = s.add_parser('rm'); r.add_argument('--all', action='store_true')\nprint(p.parse_args(['add', '3']), p.parse_args(['rm', '--all']))\nprint(p.format_help())",
    ("argparse.ArgumentParser.add_mutually_exclusive_group", ""): "import argparse\np = argparse.ArgumentParser(prog='prog')\ng = p.add_mutually_exclusive_group()\ng.add_argument('--a', action='store_true'); g.add_argument('--b', action='store_true')\nprint(p.parse_args(['--a'])); print(p.format_usage())",
    ("argparse.ArgumentParser.add_argument_group", "str"): "import argparse\np = argparse.ArgumentParser(prog='prog', add_help=False, formatter_class=argparse.ArgumentDefaultsHelpFormatter)\ng = p.add_argument_group('group', 'of things')\ng.add_argument('--a', type=float, default=1.5, help='a number')\np.add_argument('pos', nargs='+'); p.add_argument('--flag', action=argparse.BooleanOptionalAction)\nprint(p.parse_args(['q', '--a', '2', '--no-flag'])); print(p.format_help())",
    ("argparse.Namespace", "a=int"): "import argparse\nn = argparse.Namespace(a=1, b='x'); print(n, vars(n), 'a' in n, n == argparse.Namespace(a=1, b='x'))",
})
for (label, signature), source in PROGRAMS.items():
    area.program(label, signature, source)
area.run()
