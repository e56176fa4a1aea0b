// What can be said of the built files without opening them:  node tests/delivery/files.mjs DIST
// DIST is a folder that `make dist` filled.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { archive, asBytes, isOffice, modules as listed, names, single, sums, tool, unpacked } from "../../scripts/files.mjs";
import { end, test, work } from "./site.mjs";

const dist = process.argv[2] ?? "dist";
const from = (place) => fileURLToPath(new URL(`../../${place}`, import.meta.url));
const read = (name) => readFileSync(join(dist, name));
const isModule = (bytes) => bytes.subarray(0, 4).equals(Buffer.from("\0asm"));

/** Every module that is handed out, beside the page or inside it. */
function modules() {
  const inside = [...read(single).toString().matchAll(/<script id="([\w-]+)" type="text\/plain"[^>]*>([^<]*)</g)]
    .map(([, id, packed]) => [`${single}: ${id}`, unpacked(asBytes(packed))]);
  return [...names(dist).filter((name) => name.endsWith(".wasm")).map((name) => [name, read(name)]), ...inside]
    .filter(([, bytes]) => isModule(bytes));
}

// The very words that the build gives wasm-opt: what they leave out, no module may use.
const [, flags] = /data-wasm-opt-params="([^"]+)"/.exec(readFileSync(from("index.html"), "utf8"));
/** What wasm-opt has to say against a module when only the promised features are switched on; nothing for a good one. */
function refusal(bytes) {
  const file = join(work, "module.wasm");
  writeFileSync(file, bytes);
  const { status, stderr, error } = spawnSync("wasm-opt", [...flags.split(" "), file, "-o", join(work, "again.wasm")], { encoding: "utf8" });
  if (error) throw error;
  return status === 0 ? "" : stderr || `ended with ${status}`;
}
/** A module from its text, with everything switched on. */
function assemble(text) {
  const [source, file] = [join(work, "tiny.wat"), join(work, "tiny.wasm")];
  writeFileSync(source, text);
  execFileSync("wasm-as", ["--all-features", source, "-o", file]);
  return readFileSync(file);
}

await test("every module uses only what the oldest engine knows", () => {
  const found = modules();
  const after = listed(read("index.html").toString());
  assert.deepEqual(after.filter(({ name }) => !name.startsWith("chunk_")).map(({ name }) => name), ["pages", "exchange", "desk"]);
  assert.equal(found.length, 2 * (2 + after.length) + 1, "the start's, what writes mails and workbooks and those after the start, beside the page and inside it; what reads, beside it alone");
  for (const [name, bytes] of found) assert.equal(refusal(bytes), "", name);
  // What stands in the single file is what lies beside the page, to the last byte.
  for (const [name, bytes] of found) assert.equal(found.filter(([, other]) => other.equals(bytes)).length, isOffice(name, "read") ? 1 : 2, name);
});

await test("a module that uses more is refused", () => {
  const more = {
    "reference types": '(module (table 1 externref) (func (export "f") (param externref)))',
    "several results": '(module (func (export "f") (result i32 i32) (i32.const 1) (i32.const 2)))',
    "vectors": '(module (func (export "f") (result v128) (v128.const i32x4 1 2 3 4)))',
    "tail calls": '(module (func $f (export "f") (return_call $f)))',
  };
  for (const [what, text] of Object.entries(more)) assert.notEqual(refusal(assemble(text)), "", what);
  const allowed = '(module (memory 1) (func (export "f") (param f32) (result i32) (i32.extend8_s (i32.trunc_sat_f32_s (local.get 0)))))';
  assert.equal(refusal(assemble(allowed)), "", "what the oldest engine knows is not refused");
});

const { parse } = tool("acorn");
/** Parses a script as an engine of that year's standard would. */
const syntax = (text, year) => parse(text, { ecmaVersion: year, sourceType: "script" });
/** Every script that is handed out, beside the pages or inside them. */
function scripts() {
  const inside = names(dist).filter((name) => name.endsWith(".html")).flatMap((name) =>
    [...read(name).toString().matchAll(/<script(?![^>]*\b(?:src|type)=)[^>]*>([^]*?)<\/script>/g)].map(([, text], at) => [`${name}: script ${at + 1}`, text]));
  return [...names(dist).filter((name) => name.endsWith(".js")).map((name) => [name, read(name).toString()]), ...inside];
}
// Chromium 83 knows all of that year, as `?.` in what wasm-bindgen writes, and nothing of the next.
const isStart = (text) => text.includes('"unsupported"') || text.includes("'unsupported'");

await test("every script is written in the JavaScript of 2020, the start script in that of IE 8", () => {
  const found = scripts();
  assert.ok(found.length >= 5, "start, glue and worker beside the page, start and glue inside the single file");
  for (const [name, text] of found) assert.doesNotThrow(() => syntax(text, 2020), name);
  const starts = found.filter(([, text]) => isStart(text));
  assert.equal(starts.length, 2);
  for (const [name, text] of starts) assert.doesNotThrow(() => syntax(text, 3), name);
  assert.throws(() => syntax("a ??= b", 2020));
  assert.throws(() => syntax("({ get a() { return 1 } })", 3));
});

await test("nothing asks for the option of pictures that the oldest engine answers with an error", () => {
  // createImageBitmap's `imageOrientation: "from-image"` came after it; names stand in the scripts and the modules.
  for (const [name, content] of [...scripts(), ...modules()]) assert.ok(!content.includes("imageOrientation"), name);
});

await test("what is packed out of the same hosted copy has the same bytes, wherever and whenever", () => {
  const folder = join(work, "另一个 folder");
  mkdirSync(folder);
  for (const name of names(dist).filter((name) => ![single, archive, sums].includes(name))) cpSync(join(dist, name), join(folder, name));
  const elsewhere = { ...process.env, TZ: "Asia/Shanghai", LC_ALL: "C", LANG: "zh_CN.GBK" };
  execFileSync(process.execPath, [from("scripts/single.mjs"), folder], { env: elsewhere });
  assert.deepEqual(names(folder), names(dist));
  assert.equal(readFileSync(join(folder, sums), "utf8"), read(sums).toString());
  for (const name of names(folder)) assert.ok(readFileSync(join(folder, name)).equals(read(name)), name);
});
end();
