using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4014: rp_filter of an interface below that of "all", where the higher of the two counts.</summary>
public sealed class ReversePathRaisedRule : IRule
{
    internal const string Parameter = "rp_filter";
    private static readonly string ForAll = InterfaceValue.Key("ipv4", InterfaceValue.All, Parameter);

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4014", "rp-filter-raised", "rp_filter of an interface is below that of all, and the higher one counts", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        var low =
            from value in InterfaceValue.Of(context, "ipv4", Parameter)
            where value.Interface != InterfaceValue.All
            from pair in NumberPair.Written(context, value.Number.Setting.Key.Name, ForAll)
            where pair.Value.Number < pair.Other
            select pair;
        foreach (var pair in low)
        {
            context.Report(pair.Finding(
                Code,
                $"{pair.Value.Assignment} does not hold beside {pair.OtherWords}, on {pair.Targets}: the kernel takes the higher of the two for each interface, which is {pair.Other}.",
                $"set {ForAll} to the lowest that any interface needs, and raise the others one by one"));
        }
    }
}
