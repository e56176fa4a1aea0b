// Finishes the hosted copy that Trunk built, before it becomes dist/: Trunk.toml calls it.
//   node scripts/finish.mjs FOLDER      (without FOLDER, the one that Trunk names)
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { blankPage } from "./blank.mjs";
import { names, tool, use } from "./files.mjs";

const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR;
const read = (name) => readFileSync(join(folder, name));
const write = (name, content) => writeFileSync(join(folder, name), content);

// Without their comments and spaces, the scripts of wasm-bindgen are a third of their size.
// `ie8`: the start script has to be read by browsers of that age, to say what to do instead.
const { minify_sync: minify } = tool("terser");
for (const name of names(folder)) {
  if (name.endsWith(".js")) write(name, minify(read(name).toString(), { ie8: true }).code);
}

write("blank.html", blankPage(read("index.html").toString()));

// The service worker knows the files and is a new one whenever any of them is.
const template = readFileSync(new URL("../static/sw.js", import.meta.url));
const kept = names(folder).filter((name) => use(name) === "start" || use(name) === "rest");
const hash = createHash("sha256").update(template);
for (const name of kept) hash.update(name).update(createHash("sha256").update(read(name)).digest());
const list = (wanted) => JSON.stringify(kept.filter((name) => use(name) === wanted && name !== "index.html"));
const lists = `const release = "${hash.digest("hex").slice(0, 16)}";
const first = ${list("start")}, rest = ${list("rest")};\n`;
write("sw.js", lists + template);
