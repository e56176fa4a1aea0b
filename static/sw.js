/* Keeps the hosted copy for days without network. The build writes lines above this one: `release`, which names
   what is kept; `first` (what the start needs) and `rest` (what can wait), each file with its size and digest; and
   `away`, the page that is shown where there is neither network nor anything kept.
   A release is kept whole or not at all, and the old one stays until the person wants the new one.
   Whatever goes wrong here, the site must open: trouble with what is kept leads to the network, trouble with the
   network to what is kept, and a store that does not answer is not waited for. */
const scope = self.registration.scope;
// Several copies may share a host: each knows its own by its folder.
const mine = `xingzhan ${scope} `;
const known = new Map(Object.entries({ ...first, ...rest }));
const html = "text/html; charset=utf-8";
const types = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};
// How long a store may take for one file, and how long it is waited for before the network is asked as well.
const most = 15000;
let patience = 3000;

const pause = (time) => new Promise((done) => setTimeout(done, time));
/** What a promise gives, unless it takes too long. */
const within = (time, promise) => Promise.race([promise, pause(time).then(() => Promise.reject(new Error("no answer")))]);
// Asynchronous, so that even a browser without any store only makes it fail.
const kept = async () => caches.open(mine + release);

/** Which kept file an address means; "" is the page. Some hosts leave ".html" away. */
function nameOf(url) {
  const path = url.replace(/[?#].*/, "").slice(scope.length);
  if (/^(index(\.html)?)?$/.test(path)) return "";
  return [path, `${path}.html`].find((name) => known.has(name));
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether these bytes are the file, and not what a login page or a host gave in its place. */
async function right(name, bytes) {
  if (!name) {
    // By its parts: some gateways write into pages. The names in it belong to this release alone.
    const text = new TextDecoder().decode(bytes);
    return [...Object.keys(first), 'id="start"', "</html>"].every((part) => text.includes(part));
  }
  const [size, hash] = known.get(name);
  return bytes.byteLength === size && (await digest(bytes)) === hash;
}

/** An answer made anew: one that was redirected may not answer a visit, and one with `Vary: *` cannot be kept. */
function anew(name, bytes, from) {
  const headers = new Headers(from.headers);
  for (const one of ["Content-Encoding", "Content-Length", "Transfer-Encoding", "Vary"]) headers.delete(one);
  headers.set("Content-Type", types[name.split(".").pop()] || html);
  return new Response(bytes, { headers });
}

/** A file from the server, as it should be. */
async function fetched(name) {
  // First the server is asked whether it has something newer than the browser's own store, which may hold what is
  // wrong. Some hosts refuse the folder and give the page.
  for (const cache of ["no-cache", "reload"]) {
    for (const address of name ? [name] : ["", "index.html"]) {
      try {
        const answer = await fetch(new Request(scope + address, { cache }));
        const bytes = answer.status === 200 && (await answer.arrayBuffer());
        if (bytes && (await right(name, bytes))) return anew(name, bytes, answer);
      } catch {
        // The next try, or the error below.
      }
    }
  }
  throw new Error(`the server has not given ${name || "the page"} of this release`);
}

/** A file that is kept, if it is as it should be. */
async function stored(name) {
  const answer = await (await kept()).match(scope + name, { ignoreVary: true });
  const bytes = answer && (await answer.arrayBuffer());
  return bytes && (await right(name, bytes)) ? anew(name, bytes, answer) : undefined;
}

self.addEventListener("install", (event) => event.waitUntil(keep()));

async function keep() {
  // While a new release is being copied to the server, the page may belong to another one than this file.
  const names = ["", ...Object.keys(first)];
  const files = await Promise.all(names.map(fetched));
  const before = await within(most, caches.has(mine + release));
  try {
    const cache = await within(most, kept());
    await Promise.all(names.map((name, at) => within(most, cache.put(scope + name, files[at]))));
  } catch (reason) {
    // Half a release would only take room from the drafts.
    if (!before) await within(most, caches.delete(mine + release)).catch(() => {});
    throw reason;
  }
  if (await within(most, spoilt()).catch(() => false)) await self.skipWaiting();
}

const others = async () => (await caches.keys()).filter((name) => name.startsWith(mine) && name !== mine + release);

/** Whether nothing of what earlier releases kept can start: then nobody is there to want the new one. */
async function spoilt() {
  const names = await others();
  const states = await Promise.all(names.map(async (name) => starts(await caches.open(name)).catch(() => false)));
  return names.length > 0 && !states.includes(true);
}

async function starts(cache) {
  const page = await cache.match(scope, { ignoreVary: true });
  if (!page || page.redirected || !page.ok) return false;
  const links = (await page.text()).matchAll(/(?:href|src)="(?:\.\/)?([\w-]+-([0-9a-f]{16})(?:_bg)?\.\w+)"/g);
  for (const [, name, hash] of links) {
    if (/^office-/.test(name)) continue; // comes on demand
    const file = await cache.match(scope + name, { ignoreVary: true });
    if (!file || !file.ok) return false;
    // These bear the beginning of their digest in their names.
    if (/^xingzhan-|\.(css|wasm)$/.test(name) && !(await digest(await file.arrayBuffer())).startsWith(hash)) return false;
  }
  return true;
}

self.addEventListener("activate", (event) => event.waitUntil(change()));

async function change() {
  // Until this is done no request is answered, so a store that hangs must not hold it.
  const sweep = async () => Promise.all((await others()).map((name) => caches.delete(name)));
  await within(patience, sweep()).catch(() => {});
  await self.clients.claim().catch(() => {});
}

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  if (event.data !== "keep the rest") return;
  const tell = (word) => event.source && event.source.postMessage(word);
  event.waitUntil(mend().then((whole) => tell(whole ? "kept" : "not kept"), () => tell("not kept")));
});

/** Fetches what is missing or no longer as it should be, and says whether the start is whole. What does not come
    now is fetched at the next start. */
async function mend() {
  const cache = await within(most, kept());
  let whole = true;
  for (const name of ["", ...known.keys()]) {
    if (await within(most, stored(name)).catch(() => undefined)) continue;
    const came = fetched(name).then((file) => within(most, cache.put(scope + name, file)));
    await came.catch(() => (whole = whole && name in rest));
  }
  return whole;
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(scope)) return;
  const name = nameOf(url);
  // What is not kept is the browser's own affair.
  if (name !== undefined) event.respondWith(answer(event, name).catch(() => nothing(event.request)));
});

