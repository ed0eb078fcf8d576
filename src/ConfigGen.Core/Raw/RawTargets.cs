using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Resolve;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>The hosts that raw files are judged for.</summary>
/// <param name="All">Never empty.</param>
/// <param name="AreNamed">Whether the user named them for this run: then what does not hold on one of them is as bad as it is. Otherwise it is not known that the file is for all of them.</param>
public sealed record RawTargets(ImmutableArray<Target> All, bool AreNamed)
{
    /// <summary>Whether nobody said which hosts the files are for, so that the default ones stand in.</summary>
    public bool AreDefault { get; init; }

    /// <summary>Without any word of the user: the releases that most servers run.</summary>
    public static ImmutableArray<string> DefaultPlatforms { get; } = ["debian-12", "debian-13", "ubuntu-24.04", "rhel-9", "rhel-10"];

    /// <summary>The targets of names, of the groups of a repository, or the default ones; or what is wrong with a name.</summary>
    /// <param name="names">Platforms, kernels and target groups, as named for this run.</param>
    /// <param name="configuration">What the repository says.</param>
    public static (RawTargets? Targets, string? Problem) Of(IReadOnlyCollection<string> names, RepositoryConfiguration configuration)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        ImmutableArray<TargetSpec> specs = names.Count > 0
            ? TargetGroupExpansion.Expand([.. names.Select(n => Spec(n, configuration))], configuration, findings)
            : [.. configuration.TargetGroups.Values.SelectMany(group => group).Where(t => t.Capture is null)];
        var isDefault = specs.IsEmpty;
        if (isDefault)
        {
            specs = [.. DefaultPlatforms.Select(name => Spec(name, configuration))];
        }

        var targets = new TargetResolution(PlatformCatalog.BuiltIn, findings).Resolve([.. specs.DistinctBy(Identity)], _ => null);
        return findings.Count > 0 && names.Count > 0 ? (null, findings[0].Message)
            : targets.IsEmpty ? Of(DefaultPlatforms, configuration) is var (defaults, _) ? (defaults! with { AreNamed = false, AreDefault = true }, null) : default
            : (new RawTargets(targets, names.Count > 0) { AreDefault = names.Count == 0 && isDefault }, null);
    }

    private static (string?, string?, int?, Int128?, int?) Identity(TargetSpec spec) => (spec.Platform?.Value, spec.Kernel?.Value, spec.Systemd, spec.MemoryBytes, spec.Cpus);

    private static TargetSpec Spec(string name, RepositoryConfiguration configuration)
    {
        var source = new SourceText("--target", name);
        var located = new Located<string>(name, source.Span(0, name.Length));
        return configuration.TargetGroups.ContainsKey(name) ? new TargetSpec(located.Span) { Group = located }
            : name is [>= '0' and <= '9', ..] ? new TargetSpec(located.Span) { Kernel = located }
            : new TargetSpec(located.Span) { Platform = located };
    }
}
