#!/bin/bash
# Measures ConfigGen, published three ways, against a Python script that does the same, and prints Markdown.
#   tests/bench/run.sh [RUNS] [SPECS]       alternating cold runs of each (15), specs in one process (2000)
# Needs the .NET SDK, GNU time, python3-yaml, python3-jsonschema, python3-jinja2; a C compiler for the native binary.
# Prints figures and asserts none. Published binaries are reused: delete .cache/bench after a change.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../.."
readonly RUNS=${1:-15} SPECS=${2:-2000} SPEC=tests/bench/spec.yaml OUT=.cache/bench PYTHON=${PYTHON:-/usr/bin/python3}
# Where the registry lacks the native compiler of net10.0, NATIVE_TARGET=net9.0 stands in for it; none leaves the native binary out.
readonly NATIVE_TARGET=${NATIVE_TARGET:-net10.0}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

publish() { # WAY ARGUMENT...: into its own folder, with its own lock file, so that the tree stays as it is
    local way=$1 log=$scratch/publish.log
    shift
    [[ -x $OUT/$way/app/configgen ]] && return
    if ! dotnet publish src/ConfigGen.Cli -c Release -v q -o "$OUT/$way/app" --artifacts-path "$OUT/$way" \
        -p:NuGetLockFilePath="obj/bench-$way.lock.json" -p:RestoreLockedMode=false "$@" >"$log" 2>&1; then
        echo "publishing $way failed:" >&2
        grep -m 5 error "$log" >&2
        exit 1
    fi
}

run_as() { # WAY COMMAND SPEC...: the command line of this way, in the array "line"; both write to out/ beside the spec
    local way=$1 command=$2 output=()
    shift 2
    if [[ $way == python ]]; then
        [[ $command == generate ]] && output=("$scratch/specs/out")
        line=("$PYTHON" tests/bench/script.py "$command" "${output[@]}" "$@")
    else
        line=("$OUT/$way/app/configgen" "$command" "$@")
    fi
}

once() { # WAY COMMAND SPEC...: appends "wall cpu kB" to the way's file of samples
    local way=$1 command=$2
    run_as "$@"
    if ! /usr/bin/time -o "$scratch/time" -f '%e %U %S %M' "${line[@]}" >"$scratch/log" 2>&1; then
        echo "$way $command failed:" >&2
        tail -5 "$scratch/log" >&2
        exit 1
    fi
    awk '{ print $1, $2 + $3, $4 }' "$scratch/time" >>"$scratch/$command.$way.samples"
}

