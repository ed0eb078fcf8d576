# The specs whose roles are checked, and rendering them. Sourced by the checks of the role.
# CONFIGGEN is the command that renders (default: dotnet run).
# shellcheck shell=bash

work=${work:?the script that sources this makes a folder to work in}

# As it is called from any folder.
configgen_there=${CONFIGGEN:-dotnet run --project $PWD/src/ConfigGen.Cli --}

configgen() { $configgen_there "$@"; }

# The spec of the container's hosts; only keys that a network namespace has.
spec() { # name, keepalive time, further lines
  cat <<SPEC
spec: v1
name: $1
description: Hosts that drop dead peers
targets: [{platform: debian-12}]
sysctl:
  net.ipv4.tcp_keepalive_time: $2
$3
SPEC
}

units() { # a last line
  cat <<SPEC
spec: v1
name: units
targets: [{platform: debian-12}]
units:
  nginx.service: {Service: {LimitNOFILE: "4096:8192"}}
outputs:
  ansible:
    role: units_tuning
$1
SPEC
}

render() { # name; the spec is on standard input
  cat >"$work/$1.yaml"
  rm -rf "${work:?}/$1"
  configgen generate "$work/$1.yaml" --out "$work/$1" >"$work/log" 2>&1 || { bad "$1 cannot be rendered: $(tail -n 5 "$work/log" | tr '\n' ' ')"; return 1; }
}

# shellcheck disable=SC2034 # Used by those who source this.
keep_lines='  net.ipv4.tcp_keepalive_intvl: 30
  net.ipv4.tcp_keepalive_probes: 3
  net.ipv4.tcp_fin_timeout: {value: 25, reason: "braces stay as they are: {{ 6 * 7 }} {% raw %}"}
  net.ipv4.ip_local_port_range: [10240, 60999]
  net.core.somaxconn: 8192
outputs:
  ansible:
    overridable: [net.core.somaxconn, net.ipv4.ip_local_port_range]'
