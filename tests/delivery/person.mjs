// What a person does on a page, over the DevTools protocol: with the mouse and the keyboard, seen and in reach.
// The Rust tests have the same verbs over WebDriver, in tests/browser/src/browser.rs.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { work } from "./site.mjs";

const patience = 20_000; // only ever waited for in full by a test that fails

/* In the page: the middle of the element, or of the summary of the outermost folded part around it. */
function spot(css) {
  const wanted = document.querySelector(css);
  let next = wanted;
  for (let at = wanted.parentElement; at; at = at.parentElement) {
    if (at.tagName === "DETAILS" && !at.open) next = at.querySelector("summary");
  }
  next.scrollIntoView({ block: "center" });
  const box = next.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const hit = document.elementFromPoint(x, y);
  return { x, y, last: next === wanted, covered: hit && (next.contains(hit) || hit.contains(next)) ? "" : String(hit && hit.outerHTML.slice(0, 200)) };
}

export class Person {
  #downloads = mkdtempSync(join(work, "downloads-"));

  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
  }

  /** Opens the application in a page of a browser, a new one unless it is given. */
  static async opens(browser, address, page) {
    const person = new Person(browser, page ?? (await browser.page()));
    await browser.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: person.#downloads });
    await person.page.goto(address);
    await person.page.state("ready");
    return person;
  }

  value(expression) {
    return this.page.value(expression);
  }

  /** The value that a function of the page gives. */
  call(inPage, ...args) {
    return this.page.value(`(${inPage})(${args.map((arg) => JSON.stringify(arg)).join(", ")})`);
  }

  there(css) {
    return this.page.until(`there is ${css}`, `document.querySelector(${JSON.stringify(css)})`);
  }

  async text(css) {
    await this.there(css);
    return this.call((css) => document.querySelector(css).innerText.trim(), css);
  }

  /** Goes to a place, such as `#/mine`, and waits until it is drawn. */
  async go(place) {
    await this.call((place) => new Promise((done) => {
      if (location.hash === place) return done(true);
      addEventListener("hashchange", () => done(true), { once: true });
      location.hash = place;
    }), place);
    await this.settle();
  }

  /** Waits until nothing is left to draw and it was painted. A page that comes late, with its module, takes the focus
      only then. */
  settle() {
    return this.call(() => new Promise((done) => {
      const drawn = (waited) => requestAnimationFrame(() => requestAnimationFrame(() =>
        document.querySelector("[data-rest], .coming:not([data-waiting])") ? drawn(true) : waited ? drawn(false) : done(true)));
      drawn(false);
    }));
  }

  async click(css) {
    await this.there(css);
    for (;;) {
      const { x, y, last, covered } = await this.call(spot, css);
      assert.equal(covered, "", `${css} is covered`);
      await this.mouse(x, y);
      if (last) return;
    }
  }

  async mouse(x, y) {
    const at = { x, y, button: "left", clickCount: 1 };
    await this.page.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
    await this.page.send("Input.dispatchMouseEvent", { type: "mousePressed", ...at });
    await this.page.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...at });
  }

  /** Presses a key and lets it go: a digit, or one without a sign such as ArrowLeft. */
  async press(key) {
    const codes = { ArrowLeft: 37, ArrowRight: 39, Tab: 9, Backspace: 8, " ": 32 };
    const text = key.length === 1 ? key : undefined;
    const code = { key, code: /\d/.test(key) ? `Digit${key}` : key === " " ? "Space" : key, windowsVirtualKeyCode: codes[key] ?? key.charCodeAt(0) };
    await this.page.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", text, ...code });
    await this.page.send("Input.dispatchKeyEvent", { type: "keyUp", ...code });
  }

  /** Types a text in place of what the field holds, and sees exactly that in it. */
  async fill(css, text) {
    await this.click(css);
    await this.call((css) => document.querySelector(css) === document.activeElement && document.activeElement.select(), css);
    await this.page.send("Input.insertText", { text });
    assert.equal(await this.call((css) => document.querySelector(css).value, css), text, css);
  }

  async choose(css) {
    await this.click(css);
    await this.page.until(`${css} is chosen`, `document.querySelector(${JSON.stringify(css)}).checked`);
  }

  async pick(css, value) {
    await this.there(css);
    await this.call((css, value) => {
      const field = document.querySelector(css);
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, css, value);
    assert.equal(await this.call((css) => document.querySelector(css).value, css), value, css);
  }

  /** Types a day part after part, in the order in which this browser shows them. */
  async day(css, day) {
    await this.click(css);
    const [year, month, date] = day.split("-");
    for (const keys of [[...month, ...date, ...year], [...year, "ArrowRight", ...month, ...date]]) {
      for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft", ...keys]) await this.press(key);
      if ((await this.call((css) => document.querySelector(css).value, css)) === day) return;
    }
    assert.fail(`${css} does not hold ${day}`);
  }

  /** Takes the steps that the Rust tests wrote down, in a draft. */
  async take(id, steps) {
    for (const [verb, what, value] of steps) {
      if (verb === "go") await this.go(`#/d/${id}${what}`);
      else await this[verb](what, value);
    }
  }

  async reload() {
    await this.page.value("window.before = true");
    await this.page.send("Page.reload");
    await this.page.until("the page is loaded again", "!window.before");
    await this.page.state("ready");
    await this.settle();
  }

  async draft() {
    await this.page.until("a draft is open", "/^#\\/d\\/[^/]+/.test(location.hash)");
    await this.settle();
    return (await this.value("location.hash")).split("/")[2];
  }

  async begin(standard) {
    await this.go("#/mine");
    await this.click(`button[data-new='${standard}']`);
    return this.draft();
  }

  /** Chooses files for a field. */
  async give(css, files) {
    await this.there(css);
    const { root } = await this.page.send("DOM.getDocument");
    const { nodeId } = await this.page.send("DOM.querySelector", { nodeId: root.nodeId, selector: css });
    await this.page.send("DOM.setFileInputFiles", { files, nodeId });
  }

  /** Opens a file and takes it over; returns the id of the draft it became. */
  async open(file, kind) {
    await this.go("#/open");
    await this.give("#file", [file]);
    await this.page.until("the file is looked at", "document.querySelector('[data-preview], [role=alert] li')");
    assert.equal(await this.call(() => document.querySelector("[data-preview]")?.getAttribute("data-preview")), kind, await this.text("main"));
    await this.click("button[data-do=accept]");
    return this.draft();
  }

  saved() {
    return this.page.until("everything is saved", "document.querySelector('[data-saved=saved]')");
  }

  /** The file that comes down when this is clicked. */
  async download(css) {
    const before = readdirSync(this.#downloads);
    await this.click(css);
    for (const end = Date.now() + patience; Date.now() < end; ) {
      const name = readdirSync(this.#downloads).find((name) => !before.includes(name) && !name.endsWith(".crdownload") && !name.startsWith("."));
      const text = name && readFileSync(join(this.#downloads, name), "utf8");
      if (text) return { name, text, file: join(this.#downloads, name) };
      await new Promise((done) => setTimeout(done, 20));
    }
    assert.fail(`no file came down after a click on ${css}\n${this.page.errors.join("\n")}`);
  }
}
