using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>What a rule may look at, and where it reports.</summary>
public sealed class RuleContext(ResolvedSpec spec, SysctlCatalog catalog, DateOnly today)
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

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

    /// <summary>Every value that is written for a key on some target, grouped so that equal values at the same place come once.</summary>
    /// <returns>The value and the targets that get it, in target order.</returns>
    public static IEnumerable<(SettingValue Value, ImmutableArray<Target> Targets)> ValuesOf(ResolvedSetting setting) =>
        from v in setting.Values
        where v.Value is not null
        group v.Target by v.Value into g
        select (g.Key, g.ToImmutableArray());

    /// <summary>The facts of a key on every kernel of a target.</summary>
    public IEnumerable<SysctlFact> Facts(ResolvedSetting setting, Target target) =>
        target.Kernels.Select(kernel => catalog.Lookup(setting.Key.Name, kernel));

    /// <summary>The value of another key on a target; null when the spec does not set it there.</summary>
    public SettingValue? ValueOn(Target target, string key) =>
        spec.Find(key)?.Values.FirstOrDefault(v => ReferenceEquals(v.Target, target))?.Value;
}
