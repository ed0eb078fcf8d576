using System.Collections.Immutable;

namespace ConfigGen.Core.Verify;

/// <summary>The files of units on a host or in an image, as systemd looks for them (systemd.unit(5)).</summary>
public static class UnitTree
{
    /// <summary>Names of the folders with drop-ins for a unit, below each of the unit folders: its own, those of its dashed prefixes, its template's, its kind's.</summary>
    public static ImmutableArray<string> DropInFolders(string unit)
    {
        var dot = unit.LastIndexOf('.');
        var (stem, kind) = dot < 0 ? (unit, "") : (unit[..dot], unit[dot..]);
        var names = new List<string> { unit };
        var at = stem.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && at < stem.Length - 1)
        {
            names.Add(stem[..(at + 1)] + kind);
        }

        var prefix = at < 0 ? stem : stem[..at];
        for (var dash = prefix.LastIndexOf('-', Math.Max(0, prefix.Length - 2)); dash > 0; dash = prefix.LastIndexOf('-', dash - 1))
        {
            names.Add(prefix[..(dash + 1)] + kind);
        }

        return [.. names.Select(n => n + ".d"), .. kind.Length > 1 ? [kind[1..] + ".d"] : (string[])[]];
    }

    /// <summary>Names that the unit's own file may have: its own, or its template's.</summary>
    public static ImmutableArray<string> FileNames(string unit) =>
        unit.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && unit.LastIndexOf('.') is var dot && dot > at + 1 ? [unit, unit[..(at + 1)] + unit[dot..]] : [unit];

    /// <summary>The files that count for a unit, in order: its own, then its drop-ins by name; one hides those of the same name in weaker folders, and an empty one in the place of a file stands for nothing.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="texts">Files by path.</param>
    public static ImmutableArray<UnitFile> Files(string unit, IReadOnlyDictionary<string, string> texts)
    {
        var own = FileNames(unit).SelectMany(name => OtherWriters.UnitFolders.Select(folder => $"{folder}/{name}")).FirstOrDefault(texts.ContainsKey);
        var folders = DropInFolders(unit);

        // A folder for every unit of the kind is weaker than any for this one.
        var inOrder = OtherWriters.UnitFolders.SelectMany(folder => folders[..^1].Select(name => $"{folder}/{name}/"))
            .Concat(OtherWriters.UnitFolders.Select(folder => $"{folder}/{folders[^1]}/"));
        var dropIns = inOrder.SelectMany(folder => texts.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".conf", StringComparison.Ordinal)))
            .DistinctBy(Name, StringComparer.Ordinal).OrderBy(Name, StringComparer.Ordinal);
        return [.. new[] { own }.OfType<string>().Concat(dropIns).Select(path => new UnitFile(path, texts[path]))];
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
