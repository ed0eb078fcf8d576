using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ConfigGen.Cli;

/// <summary>A command that shows how it is used.</summary>
internal interface IHasExamples
{
    /// <summary>What one should know before using it.</summary>
    string Details { get; }

    /// <summary>Command lines, each with what it does.</summary>
    IReadOnlyList<(string CommandLine, string Meaning)> Examples { get; }
}

/// <summary>The usual help, then examples, and on the root the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0  clean
          1  findings at or above --fail-on, stale output, or a difference
          2  a command line that makes no sense, or a file that cannot be read or written
          3  a bug in configgen
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is IHasExamples { Examples: var examples, Details: var details })
        {
            output.WriteLine($"{details}\n");
            output.WriteLine("Examples:");
            var width = examples.Max(e => e.CommandLine.Length);
            foreach (var (commandLine, meaning) in examples)
            {
                output.WriteLine($"  {commandLine.PadRight(width)}  {meaning}");
            }
        }
        else
        {
            output.WriteLine(ExitCodes);
        }

        return ExitCode.Clean;
    }
}

/// <summary>Prints name and version.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"configgen {ToolVersion.Text}");
        return ExitCode.Clean;
    }
}
