// What is measured, each in a fresh browser. Times are milliseconds.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Browser } from "../delivery/devtools.mjs";
import { moduleBytes, watchModule } from "../delivery/module.mjs";
import { Person } from "../delivery/person.mjs";
import { work } from "../delivery/site.mjs";

// A frame is drawn as soon as there is something to draw: what is measured is the work, not the wait of up to
// 16.7 ms for the next turn of a screen.
const AT_ONCE = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
/** The number that this share of them do not exceed. */
export const percentile = (numbers, share) => sorted(numbers)[Math.max(0, Math.ceil(numbers.length * share) - 1)];

/** A browser with the draft in it and nothing open; what the job gives. */
async function withDraft(address, draft, flags, job) {
  const browser = new Browser(undefined, flags);
  try {
    const person = await Person.opens(browser, address);
    const id = await person.open(draft, "draft");
    await person.saved();
    return await job(browser, person, id);
  } finally {
    await browser.close();
  }
}

/* In the page, before anything else runs. The moment is taken in a task after the frame in which the field of
   the first item can be hit by a click; time counts from the start of the navigation. Long tasks are told by the engine. */
function watchStart() {
  window.busy = 0; // stays so when no task is long
  new PerformanceObserver((list) => list.getEntries().forEach((task) => (window.busy = task.startTime + task.duration))).observe({ type: "longtask", buffered: true });
  const look = () => {
    const field = document.querySelector("fieldset[data-item] .answer input");
    if (!field) return requestAnimationFrame(look);
    field.scrollIntoView({ block: "center" });
    const box = field.getBoundingClientRect();
    if (document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) !== field) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.answerable = performance.now());
    requestAnimationFrame(() => port2.postMessage(0));
  };
  requestAnimationFrame(look);
}

/* In the page: puts so many other drafts beside this one, in both places. */
async function putBeside(id, many) {
  const kinds = ["draft", "card"].map((kind) => `xingzhan.1.${kind}.`);
  const database = await new Promise((done) => (indexedDB.open("xingzhan.1").onsuccess = ({ target }) => done(target.result)));
  const whole = database.transaction("texts", "readwrite"), store = whole.objectStore("texts");
  for (let other = 0; other < many; other += 1) {
    for (const kind of kinds) {
      const text = localStorage.getItem(kind + id).replace(`"id":"${id}"`, `"id":"other${other}"`);
      localStorage.setItem(`${kind}other${other}`, text);
      store.put(text, `${kind}other${other}`);
    }
  }
  await new Promise((done) => (whole.oncomplete = done));
  database.close();
  return true;
}

/** From the navigation to the first item that can be answered, and to the end of the last long task (more than
    50 ms) of the main thread: as on a first visit, without what an earlier one kept. The server is on this
    computer, so the network costs nothing here. `others` drafts lie beside the one that is opened. */
export function start(address, draft, slowed, times, others = 0) {
  return withDraft(address, draft, [], async (browser, person, id) => {
    const { page: first } = person;
    await person.call(putBeside, id, others);
    const found = [];
    for (let time = 0; time < times; time += 1) {
      const page = await browser.page();
      await page.send("Network.setCacheDisabled", { cacheDisabled: true });
      await page.send("Network.setBypassServiceWorker", { bypass: true });
      await page.send("Emulation.setCPUThrottlingRate", { rate: slowed });
      await page.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${watchStart})()` });
      await page.goto(`${address}#/d/${id}/section/A`);
      await page.until("an item can be answered", "window.answerable");
      await pause(1500); // what still comes after it counts as well
      const [answerable, busy] = await page.value("[answerable, busy]");
      found.push({ answerable, busy });
      await page.close();
    }
    assert.deepEqual(first.errors, []);
    return { answerable: percentile(found.map((one) => one.answerable), 0.5), busy: percentile(found.map((one) => one.busy), 0.5) };
  });
}

/* In the page: from the moment the browser took the key (`timeStamp`, so waiting in line counts) to a task that
   the next frame's callback posts, which runs when the frame was drawn. What the press has to change is kept: the text of
   the score in the bar, or what stands in the field. */
function watchKeys(note) {
  window.presses = [];
  const changed = () => (note ? document.activeElement.value : document.querySelector("[data-score]").innerText);
  addEventListener("keydown", (event) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => presses.push([performance.now() - event.timeStamp, changed()]);
    requestAnimationFrame(() => port2.postMessage(0));
  }, true);
}

