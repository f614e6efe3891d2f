#!/usr/bin/env bash
# bpmn-moddle 10.3.1 (npm), seen on 29 November 2026.
# A task whose name holds a line feed, a tab and a carriage return, as references (&#10; &#9; &#13;): the only way in which an attribute keeps them.
# One would expect all three to be written as references again.
# Seen: the line feed is; tab and carriage return are written raw, and every reader of XML makes a space of them (XML 1.0, 3.3.3).
# A step whose name came from an event log then matches it no more. The product writes all three as references, and names the loss (EditorLosses).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --no-audit --no-fund --loglevel=error bpmn-moddle@10.3.1 > /dev/null
cat > seen.mjs <<'X'
import { BpmnModdle } from 'bpmn-moddle';
const moddle = new BpmnModdle();
const read = await moddle.fromXML('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t"><process id="p"><task id="t" name="a&#10;b&#9;c&#13;d"/></process></definitions>');
console.log(JSON.stringify(/name="([^"]*)"/.exec((await moddle.toXML(read.rootElement)).xml)[1]));
X
node seen.mjs > seen.txt
cat seen.txt
[ "$(cat seen.txt)" = '"a&#10;b\tc\rd"' ] || { echo "This is no longer what was seen."; exit 1; }
echo "As seen on 29 November 2026: the tab and the carriage return are written raw."
