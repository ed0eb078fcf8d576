using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint;

/// <summary>CG14: the <c>ignore</c> entries of a spec.</summary>
public static class IgnoreCodes
{
    /// <summary>An entry of the spec itself that matched nothing.</summary>
    public static readonly FindingCode Unused = Code("CG1401", "unused-ignore", "An ignore entry matches no finding", Severity.Warning);

    /// <summary>An entry whose last day is over.</summary>
    public static readonly FindingCode Expired = Code("CG1402", "expired-ignore", "An ignore entry has expired", Severity.Warning);

    /// <summary>An entry for a code that cannot be accepted.</summary>
    public static readonly FindingCode NotAllowed = Code("CG1403", "ignore-not-allowed", "A finding that cannot be ignored", Severity.Error);

    /// <summary>An entry for a code that does not exist.</summary>
    public static readonly FindingCode UnknownRule = Code("CG1404", "unknown-rule", "An ignore entry names a code that does not exist", Severity.Error);

    private static FindingCode Code(string id, string name, string title, Severity severity) => new(id, name, title, severity) { CanBeIgnored = false };
}
