using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2005: a key that reports and cannot be set.</summary>
public sealed class ReadOnlyRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2005", "read-only", "A sysctl key that cannot be written", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        // kernel.nmi_watchdog, say, is read-only on some machines and not on others: that is no reason for an error.
        foreach (var setting in context.Spec.Settings.Where(s => !HostDependence.BuiltIn.HasOwnMode(KeyPattern.Representative(s.Key.Name))))
        {
            var readOnly = setting.Values
                .Where(v => v.Value is not null)
                .Select(v => (v.Target, Fact: context.Facts(setting, v.Target).FirstOrDefault(f => f is { Existence: Existence.Exists, IsReadOnly: true })))
                .Where(t => t.Fact is not null)
                .ToList();
            if (readOnly.Count > 0)
            {
                var targets = Wording.Targets(readOnly.Select(t => t.Target));
                context.Report(Finding.Of(Code, setting.KeySpan, $"{setting.Key} can only be read on {targets} (its mode is {readOnly[0].Fact!.Mode}).") with
                {
                    Setting = setting.Key.Name,
                    Help = "delete the line: the key reports something and takes no value",
                });
            }
        }
    }
}
