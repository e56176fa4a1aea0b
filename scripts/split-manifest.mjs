// Reads what wasm-split-cli writes beside the modules: which there are, in which file each is, and which shared
// chunks each needs before it. The file is a script for other hosts than ours, so it is read, not run; see
// static/start.js for what loads the modules here. Used by scripts/split.mjs.

/** What fetches one file, as the script says it. */
const fetcher = String.raw`\(\) => \{
    const src = fetch\(new URL\("\./([\w-]+)\.wasm", import\.meta\.url\)\);
    src\.catch\(\(\) => \{\}\);
    return async \(imports\) => \(WebAssembly\.instantiateStreaming\(src, imports\)\);
\}
`;
/** The statements that may stand in it. Those of the first kind are the way in which that host loads, which is not ours. */
const statements = {
  host: String.raw`import \{ initSync \} from "\./main\.js";|let sharedImports = undefined;|(?:async )?function \w+\([\w, ]*\) \{\n(?:    .*\n|\n)*\}|/\*.*\*/`,
  chunk: String.raw`const __(chunk_\d+) = makeLoad\(${fetcher}, \[\]\);`,
  module: String.raw`export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(${fetcher}, \[([\w, ]*)\]\)\);`,
};
const kinds = Object.fromEntries(Object.entries(statements).map(([kind, form]) => [kind, new RegExp(`\\s*(?:${form})\\s*`, "y")]));

/**
 * The modules of a manifest and their chunks, in the order in which they can be loaded: `{ name, file, needs }`, the
 * names of the chunks that must be there before it. Fails, saying where, at anything that is written otherwise than
 * known: it might mean that a module is to be loaded in another way.
 */
export function modules(manifest) {
  const found = [];
  let at = 0;
  /** What stands at this place, if it is a statement of this kind. */
  const next = (kind) => {
    kinds[kind].lastIndex = at;
    const match = kinds[kind].exec(manifest);
    if (match) at = kinds[kind].lastIndex;
    return match;
  };
  while (at < manifest.length) {
    if (next("host")) continue;
    const chunk = next("chunk");
    const module = chunk ? undefined : next("module");
    if (!chunk && !module) throw new Error(`the splitter's manifest has another form at: ${manifest.slice(at, at + 200)}`);
    const [, name, file, needs = ""] = chunk ?? module;
    found.push({ name, file: `${file}.wasm`, needs: needs.split(", ").filter(Boolean).map((one) => one.replace(/^__/, "")) });
  }
  const names = found.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Error(`the splitter's manifest names a module twice: ${names}`);
  const missing = found.flatMap(({ name, needs }) => needs.filter((one) => !names.includes(one)).map((one) => `${name} needs ${one}`));
  if (missing.length) throw new Error(`the splitter's manifest lacks what a module needs: ${missing}`);
  if (!found.length) throw new Error("the splitter's manifest names no module");
  return found;
}
