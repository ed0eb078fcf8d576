using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3014: one number for LimitNOFILE=, which raises the soft limit too.</summary>
public sealed class SoftFileLimitRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3014", "soft-file-limit", "One number for LimitNOFILE raises the soft limit too", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var limit in FileLimit.Of(context.Spec).Where(l => l is { IsSingle: true, Soft: > FileLimit.DefaultSoft }))
        {
            context.Report(limit.Line.Finding(
                Code,
                limit.Value.Span,
                $"LimitNOFILE={limit.Value.Text} of {limit.Line.Unit} raises the soft limit above {FileLimit.DefaultSoft} too: a program that uses select() writes beyond its memory with a file of a higher number.",
                $"write {FileLimit.DefaultSoft}:{limit.Value.Text} for programs that raise the soft limit themselves; ignore this for programs known not to use select()"));
        }
    }
}
