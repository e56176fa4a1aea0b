# The two check codes of a submission, from the file alone: docs/formats.md says what they are.
import hashlib, json, sys

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
file = json.load(open(sys.argv[1], encoding="utf-8"))
for member in (file["signed"], file["attached"]):
    text = json.dumps(member, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    bits = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big") >> (256 - 60)
    code = "".join(SIGNS[bits >> (55 - 5 * at) & 31] for at in range(12))
    print(code[:4], code[4:8], code[8:], sep="-")
