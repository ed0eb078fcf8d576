using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2114: bits of tcp_fastopen that are unsafe, or do nothing without another.</summary>
public sealed class FastOpenBitsRule : IRule
{
    private const int Server = 0x2;
    private const int NoCookie = 0x200;
    private const int EveryListener = 0x400;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2114", "fastopen-bits", "TCP Fast Open without cookies, or with bits that do nothing", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers("net.ipv4.tcp_fastopen").Where(v => v.Number > 0 && v.Number <= 0xFFFF))
        {
            var bits = (int)value.Number;
            if ((bits & Server) == 0 && (bits & (NoCookie | EveryListener)) != 0)
            {
                context.Report(value.Finding(Code, $"{value.Assignment} has bits for servers (0x200, 0x400) without 0x2, which lets servers use Fast Open at all: they do nothing.", $"write {bits | Server} to add 0x2, or {bits & ~(NoCookie | EveryListener)} without them"));
            }
            else if ((bits & NoCookie) != 0)
            {
                context.Report(value.Finding(Code, $"{value.Assignment} has bit 0x200: data in a SYN is taken without a cookie, so anybody can make the server work and answer for forged addresses.", $"write {bits & ~NoCookie}") with { Fix = value.Suggest($"{bits & ~NoCookie}") });
            }
        }
    }
}
