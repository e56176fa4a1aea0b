// Checks that nothing that is handed out names an address elsewhere:  node scripts/check-addresses.mjs FOLDER
// The policies in the pages forbid every connection; this keeps one from being written in the first place.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { archive, asBytes, names, single, tool, unpacked } from "./files.mjs";

// Names that look like addresses. The browser never asks for them, they only say what kind of element is meant.
const harmless = [
  "http://www.w3.org/2000/svg", // of drawings, in the icon and in what the application draws
  "http://www.w3.org/2001/XMLSchema", // and these of parts of a workbook, in the office module
  "http://purl.org/dc/",
  "http://schemas.openxmlformats.org/",
  "http://schemas.microsoft.com/office/",
];
// With a scheme, or without one where an attribute, a string or url(...) begins.
const address = /\b(?:https?|wss?|ftp):\/\/[^\s"'`<>)\\]{0,80}|["'`(=]\/\/[\w-]+\.[\w.-]{2,80}/gi;

const folder = process.argv[2] ?? "dist";
const packed = /(<script id="([\w-]+)" type="text\/plain">)([^<]*)/g;
/** The single file without what is packed in it: as text that may look like anything, and is searched unpacked. */
const bare = (name, bytes) => (name.endsWith(single) ? Buffer.from(bytes.toString().replace(packed, "$1")) : bytes);
/** Everything to search: each file, and what is packed inside one. */
function* contents() {
  const { unzipSync } = tool("fflate");
  for (const name of names(folder)) {
    const bytes = readFileSync(join(folder, name));
    if (name === archive) {
      for (const [inside, content] of Object.entries(unzipSync(bytes))) yield [`${name}: ${inside}`, bare(inside, Buffer.from(content))];
    } else yield [name, bare(name, bytes)];
    if (name !== single) continue;
    for (const [, , id, text] of bytes.toString().matchAll(packed)) {
      yield [`${name}: ${id}`, unpacked(asBytes(text))];
    }
  }
}

let searched = 0;
let wrong = 0;
for (const [name, bytes] of contents()) {
  searched += 1;
  for (const [found] of bytes.toString("latin1").matchAll(address)) {
    // In the module texts stand without a gap between them, so only the beginning can be compared.
    if (harmless.some((known) => found.startsWith(known))) continue;
    wrong += 1;
    console.error(`${name}: ${found}`);
  }
}
console.log(`${searched} files searched, ${wrong} addresses found that do not belong there`);
process.exit(searched > 0 && wrong === 0 ? 0 : 1);
