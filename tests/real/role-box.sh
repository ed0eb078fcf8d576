# A booted Debian 12 in a container, and Ansible that reaches it. Sourced by the checks of the role; needs root.
# shellcheck shell=bash

work=${work:?the script that sources this makes a folder to work in}
packages=systemd,systemd-sysv,dbus,iproute2,kmod,procps,python3,nginx-light
tree=${CONFIGGEN_TREE:-${TMPDIR:-/tmp}/configgen-real-bookworm-$(printf %s "$packages" | cksum | cut -d' ' -f1).tar}
spawner=
leader=

make_tree() {
  if [ ! -s "$tree" ]; then
    # shellcheck disable=SC2046 # No mirror is no argument.
    mmdebstrap --quiet --variant=minbase --include="$packages" bookworm "$tree.new.tar" $(mirror) >"$work/mmdebstrap.log" 2>&1 || return 1
    mv "$tree.new.tar" "$tree"
  fi
  mkdir "$work/root" && tar -xf "$tree" -C "$work/root"
}

boot() {
  systemd-nspawn --quiet --directory="$work/root" --machine="configgen$$" --boot --register=no --keep-unit --private-network \
    --kill-signal=SIGRTMIN+3 --console=passive >"$work/nspawn.log" 2>&1 &
  spawner=$!
  local state tries
  for tries in $(seq 60); do
    leader=$(pgrep -P "$spawner" | head -n 1)
    printf '%s\n' "$leader" >"$work/leader"
    state=$( [ -n "$leader" ] && in_box systemctl is-system-running 2>/dev/null)
    case $state in running | degraded) return 0 ;; esac
    sleep 0.5
  done
  printf 'the container does not come up after %s tries: %s\n' "$tries" "${state:-no state}"
  return 1
}

halt() {
  if [ -n "$leader" ]; then kill -RTMIN+4 "$leader" 2>/dev/null; fi
  if [ -n "$spawner" ]; then wait "$spawner" 2>/dev/null; fi
  spawner=
  leader=
}

in_box() { nsenter -t "$leader" -m -u -i -n -p -C -- "$@"; }

value() { in_box sysctl -n "$1" | tr -s '\t ' ' '; }

main_pid() { in_box systemctl show -p MainPID --value nginx.service; }

# Ansible's ssh connection, with nsenter in the place of ssh: its last argument is the command.
make_inventory() {
  cat >"$work/ssh" <<SSH
#!/bin/sh
for last; do :; done
exec nsenter -t "\$(cat '$work/leader')" -m -u -i -n -p -C -- /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin /bin/sh -c "\$last"
SSH
  chmod +x "$work/ssh"
  cat >"$work/inventory" <<INVENTORY
box ansible_connection=ssh ansible_ssh_executable=$work/ssh ansible_ssh_transfer_method=piped ansible_pipelining=true ansible_become=false
INVENTORY
}

# Runs a playbook of a rendered spec; the log is in $work/log.
play() { # spec, playbook, options
  local spec=$1 playbook=$2
  shift 2
  ANSIBLE_NOCOLOR=1 ANSIBLE_LOCALHOST_WARNING=false ansible-playbook -i "$work/inventory" -e tuned_hosts=all "$@" "$work/$spec/ansible/$playbook.yml" >"$work/log" 2>&1
}

changed() { sed -n 's/^box .*changed=\([0-9]*\).*/\1/p' "$work/log" | tail -n 1; }

failed_hosts() { sed -n 's/^box .*failed=\([0-9]*\).*/\1/p' "$work/log" | tail -n 1; }

# The names of the tasks that changed something, or would.
changed_tasks() { awk '/^(TASK|RUNNING HANDLER) \[/ { task = $0; sub(/ \**$/, "", task) } /^changed: / { print task }' "$work/log" | LC_ALL=C sort -u; }

log_says() { grep -qF -- "$1" "$work/log"; }
