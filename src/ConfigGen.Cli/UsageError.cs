using System.CommandLine;
using System.CommandLine.Parsing;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli;

/// <summary>What is wrong with a command line, said as a colleague would.</summary>
internal static class UsageError
{
    /// <summary>The message for the first problem and where to look; null when there is none.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unmatched = OptionTakenForArgument(parsed) ?? (parsed.UnmatchedTokens is [var first, ..] ? first : null);
        if (unmatched is { } token)
        {
            return Message(command, Unmatched(command, token));
        }

        return parsed.Errors.Count == 0 ? null : Message(command, Reworded(command, parsed.Errors[0]));
    }

    /// <summary>A usage problem that a command found itself.</summary>
    public static string Message(Command command, string problem) =>
        $"{NameOf(command)}: {problem}\nRun '{NameOf(command)} --help' to see what it takes.\n";

    /// <summary>An argument that takes any text also takes mistyped options, unless they come after "--".</summary>
    private static string? OptionTakenForArgument(ParseResult parsed)
    {
        var literal = parsed.Tokens.SkipWhile(t => t.Type != TokenType.DoubleDash).ToHashSet();
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(a => a.Tokens)
            .FirstOrDefault(t => t.Value.Length > 1 && t.Value.StartsWith('-') && !literal.Contains(t))
            ?.Value;
    }

    private static string Unmatched(Command command, string token)
    {
        var isOption = token.StartsWith('-') && token.Length > 1;
        var known = isOption ? Options(command) : command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name);
        var kind = (isOption, command) switch
        {
            (true, _) => "option",
            (_, { Subcommands.Count: > 0 }) => "command",
            _ => "argument",
        };
        var name = isOption ? token.Split('=')[0] : token;
        var unexpected = kind == "argument" ? $"\"{Visible.Line(name)}\" is one argument too many." : $"there is no {kind} \"{Visible.Line(name)}\".";
        return unexpected + (Spelling.Closest(name, known, 1) is [var closest] ? $" Did you mean {closest}?" : "");
    }

    private static string Reworded(Command command, ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, Option: var option } => $"{option.Name} needs a value: {Wanted(option)}.",
        OptionResult { Tokens.Count: > 1, Option: var option } => $"{option.Name} is given twice.",
        CommandResult { Command.Subcommands.Count: > 0 } => $"name a command: {string.Join(", ", command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name))}.",
        _ => error.Message,
    };

    private static string Wanted(Option option) => option.HelpName?.Replace("|", " or ", StringComparison.Ordinal) ?? "see the help";

    private static IEnumerable<string> Options(Command command)
    {
        for (Symbol? symbol = command; symbol is Command current; symbol = current.Parents.FirstOrDefault())
        {
            foreach (var option in current.Options.Where(o => !o.Hidden && (ReferenceEquals(current, command) || o.Recursive)))
            {
                yield return option.Name;
            }
        }
    }

    private static string NameOf(Command command) =>
        command is RootCommand ? "configgen" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? NameOf(parent) : "configgen")} {command.Name}";
}
