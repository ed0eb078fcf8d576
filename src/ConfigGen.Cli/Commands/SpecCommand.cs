using System.CommandLine;

namespace ConfigGen.Cli.Commands;

/// <summary>A command that takes specs.</summary>
internal abstract class SpecCommand : Command, IHasExamples
{
    private readonly SpecOptions _options;

    protected SpecCommand(string name, string description, Surroundings around, bool withOutput, bool withReports = true)
        : base(name, description)
    {
        _options = new SpecOptions(withReports);
        _options.AddTo(this, withOutput);
        SetAction(parsed => Bind(parsed, around));
    }

    /// <inheritdoc/>
    public abstract string Details { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<(string CommandLine, string Meaning)> Examples { get; }

    /// <summary>Whether findings are what standard output is for.</summary>
    protected virtual bool FindingsAreData => false;

    /// <summary>The options that every command over specs has.</summary>
    protected SpecOptions Shared => _options;

    /// <summary>Does the work.</summary>
    /// <returns>The exit code, or a usage problem.</returns>
    protected abstract (int Code, string? Problem) Run(SpecRun run, ParseResult parsed);

    private int Bind(ParseResult parsed, Surroundings around)
    {
        var (run, problem) = SpecRun.Bind(_options, parsed, around);
        var code = ExitCode.Usage;
        if (run is not null)
        {
            (code, problem) = run.ConfigurationFindings.IsEmpty ? Run(run, parsed) : (Refuse(run), null);
        }

        if (problem is null)
        {
            return code;
        }

        around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }

    // What specs mean depends on the configuration: with a broken one every further finding would be a guess.
    private int Refuse(SpecRun run)
    {
        var printer = new FindingPrinter(run, FindingsAreData);
        printer.Add(run.ConfigurationFindings);
        printer.Finish("nothing judged", FindingsAreData ? null : []);
        return run.ConfigurationFindings.Any(f => f.Span is null) ? ExitCode.Usage : ExitCode.Findings;
    }
}
