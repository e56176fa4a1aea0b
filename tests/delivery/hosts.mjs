// The lines for web hosts, tried on the servers they are for:  node tests/delivery/hosts.mjs DIST
// nginx and Apache are Debian's; they run as programs of this test, on a free port of this computer alone.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { extname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { forHosts, names, sums, use } from "../../scripts/files.mjs";
import { Browser } from "./devtools.mjs";
import { end, test, work } from "./site.mjs";

const dist = process.argv[2] ?? "dist";
const root = process.getuid() === 0;
/* Apache leaves the rights of root behind, so the folder is one that everybody may read. */
chmodSync(work, 0o755);
const site = join(work, "site");
cpSync(dist, join(site, "rd/2026"), { recursive: true });

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".zip": "application/zip",
};
const packed = [".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"];
const lasting = "public, max-age=31536000, immutable";
const wantedAge = (name) => (/-[0-9a-f]{16}(_bg)?\./.test(name) ? lasting : "no-cache");
const policy = "frame-ancestors 'self'";

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});
const running = new Set();
process.on("exit", () => running.forEach((one) => one.kill("SIGKILL")));

/** A server by its configuration, once it answers. */
async function serve(program, args, configuration) {
  const port = await freePort();
  const folder = join(work, `server-${port}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "conf"), configuration(port, folder));
  const server = spawn(program, args(join(folder, "conf"), folder), { stdio: ["ignore", "pipe", "pipe"] });
  running.add(server);
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (said += data));
  const ended = new Promise((done) => server.once("exit", done));
  const address = `http://127.0.0.1:${port}/rd/2026/`;
  for (const last = Date.now() + 20_000; !(await ask(address).catch(() => undefined)); await new Promise((done) => setTimeout(done, 50))) {
    if (Date.now() > last || server.exitCode !== null) throw new Error(`${program} does not answer\n${said}`);
  }
  return { address, stop: () => (server.kill(), ended.then(() => running.delete(server))) };
}
const ask = (address) => new Promise((done, fail) => {
  get(address, { headers: { "Accept-Encoding": "gzip" } }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part)).on("end", () => done({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts) }));
  }).on("error", fail);
});

/** nginx, with these lines where the folder is served. */
const nginx = (lines) => serve("nginx", (file, folder) => ["-c", file, "-p", folder, "-e", "stderr"], (port, folder) => `
${root ? "user root;" : ""} daemon off; pid ${folder}/pid; worker_processes 1; error_log stderr;
events { worker_connections 64; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  server { listen 127.0.0.1:${port}; ${lines} }
}`);
const apache = () => serve("apache2", (file) => ["-D", "FOREGROUND", "-f", file], (port, folder) => `
ServerRoot ${folder}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
DefaultRuntimeDir ${folder}
${["mpm_event", "authz_core", "dir", "mime", "deflate", "filter", "headers"].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
${root ? "User www-data\nGroup www-data" : ""}
TypesConfig /dev/null
DocumentRoot ${site}
<Directory ${site}>
  AllowOverride FileInfo
  Require all granted
</Directory>
`);
const snippet = join(site, "rd/2026/nginx.conf");
const servers = {
  "nginx with the lines in its server": () => nginx(`root ${site}; include ${snippet};`),
  "nginx with the lines in a location": () => nginx(`location /rd/2026/ { alias ${site}/rd/2026/; include ${snippet}; }`),
  "Apache with the file in the folder": apache,
};

const browser = new Browser();
for (const [what, start] of Object.entries(servers)) {
  await test(`${what} gives every file with its type, packed, and with what keeps it fresh and to itself`, async () => {
    const server = await start();
    for (const name of ["", ...names(dist).filter((name) => !name.startsWith("."))]) {
      const { status, headers, bytes } = await ask(server.address + name);
      const file = readFileSync(join(dist, name || "index.html"));
      const ending = extname(name || "index.html");
      assert.equal(status, 200, name);
      const asPacked = headers["content-encoding"] === "gzip";
      assert.ok((asPacked ? gunzipSync(bytes) : bytes).equals(file), name);
      if (file.length > 1000) assert.equal(asPacked, packed.includes(ending), `${name}: ${headers["content-encoding"]}`);
      if (ending === ".wasm") assert.ok(bytes.length < file.length * 0.6, name);
      if (types[ending]) assert.equal(headers["content-type"], types[ending], name);
      assert.equal(headers["cache-control"], wantedAge(name), name);
      assert.equal(headers["content-security-policy"], policy, name);
      assert.equal(headers["x-content-type-options"], "nosniff", name);
    }
    assert.equal((await ask(`${server.address}missing-0123456789abcdef.js`)).status, 404);
    assert.notEqual((await ask(`${server.address}missing-0123456789abcdef.js`)).headers["cache-control"], lasting, "a missing file is asked for again");
    const page = await browser.page();
    await page.goto(server.address);
    await page.state("ready");
    await page.until("it is kept", "document.documentElement.getAttribute('data-kept') === 'yes'");
    assert.deepEqual(page.errors, []);
    await page.close();
    await server.stop();
  });
}

await test("the lines for IIS say the same, and name the files that are there", async () => {
  const page = await browser.page();
  const text = readFileSync(join(dist, "web.config"), "utf8");
  const found = await page.value(`(() => {
    const read = new DOMParser().parseFromString(${JSON.stringify(text)}, "application/xml");
    const all = (css, ...names) => [...read.querySelectorAll(css)].map((one) => names.map((name) => one.getAttribute(name)));
    return { wrong: read.querySelectorAll("parsererror").length, types: all("mimeMap", "fileExtension", "mimeType"), removed: all("staticContent > remove", "fileExtension"),
      headers: all("customHeaders > add", "name", "value"), lasting: all("location", "path"), ages: all("location clientCache", "cacheControlCustom", "cacheControlMaxAge"), first: all("defaultDocument add", "value") };
  })()`);
  assert.equal(found.wrong, 0);
  assert.deepEqual(Object.fromEntries(found.types), types);
  assert.deepEqual(found.removed.flat(), Object.keys(types), "one that the server has already would be an error");
  assert.deepEqual(found.headers, [["Content-Security-Policy", policy], ["X-Content-Type-Options", "nosniff"]]);
  assert.deepEqual(found.lasting.flat(), names(dist).filter((name) => wantedAge(name) === lasting));
  assert.ok(found.lasting.length >= 8 && found.ages.every(([custom, age]) => custom === "public, immutable" && age === "365.00:00:00"));
  assert.deepEqual(found.first, [["index.html"]]);
});

await test("what is for whoever looks after the host lies in the folder, under the sums, and no browser keeps it", () => {
  for (const name of forHosts) {
    assert.ok(names(dist).includes(name), name);
    assert.match(readFileSync(join(dist, sums), "utf8"), new RegExp(`^[0-9a-f]{64}  ${name.replace(".", "\\.")}$`, "m"));
    assert.ok(!readFileSync(join(dist, "sw.js"), "utf8").includes(`"${name}"`), name);
    assert.equal(use(name), "host");
  }
  const note = readFileSync(join(dist, "hosting.txt"), "utf8");
  assert.ok(note.startsWith("\ufeff") && !/[^\r]\n/.test(note), "for an old Notepad");
  for (const word of ["nginx", "Apache", "IIS", "application/wasm", "no-cache", "frame-ancestors", ...forHosts.filter((name) => name !== "hosting.txt")]) {
    assert.equal(note.split("-".repeat(60)).filter((part) => part.includes(word)).length, 2, `${word}, in both languages`);
  }
});
await browser.close();
end();