async function answer(event, name) {
  const local = within(most, stored(name)).catch(() => undefined);
  const soon = await Promise.race([local, pause(patience).then(() => "late")]);
  if (soon && soon !== "late") return soon;
  // One file is enough to know that the store is slow.
  if (soon === "late") {
    patience = 0;
    local.then((file) => file && (patience = 3000));
  }
  let last;
  const remote = renewed(event, name).catch(async () => {
    last = await fetch(event.request);
    // A redirect is for the browser to follow.
    return last.ok || last.type === "opaqueredirect" ? last : undefined;
  });
  return (await either(local, remote)) || last || nothing(event.request);
}

/** A file from the server as it should be, which is kept again on the way. */
async function renewed(event, name) {
  const file = await fetched(name);
  const copy = file.clone();
  const again = async () => (await kept()).put(scope + name, copy);
  try {
    event.waitUntil(within(most, again()).catch(() => {}));
  } catch {
    // An old engine may hold that the event is over; the next start keeps it.
  }
  return file;
}

/** What the first of two gives that gives anything. */
function either(one, other) {
  return new Promise((done) => {
    const ends = [one, other].map((promise) => promise.then((given) => given && done(given), () => {}));
    Promise.all(ends).then(() => done());
  });
}

function nothing(request) {
  return request.mode === "navigate" ? new Response(away, { status: 503, headers: { "Content-Type": html } }) : Response.error();
}
