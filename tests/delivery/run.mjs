// Opens what is handed out in the oldest and the newest Chromium:  node tests/delivery/run.mjs DIST OLD
// DIST is a folder that `make dist` filled, OLD the folder that scripts/engine.sh prints.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isOffice, modules, names, use } from "../../scripts/files.mjs";
import { Browser } from "./devtools.mjs";
import { moduleBytes, watchModule } from "./module.mjs";
import { Person } from "./person.mjs";
import { end, serve, test, work } from "./site.mjs";

const [dist, old] = process.argv.slice(2);

const fixture = (name, part = "write") => readFileSync(new URL(`../../office/${part}/tests/fixtures/${name}`, import.meta.url));
const bytes = (name, part) => `Uint8Array.from(atob("${fixture(name, part).toString("base64")}"), (sign) => sign.charCodeAt(0))`;
/** In the page: bytes as base64. */
const base64 = `((bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 5000) text += String.fromCharCode(...bytes.subarray(at, at + 5000));
  return btoa(text);
})`;
/** What the module that writes makes of a request, as base64; or why it makes nothing. */
const made = (task, request, ...files) => `xingzhanOffice("write", "${task}", ${request}, [${files}]).then(${base64}, (reason) => "not made: " + reason)`;
/** What the module that reads finds in a file: a line of JSON, and one for each file in it; or why it finds nothing. */
const found = (task, file) => `xingzhanOffice("read", "${task}", ${file}, []).then((opened) => {
  const content = new TextDecoder().decode(opened.content ? opened.content() : opened), lines = [content];
  const read = JSON.parse(content), files = opened.content ? read.files || read : [];
  for (const at of files.keys()) {
    try {
      lines.push(${base64}(opened.file(at)));
    } catch (reason) {
      lines.push(reason);
    }
  }
  if (opened.free) opened.free();
  return lines.join("\\n") + "\\n";
}, (reason) => "not read: " + reason)`;
/** Has files read: the same as natively, where office/read/tests compares it with what stands beside them. */
async function reads(page) {
  for (const [task, name] of [["mail", "qq.eml"], ["archive", "windows.zip"], ["workbook", "roster.xlsx"], ["workbook", "roster.xls"]]) {
    assert.equal(await page.value(found(task, bytes(name, "read"))), fixture(`${name}.read.txt`, "read").toString());
  }
  assert.equal(await page.value(found("archive", bytes("qq.eml", "read"))), 'not read: {"failure":"not_archive"}');
}
/** Asks for a mail and a workbook: the same bytes as natively, where office/write/tests compares them with these files. */
async function makes(page) {
  for (let time = 0; time < 2; time += 1) {
    assert.equal(await page.value(made("workbook", bytes("workbook.json"))), fixture("workbook.xlsx").toString("base64"));
    assert.equal(await page.value(made("mail", bytes("mail.json"), bytes("workbook.json"), bytes("mail.json"))), fixture("mail.eml").toString("base64"));
  }
}
const ofOffice = (url, part) => isOffice(url.split("/").pop(), part);

/** What a newer engine may do that an older one has to be allowed: asked in the page's own time, where the policy counts. */
const evaluates = "new Promise((done) => setTimeout(() => { try { done((0, eval)('1 === 1')) } catch { done(false) } }))";

