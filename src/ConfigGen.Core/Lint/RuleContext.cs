using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>What a rule may look at, and where it reports.</summary>
public sealed class RuleContext(ResolvedSpec spec, SysctlCatalog catalog, DateOnly today)
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly Dictionary<(string, Kernel), SysctlFact> _facts = [];
    private readonly Dictionary<string, KeyShape> _shapes = new(StringComparer.Ordinal);
    private Dictionary<string, ResolvedSetting>? _settings;

    /// <summary>The spec, layers merged, every setting evaluated per target.</summary>
    public ResolvedSpec Spec => spec;

    /// <summary>What kernels accept.</summary>
    public SysctlCatalog Catalog => catalog;

    /// <summary>Today's date, passed in.</summary>
    public DateOnly Today => today;

    /// <summary>Everything reported so far.</summary>
    public ImmutableArray<Finding> Findings => _findings.ToImmutable();

    /// <summary>Adds a finding.</summary>
    public void Report(Finding finding) => _findings.Add(finding);

    /// <summary>The setting of a key, or null; rules ask for so many that walking the list each time would show.</summary>
    public ResolvedSetting? Find(string key)
    {
        _settings ??= spec.Settings.ToDictionary(s => s.Key.Name, StringComparer.Ordinal);
        return _settings.GetValueOrDefault(key);
    }

    /// <summary>Every value that is written for a key on some target, grouped so that equal values at the same place come once.</summary>
    /// <returns>The value and the targets that get it, in target order.</returns>
    public static IEnumerable<(SettingValue Value, ImmutableArray<Target> Targets)> ValuesOf(ResolvedSetting setting) =>
        from v in setting.Values
        where v.Value is not null
        let value = v.Value
        group (value, v.Target) by (value.Text, value.Span) into g
        select (g.First().value, g.Select(v => v.Target).ToImmutableArray());

    /// <summary>Every single-number value of a key with the targets that get it and may have the key, in target order.</summary>
    /// <remarks>Targets whose kernels all lack the key are left to the rule on missing keys, and values that are not one plain number to the rules on values.</remarks>
    public IEnumerable<NumberValue> Numbers(string key)
    {
        if (Find(key) is not { } setting)
        {
            yield break;
        }

        foreach (var (value, targets) in ValuesOf(setting))
        {
            var present = targets.Where(t => Facts(setting, t).Any(f => f.Existence != Existence.Absent)).ToImmutableArray();
            if (present.Length > 0 && value.Fields.Length == 1 && KernelNumber.TryParse(value.Fields[0], out var number))
            {
                yield return new NumberValue(setting, value, number, present);
            }
        }
    }

    /// <summary>What a kernel says about a key; several rules ask the same, the catalogue is asked once.</summary>
    public SysctlFact Lookup(string key, Kernel kernel)
    {
        if (!_facts.TryGetValue((key, kernel), out var fact))
        {
            _facts[(key, kernel)] = fact = catalog.Lookup(key, kernel);
        }

        return fact;
    }

    /// <summary>The facts of a key on every kernel of a target.</summary>
    public IEnumerable<SysctlFact> Facts(ResolvedSetting setting, Target target) =>
        target.Kernels.Select(kernel => Lookup(setting.Key.Name, kernel));

    /// <summary>The value of another key on a target; null when the spec does not set it there.</summary>
    public SettingValue? ValueOn(Target target, string key) =>
        Find(key)?.Values.FirstOrDefault(v => ReferenceEquals(v.Target, target))?.Value;

    /// <summary>The number that a key has on a target: what the spec sets, or the default where all kernels of the target agree on one; null when neither is known.</summary>
    public Int128? EffectiveNumber(Target target, string key)
    {
        if (ValueOn(target, key) is { } value)
        {
            return value.Fields.Length == 1 && KernelNumber.TryParse(value.Fields[0], out var set) ? set : null;
        }

        var defaults = target.Kernels.Select(kernel => Lookup(key, kernel).Default).Distinct().ToList();
        return !catalog.HasOwnDefault(key) && defaults.Count == 1 && defaults[0] is { } text && KernelNumber.TryParse(text, out var number) ? number : null;
    }

    /// <summary>What kind of value the key of a setting takes.</summary>
    internal KeyShape ShapeOf(ResolvedSetting setting)
    {
        if (!_shapes.TryGetValue(setting.Key.Name, out var shape))
        {
            _shapes[setting.Key.Name] = shape = KeyShape.Of(this, setting);
        }

        return shape;
    }
}

/// <summary>One number that a spec sets, and the targets that get it.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Number">As YAML and the kernel both read it.</param>
/// <param name="Targets">In target order; never empty.</param>
public sealed record NumberValue(ResolvedSetting Setting, SettingValue Value, Int128 Number, ImmutableArray<Target> Targets)
{
    /// <summary>"key = value", as messages begin.</summary>
    public string Assignment => $"{Setting.Key} = {Value.AsWritten}";

    /// <summary>A fix to suggest; null where the number was not written as such.</summary>
    public Fix? Suggest(string replacement) =>
        Value.Written is [{ Quoted: false } only] && only.Span.Text == only.Text ? new Fix(only.Span, replacement, $"Write {replacement}", IsSafe: false) : null;

    /// <summary>A finding at the value.</summary>
    public Finding Finding(FindingCode code, string message, string help) =>
        Findings.Finding.Of(code, Value.Span, message) with { Setting = Setting.Key.Name, Help = help };
}
