// The memory of the application's module, seen from outside. Used by run.mjs and by tests/bench.

/* In the page, before anything else runs: the memory of the start, in which the pages live too, is seen by nobody
   but who started it. */
function watch() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...args) =>
      original.apply(WebAssembly, args).then((result) => {
        window.module = (result.instance || result).exports.memory || window.module;
        return result;
      });
  }
}

/** To be called before the page is opened. */
export const watchModule = (page) => page.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${watch})()` });

/** How large it is, in bytes. It never becomes smaller. */
export const moduleBytes = (page) => page.value("window.module.buffer.byteLength");
