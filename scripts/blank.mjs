// The page with the blank sheets, for whoever has no browser that can run the application. The sheets themselves are
// written by the program in blank/, see scripts/blank.sh.

/** The sheets as a page of its own, which looks like the page it is reached from. */
export function blankPage(index, sheets) {
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
${sheets}</div>
</body>
</html>
`;
}

/** The sheets on that page. */
export function blankSheets(page) {
  const [sheets] = /<div class="blank">\n[^]*?\n<\/div>\n/.exec(page) ?? [];
  if (!sheets) throw new Error("blank.html has no sheets");
  return sheets;
}
