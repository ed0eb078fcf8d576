#pragma warning disable CA1822, MA0038, MA0041
using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>Everything known about sysctl keys.</summary>
public sealed class SysctlCatalog
{
    /// <summary>The facts that travel inside the tool.</summary>
    public static SysctlCatalog BuiltIn { get; } = new();

    /// <summary>What a kernel says about a key.</summary>
    public SysctlFact Lookup(string key, Kernel kernel) => new(key, kernel, Existence.Unknown, Evidence.None);

    /// <summary>Whether a kernel accepts a value (fields separated by spaces).</summary>
    public Verdict Accepts(string key, Kernel kernel, string value) => Verdict.Unknown;

    /// <summary>Whether any table or entry knows the key.</summary>
    public bool IsKnown(string key) => false;

    /// <summary>Known keys that look like a mistyped one, best first.</summary>
    public ImmutableArray<string> Suggest(string key, int max = 3) => [];

    /// <summary>What is written about the key; null when nothing is.</summary>
    public CuratedEntry? Curated(string key) => null;
}

/// <summary>A sysctl key in canonical spelling: dots between parts, a slash for a dot inside a name.</summary>
public sealed record SysctlKey(string Name)
{
    /// <summary>Stub.</summary>
    public static bool TryParse(string text, out SysctlKey? key, out string? reason) { key = new(text); reason = null; return true; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Stub.</summary>
public sealed class PlatformCatalog
{
    /// <summary>Stub.</summary>
    public static PlatformCatalog BuiltIn { get; } = new();

    /// <summary>Stub.</summary>
    public ImmutableArray<Platform> All => [];

    /// <summary>Stub.</summary>
    public Platform? Find(string id) => null;

    /// <summary>Stub.</summary>
    public ImmutableArray<string> Suggest(string id) => [];

    /// <summary>Stub.</summary>
    public ImmutableArray<Kernel> Kernels(string version) => [];
}
