// A host that misbehaves as it is told, for the tests of the deliveries. Without a word it serves its folder.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

export const types = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".png": "image/png", ".svg": "image/svg+xml",
  ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
};
/** What a hotel or an office network answers in place of whatever is asked for. */
export const login = "<!DOCTYPE html><title>Login</title><p>Please sign in to use this network.</p>";

/** What may be done instead of giving the file. Each takes the answer, and the file where there is one. */
export const redirect = (to, status = 302) => (response) => response.writeHead(status, { Location: to }).end();
export const refuse = (status) => (response) => response.writeHead(status, { "Content-Type": "text/html" }).end(`<h1>${status}</h1>`);
export const instead = (body, headers = {}) => (response) => response.writeHead(200, { "Content-Type": "text/html", ...headers }).end(body);
export const hang = () => {};
export const drop = (response) => response.destroy();
/** The file, with other headers. */
export const headed = (headers) => (response, file) => response.writeHead(200, headers).end(file);
/** Promises the whole file and breaks off in its middle. */
export const cut = (response, file) => {
  response.writeHead(200, { "Content-Length": file.length });
  response.write(file.subarray(0, file.length >> 1), () => response.destroy());
};
/** Half of the file, as if it were all. */
export const half = (response, file) => response.writeHead(200, { "Content-Type": "application/octet-stream" }).end(file.subarray(0, file.length >> 1));
/** Does one thing a number of times, then gives the file. */
export const times = (many, what) => (response, file) => (many-- > 0 ? what(response, file) : undefined);

export class Host {
  /** What is done for a path, as "/index.html"; giving nothing means that the file is given after all. */
  rules = new Map();
  /** Asked first, for every path. */
  every;
  /** On every answer that gives a file. */
  headers = {};
  /** Other contents of files, by path: a function of what stands on the disk. */
  edits = new Map();
  asked = [];
  #server;

  constructor(folder) {
    this.folder = folder;
  }

  async start(port = 0) {
    this.#server = createServer((request, response) => this.#answer(new URL(request.url, "http://host").pathname, response));
    await new Promise((done) => this.#server.listen(port, "127.0.0.1", done));
    this.port = this.#server.address().port;
    this.address = `http://127.0.0.1:${this.port}/`;
    return this;
  }

  #answer(path, response) {
    this.asked.push(path);
    const name = path === "/" ? "/index.html" : path;
    let file;
    try {
      file = readFileSync(join(this.folder, name));
      if (this.edits.has(name)) file = Buffer.from(this.edits.get(name)(file.toString()));
    } catch {
      // There is none; a rule may know better.
    }
    for (const rule of [this.every, this.rules.get(path)]) {
      if (!rule) continue;
      const given = rule(response, file, path);
      if (response.headersSent || response.destroyed || rule === hang || given === hang) return;
    }
    if (!file) return refuse(404)(response);
    response.writeHead(200, { "Content-Type": types[extname(name)] ?? "application/octet-stream", "Cache-Control": "no-cache", ...this.headers }).end(file);
  }

  /** Takes the server away, as the network might. */
  async stop() {
    const ended = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await ended;
  }
}
