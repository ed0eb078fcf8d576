#!/bin/bash
# Measures the rendered role against a loop of ansible.posix.sysctl over the same 40 keys, and prints Markdown.
#   tests/bench/role.sh [RUNS]       alternating runs of each (5); needs root, ansible-core, GNU time, iproute2 and the .NET SDK
# Each run is in a network namespace of its own, with empty folders in the place of /etc/sysctl.d and /var/lib, on the local
# connection with pipelining. Prints figures and asserts none; it stops when a run does not do what it is measured for.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../.."
readonly RUNS=${1:-5} SPEC=tests/bench/role.yaml OUT=$PWD/.cache/bench
readonly PLAYS=(first second)
CONFIGGEN=${CONFIGGEN:-dotnet run -c Release --project src/ConfigGen.Cli --}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

stop() {
    echo "$1" >&2
    tail -20 "$scratch/log" >&2
    exit 1
}

# The collection of the installed package, or of the one that apt would install.
find_collection() {
    ansible-galaxy collection list ansible.posix >"$scratch/log" 2>&1 && grep -q '^ansible.posix' "$scratch/log" && return
    export ANSIBLE_COLLECTIONS_PATH=$OUT/collections
    [[ -d $ANSIBLE_COLLECTIONS_PATH/ansible_collections/ansible/posix ]] && return
    mkdir -p "$ANSIBLE_COLLECTIONS_PATH"
    (cd "$scratch" && apt-get download ansible) >"$scratch/log" 2>&1 || stop "ansible.posix is not installed, and apt has no package ansible"
    dpkg-deb --fsys-tarfile "$scratch"/ansible_*.deb | tar -x --strip-components=5 -C "$ANSIBLE_COLLECTIONS_PATH" --wildcards '*/ansible_collections/ansible/posix/*'
}

assignments() { grep -E '^[a-z]' "$scratch/bench/sysctl.d/60-bench.conf"; }

# What is written where there is no role: each key by itself. The values are read back by one command for all of them, the
# cheapest way there is, because the role reads back as well.
write_loop() {
    cat <<'PLAY'
- hosts: all
  gather_facts: false
  tasks:
    - name: Set every key
      ansible.posix.sysctl:
        name: "{{ item.key }}"
        value: "{{ item.value }}"
        sysctl_file: /etc/sysctl.d/60-bench.conf
        sysctl_set: true
        state: present
      loop: "{{ settings | dict2items }}"
    - name: Read every key
      ansible.builtin.command:
        argv: "{{ ['sysctl', '-n'] + (settings | list) }}"
      register: actual
      changed_when: false
    - name: Fail when a value is not in force
      ansible.builtin.assert:
        that: actual.stdout | replace('\t', ' ') == settings.values() | join('\n')
        quiet: true
  vars:
    settings:
PLAY
    assignments | sed 's/\(.*\) = \(.*\)/      \1: "\2"/'
}

# Inside the namespace: both runs, one after the other.
measure() { # WAY PLAYBOOK
    local run
    mount -t tmpfs tmpfs /etc/sysctl.d
    mount -t tmpfs tmpfs /var/lib
    [[ ! -e /etc/sysctl.conf ]] || mount --bind /dev/null /etc/sysctl.conf
    for run in "${PLAYS[@]}"; do
        /usr/bin/time -o "$scratch/time" -f '%e %U %S' ansible-playbook -i "$scratch/inventory" -e tuned_hosts=all "$2" >"$scratch/log" 2>&1 || stop "the $run run of the $1 fails"
        grep -qE "^host .*changed=$([[ $run == first ]] && echo '[1-9]' || echo '0 ')" "$scratch/log" || stop "the $run run of the $1 changes what it should not, or nothing"
        assignments | sed 's/ = .*//' | xargs sysctl -n | tr '\t' ' ' | cmp -s - <(assignments | sed 's/.* = //') || stop "the $run run of the $1 leaves a value that is not in force"
        awk '{ print $1, $2 + $3 }' "$scratch/time" >>"$scratch/$run.$1.samples"
    done
}

median() { # RUN WAY COLUMN
    sort -n -k"$3,$3" "$scratch/$1.$2.samples" | awk -v c="$3" '{ v[NR] = $c } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

row() { # RUN
    awk -v r="$(median "$1" role 1)" -v l="$(median "$1" loop 1)" -v rc="$(median "$1" role 2)" -v lc="$(median "$1" loop 2)" -v run="$1" \
        'BEGIN { printf "| %s | %.1f s | %.1f s | %.1f | %.1f s | %.1f s | %.1f |\n", run, r, l, l / r, rc, lc, lc / rc }'
}

export ANSIBLE_NOCOLOR=1 ANSIBLE_LOCALHOST_WARNING=false ANSIBLE_PIPELINING=true ANSIBLE_CONFIG=/etc/ansible/none.cfg
if [[ ${1:-} == --measure ]]; then
    scratch=$2
    trap - EXIT
    measure "$3" "$4"
    exit
fi

$CONFIGGEN generate "$SPEC" --out "$scratch/bench" >"$scratch/log" 2>&1 || stop "$SPEC cannot be rendered"
find_collection
write_loop >"$scratch/loop.yml"
echo "host ansible_connection=local ansible_python_interpreter=/usr/bin/python3 ansible_become=false" >"$scratch/inventory"
declare -A playbooks=([role]=$scratch/bench/ansible/bench.yml [loop]=$scratch/loop.yml)

cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)
echo "Measured $(date +%F) on $(nproc) × $cpu, load $(cut -d' ' -f1 /proc/loadavg) at the start; $(ansible-playbook --version | sed -n 1p)."
echo "Medians of $RUNS alternating runs with $(assignments | grep -c '') keys; × is how many times faster the role is; CPU is user + system time."
echo "Both read every value back: the role after each write, the loop by one command for all keys."
echo
echo "| run | role | loop | × | CPU role | CPU loop | × |"
echo "|---|---|---|---|---|---|---|"
for ((i = 0; i < RUNS; i++)); do
    for way in role loop; do
        unshare --net --mount -- bash tests/bench/role.sh --measure "$scratch" "$way" "${playbooks[$way]}"
    done
done
for run in "${PLAYS[@]}"; do row "$run"; done
