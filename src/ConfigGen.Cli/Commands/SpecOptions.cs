using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Findings;

namespace ConfigGen.Cli.Commands;

/// <summary>How findings are printed.</summary>
internal enum ReportFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,
}

/// <summary>The arguments and options that every command over specs has.</summary>
internal sealed class SpecOptions
{
    /// <summary>Largest input unless --max-size says otherwise.</summary>
    public const long DefaultCap = 1 << 20;

    public Argument<string[]> Specs { get; } = new("SPEC")
    {
        Description = "Specs to read; - is standard input. [default: the specs that .configgen.yaml lists]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<ReportFormat?> Format { get; } = FormatOption();

    public Option<Severity?> FailOn { get; } = Word(
        "--fail-on",
        "Exit with 1, and write nothing, from this severity on. [default: fail-on of .configgen.yaml, or error]",
        ("error", Severity.Error),
        ("warning", Severity.Warning),
        ("info", Severity.Info));

    public Option<string?> Templates { get; } = new("--templates")
    {
        Description = "Folder with templates, as pack/file, that take the place of built-in ones.",
        HelpName = "DIR",
    };

    public Option<Colors?> Color { get; } = ColorOption();

    public Option<long?> MaxSize { get; } = new("--max-size")
    {
        Description = "Largest input file, such as 512KiB or 4MiB. [default: 1 MiB]",
        HelpName = "SIZE",
        CustomParser = result => ByteSize.Parse(ValueOf(result)) ?? Bad<long?>(result, "a size from 1 to 1GiB, such as 512KiB or 4MiB"),
    };

    public Option<DateOnly?> Today { get; } = new("--today")
    {
        Description = "Judge as of this day, YYYY-MM-DD.",
        HelpName = "YYYY-MM-DD",
        Hidden = true,
        CustomParser = result => DateOnly.TryParseExact(ValueOf(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Bad<DateOnly?>(result, "a day as YYYY-MM-DD"),
    };

    public Option<bool> Affected { get; } = new("--affected")
    {
        Description = "The arguments are changed files: judge the specs that they matter to.",
    };

    public Option<string?> Output { get; } = new("--out")
    {
        Description = "Output folder. [default: the destinations of .configgen.yaml, and out/<name> beside the spec]",
        HelpName = "DIR",
    };

    /// <summary>The --format option.</summary>
    public static Option<ReportFormat?> FormatOption() => Word(
        "--format", "text for people, json for programs. [default: text]", ("text", ReportFormat.Text), ("json", ReportFormat.Json));

    /// <summary>The --color option.</summary>
    public static Option<Colors?> ColorOption() => Word(
        "--color",
        "Colours; auto means on a terminal unless NO_COLOR is set. [default: auto]",
        ("auto", Colors.Auto),
        ("always", Colors.Always),
        ("never", Colors.Never));

    /// <summary>Adds what every command over specs takes.</summary>
    public void AddTo(Command command, bool withOutput)
    {
        command.Add(Specs);
        if (withOutput)
        {
            command.Add(Output);
        }

        foreach (var option in new Option[] { Affected, FailOn, Format, Templates, MaxSize, Color, Today })
        {
            command.Add(option);
        }
    }

    private static Option<T?> Word<T>(string name, string description, params (string Word, T Value)[] words)
        where T : struct
    {
        return new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', words.Select(w => w.Word)),
            CustomParser = result => words.FirstOrDefault(w => w.Word == ValueOf(result)) is { Word: not null } found
                ? found.Value
                : Bad<T?>(result, string.Join(" or ", words.Select(w => w.Word))),
        };
    }

    private static string ValueOf(ArgumentResult result) => result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;

    private static T? Bad<T>(ArgumentResult result, string wanted)
    {
        var name = result.Parent is OptionResult option ? option.Option.Name : result.Argument.Name;
        result.AddError($"{name} takes {wanted}, not \"{Core.Report.Visible.Line(ValueOf(result))}\".");
        return default;
    }
}
