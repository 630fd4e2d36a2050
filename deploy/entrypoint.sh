#!/bin/sh
# Runs the program in a container. A verb (ask, doctor, db …) takes the shell's place: it has its standard input, its signals and its exit code.
#
# The bot ends with 2 (configuration) or 3 (refused by Discord) where no other start would help, and a restart loop would burn the day's
# identifies. Docker restarts on any code, or, on-failure, not after the host was restarted. So where AINEWSBOT_WAIT is set, as compose sets it,
# the container stays up after those codes, unhealthy and with the reason in its log, until it is stopped; 1 ends it, and Docker starts it again.
if [ -z "$AINEWSBOT_WAIT" ]; then
    exec AiNewsBot "$@"
fi

# Keys of the configuration, as --Key:Name=value or --Key:Name value, are no verb.
is_value=
for argument in "$@"; do
    case "$is_value$argument" in
        --*:*=*) ;;
        --*:*) is_value="=" ;;
        =*) is_value= ;;
        *) exec AiNewsBot "$@" ;;
    esac
done

# Set before the start: a container may be stopped at any moment.
child=
stopped=
trap 'stopped=1; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null' TERM INT
AiNewsBot "$@" &
child=$!
[ -z "$stopped" ] || kill -TERM "$child" 2>/dev/null

# A signal ends the wait, not the bot.
wait "$child"
code=$?
while [ "$code" -gt 128 ] && kill -0 "$child" 2>/dev/null; do
    wait "$child"
    code=$?
done

if [ -z "$stopped" ] && { [ "$code" -eq 2 ] || [ "$code" -eq 3 ]; }; then
    sleep 30 &
    child=$!
    echo "The bot ended with exit code $code. It is not started again until the container is: change what the line above says, then restart it." >&2

    # In turns: a signal that comes between two of them is seen after the next at the latest.
    while [ -z "$stopped" ]; do
        wait "$child"
        if [ -z "$stopped" ]; then
            sleep 30 &
            child=$!
        fi
    done
fi

exit "$code"
