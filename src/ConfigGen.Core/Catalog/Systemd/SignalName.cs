using System.Collections.Frozen;

namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>Signals as systemd reads them: a name of signal(7) with or without SIG, RTMIN+n, RTMAX-n, or a number.</summary>
internal static class SignalName
{
    private const int Real = 30;

    private static readonly FrozenSet<string> Names = new[]
    {
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT",
        "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS", "RTMIN", "RTMAX",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the text names a signal.</summary>
    public static bool IsSignal(string text)
    {
        var name = text.StartsWith("SIG", StringComparison.Ordinal) ? text[3..] : text;
        return Names.Contains(name) || SystemdNumber.IsBetween(text, 1, 64) || IsRealTime(name, "RTMIN+") || IsRealTime(name, "RTMAX-");
    }

    private static bool IsRealTime(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && SystemdNumber.IsBetween(name[prefix.Length..], 0, Real);
}
