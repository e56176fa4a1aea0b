// Photos in an engine of any age: chosen, seen, covered, handed over and opened again, the same to the last byte.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const item = "C1";
/** What a camera writes and no photo of ours may have: the mark of its notes, its name, their beginning, the place. */
const camera = ["Exif", "TELEFON", "II*\0\x08\0\0\0", "\x25\x88\x04\0\x01\0\0\0"];

const digests = (person) => person.call((item) => [...document.querySelectorAll(`[data-photos=${item}] [data-photo]`)].map((one) => one.dataset.photo), item);

/** Waits until the item shows so many photos, and returns the size that each is drawn of. */
async function thumbnails(person, many) {
  const drawn = `[...document.querySelectorAll("[data-photos=${item}] [data-photo] img")].filter((one) => one.complete && one.naturalWidth)`;
  // What is further down is drawn only once it is scrolled to.
  await person.page.until(`${many} photos are drawn`, `(document.querySelector("[data-photos=${item}]").scrollIntoView(), ${drawn}.length === ${many})`);
  return person.value(`${drawn}.map((one) => [one.naturalWidth, one.naturalHeight])`);
}

/** The photos in a file by their digests, each held against its own. */
function carried(text) {
  const photos = Object.entries(JSON.parse(text).photos ?? {}).map(([digest, written]) => [digest, Buffer.from(written, "base64")]);
  for (const [digest, bytes] of photos) {
    assert.equal(createHash("sha256").update(bytes).digest("hex"), digest);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xff, 0xd8, 0xff], "a JPEG");
    assert.ok(bytes.length <= 300 * 1024, `${bytes.length} bytes`);
    for (const word of camera) assert.ok(!bytes.includes(word, 0, "latin1"), JSON.stringify(word));
  }
  return Object.fromEntries(photos);
}

/** Black boxes over the middle of the first photo; the dot in the middle afterwards. */
async function cover(person) {
  await person.click(`[data-photos=${item}] [data-do=view-photo]`);
  for (const step of ["cover", "cover-add", "cover-apply"]) await person.click(`dialog [data-do=${step}]`);
  await person.page.until("it is covered", "!document.querySelector('dialog')");
  await thumbnails(person, 2);
  return person.call((item) => {
    const picture = document.querySelector(`[data-photos=${item}] img`);
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    return [...context.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data];
  }, item);
}

/** Adds two pictures of a telephone to a filled-in draft, covers a part of one, and makes the submission. */
export async function addPhotos(person, material) {
  const pictures = [1, 2].map((number) => join(material, `photo-${number}.jpg`));
  for (const picture of pictures) for (const word of camera) assert.ok(readFileSync(picture).includes(word, 0, "latin1"), `${picture} has no ${JSON.stringify(word)}`);
  const id = await person.open(join(material, "draft.json"), "draft");
  await person.go(`#/d/${id}/section/${item[0]}`);
  await person.give(`input[data-photo-file=${item}]`, pictures);
  assert.deepEqual(await thumbnails(person, 2), [[1200, 1600], [1200, 1600]], "upright and small");
  const before = await digests(person);
  const dot = await cover(person);
  assert.ok(dot.slice(0, 3).every((part) => part < 3), `${dot} is black`);
  const after = await digests(person);
  assert.ok(after.length === 2 && after[0] !== before[0] && after[1] === before[1]);
  await person.saved();
  await person.reload();
  await thumbnails(person, 2);
  assert.deepEqual(await digests(person), after);
  await person.go(`#/d/${id}/send`);
  const made = await person.download("button[data-do=submit]");
  const photos = carried(made.text);
  assert.deepEqual(Object.keys(photos), [...after].sort());
  return { ...made, order: after, photos };
}

/** Opens that submission in a browser that knows nothing of it: the same photos, the same bytes in its draft. */
export async function seePhotos(person, made) {
  const id = await person.open(made.file, "submission");
  await person.go(`#/d/${id}/section/${item[0]}`);
  await thumbnails(person, 2);
  assert.deepEqual(await digests(person), made.order);
  await person.saved();
  await person.go(`#/d/${id}/send`);
  const again = await person.download("main button[data-do=save-draft]");
  assert.deepEqual(carried(again.text), made.photos);
}
