#!/usr/bin/env bash
# bpmn-moddle 10.3.1 (npm), seen on 29 November 2026.
# A BPMN 2.0 file in which two extension elements declare the same namespace, each with a prefix of its own: valid, and met in exports of real tools.
# One would expect what was read without a warning to be written again.
# Seen: it is read without a warning and cannot be written; in an editor built on it, one opens, edits, and cannot save.
# The product keeps the file as received and lists this on the page of a target (EditorLosses).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --no-audit --no-fund --loglevel=error bpmn-moddle@10.3.1 > /dev/null
cat > seen.mjs <<'X'
import { BpmnModdle } from 'bpmn-moddle';
const moddle = new BpmnModdle();
const read = await moddle.fromXML(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t"><process id="p">
  <extensionElements><a:one xmlns:a="urn:x"/><b:two xmlns:b="urn:x"/></extensionElements></process></definitions>`);
console.log('warnings', read.warnings.length);
await moddle.toXML(read.rootElement).then(() => console.log('written'), (error) => console.log(error.message));
X
node seen.mjs > seen.txt
cat seen.txt
[ "$(cat seen.txt)" = "warnings 0
no namespace uri given for prefix <a>" ] || { echo "This is no longer what was seen."; exit 1; }
echo "As seen on 29 November 2026: read without a warning, and not to be written again."
