// Whether the oldest engine knows what the style sheets ask for: a parser takes them apart as they are written,
// and the engine itself, which knows better than any list of features, is asked about each piece.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { names, tool } from "../../scripts/files.mjs";

/** What may go missing without harm, each with what is seen instead. */
const degrades = {
  "accent-color": "radios and boxes in the engine's own blue",
  "text-underline-offset": "the underline where it always was",
  "text-size-adjust": "nothing: engines before it have the name with a prefix, or never enlarge texts",
  "text-wrap": "lines that are filled from the left, the last one perhaps short",
  "-webkit-": "the plain name, which stands beside it",
  "(forced-colors:active)": "quiet buttons with an edge and little room in it",
  ":focus-visible": "the ring is drawn for the mouse as well",
};

/** Every style sheet that is handed out, beside the pages or inside them. */
export function sheets(dist) {
  const read = (name) => readFileSync(join(dist, name), "utf8");
  const inside = names(dist).filter((name) => name.endsWith(".html")).flatMap((name) => [...read(name).matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, text]) => text));
  return [...names(dist).filter((name) => name.endsWith(".css")).map(read), ...inside];
}

/** The pieces of a style sheet: at-rules, conditions, selectors, declarations. */
export function pieces(sheet) {
  const { generate, parse, walk } = tool("css-tree");
  const found = [];
  const wrong = (error) => found.push(["wrong", error.message]);
  const tree = parse(sheet, { parseCustomProperty: false, onParseError: wrong });
  walk(tree, function (node) {
    if (node.type === "Rule" && this.rule && this.rule !== node) found.push(["wrong", `a rule inside a rule: ${generate(node)}`]);
    if (node.type === "Atrule") {
      found.push(["atrule", generate(node)]);
      if (node.name === "media") found.push(["media", generate(node.prelude)]);
    }
    if (node.type === "Rule" && !/keyframes$/.test(this.atrule?.name ?? "")) {
      for (const selector of node.prelude.children ?? []) found.push(["selector", generate(selector)]);
    }
    // One in a condition asks, and has its own answer for engines that do not know it.
    if (node.type === "Declaration" && this.block) {
      const around = !this.rule && this.atrule ? `@${this.atrule.name}` : "x";
      found.push(["declaration", around, node.property, generate(node.value)]);
    }
  });
  return found;
}

/* In the page: the pieces that this engine does not know. */
function ask(pieces) {
  const sheet = new CSSStyleSheet();
  const put = (text) => (sheet.insertRule(text, 0), sheet.cssRules[0]);
  const knows = {
    wrong: () => false,
    atrule: (text) => !!put(text),
    media: (text) => !/not all/.test(put(`@media ${text} {}`).media.mediaText),
    selector: (text) => !!put(`${text} {}`),
    declaration: (around, property, value) => put(`${around} { ${property}: ${value} }`).style.length > 0,
  };
  return pieces.filter(([kind, ...piece]) => {
    try {
      return !knows[kind](...piece);
    } catch {
      return true;
    }
  });
}

/** The pieces that an engine neither knows nor may do without. */
export async function unknown(page, pieces) {
  const found = await page.value(`(${ask})(${JSON.stringify(pieces)})`);
  return found.filter((piece) => !Object.keys(degrades).some((word) => piece.some((part) => part.includes(word))));
}
