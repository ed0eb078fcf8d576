using System.Text.RegularExpressions;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Engines;
using ConfigGen.Core.Schema;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Builtin;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Spec;

/// <summary>Every starting point: sourced, explained, and without any finding on what it names.</summary>
public sealed partial class StartingPointTests
{
    public static TheoryData<string> All => [.. StartingPoints.Names];

    public static TheoryData<string, string> OnPlatforms =>
        [.. StartingPoints.Names.SelectMany(name => Platforms(name).Select(platform => (name, platform)))];

    public static TheoryData<string, string> Pairs =>
        [.. from a in StartingPoints.Names from b in StartingPoints.Names where string.CompareOrdinal(a, b) < 0 select (a, b)];

    [Fact]
    public void These_are_there() =>
        Assert.Equal(["container-host", "database", "k8s-node", "kernel-hardening", "load-balancer", "nat-gateway", "web-server"], StartingPoints.Names);

    [Theory]
    [MemberData(nameof(OnPlatforms))]
    public void Nothing_is_found_on_a_platform_that_it_names(string name, string platform)
    {
        foreach (var target in (string[])[$"{{platform: {platform}}}", $"{{platform: {platform}, memory: 16G, cpus: 4}}", $"{{platform: {platform}, memory: 512G, cpus: 128}}"])
        {
            Assert.Equal("", Specs.Findings(Specs.On(target, $"extends: [builtin:{name}]\n")));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_found_in_a_copy_and_it_renders(string name)
    {
        var compilation = Specs.Compile(StartingPoints.Find(name)!.Text);

        Assert.Equal("", Specs.Lines(compilation));
        Assert.NotNull(compilation.Plan);
        Assert.True(compilation.Plan.Artifacts.Any(a => a.Path.EndsWith($"60-{name}.conf", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_value_has_its_reason(string name)
    {
        var spec = Read(name);
        var reasons = spec.Settings.SelectMany(s => s.Cases).Concat(spec.Directives.SelectMany(d => d.Cases)).Where(c => c.Expression is not UnsetValue).Select(c => c.Reason).ToList();

        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.Matches("^([^A-Z]|Elasticsearch|HAProxy).{14,}[^.]$", reason!));
        Assert.All(spec.Ignores?.Value ?? [], ignore => Assert.True(ignore.Reason.Length > 14));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_names_its_sources_and_what_it_leaves_out(string name)
    {
        var heading = StartingPoints.Find(name)!.Text.Split("\nspec: v1\n")[0];

        Assert.True(Address().Count(heading) >= 3);
        Assert.Contains("\n# Sources:\n", heading, StringComparison.Ordinal);
        Assert.Contains("\n# Left out on purpose", heading, StringComparison.Ordinal);
        Assert.All(heading.Split('\n'), line => Assert.StartsWith("#", line, StringComparison.Ordinal));
    }

    // Whoever extends one decides about names, files and layers; see ADR 11.
    [Theory]
    [MemberData(nameof(All))]
    public void It_says_nothing_about_outputs_and_other_layers(string name)
    {
        var spec = Read(name);

        Assert.Equal((name, false), (spec.Name!.Value, spec.IsLayer));
        Assert.Empty(spec.Extends);
        Assert.Null(spec.Priority ?? (object?)spec.Ansible ?? spec.Role ?? (object?)spec.Overridable ?? spec.Restart);
        Assert.False(string.IsNullOrEmpty(spec.Description));
        Assert.DoesNotContain(spec.Settings, s => s.Final);
    }

    /// <summary>A host is often two things at once, so all of them agree: what one needs must not stand in the way of another.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Any_two_go_together(string first, string second)
    {
        var compilation = Specs.Compile(Specs.On(AllTargets, $"extends: [builtin:{first}, builtin:{second}]\n"));

        Assert.Equal("", Specs.Lines(compilation));
        Assert.NotNull(compilation.Plan);
    }

    [Fact]
    public void All_of_them_go_together() =>
        Assert.Equal("", Specs.Findings(Specs.On(AllTargets, $"extends: [{StartingPoints.Listed}]\n")));

    [Fact]
    public void The_schema_offers_all_of_them() =>
        Assert.Equal(
            StartingPoints.Names.Select(name => "builtin:" + name),
            SpecSchema.TuningSpec.GetProperty("properties").GetProperty("extends").GetProperty("items").GetProperty("examples").EnumerateArray().Select(e => e.GetString()));

    private static string AllTargets => string.Join(", ", StartingPoints.Names.SelectMany(Platforms).Distinct().Select(p => $"{{platform: {p}, memory: 32G, cpus: 8}}"));

    private static IEnumerable<string> Platforms(string name) => Read(name).Targets!.Value.Select(t => t.Platform!.Value);

    private static TuningSpec Read(string name)
    {
        var (spec, findings) = SpecFront.Read(StartingPoints.Find(name)!, EngineSet.Schemas);
        Assert.Empty(findings);
        return spec!;
    }

    [GeneratedRegex("^#   https://", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
