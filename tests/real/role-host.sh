# What depends on the host: decisions, modules, and keys outside net. Sourced by the check of the role.
# shellcheck shell=bash

work=${work:?the script that sources this makes a folder to work in}

check_decided_on_host() {
  play host host
  expect decide "at_least and when are decided on the host" all is "$(value net.ipv4.tcp_max_syn_backlog)" 100000 -- is "$(value net.ipv4.tcp_orphan_retries)" 5
  play host host
  expect decide "what was decided stays decided" unchanged
  play host host-rollback
}

# A container has its own limits of System V and POSIX queues; the other keys of kernel and fs, and all of vm, are the host's.
unlock() { # files below /proc/sys; until the container is halted
  # shellcheck disable=SC2016 # Read in the container.
  in_box sh -c 'mkdir -p /run/own && mount -t proc proc /run/own && for file; do mount --bind "/run/own/sys/$file" "/proc/sys/$file" || exit 1; done' sh "$@"
}

memory() { # of the host, in bytes, looked up without the code that is checked
  local blocks=/sys/devices/system/memory
  if in_box test -e "$blocks/block_size_bytes"; then
    printf '%d\n' "$(($(in_box sh -c "cat $blocks/memory*/online" | grep -c 1) * 0x$(in_box cat "$blocks/block_size_bytes")))"
  else
    printf '%d\n' "$(($(in_box sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo) * 1024))"
  fi
}

area_values() { for key in kernel.msgmax kernel.shmmax kernel.shmall kernel.msgmni fs.mqueue.msg_max vm.swappiness; do printf '%s=%s\n' "$key" "$(value "$key")"; done; }

check_areas() {
  local before host_before
  host_before=$(sysctl -n kernel.msgmax kernel.shmmax kernel.shmall kernel.msgmni fs.mqueue.msg_max vm.swappiness)
  unlock kernel/msgmax kernel/msgmni kernel/shmmax kernel/shmall fs/mqueue/msg_max || { bad "role: the container's own kernel settings cannot be made writable"; return; }
  before=$(area_values)
  play areas areas --check
  expect area "check mode names the keys of kernel and fs, and leaves them" all log_says 'kernel.msgmax: 8192 -> 16384' -- log_says 'fs.mqueue.msg_max: 10 -> 64' -- is "$(area_values)" "$before"
  play areas areas
  expect area "keys of kernel and fs are applied" all is "$(value kernel.msgmax)" 16384 -- is "$(value fs.mqueue.msg_max)" 64
  expect decide "of_memory is worked out on the host, in bytes" is "$(value kernel.shmmax)" "$(($(memory) / 4))"
  expect decide "of_memory is worked out on the host, in pages" is "$(value kernel.shmall)" "$(($(memory) / 8 / $(getconf PAGESIZE)))"
  play areas areas
  expect area "the second run of them changes nothing" unchanged
  before=$(area_values)
  expect area "a vm key that cannot be written here is refused by name" all fails play swap swap -- log_says 'vm.swappiness = 7 is refused by the kernel'
  expect area "what was written before it is put back" all is "$(area_values)" "$before" -- fails in_box test -e /etc/sysctl.d/60-swap.conf
  play areas areas-rollback
  expect area "rolling back restores them" all is "$(value kernel.msgmax)" 8192 -- is "$(value fs.mqueue.msg_max)" 10
  expect area "the host's own values are as they were" is "$(sysctl -n kernel.msgmax kernel.shmmax kernel.shmall kernel.msgmni fs.mqueue.msg_max vm.swappiness)" "$host_before"
  note "role: vm keys, and those of kernel and fs outside queues and shared memory, belong to the machine: in a container only their refusal is shown"
}

# The container has no modules. What a missing one leads to is shown with the real modprobe; what a present one leads to, with
# one that answers as the real one does and brings the key, in the place of the kernel.
check_modules() {
  local list=/etc/modules-load.d/raid.conf key=/proc/sys/dev/raid/speed_limit_max
  in_box mount -t tmpfs tmpfs /proc/sys/dev
  expect module "check mode refuses when a module is not there" all fails play raid raid --check -- log_says 'dev.raid.speed_limit_max does not exist on this kernel' -- log_says 'the module md_mod cannot be loaded: modprobe: FATAL: Module md_mod not found'
  expect module "a module that is not there is named, and nothing is written" all fails play raid raid -- log_says 'the module md_mod cannot be loaded' -- fails in_box test -e "$list"
  # shellcheck disable=SC2016 # Read in the container.
  in_box sh -c 'mkdir -p /usr/local/sbin; printf "%s\n" "#!/bin/sh" "echo \"\$*\" >>/run/modprobe.log" "[ \"\$1\" = -n ] || { mkdir -p '"${key%/*}"' && echo 200000 >'"$key"'; }" >/usr/local/sbin/modprobe; chmod +x /usr/local/sbin/modprobe'
  play raid raid --check --diff
  expect module "check mode loads nothing, and shows the list" all is "$(in_box sort -u /run/modprobe.log)" '-n -- md_mod' -- log_says 'dev.raid.speed_limit_max: (not there) -> 400000' -- log_says '+md_mod' -- fails in_box test -e "$key"
  play raid raid
  expect module "the module is loaded, and its key is set" all is "$(in_box tail -n 1 /run/modprobe.log)" '-- md_mod' -- is "$(in_box cat "$key")" 400000
  expect module "the list for every boot is what systemd reads" all in_box grep -qx md_mod "$list" -- loader_finds "$list"
  play raid raid
  expect module "the second run loads nothing and changes nothing" all unchanged -- is "$(in_box grep -c '^-- md_mod' /run/modprobe.log)" 1
  play raid raid-rollback
  expect module "rolling back removes the list" all fails in_box test -e "$list" -- is "$(in_box cat "$key")" 200000
  in_box sh -c 'umount /proc/sys/dev; rm /usr/local/sbin/modprobe /run/modprobe.log'
  note "role: systemd-modules-load does not run at the boot of a container, which may not load modules; it was started by hand"
}

# Without modules the loader can only say which one it looked for.
loader_finds() { in_box /lib/systemd/systemd-modules-load "$1" 2>&1 | grep -q "module 'md_mod'"; }
