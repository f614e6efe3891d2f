#!/usr/bin/env bash
# Ical.Net 5.2.4 (NuGet), seen on 29 November 2026.
# A yearly rule that names a weekday of a month, with an end: "the first Monday of May, until 10 May 2030", from 15 September 2026.
# One would expect 3 May 2027, 1 May 2028, 7 May 2029 and 6 May 2030 (RFC 5545, 3.3.10: UNTIL bounds the recurrence inclusively).
# Seen: the last one is missing. The same rule without its UNTIL gives it.
# For a calendar of obligations that is a due date which vanishes without a word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > finding.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><NoWarn>CS0618</NoWarn></PropertyGroup>
  <ItemGroup><PackageReference Include="Ical.Net" Version="5.2.4" /></ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

string Dates(string rule)
{
    var item = new CalendarEvent { Start = new CalDateTime(2026, 9, 15), RecurrenceRules = [new RecurrencePattern(rule)] };
    return string.Join(' ', item.GetOccurrences(new CalDateTime(2026, 9, 16)).TakeWhile(one => one.Period.StartTime.Year <= 2030).Select(one => one.Period.StartTime.Date.ToString("yyyy-MM-dd")));
}

Console.WriteLine(Dates("FREQ=YEARLY;BYMONTH=5;BYDAY=1MO;UNTIL=20300510"));
Console.WriteLine(Dates("FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"));
X
dotnet run -v q > seen.txt
cat seen.txt
expected=$'2027-05-03 2028-05-01 2029-05-07\n2027-05-03 2028-05-01 2029-05-07 2030-05-06'
[ "$(cat seen.txt)" = "$expected" ] || { echo "This is no longer what was seen."; exit 1; }
echo "As seen on 29 November 2026: the date of 2030 is lost when the rule has an end that lies after it."
