// Serves a folder as static files, to this computer only:  node scripts/serve.mjs FOLDER PORT
// Port 0 takes any free port. The address is printed once it answers.
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm", // browsers compile while loading only with this type
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

const [folder = "dist", port = "8080"] = process.argv.slice(2);
if (!(port >= 0 && port < 65536)) stop(`${port} is no port.`);
const root = await realpath(folder).catch(() => stop(`No folder ${folder}; run make build first.`));

/** The file a request names, or nothing when it is missing or not inside the folder. */
async function find(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    let file = await realpath(join(root, path));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, "index.html"));
    // After links and dots are resolved, so that neither leads outside.
    return file.startsWith(root + sep) ? { file, size: (await stat(file)).size } : undefined;
  } catch {
    return undefined; // no such file, or a name that cannot be decoded
  }
}

const server = createServer(async (request, response) => {
  if (!["GET", "HEAD"].includes(request.method)) return response.writeHead(405, { Allow: "GET, HEAD" }).end();
  const found = await find(request.url);
  if (!found) return response.writeHead(404, { "Content-Type": types[".txt"] }).end("Not found\n");
  response.writeHead(200, {
    "Content-Type": types[extname(found.file)] ?? "application/octet-stream",
    "Content-Length": found.size,
    "Cache-Control": "no-cache", // a new build shows on reload
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(found.file).on("error", () => response.destroy()).pipe(response);
});

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
server.on("error", (error) => stop(error.code === "EADDRINUSE" ? `Port ${port} is taken; try PORT=8081 make run.` : error.message));
server.listen(Number(port), "127.0.0.1", () => console.log(`Serving ${folder} at http://127.0.0.1:${server.address().port}/  (Ctrl-C stops)`));
