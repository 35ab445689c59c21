#!/usr/bin/env bash
# Takes the README's pictures from the real window on a real run: docs/images/take.sh
# Needs Xvfb, xdotool and ImageMagick (Debian: xvfb xdotool imagemagick). Settings and caches of the user are left alone.
set -euo pipefail
home="$(cd "$(dirname "$0")/../.." && pwd)"
out="$home/docs/images"
for tool in Xvfb xdotool import convert; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install xvfb xdotool imagemagick" >&2; exit 3; }
done

work="$(mktemp -d)"
display=""
lab=""
screen=""
finish() {
    [ -z "$lab" ] || kill -TERM "$lab" 2>/dev/null || true
    [ -z "$lab" ] || wait "$lab" 2>/dev/null || true
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

open_window() { # theme, width, height
    mkdir -p "$work/$1/breakwater"
    printf 'theme=%s\n' "$1" >"$work/$1/breakwater/settings.properties"
    exec 3<>"$work/display"
    Xvfb -displayfd 3 -screen 0 "$2x$3x24" >"$work/xvfb.log" 2>&1 3>&3 &
    screen=$!
    read -r display <&3
    DISPLAY=":$display" XDG_CONFIG_HOME="$work/$1" "$home/breakwater" --seed 11 >"$work/lab.log" 2>&1 &
    lab=$!
}

close_window() {
    kill -TERM "$lab" && wait "$lab" || true
    kill "$screen" && wait "$screen" || true
    lab=""
    screen=""
}

picture() { # name
    DISPLAY=":$display" import -window root "$work/shot.png"
    convert "$work/shot.png" -strip -colors 256 "$out/$1.png"
    echo "$out/$1.png"
}

key() { DISPLAY=":$display" xdotool key "$@"; }
click() { DISPLAY=":$display" xdotool mousemove "$1" "$2" click 1 mousemove 1 1; }

until_window() {
    for _ in $(seq 300); do
        DISPLAY=":$display" xdotool search --name Breakwater >/dev/null 2>&1 && break
        kill -0 "$lab" 2>/dev/null || break
        sleep 0.2
    done
    # without a window manager nobody makes it as large as the screen
    local id
    id="$(DISPLAY=":$display" xdotool search --name Breakwater | tail -n 1)" || {
        echo "no window came up within 60 s; the lab said:" >&2
        cat "$work/lab.log" >&2
        exit 1
    }
    DISPLAY=":$display" xdotool windowmove "$id" 0 0 windowsize "$id" "$1" "$2" windowfocus "$id"
}
mkfifo "$work/display"

"$home/breakwater" --version # builds what is not built

# --- dark, 1440 x 900: everything runs, then payment-service is killed, then healed and looked into
open_window DARK 1440 900
until_window 1440 900
sleep 75 # to see minutes of it, and the start behind it
click 785 312 # payment-service
key ctrl+2    # sagas
sleep 1
click 1388 212 # the switch of Kill
sleep 9
picture stage-dark
key F9
sleep 25
close_window

# --- light, 1280 x 720: the link to user-service is cut until the breaker opens
open_window LIGHT 1280 720
until_window 1280 720
sleep 70
click 350 464  # breakers
sleep 3
click 1229 431 # try: down, order-service -> user-service
sleep 13
picture breaker-light
