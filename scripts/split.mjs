// Takes the application's module apart at the functions that src/modules.rs marks: what the start needs, the modules that
// come after it, and what several of those share. Used by scripts/finish.mjs.
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { modules as listed } from "./split-manifest.mjs";

const run = promisify(execFile);

/** Fails unless a module asks for nothing but what static/start.js gives it: what the start's module exports. */
function links(name, bytes, start) {
  const given = new Set(WebAssembly.Module.exports(new WebAssembly.Module(start)).map((one) => one.name));
  const lacks = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter((one) => one.module !== "__wasm_split" || !given.has(one.name));
  if (lacks.length) throw new Error(`the module ${name} asks for what is not there: ${JSON.stringify(lacks)}`);
}

/** The profile that cargo built with. What `make watch` builds is not made small: that takes most of the time. */
const profile = process.env.TRUNK_BUILD_CARGO_PROFILE ?? "release";

/**
 * The modules that come out of the one that cargo built into `target`, each after wasm-opt with these flags:
 * `{ start, glue, modules: [{ name, file, needs }] }`, the bytes of the first and its glue, and of each other its name,
 * its bytes, and the names of those that must be loaded before it.
 */
export async function split(target, flags) {
  const work = mkdtempSync(join(tmpdir(), "xingzhan-parts-"));
  try {
    execFileSync("wasm-split-cli", [join(target, "wasm32-unknown-unknown", profile, "xingzhan.wasm"), work], { stdio: "inherit" });
    execFileSync("wasm-bindgen", ["--target", "no-modules", "--no-typescript", "--keep-lld-exports", "--out-dir", work, "--out-name", "start", join(work, "main.wasm")]);

    const list = listed(readFileSync(join(work, "__wasm_split.js"), "utf8"));
    const files = readdirSync(work).filter((name) => /^(chunk|split)_/.test(name)).sort();
    if (list.map((one) => one.file).sort().join() !== files.join()) throw new Error(`other files than the manifest names: ${files}`);
    // Browsers compile a function when it is first called, and a third of the start's time went into that. With the tiny
    // ones put into those that call them there are a sixth fewer; in brotli it is no more than what -Oz makes of it.
    // Those that have one caller stay on their own: put into it, what is alike is not side by side any more. By name, those
    // that are made of one another's source are: a twentieth less when packed.
    const level = ["-O2", "--always-inline-max-function-size=8", "--one-caller-inline-max-function-size=0", "--reorder-functions-by-name"];
    const [start, ...others] = await Promise.all(["start_bg.wasm", ...list.map((one) => one.file)].map(async (name) => {
      if (profile !== "release") return readFileSync(join(work, name));
      const to = join(work, `${name}.done`);
      await run("wasm-opt", [...level, ...flags, join(work, name), "-o", to]);
      return readFileSync(to);
    }));
    list.forEach(({ name }, at) => links(name, others[at], start));

    // What loads the modules is in static/start.js. It is told which can be asked for: all but what is shared.
    const loader = 'require("./__wasm_split.js")';
    const glue = readFileSync(join(work, "start.js"), "utf8");
    if (!glue.includes(loader)) throw new Error(`the glue has another form: no ${loader}`);
    const shared = new Set(list.flatMap((one) => one.needs));
    const asked = list.map((one) => one.name).filter((name) => !shared.has(name));
    return {
      start,
      glue: glue.replaceAll(loader, `window.xingzhanParts(${JSON.stringify(asked)})`),
      modules: list.map(({ name, needs }, at) => ({ name, file: others[at], needs })),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
