using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2107: tcp_max_orphans below the default of a host of that size.</summary>
public sealed class MaxOrphansLowRule : IRule
{
    internal static readonly MemoryScaledLimit Limit =
        new("net.ipv4.tcp_max_orphans", "over it, connections that the application has closed are reset at once");

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2107", "max-orphans-low", "tcp_max_orphans is below its default", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context) => Limit.ReportLow(context, Code);
}
