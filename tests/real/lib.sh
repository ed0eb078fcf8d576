# Shared by the checks: one line per result, counted.
# shellcheck shell=bash

passed=0
failed=0
skipped=0

ok() {
  printf 'ok      %s\n' "$1"
  passed=$((passed + 1))
}

bad() {
  printf 'FAILED  %s\n' "$1"
  failed=$((failed + 1))
}

# What cannot be checked here is said by name, never passed over.
note() {
  printf 'note    %s\n' "$1"
}

# A tool that is missing: in CI a failure, on a developer's machine a skip.
missing() {
  if [ "${CI:-}" = true ]; then
    bad "$1 is not installed"
  else
    printf 'skipped %s is not installed\n' "$1"
    skipped=$((skipped + 1))
  fi
}

# The last line of every check; the runner adds these up.
finish() {
  printf '%s: %d passed, %d failed, %d skipped\n' "$1" "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ]
}

# Where apt gets Debian from on this machine; nothing where it gets another system.
mirror() {
  # shellcheck disable=SC2016 # apt fills in these names.
  apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' 'Created-By: Packages' 2>/dev/null | awk '$2 == "Debian" && $3 == "Debian" { print $1; exit }'
}

# The assignments of a fragment as "file below /proc/sys<TAB>value", read without any of the code that wrote them.
assignments() {
  awk '
    /^[ \t]*([#;]|$)/ { next }
    {
      equals = index($0, "=")
      key = substr($0, 1, equals - 1)
      value = substr($0, equals + 1)
      gsub(/[ \t]/, "", key)
      gsub(/^[ \t]+|[ \t]+$/, "", value)
      file = ""
      for (i = 1; i <= length(key); i++) {
        c = substr(key, i, 1)
        file = file (c == "." ? "/" : c == "/" ? "." : c)
      }
      printf "%s\t%s\n", file, value
    }' "$1"
}
