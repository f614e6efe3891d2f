#!/usr/bin/env bash
# rrule 2.8.1 (npm), seen on 29 November 2026.
# A daily rule at midnight in Paris, from 25 May 2026, whose UNTIL is the instant at which 31 May begins there (30 May, 22:00 UTC).
# One would expect 31 May to be the last day (RFC 5545, 3.3.10: UNTIL is inclusive, and in UTC when DTSTART has a zone).
# Seen: 30 May is the last one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --no-audit --no-fund --loglevel=error rrule@2.8.1 > /dev/null
cat > seen.mjs <<'X'
import rrule from 'rrule';
const dates = rrule.rrulestr('DTSTART;TZID=Europe/Paris:20260525T000000\nRRULE:FREQ=DAILY;UNTIL=20260530T220000Z').all();
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
console.log(dates.length, paris.format(dates.at(-1)));
X
TZ=UTC node seen.mjs > seen.txt
cat seen.txt
[ "$(cat seen.txt)" = "6 2026-05-30" ] || { echo "This is no longer what was seen."; exit 1; }
echo "As seen on 29 November 2026: the seventh day, 31 May, is lost."
