// The whole job in the oldest Chromium that is promised and in the newest, and what they make of the same
// pages:  node tests/delivery/oldest.mjs DIST OLD MATERIAL
// DIST is a folder that `make dist` filled, OLD the folder that scripts/engine.sh prints, MATERIAL the folder
// that the browser tests' program `material` filled.
import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Browser } from "./devtools.mjs";
import { differences, faults, measure } from "./layout.mjs";
import { Person } from "./person.mjs";
import { addPhotos, seePhotos } from "./photos.mjs";
import { end, serve, test, work } from "./site.mjs";
import { pieces, sheets, unknown } from "./styles.mjs";

// Whole paths: a browser is told where a file is, not from where to look.
const [dist, old, material] = process.argv.slice(2).map((path) => resolve(path));
const station = JSON.parse(readFileSync(join(material, "station.json")));
const plan = JSON.parse(readFileSync(join(material, "draft.json")));
const file = join(work, "xingzhan.html");
cpSync(join(dist, "xingzhan.html"), file);
const server = await serve(dist);
const places = { "over http": server.address, "from the disk": pathToFileURL(file).href };

/** A browser for one piece of work, with a clean profile; the page must not have logged an error. */
async function inBrowser(folder, address, job) {
  const browser = new Browser(folder);
  try {
    const person = await Person.opens(browser, address);
    const result = await job(person);
    // The oldest engine does not know this word of the policy, and says so; it is there for the newer ones.
    assert.deepEqual(person.page.errors.filter((text) => !text.includes("'wasm-unsafe-eval'")), []);
    return result;
  } finally {
    await browser.close();
  }
}

/** The same for a page that is not the application. */
async function onPage(folder, address, job) {
  const browser = new Browser(folder);
  try {
    const page = await browser.page();
    await page.goto(address);
    await page.until("the page is there", "document.readyState === 'complete'");
    return await job(page);
  } finally {
    await browser.close();
  }
}

/** What two files must have in common: everything but when they were made. */
const timeless = ({ time, ...rest }) => rest;
/** What was filled in, without what belongs to one browser. */
const content = ({ record, unit, posts, year, sample, standard }) => ({ record, unit, posts, year, sample: sample ?? false, standard });

/** Fills the whole plan in, with a reload in the middle, and makes the submission. */
async function fillIn(person) {
  const id = await person.begin(station.standard);
  const half = station.steps.findLastIndex(([verb], at) => verb === "go" && at < station.steps.length / 2);
  await person.take(id, station.steps.slice(0, half));
  // Nobody waited for the last letter to be saved.
  await person.reload();
  await person.take(id, [...station.steps.slice(half), ...station.declaration]);
  const made = await person.download("button[data-do=submit]");
  assert.equal(await person.text("[data-done] [data-file]"), made.name);
  assert.equal(await person.text("[data-done] [data-code]"), station.code);
  return made;
}

/** Opens the submission in a browser that knows nothing of it, and saves the draft it becomes. */
async function openAgain(person, made) {
  const id = await person.open(made.file, "submission");
  await person.saved();
  await person.go(`#/d/${id}/send`);
  return JSON.parse((await person.download("button[data-do=save-draft]")).text);
}

const engines = [["oldest", old], ["newest", undefined]];
const submissions = [];
for (const [engine, folder] of engines) {
  for (const [how, address] of Object.entries(places)) {
    await test(`the whole plan is filled in, sent and opened again in the ${engine} Chromium ${how}`, async () => {
      const made = await inBrowser(folder, address, fillIn);
      submissions.push(made);
      assert.equal(made.name, "2026_柏城街道_柏城街道联络站_自评申报_第1次.json");
      assert.deepEqual(timeless(JSON.parse(made.text)), timeless(JSON.parse(station.submission)));
      const again = await inBrowser(folder, address, (person) => openAgain(person, made));
      assert.deepEqual(content(again), content(plan));
    });
  }
}

for (const [how, address] of Object.entries(places)) {
  await test(`photos are added, covered, sent and seen in the oldest Chromium ${how}`, async () => {
    const made = await inBrowser(old, address, (person) => addPhotos(person, material));
    await inBrowser(old, address, (person) => seePhotos(person, made));
    await inBrowser(undefined, address, (person) => seePhotos(person, made));
  });
}

await test("every engine and delivery writes the same bytes, but for the time", () => {
  assert.equal(submissions.length, 4);
  const bytes = submissions.map(({ text }) => text.replace(/"time":"[^"]+"/, ""));
  for (const other of bytes) assert.equal(other, bytes[0]);
});

await test("key parts stand at the same places in the oldest and the newest, and nothing overlaps or sticks out", async () => {
  const seen = [];
  for (const [, folder] of engines) {
    seen.push(await inBrowser(folder, places["from the disk"], (person) => measure(person, join(material, "draft.json"))));
  }
  const wrong = [...seen.flatMap((found, at) => faults(found).map((fault) => `${engines[at][0]}: ${fault}`)), ...differences(...seen)];
  assert.deepEqual(wrong, []);
});

await test("no style sheet asks for what the oldest engine does not know, but for what may go missing", async () => {
  const found = sheets(dist);
  assert.equal(found.length, 2, "the one beside the pages and the one inside the single file");
  await onPage(old, "about:blank", async (page) => {
    const asked = (sheet) => unknown(page, pieces(sheet));
    assert.deepEqual(await asked(found.join("\n")), []);
    // The same question about what came later is answered with each of them.
    const later = ["@layer a { b { color: red } }", "@container (width > 1px) { b { color: red } }", "a { b { color: red } }", "a:has(b) {}", ":is(a, b) {}",
      "a { inset: 0 }", "a { aspect-ratio: 1 }", "a { color: oklch(50% 0 0) }", "@media (width > 1px) { b { color: red } }", "a { page: wide }", "a { width: max(1px, 2dvh) }"];
    for (const sheet of later) assert.notDeepEqual(await asked(sheet), [], sheet);
    assert.deepEqual(await asked("@media print { a:not(.b)::before { grid-gap: 1px; color: var(--x) } } @page :first { margin: 0 }"), []);
  });
});

await server.stop();
end();
