// What the other scripts share: which built files there are, and what each is for.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";

/** A package that scripts/tools.sh brought; only `require` looks in NODE_PATH. */
export const tool = createRequire(import.meta.url);

/** The deliveries that lie beside the hosted copy and are no part of it. */
export const single = "xingzhan.html";
export const archive = "xingzhan.zip";
export const sums = "SHA256SUMS";

/** The names of all files in the built folder, in a fixed order. */
export function names(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
}

/** Whether it is of the module that is loaded on demand. */
export const isOffice = (name) => name.startsWith("office-");

/** "delivery"; "start": the start needs it; "rest": fetched once the application is ready; "worker". */
export function use(name) {
  if ([single, archive, sums].includes(name)) return "delivery";
  if (name === "sw.js") return "worker";
  return /^office-|^blank\.html$|^icon-\d+\.png$|\.webmanifest$/.test(name) ? "rest" : "start";
}
