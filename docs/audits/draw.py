#!/usr/bin/env python3
"""Draws 150 claims of the dataset for an audit, with a fixed seed. Usage: draw.py [DATASET] > draw.tsv

A claim is every mapping that names a source: values and components, announced dates, licence conditions, outputs,
countries, events, promises and sentences of topics; a family's default counts once. Left out: `unknown`, which is no
claim, and rank `deprecated`, which answers nothing.
"""
import glob, os, random, sys
import yaml

ROOT = sys.argv[1] if len(sys.argv) > 1 else "src/AiNewsBot.Facts/Dataset"
SEED, SIZE = 20261129, 150


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader) or {}


def one_line(text):
    return " ".join(str(text).split())


def value_of(node):
    if "is" in node:
        value = node["is"]
    elif "what" in node:
        value = node["what"]
    else:
        value = node.get("on", "")
    extra = [f"{key}={node[key]}" for key in ("kind", "text", "limit", "except", "until", "applies_to", "by", "made", "said", "due",
             "fulfilled", "restated", "about", "rank") if key in node]
    if "on" in node and ("is" in node or "what" in node):
        extra.append(f"on={node['on']}")
    if node.get("note"):
        extra.append(f"note={node['note']}")
    return one_line(" | ".join([str(value), *extra]) if extra else value)


claims, total = [], {"unknown": 0, "deprecated": 0}
index = load(os.path.join(ROOT, "sources/indexes.yaml"))["sources"]
for path in sorted(glob.glob(os.path.join(ROOT, "**/*.yaml"), recursive=True)):
    file = os.path.relpath(path, ROOT)
    document = load(path)
    sources = {**index, **(document.get("sources") or {})}

    def cited(source):
        found = []
        for item in source if isinstance(source, list) else [source]:
            key, _, locator = item.partition(" @ ")
            found.append((sources.get(key.strip(), {}).get("url", f"?{key}")) + (f" @ {locator}" if locator else ""))
        return one_line(" ; ".join(found))

    def walk(node, subject, properties):
        if isinstance(node, list):
            for item in node:
                walk(item, subject, properties)
        elif isinstance(node, dict):
            if "source" in node:
                if node.get("is") == "unknown":
                    total["unknown"] += 1
                elif node.get("rank") == "deprecated":
                    total["deprecated"] += 1
                else:
                    claims.append((subject, "/".join(properties) or "-", value_of(node), one_line(node.get("since", "")),
                                   cited(node["source"]), file))
                return
            subject = node.get("id", subject)
            for key, item in node.items():
                hidden = key in ("family", "releases", "variants", "licences", "organizations", "topics", "software") and (
                    isinstance(item, list) or key == "family")
                walk(item, subject, properties if hidden else [*properties, key])

    default = document.get("family")
    default = default if isinstance(default, str) else os.path.basename(file)
    for key, item in document.items():
        if key != "sources":
            if isinstance(item, dict) and key != "family":
                walk(item, default, [key])
            else:
                walk(item, default, [])

claims.sort()
drawn = random.Random(SEED).sample(claims, SIZE)
print("n\tsubject\tproperty\tvalue\tsince\tcited source\tfile")
for number, claim in enumerate(drawn, 1):
    print(number, *claim, sep="\t")
print(f"{len(claims)} claims, {len(set(claims))} distinct; left out {total}", file=sys.stderr)
