// What is said where a file of the site is missing or wrong:  node tests/delivery/causes.mjs DIST OLD [WORDS]
// With words, only the tests with these in their names.
// A missing file is not the browser's fault, and a browser that cannot is not the site's.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { asBytes, asText, isOffice, modules, names, officeParts } from "../../scripts/files.mjs";
import { Browser } from "./devtools.mjs";
import { Host, cut, drop, half, hang, headed, instead, login, refuse, times } from "./host.mjs";
import { end, test, work } from "./site.mjs";

const [dist, old, words = ""] = process.argv.slice(2);
const named = (pattern) => names(dist).find((name) => pattern.test(name));
const glue = named(/^xingzhan-\w+\.js$/);
const module = named(/^xingzhan-\w+_bg\.wasm$/);
/** The modules that come after the start: the form, paper and files, and what both need. */
const after = modules(readFileSync(join(dist, "index.html"), "utf8"));
const [pages, exchange] = ["pages", "exchange"].map((name) => after.find((one) => one.name === name));
const [chunk] = after.filter((one) => exchange.needs.includes(one.name) && pages.needs.includes(one.name));
/** Each with a place that needs it, and what stands there. */
const places = [[pages, "#/mine", "[data-new]"], [chunk, "#/mine", "[data-new]"], [exchange, "#/open", "#file"]];
/** In the page: that everything after the start is here. */
const allHere = "['pages', 'exchange'].every((name) => document.documentElement.getAttribute('data-' + name) === 'here')";
const style = named(/\.css$/);
/** Each file of the modules for mails and workbooks, and how it is asked for in the page: with what is no file at all. */
const office = officeParts.flatMap((part) => names(dist).filter((name) => isOffice(name, part)).map((file) => [file, `xingzhanOffice('${part}', 'workbook', new Uint8Array(3), [])`
  + ".then(() => 'made', (reason) => reason + ' ' + JSON.stringify(window.xingzhanLack || {}))"]));
const refused = /^(request|\{"failure":"not_workbook"\}) /;

/** Ways to give a file wrongly, and what is to be said of each: the status or the type that the site answered. */
const wrong = {
  "404": [refuse(404), /404/],
  "403": [refuse(403), /403/],
  "500": [refuse(500), /500/],
  "503": [refuse(503), /503/],
  "a login page": [instead(login), /200/],
  "half of it": [half, /200/],
  "an end in its middle": [cut, /网络断了，或者网站没有回应/],
  "no answer": [drop, /网络断了，或者网站没有回应/],
};
/** Scripts and style sheets alone: browsers may not use these with a wrong type where the host says so. */
const wrongType = [headed({ "Content-Type": "text/plain", "X-Content-Type-Options": "nosniff" }), /text\/plain/];

/** What is seen of the page before the start. */
const seen = "[...document.querySelectorAll('#missing, #unsupported')].filter((one) => one.offsetHeight > 0 && getComputedStyle(one).visibility === 'visible').map((one) => one.innerText).join('\\n')";
/** Without the service worker, which has tests of its own. */
async function away(host) {
  host.rules.set("/sw.js", refuse(404));
}

/* In the page, before anything else runs: `ask` asks for a module as the start's own would, and gives whether it came. */
function watch() {
  // The start's module names one of the functions in its table that is to be told; this one is in no table.
  const ours = 1 << 30;
  const { get } = WebAssembly.Table.prototype;
  let told;
  WebAssembly.Table.prototype.get = function (at) {
    return at === ours ? told : get.call(this, at);
  };
  window.ask = (name) => new Promise((done) => {
    told = (data, came) => done(came);
    window.xingzhanParts([name])[`__wasm_split_load_${name}`](ours, 0);
  });
}

async function blamesTheSite(page, file, answer) {
  await page.until("it says so", "/^(missing|unsupported)$/.test(document.documentElement.getAttribute('data-state')) && document.styleSheets.length > 0");
  const text = await page.value(seen);
  assert.equal(await page.value("document.documentElement.getAttribute('data-state')"), "missing", `${file}\n${text}`);
  const said = text.split("\n").filter((line) => line.includes(file));
  assert.ok(said.length === 2 && answer.test(said[0]), `${file} ${answer}\n${text}`);
  assert.match(text, /刷新本页/);
  assert.match(text, /告诉管这个网址的人/);
  assert.match(text, /tell whoever looks after this address/);
  assert.match(text, /以前填写的内容不会丢失/);
  assert.doesNotMatch(text, /极速模式|Edge/);
}

