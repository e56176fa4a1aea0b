// The blank sheet: the items of a standard as a table to print and fill in by hand, for whoever has no
// browser that can run the application. Plain markup that any browser shows. In Chinese, as the paper is.
import { readFileSync } from "node:fs";

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const line = "＿＿＿＿";

/** What is to be filled in for one item. */
function ask(standard, scale) {
  const facts = new Map(standard.facts.map((fact) => [fact.id, `${escape(fact.words.zh)}${line}${escape(fact.unit.zh)}`]));
  if (scale === "yes_no") return "□是　□否";
  const [[kind, of]] = Object.entries(scale);
  switch (kind) {
    case "levels":
      return of.levels.map((level) => `□${escape(level.words.zh)}`).join("<br>");
    case "ratio":
      return `${facts.get(of.part)}<br>${facts.get(of.whole)}`;
    case "text":
      return `（${of.at_most}字以内，可另附纸）`;
    default: // a number: of a fact, or typed at the item
      return facts.get(of.counts) ?? `${line}${escape(of.unit.zh)}`;
  }
}

function rows(standard, items) {
  return items.map((item) =>
    `<tr><td>${item.id}</td><td>${escape(item.words.zh)}</td><td>${item.points / 100 || ""}</td>` +
    `<td>${ask(standard, item.scale)}</td><td></td><td></td></tr>`);
}

function sheet(name) {
  const standard = JSON.parse(readFileSync(new URL(`../standards/${name}.json`, import.meta.url), "utf8"));
  const { head, liaison } = standard.posts;
  const part = (words, points) => `<tr><th colspan="6">${words}${points ? `（${points / 100}分）` : ""}</th></tr>`;
  return [
    `<h2>${escape(standard.sheet_title.zh.replace("{year}", line))}</h2>`,
    `<p>乡镇（街道）：${line}${line}　名称：${line}${line}${line}</p>`,
    "<table><thead><tr><th>编号</th><th>项目</th><th>满分</th><th>填写</th>" +
      '<th class="wide">佐证（台账名称、页码、日期）</th><th>自评分</th></tr></thead><tbody>',
    ...standard.sections.flatMap((section) => [
      part(`${section.id}　${escape(section.words.zh)}`, section.points),
      ...rows(standard, section.items),
    ]),
    part(escape(standard.bonus.words.zh), standard.bonus.cap),
    ...rows(standard, standard.bonus.items),
    part("文字说明"),
    ...rows(standard, standard.texts),
    "</tbody></table>",
    `<p>自评总分：${line}　${escape(head.zh)}（签名）：${line}${line}　${escape(liaison.zh)}（签名）：${line}${line}　日期：${line}年＿＿月＿＿日</p>`,
  ].join("\n");
}

/** The sheets of both built-in standards. */
export function blankSheets() {
  return `<div class="blank">\n${sheet("station")}\n${sheet("room")}\n</div>\n`;
}

/** The same as a page of its own, which looks like the page it is reached from. */
export function blankPage(index) {
  const head = index.slice(0, index.indexOf("</head>"));
  const keep = head.split("\n").filter((line) => /<meta |rel="(icon|stylesheet)"/.test(line) && !/theme-color/.test(line))
    .map((line) => line.replace(/default-src 'none';[^"]*/, "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"));
  return `<!DOCTYPE html>
<html lang="zh-Hans">
<head>
${keep.join("\n")}
  <title>空白自评表 · 星站</title>
</head>
<body>
<div id="start" role="main">
<h1>空白自评表</h1>
<p>打印后用笔填写。能打开星站的，请在星站里填写，得分自动算出。<br><span lang="en">Blank self-assessment sheets to print and fill in by hand, in Chinese.</span></p>
${blankSheets()}</div>
</body>
</html>
`;
}
