using System.Text;

namespace ConfigGen.Cli;

/// <summary>Where the process starts: binds the command line to the real console.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        // Own writers instead of Console.Out: always UTF-8, whatever the locale, and no terminal set-up at start.
        using var output = Writer(Console.OpenStandardOutput());
        using var error = Writer(Console.OpenStandardError());
        using var input = Console.OpenStandardInput();
        return CommandLine.Run(args, new Surroundings(output, error, input, Directory.GetCurrentDirectory())
        {
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Variable = Environment.GetEnvironmentVariable,
        });
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
}
