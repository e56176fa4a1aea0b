// Checks that every quote of the built-in standards stands word for word in the document they rest on:
//   node scripts/check-quotes.mjs SPEECH
// SPEECH is that document as a text file; it is not part of this repository. Ends with 1 and the list
// of quotes that do not stand there.
import { readFile } from "node:fs/promises";

const [path] = process.argv.slice(2);
if (!path) {
  console.error("Usage: node scripts/check-quotes.mjs SPEECH");
  process.exit(2);
}
const speech = await readFile(path, "utf8");

/** Every quote below a value, with the id of what carries it. */
function* quotes(value, id) {
  if (Array.isArray(value)) {
    for (const entry of value) yield* quotes(entry, id);
  } else if (value && typeof value === "object") {
    const own = value.id ?? id;
    for (const [key, entry] of Object.entries(value)) {
      if (key === "quotes") yield* entry.map((quote) => ({ id: own, quote }));
      else yield* quotes(entry, own);
    }
  }
}

let checked = 0;
let missing = 0;
for (const name of ["station", "room"]) {
  const file = new URL(`../standards/${name}.json`, import.meta.url);
  for (const { id, quote } of quotes(JSON.parse(await readFile(file, "utf8")))) {
    checked += 1;
    if (speech.includes(quote)) continue;
    missing += 1;
    console.error(`${name} ${id}: ${quote}`);
  }
}
console.log(`${checked} quotes, ${missing} not found in ${path}`);
process.exit(checked > 0 && missing === 0 ? 0 : 1);
