using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Host;

/// <summary>CG2304: the kernel no longer notices that it or its tasks are stuck.</summary>
public sealed class DetectorOffRule : IRule
{
    private static readonly ImmutableArray<(string Key, string Effect)> Detectors =
    [
        ("kernel.hung_task_timeout_secs", "switches off the report of tasks that hang, mostly on storage"),
        ("kernel.watchdog_thresh", "switches off the detection of processors that are stuck"),
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2304", "detector-off", "A detector of hanging tasks or processors is off", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var (key, effect) in Detectors)
        {
            foreach (var value in context.Numbers(key).Where(v => v.Number == 0))
            {
                context.Report(value.Finding(Code, $"{value.Assignment} {effect}: the log will not say why the host stood still.", "delete the line, or write more seconds if reports come too early"));
            }
        }
    }
}
