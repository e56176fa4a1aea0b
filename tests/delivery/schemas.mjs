// The published schemas as a strict validator of another trade reads them:  node tests/delivery/schemas.mjs
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { tool } from "../../scripts/files.mjs";
import { end, test } from "./site.mjs";

const { default: Ajv2020 } = tool("ajv/dist/2020");
const json = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const formats = readdirSync(new URL("../fixtures/formats", import.meta.url)).map((name) => `tests/fixtures/formats/${name}`);
const files = [...formats, "standards/station.json", "standards/room.json"].map((path) => [path, json(path)]);

for (const kind of ["standard", "draft", "submission", "bundle", "review"]) {
  await test(`the schema of a ${kind} compiles in strict mode and takes every such file`, () => {
    const fits = new Ajv2020().compile(json(`schema/${kind}.schema.json`));
    const ours = files.filter(([, file]) => file.kind === kind);
    assert.notEqual(ours.length, 0);
    for (const [path, file] of ours) assert.ok(fits(file), `${path}: ${JSON.stringify(fits.errors)}`);
    // What is of another kind does not fit, so that it was looked at.
    for (const [path, file] of files.filter(([, file]) => file.kind !== kind)) assert.ok(!fits(file), path);
  });
}

end();
