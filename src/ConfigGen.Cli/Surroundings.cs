using ConfigGen.Cli.Files;
using ConfigGen.Core.Compile;

namespace ConfigGen.Cli;

/// <summary>Everything outside the process that a command may touch, apart from files: tests pass their own.</summary>
/// <param name="Out">Data.</param>
/// <param name="Error">Findings where they are not the data, summaries, problems.</param>
/// <param name="Input">What <c>-</c> reads.</param>
/// <param name="Folder">Absolute path that relative paths start from.</param>
internal sealed record Surroundings(TextWriter Out, TextWriter Error, Stream Input, string Folder)
{
    /// <summary>Whether a person looks at <see cref="Out"/>.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Looks an environment variable up.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Today's date; ignores expire by it.</summary>
    public Func<DateOnly> Today { get; init; } = () => DateOnly.FromDateTime(DateTime.Now);

    /// <summary>The compiler; tests of the command line put their own findings and plans in its place.</summary>
    public Func<CompileRequest, Compilation> Compile { get; init; } = Compiler.Compile;

    /// <summary>The host that capture and verify look at.</summary>
    public Host Host { get; init; } = new();
}

/// <summary>The live host: its files below a folder, its programs, and a place to try something out.</summary>
internal sealed record Host
{
    /// <summary>Absolute path of its root folder.</summary>
    public string Root { get; init; } = "/";

    /// <summary>Standard output of a program that only looks; null where it is not there, or fails.</summary>
    public Func<string[], string?> Program { get; init; } = HostPrograms.Output;

    /// <summary>Runs work in a network namespace of its own; says why it cannot, and then the work has not run.</summary>
    public Func<Action, string?> InNetworkNamespace { get; init; } = NetworkNamespace.Run;
}
