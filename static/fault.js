/* A fault of the program itself never leaves a page that looks alive: typing stops, the page says what is safe, and
   one button goes on. The program calls this when it panics (src/platform/fault.rs); errors that nobody caught come
   here by themselves. The program has left its sentences and what is saved here while it was well. */
(function () {
  "use strict";
  var page = document.documentElement, began = new Date().getTime(), box;

  /* What a person or the browser does, heard before the program hears of it: these listeners are the first. Leaving is
     held back only from a program that has come to its end; one that is well saves what it has. */
  var heard = ["keydown", "keypress", "beforeinput", "input", "change", "click", "paste", "cut", "drop", "dragstart", "dragover",
    "mousedown", "pointerdown", "pointermove", "pointerup", "compositionstart", "hashchange", "storage", "pageshow"];
  var leaving = ["pagehide", "visibilitychange", "beforeunload"];
  function hold(event) {
    if (!box || (event.target && event.target.nodeType && box.contains(event.target))) return;
    var leaves = leaving.join(" ").indexOf(event.type) >= 0;
    if (leaves && !window.xingzhanStopped) return;
    event.stopImmediatePropagation();
    if (!leaves && event.cancelable) event.preventDefault();
  }

  function add(to, name, text) {
    var element = document.createElement(name);
    element.textContent = text || "";
    return to.appendChild(element);
  }

  /* Stops the page, once. `dead`: the program cannot go on, and must not write what it may have half changed. */
  function stop(reason, dead) {
    if (dead) window.xingzhanStopped = true;
    if (box) return;
    var words = window.xingzhanFaultWords || {}, kept = window.xingzhanKept, safe = words.none;
    if (kept) safe = !kept.time ? words.nothing : (kept.all ? words.saved : words.unsaved).replace("{time}", kept.time);
    box = add(document.body, "div", "");
    box.id = "fault";
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-labelledby", "fault-title");
    box.setAttribute("aria-describedby", "fault-safe");
    var sheet = add(box, "div", "");
    add(sheet, "h2", words.title).id = "fault-title";
    add(sheet, "p", safe).id = "fault-safe";
    if (window.xingzhanHeld) add(sheet, "p", words.held);
    add(sheet, "p", words.hint);
    var again = add(add(sheet, "p", ""), "button", words.again);
    again.type = "button";
    again.className = "primary";
    add(sheet, "p", String(reason).slice(0, 300)).className = "reason";
    if (document.activeElement && document.activeElement.blur) document.activeElement.blur();
    page.setAttribute("data-state", "stopped");
    again.onclick = function () {
      /* Where it stops as soon as it is opened, opening it again would not help. */
      if (new Date().getTime() - began < 5000) location.hash = "#/";
      location.reload();
    };
    again.focus();
  }

  /* An error that is not the program's own end: the program may be well. One that names no script of ours may be of
     something else on the page; it stops the page once a session, since stopping again would help nobody. */
  function mishap(reason, error, where) {
    if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) return stop(reason, true);
    if (/\/(xingzhan|start|fault|office-\w+)-[0-9a-f]{16}|wasm/.test(where)) return stop(reason, false);
    var known = [], i;
    try {
      known = JSON.parse(sessionStorage.getItem("xingzhan.faults") || "[]");
      for (i = 0; i < known.length; i += 1) if (known[i] === reason) return;
      sessionStorage.setItem("xingzhan.faults", JSON.stringify(known.concat(reason).slice(-20)));
    } catch (blocked) {}
    stop(reason, false);
  }

  /* What extensions of the browser do is not the page's; a size that is told late harms nobody. */
  function isForeign(text) {
    return /-extension:\/\/|ResizeObserver loop/.test(text);
  }

  window.xingzhanFault = function (reason) { stop(reason, true); };
  if (!window.addEventListener) return;
  heard = heard.concat(leaving);
  for (var i = 0; i < heard.length; i += 1) window.addEventListener(heard[i], hold, true);
  window.addEventListener("error", function (event) {
    var where = (event.filename || "") + " " + (event.error && event.error.stack || "");
    if (page.getAttribute("data-state") !== "ready" || isForeign(event.message) || isForeign(where)) return;
    mishap(event.message, event.error, where);
  });
  window.addEventListener("unhandledrejection", function (event) {
    var why = event.reason, text = String(why && why.message || why), where = why && why.stack || "";
    if (page.getAttribute("data-state") !== "ready" || isForeign(text) || isForeign(where)) return;
    mishap(text, why, where);
  });
})();
