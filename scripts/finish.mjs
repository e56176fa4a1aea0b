// Finishes the hosted copy that Trunk built, before it becomes dist/: Trunk.toml calls it.
//   node scripts/finish.mjs FOLDER      (without FOLDER, the one that Trunk names)
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { blankPage } from "./blank.mjs";
import { names, officeParts, tool, use } from "./files.mjs";
import { hosting } from "./hosting.mjs";
import { split } from "./split.mjs";

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

const target = process.env.CARGO_TARGET_DIR ?? "target";
let page = read("index.html").toString();

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/** Writes a file under a name with its hash, and gives what a link to it says: with its size, so that half a file is
    told from one that this browser cannot run. */
function named(name, content) {
  const hash = sha256(content).slice(0, 16);
  const full = name.replace(/(?=_bg\.wasm$|\.(js|css)$|(?<!_bg)\.wasm$)/, `-${hash}`);
  write(full, content);
  return `href="${full}" data-size="${Buffer.byteLength(content)}"`;
}
/** The same for a file to which the page has a link already. */
function put(name, content, link) {
  if (!page.includes(`href="${link}"`)) throw new Error(`index.html has no link to ${link}`);
  page = page.replace(`href="${link}"`, named(name, content));
}
// The modules that are loaded on demand, built by scripts/office.sh. The glue of each becomes a function that makes it
// anew, as every request has an instance of its own; see static/start.js.
for (const part of officeParts) {
  const name = `office-${part}`;
  const made = (file) => readFileSync(join(target, "office", file));
  const glue = made(`${name}.js`).toString();
  if (!glue.startsWith("let xingzhan_office = ")) throw new Error(`the glue of ${name} has another form`);
  put(`${name}.js`, shorten(`function xingzhanOffice_${part}() {\n${glue}\nreturn xingzhan_office;\n}`), `${name}.js`);
  put(`${name}_bg.wasm`, made(`${name}_bg.wasm`), `${name}_bg.wasm`);
}

// The application, which Trunk leaves whole: the start in its place, and a link to each module that comes after it,
// with those that it needs before it.
const [, flags] = /data-wasm-opt-params="([^"]+)"/.exec(readFileSync(new URL("../index.html", import.meta.url), "utf8"));
const parts = await split(target, flags.split(" "));
for (const [id, content, name] of [["glue", shorten(parts.glue), "xingzhan.js"], ["module", parts.start, "xingzhan_bg.wasm"]]) {
  const [, whole] = new RegExp(`<link id="${id}"[^>]* href="\\./([^"]+)"`).exec(page);
  rmSync(join(folder, whole));
  put(name, content, `./${whole}`);
}
const needs = (names) => (names.length ? ` data-needs="${names.join(" ")}"` : "");
const links = parts.modules.map(({ name, file, needs: before }) => `  <link id="${name}" rel="on-demand" ${named(`${name}.wasm`, file)}${needs(before)}>\n`);
page = page.replace("</head>", `${links.join("")}</head>`);

// One style sheet instead of many, in their order: each further request costs an old computer as much as reading it.
// Without comments and spaces it is a quarter smaller, also in the single file, where it stands as it is.
const sheets = [];
page = page.replace(/\s*<link rel="stylesheet" href="\.\/([^"]+)"\s*\/?>/g, (_, name) => (sheets.push(name), ""));
if (!sheets.length) throw new Error("index.html has no style sheets");
const { parse, generate } = tool("css-tree");
const style = generate(parse(sheets.map((name) => read(name).toString()).join("\n")));
for (const name of sheets) rmSync(join(folder, name));
page = page.replace("</head>", '  <link rel="stylesheet" href="./style.css" id="style">\n</head>');
put("style.css", style, "./style.css");
write("index.html", page);

// Written by scripts/blank.sh.
write("blank.html", blankPage(page, readFileSync(join(target, "blank.html"), "utf8")));

// What the service worker shows where it has neither network nor anything kept: the page's own words for it.
const [, lacking] = /(<div id="missing">[^]*?\n    <\/div>\n)/.exec(page);
const away = `<!DOCTYPE html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>星站 XingZhan</title></head>
<body><h1>星站 XingZhan</h1>
${lacking.replace(/(<p class="lack")[^>]*data-network="([^"]+)"[^>]*>/g, "$1>$2").replace(/\{file\}/g, "index.html").replace(/\s*<!--[^]*?-->/g, "")}</body></html>
`;

// The service worker knows the files and is a new one whenever any of them is. Beside what `make watch` builds there is
// none: it would go on showing what was there before a change.
const template = readFileSync(new URL("../static/sw.js", import.meta.url));
const kept = names(folder).filter((name) => ["start", "module", "rest"].includes(use(name)));
const hash = createHash("sha256").update(template).update(away);
for (const name of kept) hash.update(name).update(createHash("sha256").update(read(name)).digest());
// With their sizes and digests, so that a login page that a host gave in place of a file is not kept.
const list = (...wanted) => JSON.stringify(Object.fromEntries(kept.filter((name) => wanted.includes(use(name)) && name !== "index.html")
  .map((name) => [name, [read(name).length, sha256(read(name))]])));
const lines = `const release = "${hash.digest("hex").slice(0, 16)}";
const first = ${list("start", "module")}, rest = ${list("rest")};
const away = ${JSON.stringify(away)};\n`;
if (!process.env.TRUNK_BUILD_CARGO_PROFILE) write("sw.js", lines + template);

// For whoever puts the folder onto a web host.
hosting(folder);
