using ConfigGen.Core.Compile;
using ConfigGen.Tests.Cli;

namespace ConfigGen.Tests.Report;

/// <summary>One spec with all that a report may have to show: places in layers, fixes, an accepted finding, a path with a blank, and text that looks like markup.</summary>
internal static class ReportExample
{
    public const string Path = "specs/web tier.yaml";

    private const string Spec = """
        spec: v1
        name: web-tier
        extends: [base.yaml, edge.yaml]
        targets:
          - {platform: debian-12}
        sysctl:
          net.core.somaxconn: "16384"
          net.ipv4.tcp_fin_timeot: 30
          net.ipv4.tcp_tw_reuse: 1
          vm.swappiness: "größer|`x`<b>😀@me,%"
        ignore:
          - {rule: CG2103, reason: "Übergang | bis <Mai>"}

        """;

    public static Workspace Workspace()
    {
        var workspace = new Workspace { Compile = Compiler.Compile };
        workspace.Write(".configgen.yaml", "{}\n");
        workspace.Write(Path, Spec);
        workspace.Write("specs/base.yaml", "spec: v1\nlayer: true\nsysctl:\n  vm.dirty_ratio: 30\n");
        workspace.Write("specs/edge.yaml", "spec: v1\nlayer: true\nsysctl:\n  vm.dirty_ratio: 35\n");
        workspace.Write("specs/clean.yaml", "spec: v1\nname: clean\ntargets: [{platform: debian-12}]\nsysctl:\n  vm.dirty_ratio: 30\n");
        return workspace;
    }
}
