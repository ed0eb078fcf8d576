using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2014: a key that does something once, in configuration that is applied at every boot.</summary>
public sealed class OneShotActionRule : IRule
{
    private static readonly ImmutableArray<(string Key, string Action)> Actions =
    [
        ("vm.compact_memory", "compacts memory"),
        ("vm.drop_caches", "throws the file caches away"),
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2014", "one-shot-action", "An action, not a setting", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var (key, action) in Actions)
        {
            foreach (var value in context.Numbers(key))
            {
                context.Report(value.Finding(
                    Code,
                    $"{value.Assignment} is no setting: writing it {action} once, at boot and whenever the file is applied, and nothing stays in force.",
                    "delete the line; to measure with it, write the key by hand"));
            }
        }
    }
}
