# Whoever else sets a key: later files, services, packages, other roles. Sourced by the check of the role.
# shellcheck shell=bash

work=${work:?the script that sources this makes a folder to work in}

# shellcheck disable=SC2034 # Used by the one who sources this.
writers_lines='  net.ipv4.tcp_rmem: [4096, 131072, 8388608]
  net.core.somaxconn: 1024
  net.ipv4.icmp_echo_ignore_all: 1
  net.ipv4.ip_forward: {value: 0, pin: true}'

check_overrides() {
  in_box sh -c 'printf "# theirs\nnet.ipv4.tcp_keepalive_time = 300\n" >/etc/sysctl.d/99-theirs.conf'
  expect override "a later file that overrides a key fails the run, and is named with its line" all fails play keep keep -- log_says '/etc/sysctl.d/99-theirs.conf line 2'
  expect override "check mode names it as well" all fails play keep keep --check -- log_says '/etc/sysctl.d/99-theirs.conf line 2'
  in_box rm /etc/sysctl.d/99-theirs.conf
  in_box sh -c 'mkdir -p /run/sysctl.d; printf "net.ipv4.tcp_keepalive_time = 300\n" >/run/sysctl.d/10-earlier.conf'
  expect override "an earlier file is overridden and does not matter" play keep keep
  in_box rm /run/sysctl.d/10-earlier.conf
  in_box sh -c 'printf "[Service]\nType=oneshot\nExecStart=/usr/sbin/sysctl -w net.ipv4.tcp_keepalive_time=300\n[Install]\nWantedBy=multi-user.target\n" >/etc/systemd/system/theirs.service; systemctl enable -q theirs.service'
  expect override "a service that writes a key fails the run, and is named with its line" all fails play keep keep -- log_says '/etc/systemd/system/theirs.service line 3'
  in_box sh -c 'systemctl disable -q theirs.service; rm /etc/systemd/system/theirs.service'
}

# The files of the packages themselves, unpacked without what they depend on: the role reads them, nothing runs.
unpack() { # packages
  local package
  mkdir -p "$work/debs"
  (cd "$work/debs" && apt-get download "$@") >"$work/apt.log" 2>&1 || return 1
  for package in "$work"/debs/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C "$work/root" || return 1
  done
}

names() { # file, words on a line of it: the run fails and says file and line
  local line
  line=$(in_box grep -nF -- "$2" "$1" | head -n 1 | cut -d: -f1)
  [ -n "$line" ] && fails play writers writers && log_says "$1 line $line overrides it"
}

check_writers() {
  if ! unpack tuned ufw; then bad "role: the packages of other writers cannot be had: $(tail -n 2 "$work/apt.log" | tr '\n' ' ')"; return; fi
  play writers writers
  expect override "packages that are not enabled do not matter" unchanged_after_another_run
  check_tuned
  check_ufw
  check_docker
  play writers writers-rollback
}

unchanged_after_another_run() { play writers writers; unchanged; }

check_tuned() {
  local profile=/usr/lib/tuned/network-throughput/tuned.conf
  in_box sh -c 'systemctl enable -q tuned.service; echo network-throughput >/etc/tuned/active_profile'
  expect override "tuned as it is delivered lets /etc/sysctl.d win" play writers writers
  in_box sed -i 's/^reapply_sysctl *=.*/reapply_sysctl = 0/' /etc/tuned/tuned-main.conf
  expect override "tuned that keeps its own values is named, with the line of its profile" names "$profile" 'net.ipv4.tcp_rmem'
  expect override "a profile that another one includes is named as well" log_says "/usr/lib/tuned/throughput-performance/tuned.conf line $(in_box grep -n '^net.core.somaxconn' /usr/lib/tuned/throughput-performance/tuned.conf | cut -d: -f1) overrides it with 2048"
  play writers writers-rollback
  expect override "a lower bound of tuned does not override a higher value" play keep keep
  play keep keep-rollback
  in_box systemctl disable -q tuned.service
}

check_ufw() {
  in_box sh -c 'sed "s/^ENABLED=.*/ENABLED=yes/" /usr/share/ufw/ufw.conf >/etc/ufw/ufw.conf'
  expect override "ufw is named, with the line of its own list" names /etc/ufw/sysctl.conf net/ipv4/icmp_echo_ignore_all
  in_box rm /etc/ufw/ufw.conf
}

# Docker has no list: it turns forwarding on by itself. Its package is 60 MB, and the role looks at these two files alone.
check_docker() {
  in_box sh -c 'mkdir -p /etc/docker; printf "[Service]\nExecStart=/usr/sbin/dockerd\n[Install]\nWantedBy=multi-user.target\n" >/etc/systemd/system/docker.service; systemctl enable -q docker.service'
  expect override "docker is named where a spec turns forwarding off" all fails play writers writers -- log_says 'net.ipv4.ip_forward: docker.service overrides it with 1'
  in_box sh -c 'echo "{\"ip-forward\": false}" >/etc/docker/daemon.json'
  expect override "docker that is told to leave forwarding alone does not matter" play writers writers
  in_box sh -c 'systemctl disable -q docker.service; rm -r /etc/systemd/system/docker.service /etc/docker'
}

check_second_role() {
  expect agree "a second role that disagrees is refused, and the first one is named" all fails play other other -- log_says 'net.ipv4.tcp_keepalive_time: the role keep_tuning sets it to 120 on this host, this role to 240'
  expect agree "the first role's value stays, and the second one leaves nothing behind" all is "$(value net.ipv4.tcp_keepalive_time)" 120 -- fails in_box test -e /etc/sysctl.d/60-other.conf
  expect agree "a second role that agrees is welcome" play same same
  play same same-rollback
}
