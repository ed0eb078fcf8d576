using System.Collections.Immutable;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>Several numbers that a spec sets for one key, and the targets that get them.</summary>
internal sealed record VectorValue(ResolvedSetting Setting, SettingValue Value, ImmutableArray<Int128> Numbers, ImmutableArray<Target> Targets)
{
    /// <summary>The values of a key that are <paramref name="fields"/> plain numbers; others are left to the rules on values.</summary>
    public static IEnumerable<VectorValue> Of(RuleContext context, string key, int fields)
    {
        if (context.Find(key) is not { } setting)
        {
            yield break;
        }

        foreach (var (value, targets) in RuleContext.ValuesOf(setting).Where(v => v.Value.Fields.Length == fields))
        {
            var numbers = value.Fields.Select(f => KernelNumber.TryParse(f, out var n) ? n : (Int128?)null).ToList();
            if (numbers.TrueForAll(n => n is not null))
            {
                yield return new VectorValue(setting, value, [.. numbers.Select(n => n!.Value)], targets);
            }
        }
    }
}
