/* Keeps the hosted copy for days without network. The build writes two lines above this one: `release`,
   which names what is kept, and the lists `first` (what the start needs) and `rest` (what can wait).
   A release is kept whole or not at all, and the old one stays until the person wants the new one. */
const scope = self.registration.scope;
// Several copies may share a host: each knows its own by its folder.
const mine = `xingzhan ${scope} `;
const kept = () => caches.open(mine + release);
// The server is asked whether it has something newer than the browser's own store.
const fresh = (name) => new Request(name, { cache: "no-cache" });

self.addEventListener("install", (event) => event.waitUntil(keep()));

async function keep() {
  const cache = await kept();
  const page = await fetch(fresh(scope));
  // While a new release is being copied to the server, the page may belong to another one than this file.
  const text = await page.clone().text();
  if (!first.every((name) => text.includes(name))) throw new Error("the page is not of this release");
  await Promise.all([cache.put(scope, page), cache.addAll(first.map(fresh))]);
}

self.addEventListener("activate", (event) => event.waitUntil(change()));

async function change() {
  const others = (await caches.keys()).filter((name) => name.startsWith(mine) && name !== mine + release);
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  if (event.data === "keep the rest") event.waitUntil(keepRest());
});

/* What is missing now is fetched at the next start. */
async function keepRest() {
  const cache = await kept();
  for (const name of rest) {
    if (!(await cache.match(name))) await cache.add(fresh(name)).catch(() => {});
  }
}

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(scope)) event.respondWith(answer(event.request));
});

async function answer(request) {
  const cache = await kept();
  const address = request.url.replace(/[?#].*/, "");
  const name = address === `${scope}index.html` ? scope : address;
  return (await cache.match(name, { ignoreVary: true })) || fetch(request);
}
