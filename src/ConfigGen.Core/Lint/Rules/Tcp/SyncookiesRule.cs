using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2109: SYN cookies off, or always on.</summary>
public sealed class SyncookiesRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2109", "syncookies", "SYN cookies are off, or sent always", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("net.ipv4.tcp_syncookies").Where(v => v.Number == 0 || v.Number == 2))
        {
            var effect = value.Number == 0
                ? "turns SYN cookies off: once a flood fills a listener's backlog, real clients are shut out too"
                : "sends SYN cookies for every connection, a mode for tests: cookies give up TCP extensions even when there is no flood";
            context.Report(value.Finding(Code, $"{value.Assignment} {effect}.", "write 1, the default: cookies are sent only when a backlog overflows"));
        }
    }
}
