// Makes the deliveries that need no server out of the hosted copy:  node scripts/single.mjs FOLDER
// xingzhan.html holds every file of it; xingzhan.zip is that file with a note for whoever it is passed on
// to; SHA256SUMS names every file beside it. The same hosted copy gives the same bytes on every machine.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { blankSheets } from "./blank.mjs";
import { archive, asText, names, single, sums, tool } from "./files.mjs";

const folder = process.argv[2] ?? "dist";
// Not node's own zlib: its output differs from one processor to another. What is packed into the page grows by a
// quarter as text, so it is worth half a minute.
const { zipSync } = tool("fflate");
const { gzipAsync: gzip } = tool("@gfx/zopfli");
const read = (name) => readFileSync(join(folder, name));
const write = (name, content) => writeFileSync(join(folder, name), content);
const sha256 = (content, form) => createHash("sha256").update(content).digest(form);

/** Replaces exactly what is expected; a page that has changed its form stops the build. */
function replace(text, pattern, by) {
  let found = 0;
  const result = text.replace(pattern, (...match) => ((found += 1), by(...match)));
  if (found === 0) throw new Error(`index.html has nothing like ${pattern}`);
  return result;
}

const hashes = { script: [], style: [] };
/** An element whose content the policy will know by its hash. */
function inline(kind, content, attributes = "") {
  if (/<\/(script|style)|<!--/i.test(content)) throw new Error(`a ${kind} holds what would end its element`);
  hashes[kind].push(`'sha256-${sha256(content, "base64")}'`);
  return `<${kind}${attributes}>${content}</${kind}>`;
}
/** An element that holds a file, packed as browsers unpack it themselves; none runs or shows it. */
const packed = async (id, name, needs) =>
  `<script id="${id}" type="text/plain"${needs}>${asText(await gzip(read(name), { numiterations: 5 }))}</script>`;
const text = (address) => read(address.replace(/^\.\//, "")).toString().trim();

let page = read("index.html").toString();
const css = [];
page = replace(page, /\s*<link rel="stylesheet" href="([^"]+)"[^>]*>/g, (_, href) => (css.push(text(href)), ""));
page = replace(page, /\s*<link rel="(?:manifest|apple-touch-icon)"[^>]*>/g, () => "");
page = replace(page, /<link rel="icon" href="([^"]+)"\s*\/?>/, (_, href) =>
  `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(text(href)).toString("base64")}">\n  ${inline("style", css.join("\n"))}`);

// The start script runs last, when everything it takes stands before it. Links with an id name what it takes. All
// of it stands packed; the policy knows the hashes of the scripts in it, which the start script unpacks and puts
// onto the page. What is loaded on demand stands behind it, so that the start does not wait for it.
const scripts = [];
const onDemand = [];
page = replace(page, /\s*<link id="([\w-]+)" rel="([\w-]+)"[^>]*? href="([^"]+)"([^>]*)>/g, (_, id, rel, href, more) => {
  const [needs = ""] = / data-needs="[^"]+"/.exec(more) ?? [];
  const name = href.replace(/^\.\//, "");
  if (name.endsWith(".js")) hashes.script.push(`'sha256-${sha256(read(name), "base64")}'`);
  (rel === "on-demand" ? onDemand : scripts).push(packed(id, name, needs));
  return "";
});
page = replace(page, /\s*<script src="([^"]+)"[^>]*><\/script>/g, (_, src) => (scripts.push(inline("script", text(src))), ""));
const elements = await Promise.all([...scripts, ...onDemand]);
page = replace(page, "</body>", () => `  ${elements.join("\n  ")}\n</body>`);
// The sheet stands on the page itself, as there is no other. It is long: while the application starts nobody lays
// it out in vain. Where scripts do not run, or nothing comes of it within some seconds, it is there.
const starting = 'var root = document.documentElement; root.setAttribute("data-starting", ""); setTimeout(function () { root.removeAttribute("data-starting"); }, 4000);';
page = replace(page, "<body>", () => `<body>\n  ${inline("script", starting)}`);
page = replace(page, /<a id="blank" href="[^"]+">([^<]+)<\/a>/, (_, words) => `<a href="#blank">${words}</a>`);
page = replace(page, /( *<\/div>\n){2}(?=  <script id)/, (end) => `<div id="blank">\n${blankSheets(text("blank.html"))}</div>\n${end}`);

// The same policy, but for what the files were: now hashes, or nothing at all.
page = replace(page, /(http-equiv="Content-Security-Policy" content=")([^"]+)/, (_, before, policy) => before + policy
  .replace("script-src 'self'", `script-src ${hashes.script.join(" ")}`)
  .replace("style-src 'self'", `style-src ${hashes.style.join(" ")}`)
  .replace("img-src 'self' ", "img-src ")
  .replace("connect-src 'self'", "connect-src 'none'")
  .replace("; worker-src 'self'; manifest-src 'self'", ""));
if (/'self'|'unsafe-inline'/.test(page)) throw new Error("the single file's policy still allows files or unknown scripts");
write(single, page);

// Notepad of 2009 needs the mark at the beginning and both characters at the end of a line.
const note = "\ufeff" + readFileSync(new URL("../static/使用说明.txt", import.meta.url), "utf8").replace(/\r?\n/g, "\r\n");
const parts = { [single]: Buffer.from(page), "使用说明.txt": Buffer.from(note) };
parts[sums] = Buffer.from(Object.entries(parts).map(([name, bytes]) => `${sha256(bytes, "hex")}  ${name}\n`).join(""));
// A fixed date, read in local time by the library, so the same everywhere. `os: 3`: as from Unix, since some
// programs take names from other systems for those of an old code page whatever the archive says.
write(archive, zipSync(parts, { level: 9, mtime: new Date(2026, 0, 1), os: 3, attrs: 0o100644 << 16 }));

write(sums, names(folder).filter((name) => name !== sums).map((name) => `${sha256(read(name), "hex")}  ${name}\n`).join(""));
