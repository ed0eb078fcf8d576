using ConfigGen.Core.Spec;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Render;

/// <summary>Specs whose drop-ins are committed as golden files.</summary>
internal static class DropInCases
{
    /// <summary>One unit of every kind, a layer, the keepalive intent, resets and lists.</summary>
    public static ResolvedSpec EveryKind() => Resolve(
        ("specs/web.yaml", """
            spec: v1
            name: app
            description: Application servers
            targets: [{platform: debian-12}, {platform: debian-13}]
            extends: [layers/base.yaml]
            outputs: {sysctl: {priority: 7}}
            keepalive: {idle: 5s, interval: 5s, probes: 3, units: [app.socket]}
            units:
              system.conf: {Manager: {DefaultLimitNOFILE: 1024:524288}}
              app@.service:
                Install: {WantedBy: multi-user.target}
                Service:
                  LimitNOFILE: 65536:524288
                  ExecStart: ["", '/bin/echo  --name "%i" --rate 5%%']
                  NoNewPrivileges: true
                  Environment: ["", "A=1", "'B=x  y'"]
                Unit: {After: [network-online.target, "%p-setup.service"]}
              app.socket: {Socket: {Backlog: 4096}}
              app.slice: {Slice: {MemoryMax: 50%, CPUWeight: 200}}
              app-clean.timer: {Timer: {OnCalendar: ["", daily], AccuracySec: 1us}}
              srv.mount: {Mount: {Options: "noatime,nodev"}}
            """),
        ("specs/layers/base.yaml", """
            spec: v1
            layer: true
            units:
              app@.service: {Service: {Restart: on-failure}}
            """));

    /// <summary>Settings that differ between targets: each group has a folder that holds its drop-ins as well.</summary>
    public static ResolvedSpec TwoGroups() => Resolve(("specs/web.yaml", """
        spec: v1
        name: app
        targets: [{platform: debian-12}, {platform: debian-13}]
        sysctl:
          net.core.somaxconn: [{when: {platform: debian-12}, value: 8192}, {value: 16384}]
        units:
          app.service: {Service: {LimitNOFILE: 65536:524288}}
        """));

    /// <summary>Reasons, cases, a line for some targets only, a unit for some targets only, and what a layer brings or loses.</summary>
    public static ResolvedSpec Conditions() => Resolve(
        ("specs/web.yaml", """
            spec: v1
            name: app
            description: Application servers
            targets: [{platform: debian-11}, {platform: debian-12}, {platform: debian-13}]
            extends: [layers/base.yaml]
            units:
              app.service:
                Service:
                  LimitNOFILE: {value: 65536:524288, reason: "one file and two sockets for each of 30,000 clients, measured with the traffic of a full working day"}
                  Environment: {value: ["", "A=1", B=2], reason: "what the unit sets is for the old release"}
                  TasksMax:
                    - {when: {platform: debian-13}, value: 2048, reason: "the new release starts a thread for each client"}
                    - {when: {platform: debian-11}, value: 512, reason: "the hosts with Debian 11 are small"}
                    - {value: 512}
                  MemoryHigh: {value: 2G, when: {systemd: ">=252"}}
                  Nice: {unset: true}
              app.socket: {Socket: {Backlog: {value: 4096, when: {platform: debian-13}}}}
            """),
        ("specs/layers/base.yaml", """
            spec: v1
            layer: true
            units:
              app.service:
                Service:
                  Nice: 5
                  Restart: {value: on-failure, reason: "nobody is awake at night"}
            """));

    private static ResolvedSpec Resolve(params (string Path, string Text)[] files)
    {
        var compilation = Specs.Compile(files);
        Assert.False(compilation.HasErrors, Specs.Lines(compilation));
        return compilation.Spec!;
    }
}
