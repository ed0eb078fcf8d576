using System.Collections.Immutable;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Report.Explain;

/// <summary>How the keys of one family, one for each interface, go together.</summary>
/// <param name="Key">The key or pattern that was asked about.</param>
/// <param name="Interface">The name in it: eth0, all, default or *.</param>
/// <param name="Rule">How the interface's value and that of all make one; null where that is not known.</param>
public sealed record InterfaceText(string Key, string Interface, InterfaceRule? Rule)
{
    // Loopback is on every machine that was asked, so what it lacks no interface has.
    private const string Loopback = "lo";

    /// <summary>Whether there is a key for all.</summary>
    public required bool HasAll { get; init; }

    /// <summary>Whether interfaces have the key; false where it is a single one below default, such as gc_thresh1 of neigh.</summary>
    public required bool HasInterfaces { get; init; }

    /// <summary>Whether there is a key for default.</summary>
    public required bool HasDefault { get; init; }

    /// <summary>The key for all interfaces.</summary>
    public string All => KeyPattern.On(Key, KeyPattern.All);

    /// <summary>The key that new interfaces start with.</summary>
    public string Default => KeyPattern.On(Key, KeyPattern.Default);

    /// <summary>The word for programs: higher, lower, either, both, router, own or rewritten; null where it is not known.</summary>
    public string? Word => Rule?.Combination.ToString().ToLowerInvariant();

    private string Own => Interface is "*" or KeyPattern.All or KeyPattern.Default ? "that of the interface" : Key;

    /// <summary>What the key is, in one sentence; null for all and default, which are described by themselves.</summary>
    public string? Lead => Interface switch
    {
        KeyPattern.All or KeyPattern.Default => null,
        _ when !HasInterfaces => HasDefault ? $"No interface has a key of its own: there is only {Default}." : $"The key of the interface {Interface.Replace('/', '.')}.",
        "*" => "The key of every interface. In a fragment of sysctl.d the pattern sets it for each that is there, and for all and default.",
        _ => $"The key of the interface {Interface.Replace('/', '.')}.",
    };

    /// <summary>Labelled lines for a page.</summary>
    public ImmutableArray<NamedLine> Rows =>
    [
        .. SaysInForce ? [new NamedLine("in force", InForce)] : Array.Empty<NamedLine>(),
        .. HasDefault && HasInterfaces && Interface != KeyPattern.Default ? [NewOnes] : Array.Empty<NamedLine>(),
    ];

    /// <summary>Where the rule was read; null where the page does not use it.</summary>
    public string? Source => SaysInForce ? Rule?.Source : null;

    private bool SaysInForce => Rule is not null && HasAll && HasInterfaces && Interface != KeyPattern.Default;

    private NamedLine NewOnes => new("new ones", $"a new interface starts with {Default}");

    private string InForce => Rule?.Combination switch
    {
        InterfaceCombination.Higher => $"the higher of {All} and {Own}",
        InterfaceCombination.Lower => $"the lower of {All} and {Own}",
        InterfaceCombination.Either => $"on as soon as one of {All} and {Own} is",
        InterfaceCombination.Both => $"on only when both {All} and {Own} are",
        InterfaceCombination.Router => $"on a host as soon as one of {All} and {Own} is on; where the interface forwards, only when both are",
        InterfaceCombination.Rewritten => $"{Own} alone; a write to {All} rewrites it on every interface",
        _ => $"{Own} alone; {All} does not count",
    };

    /// <summary>The family of a key; null for a key of no interface.</summary>
    public static InterfaceText? Of(string key, SysctlCatalog catalog)
    {
        // IsKnown answers for every interface by the row of default; what is really there only the rows of their own tell.
        bool Has(string name) => catalog.Tables.Any(t => catalog.Row(KeyPattern.On(key, name), t.Name) is not null);
        return KeyPattern.Interface(key) is not { } name ? null : new InterfaceText(key, name, InterfaceRule.Find(key))
        {
            HasAll = Has(KeyPattern.All),
            HasDefault = Has(KeyPattern.Default),
            HasInterfaces = Has(Loopback),
        };
    }
}
