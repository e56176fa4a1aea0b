// Prints how large the built files are, and fails when they are over their budgets:  node scripts/size.mjs FOLDER
// A KB is 1000 bytes here, the stricter reading.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { isOffice, names, single, use } from "./files.mjs";

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
const pages = table("The pages, fetched as soon as it has started", of("pages"));
const rest = of("worker", "rest");
table("Hosted copy, fetched once the application is ready", rest.filter((row) => !isOffice(row.name)));
table("The same, run only when somebody asks for a mail or a workbook", rest.filter((row) => isOffice(row.name)));
table("Deliveries", of("delivery"));
table("For whoever looks after the web host; no browser asks for it", of("host"));

const budgets = [
  // A bare page of the same framework takes half of the first, W3C's report tool twice as much.
  ["first load, brotli", start.brotli, 130_000, 100_000],
  ["the pages, which come right after the start, brotli", pages.brotli, 620_000, 560_000],
  [`${single}, as it is`, rows.find((row) => row.name === single)?.raw ?? Infinity, 1_650_000, 1_200_000],
];
console.log(`\nBrotli: ${start.brotli} to start, ${start.brotli + pages.brotli} for everything but mails and workbooks\n`);
let over = false;
for (const [what, is, most, aim] of budgets) {
  over ||= is > most;
  console.log(`${is > most ? "OVER " : "      "}${what}: ${is} (at most ${most}, aim for ${aim})`);
}
process.exit(over ? 1 : 0);
