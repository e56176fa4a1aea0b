// The service worker on hosts and stores that misbehave:  node tests/delivery/worker.mjs DIST OLD [WORDS]
// With words, only the tests with these in their names.
// Whatever happened on the first visit, the site opens on the next one, and without network where it said it would.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { names, use } from "../../scripts/files.mjs";
import { Browser } from "./devtools.mjs";
import { Host, hang, instead, login, redirect, refuse, times } from "./host.mjs";
import { end, test } from "./site.mjs";

const [dist, old, words = ""] = process.argv.slice(2);
const of = (...uses) => names(dist).filter((name) => uses.includes(use(name)));
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Opens an address; `kept` is what the page is to know of being kept: "yes", "no", or nothing where it need not. */
async function opens(page, address, kept) {
  // Away first: an address that differs by nothing but its place would not be loaded.
  await page.goto("about:blank");
  await page.goto(address);
  await page.state("ready");
  if (kept) await page.until(`the copy is kept: ${kept}`, `document.documentElement.getAttribute('data-kept') === '${kept}'`);
}

/** In the page: the digests of what is kept, by file name; the page's is that of its text. */
const digests = `(async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await (await cache.match(request)).arrayBuffer()));
      found[new URL(request.url).pathname.slice(1)] = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
    }
  }
  return found;
})()`;
async function allKept(page) {
  const found = await page.value(digests);
  const wanted = Object.fromEntries([["", "index.html"], ...of("start", "module", "rest").filter((name) => name !== "index.html").map((name) => [name, name])]
    .map(([address, name]) => [address, sha256(readFileSync(join(dist, name)))]));
  assert.deepEqual(found, wanted);
}

const saysUnkept = "document.querySelector('.foot [data-unkept]')";
/** A line before the worker's own by which a test switches its store: to "reject", to "hang", or how long to wait. */
const switched = (now) => (text) => `let trouble = ${JSON.stringify(now)};
self.addEventListener("message", (event) => { if (event.data && "trouble" in event.data) { trouble = event.data.trouble; event.source.postMessage("switched"); } });
for (const [proto, ways] of [[CacheStorage.prototype, ["open", "has", "keys", "match", "delete"]], [Cache.prototype, ["match", "put", "add", "addAll"]]])
  for (const way of ways) {
    const real = proto[way];
    proto[way] = function (...all) {
      if (trouble === "hang") return new Promise(() => {});
      if (trouble === "throw") throw new Error("no store");
      if (trouble === "reject" || (trouble === "full" && way === "put" && !String(all[0]).endsWith(".js"))) return Promise.reject(new DOMException("no room", "QuotaExceededError"));
      if (trouble > 0) return new Promise((done) => setTimeout(done, trouble)).then(() => real.apply(this, all));
      return real.apply(this, all);
    };
  }
${text.replace(/\b15e3\b|\b15000\b/, "4000").replace(/\b3e3\b|\b3000\b/g, "300")}`;
const toSwitch = (to) => `new Promise((done) => {
  navigator.serviceWorker.addEventListener("message", (event) => event.data === "switched" && done(true));
  navigator.serviceWorker.controller.postMessage({ trouble: ${JSON.stringify(to)} });
})`;

