using System.CommandLine;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Commands;

/// <summary><c>catalog list</c>: the known keys, by topic.</summary>
internal sealed class CatalogListCommand : Command, IHasExamples
{
    private readonly Argument<string?> _pattern = new("PATTERN")
    {
        Description = "Part of a key, or a pattern such as \"net.ipv4.tcp_*\". [default: every key]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _topic = new("--topic") { Description = "Only the keys of this topic.", HelpName = "TOPIC" };

    private readonly Option<Choice<ReportFormat>?> _format = SpecOptions.FormatOption();

    public CatalogListCommand(Surroundings around)
        : base("list", "Lists the sysctl keys that are known, by topic.")
    {
        Add(_pattern);
        Add(_topic);
        Add(_format);
        SetAction(parsed => Run(parsed.GetValue(_pattern), parsed.GetValue(_topic), parsed.GetValue(_format)?.Value ?? ReportFormat.Text, around));
    }

    public string Details => "The keys go to standard output; a pattern that matches none is exit code 2.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen catalog list", "every key"),
        ("configgen catalog list conntrack", "the keys with this in their name"),
        ("configgen catalog list --topic keepalive --format json", "the keys of a topic, for another program"),
    ];

    private int Run(string? pattern, string? topic, ReportFormat format, Surroundings around)
    {
        var search = new KeySearch(SysctlCatalog.BuiltIn);
        var topics = search.Topics();
        if (topic is not null && topics.All(t => t.Topic != topic))
        {
            return Problem(around, $"there is no topic \"{Visible.Line(topic)}\".{Question(Spelling.Closest(topic, topics.Select(t => t.Topic), 1))}");
        }

        var keys = search.List(pattern, topic);
        if (keys.IsEmpty)
        {
            return Problem(around, $"no known key{(topic is null ? "" : $" of topic {topic}")} matches \"{Visible.Line(pattern ?? "")}\".{Question(SysctlCatalog.BuiltIn.Suggest(pattern ?? ""))}");
        }

        around.Out.Write(format == ReportFormat.Json ? KeyList.ToJson(keys) : KeyList.ByTopic(keys));
        around.Error.Write(format == ReportFormat.Json ? "" : $"{Count.Of(keys.Length, "key")}\n");
        return ExitCode.Clean;
    }

    private static string Question(IReadOnlyCollection<string> closest) => closest.Count == 0 ? "" : $" Did you mean {string.Join(" or ", closest)}?";

    private int Problem(Surroundings around, string problem)
    {
        around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }
}
