// Runs a program on Pyodide as python3 would: `node pyodide.mjs …/pyodide.asm.wasm FILE [ARGS…]`. With --version in FILE's
// place it says what runs.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [wasm, file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node pyodide.mjs PYODIDE.wasm FILE [ARGS…]');
  process.exit(2);
}
const folder = dirname(wasm);
const { loadPyodide, version } = await import(pathToFileURL(join(folder, 'pyodide.mjs')));
const { PYTHONHASHSEED = 'random' } = process.env;
const pyodide = await loadPyodide({ indexURL: `${folder}/`, env: { HOME: '/home/pyodide', PYTHONHASHSEED } });

// The program runs in __main__, and ends as under python3: 1 after a traceback, otherwise as it exits.
const RUN = `
def run(source, file, args):
    import sys, traceback
    sys.argv = [file, *args]
    try:
        exec(compile(source, file, "exec"), sys.modules["__main__"].__dict__)
    except SystemExit as end:
        code = end.code
        if code is None or isinstance(code, int):
            return code or 0
        print(code, file=sys.stderr)
        return 1
    except BaseException as error:
        # The frames of this function are no part of the program.
        traceback.print_exception(error.with_traceback(error.__traceback__.tb_next))
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0
run
`;

if (file === '--version') {
  const python = pyodide.runPython('import sys; sys.version.split()[0]');
  console.log(`Pyodide ${version}, CPython ${python}`);
} else {
  const own = pyodide.toPy({});
  const run = pyodide.runPython(RUN, { globals: own });
  process.exitCode = run(readFileSync(file, 'utf8'), file, pyodide.toPy(args));
}