const tests = {
  async "the single file runs from the disk, at any place and under any name, and asks for nothing"(browser, newest) {
    const folder = join(work, "星站 资料#1 100%");
    mkdirSync(folder, { recursive: true });
    const file = join(folder, "xingzhan (1) 副本.html");
    cpSync(join(dist, "xingzhan.html"), file);
    const page = await browser.page();
    await page.goto(pathToFileURL(file).href);
    await page.state("ready");
    await page.value("location.hash = '#/mine'");
    await page.until("the next page stands", "document.querySelector('h1') && document.querySelectorAll('#start').length === 0");
    assert.equal(await page.value("document.documentElement.getAttribute('data-exchange')"), null, "what nobody has asked for stays packed");
    await page.value("location.hash = '#/open'");
    await page.until("it is unpacked when it is asked for", "document.querySelector('#file') && document.activeElement === document.querySelector('h1')");
    assert.deepEqual(page.requests.filter((url) => !/^(file:.*html|data:)/.test(url)), []);
    assert.deepEqual(page.errors.filter((text) => !text.includes("'wasm-unsafe-eval'")), []);
    assert.equal(await page.value(evaluates), !newest, "only an engine that needs it may evaluate");
  },

  async "a page that is left leaves nothing behind in the module's memory"(browser) {
    const server = await serve(dist);
    const page = await browser.page();
    await watchModule(page);
    const person = await Person.opens(browser, server.address, page);
    const id = await person.begin("liaison-station");
    const through = async (rounds) => {
      for (let round = 0; round < rounds; round += 1) {
        for (const section of "ABC") {
          await person.go(`#/d/${id}/section/${section}`);
          // The bar and the items follow the draft on each page.
          await person.value("document.querySelector('main input[type=radio]:not(:checked)').click()");
        }
      }
      return moduleBytes(page);
    };
    const [few, many] = [await through(20), await through(40)];
    // A trace of what stood on each page would be some 500 KB by then.
    assert.ok(many - few <= 128 << 10, `${many - few} bytes more`);
    await server.stop();
  },

  async "the single file makes mails and workbooks out of itself"(browser, newest) {
    const page = await browser.page();
    await page.goto(pathToFileURL(join(dist, "xingzhan.html")).href);
    await page.state("ready");
    await makes(page);
    assert.equal(await page.value(made("mail", "new Uint8Array(3)")), "not made: request");
    assert.deepEqual(page.requests.filter((url) => !/^(file:.*html|data:)/.test(url)), []);
    assert.deepEqual(page.errors.filter((text) => !text.includes("'wasm-unsafe-eval'")), []);
    assert.equal(await page.value(evaluates), !newest, "still only an engine that needs it may evaluate");
    // What came damaged is told, and the rest goes on.
    const broken = await browser.page();
    const file = join(work, "broken.html");
    writeFileSync(file, readFileSync(join(dist, "xingzhan.html"), "utf8").replace(/(id="office-write-module"[^>]*>.{5000})./, "$1"));
    await broken.goto(pathToFileURL(file).href);
    await broken.state("ready");
    assert.equal(await broken.value(made("workbook", bytes("workbook.json"))), "not made: broken");
  },

  async "the hosted copy fetches what makes mails and workbooks when it is asked, once, and can try again"(browser) {
    const site = join(work, "office");
    rmSync(site, { recursive: true, force: true });
    cpSync(dist, site, { recursive: true });
    // Without the service worker, which fetches ahead once the application is ready.
    rmSync(join(site, "sw.js"));
    let server = await serve(site);
    const page = await browser.page();
    await page.goto(`http://127.0.0.1:${server.port}/`);
    await page.state("ready");
    await page.value("new Promise((done) => setTimeout(done, 500))");
    assert.deepEqual(page.requests.filter((url) => ofOffice(url)), [], "nothing is fetched before it is asked for");
    await server.stop();
    assert.equal(await page.value(made("workbook", bytes("workbook.json"))), "not made: absent");
    const module = names(site).find((name) => name.endsWith("_bg.wasm") && isOffice(name, "write"));
    const whole = readFileSync(join(site, module));
    for (const [part, told] of [[whole.subarray(0, 10_000), "broken"], [Buffer.alloc(whole.length, 7), "old"]]) {
      writeFileSync(join(site, module), part);
      server = await serve(site, server.port);
      assert.equal(await page.value(made("workbook", bytes("workbook.json"))), `not made: ${told}`);
      await server.stop();
    }
    writeFileSync(join(site, module), whole);
    server = await serve(site, server.port);
    page.requests.length = 0;
    await makes(page);
    assert.equal(page.requests.filter((url) => ofOffice(url, "write")).length, 1, "the glue is here, the module comes, and both stay");
    assert.deepEqual(page.requests.filter((url) => ofOffice(url, "read")), [], "who writes does not wait for what reads");
    page.requests.length = 0;
    await reads(page);
    assert.equal(page.requests.filter((url) => ofOffice(url)).length, 2, "each file once");
    await server.stop();
  },

  async "pages that do not come are told of, and come when they are asked for again"(browser) {
    const site = join(work, "pages");
    rmSync(site, { recursive: true, force: true });
    cpSync(dist, site, { recursive: true });
    rmSync(join(site, "sw.js"));
    const after = modules(readFileSync(join(site, "index.html"), "utf8"));
    const server = await serve(site);
    for (const { name, file } of after) {
      const whole = readFileSync(join(site, file));
      for (const part of [undefined, whole.subarray(0, 10_000)]) {
        rmSync(join(site, file), { force: true });
        if (part) writeFileSync(join(site, file), part);
        const page = await browser.page();
        await page.goto(`http://127.0.0.1:${server.port}/`);
        // The form and what it needs are fetched at once, the rest ahead of its time and without a word.
        const of = (module) => name === module || after.find((one) => one.name === module).needs.includes(name);
        const first = of("pages");
        const [place, stands] = of("exchange") ? ["#/open", "#file"] : ["#/township", "[data-reviews]"];
        await page.until("it is known what comes", `document.documentElement.getAttribute('data-pages') === '${first ? "absent" : "here"}'`);
        assert.ok(await page.value("document.querySelectorAll('a.door').length === 3"), "the start page stands all the same");
        await page.value(first ? "document.querySelector('a.door').click()" : `location.hash = '${place}'`);
        await page.until("it is told", "document.querySelector('main [role=alert]') && document.activeElement === document.querySelector('h1')");
        writeFileSync(join(site, file), whole);
        await page.value("document.querySelector('[data-do=fetch-again]').click()");
        await page.until("the page stands", `document.querySelector('${first ? "[data-new]" : stands}') && document.activeElement === document.querySelector('h1')`);
      }
    }
    await server.stop();
  },

  async "paper and files are fetched ahead, and a place of theirs stands at once"(browser) {
    const server = await serve(dist);
    const page = await browser.page();
    await page.goto(server.address);
    await page.until("they are here before anybody has asked", "document.documentElement.getAttribute('data-exchange') === 'here'");
    await page.value("window.seen = []; new MutationObserver(() => seen.push(!!document.querySelector('main .coming'))).observe(document.body, { childList: true, subtree: true }); location.hash = '#/open'");
    await page.until("the place stands", "document.querySelector('#file')");
    assert.ok(!(await page.value("seen.includes(true)")), "nobody waits for it");
    await server.stop();
  },

  async "the hosted copy runs below any path, and without its server after one visit"(browser) {
    const site = join(work, "site");
    const folder = join(site, "rd/2026");
    rmSync(site, { recursive: true, force: true });
    cpSync(dist, folder, { recursive: true });
    let server = await serve(site);
    const address = `http://127.0.0.1:${server.port}/rd/2026/`;
    let page = await browser.page();
    await page.goto(address);
    await page.state("ready");
    assert.deepEqual(page.requests.filter((url) => ofOffice(url)), [], "nothing of it before it is asked for");
    const last = names(dist).filter((name) => use(name) === "rest").pop();
    await page.until("everything is kept", `caches.match(location.href + '${last}')`);
    assert.deepEqual(page.requests.filter((url) => !url.startsWith(address) && !url.startsWith("data:")), []);
    await server.stop();
    page = await browser.page();
    for (const name of ["", "index.html?from=bookmark#/mine", "#/open"]) {
      await page.goto(address + name);
      await page.state("ready");
    }
    await page.until("paper and files are kept as well", "document.querySelector('#file')");
    await makes(page);
    await reads(page);
    await page.goto(`${address}blank.html`);
    await page.until("the blank sheet stands", "document.querySelectorAll('.blank tr').length > 60");

    // A new release is announced, waits, and costs no draft.
    await page.goto(`${address}#/mine`);
    await page.state("ready");
    await page.value("window.before = true; document.querySelector('[data-new]').click()");
    await page.until("a draft is open", "/^#\\/d\\//.test(location.hash)");
    const place = await page.value("location.href");
    for (const [name, add] of [["index.html", "<!-- new -->"], ["sw.js", "\n// new"]]) {
      const text = readFileSync(join(folder, name), "utf8");
      writeFileSync(join(folder, name), name === "sw.js" ? text.replace(/release = "\w+/, 'release = "new') : text.replace("</body>", `${add}</body>`));
    }
    server = await serve(site, server.port);
    await page.value("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => true)");
    await page.until("the new release is announced", "document.querySelector('[data-update]')");
    assert.ok(await page.value("window.before"), "nothing is forced");
    const other = await browser.page();
    await other.goto(`${address}#/open`);
    await other.state("ready");
    await other.value("window.before = true");
    await page.value("document.querySelector('[data-do=update]').click()");
    await page.until("the page is loaded again", "!window.before && document.documentElement.getAttribute('data-state') === 'ready'");
    assert.equal(await page.value("location.href"), place);
    assert.ok(await page.value("document.documentElement.outerHTML.includes('<!-- new -->')"), "the new release runs");
    await page.until("the draft is still there", "document.querySelector('.draft-bar')");
    assert.equal((await page.value("caches.keys()")).length, 1, "the old release is gone");
    assert.ok(await other.value("window.before && !!document.querySelector('[data-update]')"), "another window goes on and is told");
    await server.stop();
  },

  async "a browser that cannot run it says what to do and holds a sheet to print"(browser) {
    const seen = "getComputedStyle(document.getElementById('unsupported')).visibility === 'visible' && document.getElementById('unsupported').offsetHeight > 300";
    const file = pathToFileURL(join(dist, "xingzhan.html")).href;
    let page = await browser.page();
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: "delete window.WebAssembly" });
    await page.goto(file);
    await page.state("unsupported");
    assert.ok(await page.value(seen), "the help is seen at once");
    assert.ok(await page.value("document.querySelectorAll('.blank tr').length > 60"), "with the sheet");
    page = await browser.page();
    await page.send("Emulation.setScriptExecutionDisabled", { value: true });
    await page.goto(file);
    await page.until("the help is seen without scripts", seen);
  },
};

for (const folder of [old, undefined]) {
  const version = await (async () => {
    const browser = new Browser(folder);
    const version = await browser.version();
    await browser.close();
    return version;
  })();
  for (const [name, run] of Object.entries(tests)) {
    const browser = new Browser(folder);
    await test(`${version}: ${name}`, () => run(browser, !folder));
    await browser.close();
  }
}
end();
