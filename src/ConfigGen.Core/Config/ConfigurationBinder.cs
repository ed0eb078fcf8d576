using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Binding;
using ConfigGen.Core.Spec.Resolve;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Config;

/// <summary>Nodes of <c>.configgen.yaml</c> to types. What the schema can say, the schema has said; here is what it cannot.</summary>
internal sealed class ConfigurationBinder(ImmutableArray<Finding>.Builder findings, PlatformCatalog platforms)
{
    /// <summary>The configuration, as far as it can be used.</summary>
    public RepositoryConfiguration Bind(YamlMapping map)
    {
        RequiresBinder.Check(map["requires"], findings);
        return new RepositoryConfiguration
        {
            Specs = [.. map["specs"].Texts().Select(SpecGlob).OfType<SpecGlob>()],
            Destinations = DestinationBinder.Bind(map["destinations"].Mapping(), findings),
            TargetGroups = Groups(map["targets"].Mapping()),
            Severities = new SeverityBinder(findings).Bind(map["severities"].Mapping()) with { Profile = Profiles.Find(map["profile"].Text()?.Value) ?? Profile.Recommended },
            FailOn = SeverityBinder.SeverityOf(map["fail-on"].Text()?.Value),
            Templates = Below(map["templates"].Text(), "a folder"),
            Baseline = Below(map["baseline"].Text(), "a file"),
        };
    }

    /// <summary>A glob; anything else is a finding.</summary>
    public static PathGlob? Glob(Located<string> written, ImmutableArray<Finding>.Builder findings)
    {
        var (glob, code, problem) = PathGlob.Parse(written.Value);
        if (glob is null)
        {
            findings.Add(Finding.Of(code!, written.Span, problem!).WithHelp("a path from the top of the repository with * and ? for parts of a name and ** for folders, such as specs/**/*.yaml"));
        }

        return glob;
    }

    private SpecGlob? SpecGlob(Located<string> written)
    {
        var isExclusion = written.Value.StartsWith('!');
        var pattern = isExclusion ? written with { Value = written.Value[1..] } : written;
        return written.Value.Length > 0 && Glob(pattern, findings) is { } glob ? new SpecGlob(new Located<PathGlob>(glob, written.Span), isExclusion) : null;
    }

    private ImmutableSortedDictionary<string, ImmutableArray<TargetSpec>> Groups(YamlMapping? map)
    {
        var groups = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<TargetSpec>>(StringComparer.Ordinal);
        foreach (var entry in map?.Entries ?? [])
        {
            var targets = TargetBinder.Bind(entry.Value, findings)?.Value ?? [];

            // Platforms and kernels are looked up here, once and in their own file; captures are read when a spec uses them.
            new TargetResolution(platforms, findings).Resolve(targets, _ => null);
            groups[entry.Key.Value] = targets;
        }

        return groups.ToImmutable();
    }

    private Located<string>? Below(Located<string>? written, string what)
    {
        if (written is not null && RepositoryPath.Escape(written.Value) is { } escape)
        {
            findings.Add(Finding.Of(SpecCodes.PathEscape, written.Span, escape).WithHelp($"name {what} of this repository, by its path from the top"));
            return null;
        }

        return written;
    }
}
