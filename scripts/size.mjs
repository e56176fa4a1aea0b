// Prints how large the built files are, and fails when the first load is over its budget:  node scripts/size.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.argv[2] ?? "dist";
const limit = 150_000;
const aim = 130_000;
const onDemand = /(^|\/)office-/; // loaded only when a clerk asks for an export

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, "/").length))
  .sort();

const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const rows = files.map((name) => {
  const bytes = readFileSync(join(folder, name));
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, best).length };
});
const first = rows.filter((row) => !onDemand.test(row.name));
const sum = (column) => first.reduce((total, row) => total + row[column], 0);

const line = (...cells) => console.log(cells.map((cell, i) => (i < 3 ? String(cell).padStart(9) : `  ${cell}`)).join(""));
line("raw", "gzip", "brotli", "file");
for (const row of rows) line(row.raw, row.gzip, row.brotli, row.name);
const total = sum("brotli");
line(sum("raw"), sum("gzip"), total, `first load (at most ${limit} in brotli, aim for ${aim})`);

if (total > limit) {
  console.error(`The first load is ${total - limit} bytes over its budget.`);
  process.exit(1);
}
