using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>One answer for a set of kernels: what all of them agree on.</summary>
internal static class FactMerge
{
    public static SysctlFact All(ImmutableArray<SysctlFact> facts)
    {
        var merged = facts[0];
        foreach (var fact in facts.AsSpan()[1..])
        {
            merged = Pair(merged, fact);
        }

        return merged;
    }

    private static SysctlFact Pair(SysctlFact a, SysctlFact b) => a with
    {
        Existence = a.Existence == b.Existence ? a.Existence : Existence.Unknown,
        Evidence = new Evidence(a.Evidence.Layer > b.Evidence.Layer ? a.Evidence.Layer : b.Evidence.Layer, [.. a.Evidence.Tables, .. b.Evidence.Tables]),
        Mode = a.Mode == b.Mode ? a.Mode : null,
        Module = a.Module == b.Module ? a.Module : null,
        Type = a.Type == b.Type ? a.Type : SysctlType.Unknown,
        FieldCount = a.FieldCount == b.FieldCount ? a.FieldCount : null,
        Default = a.Default == b.Default ? a.Default : null,
        Accepts = Equals(a.Accepts, b.Accepts) ? a.Accepts : null,
        Holds = Equals(a.Holds, b.Holds) ? a.Holds : null,
        PerNetworkNamespace = a.PerNetworkNamespace == b.PerNetworkNamespace ? a.PerNetworkNamespace : null,
        NamespaceKind = a.NamespaceKind == b.NamespaceKind ? a.NamespaceKind : null,
        InheritsInitial = a.InheritsInitial == b.InheritsInitial ? a.InheritsInitial : null,
    };
}
