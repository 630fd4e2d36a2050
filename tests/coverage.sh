#!/usr/bin/env bash
# How much of the source the tests reach, by room: line and branch coverage of each namespace, least first. The whole report, file by file, is
# written to coverage/report/index.html. Takes the names of test projects; without, all but the kill tests.
set -euo pipefail
cd "$(dirname "$0")/.."
projects=("$@")
[ ${#projects[@]} -gt 0 ] || projects=(AiNewsBot.Facts.Tests AiNewsBot.Feeds.Tests AiNewsBot.Discord.Tests AiNewsBot.Tests)

rm -rf coverage
dotnet tool restore > /dev/null
dotnet build --verbosity quiet -clp:NoSummary
for project in "${projects[@]}"; do
    dotnet test --no-build --project "tests/$project" --results-directory "coverage/$project" \
        --coverlet --coverlet-output-format cobertura --coverlet-include "[AiNewsBot*]*" --coverlet-exclude "[*Tests]*" \
        --coverlet-exclude "[AiNewsBot.Benchmarks]*" --coverlet-exclude "[AiNewsBot.Training]*"
done
dotnet reportgenerator "-reports:coverage/*/*cobertura*.xml" -targetdir:coverage/report "-reporttypes:JsonSummary;Html" -verbosity:Warning

# The summary has a line per class: { "name": "AiNewsBot.Room.Class", …, "coveredlines": 3, …, "coveredbranches": 2, "totalbranches": 4, … }
sed -nE '/"classes":/d; s/.*"name": "([^"]+)\.[^".]+".*"coveredlines": ([0-9]+).*"coverablelines": ([0-9]+).*"coveredbranches": ([0-9]+), "totalbranches": ([0-9]+).*/\1 \2 \3 \4 \5/p' \
    coverage/report/Summary.json |
    awk '
        { lines[$1] += $2; coverable[$1] += $3; branches[$1] += $4; all[$1] += $5 }
        END {
            for (room in coverable)
                printf "%6.1f %% of %4d branches  %6.1f %% of %5d lines  %s\n",
                    all[room] ? 100 * branches[room] / all[room] : 100, all[room], 100 * lines[room] / coverable[room], coverable[room], room
        }
    ' | sort -n
