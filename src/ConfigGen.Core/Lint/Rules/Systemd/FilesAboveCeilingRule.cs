using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3013: a limit of open files that fs.nr_open does not allow.</summary>
public sealed class FilesAboveCeilingRule : IRule
{
    private const string Ceiling = "fs.nr_open";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3013", "files-above-ceiling", "A limit of open files above what the kernel allows a process", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var limit in FileLimit.Of(context.Spec).Where(l => l.Hard is not null))
        {
            foreach (var ceiling in limit.Line.Targets.GroupBy(t => context.ValueOn(t, Ceiling)).Where(g => g.Key?.Number < limit.Hard))
            {
                context.Report(Above(limit, ceiling.Key!, Wording.Targets(ceiling)));
            }
        }
    }

    private Finding Above(FileLimit limit, SettingValue ceiling, string targets) =>
        limit.Line.Finding(
            Code,
            limit.Value.Span,
            $"LimitNOFILE={limit.Value.Text} of {limit.Line.Unit} is above {Ceiling} = {ceiling.AsWritten} on {targets}: no process gets more files than that, root neither, and the limit is not set as written.",
            $"write at most {ceiling.AsWritten}, or raise {Ceiling}").WithRelated(ceiling.Span, $"{Ceiling} is set here");
}
