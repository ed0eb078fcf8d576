using System.CommandLine;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Commands;

/// <summary><c>explain</c>: what is known about a key, or the page of a code.</summary>
internal sealed class ExplainCommand : Command, IHasExamples
{
    private readonly Argument<string> _topic = new("KEY|CODE")
    {
        Description = "A sysctl key such as net.core.somaxconn, or the code or name of a finding such as CG2101.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<Choice<ReportFormat>?> _format = SpecOptions.FormatOption();

    public ExplainCommand(Surroundings around)
        : base("explain", "Tells what is known about a sysctl key, or what a finding means and what to do about it.")
    {
        Add(_topic);
        Add(_format);
        SetAction(parsed => Run(parsed.GetValue(_topic), parsed.GetValue(_format)?.Value ?? ReportFormat.Text, around));
    }

    public string Details => "The answer goes to standard output; a key or code that is not known is exit code 2.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen explain net.ipv4.tcp_tw_reuse", "meaning, default and accepted values, kernel by kernel"),
        ("configgen explain CG2101", "why a finding is reported, with an example"),
        ("configgen explain --format json vm.swappiness", "for another program"),
    ];

    private int Run(string? topic, ReportFormat format, Surroundings around)
    {
        if (string.IsNullOrWhiteSpace(topic))
        {
            return Problem(around, "name a sysctl key or a code.");
        }

        var code = FindingCodes.All.FirstOrDefault(c => c.Name == topic)?.Id ?? (CodePages.IsCode(topic) ? topic : null);
        var text = code is null ? ExplainKey(topic, format) : ExplainCode(code, format);
        if (text is null)
        {
            return Problem(around, $"nothing is known about \"{Visible.Line(topic)}\".{DidYouMean(topic)}");
        }

        around.Out.Write(text);
        return ExitCode.Clean;
    }

    private static string? ExplainCode(string code, ReportFormat format) =>
        CodePages.Find(code) is { } page ? (format == ReportFormat.Json ? page.ToJson() : page.ToText()) : null;

    private static string? ExplainKey(string name, ReportFormat format)
    {
        var catalog = SysctlCatalog.BuiltIn;
        if (!SysctlKey.TryParse(name, out var key, out _) || !catalog.IsKnown(key!.Name))
        {
            return null;
        }

        var kernels = catalog.Tables.Select(t => new Kernel(t.Version, t.Family, t.Name));
        var page = new KeyPage(key.Name, catalog.Curated(key.Name), [.. kernels.Select(k => catalog.Lookup(key.Name, k))])
        {
            DefaultIsOfTheMachine = catalog.HasOwnDefault(key.Name),
        };
        return format == ReportFormat.Json ? page.ToJson() : page.ToText();
    }

    private static string DidYouMean(string topic)
    {
        var closest = CodePages.IsCode(topic)
            ? One(topic.ToUpperInvariant(), CodePages.Codes)
            : One(topic, FindingCodes.All.Select(c => c.Name)) ?? string.Join(" or ", SysctlCatalog.BuiltIn.Suggest(topic));
        return string.IsNullOrEmpty(closest) ? "" : $" Did you mean {closest}?";
    }

    private static string? One(string word, IEnumerable<string> known) => Spelling.Closest(word, known, 1).FirstOrDefault();

    private int Problem(Surroundings around, string problem)
    {
        around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }
}
