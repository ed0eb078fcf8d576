# What a role promises, and how many checks showed each promise. Sourced by the checks of the role.
# shellcheck shell=bash

work=${work:?the script that sources this makes a folder to work in}

promises='check     check mode is truthful and changes nothing
first     the first run applies every value
second    a second run changes nothing
drift     drift is found and repaired
override  whoever overrides a value is named
bad       a bad value changes nothing
failure   a failed apply is never reported as fine by the next run
restart   nothing is restarted unless asked, and what is pending is said
rollback  rolling back restores what was there
agree     a second role that disagrees is refused
reboot    the values survive a reboot
decide    what only a host can know is decided on the host
module    modules are loaded, now and at every boot
area      kernel, fs and vm keys are applied, or refused by name'

declare -A shown=()

expect() { # promise, what, a command that must succeed
  local promise=$1 what=$2
  shift 2
  shown[$promise]=$((${shown[$promise]:-0} + 1))
  if "$@"; then ok "role: $what"; else bad "role: $what; log: $(grep -E '^(fatal|ERROR)|"msg"' "$work/log" | tail -n 3 | tr '\n' ' ')"; fi
}

# One line for each promise; a promise that nothing showed is a failure.
count_promises() {
  local promise words
  while read -r promise words; do
    printf 'promise %3d checks: %s\n' "${shown[$promise]:-0}" "$words"
    if [ "${shown[$promise]:-0}" -eq 0 ]; then bad "role: nothing was checked of: $words"; fi
    unset "shown[$promise]"
  done <<<"$promises"
  for promise in "${!shown[@]}"; do bad "role: $promise is not one of the promises"; done
}

all() { # commands in words, joined by --; every one must succeed
  local command=()
  for word in "$@" --; do
    if [ "$word" = -- ]; then "${command[@]}" || return 1; command=(); else command+=("$word"); fi
  done
}

is() { [ "$1" = "$2" ] || { printf 'note    "%s" is expected, not "%s"\n' "$2" "$1"; return 1; }; }

fails() { ! "$@"; }

differs() { [ "$1" != "$2" ]; }

unchanged() { all is "$(changed)" 0 -- is "$(failed_hosts)" 0; }
