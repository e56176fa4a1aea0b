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
const shorten = (script) => minify(script, { ie8: true }).code;
for (const name of names(folder)) {
  if (name.endsWith(".js")) write(name, shorten(read(name).toString()));
}

// The module that is loaded on demand, built by scripts/office.sh. Its glue becomes a function that makes it
// anew, as every request has an instance of its own; see static/start.js.
const office = join(process.env.CARGO_TARGET_DIR ?? "target", "office");
const glue = readFileSync(join(office, "office.js"), "utf8");
if (!glue.startsWith("let xingzhan_office = ")) throw new Error("the glue of the office module has another form");
let page = read("index.html").toString();
for (const [name, content] of [
  ["office.js", shorten(`function xingzhanOfficeGlue() {\n${glue}\nreturn xingzhan_office;\n}`)],
  ["office_bg.wasm", readFileSync(join(office, "office_bg.wasm"))],
]) {
  const named = name.replace("office", `office-${createHash("sha256").update(content).digest("hex").slice(0, 16)}`);
  write(named, content);
  if (!page.includes(`href="${name}"`)) throw new Error(`index.html has no link to ${name}`);
  // With its size, so that half a file is told from one that this browser cannot run.
  page = page.replace(`href="${name}"`, `href="${named}" data-size="${content.length}"`);
}
write("index.html", page);

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