/** Each runs on a host and a page of its own. */
const tests = {
  async "a host that sends the folder on to its page is opened again, also without network"(page, host) {
    for (const status of [301, 302, 307]) {
      host.rules.set("/", redirect("/index.html", status));
      await opens(page, host.address, "yes");
      await opens(page, host.address, "yes");
      assert.equal(await page.value("!!navigator.serviceWorker.controller"), true);
    }
    await host.stop();
    await opens(page, host.address);
    await opens(page, `${host.address}index.html?from=bookmark#/mine`);
  },

  async "a host that refuses the folder keeps the page that it gives"(page, host) {
    host.rules.set("/", refuse(403));
    await opens(page, `${host.address}index.html`, "yes");
    await opens(page, `${host.address}index.html`, "yes");
    await host.stop();
    await opens(page, host.address);
    await opens(page, `${host.address}index.html`);
  },

  async "a folder that is answered with the list of its files is told from the page"(page, host) {
    const list = `<h1>Index of /</h1>${names(dist).map((name) => `<a href="${name}">${name}</a>`).join("\n")}</html>`;
    host.rules.set("/", instead(list));
    await opens(page, `${host.address}index.html`, "yes");
    await allKept(page);
  },

  async "a host with clean addresses is opened again, and its blank sheet stands without network"(page, host) {
    host.rules.set("/index.html", redirect("/index", 301));
    host.rules.set("/blank.html", redirect("/blank", 301));
    for (const name of ["index", "blank"]) host.rules.set(`/${name}`, instead(readFileSync(join(dist, `${name}.html`))));
    await opens(page, `${host.address}index.html`, "yes");
    await opens(page, host.address, "yes");
    await allKept(page);
    await host.stop();
    for (const name of ["", "index", "index.html"]) await opens(page, host.address + name);
    for (const name of ["blank", "blank.html"]) {
      await page.goto(host.address + name);
      await page.until("the blank sheet stands", "document.querySelectorAll('.blank tr').length > 60");
    }
  },

  async "a host whose answers vary with everything is kept"(page, host) {
    host.headers = { Vary: "*" };
    await opens(page, host.address, "yes");
    await allKept(page);
    await host.stop();
    await opens(page, host.address);
  },

  async "a login page in place of a file is not kept, and the file is fetched again"(page, host) {
    // To be stored for ever, as such pages are; and only once the worker asks.
    const wrong = instead(login, { "Cache-Control": "max-age=31536000, immutable" });
    const once = new Map(["", ...of("start", "module", "rest")].map((name) => [`/${name}`, times(1, wrong)]));
    host.every = (response, file, path) => (host.asked.includes("/sw.js") ? once.get(path)?.(response, file) : undefined);
    await opens(page, host.address, "yes");
    await allKept(page);
    await host.stop();
    await opens(page, host.address);
  },

  async "while every file is answered with a login page nothing is kept, the page says so, and the next visit mends it"(page, host) {
    host.every = (response, file, path) => (host.asked.includes("/sw.js") && path !== "/sw.js" && path !== "/xingzhan.html" ? instead(login)(response) : undefined);
    await opens(page, host.address, "no");
    await page.until("the page says so", saysUnkept);
    assert.equal(await page.value(`${saysUnkept}.querySelector("a").getAttribute("href")`), "xingzhan.html");
    assert.deepEqual(await page.value(digests), {});
    host.every = undefined;
    await opens(page, host.address, "yes");
    assert.equal(await page.value(`!!${saysUnkept}`), false);
    await allKept(page);
  },

  async "where the single file is not beside it, nobody is sent there"(page, host) {
    host.rules.set("/xingzhan.html", refuse(404));
    host.rules.set("/sw.js", refuse(404));
    await opens(page, host.address, "no");
    await page.until("the page says so", saysUnkept);
    assert.equal(await page.value(`${saysUnkept}.querySelectorAll("a").length`), 0);
  },

  async "a browser that offers no worker, as over plain http, is told of in the language of the page"(page, host) {
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: "delete Navigator.prototype.serviceWorker" });
    await opens(page, host.address, "no");
    await page.until("the page says so", `/断网时可能打不开/.test((${saysUnkept} || {}).innerText)`);
    await page.value("document.querySelector('.top nav button').click()");
    await page.until("and in English", `/may not open without network/.test((${saysUnkept} || {}).innerText)`);
    await page.value("localStorage.clear()");
  },

  async "a worker that is answered with a page is told of, and the one from before goes on"(page, host) {
    host.rules.set("/sw.js", instead(login));
    await opens(page, host.address, "no");
    await page.until("the page says so", saysUnkept);
    host.rules.clear();
    await opens(page, host.address, "yes");
    host.rules.set("/sw.js", instead(login));
    await opens(page, host.address, "yes");
    await host.stop();
    await opens(page, host.address);
  },

  async "a store that fails, hangs or is full from the beginning costs nothing but the days without network"(page, host) {
    for (const trouble of ["reject", "throw", "full", "hang"]) {
      host.edits.set("/sw.js", switched(trouble));
      await opens(page, host.address, "no");
      await page.until("the page says so", saysUnkept);
      assert.deepEqual(await page.value("caches.keys()"), [], `${trouble}: nothing is left of it`);
      await opens(page, host.address, "no");
    }
  },

  async "a store that fails or hangs later leads to the network"(page, host) {
    host.edits.set("/sw.js", switched(""));
    await opens(page, host.address, "yes");
    await opens(page, host.address, "yes");
    for (const trouble of ["reject", "throw", "hang"]) {
      await page.value(toSwitch(trouble));
      await opens(page, host.address, "no");
      await page.until("the page says so", saysUnkept);
      await page.value(toSwitch(""));
    }
    await opens(page, host.address, "yes");
    // A slow one is worth the wait where there is no network.
    await page.value(toSwitch(500));
    await host.stop();
    await opens(page, host.address);
  },

  async "without network and without a store a page says what is the matter"(page, host) {
    host.edits.set("/sw.js", switched(""));
    await opens(page, host.address, "yes");
    await page.value(toSwitch("reject"));
    await host.stop();
    await page.goto("about:blank");
    await page.goto(host.address);
    await page.until("a page says so", "document.body && /没有取到文件 index.html：网络断了/.test(document.body.textContent) && /The file index.html did not come/.test(document.body.textContent)");
    assert.equal(await page.value("location.href"), host.address, "so that it can be loaded again");
  },

  async "a network that hangs does not hold what is kept"(page, host) {
    await opens(page, host.address, "yes");
    host.every = () => hang;
    await opens(page, host.address);
  },

  async "what was spoilt or lost in the store is fetched again"(page, host) {
    await opens(page, host.address, "yes");
    const spoil = (name, how) => page.value(`(async () => { const cache = await caches.open((await caches.keys())[0]); const at = location.origin + "/${name}";
      ${how === "lost" ? "await cache.delete(at)" : `await cache.put(at, new Response(${JSON.stringify(login)}, { headers: { "Content-Type": "text/html" } }))`}; return true; })()`);
    for (const how of ["lost", "spoilt"]) {
      for (const name of of("start", "module", "rest")) await spoil(name === "index.html" ? "" : name, how);
      await opens(page, host.address, "yes");
      await allKept(page);
    }
    // Without network it says what it can.
    await spoil(of("rest")[0], "lost");
    await host.stop();
    await opens(page, host.address);
  },

  async "what an earlier release kept wrongly is mended by this one"(page, host, newest) {
    const earlier = readFileSync(new URL("first-worker.js", import.meta.url), "utf8");
    const first = `const release = "earlier", first = ${JSON.stringify(of("start", "module").filter((name) => name !== "index.html"))};\n${earlier}`;
    const mark = (text) => text.replace("</body>", "<!-- earlier --></body>");
    const isEarlier = "document.documentElement.outerHTML.includes('<!-- earlier -->')";
    const [module] = of("start").filter((name) => name.endsWith("_bg.wasm"));
    // The oldest engine, here in one process, ends with a visit that fails; so there the visit brings a page.
    for (const wrong of [...(newest ? ["/"] : []), `/${module}`]) {
      const site = await new Host(dist).start();
      site.edits.set("/sw.js", () => first);
      site.edits.set("/index.html", mark);
      if (wrong === "/") site.rules.set("/", redirect("/index.html"));
      else site.every = (response, file, path) => (site.asked.includes("/sw.js") && path === wrong ? instead(login)(response) : undefined);
      await opens(page, site.address);
      await page.until("the earlier release is kept", "navigator.serviceWorker.ready.then((one) => one.active.state === 'activated' && caches.keys()).then((keys) => keys.length === 1)");
      // It cannot be opened any more.
      await page.goto("about:blank");
      await page.goto(site.address);
      await page.until("it does not start", `document.documentElement.getAttribute('data-state') !== 'ready' && document.readyState === 'complete' && location.href !== 'about:blank'`);
      site.edits.clear();
      site.every = undefined;
      for (let visit = 0; visit < 20 && (await page.value(`document.documentElement.getAttribute('data-state') !== 'ready' || ${isEarlier}`).catch(() => true)); visit += 1) {
        await page.goto("about:blank");
        await page.goto(site.address);
        // Some time after each visit the browser looks for a newer worker by itself.
        await page.value("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => true)").catch(() => {});
        await new Promise((done) => setTimeout(done, wrong === "/" ? 2000 : 300));
      }
      await page.state("ready");
      assert.equal(await page.value(isEarlier), false);
      await opens(page, site.address, "yes");
      await allKept(page);
      await site.stop();
    }
  },

  async "a new release is taken whole, past an old page in the browser's own store, and waits"(page, host) {
    const release = (name) => (text) => text.replace(/release\s*=\s*"\w+"/, `release="${name}"`);
    host.headers = { "Cache-Control": "max-age=3600" };
    await opens(page, host.address, "yes");
    host.edits.set("/index.html", (text) => text.replace("</body>", "<!-- new --></body>"));
    host.edits.set("/sw.js", release("new"));
    const update = "navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => true, () => false)";
    // Half copied: one of its files is another one. It is not kept, and the old one goes on.
    const [style] = of("start").filter((name) => name.endsWith(".css"));
    host.rules.set(`/${style}`, instead("body {}", { "Content-Type": "text/css" }));
    await page.value(update);
    await page.until("it was tried and left", `navigator.serviceWorker.getRegistration().then((one) => !one.installing && !one.waiting)`);
    assert.equal((await page.value("caches.keys()")).length, 1);
    assert.equal(await page.value("!!document.querySelector('[data-update]')"), false);
    host.rules.clear();
    // Asked again as a browser does at each visit: the attempt before may only just be ending.
    await page.until("it waits", `${update}.then(() => document.querySelector('[data-update]'))`);
    await page.value("document.querySelector('[data-do=update]').click()");
    await page.until("it runs", "document.documentElement.outerHTML.includes('<!-- new -->') && document.documentElement.getAttribute('data-state') === 'ready'");
    await page.until("the old one is gone", "caches.keys().then((keys) => keys.length === 1 && /new$/.test(keys[0]))");
  },
};

for (const folder of [old, undefined]) {
  for (const [name, run] of Object.entries(tests).filter(([name]) => name.includes(words))) {
    // A browser for each: workers that a test left hanging are gone with it.
    const browser = new Browser(folder);
    const version = await browser.version();
    const host = await new Host(dist).start();
    const page = await browser.page();
    await test(`${version}: ${name}`, () => run(page, host, !folder));
    await browser.close();
    await host.stop().catch(() => {});
  }
}
end();
