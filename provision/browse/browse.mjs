// Looks at a built book as its readers do: in a browser, light and dark, wide and narrow.
//
//     node browse.mjs BOOK CHROMIUM [SHOTS | --first-view]
//
// On every page axe-core must find nothing serious; nothing may be fetched that is not the book's own, nothing may go wrong in
// its scripts, and the page itself must not scroll sideways. The overviews must show all of a first look on one screen. Ends
// with 1 if anything of that fails, and says what. With SHOTS, a picture of each page is left in that folder. With --first-view,
// pages are looked at light and wide only, which is where most is found.

import { createRequire } from "node:module";
import { mkdtemp, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";
import { chromium } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const GRAVE = new Set(["serious", "critical"]);
// In the first view everything is looked at; in the others what depends on the theme and on the width.
const OF_COLOURS = { runOnly: ["color-contrast", "link-in-text-block"] };
const OF_WIDTH = { runOnly: ["scrollable-region-focusable", "target-size", "meta-viewport", ...OF_COLOURS.runOnly] };
const VIEWS = [
    { name: "light, wide", theme: "light", width: 1400, height: 900 },
    { name: "dark, wide", theme: "dark", width: 1400, height: 900, rules: OF_COLOURS },
    { name: "light, narrow", theme: "light", width: 380, height: 800, rules: OF_WIDTH },
    { name: "dark, narrow", theme: "dark", width: 380, height: 800, rules: OF_WIDTH },
];
// One screen, as it is often sold.
const SCREEN = { name: "one screen", theme: "light", width: 1280, height: 800 };
const OVERVIEWS = ["overview.html", "overview.ja.html"];
// The contents alone, for readers without scripts; all pages once more, for paper; and the first page under another name.
const LEFT_OUT = new Set(["toc.html", "print.html", "index.html"]);
// What is folded away is to be readable, too. Folds are many and of few kinds, so some of each page are opened; and of the rows
// of a table, which one function makes alike, the first ones are looked at.
const FOLDS_OPENED = 12;
const ROWS_LOOKED_AT = 20;
const PAGES_AT_ONCE = 2;
// A name that nobody can have (RFC 2606). What is asked for there is read from the book's folder.
const ORIGIN = "http://book.invalid";
const TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
};

const [book, browser, option] = process.argv.slice(2);
const views = option === "--first-view" ? VIEWS.slice(0, 1) : VIEWS;
const shots = option === "--first-view" ? undefined : option;
const folder = resolve(book);
const problems = [];
const slowest = [];
let looked = 0;
let minor = 0;

// A profile that is thrown away, and a browser that calls nobody.
async function open(view) {
    const profile = await mkdtemp(join(tmpdir(), "tiers-browse-"));
    const context = await chromium.launchPersistentContext(profile, {
        executablePath: browser,
        headless: true,
        colorScheme: view.theme,
        viewport: { width: view.width, height: view.height },
        args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    });
    let closing = false;
    // A page asks for its search index when it is otherwise done; that answer may find no page any more.
    const unlessClosing = (error) => {
        if (!closing) {
            throw error;
        }
    };
    await context.route("**", (route) => answer(route, view).catch(unlessClosing));
    const close = async () => {
        closing = true;
        await context.close();
        await rm(profile, { recursive: true, force: true });
    };
    return { context, close };
}

async function answer(route, view) {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
        problems.push(`${view.name}: something was asked for at ${url}`);
        return route.abort();
    }
    const file = join(folder, normalize(decodeURIComponent(url.pathname)));
    const body = await readFile(file).catch(() => null);
    return route.fulfill(
        body === null
            ? { status: 404, body: "" }
            : { body, contentType: TYPES[extname(file)] ?? "text/plain" },
    );
}

async function visit(page, view, file) {
    const where = `${file} (${view.name})`;
    const note = (words) => problems.push(`${where}: ${words}`);
    page.removeAllListeners();
    page.on("pageerror", (error) => note(`a script failed: ${error.message}`));
    page.on("console", (message) => {
        if (message.type() === "error") {
            note(`the console says: ${message.text()}`);
        }
    });
    await page.goto(`${ORIGIN}/${file}`);
    return { where, note };
}

async function look(page, view, file) {
    const begun = performance.now();
    const { note } = await visit(page, view, file);
    await page.evaluate((many) => {
        const folds = Array.from(document.querySelectorAll("details"));
        folds.slice(0, many).forEach((fold) => (fold.open = true));
    }, FOLDS_OPENED);
    const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wider > 0) {
        note(`the page is wider than the screen by ${wider} pixels`);
    }
    await page.evaluate((many) => {
        for (const rows of document.querySelectorAll("tbody")) {
            Array.from(rows.children).slice(many).forEach((row) => row.remove());
        }
    }, ROWS_LOOKED_AT);
    await page.addScriptTag({ path: axe });
    const found = await page.evaluate(
        (options) => window.axe.run(document, options),
        { resultTypes: ["violations"], preload: false, ...view.rules },
    );
    for (const violation of found.violations) {
        if (!GRAVE.has(violation.impact)) {
            minor += 1;
            continue;
        }
        const first = violation.nodes[0];
        note(`${violation.id} (${violation.impact}), ${violation.nodes.length} times: ${first.html.slice(0, 200)}`);
        note(`  ${first.failureSummary.replaceAll("\n", " ").slice(0, 300)}`);
    }
    if (shots) {
        const name = `${file.replace(".html", "")}-${view.theme}-${view.width}.png`;
        await page.screenshot({ path: join(shots, name) });
    }
    looked += 1;
    slowest.push([Math.round(performance.now() - begun), `${file} (${view.name})`]);
}

async function fits(page, file) {
    const { note } = await visit(page, SCREEN, file);
    const bottom = await page.evaluate(
        () => document.querySelector(".tiers-glance")?.getBoundingClientRect().bottom ?? Infinity,
    );
    if (bottom > SCREEN.height) {
        note(`the first look ends at ${Math.ceil(bottom)} pixels, below the screen`);
    }
    if (shots) {
        await page.screenshot({ path: join(shots, `${file.replace(".html", "")}-one-screen.png`) });
    }
}

// Takes from a common list until there is nothing left.
async function share(context, files, work) {
    const left = [...files];
    const worker = async () => {
        const page = await context.newPage();
        while (left.length > 0) {
            const file = left.shift();
            await work(page, file);
        }
    };
    await Promise.all(Array.from({ length: PAGES_AT_ONCE }, worker));
}

const started = performance.now();
const files = (await readdir(folder)).filter((file) => file.endsWith(".html") && !LEFT_OUT.has(file)).sort();
if (shots) {
    await mkdir(shots, { recursive: true });
}
for (const view of views) {
    const { context, close } = await open(view);
    await share(context, files, (page, file) => look(page, view, file));
    await close();
}
const { context, close } = await open(SCREEN);
await share(context, OVERVIEWS, fits);
await close();

if (process.env.BROWSE_TIMES) {
    for (const [milliseconds, where] of slowest.sort((one, other) => other[0] - one[0]).slice(0, 10)) {
        console.log(`${milliseconds} ms: ${where}`);
    }
}
for (const problem of problems) {
    console.log(problem);
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
    `browse: ${files.length} pages, ${looked} looks, ${problems.length} problems, ${minor} lesser findings of axe-core, ${seconds} s`,
);
process.exitCode = problems.length === 0 && looked === files.length * views.length ? 0 : 1;
