#!/bin/sh
# The linters on every folder of playbooks and roles below the first argument. Runs here and inside a container;
# prints "ok", "bad" or "versions", a tab, and what was found.
export LC_ALL=C.UTF-8 NO_COLOR=1 ANSIBLE_NOCOLOR=1 ANSIBLE_LOCALHOST_WARNING=false ANSIBLE_INVENTORY_UNPARSED_WARNING=false
cd "$1" || exit 1
log=$(mktemp)
trap 'rm -f "$log" "$log.err"' EXIT

verdict() { # what, a command that must succeed
  what=$1
  shift
  if "$@" >"$log" 2>"$log.err"; then printf 'ok\t%s\n' "$what"; else printf 'bad\t%s: %s\n' "$what" "$(cat "$log" "$log.err" | head -n 8 | tr '\n\t' '  ')"; fi
}

# Warnings are findings as well: nothing may be printed on standard output.
ansible_lint() { ansible-lint --offline --profile production --strict -p && ! [ -s "$log" ]; }

for_each_playbook() { for playbook in *.yml; do ansible-playbook --syntax-check "$playbook" || return 1; done; }

complete() { for role in roles/*; do (cd "$role" && ls README.md meta/main.yml meta/argument_specs.yml defaults/main.yml tasks/main.yml) || return 1; done; }

printf 'versions\tansible-core %s, ansible-lint %s, yamllint %s, %s\n' \
  "$(ansible-playbook --version | sed -n '1s/[^0-9]*\([0-9][^] ]*\).*/\1/p')" \
  "$(ansible-lint --offline --version | sed -n '1s/[^0-9]*\([0-9][^ ]*\).*/\1/p')" \
  "$(yamllint --version | sed 's/[^0-9]*//')" "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)"
for folder in *; do
  cd "$folder" || exit 1
  verdict "ansible-lint finds nothing in $folder" ansible_lint
  verdict "yamllint finds nothing in $folder" yamllint -s .
  verdict "the playbooks of $folder are understood" for_each_playbook
  verdict "the roles of $folder are complete" complete
  cd ..
done
