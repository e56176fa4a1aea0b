// Where key parts of the pages stand. The oldest and the newest engine draw the same page with the same
// fonts, so the only differences allowed are those of their own form controls.

/* Pixels. Across, boxes differ by the rounding of text widths and by the engines' own form controls. Down, the
   oldest cuts every line to whole pixels, 25.6 to 25: one part in forty of the way from the part's container.
   Anything larger is a rule that one of them does not know. */
const across = 3;
const down = (way) => 3 + Math.abs(way) / 40;

const head = [".top", ".brand", ".top nav", ".draft-bar", ".draft-name", ".draft-score", "[data-answered]", "[data-saved]", "h1"];
const item = (id) => ["", "legend", ".option", ".option input", ".option:nth-of-type(2) label", ".why", "[data-points]", "[data-ledger]", "[data-page]", "[data-date]", "[data-note]", ".help summary"]
  .map((part) => `[data-item=${id}] ${part}`.trim());
const fact = (id) => ["", "legend", ".fact", ".fact label", ".fact input", ".fact .unit", ".why"].map((part) => `[data-item=${id}] ${part}`.trim());

const widths = [[1280, 900], [360, 740]];
/** The pages, and the parts that are looked at on each. `A1` is answered with radios, `A2` with numbers. */
const pages = {
  "": [...head, "[data-task=basics]", ".task", ".task .status", "[data-task=A]", "[data-task=send]"],
  "/section/A": [...head, ".section-score", ...item("A1"), ...fact("A2"), "[data-go=tasks]", "[data-go=next]"],
  "/result": [...head, ".total", "[data-total]", ".total .bar", "[data-stars]", "table.scores", "[data-section=A] th", "[data-section=A] td", "[data-section=I] th", "[data-section=I] td", ".lamp", ".gate"],
  "/send": [...head, "fieldset.group", "fieldset.group legend", "[name='declaration.name']", "[name='declaration.post']", "[name='declaration.date']", "[name='declaration.agreed']", "[for='declaration.agreed']", "[data-do=submit]", "main > .actions [data-do=save-draft]", "[data-go=tasks]"],
};

/* In the page: the box of each part, in the page's own pixels, and what is wrong with the page itself. */
function look(parts) {
  const root = document.documentElement;
  const boxes = {};
  for (const css of parts) {
    const found = document.querySelector(css);
    if (!found) throw new Error(`there is no ${css}`);
    const box = found.getBoundingClientRect();
    // Down from the nearest part that holds it, so that what stands above that does not count.
    const holds = parts.map((other) => document.querySelector(other)).filter((other) => other && other !== found && other.contains(found));
    const from = holds.length ? holds.reduce((near, other) => (near.contains(other) ? other : near)).getBoundingClientRect().top : -scrollY;
    boxes[css] = [box.left, box.width, box.top - from, box.height].map((number) => Math.round(number * 10) / 10);
  }
  const faults = [];
  const say = (one) => one.outerHTML.slice(0, 80);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide, its window ${root.clientWidth}`);
  const shown = [...document.querySelectorAll("body *")].filter((one) => one.getClientRects().length && !one.closest(".skip, svg, select, thead, details:not([open]) > :not(summary)"));
  for (const one of shown) {
    const { left, right } = one.getBoundingClientRect();
    if (left < -1 || right > root.clientWidth + 1) faults.push(`sticks out: ${say(one)}`);
    const style = getComputedStyle(one);
    // Engines of 2020 know gaps in grids only; in a flex box one would be missing there.
    if (style.display.includes("flex") && [style.rowGap, style.columnGap].some((gap) => gap !== "normal")) faults.push(`a flex box with a gap: ${say(one)}`);
    // Neighbours share a parent; a part that lies over its neighbour hides it.
    const next = one.nextElementSibling;
    if (!next || !next.getClientRects().length || [one, next].some((each) => getComputedStyle(each).position !== "static" || getComputedStyle(each).float !== "none")) continue;
    const ours = [...one.getClientRects()], theirs = [...next.getClientRects()];
    if (ours.some((a) => theirs.some((b) => over(a, b)))) faults.push(`overlap: ${say(one)} and ${say(next)}`);
  }
  return { boxes, faults };
}

/** Opens a draft and looks at its pages in both widths. */
export async function measure(person, draft) {
  const id = await person.open(draft, "draft");
  await person.saved();
  // A wide window has a bar for scrolling in one engine and none in the other.
  await person.page.send("Emulation.setScrollbarsHidden", { hidden: true });
  const found = {};
  for (const [width, height] of widths) {
    await person.page.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    for (const [page, parts] of Object.entries(pages)) {
      await person.go(`#/d/${id}${page}`);
      await person.value("scrollTo(0, 0)");
      await person.settle();
      found[`${page || "/"} at ${width}`] = await person.call(look, parts);
    }
  }
  return found;
}

/** What is wrong with the pages themselves, in one engine. */
export function faults(found) {
  return Object.entries(found).flatMap(([page, { faults }]) => faults.map((fault) => `${page}: ${fault}`));
}

/** The parts that stand elsewhere, or have another size, in the newest engine. */
export function differences(oldest, newest) {
  return Object.entries(oldest).flatMap(([page, { boxes }]) => Object.entries(boxes).flatMap(([part, box]) => {
    const other = newest[page].boxes[part];
    const same = box.every((number, at) => Math.abs(number - other[at]) <= (at < 2 ? across : down(other[at])));
    return same ? [] : [`${page}: ${part} (left, width, top, height) is ${box} and ${other}`];
  }));
}
