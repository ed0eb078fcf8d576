namespace ConfigGen.Cli;

/// <summary>What a run says to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Nothing to complain about.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above <c>--fail-on</c>, stale output, or a difference.</summary>
    public const int Findings = 1;

    /// <summary>A command line that makes no sense, or a file that cannot be read or written.</summary>
    public const int Usage = 2;

    /// <summary>A bug in ConfigGen.</summary>
    public const int Bug = 3;
}
