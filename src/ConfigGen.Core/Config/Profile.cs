using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Config;

/// <summary>A set of severities for all codes, weaker than what is said about a single one.</summary>
public enum Profile
{
    /// <summary>Errors only.</summary>
    Minimal,

    /// <summary>Every code at its own severity.</summary>
    Recommended,

    /// <summary>Infos are warnings, and warnings are errors.</summary>
    Strict,
}

/// <summary>What profiles do to findings.</summary>
public static class Profiles
{
    /// <summary>The profile of a word; null for any other word.</summary>
    public static Profile? Find(string? word) => word switch
    {
        "minimal" => Profile.Minimal,
        "recommended" => Profile.Recommended,
        "strict" => Profile.Strict,
        _ => null,
    };

    /// <summary>A finding as a profile has it; null when the profile leaves it out.</summary>
    public static Finding? Apply(Profile profile, Finding finding) => (profile, finding.Severity) switch
    {
        (Profile.Minimal, < Severity.Error) => null,

        // It tells what the tool does with what it was asked for, and asks for nothing.
        (Profile.Strict, _) when finding.Code == RenderCodes.LeftToRole => finding,
        (Profile.Strict, Severity.Info) => finding with { Severity = Severity.Warning },
        (Profile.Strict, Severity.Warning) => finding with { Severity = Severity.Error },
        _ => finding,
    };
}