/** From a key press to the painted score, in a number that the score depends on: typed and taken back by turns,
    eight times a second, so that saving falls among them as it does for a quick typist. */
export function keys(address, draft, slowed, times) {
  return withDraft(address, draft, AT_ONCE, async (browser, person, id) => {
    await person.go(`#/d/${id}/section/A`);
    await person.fill("fieldset[data-item=A2] input[data-fact]", "");
    return pressed(person, slowed, times);
  });
}

/** The same in a note, on which no score depends. */
export function notes(address, draft, slowed, times) {
  return withDraft(address, draft, AT_ONCE, async (browser, person, id) => {
    await person.go(`#/d/${id}/section/A`);
    await person.fill("fieldset[data-item=A2] textarea[data-note]", "");
    return pressed(person, slowed, times, true);
  });
}

/** The same in a page that holds one field and shows what is typed: what the engine takes for itself on this
    computer, below which no page can be. */
export async function bare(slowed, times) {
  const file = join(work, "bare.html");
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><p data-score>0</p><input><script>
    const field = document.querySelector("input");
    field.oninput = () => (document.querySelector("[data-score]").textContent = field.value || "-");
    field.focus();</script>`);
  const browser = new Browser(undefined, AT_ONCE);
  try {
    const page = await browser.page();
    await page.goto(pathToFileURL(file).href);
    await page.until("the field has the focus", "document.activeElement && document.activeElement.localName === 'input'");
    return await pressed(new Person(browser, page), slowed, times);
  } finally {
    await browser.close();
  }
}

async function pressed(person, slowed, times, note = false) {
  const { page } = person;
  await page.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await person.call(watchKeys, note);
  for (let time = 0; time < times; time += 1) {
    await person.press(time % 2 ? "Backspace" : "1");
    await page.until("the press was painted", `presses.length > ${time}`);
    await pause(125);
  }
  const presses = await person.value("presses");
  const unchanged = presses.filter(([, score], at) => at > 0 && score === presses[at - 1][1]).length;
  assert.equal(unchanged, 0, "every press changed what was painted");
  const found = presses.slice(10).map(([time]) => time);
  return { median: percentile(found, 0.5), most: percentile(found, 0.95) };
}

/* In the page: so many edits by turns in every kind of field that the page has, with a frame after each twenty. */
function edit(many) {
  const put = (field, value) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const kinds = [...document.querySelectorAll("main input, main textarea")].filter((field) => field.type !== "date" && field.type !== "file");
  let at = 0;
  return new Promise((done) => {
    const some = () => {
      for (const end = Math.min(at + 20, many); at < end; at += 1) {
        const field = kinds[at % kinds.length];
        if (field.type === "radio" || field.type === "checkbox") field.click();
        else put(field, field.dataset.fact || field.dataset.count ? String(1 + (at % 9)) : `第 ${1000 + (at % 9000)} 次`);
      }
      if (at < many) requestAnimationFrame(some);
      else done(true);
    };
    some();
  });
}

/** Memory in KB at the start, after a tenth of the edits and after all of them, on all sections by turns. */
export async function memory(address, draft, edits) {
  const browser = new Browser();
  try {
    const page = await browser.page();
    await watchModule(page);
    const person = await Person.opens(browser, address, page);
    const id = await person.open(draft, "draft");
    await page.send("Performance.enable");
    const look = async () => {
      // The same page each time, rested, with nothing left to be collected.
      await person.go(`#/d/${id}/section/A`);
      await person.saved();
      for (let time = 0; time < 3; time += 1) await page.send("HeapProfiler.collectGarbage");
      const { usedSize } = await page.send("Runtime.getHeapUsage");
      const { metrics } = await page.send("Performance.getMetrics");
      const metric = (name) => metrics.find((one) => one.name === name).value;
      return { heap: usedSize / 1000, module: (await moduleBytes(page)) / 1000, nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
    };
    await person.call(edit, 0);
    const found = [await look()];
    // Every section in every tenth, so that what is filled in for the first time does not pass for growth.
    const sections = [..."ABCDEFGHI"];
    for (let tenth = 0; tenth < 10; tenth += 1) {
      for (const section of sections) {
        await person.go(`#/d/${id}/section/${section}`);
        await person.call(edit, Math.ceil(edits / 10 / sections.length));
      }
      if (tenth === 0) found.push(await look());
    }
    found.push(await look());
    assert.deepEqual(page.errors, []);
    return found;
  } finally {
    await browser.close();
  }
}
