using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Engines;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Render;
using ConfigGen.Core.Spec;

namespace ConfigGen.Tests.Render;

/// <summary>Renders hand-made specs with hand-made facts, so that the catalogue may grow without changing these tests.</summary>
internal static class Rendering
{
    public static KeyFacts NoFacts { get; } = new(_ => null, _ => false, (_, _) => null);

    public static KeyFacts SomeFacts { get; } = new(
        key => key == "net.core.somaxconn" ? "Longest queue of connections that wait for accept(), e.g. of a web server. Another sentence for explain."
            : key.EndsWith(".rp_filter", StringComparison.Ordinal) ? "Value that new interfaces start with"
            : null,
        key => key == "kernel.example_lock",
        Module);

    /// <summary>The plain files; what the role makes of them has its own tests.</summary>
    public static RenderResult Render(ResolvedSpec spec, KeyFacts? facts = null, params (string Name, string Text)[] templates)
    {
        var result = WithRole(spec, facts, templates);
        return result.Plan is null ? result : result with { Plan = result.Plan with { Artifacts = [.. result.Plan.Artifacts.Where(a => a.Pack != "ansible-role")] } };
    }

    /// <summary>Everything, the role included.</summary>
    public static RenderResult WithRole(ResolvedSpec spec, KeyFacts? facts = null, params (string Name, string Text)[] templates) =>
        RenderPlanner.Plan(
            spec,
            facts ?? NoFacts,
            new RenderRequest("specs/web.yaml", templates.ToImmutableDictionary(t => t.Name, t => t.Text, StringComparer.Ordinal)),
            EngineSet.Templates);

    /// <summary>The text of the only artifact; fails on findings.</summary>
    public static string Text(ResolvedSpec spec, KeyFacts? facts = null)
    {
        var result = Render(spec, facts);
        Assert.Empty(result.Findings);
        return Assert.Single(result.Plan!.Artifacts).Content;
    }

    /// <summary>The assignments of a text, in order.</summary>
    public static string[] Assignments(string text) =>
        [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    private static string? Module(string key, Kernel kernel) =>
        key.StartsWith("net.netfilter.nf_conntrack", StringComparison.Ordinal) ? "nf_conntrack"
        : key.StartsWith("net.bridge.", StringComparison.Ordinal) ? "br_netfilter"
        : null;
}