const tests = {
  async "a file that the start needs and the site does not give as it should is named, with the answer"(page, host) {
    for (const [file, ways] of [[glue, { ...wrong, "a wrong type": wrongType }], [module, wrong]]) {
      for (const [what, [rule, answer]] of Object.entries(ways)) {
        host.rules.set(`/${file}`, rule);
        await page.goto("about:blank");
        await page.goto(host.address);
        await blamesTheSite(page, file, answer).catch((error) => assert.fail(`${what}: ${error.message}`));
        host.rules.delete(`/${file}`);
        if (what !== "403") continue;
        // It can be tried again.
        await page.send("Page.reload");
        await page.state("ready");
      }
    }
  },

  async "what came wrong once is fetched again without a word"(page, host) {
    for (const file of [glue, module, ...after.map((one) => one.file)]) {
      for (const rule of [instead(login, { "Cache-Control": "max-age=31536000, immutable" }), refuse(502)]) {
        // The link that fetches ahead is answered as well; what it brought is used.
        host.rules.set(`/${file}`, times(1, rule));
        await page.goto("about:blank");
        await page.goto(host.address);
        await page.state("ready");
        await page.until("everything is here", allHere);
      }
    }
  },

  async "a module with another type runs"(page, host) {
    for (const type of ["application/octet-stream", "text/plain", "application/wasm; charset=utf-8"]) {
      host.every = (response, file, path) => path.endsWith(".wasm") && headed({ "Content-Type": type, "X-Content-Type-Options": "nosniff" })(response, file);
      await page.goto("about:blank");
      await page.goto(host.address);
      await page.state("ready");
    }
  },

  async "a file that the site never sends is named after a while, and the start goes on when it comes"(page, host) {
    // Twenty seconds in a person's time.
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: "const later = window.setTimeout; window.setTimeout = (act, time, ...more) => later(act, time === 20000 ? 300 : time, ...more);" });
    let send;
    host.rules.set(`/${glue}`, (response, file) => ((send = () => response.writeHead(200, { "Content-Type": "text/javascript" }).end(file)), hang));
    await page.goto(host.address);
    await blamesTheSite(page, glue, /很久没有取到/);
    send();
    await page.state("ready");
  },

  async "what is loaded after the start and never comes is told of after a while, and is fetched anew when it is asked for again"(page, host) {
    // Twenty seconds, a minute and three in a person's time.
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: "const later = window.setTimeout; window.setTimeout = (act, time, ...more) => later(act, { 20000: 300, 60000: 500, 180000: 900 }[time] || time, ...more);" });
    for (const [{ file }, place, stands] of places) {
      host.rules.set(`/${file}`, hang);
      await page.goto("about:blank");
      await page.goto(host.address + place);
      await page.until(`it is said: ${file}`, "document.querySelector('main [role=alert]')");
      assert.ok((await page.value("document.querySelector('main [role=alert]').innerText")).includes("已填的内容都还在"));
      await page.value("document.querySelector('[data-do=fetch-again]').click()");
      await page.until("the file is named", `[...document.querySelectorAll('main [role=alert]')].some((one) => one.innerText.includes(${JSON.stringify(file)}) && one.innerText.includes("很久没有取到"))`);
      host.rules.delete(`/${file}`);
      await page.until("it comes when it is asked for again", `!!document.querySelector('${stands}') || (document.querySelector('[data-do=fetch-again]') && document.querySelector('[data-do=fetch-again]').click())`);
    }
    for (const [file, ask] of office) {
      host.rules.set(`/${file}`, hang);
      await page.goto("about:blank");
      await page.goto(host.address);
      await page.state("ready");
      const said = await page.value(ask);
      assert.ok(said.startsWith("absent ") && said.includes(file) && said.includes('"slow"'), said);
      host.rules.delete(`/${file}`);
      assert.match(await page.value(ask), refused, "it is fetched anew");
    }
  },

  async "pages that come late are shown, whatever was said meanwhile"(page, host) {
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: "const later = window.setTimeout; window.setTimeout = (act, time, ...more) => later(act, time === 20000 ? 300 : time, ...more);" });
    let send;
    for (const [{ file }, place, stands] of places) {
      host.rules.set(`/${file}`, (response, content) => ((send = () => response.writeHead(200, { "Content-Type": "application/wasm" }).end(content)), hang));
      await page.goto("about:blank");
      await page.goto(host.address + place);
      await page.until(`it is said: ${file}`, "document.querySelector('main [role=alert]')");
      send();
      await page.until("they are here", `document.querySelector('${stands}')`);
      host.rules.delete(`/${file}`);
    }
  },

  async "without its start script the page says in plain markup whom to tell"(page, host) {
    const start = named(/^start-/);
    for (const rule of [refuse(404), instead(login), wrongType[0]]) {
      host.rules.set(`/${start}`, rule);
      await page.goto("about:blank");
      await page.goto(host.address);
      await page.until("the help is seen", `/多半是网站缺文件，请告诉管这个网址的人/.test(${seen}) && /tell whoever looks after it/.test(${seen})`);
    }
  },

  async "the application runs without its style sheet and says which one it is"(page, host) {
    for (const [what, [rule, answer]] of Object.entries({ ...wrong, "a wrong type": wrongType })) {
      host.rules.set(`/${style}`, rule);
      await page.goto("about:blank");
      await page.goto(host.address);
      await page.state("ready");
      await page.until(`it is said: ${what}`, `[...document.querySelectorAll("[data-lack]")].some((one) => one.innerText.includes("${style}") && ${answer}.test(one.innerText))`);
    }
    host.rules.set(`/${style}`, times(1, refuse(502)));
    await page.goto("about:blank");
    await page.goto(host.address);
    await page.state("ready");
    await page.until("the style came at the second time", "document.getElementById('style').sheet && document.getElementById('style').sheet.cssRules.length > 100");
    assert.equal(await page.value("!!document.querySelector('[data-lack]')"), false);
  },

  async "pages that do not come are told of with their file and the answer, in both languages"(page, host) {
    for (const [{ file }, place, stands] of places) {
      for (const [what, [rule, answer]] of Object.entries(wrong)) {
        host.rules.set(`/${file}`, rule);
        await page.goto("about:blank");
        await page.goto(host.address + place);
        await page.until(`it is said: ${file} ${what}`, "document.querySelector('main [role=alert]')");
        const said = await page.value("document.querySelector('main [role=alert]').innerText");
        assert.ok(said.includes(file) && answer.test(said) && said.includes("已填的内容都还在"), `${file} ${what}: ${said}`);
        await page.value("document.querySelector('.top nav button').click()");
        await page.until("it is said in English", `document.querySelector('main [role=alert]').innerText.includes('What you filled in is still here')`);
        assert.ok((await page.value("document.querySelector('main [role=alert]').innerText")).includes(`file ${file}`));
        await page.value("localStorage.clear()");
        host.rules.clear();
        away(host);
        await page.value("document.querySelector('[data-do=fetch-again]').click()");
        await page.until("it comes when it is asked for again", `document.querySelector('${stands}')`);
      }
    }
  },

  async "what two modules share is fetched once for both, and anew for both where it did not come"(page, host) {
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${watch})()` });
    const answers = [];
    host.rules.set(`/${chunk.file}`, (response, file) => (answers.push((gives) => (gives ? response.writeHead(200, { "Content-Type": "application/wasm" }).end(file) : refuse(500)(response))), hang));
    const asked = ({ file }) => host.asked.filter((path) => path === `/${file}`).length;
    const waits = async (many) => {
      for (let tries = 0; answers.length < many && tries < 1000; tries += 1) await new Promise((done) => setTimeout(done, 20));
      assert.equal(answers.length, many, "requests for what is shared");
      return answers;
    };
    await page.goto(`${host.address}#/mine`);
    await page.until("the start stands", "document.documentElement.getAttribute('data-state') === 'ready'");
    await page.value("void (window.came = ask('exchange'))");
    await waits(1);
    await page.until("the other file is here", `performance.getEntriesByType('resource').some((one) => one.name.endsWith('${exchange.file}') && one.responseEnd)`);
    assert.deepEqual([pages, exchange, chunk].map(asked), [1, 1, 1]);
    // It is asked for once more where it came wrong; that says what is wrong.
    answers[0](false);
    (await waits(2))[1](false);
    assert.equal(await page.value("came"), 0);
    assert.equal(await page.value("window.xingzhanLack.file"), chunk.file);
    await page.until("it is said", `document.querySelector('main [role=alert]') && document.querySelector('main [role=alert]').innerText.includes('${chunk.file}')`);
    // Both ask again, one while it is coming for the other.
    await page.value("void (window.came = ask('exchange'))");
    await waits(3);
    await page.value("document.querySelector('[data-do=fetch-again]').click()");
    await page.until("it is waited for", "!document.querySelector('main [role=alert]')");
    answers[2](true);
    assert.equal(await page.value("came"), 1);
    await page.until("the page stands", "document.querySelector('[data-new]')");
    assert.deepEqual([pages, exchange, chunk].map(asked), [1, 1, 3]);
  },

  async "what makes mails and workbooks is named where it does not come, and comes when it is asked for again"(page, host) {
    for (const [file, ask] of office) {
      for (const [what, [rule, answer]] of Object.entries({ ...wrong, ...(file.endsWith(".js") ? { "a wrong type": wrongType } : {}) })) {
        host.rules.set(`/${file}`, rule);
        await page.goto("about:blank");
        await page.goto(host.address);
        await page.state("ready");
        const said = await page.value(ask);
        const network = /网络断了/.test(String(answer));
        assert.match(said, /^(absent|broken) /, what);
        assert.ok(said.includes(file) && (network ? /"network"/ : answer).test(said), `${what}: ${said}`);
        host.rules.delete(`/${file}`);
        assert.match(await page.value(ask), refused, "it is here, and refuses what is nothing");
      }
    }
  },

  async "a browser that cannot read the script or run the module is told so, and the site is not blamed"(page, host) {
    const size = (name) => readFileSync(join(dist, name)).length;
    await page.goto("about:blank");
    host.rules.set(`/${glue}`, (response) => response.writeHead(200, { "Content-Type": "text/javascript" }).end("a ??? b;".padEnd(size(glue))));
    await page.goto(host.address);
    await page.state("unsupported");
    assert.match(await page.value(seen), /极速模式/);
    host.rules.delete(`/${glue}`);
    const { identifier } = await page.send("Page.addScriptToEvaluateOnNewDocument", { source: "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError('unknown'));" });
    await page.goto("about:blank");
    await page.goto(host.address);
    await page.state("unsupported");
    assert.doesNotMatch(await page.value(seen), /没有取到文件/);
    await page.send("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  },

  async "a single file that is not whole says so itself"(page) {
    const whole = readFileSync(join(dist, "xingzhan.html"), "utf8");
    const spoil = (id) => (text) => text.replace(new RegExp(`(<script id="${id}" type="text/plain"[^>]*>)([^<]*)`), (_, open, packed) => {
      const bytes = asBytes(packed);
      bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 500);
      return open + asText(bytes);
    });
    const lose = (id) => (text) => text.replace(new RegExp(`<script id="${id}" type="text/plain"[^>]*>[^<]*</script>`), "");
    for (const [id, how] of ["glue", "module"].flatMap((id) => [[id, spoil(id)], [id, lose(id)]])) {
      const file = join(work, "spoilt.html");
      writeFileSync(file, how(whole));
      await page.goto("about:blank");
      await page.goto(pathToFileURL(file).href);
      await page.until("it says so", "/^(missing|unsupported)$/.test(document.documentElement.getAttribute('data-state'))");
      const text = await page.value(seen);
      assert.match(text, /这个文件不完整，或者被改动过/, `${id}\n${text}`);
      assert.match(text, /重新拷贝或下载/);
    }
    for (const [how, place] of places.flatMap(([{ name }, place]) => [[spoil(name), place], [lose(name), place]])) {
      const file = join(work, "half.html");
      writeFileSync(file, how(whole));
      await page.goto("about:blank");
      await page.goto(pathToFileURL(file).href + place);
      await page.until("the page says so", "document.querySelector('main [role=alert]') && /这个文件不完整/.test(document.querySelector('main [role=alert]').innerText)");
    }
    // Its end is missing: nothing of it runs, and the help says so.
    const file = join(work, "cut.html");
    writeFileSync(file, whole.slice(0, whole.indexOf('<script id="module"') + 5000));
    await page.goto(pathToFileURL(file).href);
    await page.until("the help is seen", `/单个文件打不开的，重新拷贝或下载一次/.test(${seen})`);
  },
};

for (const folder of [old, undefined]) {
  const browser = new Browser(folder);
  const version = await browser.version();
  for (const [name, run] of Object.entries(tests).filter(([name]) => name.includes(words))) {
    const host = await new Host(dist).start();
    await away(host);
    const page = await browser.page();
    await test(`${version}: ${name}`, () => run(page, host));
    await page.close();
    await host.stop();
  }
  await browser.close();
}
end();
