namespace ConfigGen.Core.Findings;

/// <summary>CG51: what hosts say about themselves, as <c>verify</c> reads it.</summary>
public static class VerifyCodes
{
    /// <summary>A file that says nothing about a host.</summary>
    public static readonly FindingCode NotADump = new("CG5101", "not-a-dump", "A file that is no dump of a host's settings", Severity.Error) { CanBeIgnored = false };

    /// <summary>A line of a dump that nobody can take.</summary>
    public static readonly FindingCode DumpLine = new("CG5102", "dump-line", "A line of a dump that is not understood", Severity.Warning) { CanBeIgnored = false };
}
