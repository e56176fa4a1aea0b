// What the other scripts share: which built files there are, and what each is for.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";

/** A package that scripts/tools.sh brought; only `require` looks in NODE_PATH. */
export const tool = createRequire(import.meta.url);

/** The deliveries that lie beside the hosted copy and are no part of it. */
export const single = "xingzhan.html";
export const archive = "xingzhan.zip";
export const sums = "SHA256SUMS";

/** What is there for whoever looks after the web host; see scripts/hosting.mjs. */
export const forHosts = [".htaccess", "nginx.conf", "web.config", "hosting.txt"];

/** The names of all files in the built folder, in a fixed order. */
export function names(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
}

/** The modules for mails and workbooks: what writes them, and what reads them. */
export const officeParts = ["write", "read"];
/** Whether it is of one of them, or of this one. */
export const isOffice = (name, part = "(write|read)") => new RegExp(`^office-${part}-[0-9a-f]{16}`).test(name);

/** Whether the single file is without it, by the id of its link. No page reads mails, archives or workbooks yet, and what
    does would be a fifth of the file: once a page does, this goes. */
export const notInSingle = (id) => id.startsWith("office-read-");

/** "delivery"; "start": the start needs it; "module": one of the application that comes after the start; "rest":
    anything else, fetched once the application is ready; "worker"; "host": no browser asks for it. */
export function use(name) {
  if (forHosts.includes(name)) return "host";
  if ([single, archive, sums].includes(name)) return "delivery";
  if (name === "sw.js") return "worker";
  // Those of the start and of the office module are named by wasm-bindgen, with `_bg`.
  if (/-[0-9a-f]{16}\.wasm$/.test(name)) return "module";
  return /^office-|^blank\.html$|^icon-\d+\.png$|\.webmanifest$/.test(name) ? "rest" : "start";
}

/** The modules of a built page that come after the start, in the order in which they can be loaded:
    `{ name, file, needs }`, the names of those that must be there before it. */
export function modules(page) {
  const links = page.matchAll(/<link id="(\w+)" rel="on-demand" href="([^"]+)" data-size="\d+"(?: data-needs="([^"]+)")?>/g);
  return [...links].filter(([, , file]) => use(file) === "module").map(([, name, file, needs]) => ({ name, file, needs: needs ? needs.split(" ") : [] }));
}

/** What the single file holds in place of files: bytes as text, and the bytes of such a text. */
export const asText = (bytes) => Buffer.from(bytes).toString("base64");
export const asBytes = (text) => Buffer.from(text, "base64");

/** What was packed into the single file. */
export const unpacked = (bytes) => gunzipSync(bytes);
