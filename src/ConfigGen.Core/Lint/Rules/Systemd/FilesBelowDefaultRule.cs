using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3016: a hard limit of open files that is no higher than the one of every service.</summary>
public sealed class FilesBelowDefaultRule : IRule
{
    private const int First = 240;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3016", "files-below-default", "A hard limit of open files no higher than the default", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var limit in FileLimit.Of(context.Spec).Where(IsNoRaise))
        {
            var targets = limit.Line.Where(t => t.Systemd >= First);
            if (!targets.IsEmpty)
            {
                var what = limit.Hard == FileLimit.DefaultHard ? "is no more than every service has" : $"lowers the hard limit of {FileLimit.DefaultHard} that every service has";
                context.Report(limit.Line.Finding(
                    Code,
                    limit.Value.Span,
                    $"LimitNOFILE={limit.Value.Text} of {limit.Line.Unit} {what} with {UnitLine.Versions(targets)}.",
                    $"delete the line if the program raises its soft limit itself; write {limit.Soft}:{FileLimit.DefaultHard} to keep the hard limit"));
            }
        }
    }

    // The default hard limit with a higher soft one is a raise of the soft limit.
    private static bool IsNoRaise(FileLimit limit) =>
        limit.Hard < FileLimit.DefaultHard || limit is { Hard: FileLimit.DefaultHard, Soft: <= FileLimit.DefaultSoft };
}
