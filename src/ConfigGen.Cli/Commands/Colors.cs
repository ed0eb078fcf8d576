using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>When colours are used.</summary>
internal enum Colors
{
    /// <summary>On a terminal, unless NO_COLOR is set or the terminal is dumb.</summary>
    Auto,

    /// <summary>Also into files and pipes.</summary>
    Always,

    /// <summary>Not at all.</summary>
    Never,
}

/// <summary>Chooses the ink of a stream.</summary>
internal static class ColorChoice
{
    /// <summary>Ink for a stream.</summary>
    public static Ink InkFor(this Colors colors, bool isTerminal, Surroundings around) => colors switch
    {
        Colors.Always => Ink.Ansi,
        Colors.Never => Ink.Plain,
        _ => isTerminal && string.IsNullOrEmpty(around.Variable("NO_COLOR")) && around.Variable("TERM") != "dumb" ? Ink.Ansi : Ink.Plain,
    };
}
