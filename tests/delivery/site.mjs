// What the tests of the deliveries share: a server for a folder, a folder that is gone with the test, and a
// loop over named tests.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const work = mkdtempSync(join(tmpdir(), "xingzhan-delivery-"));
const servers = new Set();
process.on("exit", () => {
  for (const server of servers) server.kill();
  rmSync(work, { recursive: true, force: true });
});

/** Serves a folder; `stop` takes the server away. */
export async function serve(folder, port = 0) {
  const script = fileURLToPath(new URL("../../scripts/serve.mjs", import.meta.url));
  const server = spawn(process.execPath, [script, folder, String(port)], { stdio: ["ignore", "pipe", "ignore"] });
  servers.add(server);
  const said = await new Promise((done) => server.stdout.once("data", (data) => done(String(data))));
  const taken = Number(/127\.0\.0\.1:(\d+)/.exec(said)[1]);
  const ended = new Promise((done) => server.once("exit", done));
  return { port: taken, address: `http://127.0.0.1:${taken}/`, stop: () => (server.kill(), ended) };
}

let failed = 0;
/** Runs a test and says how it went; all of them run, whatever fails. */
export async function test(name, run) {
  const began = Date.now();
  try {
    await run();
    console.log(`ok      ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.error(`FAILED  ${name}\n${error.stack}`);
  }
}

/** Ends the program, as failed if any test was. */
export function end() {
  process.exit(failed ? 1 : 0);
}
