#!/usr/bin/env bash
# Which changes of the source no test notices: Stryker makes them one by one, and runs the tests of that room. Takes rooms; without, all three.
# What survives is printed with its line, and in mutation/ROOM/reports.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
dotnet tool restore > /dev/null

# A line per mutant that no test noticed: the file's line, the kind of change, and what stood there instead.
survivors() {
    grep -oE '"[^"]+\.cs":\{"language"|"mutatorName":"[^"]*","replacement":"([^"\\]|\\.)*","location":\{"start":\{"line":[0-9]+|"status":"[A-Za-z]+"' "$1" |
        awk '
            /"language"$/ { file = $0; sub(/":.*/, "", file); sub(/.*\//, "", file) }
            /^"mutatorName"/ { mutant = $0 }
            /^"status":"(Survived|NoCoverage)"/ {
                line = mutant; sub(/.*"line":/, "", line)
                what = mutant; sub(/^"mutatorName":"/, "", what); sub(/","location".*/, "", what); sub(/","replacement":"/, " => ", what)
                print file ":" line " " what
            }
        '
}

# The source that is changed, the project that it is in, the project and the folder of its tests.
mutate() {
    local room=$1 sources=$2 project=$3 tests=$4 folder=$5
    echo "== $room"
    (
        cd "tests/$tests"
        # Tests that start a whole bot would take days.
        whole=$({ grep -rlE 'NewsRig|RunningBot' "$folder" || true; } | paste -sd ';')
        export TESTED_ROOM=$folder TESTED_ROOM_WITHOUT=$whole
        dotnet build --verbosity quiet -clp:ErrorsOnly
        dotnet stryker --test-runner mtp --project "$project.csproj" --mutate "$sources" \
            --output "$root/mutation/$room" --reporter ClearText --reporter Html --reporter Json
    )
    survivors "mutation/$room/reports/mutation-report.json"
}

rooms=("$@")
[ ${#rooms[@]} -gt 0 ] || rooms=(Dates Verdicts Outbox)
for room in "${rooms[@]}"; do
    case $room in
        Dates) mutate "$room" '**/Parsing/Dates/*.cs' AiNewsBot.Feeds AiNewsBot.Feeds.Tests Parsing/Dates ;;
        Verdicts) mutate "$room" '**/Verdicts/*.cs' AiNewsBot.Facts AiNewsBot.Facts.Tests Verdicts ;;
        Outbox) mutate "$room" '**/Outbox/**/*.cs' AiNewsBot AiNewsBot.Tests Outbox ;;
        *) echo "There is no room '$room': Dates, Verdicts, Outbox." >&2; exit 2 ;;
    esac
done
