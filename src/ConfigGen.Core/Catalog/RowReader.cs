using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>What one row says, in the words of <see cref="SysctlFact"/>.</summary>
internal static class RowReader
{
    public static SysctlFact Read(SysctlFact fact, Testimony testimony) =>
        testimony.Table.Kind == TableKind.Measured ? Measured(fact, testimony.Row!) : FromSource(fact, testimony.Row!);

    private static SysctlFact Measured(SysctlFact fact, TableRow row)
    {
        // A captured host's own value tells the shape where nobody knows the default.
        var sample = Plain(row["default_value"].Length > 0 ? row["default_value"] : row["value"]);

        // What could not be read (write-only, or nothing to show on the measured machine) is recorded as an empty string.
        var type = row["type"] switch
        {
            "int" => SysctlType.Integer,
            "int-vector" => SysctlType.Vector,
            "string" when sample.Length > 0 => SysctlType.Text,
            _ => SysctlType.Unknown,
        };
        return fact with
        {
            Mode = NotEmpty(row["mode"]),
            Module = NotEmpty(row["module"]),
            Type = type,
            FieldCount = type == SysctlType.Vector && sample.Length > 0 ? sample.Split(' ').Length : null,
            Default = Plain(row["default_value"]),
            Accepts = RangeText.Parse(row["accept_ranges"]),
            Holds = RangeText.Parse(row["held_ranges"]) ?? RangeText.Parse(row["accept_ranges"]),
            PerNetworkNamespace = row["netns_kind"] switch { "OWN" => true, "SHARED" => false, _ => row["in_netns"] == "no" ? false : null },
            NamespaceKind = NotEmpty(row["netns_kind"]),
            InheritsInitial = YesOrNo(row["inherits"]),
        };
    }

    private static SysctlFact FromSource(SysctlFact fact, TableRow row)
    {
        var type = row["type"];
        var vector = type.StartsWith("vector:", StringComparison.Ordinal);
        return fact with
        {
            Mode = NotEmpty(row["mode"]),
            Type = type switch { "" => SysctlType.Unknown, "string" => SysctlType.Text, _ => vector ? SysctlType.Vector : SysctlType.Integer },
            FieldCount = vector && int.TryParse(type.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null,
            Default = NotEmpty(Plain(row["default"])),
            Accepts = SourceRange.Read(row).ToAcceptedRange(),
            PerNetworkNamespace = YesOrNo(row["per_netns"]),
        };
    }

    /// <summary>The tables write a tab inside a value as backslash t, and a line feed as backslash n.</summary>
    private static string Plain(string value) =>
        value.Replace("\\t", " ", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);

    private static bool? YesOrNo(string text) => text switch { "yes" => true, "no" => false, _ => null };

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
