// Drives a Chromium of any age over the DevTools protocol, through a pipe: no port, no library.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const patience = 20_000; // only ever waited for in full by a test that fails
const common = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A running browser. `old` is the folder that scripts/engine.sh prints; without it, the newest there is.
    `flags` are those of its command line. */
export class Browser {
  #process;
  #next = 1;
  #waiting = new Map();
  #pages = new Map();
  #profile = mkdtempSync(join(tmpdir(), "xingzhan-"));

  constructor(old, flags = []) {
    const args = [...common, ...flags, `--user-data-dir=${this.#profile}`, "--remote-debugging-pipe", "about:blank"];
    // The old one was built for servers: one process, no screen.
    if (old) args.unshift("--headless", "--single-process", "--no-zygote");
    else args.unshift("--headless=new");
    this.#process = spawn(old ? join(old, "chromium") : "chromium", args, {
      env: old ? { ...process.env, LD_LIBRARY_PATH: join(old, "lib") } : process.env,
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    let rest = "";
    this.#process.stdio[4].setEncoding("utf8").on("data", (data) => {
      const messages = (rest + data).split("\0");
      rest = messages.pop();
      for (const message of messages) this.#hear(JSON.parse(message));
    });
  }

  #hear({ id, method, params, result, error, sessionId }) {
    if (id === undefined) return this.#pages.get(sessionId)?.(method, params);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.fail(new Error(error.message));
    else waiting?.done(result);
  }

  /** The answer to a command. Fails where none comes in `within` milliseconds: no test waits for ever. */
  send(method, params = {}, sessionId, within = 2 * patience) {
    const id = this.#next++;
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, fail) => {
      const late = setTimeout(() => {
        this.#waiting.delete(id);
        fail(new Error(`no answer to ${method} ${JSON.stringify(params).slice(0, 300)}`));
      }, within);
      const stop = (then) => (answer) => {
        clearTimeout(late);
        then(answer);
      };
      this.#waiting.set(id, { done: stop(done), fail: stop(fail) });
    });
  }

  version() {
    return this.send("Browser.getVersion").then(({ product }) => product);
  }

  /** A new page that writes down its requests and errors. */
  async page() {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page((method, params, within) => this.send(method, params, sessionId, within), () => this.send("Target.closeTarget", { targetId }));
    this.#pages.set(sessionId, (method, params) => page.hear(method, params));
    for (const domain of ["Page", "Runtime", "Network", "Log"]) await page.send(`${domain}.enable`);
    return page;
  }

  async close() {
    const ended = new Promise((done) => this.#process.once("close", done));
    // The whole group: its helpers outlive the browser that is killed.
    process.kill(-this.#process.pid, "SIGKILL");
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class Page {
  requests = [];
  errors = [];

  constructor(send, close) {
    this.send = send;
    this.close = close;
  }

  hear(method, params) {
    if (method === "Network.requestWillBeSent") this.requests.push(params.request.url);
    if (method === "Runtime.exceptionThrown") this.errors.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === "Log.entryAdded" && params.entry.level === "error") this.errors.push(params.entry.text);
    if (method === "Runtime.consoleAPICalled" && params.type === "error") this.errors.push(params.args.map((one) => one.value ?? one.description).join(" "));
  }

  /** Asked for again where the browser loses it: the newest does, for a file that comes right after another page. */
  goto(url) {
    const navigate = (within) => this.send("Page.navigate", { url }, within);
    return navigate(patience / 4).catch(() => navigate());
  }

  /** The value of an expression in the page, which may be a promise. */
  async value(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${exceptionDetails.exception?.description ?? exceptionDetails.text}\nin ${expression}`);
    return result.value;
  }

  /** Waits until an expression in the page, which may be a promise, is true. */
  async until(what, expression) {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      // While one page goes and the next comes, there is none to ask.
      if (await this.value(`Promise.resolve(${expression}).then(Boolean)`).catch(() => false)) return;
      await new Promise((done) => setTimeout(done, 20));
    }
    const page = await this.value("location.href + ' ' + document.documentElement.outerHTML.slice(0, 300)").catch(String);
    throw new Error(`waited in vain until ${what}\n${page}\n${this.errors.join("\n")}`);
  }

  state(wanted) {
    const pages = wanted === "ready" ? " && document.documentElement.getAttribute('data-pages') === 'here'" : "";
    return this.until(`the page is ${wanted}`, `document.documentElement.getAttribute('data-state') === '${wanted}' && document.readyState === 'complete'${pages}`);
  }
}
