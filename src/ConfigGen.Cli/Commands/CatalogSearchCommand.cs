using System.CommandLine;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>catalog search</c>: keys by name, topic and meaning.</summary>
internal sealed class CatalogSearchCommand : Command, IHasExamples
{
    private readonly Argument<string[]> _words = new("WORD")
    {
        Description = "Words; a key is found when every one of them starts a word of its name, topic, summary or meaning.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<Choice<ReportFormat>?> _format = SpecOptions.FormatOption();

    public CatalogSearchCommand(Surroundings around)
        : base("search", "Finds sysctl keys by their name, topic, summary, or what their values mean.")
    {
        Add(_words);
        Add(_format);
        SetAction(parsed => Run(parsed.GetValue(_words) ?? [], parsed.GetValue(_format)?.Value ?? ReportFormat.Text, around));
    }

    public string Details => "The best come first: names count most, then topics, summaries, meanings of values, and reasons.\nThe keys go to standard output; exit code 2 when there is none.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen catalog search keepalive", "keys by a word"),
        ("configgen catalog search time wait", "keys with both words"),
    ];

    private int Run(string[] words, ReportFormat format, Surroundings around)
    {
        if (words.All(string.IsNullOrWhiteSpace))
        {
            return Problem(around, "name at least one word.");
        }

        var search = new KeySearch(SysctlCatalog.BuiltIn);
        var keys = search.Search(words);
        if (keys.IsEmpty)
        {
            var unknown = Array.Find(words, word => search.Search([word]).IsEmpty);
            var closest = unknown is null ? "" : string.Join(" or ", search.Suggest(unknown));
            return Problem(around, $"nothing is known about \"{Visible.Line(string.Join(' ', words))}\".{(closest.Length == 0 ? "" : $" Did you mean {closest}?")}");
        }

        around.Out.Write(format == ReportFormat.Json ? KeyList.ToJson(keys) : KeyList.Ranked(keys));
        around.Error.Write(format == ReportFormat.Json ? "" : $"{Count.Of(keys.Length, "key")}\n");
        return ExitCode.Clean;
    }

    private int Problem(Surroundings around, string problem)
    {
        around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }
}
