using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>A number that the spec sets, and the number that another key has on the same targets.</summary>
/// <param name="Value">The number to judge, with those targets only.</param>
/// <param name="OtherKey">The other key.</param>
/// <param name="Other">What it is on those targets: set by the spec, or the default of all their kernels.</param>
/// <param name="OtherValue">Where the spec sets it; null for the default.</param>
internal sealed record NumberPair(NumberValue Value, string OtherKey, Int128 Other, SettingValue? OtherValue)
{
    /// <summary>Every number of a key beside that of another; targets on which the other is not known do not come.</summary>
    public static IEnumerable<NumberPair> Of(RuleContext context, string key, string other) =>
        from value in context.Numbers(key)
        from target in value.Targets
        where !IsUndecided(context, target, other)
        from number in Known(context.EffectiveNumber(target, other))
        let written = context.ValueOn(target, other)
        group (target, written) by (value, number, written?.Span) into g
        select new NumberPair(g.Key.value with { Targets = [.. g.Select(x => x.target)] }, other, g.Key.number, g.First().written);

    /// <summary>The same where the spec sets both.</summary>
    public static IEnumerable<NumberPair> Written(RuleContext context, string key, string other) =>
        Of(context, key, other).Where(p => p.OtherValue is not null);

    /// <summary>"key = value", or "key, 5 by default".</summary>
    public string OtherWords => OtherValue is { } value ? $"{OtherKey} = {value.AsWritten}" : $"{OtherKey}, {Other} by default";

    /// <summary>The targets in words.</summary>
    public string Targets => Wording.Targets(Value.Targets);

    /// <summary>A finding at the number to judge, with the other place where there is one.</summary>
    public Finding Finding(FindingCode code, string message, string help)
    {
        var finding = Value.Finding(code, message, help);
        return OtherValue is { } value ? finding.WithRelated(value.Span, $"{OtherKey} is set here") : finding;
    }

    private static IEnumerable<Int128> Known(Int128? number) => number is { } known ? [known] : [];

    // What only the host decides is neither the default nor known.
    private static bool IsUndecided(RuleContext context, Target target, string key) =>
        context.Find(key)?.Values.FirstOrDefault(v => ReferenceEquals(v.Target, target))?.Undecided is not null;
}
