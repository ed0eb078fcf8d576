using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Systemd;

/// <summary>What holds among lines that stand in one file together: the last assignment.</summary>
internal static class UnitLines
{
    /// <summary>The last value of a directive; null where it is not there, or empty.</summary>
    public static WrittenField? Last(IEnumerable<UnitLine> lines, string name) =>
        lines.LastOrDefault(l => l.Name == name)?.Directive.Values is [.., { Text.Length: > 0 } last] ? last : null;

    /// <summary>The text of the last value; empty where there is none.</summary>
    public static string Text(UnitLine line) => line.Directive.Values is [.., var last] ? last.Text : "";

    /// <summary>The lines of each unit in one of its sections, as they stand together on a target.</summary>
    public static IEnumerable<IReadOnlyList<UnitLine>> Together(ResolvedSpec spec, string section) =>
        from unit in UnitLine.Of(spec).Where(l => l.Section == section).GroupBy(l => l.Unit, StringComparer.Ordinal)
        from together in UnitLine.Together(spec, unit)
        select (IReadOnlyList<UnitLine>)together;
}
