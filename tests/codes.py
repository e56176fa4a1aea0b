# The codes and digests of files, from the files alone, one a line: docs/formats.md says what they are.
import hashlib, json, sys

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def sha_256(value, *members):
    value = {name: value[name] for name in members if name in value} if members else value
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def code(value):
    bits = int(sha_256(value)[:15], 16)
    signs = "".join(SIGNS[bits >> 5 * at & 31] for at in reversed(range(12)))
    return "-".join([signs[:4], signs[4:8], signs[8:]])


for path in sys.argv[1:]:
    file = json.load(open(path, encoding="utf-8"))
    if file["kind"] == "submission":
        print("signed", code(file["signed"]))
        print("attached", code(file["attached"]))
        continue
    if file["kind"] == "bundle":
        print("sealed", code(file["sealed"]))
        continue
    standard = file if file["kind"] == "standard" else file["standard"]
    print("standard", standard["id"], sha_256(standard)[:16])
    for part in [*standard["sections"], standard["bonus"], {"items": standard["texts"]}]:
        for item in part["items"]:
            print("item", item["id"], sha_256(item, "words", "points", "scale")[:16])
    for fact in standard["facts"]:
        print("fact", fact["id"], sha_256(fact, "words", "unit")[:16])
