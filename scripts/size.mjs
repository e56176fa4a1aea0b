// Prints how large the built files are, and fails when they are over their budgets:  node scripts/size.mjs FOLDER
// A KB is 1000 bytes here, the stricter reading.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { isOffice, modules, names, officeParts, single, use } from "./files.mjs";

const folder = process.argv[2] ?? "dist";
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const rows = names(folder).map((name) => {
  const bytes = readFileSync(join(folder, name));
  return { name, use: use(name), raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, best).length };
});

const line = (...cells) => console.log(cells.map((cell, i) => (i < 3 ? String(cell).padStart(9) : `  ${cell}`)).join(""));
/** Prints some of the rows and their sum. */
function table(title, chosen) {
  const sum = (column) => chosen.reduce((total, row) => total + row[column], 0);
  console.log(`\n${title}`);
  line("raw", "gzip", "brotli", "file");
  for (const row of chosen) line(row.raw, row.gzip, row.brotli, row.name);
  const all = { raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
  line(all.raw, all.gzip, all.brotli, "in all");
  return all;
}
const of = (...uses) => rows.filter((row) => uses.includes(row.use));

const start = table("First load: what the application starts with", of("start"));
// Each with what it needs and no module before it has brought.
const after = modules(readFileSync(join(folder, "index.html"), "utf8"));
const budgeted = {
  pages: { what: "the form, fetched as soon as it has started", aim: 560_000, most: 620_000 },
  exchange: { what: "paper and files, fetched once the form stands and nobody does anything", aim: 200_000, most: 250_000 },
  // Over its aim: the grid, first scores, replies from chats, photos of forms, sums and hints, bundles that are kept and
  // compared, what two decided differently, what was typed and cannot be decided. See docs/decisions.md.
  desk: { what: "the desk of a township or a county, fetched when its door is opened", aim: 170_000, most: 418_000 },
};
const brought = new Set();
const later = Object.entries(budgeted).map(([name, { what, aim, most }]) => {
  const wanted = after.find((one) => one.name === name);
  const own = [...wanted.needs, name].filter((one) => !brought.has(one));
  for (const one of own) brought.add(one);
  const files = after.filter((one) => own.includes(one.name)).map((one) => one.file);
  return { what, most, aim, brotli: table(`The module ${name}: ${what}`, rows.filter((row) => files.includes(row.name))).brotli };
});
if (brought.size < after.length) throw new Error(`modules without a budget: ${after.map((one) => one.name).filter((name) => !brought.has(name))}`);
const rest = of("worker", "rest");
table("Hosted copy, fetched once the application is ready", rest.filter((row) => !isOffice(row.name)));
const office = Object.fromEntries(officeParts.map((part) => [part, table(
  `The same, run only when somebody asks for a mail or a workbook to be ${part === "read" ? "read" : "written"}`, rest.filter((row) => isOffice(row.name, part)))]));
table("Deliveries", of("delivery"));
table("For whoever looks after the web host; no browser asks for it", of("host"));

const budgets = [
  // A bare page of the same framework takes half of the first, W3C's report tool twice as much.
  ["first load, brotli", start.brotli, 130_000, 100_000],
  ...later.map(({ what, brotli, most, aim }) => [`${what}, brotli`, brotli, most, aim]),
  ["writing mails and workbooks, on demand, brotli", office.write.brotli, 280_000, 260_000],
  // Over its aim for the tables of character codes in it: see docs/decisions.md.
  ["reading mails, archives and workbooks, on demand, brotli", office.read.brotli, 340_000, 240_000],
  // The aim is for the pages there were before the head's page, the numbers, the one-page form and the county's
  // standards: see docs/decisions.md.
  [`${single}, as it is`, rows.find((row) => row.name === single)?.raw ?? Infinity, 2_620_000, 1_650_000],
];
console.log(`\nBrotli: ${start.brotli} to start, ${later.reduce((sum, one) => sum + one.brotli, start.brotli)} for everything but mails and workbooks\n`);
let over = false;
for (const [what, is, most, aim] of budgets) {
  over ||= is > most;
  console.log(`${is > most ? "OVER " : "      "}${what}: ${is} (at most ${most}, aim for ${aim})`);
}
process.exit(over ? 1 : 0);
