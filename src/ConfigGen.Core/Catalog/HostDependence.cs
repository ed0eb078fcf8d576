using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>Values that another host may judge otherwise than the one the tables were measured on.</summary>
/// <param name="Low">Lowest value in doubt; null when there is no lower end.</param>
/// <param name="High">Highest value in doubt; null when there is no upper end.</param>
/// <param name="Reason">What the bound hangs on.</param>
public sealed record DoubtfulValues(Int128? Low, Int128? High, string Reason);

/// <summary>host-dependent.pack: what depends on memory, CPUs, devices, the value of another key or a module that was not loaded.</summary>
internal sealed class HostDependence
{
    private readonly Dictionary<string, List<ImmutableArray<string>>> byKey = new(StringComparer.Ordinal);

    private HostDependence(PackFile? pack)
    {
        foreach (var line in pack?.All() ?? [])
        {
            if (!byKey.TryGetValue(line[0], out var lines))
            {
                byKey[line[0]] = lines = [];
            }

            lines.Add(line.RemoveAt(0));
        }
    }

    public static HostDependence BuiltIn { get; } = new(PackFile.BuiltIn("host-dependent"));

    /// <summary>The module that brings the key was not loaded when the tables were measured, so that its absence means nothing.</summary>
    public bool IsNotLoaded(string key) => Has(key, "module");

    /// <summary>The default says something about the measured machine.</summary>
    public bool HasOwnDefault(string key) => Has(key, "default");

    /// <summary>The default is chosen by whoever builds the kernel; Debian's builds are the measured ones.</summary>
    public bool HasBuildDefault(string key) => Has(key, "build");

    /// <summary>The file mode depends on the machine.</summary>
    public bool HasOwnMode(string key) => Has(key, "mode");

    /// <summary>The bounds scale with the timer frequency.</summary>
    public bool ScalesWithHz(string key) => Has(key, "hz");

    /// <summary>The fields of the vector must ascend.</summary>
    public bool IsAscending(string key) => Has(key, "ascending");

    /// <summary>The values that are never judged.</summary>
    public IEnumerable<DoubtfulValues> Doubtful(string key) =>
        About(key).Where(line => line[0] == "range").Select(line => new DoubtfulValues(Bound(line[1]), Bound(line[2]), line[3]));

    private bool Has(string key, string aspect) => About(key).Any(line => line[0] == aspect);

    /// <summary>Lines for the key itself, and for the folder it lies in, written as "folder.*".</summary>
    private IEnumerable<ImmutableArray<string>> About(string key)
    {
        var own = byKey.GetValueOrDefault(key, []);
        var dot = key.LastIndexOf('.');
        return dot < 0 || !byKey.TryGetValue(key[..dot] + ".*", out var folder) ? own : own.Concat(folder);
    }

    private static Int128? Bound(string text) =>
        Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
