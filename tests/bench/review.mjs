// What a county's review is measured by, each in a fresh browser. Times are milliseconds.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Browser } from "../delivery/devtools.mjs";
import { moduleBytes, watchModule } from "../delivery/module.mjs";
import { Person } from "../delivery/person.mjs";
import { percentile } from "./measures.mjs";

const files = (county, many) => Array.from({ length: many }, (_, at) => join(county, `${at + 1}.json`));

/* In the page, before anything else runs: tasks of the main thread that are longer than 50 ms. The one in which the
   browser hands over hundreds of files, each looked up on the disk, began before the page was asked for anything. */
function watchTasks() {
  window.tasks = [];
  window.chosen = 0;
  const ours = ({ startTime, duration }) => startTime > chosen || startTime + duration < chosen;
  new PerformanceObserver((list) => tasks.push(...list.getEntries().filter(ours).map(({ duration }) => Math.round(duration)))).observe({ type: "longtask", buffered: true });
}

/* In the page, before anything else runs: a browser that keeps nothing, so that what is measured is not its disk. */
function keepNothing() {
  IDBFactory.prototype.open = () => {
    throw new DOMException("none", "SecurityError");
  };
}

/** A page of a new browser with the application in it. */
async function opened(address, before = [], flags = []) {
  const browser = new Browser(undefined, flags);
  const page = await browser.page();
  await watchModule(page);
  for (const run of [watchTasks, ...before]) await page.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${run})()` });
  await page.send("Performance.enable");
  const person = await Person.opens(browser, address, page);
  return { browser, page, person };
}

const long = async (page, minutes, what, expression) => {
  for (const end = Date.now() + minutes * 60_000; Date.now() < end; ) {
    if (await page.value(`Boolean(${expression})`)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited in vain until ${what}\n${page.errors.join("\n")}`);
};

/** How long the main thread has worked so far. */
async function worked(page) {
  const { metrics } = await page.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/** The longest task since the last time this was asked. */
const longest = (page) => page.value("new Promise((done) => setTimeout(() => { done(Math.max(0, ...tasks)); tasks.length = 0; }, 100))");

/** A county's review with so many rooms on its roster. */
async function withRoster({ page, person }, county, many) {
  const roster = readFileSync(join(county, "roster.csv"), "utf8").split("\n").slice(0, many + 1).join("\n");
  await person.go("#/county");
  // What is here already may come above it at any moment, so it is not clicked by its place.
  await person.there("button[data-do=begin-review]");
  await person.call(() => document.querySelector("button[data-do=begin-review]").click());
  await person.there("#roster-kind");
  await person.pick("#roster-kind", "room");
  await person.pick("#roster-paste", roster);
  await person.click("button[data-do=read-roster]");
  await person.there("button[data-do=accept-roster]");
  await longest(page);
  const began = await page.value("performance.now()");
  await person.click("button[data-do=accept-roster]");
  await long(page, 10, "the roster is there", "document.querySelector('[data-roster] tr') && !document.querySelector('[data-preview]')");
  return { time: (await page.value("performance.now()")) - began, task: await longest(page) };
}

/* In the page: notes when the files were chosen and when it says what came of them. */
function watchTakingIn() {
  window.chosen = window.taken = 0;
  document.addEventListener("change", () => (window.chosen = performance.now()), { capture: true, once: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector("[data-taken-in]")) return;
    window.taken = performance.now();
    observer.disconnect();
  }).observe(document.body, { childList: true, subtree: true });
  return true;
}

/* In the page: reads the files of a field of its own as the application does, eight at a time. */
async function readAll() {
  const files = [...document.querySelector("#bare").files];
  window.read = [];
  const read = async () => {
    for (let file; (file = files.pop()); ) {
      const reader = new Response(file).body.getReader();
      for (let part; !(part = await reader.read()).done; ) window.read.push(part.value);
    }
  };
  await Promise.all(Array.from({ length: 8 }, read));
  return true;
}

/* In the page: what `JSON.parse` and SHA-256 take for the same bytes. */
async function parseAndDigest() {
  const decoder = new TextDecoder();
  const began = performance.now();
  for (const bytes of window.read) {
    JSON.parse(decoder.decode(bytes));
    await crypto.subtle.digest("SHA-256", bytes);
  }
  return performance.now() - began;
}

/** What the browser takes to hand over the files and to read them, and what is done with them at the very least. */
async function bare({ page, person }, county, many) {
  const run = (job) => page.send("Runtime.evaluate", { expression: `(${job})()`, awaitPromise: true, returnByValue: true }, 600_000).then(({ result }) => result.value);
  await person.call(() => (document.body.insertAdjacentHTML("beforeend", "<input type=file multiple id=bare>"), true));
  const before = await worked(page);
  await person.give("#bare", files(county, many));
  await run(readAll);
  const brought = (await worked(page)) - before;
  return { brought, bare: await run(parseAndDigest) };
}

async function takeIn({ page, person }, county, many) {
  await person.click(".review-bar [data-place=intake]");
  await person.there("#take-files");
  await person.call(watchTakingIn);
  await longest(page);
  const before = await worked(page);
  await person.give("#take-files", files(county, many));
  await long(page, 20, "all are taken in", "taken");
  const time = await page.value("taken - chosen");
  const task = await longest(page);
  const work = (await worked(page)) - before;
  const said = await person.text("[data-taken-in] p");
  assert.ok(said.includes(String(many)), said);
  return { time, task, work };
}

/** Taking in so many submissions: without a disk, with one, and what nothing but `JSON.parse` and SHA-256 take for the
    same bytes. With the last, `more` entries are put beside, and the review is opened in a new page. */
