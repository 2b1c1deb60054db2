// Runs a guest that is a WebAssembly reactor on Node's WASI: `node wasi.mjs GUEST.wasm exec FILE [ARGS…]`. It sees what it
// sees under tier-wasm: the standard streams, the folder of its program, clocks. (Node opens a folder for writing too.)
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { WASI } from 'node:wasi';

const [guest, ...words] = process.argv.slice(2);
if (guest === undefined || words[0] !== 'exec' || words.length < 2) {
  console.error('usage: node wasi.mjs GUEST.wasm exec FILE [ARGS…]');
  process.exit(2);
}
const folder = dirname(resolve(words[1]));
if (words[1] !== basename(words[1])) {
  // The folders above are closed: from the working folder there is no way to the program's.
  words[1] = resolve(words[1]);
}
const wasi = new WASI({
  version: 'preview1',
  args: [guest, ...words],
  env: { PWD: process.cwd() },
  preopens: { [folder]: folder },
  returnOnExit: false,
});
// An interpreter begins by running thousands of functions a few times each. What the optimising compiler makes of them comes
// too late to be of use, so it waits for those that run for longer than V8 would by itself.
setFlagsFromString('--wasm-tiering-budget=100000000');
const module = await WebAssembly.compile(await readFile(guest));
const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
try {
  wasi.initialize(instance);
  process.exitCode = instance.exports.tiers_exec();
} catch (error) {
  if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) {
    throw error;
  }
  // A trap, or no stack left: the interpreter broke.
  console.error(`guest: ${error.message}`);
  process.exitCode = 126;
}
