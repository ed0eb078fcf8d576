using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Raw;

/// <summary>What the files of a run say about each other.</summary>
public sealed record RawTree
{
    private RawTree()
    {
    }

    /// <summary>That of a file on its own.</summary>
    public static RawTree Empty { get; } = Of([]);

    /// <summary>Assignments that a file which is read later overrides, by the path of the file that they stand in.</summary>
    internal ILookup<string, Finding> Overridden { get; private init; } = Array.Empty<Finding>().ToLookup(_ => string.Empty, StringComparer.Ordinal);

    /// <summary>Modules that some file has loaded at boot, with underscores.</summary>
    internal ImmutableHashSet<string> Modules { get; private init; } = [];

    /// <summary>The Type= of every service whose unit is among the files and starts a program; empty where it says none.</summary>
    internal ImmutableDictionary<string, string> ServiceTypes { get; private init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Looks at all files of a run together.</summary>
    public static RawTree Of(IEnumerable<RawReading> readings)
    {
        var all = readings.ToList();
        return new RawTree
        {
            Overridden = RawOrder.Overridden(all),
            Modules = [.. all.Where(r => r.File.Form?.Kind == RawKind.Modules).SelectMany(r => ModulesText.Read(r.File.Source))],
            ServiceTypes = Types(all),
        };
    }

    /// <summary>The Type= of the service that a drop-in adds to; null where that is not among the files.</summary>
    internal string? TypeOf(string service) =>
        ServiceTypes.GetValueOrDefault(service) ?? (service.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? ServiceTypes.GetValueOrDefault(service[..(at + 1)] + ".service") : null);

    // Two units of one name are for two hosts: which of them a drop-in adds to is not known.
    private static ImmutableDictionary<string, string> Types(IEnumerable<RawReading> readings) => readings
        .Where(r => r.Unit is { File.IsWhole: true } && Values(r.Unit, "ExecStart").Any())
        .GroupBy(r => r.Unit!.Name.Value, r => Values(r.Unit!, "Type").LastOrDefault() ?? "", StringComparer.Ordinal)
        .Where(g => g.Distinct(StringComparer.Ordinal).Count() == 1)
        .ToImmutableDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static IEnumerable<string> Values(UnitSpec unit, string directive) =>
        from section in unit.Sections
        where section.Name.Value == "Service"
        from line in section.Directives
        where line.Name.Value == directive
        from value in line.Values
        select value.Text;
}
