namespace ConfigGen.Core.Findings;

/// <summary>CG12: <c>.configgen.yaml</c>. What every spec of a repository depends on must be right, so none of these can be ignored; so is the baseline.</summary>
public static class ConfigCodes
{
    /// <summary>This version of ConfigGen is outside of <c>requires</c>.</summary>
    public static readonly FindingCode ToolVersion = Code("CG1201", "tool-version", "The repository asks for another version of ConfigGen");

    /// <summary>A destination with an unknown placeholder, or that names no folder.</summary>
    public static readonly FindingCode Destination = Code("CG1202", "bad-destination", "A destination does not name a folder of the repository");

    /// <summary>A severity lower than the code may have.</summary>
    public static readonly FindingCode SeverityTooLow = Code("CG1203", "severity-too-low", "A severity is lowered that cannot be");

    /// <summary>A severity for a code that does not exist.</summary>
    public static readonly FindingCode UnknownCode = Code("CG1204", "severity-unknown-code", "A severity is given to a code that does not exist");

    /// <summary>A glob under <c>specs</c> that matches nothing.</summary>
    public static readonly FindingCode NoSpec = Code("CG1205", "no-spec-matches", "A glob of specs matches no file");

    /// <summary>A case of a severity that an earlier one always answers.</summary>
    public static readonly FindingCode Unreachable = Code("CG1206", "unreachable-severity", "A severity that is never reached");

    /// <summary>A line of a baseline that cannot be read, or that names what a baseline cannot hold.</summary>
    public static readonly FindingCode Baseline = Code("CG1207", "bad-baseline", "A line of the baseline cannot be used");

    /// <summary>An entry of a baseline that no finding answers to any more.</summary>
    public static readonly FindingCode BaselineGone = new("CG1208", "baseline-entry-gone", "A finding of the baseline no longer occurs", Severity.Info) { CanBeIgnored = false };

    private static FindingCode Code(string id, string name, string title) => new(id, name, title, Severity.Error) { CanBeIgnored = false };
}
