using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2116: a congestion control that no upstream kernel has.</summary>
public sealed class UnknownCongestionControlRule : IRule
{
    private const string Key = "net.ipv4.tcp_congestion_control";

    // net/ipv4/Kconfig and the tcp_*.c beside it; reno is built in.
    private static readonly ImmutableArray<string> Known =
        ["bbr", "bic", "cdg", "cubic", "dctcp", "highspeed", "htcp", "hybla", "illinois", "lp", "nv", "reno", "scalable", "vegas", "veno", "westwood", "yeah"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2116", "unknown-congestion-control", "A congestion control that upstream Linux does not have", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        if (context.Find(Key) is not { } setting)
        {
            return;
        }

        foreach (var (value, targets) in RuleContext.ValuesOf(setting).Where(v => v.Value.Fields.Length == 1 && !Known.Contains(v.Value.Text)))
        {
            var near = Text.Spelling.Closest(value.Text, Known);
            context.Report(Finding.Of(Code, value.Span, $"{Key} = {value.AsWritten} is no congestion control of upstream Linux: unless a module of that name is there, the write fails on {Wording.Targets(targets)}, and the one before stays.")
                .WithHelp(near.IsEmpty ? $"write one of {Wording.List(Known, "or")}" : $"did you mean {Wording.List(near, "or")}?")
                .About(Key));
        }
    }
}
