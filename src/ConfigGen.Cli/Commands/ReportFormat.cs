namespace ConfigGen.Cli.Commands;

/// <summary>How findings are printed.</summary>
internal enum ReportFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub Actions, for annotations.</summary>
    GitHub,

    /// <summary>JUnit XML, for the test views of CI servers.</summary>
    JUnit,

    /// <summary>A table, for a comment on a pull request.</summary>
    Markdown,
}
