/* The service worker of an earlier release, as it was handed out: it kept whatever the server answered. */
const scope = self.registration.scope;
const mine = `xingzhan ${scope} `;
const kept = () => caches.open(mine + release);
const fresh = (name) => new Request(name, { cache: "no-cache" });
self.addEventListener("install", (event) => event.waitUntil(keep()));
async function keep() {
  const cache = await kept();
  const page = await fetch(fresh(scope));
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
});
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(scope)) event.respondWith(answer(event.request));
});
async function answer(request) {
  const cache = await kept();
  const address = request.url.replace(/[?#].*/, "");
  const name = address === `${scope}index.html` ? scope : address;
  return (await cache.match(name, { ignoreVary: true })) || fetch(request);
}
