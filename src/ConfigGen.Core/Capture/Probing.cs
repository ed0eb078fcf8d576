using System.Globalization;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Capture;

/// <summary>Which keys may be written in a network namespace of its own, and what was found there.</summary>
public static class Probing
{
    private const string Own = "OWN";

    /// <summary>
    /// Whether a write in a namespace stays there: on every measured kernel that has the key there, the value is the namespace's own. A key that nobody measured is left alone.
    /// </summary>
    public static bool IsSafe(string key, SysctlCatalog catalog)
    {
        var row = KeyPattern.Representative(key);
        var kinds = catalog.Tables.Where(t => t.Kind == TableKind.Measured).Select(t => catalog.Row(row, t.Name)?["netns_kind"]).Where(k => k is { Length: > 0 }).Distinct(StringComparer.Ordinal).ToList();
        return kinds is [Own] && WithheldKeys.Reason(key) is null;
    }

    /// <summary>The integer that a value is; null where it is none, or several.</summary>
    public static Int128? Integer(string? value) =>
        Int128.TryParse(value?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What was found in the namespace about one key.</summary>
    /// <param name="mode">Its mode there.</param>
    /// <param name="value">What stood there at first.</param>
    /// <param name="write">Writes a value and reads it back; null where the key is not to be written.</param>
    public static NamespaceKey Measure(string mode, string? value, Func<Int128, Trial>? write)
    {
        var found = new NamespaceKey(mode, value);
        if (write is null || Integer(value) is not { } standing || !mode.Contains('6', StringComparison.Ordinal))
        {
            return found;
        }

        var (accepts, holds, notHeld) = RangeProbe.Run(write, standing);
        return found with { Accepts = accepts, Holds = holds, NotHeld = notHeld.Length > MostNotHeld ? [.. notHeld.Take(MostNotHeld)] : notHeld };
    }

    // A key that rounds reads back as something else for each of the values tried.
    private const int MostNotHeld = 24;
}