median() { # COMMAND WAY COLUMN
    sort -n -k"$3,$3" "$scratch/$1.$2.samples" | awk -v c="$3" '{ v[NR] = $c } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

row() { # COMMAND WAY: wall, cpu and memory with their ratios to the script
    awk -v w="$(median "$1" "$2" 1)" -v pw="$(median "$1" python 1)" -v c="$(median "$1" "$2" 2)" -v pc="$(median "$1" python 2)" \
        -v m="$(median "$1" "$2" 3)" -v name="$2" -v command="$1" -v size="$(size "$2")" \
        'BEGIN { printf "| %s | %s | %.0f ms | %.2f | %.0f ms | %.2f | %.1f MB | %s |\n", command, name, w * 1000, w / pw, c * 1000, c / pc, m / 1000, size }'
}

size() { # WAY: what one would ship
    case $1 in
        python) echo – ;;
        native) stat -c %s "$OUT/native/app/configgen" | awk '{ printf "%.1f MB", $1 / 1e6 }' ;;
        *) cat "$OUT/$1/app"/*.dll "$OUT/$1/app/configgen" | wc -c | awk '{ printf "%.1f MB + runtime", $1 / 1e6 }' ;;
    esac
}

many() { # COUNT FOLDER SED: copies of the spec under other names, each changed by a sed script
    mkdir -p "$scratch/$2"
    for ((i = 1; i <= $1; i++)); do sed -e "s/^name: bench/name: bench-$i/" -e "$3" "$SPEC" >"$scratch/$2/$i.yaml"; done
}

bulk() { # LABEL WAY FOLDER: every spec of a folder in one process; against the script's run over the same number
    local label=$1 way=$2 folder=$3 count
    count=$(find "$scratch/$folder" -name '[0-9]*.yaml' | wc -l)
    rm -rf "$scratch"/*/out "$scratch"/generate.*.samples
    once python generate "$scratch/$folder"/[0-9]*.yaml
    rm -rf "$scratch"/*/out
    [[ $way == python ]] || once "$way" generate "$scratch/$folder"/[0-9]*.yaml
    awk -v n="$count" -v w="$(median generate "$way" 1)" -v pw="$(median generate python 1)" -v c="$(median generate "$way" 2)" -v pc="$(median generate python 2)" \
        -v m="$(median generate "$way" 3)" -v name="$label" \
        'BEGIN { printf "| %s | %d | %.0f | %.2f | %.0f | %.2f | %.1f MB |\n", name, n, n / w, pw / w, n / c, pc / c, m / 1000 }'
}

lookups() { # LABEL ARGUMENT...: CPU of a command that looks facts up, by the quickest way there is
    local label=$1 way=${ways[-1]} run
    shift
    rm -f "$scratch/lookups"
    for ((run = 0; run < RUNS; run++)); do /usr/bin/time -a -o "$scratch/lookups" -f '%U %S' "$OUT/$way/app/configgen" "$@" >/dev/null 2>&1 || true; done
    awk '{ print $1 + $2 }' "$scratch/lookups" | sort -n | awk -v name="$label" '{ v[NR] = $1 } END { printf "| %s | %.0f ms |\n", name, v[int((NR + 1) / 2)] * 1000 }'
}

mkdir "$scratch/specs"
cp "$SPEC" "$scratch/specs/spec.yaml"

ways=(python framework readytorun)
publish framework
publish readytorun -r linux-x64 -p:PublishReadyToRun=true --self-contained false
if [[ $NATIVE_TARGET != none ]]; then
    publish native -r linux-x64 -p:PublishAot=true -p:NativeTarget="$NATIVE_TARGET" -p:RestoreEnablePackagePruning=true \
        -p:CppCompilerAndLinker="${CC:-gcc}"
    ways+=(native)
fi

cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)
echo "Measured $(date +%F) on $(nproc) × $cpu, load $(cut -d' ' -f1 /proc/loadavg) at the start; $("$PYTHON" --version), .NET $(dotnet --version), native for $NATIVE_TARGET."
echo "Medians of $RUNS alternating cold runs of a $(grep -c '' "$SPEC")-line spec; × is the ratio to the Python script; CPU is user + system time."
echo
echo "| command | published as | wall | × | CPU | × | peak memory | size |"
echo "|---|---|---|---|---|---|---|---|"
for command in validate generate; do
    for ((run = 0; run < RUNS; run++)); do
        for way in "${ways[@]}"; do
            rm -rf "${scratch:?}/specs/out"
            once "$way" "$command" "$scratch/specs/spec.yaml"
        done
    done
    for way in "${ways[@]}"; do row "$command" "$way"; done
done

echo
echo "Validated and rendered in one process, self-check and all files included: 19 files a spec with the role, 2 without; the script writes 1."
echo
echo "| published as | specs | specs per second | × | specs per CPU second | × | peak memory |"
echo "|---|---|---|---|---|---|---|"
many "$SPECS" many ""
many "$((SPECS / 5))" fifth ""
many "$SPECS" plain 's/^outputs: {/outputs: {ansible: false, /'
for way in "${ways[@]}"; do bulk "$way" "$way" many; done
bulk "${ways[-1]}, a fifth of the specs" "${ways[-1]}" fifth
bulk "${ways[-1]}, without the role" "${ways[-1]}" plain

echo
echo "What looking things up costs (${ways[-1]}; cold, CPU):"
echo
echo "| command | CPU |"
echo "|---|---|"
printf 'spec: v1\nname: one\ntargets: [{platform: debian-12}, {platform: ubuntu-24.04}, {platform: rhel-9}]\nsysctl: {vm.swappiness: 10}\noutputs: {ansible: false}\n' >"$scratch/one.yaml"
sed '/^outputs:/,$d' tests/bench/role.yaml >"$scratch/forty.yaml"
printf 'outputs: {ansible: false}\n' >>"$scratch/forty.yaml"
lookups "--version" --version
lookups "validate, 1 key" validate "$scratch/one.yaml"
lookups "validate, $(grep -c '^  [a-z].*\..*:' "$scratch/forty.yaml") keys" validate "$scratch/forty.yaml"
lookups "catalog list: every key" catalog list
