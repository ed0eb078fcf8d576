using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2009: a key that is known elsewhere, with nothing known for the kernel of a target.</summary>
public sealed class ExistenceUndecidedRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2009", "existence-undecided", "Whether a target's kernel has a key is not known", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var setting in context.Spec.Settings.Where(s => context.Catalog.IsInSomeKernel(s.Key.Name)))
        {
            var hosts = setting.Values
                .Where(v => v.Value is not null)
                .Select(v => (v.Target, Kernels: Unknown(context, setting, v.Target)))
                .Where(h => !h.Kernels.IsEmpty)
                .ToList();
            if (hosts.Count > 0)
            {
                context.Report(Finding.Of(Code, setting.KeySpan, $"Whether {setting.Key} exists on {Wording.Hosts(hosts)} is not known: no table covers that kernel.") with
                {
                    Setting = setting.Key.Name,
                    Help = "record the facts on such a host with `configgen capture` and name the file as the target",
                });
            }
        }
    }

    private static ImmutableArray<Kernel> Unknown(RuleContext context, ResolvedSetting setting, Target target) =>
        [.. context.Facts(setting, target).Where(f => f.Existence == Existence.Unknown).Select(f => f.Kernel)];
}
