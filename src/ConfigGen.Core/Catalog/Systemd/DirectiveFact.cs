using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>What the dumps of real systemd versions say about one directive.</summary>
/// <param name="Name">Such as LimitNOFILE.</param>
/// <param name="Places">The sections that know it; never empty.</param>
public sealed record DirectiveFact(string Name, ImmutableArray<DirectivePlace> Places)
{
    /// <summary>The directive in a section; null when no known version has it there.</summary>
    public DirectivePlace? In(string section) => Places.FirstOrDefault(p => string.Equals(p.Section, section, StringComparison.Ordinal));
}

/// <summary>One directive in one section.</summary>
/// <param name="Section">Such as Service, without brackets.</param>
/// <param name="Versions">The systemd versions that were asked, ascending.</param>
/// <param name="Types">The parser type that each of them names, such as BOOLEAN; empty where the version does not know the directive there.</param>
public sealed record DirectivePlace(string Section, ImmutableArray<int> Versions, ImmutableArray<string> Types)
{
    /// <summary>The oldest version that was seen with it.</summary>
    public int First => Versions[Enumerable.Range(0, Types.Length).First(i => Types[i].Length > 0)];

    /// <summary>The newest version that was seen with it.</summary>
    public int Last => Versions[Enumerable.Range(0, Types.Length).Last(i => Types[i].Length > 0)];

    /// <summary>Whether a version knows the directive. Between two dumps only where both agree; before the first and after the last nothing is known.</summary>
    public Existence On(int version) =>
        TypesAround(version) is not { } around ? Existence.Unknown
        : around.Below.Length > 0 && around.Above.Length > 0 ? Existence.Exists
        : around.Below.Length == 0 && around.Above.Length == 0 ? Existence.Absent
        : Existence.Unknown;

    /// <summary>The parser type on a version; null where the version does not have the directive, or where it is not known.</summary>
    public string? TypeOn(int version) =>
        TypesAround(version) is { } around && around.Below.Length > 0 && around.Below == around.Above ? around.Below : null;

    private (string Below, string Above)? TypesAround(int version)
    {
        var at = Versions.BinarySearch(version);
        if (at >= 0)
        {
            return (Types[at], Types[at]);
        }

        return ~at == 0 || ~at == Versions.Length ? null : (Types[~at - 1], Types[~at]);
    }
}
