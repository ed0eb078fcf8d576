using System.Collections.Immutable;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Report.Explain;

/// <summary>Sysctl keys: one of them, a pattern, the last part of a name.</summary>
internal sealed class KeyExplainer(SysctlCatalog catalog, ExplainTarget? target)
{
    private const string AnyInterface = "*";

    private const int MostReadBacks = 8;

    /// <summary>A key in either spelling; null when it is not known.</summary>
    public Explanation? Explain(string name) =>
        SysctlKey.TryParse(name, out var key, out _) && !key!.IsGlob && catalog.IsKnown(key.Name) ? Explanation.Of(Page(key.Name)) : null;

    /// <summary>The keys that a pattern stands for; null when the name is none.</summary>
    public Explanation? ExplainPattern(string name)
    {
        if (!SysctlKey.TryParse(name, out var pattern, out _) || !pattern!.IsGlob)
        {
            return null;
        }

        var keys = Matching(pattern);
        return keys switch
        {
            [] => Explanation.Wrong($"no known key matches \"{Visible.Line(name)}\"."),
            [var family] when family.Contains(AnyInterface, StringComparison.Ordinal) => Explanation.Of(Page(family)),
            _ => Explanation.Of(List(pattern.Name, keys)),
        };
    }

    /// <summary>The key whose last part the name is, or all of them; null when there is none.</summary>
    public Explanation? ExplainLastPart(string name)
    {
        var keys = Families(catalog.Keys.Where(k => k.EndsWith("." + name, StringComparison.Ordinal)));
        return keys switch
        {
            [] => null,
            [var one] => Explanation.Of(Page(one)),
            _ => Explanation.Of(List("*." + name, keys)),
        };
    }

    /// <summary>What to write for an interface whose name has dots; null when the name is no such mistake.</summary>
    public string? AdviceOnDots(string name)
    {
        var parts = name.Split('.');
        if (parts.Length < 6 || name.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        var (folder, inner, leaf) = (parts[..3], parts[3..^1], parts[^1]);
        var key = string.Join('.', [.. folder, string.Join('/', inner), leaf]);
        return KeyPattern.Interface(key) is not null && catalog.IsKnown(key)
            ? $" In the dotted spelling a dot in the name of an interface is written as a slash: {key}, or {string.Join('/', [.. folder, string.Join('.', inner), leaf])}."
            : null;
    }

    private KeyPage Page(string key) => new(key, catalog.Curated(key), KeyLines.Facts(key, catalog, target))
    {
        DefaultIsOfTheMachine = catalog.HasOwnDefault(key),
        Interface = InterfaceText.Of(key, catalog),
        NotKept = NotKept(key),
        Target = target,
    };

    /// <summary>Values that kernels take and do not keep, kernels that do the same together: "6.1.192–7.3.4" and what they do.</summary>
    private ImmutableArray<NamedLine> NotKept(string key)
    {
        var groups = new List<(string First, string Last, string Says)>();
        foreach (var table in Measured())
        {
            var says = string.Join(", ", Worthwhile(catalog.ReadBacks(key, table)));
            if (groups.Count > 0 && groups[^1].Says == says)
            {
                groups[^1] = groups[^1] with { Last = table };
            }
            else
            {
                groups.Add((table, table, says));
            }
        }

        return [.. groups.Where(g => g.Says.Length > 0).Select(g => new NamedLine(g.First == g.Last ? g.First : $"{g.First}–{g.Last}", g.Says))];
    }

    private IEnumerable<string> Measured() =>
        catalog.Tables.Where(t => t.Kind == TableKind.Measured && (target?.Kernels is not { } kernels || kernels.Any(k => k.Table == t.Name))).Select(t => t.Name);

    // The far ends of the scale wrap around in many keys: nobody means those, so that they come only where there is nothing else.
    private static IEnumerable<ReadBack> Worthwhile(ImmutableArray<ReadBack> all)
    {
        var meant = all.Where(r => r.Low >= 0 && r.High < int.MaxValue).ToList();
        return (meant.Count > 0 ? meant : [.. all]).Take(MostReadBacks);
    }

    private ListPage List(string name, ImmutableArray<string> keys) =>
        new("pattern", name, [.. keys.Select(k => new NamedLine(k, KeyLines.Says(k, catalog, target)))], [])
        {
            Target = target,
            Remark = keys.Any(k => KeyPattern.Interface(k) == AnyInterface)
                ? "Each of these with * is one key for every interface, and one each for all and default; explain one of them to see how they go together."
                : null,
        };

    /// <summary>A pattern whose place of the interface is open stands for families; any other one for the keys that it matches.</summary>
    private ImmutableArray<string> Matching(SysctlKey pattern)
    {
        var keys = catalog.Keys.Where(k => PathPattern.Matches(pattern, new SysctlKey(k)));
        return KeyPattern.Interface(pattern.Name) == AnyInterface ? Families(keys) : [.. keys];
    }

    private static ImmutableArray<string> Families(IEnumerable<string> keys) =>
        [.. keys.Select(k => KeyPattern.On(k, AnyInterface)).Distinct(StringComparer.Ordinal)];
}
