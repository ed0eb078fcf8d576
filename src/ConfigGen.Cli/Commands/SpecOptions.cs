using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;

namespace ConfigGen.Cli.Commands;

/// <summary>An option's value with the word that was written for it.</summary>
/// <remarks>A class on purpose: generics over value types of other assemblies are compiled at start, which hooks would wait for at every commit.</remarks>
internal sealed record Choice<T>(string Word, T Value);

/// <summary>The arguments and options that every command over specs has.</summary>
/// <param name="withReports">Whether findings can be printed in the formats of other programs.</param>
internal sealed class SpecOptions(bool withReports)
{
    /// <summary>Largest input unless --max-size says otherwise.</summary>
    public const long DefaultCap = 1 << 20;

    private static readonly Choice<ReportFormat>[] Formats =
    [
        new("text", ReportFormat.Text),
        new("json", ReportFormat.Json),
        new("sarif", ReportFormat.Sarif),
        new("github", ReportFormat.GitHub),
        new("junit", ReportFormat.JUnit),
        new("markdown", ReportFormat.Markdown),
    ];

    public Argument<string[]> Specs { get; } = new("SPEC")
    {
        Description = "Specs to read; - is standard input. [default: the specs that .configgen.yaml lists]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<Choice<ReportFormat>?> Format { get; } = withReports
        ? FormatOption(
            "text for people, json for programs, sarif for code scanning, github for annotations, junit for CI servers, markdown for comments. [default: text]",
            [.. Formats.Select(f => f.Word)])
        : FormatOption();

    public Option<Choice<Severity>?> FailOn { get; } = Word<Severity>(
        "--fail-on",
        "Exit with 1, and write nothing, from this severity on. [default: fail-on of .configgen.yaml, or error]",
        new("error", Severity.Error),
        new("warning", Severity.Warning),
        new("info", Severity.Info));

    public Option<Choice<Profile>?> Profile { get; } = Word<Profile>(
        "--profile",
        "Severities: minimal has errors only, strict makes warnings of infos and errors of warnings. [default: profile of .configgen.yaml, or recommended]",
        new("minimal", Core.Config.Profile.Minimal),
        new("recommended", Core.Config.Profile.Recommended),
        new("strict", Core.Config.Profile.Strict));

    public Option<string?> Baseline { get; } = new("--baseline")
    {
        Description = "File with findings that are known and not reported. [default: baseline of .configgen.yaml]",
        HelpName = "FILE",
    };

    /// <summary>For the command that has findings as its data; it adds the option itself.</summary>
    public Option<string?> WriteBaseline { get; } = new("--write-baseline")
    {
        Description = "Write the findings into a baseline, in the place of reporting them.",
        HelpName = "FILE",
    };

    public Option<string?> Templates { get; } = new("--templates")
    {
        Description = "Folder with templates, as pack/file, that take the place of built-in ones.",
        HelpName = "DIR",
    };

    public Option<Choice<Colors>?> Color { get; } = ColorOption();

    public Option<Choice<long>?> MaxSize { get; } = MaxSizeOption();

    public Option<Choice<DateOnly>?> Today { get; } = new("--today")
    {
        Description = "Judge as of this day, YYYY-MM-DD.",
        HelpName = "YYYY-MM-DD",
        Hidden = true,
        CustomParser = result => DateOnly.TryParseExact(ValueOf(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(ValueOf(result), day)
            : Bad<DateOnly>(result, "a day as YYYY-MM-DD"),
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

    /// <summary>The --format option of a command that knows text and JSON.</summary>
    public static Option<Choice<ReportFormat>?> FormatOption() => FormatOption("text for people, json for programs. [default: text]", "text", "json");

    /// <summary>The --format option of a command that knows these formats.</summary>
    public static Option<Choice<ReportFormat>?> FormatOption(string description, params string[] words) =>
        Word("--format", description, [.. Formats.Where(f => words.Contains(f.Word, StringComparer.Ordinal))]);

    /// <summary>The --color option.</summary>
    public static Option<Choice<Colors>?> ColorOption() => Word<Colors>(
        "--color",
        "Colours; auto means on a terminal unless NO_COLOR is set. [default: auto]",
        new("auto", Colors.Auto),
        new("always", Colors.Always),
        new("never", Colors.Never));

    /// <summary>The --max-size option.</summary>
    public static Option<Choice<long>?> MaxSizeOption() => new("--max-size")
    {
        Description = "Largest input file, such as 512KiB or 4MiB. [default: 1 MiB]",
        HelpName = "SIZE",
        CustomParser = result => ByteSize.Parse(ValueOf(result)) is { } size ? new(ValueOf(result), size) : Bad<long>(result, "a size from 1 to 1GiB, such as 512KiB or 4MiB"),
    };

    /// <summary>Adds what every command over specs takes.</summary>
    public void AddTo(Command command, bool withOutput)
    {
        command.Add(Specs);
        if (withOutput)
        {
            command.Add(Output);
        }

        foreach (var option in new Option[] { Affected, FailOn, Profile, Baseline, Format, Templates, MaxSize, Color, Today })
        {
            command.Add(option);
        }
    }

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<Choice<T>?> Word<T>(string name, string description, params Choice<T>[] choices) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', choices.Select(c => c.Word)),
        CustomParser = result => Array.Find(choices, c => c.Word == ValueOf(result)) ?? Bad<T>(result, string.Join(" or ", choices.Select(c => c.Word))),
    };

    private static string ValueOf(ArgumentResult result) => result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;

    private static Choice<T>? Bad<T>(ArgumentResult result, string wanted)
    {
        var name = result.Parent is OptionResult option ? option.Option.Name : result.Argument.Name;
        result.AddError($"{name} takes {wanted}, not \"{Core.Report.Visible.Line(ValueOf(result))}\".");
        return null;
    }
}
