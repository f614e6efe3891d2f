#!/usr/bin/env bash
# ical.js 2.2.1 (npm), the library of Thunderbird's calendar, seen on 29 November 2026.
# Two rules that French administrative calendars write, each valid by RFC 5545, 3.3.10.
# 1. Yearly from 29 February 2024. One would expect 29 February of leap years only ("recurrence rules may generate recurrence instances with
#    an invalid date [...] such recurrence instances MUST be ignored"). Seen: 1 March in the other years.
# 2. The last day of each month, as BYMONTHDAY=28,29,30,31;BYSETPOS=-1 from 31 January 2026. One would expect 31 January, 28 February,
#    31 March, 30 April. Seen: from March on, every day that BYMONTHDAY names.
# A feed for other people's calendars therefore writes its dates one by one, or BYMONTHDAY=-1, which is read rightly here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --no-audit --no-fund --loglevel=error ical.js@2.2.1 > /dev/null
cat > seen.mjs <<'X'
import ICAL from 'ical.js';
const dates = (start, rule) => {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:finding', 'BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  const walk = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator();
  return Array.from({ length: 4 }, () => walk.next()?.toString() ?? '-').join(' ');
};
console.log(dates('20240229', 'FREQ=YEARLY'));
console.log(dates('20260131', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'));
console.log(dates('20260131', 'FREQ=MONTHLY;BYMONTHDAY=-1'));
X
node seen.mjs > seen.txt
cat seen.txt
expected=$'2024-02-29 2025-03-01 2026-03-01 2027-03-01\n2026-01-31 2026-02-28 2026-03-28 2026-03-29\n2026-01-31 2026-02-28 2026-03-31 2026-04-30'
[ "$(cat seen.txt)" = "$expected" ] || { echo "This is no longer what was seen."; exit 1; }
echo "As seen on 29 November 2026."
