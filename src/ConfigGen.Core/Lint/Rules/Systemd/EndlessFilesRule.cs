using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3015: LimitNOFILE=infinity, which is a thousand million files today.</summary>
public sealed class EndlessFilesRule : IRule
{
    // NEWS 240: fs.nr_open is raised to the highest possible value.
    private const int NrOpenRaised = 240;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3015", "endless-files", "LimitNOFILE without a limit", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var limit in FileLimit.Of(context.Spec).Where(l => l.Soft is null))
        {
            var raised = limit.Line.Where(t => t.Systemd >= NrOpenRaised);
            if (!raised.IsEmpty)
            {
                context.Report(limit.Line.Finding(
                    Code,
                    limit.Value.Span,
                    $"LimitNOFILE={limit.Value.Text} of {limit.Line.Unit} means fs.nr_open, which can be above a thousand million with {UnitLine.Versions(raised)}: programs that close or count every possible file take minutes or all memory.",
                    $"write the number that the program needs, as in {FileLimit.DefaultSoft}:{FileLimit.DefaultHard}"));
            }
        }
    }
}
