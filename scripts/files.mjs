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

/** Whether it is of the module that makes mails and workbooks. */
export const isOffice = (name) => /^office-[0-9a-f]{16}/.test(name);

/** "delivery"; "start": the start needs it; "pages": the rest of the application, "rest": anything else;
    both are fetched once the application is ready; "worker"; "host": no browser asks for it. */
export function use(name) {
  if (forHosts.includes(name)) return "host";
  if ([single, archive, sums].includes(name)) return "delivery";
  if (name === "sw.js") return "worker";
  if (/^office-pages-/.test(name)) return "pages";
  return /^office-|^blank\.html$|^icon-\d+\.png$|\.webmanifest$/.test(name) ? "rest" : "start";
}

/** What the single file holds in place of files: bytes as text, and the bytes of such a text. */
export const asText = (bytes) => Buffer.from(bytes).toString("base64");
export const asBytes = (text) => Buffer.from(text, "base64");

/** What was packed into the single file. */
export const unpacked = (bytes) => gunzipSync(bytes);
