namespace ConfigGen.Core.Catalog;

/// <summary>How the value of an interface and that of "all" make the one that is in force.</summary>
public enum InterfaceCombination
{
    /// <summary>The higher of the two.</summary>
    Higher,

    /// <summary>The lower of the two.</summary>
    Lower,

    /// <summary>On when one of the two is.</summary>
    Either,

    /// <summary>On when both are.</summary>
    Both,

    /// <summary>On a host when one of the two is, on an interface that forwards when both are.</summary>
    Router,

    /// <summary>The interface's value alone; that of "all" is asked by nobody.</summary>
    Own,

    /// <summary>The interface's value alone; a write to "all" rewrites that of every interface.</summary>
    Rewritten,
}

/// <summary>interfaces.pack: how a key of one interface goes together with that of "all".</summary>
/// <param name="Combination">Which of the two counts.</param>
/// <param name="Source">Where that was read.</param>
public sealed record InterfaceRule(InterfaceCombination Combination, string Source)
{
    private static readonly PackFile? Pack = PackFile.BuiltIn("interfaces");

    /// <summary>The rule of a key of an interface; null where nothing is known about it.</summary>
    public static InterfaceRule? Find(string key) =>
        Pack?.Lines(KeyPattern.On(key, "*")) is [[var combination, var source, ..], ..] ? new InterfaceRule(Read(combination), source) : null;

    private static InterfaceCombination Read(string combination) => combination switch
    {
        "higher" => InterfaceCombination.Higher,
        "lower" => InterfaceCombination.Lower,
        "either" => InterfaceCombination.Either,
        "both" => InterfaceCombination.Both,
        "router" => InterfaceCombination.Router,
        "rewritten" => InterfaceCombination.Rewritten,
        _ => InterfaceCombination.Own,
    };
}
