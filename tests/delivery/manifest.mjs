// What is read of the splitter's manifest:  node tests/delivery/manifest.mjs
// tests/fixtures/split holds manifests as wasm-split-cli 0.2.4 wrote them of this program.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { modules } from "../../scripts/split-manifest.mjs";
import { end, test } from "./site.mjs";

const recorded = (name) => readFileSync(new URL(`../fixtures/split/${name}.js`, import.meta.url), "utf8");

await test("a manifest of one module names it with its file", () => {
  assert.deepEqual(modules(recorded("one")), [{ name: "pages", file: "split_pages.wasm", needs: [] }]);
});

await test("what several modules share is named before them, and each says that it needs it", () => {
  assert.deepEqual(modules(recorded("shared")), [
    { name: "chunk_3", file: "chunk_3.wasm", needs: [] },
    { name: "pages", file: "split_pages.wasm", needs: ["chunk_3"] },
    { name: "exchange", file: "split_exchange.wasm", needs: ["chunk_3"] },
  ]);
  // Of three modules there may be several that are shared.
  const three = recorded("shared")
    .replace(/(const __chunk_)3( = makeLoad[^]*?\[\]\);\n)/, (whole, before, after) => `${whole}/* desk, pages */\n${before}4${after.replace("chunk_3", "chunk_4")}`)
    .replace("[__chunk_3]", "[__chunk_3, __chunk_4]");
  assert.deepEqual(modules(three).map(({ name, needs }) => [name, needs]), [["chunk_3", []], ["chunk_4", []], ["pages", ["chunk_3", "chunk_4"]], ["exchange", ["chunk_3"]]]);
});

await test("a manifest of another form is refused with the place", () => {
  // As it is written for bundlers.
  assert.throws(() => modules(recorded("bundler")), /another form at: import \* as __wasm from/);
  const changed = (from, to) => {
    const text = recorded("shared");
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  };
  const others = {
    "a module without a file": ["new URL(\"./split_exchange.wasm\", import.meta.url)", "undefined"],
    "a chunk that needs another": [", []);", ", [__chunk_1]);"],
    "another way to load": ["wrapAsyncCb(makeLoad(", "wrapAsyncCb(loadAhead("],
    "a file elsewhere": ["./split_pages.wasm", "https://host/split_pages.wasm"],
    "a statement more": ["export const", "prefetch();\nexport const"],
  };
  for (const [what, [from, to]] of Object.entries(others)) assert.throws(() => modules(changed(from, to)), /another form at: /, what);
});

await test("a manifest that contradicts itself is refused", () => {
  const shared = recorded("shared");
  assert.throws(() => modules(shared.replace("[__chunk_3]", "[__chunk_9]")), /lacks what a module needs: pages needs chunk_9/);
  assert.throws(() => modules(shared.replace("__wasm_split_load_exchange", "__wasm_split_load_pages")), /names a module twice/);
  assert.throws(() => modules(recorded("one").replace(/export const[^]*/, "")), /names no module/);
});
end();
