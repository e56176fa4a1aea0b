// Takes the application's module apart at the function that src/parts.rs marks: what the start needs, and the
// pages, which come after it. Used by scripts/finish.mjs.
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The two modules that come out of the one that cargo built into `target`, each after wasm-opt with these flags,
 * and the glue of the first: `{ start, pages, glue }`.
 */
export async function split(target, flags) {
  const work = mkdtempSync(join(tmpdir(), "xingzhan-parts-"));
  try {
    execFileSync("wasm-split-cli", [join(target, "wasm32-unknown-unknown", "release", "xingzhan.wasm"), work], { stdio: "inherit" });
    execFileSync("wasm-bindgen", ["--target", "no-modules", "--no-typescript", "--keep-lld-exports", "--out-dir", work, "--out-name", "start", join(work, "main.wasm")]);

    const found = readdirSync(work).filter((name) => /^(chunk|split)_/.test(name));
    if (found.join() !== "split_pages.wasm") throw new Error(`other parts than expected: ${found}`);
    const pieces = { start: "start_bg.wasm", pages: "split_pages.wasm" };
    const optimised = await Promise.all(Object.entries(pieces).map(async ([part, name]) => {
      const to = join(work, `${part}.done.wasm`);
      await run("wasm-opt", ["-Oz", ...flags, join(work, name), "-o", to]);
      return [part, readFileSync(to)];
    }));
    // What loads the parts is in static/start.js.
    const loader = 'require("./__wasm_split.js")';
    const glue = readFileSync(join(work, "start.js"), "utf8");
    if (!glue.includes(loader)) throw new Error(`the glue has another form: no ${loader}`);
    return { ...Object.fromEntries(optimised), glue: glue.replaceAll(loader, "window.xingzhanParts") };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
