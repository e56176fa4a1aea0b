// What whoever looks after a web host needs beside the hosted copy: a note, and the lines for nginx, Apache and
// IIS. They lie in the folder itself, where Apache and IIS look for theirs. Used by scripts/finish.mjs.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { names } from "./files.mjs";

const source = (name) => readFileSync(new URL(`../static/hosting/${name}`, import.meta.url), "utf8");
/** Names that change with the content. The lines for nginx and Apache say the same. */
const lasting = /-[0-9a-f]{16}(_bg)?\.[a-z]+$/;

/** IIS knows no patterns of names, so each is named. */
const location = (name) => `  <location path="${name}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" />
      </staticContent>
    </system.webServer>
  </location>
`;

/** Writes them into the finished folder. */
export function hosting(folder) {
  const locations = names(folder).filter((name) => lasting.test(name)).map(location).join("");
  // Notepad of 2009 needs the mark at the beginning and both characters at the end of a line.
  const note = "\ufeff" + source("hosting.txt").replace(/\r?\n/g, "\r\n");
  const files = {
    ".htaccess": source("htaccess"),
    "nginx.conf": source("nginx.conf"),
    "web.config": source("web.config").replace("</configuration>", () => `${locations}</configuration>`),
    "hosting.txt": note,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
