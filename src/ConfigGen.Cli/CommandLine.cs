using System.CommandLine;
using System.CommandLine.Help;
using ConfigGen.Cli.Commands;

namespace ConfigGen.Cli;

/// <summary>The entry: arguments and surroundings in, an exit code out.</summary>
internal static class CommandLine
{
    private const string DebugName = "--debug";

    /// <summary>Runs one command; never throws.</summary>
    public static int Run(string[] args, Surroundings around)
    {
        try
        {
            var code = Dispatch(args, around);
            around.Out.Flush();
            around.Error.Flush();
            return code;
        }
        catch (Exception e) when (Cause(e) is IOException or UnauthorizedAccessException)
        {
            return Report(around, $"configgen: stopped: {IoReason.Of(Cause(e))}\n", ExitCode.Usage);
        }
#pragma warning disable CA1031 // The last line of defence: whatever was not foreseen is a bug, and is reported as one.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var detail = args.Contains(DebugName, StringComparer.Ordinal) ? e.ToString() : $"run it again with {DebugName} for the details";
            return Report(around, $"configgen: this is a bug in configgen {ToolVersion.Text} ({Cause(e).GetType().Name}), please report it: {detail}\n", ExitCode.Bug);
        }
    }

    /// <summary>What happened in a parallel run is wrapped once more.</summary>
    private static Exception Cause(Exception e) => e is AggregateException { InnerException: { } inner } ? inner : e;

    private static int Dispatch(string[] args, Surroundings around)
    {
        var root = Root(around);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is { ClearsParseErrors: false } or null && UsageError.Of(parsed) is { } error)
        {
            around.Error.Write(error);
            return ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = around.Out, Error = around.Error, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root(Surroundings around)
    {
        var root = new RootCommand("Checks Linux tuning specs against what real kernels and systemd accept, and renders sysctl.d fragments, systemd drop-ins and Ansible roles from them.")
        {
            new ValidateCommand(around),
            new GenerateCommand(around),
            new CheckCommand(around),
            new DiffCommand(around),
            new LintCommand(around),
            new ImportCommand(around),
            new CaptureCommand(around),
            new VerifyCommand(around),
            new ExplainCommand(around),
            new CatalogCommand(around),
            new CompareCommand(around),
            new RulesCommand(around),
            new PackCommand(around),
            new InitCommand(around),
            new SchemaCommand(around),
        };
        root.Add(new Option<bool>(DebugName) { Description = "Show where a bug in configgen happened.", Recursive = true, Hidden = true });
        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption help => new HelpWithExamples((HelpAction)help.Action!),
                VersionOption => new VersionAction(),
                _ => option.Action,
            };
        }

        return root;
    }

    private static int Report(Surroundings around, string message, int code)
    {
        try
        {
            around.Error.Write(message);
            around.Error.Flush();
        }
        catch (IOException)
        {
            // Standard error is gone too: the exit code is all that is left to say it with.
            return code;
        }

        return code;
    }
}
