using ConfigGen.Core.Catalog;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>What kind of value a key takes, from every kernel that says so.</summary>
/// <param name="Type">Unknown where kernels say nothing or disagree.</param>
/// <param name="Fields">Number of fields of a vector; null where not known or not the same everywhere.</param>
/// <param name="Default">A default of that shape, for examples.</param>
internal sealed record KeyShape(SysctlType Type, int? Fields, string? Default)
{
    // Tables read from source know the handler but not always that it is a vector: measured kernels are asked too.
    private static readonly Kernel[] Measured =
    [
        new(new KernelVersion(5, 10, 262), KernelFamily.Debian, "5.10.262"),
        new(new KernelVersion(6, 1, 192), KernelFamily.Debian, "6.1.192"),
        new(new KernelVersion(6, 12, 117), KernelFamily.Debian, "6.12.117"),
    ];

    /// <summary>The shape of the key of a setting on its targets.</summary>
    public static KeyShape Of(RuleContext context, ResolvedSetting setting)
    {
        var facts = setting.Values.SelectMany(v => context.Facts(setting, v.Target)).Where(HasShape).ToList();
        if (!facts.Exists(f => f.Evidence.Layer == EvidenceLayer.Measured))
        {
            facts.AddRange(Measured.Select(kernel => context.Lookup(setting.Key.Name, kernel)).Where(HasShape));
        }

        if (facts.Exists(f => f.Type == SysctlType.Vector) && !facts.Exists(f => f.Type == SysctlType.Text))
        {
            return Vector([.. facts.Where(f => f.Type == SysctlType.Vector)], context.Catalog, setting.Key.Name);
        }

        var types = facts.Select(f => f.Type).Distinct().ToList();
        return new KeyShape(types.Count == 1 ? types[0] : SysctlType.Unknown, null, facts.Select(f => f.Default).FirstOrDefault(d => d is not null));
    }

    /// <summary>True where only integers make sense.</summary>
    public bool IsNumeric => Type is SysctlType.Integer or SysctlType.Vector;

    private static bool HasShape(SysctlFact fact) => fact.Existence == Existence.Exists && fact.Type != SysctlType.Unknown;

    private static KeyShape Vector(List<SysctlFact> vectors, SysctlCatalog catalog, string key)
    {
        var counts = vectors.Select(f => f.FieldCount).OfType<int>().Distinct().ToList();
        var named = counts.Count == 0 && catalog.Curated(key) is { Fields.Length: > 1 } curated ? curated.Fields.Length : (int?)null;
        return new KeyShape(SysctlType.Vector, counts.Count == 1 ? counts[0] : named, vectors.Select(f => f.Default).FirstOrDefault(d => d is not null));
    }
}
