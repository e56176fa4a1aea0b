// How fast the application is, in the newest Chromium:  node tests/bench/run.mjs DIST MATERIAL COUNTY
// DIST is a folder that `make dist` filled, MATERIAL and COUNTY the folders that the browser tests' programs `material`
// and `county` filled. Some minutes; the computer should do nothing else. Figures to look at, never a test.
import { cpSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Browser } from "../delivery/devtools.mjs";
import { serve, work } from "../delivery/site.mjs";
import { bare, keys, memory, notes, start } from "./measures.mjs";
import { roster, table, takingIn } from "./review.mjs";

// Whole paths: a browser is told where a file is, not from where to look.
const [dist, material, county] = process.argv.slice(2).map((path) => resolve(path));
const [speeds, starts, presses, edits] = [[1, 4], 9, 210, 10_000];
const file = join(work, "xingzhan.html");
cpSync(join(dist, "xingzhan.html"), file);
const server = await serve(dist);
const places = { "hosted copy": server.address, "single file": pathToFileURL(file).href };
const drafts = { "49 items": join(material, "draft.json"), "500 items": join(material, "large.json") };

const rows = [];
const note = (text) => process.stderr.write(`${text} ...\n`);
const ms = (number) => number.toFixed(number < 10 ? 1 : 0);

for (const [where, address] of Object.entries(places)) {
  const found = [];
  for (const slowed of speeds) {
    note(`start, ${where}, ${slowed}x`);
    found.push(await start(address, drafts["49 items"], slowed, starts));
  }
  rows.push([`start to first answerable item, ${where}`, ...found.map((one) => ms(one.answerable)), ""]);
  rows.push([`main thread busy until, ${where}`, ...found.map((one) => ms(one.busy)), "700"]);
}
const among = [];
for (const slowed of speeds) {
  note(`start with 30 drafts, ${slowed}x`);
  among.push(await start(places["single file"], drafts["49 items"], slowed, starts, 29));
}
rows.push(["main thread busy until, single file, with 30 drafts", ...among.map((one) => ms(one.busy)), "1.1 times"]);
const typed = { "nothing but a field": (slowed) => bare(slowed, presses) };
typed["a note, 49 items"] = (slowed) => notes(places["single file"], drafts["49 items"], slowed, presses);
for (const [what, draft] of Object.entries(drafts)) typed[what] = (slowed) => keys(places["single file"], draft, slowed, presses);
for (const [what, measure] of Object.entries(typed)) {
  const found = [];
  for (const slowed of speeds) {
    note(`keys, ${what}, ${slowed}x`);
    found.push(await measure(slowed));
  }
  rows.push([`key press to paint, ${what}, median`, ...found.map((one) => ms(one.median)), ""]);
  rows.push([`key press to paint, ${what}, 95th percentile`, ...found.map((one) => ms(one.most)), measure === typed["nothing but a field"] ? "" : "12 above a field"]);
}
note("memory");
const seen = await memory(places["single file"], drafts["49 items"], edits);

const reviews = [], [most, entries] = [10_000, 100_000];
for (const many of [90, 520, 1000, most]) {
  note(`a county of ${many}`);
  // A unit's line, its file and its name are an entry each.
  reviews.push([many, await takingIn(server.address, county, many, many === most ? entries - 3 * most : 0)]);
}
note("a county's table");
const desk = await table(server.address, county, 520, 20);
note("a roster of 2,000");
const list = await roster(server.address, county, 2000);

const browser = new Browser();
const version = await browser.version();
await browser.close();
await server.stop();

const line = (...cells) => console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(62) : String(cell).padStart(11))).join(""));
console.log(`\n${version} on ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`);
console.log(`Milliseconds; medians of ${starts} starts, ${presses - 10} key presses. "4x" is a processor slowed four times.\n`);
line("", "1x", "4x", "target, 4x");
for (const row of rows) line(...row);
console.log("");
line(`memory, ${edits} edits`, "start", `a tenth`, `all`, "target");
line("JavaScript heap, KB", ...seen.map(({ heap }) => heap.toFixed(0)), "no growth");
line("the module's memory, KB", ...seen.map(({ module }) => module.toFixed(0)), "no growth");
line("elements and texts of the page", ...seen.map(({ nodes }) => nodes), "no growth");
line("event listeners", ...seen.map(({ listeners }) => listeners), "no growth");
console.log("");
line("taking in submissions of 20 KB, 1x", ...reviews.map(([many]) => many), "target");
const of = (name, value, target) => line(name, ...reviews.map(([many, found]) => value(found, many)), target);
const each = (value) => (found, many) => (value(found) / many).toFixed(2);
of("JSON.parse and SHA-256 alone, each", each((found) => found.bare), "");
of("handed over and read by the browser, each", each((found) => found.brought), "");
const judged = (found) => found.memory.work - found.brought;
of("taken in, verified and scored, each", each(judged), "1.00");
of("as many times as JSON.parse and SHA-256", (found) => (judged(found) / found.bare).toFixed(1), "5, aim 3");
of("until it is said what came of it, each", each((found) => found.memory.time), "");
of("the same with a disk, each", each((found) => found.disk.time), "");
of("until all of it is stored, each", each((found) => found.saved), "");
of("longest task", (found) => Math.max(found.memory.task, found.disk.task), "50");
const { large } = reviews.at(-1)[1];
line(`${most} submissions, ${entries} entries, opened anew`, `${ms(large.time)} ms`, "", "", "");
line("the module's memory then, MB", (large.module / 2 ** 20).toFixed(0), "", "", "256");
line("longest task", large.task, "", "", "50");
console.log("");
line("a table of 520, from a change to the frame", "median", "95th", "target");
for (const [name, { median, most }] of Object.entries(desk.changes)) line(name, ms(median), ms(most), "");
line("longest task", desk.task, "", "50");
line("the review opened again and again, KB", "first", "20th", "target");
const [first, last] = [desk.memory[0], desk.memory.at(-1)];
line("JavaScript heap", first.heap.toFixed(0), last.heap.toFixed(0), "no growth");
line("the module's memory", first.module.toFixed(0), last.module.toFixed(0), "no growth");
line("a roster of 2000: until it is there, its longest task, drawing", ms(list.time), list.task, list.drawn);
process.exit(0);
