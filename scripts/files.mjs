// What the other scripts share: which built files there are, and what each is for.
import { execFileSync } from "node:child_process";
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

/* What the single file holds in place of files: five signs for four bytes, in base 85 (base64 would make the
   file 55 KB larger). The 85 signs from "(" to "|" are the digits, with "}" for "<", which could end the element.
   By hand, as the other half stands in static/start.js, where no library is; tests/delivery
   unpacks what it wrote. */
const digit = (value) => (value === 20 ? "}" : String.fromCharCode(40 + value));

/** Bytes as text. */
export function asText(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const here = Math.min(4, bytes.length - at);
    let number = 0;
    for (let i = 0; i < 4; i += 1) number = number * 256 + (i < here ? bytes[at + i] : 0);
    let signs = "";
    for (let i = 0; i < 5; i += 1, number = Math.floor(number / 85)) signs = digit(number % 85) + signs;
    text += signs.slice(0, here + 1);
  }
  return text;
}

/** The bytes of such a text. */
export function asBytes(text) {
  const bytes = Buffer.alloc(Math.floor((text.length * 4) / 5));
  for (let at = 0, to = 0; at < text.length; at += 5) {
    const signs = text.slice(at, at + 5).padEnd(5, "|");
    let number = 0;
    for (const sign of signs) number = number * 85 + (sign === "}" ? 60 : sign.charCodeAt(0)) - 40;
    for (let i = 3; i >= 0 && to < bytes.length; i -= 1) bytes[to++] = Math.floor(number / 256 ** i) % 256;
  }
  return bytes;
}

/** What was packed into the single file, with gzip or with LZMA. For checks alone: xz, which is no program of ours. */
export const unpacked = (bytes) => bytes[0] === 0x1f ? gunzipSync(bytes)
  : execFileSync("xz", ["--format=lzma", "--decompress", "--stdout"], { input: bytes, maxBuffer: 1 << 30 });
