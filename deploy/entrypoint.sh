#!/bin/sh
# Runs the bot in a container. Docker restarts on every failure, but only 1 (a fault) is worth another start: after 2 (configuration)
# and 3 (refused by Discord for good) a restart loop would burn the day's identifies. So these end as success, and the container stays down.
AiNewsBot "$@" &
bot=$!
trap 'kill -TERM "$bot"' TERM INT

# A signal ends the wait, not the bot.
wait "$bot"
code=$?
while [ "$code" -gt 128 ] && kill -0 "$bot" 2>/dev/null; do
    wait "$bot"
    code=$?
done

case "$code" in
    2 | 3)
        echo "The bot ended with exit code $code: it is not started again until something is changed." >&2
        exit 0
        ;;
    *) exit "$code" ;;
esac
