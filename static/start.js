/* Starts the application, or says that this browser cannot run it. The same script stands in the hosted
   copy, where it loads the files that the page's links name, and in the single file, which holds them.
   Written in the JavaScript of 2009, so that an old browser gets as far as the message. */
(function () {
  "use strict";
  var page = document.documentElement;

  function cannot(reason) {
    page.removeAttribute("data-starting"); /* see scripts/single.mjs */
    page.setAttribute("data-state", "unsupported");
    document.getElementById("unsupported").setAttribute("role", "alert");
    if (window.console) console.error(reason);
  }

  /* Every engine with these two (Chromium 97, Firefox 104, Safari 16) knows 'wasm-unsafe-eval' in a policy.
     There the policy stands a second time, without the 'unsafe-eval' that older engines need to run
     WebAssembly at all; a page may do what all its policies allow. */
  if (Array.prototype.findLast && window.HTMLScriptElement.supports) {
    var policy = document.querySelector("meta[http-equiv=Content-Security-Policy]").cloneNode();
    policy.content = policy.content.replace(" 'unsafe-eval'", "");
    document.head.appendChild(policy);
  }

  /* A file by the id of its element: a link names it; in the single file the element holds it, packed. */
  function take(id) {
    var from = document.getElementById(id);
    return from.href ? fetch(from.href) : unzip(from).arrayBuffer();
  }

  function bytesOf(from) {
    /* Five signs hold four bytes, see scripts/files.mjs. */
    var text = from.textContent, bytes = new Uint8Array(Math.floor(text.length * 4 / 5)), at, to = 0, i, number, code;
    for (at = 0; at < text.length; at += 5) {
      for (number = i = 0; i < 5; i += 1) {
        code = at + i < text.length ? text.charCodeAt(at + i) : 124;
        number = number * 85 + (code === 125 ? 60 : code) - 40;
      }
      for (i = 24; i >= 0 && to < bytes.length; i -= 8) bytes[to++] = number >>> i;
    }
    return bytes;
  }

  function unzip(from) {
    return new Response(new Blob([bytesOf(from)]).stream().pipeThrough(new DecompressionStream("gzip")));
  }

  /* What is loaded only when somebody asks for it: mails and workbooks. src/browser/office.rs calls this with
     "mail" or "workbook", the request, and a list of what goes with it; it knows the reasons for which there
     may be no file. Every request has an instance of its own: it gives back the memory of a large mail, and
     one that breaks leaves nothing behind. */
  var office;
  window.xingzhanOffice = function (task, request, files) {
    if (!office) {
      office = Promise.all([officeGlue(), compiled("office-module")]);
      office["catch"](function () { office = undefined; }); // the next request tries again
    }
    return office.then(function (parts) {
      var made = window.xingzhanOfficeGlue();
      return made({ module_or_path: parts[1] }).then(function () { return made[task](request, files); });
    }).then(null, function (reason) {
      throw typeof reason === "string" ? reason : "failed";
    });
  };

  function because(reason) {
    return function () { throw reason; };
  }

  function unpacked(from, as) {
    return Promise.resolve(from).then(unzip).then(function (packed) { return packed[as](); }).then(null, because("broken"));
  }

  function officeGlue() {
    if (window.xingzhanOfficeGlue) return Promise.resolve();
    var from = document.getElementById("office-glue"), script = document.createElement("script");
    var there = from.href ? new Promise(function (done, fail) {
      script.onload = done;
      script.onerror = function () { fail("absent"); };
      script.src = from.href;
      document.head.appendChild(script);
    }) : unpacked(from, "text").then(function (text) {
      /* The policy of the single file knows this script by its hash. */
      script.textContent = text;
      document.head.appendChild(script);
    });
    return there.then(function () {
      script.parentNode.removeChild(script);
      if (!window.xingzhanOfficeGlue) throw "broken";
    });
  }

  /* The page may still be read, and what is loaded on demand stands at its end. */
  var whole = window.Promise && new Promise(function (done) {
    if (document.readyState !== "loading") done();
    else document.addEventListener("DOMContentLoaded", done);
  });

  var running;
  function compiled(id) {
    return whole.then(function () {
      var from = document.getElementById(id);
      /* Modules that are loaded on demand are packed closer; the start of the application unpacks them. */
      return !from.href ? running.then(function () {
          var bytes = wasm_bindgen.unpack(bytesOf(from));
          if (!bytes) throw "broken";
          return bytes;
        }) :
        fetch(from.href).then(function (answer) {
          if (!answer.ok) throw "absent";
          return answer.arrayBuffer();
        }).then(function (bytes) {
          if (bytes.byteLength !== +from.getAttribute("data-size")) throw "broken";
          return bytes;
        }, because("absent"));
    }).then(function (bytes) {
      return WebAssembly.compile(bytes).then(null, because("old"));
    });
  }

  /* The pages come after the start. The module asks for them by this name and says which of its functions is to
     be told, with what, whether they came; see scripts/split.mjs. */
  window.xingzhanParts = {
    __wasm_split_load_pages: function (told, data) {
      Promise.all([running, compiled("pages")]).then(function (them) {
        return WebAssembly.instantiate(them[1], { __wasm_split: them[0] });
      }).then(function () { return 1; }, function (reason) {
        if (window.console) console.warn("the pages are missing: " + reason);
        return 0;
      }).then(function (came) {
        running.then(function (exports) { exports.__indirect_function_table.get(told)(data, came); });
      });
    }
  };

  function run() {
    /* Missing when the engine could not read the script's syntax. */
    if (typeof wasm_bindgen === "undefined") return cannot("could not read the application's script");
    /* Asynchronous: Chromium before 115 compiles nothing above 4 KB while the page waits. */
    running = wasm_bindgen({ module_or_path: take("module") });
    running.then(function () {
      var start = document.getElementById("start");
      start.parentNode.removeChild(start);
      if (glue.href) keep();
    }, cannot);
  }

  /* Keeps the hosted copy for days without network, and announces a new release; see sw.js and
     src/browser/update.rs. Only now, so that nothing of it slows the start. */
  function keep() {
    var worker = navigator.serviceWorker; // absent on plain http
    if (!worker) return;
    var known = !!worker.controller, wanted = false;
    function announce() { window.dispatchEvent(new CustomEvent("xingzhan-update")); }
    worker.addEventListener("controllerchange", function () {
      if (wanted) location.reload();
      /* Another window took the new release: here the old one goes on until the person wants the new one. */
      else if (known) announce();
      known = true;
    });
    worker.register("sw.js").then(function (registration) {
      function look() { if (known && registration.waiting) announce(); }
      look();
      registration.addEventListener("updatefound", function () {
        registration.installing.addEventListener("statechange", look);
      });
      window.addEventListener("xingzhan-update-wanted", function () {
        wanted = true;
        if (registration.waiting) registration.waiting.postMessage("take over");
        else location.reload();
      });
      return worker.ready;
    }).then(function (registration) {
      registration.active.postMessage("keep the rest");
    }, function (reason) { console.warn("not kept for days without network: " + reason); });
  }

  if (!window.WebAssembly || !window.Promise || !window.fetch) return cannot("no WebAssembly");
  var glue = document.getElementById("glue");
  if (!glue.href) {
    if (!window.DecompressionStream) return cannot("nothing to unpack the application with");
    return unpacked(glue, "text").then(function (text) {
      /* The policy of the single file knows this script by its hash. */
      var script = document.createElement("script");
      script.textContent = text;
      document.head.appendChild(script);
      run();
    }).then(null, cannot);
  }
  var script = document.createElement("script");
  script.onerror = function () { cannot("could not load " + script.src); };
  script.onload = run;
  script.src = glue.href;
  document.head.appendChild(script);
})();
