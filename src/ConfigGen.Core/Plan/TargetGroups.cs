using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Plan;

/// <summary>Groups targets that get the same settings and directives, and names the groups.</summary>
internal static class TargetGroups
{
    // File names end at 255 bytes on Linux; room is left for what tools append.
    private const int LongestLabel = 120;

    /// <summary>The groups in the order of their first targets.</summary>
    public static ImmutableArray<TargetGroup> Of(ResolvedSpec spec)
    {
        var labels = Labels(spec.Targets);
        var units = UnitDifferences.Fingerprints(spec);
        var groups = Enumerable.Range(0, spec.Targets.Length)
            .GroupBy(index => Fingerprint(spec, index) + units[index], StringComparer.Ordinal)
            .Select(group => group.ToImmutableArray())
            .ToImmutableArray();
        return [.. groups.Select(indices => Group(spec, labels, indices, alone: groups.Length == 1))];
    }

    private static TargetGroup Group(ResolvedSpec spec, ImmutableArray<string> labels, ImmutableArray<int> indices, bool alone)
    {
        var label = string.Join('+', indices.Select(i => labels[i]));
        if (label.Length > LongestLabel)
        {
            label = string.Create(CultureInfo.InvariantCulture, $"{labels[indices[0]]}+{indices.Length - 1}-more");
        }

        return new TargetGroup([.. indices.Select(i => spec.Targets[i])], label, alone ? "" : label);
    }

    // Values cannot hold a line feed: the reader of specs refuses control characters, and the self-check would as well.
    private static string Fingerprint(ResolvedSpec spec, int target) =>
        string.Concat(spec.Settings.Select(s => Of(s.Values[target], s) + "\n"));

    private static string Of(TargetValue value, ResolvedSetting setting) =>
        value.Value is { } given ? $"{setting.Key.Name}={given.Text}" : value.Undecided is null ? "" : "?";

    private static ImmutableArray<string> Labels(ImmutableArray<Target> targets)
    {
        var names = targets.Select(t => PathSafe(t.Label)).ToArray();
        names = Distinguish(names, i => names[i] + Size(targets[i]));
        names = Distinguish(names, i => $"{names[i]}-{(i + 1).ToString(CultureInfo.InvariantCulture)}");
        return [.. names];
    }

    // Two targets may name the same platform with different memory; then the label alone does not name a folder.
    private static string[] Distinguish(string[] names, Func<int, string> longer)
    {
        var shared = names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return [.. names.Select((name, i) => shared.Contains(name) ? longer(i) : name)];
    }

    private static string Size(Target target)
    {
        var memory = target.MemoryBytes is { } bytes ? "-" + Memory(bytes) : "";
        return target.Cpus is { } cpus ? string.Create(CultureInfo.InvariantCulture, $"{memory}-{cpus}cpu") : memory;
    }

    private static string Memory(Int128 bytes)
    {
        const long mebibyte = 1L << 20;
        const long gibibyte = 1L << 30;
        var (number, unit) = bytes % gibibyte == 0 ? (bytes / gibibyte, "G") : bytes % mebibyte == 0 ? (bytes / mebibyte, "M") : (bytes, "B");
        return number.ToString(CultureInfo.InvariantCulture) + unit;
    }

    private static string PathSafe(string label)
    {
        var safe = string.Concat(label.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')).TrimStart('.', '-');
        return safe.Length == 0 ? "target" : safe.Length > 60 ? safe[..60] : safe;
    }
}
