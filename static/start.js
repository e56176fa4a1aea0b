/* Starts the application, or says why it does not start: this browser cannot run it, or the site has not given a
   file as it should be. The same script stands in the hosted
   copy, where it loads the files that the page's links name, and in the single file, which holds them.
   Written in the JavaScript of 2009, so that an old browser gets as far as the message. */
(function () {
  "use strict";
  var page = document.documentElement;

  /* Shows one of the two parts of the page that stand below "opening". */
  function show(state, reason) {
    if (page.getAttribute("data-state") === "stopped") return; /* see static/fault.js */
    page.removeAttribute("data-starting"); /* see scripts/single.mjs */
    page.setAttribute("data-state", state);
    document.getElementById(state).setAttribute("role", "alert");
    if (window.console) console.error(reason);
  }

  function cannot(reason) {
    show("unsupported", reason);
  }

  /* Says which file did not come as it should, and what the site answered. The sentences stand in index.html. */
  function lacks(lack) {
    var lines = document.querySelectorAll("#missing .lack"), i;
    for (i = 0; i < lines.length; i += 1) {
      lines[i].textContent = lines[i].getAttribute("data-" + lack.why).replace("{file}", lack.file).replace("{status}", lack.status);
    }
    show("missing", "not as it should be: " + lack.file + " (" + lack.why + " " + lack.status + ")");
  }

  /* How long a file may take that is loaded after the start, in milliseconds: a megabyte over a telephone line. What
     never comes would keep everybody waiting who asks for it again. */
  var PATIENCE = 180000;

  /* The bytes of a file, and the answer with which they came; given up after a while. */
  function download(address, how) {
    var stop = window.AbortController && new AbortController(), slow = false;
    if (stop) how.signal = stop.signal;
    var timer = setTimeout(function () {
      slow = true;
      if (stop) stop.abort();
    }, PATIENCE);
    return fetch(address, how).then(function (answer) {
      return answer.arrayBuffer().then(function (bytes) { return { answer: answer, bytes: bytes }; });
    }).then(function (came) {
      clearTimeout(timer);
      return came;
    }, function () {
      clearTimeout(timer);
      throw slow ? "slow" : "network";
    });
  }

  /* Asks the site for a file again, past what the browser has stored of it, and gives what is wrong with it: the
     file's name; why: "status" (also answered for one that is not there), "type", "content", "network", "slow"; what
     was answered. Gives nothing where it is as it should be. In the single file there is nobody to ask. */
  function examine(id) {
    var from = document.getElementById(id), lack = { file: "", why: "damaged", status: "" };
    if (!from || !from.href) return Promise.resolve(lack);
    lack.file = from.href.replace(/.*\//, "");
    return download(from.href, { cache: "reload" }).then(function (came) {
      var answer = came.answer, type = answer.headers.get("content-type") || "";
      lack.status = String(answer.status);
      lack.why = "";
      if (!answer.ok) lack.why = "status";
      else if (/\.(js|css)$/.test(lack.file) && /nosniff/i.test(answer.headers.get("x-content-type-options")) && !/(java|ecma)script|css/.test(type)) {
        lack.why = "type";
        lack.status = type || "—";
      } else if (came.bytes.byteLength !== +from.getAttribute("data-size")) lack.why = "content";
    }, function (why) { lack.why = why; }).then(function () { return lack.why && lack; });
  }

  /* The start broke off at a file. Most of what goes wrong lies with the site, so it is asked first. What came
     wrong once, as a login page in place of the file, is right the second time. */
  var tries = 0;
  function again(id, start, last, reason) {
    if (!glue.href) return reason === "broken" ? examine(id).then(lacks) : cannot(reason);
    examine(id).then(function (lack) {
      if (lack) lacks(lack);
      else if (tries++) last(reason);
      else start();
    });
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
    return from && from.href ? fetch(from.href) : unpacked(from, "arrayBuffer");
  }

  function bytesOf(from) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(from.textContent); /* engines of 2025 */
    var text = atob(from.textContent), bytes = new Uint8Array(text.length), at;
    for (at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  }

  function unzip(from) {
    return new Response(new Blob([bytesOf(from)]).stream().pipeThrough(new DecompressionStream("gzip")));
  }

  /* What is loaded only when somebody asks for it: mails and workbooks, in two modules, so that who writes one does
     not wait for what reads them. src/platform/office.rs calls this with the module ("write" or "read"), what it is to
     do there, the request, and a list of what goes with it; it knows the reasons for which nothing may come of it, and
     reads in `xingzhanLack` what is wrong with which file of the site. Every request has an instance of its own: it
     gives back the memory of a large mail, and one that breaks leaves nothing behind. */
  var office = once(function (part) {
    window.xingzhanLack = undefined;
    return Promise.all([officeGlue(part), compiled("office-" + part + "-module")]);
  });
  window.xingzhanOffice = function (part, task, request, files) {
    return office(part).then(function (parts) {
      var made = window["xingzhanOffice_" + part]();
      return made({ module_or_path: parts[1] }).then(function () { return made[task](request, files); });
    }).then(null, function (reason) {
      throw typeof reason === "string" ? reason : "failed";
    });
  };

  function because(reason) {
    return function () { throw reason; };
  }

  /* The same for a file that is loaded on demand; what is wrong with it is left for src/platform/site_files.rs. Where
     nothing is wrong with it any more, `retry` is done instead. */
  function becauseOf(id, reason, retry) {
    return examine(id).then(function (lack) {
      if (!lack && retry) return retry();
      window.xingzhanLack = lack;
      throw reason;
    });
  }

  /* The file was waited for, long enough: asking what is wrong with it would be waiting again. */
  function neverCame(id) {
    window.xingzhanLack = { file: document.getElementById(id).href.replace(/.*\//, ""), why: "slow", status: "" };
  }

  function unpacked(from, as) {
    return Promise.resolve(from).then(unzip).then(function (packed) { return packed[as](); }).then(null, because("broken"));
  }

  var late = 0;
  function officeGlue(part) {
    var id = "office-" + part + "-glue", offered = "xingzhanOffice_" + part; // see scripts/finish.mjs
    if (window[offered]) return Promise.resolve();
    var from = document.getElementById(id), script = document.createElement("script");
    var there = from && from.href ? new Promise(function (done, fail) {
      var timer = setTimeout(function () {
        neverCame(id);
        late += 1;
        script.parentNode.removeChild(script);
        fail("absent");
      }, PATIENCE);
      script.onload = function () {
        clearTimeout(timer);
        done();
      };
      script.onerror = function () {
        clearTimeout(timer);
        becauseOf(id, "absent").then(null, fail);
      };
      /* Chromium lets a second request for the same address wait for the first. */
      script.src = from.href + (late ? "?" + late : "");
      document.head.appendChild(script);
    }) : unpacked(from, "text").then(function (text) {
      /* The policy of the single file knows this script by its hash. */
      script.textContent = text;
      document.head.appendChild(script);
    }, function () { return becauseOf(id, "broken"); });
    return there.then(function () {
      if (script.parentNode) script.parentNode.removeChild(script);
      if (!window[offered]) return becauseOf(id, "broken");
    });
  }

  /* The page may still be read, and what is loaded on demand stands at its end. */
  var whole = window.Promise && new Promise(function (done) {
    if (document.readyState !== "loading") done();
    else document.addEventListener("DOMContentLoaded", done);
  });

  var running;
  function moduleOf(id, second) {
    var from = document.getElementById(id);
    function because(reason) {
      return becauseOf(id, reason, second ? null : function () { return moduleOf(id, true); });
    }
    if (!from || !from.href) return unpacked(from, "arrayBuffer").then(null, function () { return because("broken"); });
    return download(from.href, {}).then(function (came) {
      if (!came.answer.ok) return because("absent");
      return came.bytes.byteLength === +from.getAttribute("data-size") ? came.bytes : because("broken");
    }, function (why) {
      if (why !== "slow") return because("absent");
      neverCame(id);
      throw "absent";
    });
  }

  function compiled(id) {
    return whole.then(function () { return moduleOf(id); }).then(function (bytes) {
      return WebAssembly.compile(bytes).then(null, because("old"));
    });
  }

  /* Does something for each id once, and anew when it failed. */
  function once(act) {
    var done = {};
    return function (id) {
      if (!done[id]) {
        done[id] = act(id);
        done[id].then(null, function () { done[id] = undefined; });
      }
      return done[id];
    };
  }

  /* A module that comes after the start, ready to be called. All share the memory and the table of the start's. What
     it needs before it is fetched at the same time. */
  var fetched = once(compiled), ready = once(function (id) {
    return whole.then(function () {
      var from = document.getElementById(id), needs = from && from.getAttribute("data-needs");
      return Promise.all([running, fetched(id)].concat(needs ? needs.split(" ").map(ready) : []));
    }).then(function (them) {
      return WebAssembly.instantiate(them[1], { __wasm_split: them[0] });
    });
  });

  /* The application asks for each of these modules by a name of its own, and says which of its functions is to be
     told, with what, whether it came; see scripts/split.mjs. */
  window.xingzhanParts = function (names) {
    var loads = {};
    names.forEach(function (id) {
      loads["__wasm_split_load_" + id] = function (told, data) {
        window.xingzhanLack = undefined;
        ready(id).then(function () { return 1; }, function (reason) {
          if (window.console) console.warn("the module " + id + " is missing: " + reason);
          if (!window.xingzhanLack && reason === "old") window.xingzhanLack = { file: "", why: "run", status: "" };
          return 0;
        }).then(function (came) {
          running.then(function (exports) { exports.__indirect_function_table.get(told)(data, came); });
        });
      };
    });
    return loads;
  };

  function run() {
    /* Missing when the engine could not read the script's syntax, or when it was something else. */
    if (typeof wasm_bindgen === "undefined") return again("glue", load, cannot, "could not read the application's script");
    waiting = "module";
    /* Asynchronous: Chromium before 115 compiles nothing above 4 KB while the page waits. */
    running = wasm_bindgen({ module_or_path: take("module") });
    running.then(function () {
      waiting = "";
      var start = document.getElementById("start");
      start.parentNode.removeChild(start);
      if (glue.href) {
        keep();
        /* It may still be on its way. */
        if (document.readyState === "complete") styled();
        else window.addEventListener("load", styled);
      }
    }, function (reason) {
      /* One that was already running cannot be started a second time. */
      if (reason instanceof WebAssembly.RuntimeError) cannot(reason);
      else again("module", run, cannot, reason);
    });
  }

  function tell(name, detail) {
    window.dispatchEvent(new CustomEvent(name, { detail: detail }));
  }

  /* Without its style sheet the application runs all the same; which file it lacks is said on its pages. */
  function styled() {
    var link = document.getElementById("style");
    /* Reading the rules of one that did not come is an error in some engines. */
    try { if (link.sheet.cssRules.length) return; } catch (error) {}
    examine("style").then(function (lack) {
      if (lack) tell("xingzhan-lack", lack);
      else link.href = link.href; /* the site has it now */
    });
  }

  /* Says that this computer has not kept the copy, and whether the single file lies beside it. */
  function unkept(reason) {
    if (window.console) console.warn("not kept for days without network: " + reason);
    page.setAttribute("data-kept", "no");
    fetch("xingzhan.html", { method: "HEAD" }).then(function (answer) { return answer.ok; }, function () { return false; })
      .then(function (there) { tell("xingzhan-unkept", there); });
  }

  /* Keeps the hosted copy for days without network, and announces a new release; see sw.js and
     src/platform/update.rs. Only now, so that nothing of it slows the start. */
  function keep() {
    var worker = navigator.serviceWorker; // absent on plain http
    if (!worker) return unkept("the browser offers no worker here");
    var known = !!worker.controller, wanted = false;
    function announce() { tell("xingzhan-update"); }
    worker.addEventListener("controllerchange", function () {
      if (wanted) location.reload();
      /* Another window took the new release: here the old one goes on until the person wants the new one. */
      else if (known) announce();
      known = true;
    });
    worker.addEventListener("message", function (event) {
      if (event.data === "kept") page.setAttribute("data-kept", "yes");
      if (event.data === "not kept") unkept("the worker could not");
    });
    worker.register("sw.js").then(function (registration) {
      function look() { if (known && registration.waiting) announce(); }
      look();
      function follow(one) {
        if (one) one.addEventListener("statechange", function () {
          look();
          if (one.state === "redundant" && !registration.active) unkept("it did not come whole");
        });
      }
      follow(registration.installing);
      registration.addEventListener("updatefound", function () { follow(registration.installing); });
      window.addEventListener("xingzhan-update-wanted", function () {
        wanted = true;
        if (registration.waiting) registration.waiting.postMessage("take over");
        else location.reload();
      });
      return worker.ready;
    }).then(function (registration) {
      registration.active.postMessage("keep the rest");
    }).then(null, unkept);
  }

  if (!window.WebAssembly || !window.Promise || !window.fetch) return cannot("no WebAssembly");
  var glue = document.getElementById("glue"), waiting = "glue";
  /* A damaged single file may have lost it. */
  if (!glue) return lacks({ file: "", why: "damaged", status: "" });
  if (!glue.href) {
    if (!window.DecompressionStream) return cannot("nothing to unpack the application with");
    return unpacked(glue, "text").then(function (text) {
      /* The policy of the single file knows this script by its hash. */
      var script = document.createElement("script");
      script.textContent = text;
      document.head.appendChild(script);
      run();
    }).then(null, function (reason) { again("glue", run, cannot, reason); });
  }

  function load() {
    var script = document.createElement("script");
    script.onerror = function () { again("glue", load, lacks, { file: script.src.replace(/.*\//, ""), why: "network", status: "" }); };
    script.onload = run;
    script.src = glue.href;
    document.head.appendChild(script);
  }
  load();
  /* Some hosts let one wait instead of answering. It goes on when the file comes after all. */
  setTimeout(function () {
    if (waiting && !page.getAttribute("data-state")) lacks({ file: document.getElementById(waiting).href.replace(/.*\//, ""), why: "slow", status: "" });
  }, 20000);
})();
