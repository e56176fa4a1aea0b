/* Starts the application, or says that this browser cannot run it.
   Written in the JavaScript of 2009, so that an old browser gets as far as the message. */
(function () {
  "use strict";
  var page = document.documentElement;

  function cannot(reason) {
    page.setAttribute("data-state", "unsupported");
    document.getElementById("opening").hidden = true;
    document.getElementById("unsupported").hidden = false;
    if (window.console) console.error(reason);
  }

  /* Every engine with these two (Chromium 97, Firefox 104, Safari 16) knows 'wasm-unsafe-eval' in a policy.
     There a second policy takes back the 'unsafe-eval' that older engines need to run WebAssembly at all. */
  if (Array.prototype.findLast && window.HTMLScriptElement.supports) {
    var policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "script-src 'self' 'wasm-unsafe-eval'";
    document.head.appendChild(policy);
  }

  if (!window.WebAssembly || !window.Promise || !window.fetch) {
    cannot("no WebAssembly");
    return;
  }
  var glue = document.createElement("script");
  glue.onerror = function () { cannot("could not load " + glue.src); };
  glue.onload = function () {
    /* Missing when the engine could not read the script's syntax. */
    if (typeof wasm_bindgen === "undefined") return cannot("could not read " + glue.src);
    /* Asynchronous: Chromium before 115 compiles nothing above 4 KB while the page waits. */
    wasm_bindgen({ module_or_path: document.getElementById("module").href }).then(function () {
      var start = document.getElementById("start");
      start.parentNode.removeChild(start);
    }, cannot);
  };
  glue.src = document.getElementById("glue").href;
  document.head.appendChild(glue);
})();
