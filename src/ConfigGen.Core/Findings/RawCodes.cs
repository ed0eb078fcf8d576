namespace ConfigGen.Core.Findings;

/// <summary>CG01: lines of raw sysctl and unit files, which <c>lint</c> reads as the loaders do.</summary>
public static class RawCodes
{
    /// <summary>A file that is neither a sysctl nor a unit file.</summary>
    public static readonly FindingCode NotLintable = new("CG0101", "not-lintable", "A file that is neither a sysctl nor a systemd unit file", Severity.Error) { CanBeIgnored = false };

    /// <summary>What a template engine or a shell would fill in.</summary>
    public static readonly FindingCode Placeholder = new("CG0102", "placeholder", "A placeholder of a template, so that the line is not judged", Severity.Warning);

    /// <summary>A line that the loaders skip with a complaint.</summary>
    public static readonly FindingCode NoAssignment = new("CG0103", "no-assignment", "A line that is no assignment", Severity.Error);

    /// <summary>A line that a later one of the same file overrides.</summary>
    public static readonly FindingCode OverriddenLine = new("CG0104", "overridden-line", "A later line of the file sets the key to something else", Severity.Warning);

    /// <summary>A line that a file which is read later overrides.</summary>
    public static readonly FindingCode OverriddenFile = new("CG0105", "overridden-file", "A file that is read later sets the key to something else", Severity.Info);

    /// <summary>An ignore comment without a code or without a reason.</summary>
    public static readonly FindingCode IgnoreForm = new("CG0106", "ignore-form", "An ignore comment without a code or a reason", Severity.Error) { CanBeIgnored = false };

    /// <summary>A byte-order mark or carriage returns.</summary>
    public static readonly FindingCode WindowsText = new("CG0107", "windows-text", "A byte-order mark or carriage returns in a file that Linux reads", Severity.Warning);

    /// <summary>What looks like a comment and is handed to the kernel.</summary>
    public static readonly FindingCode TrailingComment = new("CG0108", "trailing-comment", "A comment behind a value, which is part of the value", Severity.Warning);

    /// <summary>A line that the kernel undoes when a later line is written.</summary>
    public static readonly FindingCode UndoneLine = new("CG0109", "undone-line", "A later line makes the kernel change what this one sets", Severity.Warning);

    /// <summary>A key that is there only once a module is loaded, which nothing that was linted does.</summary>
    public static readonly FindingCode ModuleNotLoaded = new("CG0110", "module-not-loaded", "A key of a module that may not be loaded when the file is applied", Severity.Info);
}