export async function takingIn(address, county, many, more = 0) {
  const found = {};
  for (const [name, before] of [["memory", [keepNothing]], ["disk", []]]) {
    const here = await opened(address, before);
    const { page, person, browser } = here;
    try {
      found.roster = await withRoster(here, county, many);
      if (name === "disk") await long(page, 10, "the roster is saved", "document.querySelector('[data-saved=saved]')");
      found[name] = await takeIn(here, county, many);
      if (name === "disk") {
        await long(page, 10, "all is saved", "document.querySelector('[data-saved=saved]')");
        found.saved = await page.value("performance.now() - chosen");
        if (more) {
          await person.call(putEntries, more);
          found.large = await openedAnew(page, await page.value("location.href.replace(/(#\\/r\\/[^/]+).*/, '$1/table')"));
        }
      } else {
        Object.assign(found, await bare(here, county, many));
      }
      assert.deepEqual(page.errors, []);
    } finally {
      await browser.close();
    }
  }
  return found;
}

/** Opens a review in a page where none was: how long that takes, and what it takes of the module's memory. */
async function openedAnew(page, address) {
  await page.goto("about:blank");
  await page.goto(address);
  await long(page, 5, "the table is there", "document.querySelector('[data-table] tr')");
  const time = await page.value("performance.now()");
  return { time, task: await longest(page), module: await moduleBytes(page) };
}

/* In the page: puts so many entries beside those of the only review: numbers that were typed for its units, each once. */
async function putEntries(more) {
  const done = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
  const database = await done(indexedDB.open("xingzhan.1.review"));
  const whole = database.transaction(["reviews", "entries"], "readwrite"), entries = whole.objectStore("entries");
  const [review] = await done(whole.objectStore("reviews").getAllKeys());
  const known = (await done(entries.getAll())).map(JSON.parse);
  const units = known.flatMap(({ act }) => (act.unit ? [act.unit.unit] : [])), { by, at } = known[0];
  const writer = "0123456789abcdef";
  const facts = ["files_kept", "registered", "policy_talks", "activities_held", "activities_recorded", "reception_days", "concerns_received", "concerns_answered"];
  for (let step = 0; step < more; step += 1) {
    const value = { value: step % 100, rests_on: "paper", day: "2026-12-05" };
    const act = { entered_fact: { unit: units[step % units.length], fact: facts[Math.floor(step / units.length)], value } };
    entries.put(JSON.stringify({ act, at, by, id: `${writer}-${step}`, step }), [review, writer, step]);
  }
  await new Promise((done) => (whole.oncomplete = done));
  database.close();
  return true;
}

/* In the page: changes a field of the table's, and waits for the frame in which that is seen. */
function changed(css, value) {
  const field = document.querySelector(css), before = document.querySelector("[data-table]").innerText;
  return new Promise((done) => {
    const began = performance.now(), { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done([performance.now() - began, before !== document.querySelector("[data-table]").innerText]);
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    requestAnimationFrame(() => port2.postMessage(0));
  });
}

/** A county's table of so many units: from a change of what is shown to the frame in which it is seen, and what opening
    the review again and again leaves in memory, in KB. */
export async function table(address, county, many, times) {
  const here = await opened(address, [], ["--disable-frame-rate-limit", "--disable-gpu-vsync"]);
  const { page, person, browser } = here;
  try {
    await withRoster(here, county, many);
    await takeIn(here, county, many);
    await long(page, 10, "all is saved", "document.querySelector('[data-saved=saved]')");
    const place = await page.value("location.hash.replace(/(#\\/r\\/[^/]+).*/, '$1/table')");
    await person.go(place);
    await person.there("[data-table] tr");
    const found = { changes: {}, memory: [] };
    const asked = { sort: ["#table-sort", "total", "roster"], filter: ["#table-state", "missing", ""], search: ["#table-search", "第17村", ""] };
    for (const [name, [css, ...values]] of Object.entries(asked)) {
      const all = [];
      for (let time = 0; time < 20; time += 1) {
        const [took, differs] = await person.call(changed, css, values[time % 2]);
        assert.ok(differs, `${name} changed what is seen`);
        all.push(took);
      }
      found.changes[name] = { median: percentile(all, 0.5), most: percentile(all, 0.95) };
    }
    found.task = await longest(page);
    // Another review, so that this one has to be read each time.
    await person.go("#/county");
    await person.there("button[data-do=begin-review]");
    await person.call(() => document.querySelector("button[data-do=begin-review]").click());
    await person.there("#roster-kind");
    const other = await page.value("location.hash");
    for (let time = 0; time < times; time += 1) {
      await person.go(place);
      await page.until("the table is there", "document.querySelectorAll('[data-table] tr[data-unit]').length > 10");
      for (let turn = 0; turn < 3; turn += 1) await page.send("HeapProfiler.collectGarbage");
      const { usedSize } = await page.send("Runtime.getHeapUsage");
      found.memory.push({ heap: usedSize / 1000, module: (await moduleBytes(page)) / 1000 });
      await person.go(other);
      await person.there("#roster-kind");
    }
    assert.deepEqual(page.errors, []);
    return found;
  } finally {
    await browser.close();
  }
}

/** A list of so many rows that comes onto the roster: until it is there, and the longest task. */
export async function roster(address, county, many) {
  const here = await opened(address);
  try {
    const found = await withRoster(here, county, many);
    await long(here.page, 5, "all rows are drawn", `document.querySelectorAll('[data-roster] tr').length === ${many}`);
    return { ...found, drawn: await longest(here.page) };
  } finally {
    await here.browser.close();
  }
}
