using System.CommandLine;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>rules</c>: every code that a finding may have.</summary>
internal sealed class RulesCommand : Command, IHasExamples
{
    private readonly Argument<string?> _filter = new("FAMILY|PREFIX")
    {
        Description = "Only one family (input, spec, sysctl, systemd, relations, platforms, rendering), or codes that start so, such as CG21.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<Choice<ReportFormat>?> _format = SpecOptions.FormatOption(
        "text for people, json for programs, markdown for documentation. [default: text]", "text", "json", "markdown");

    private readonly Surroundings _around;

    public RulesCommand(Surroundings around)
        : base("rules", "Lists the rules: code, severity, family, name and what each is about.")
    {
        _around = around;
        Add(_filter);
        Add(_format);
        SetAction(parsed => Run(parsed.GetValue(_filter), parsed.GetValue(_format)?.Value ?? ReportFormat.Text));
    }

    public string Details => "The list goes to standard output. Severities are those before .configgen.yaml; configgen explain CODE shows the page of a rule.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen rules", "all of them, one a line"),
        ("configgen rules systemd", "those about units"),
        ("configgen rules CG21", "those whose code starts with CG21"),
        ("configgen rules --format json", "for another program"),
    ];

    private int Run(string? filter, ReportFormat format)
    {
        var (list, problem) = filter is null ? (RuleList.All, null) : RuleList.Of(filter);
        if (list is null)
        {
            _around.Error.Write(UsageError.Message(this, problem!));
            return ExitCode.Usage;
        }

        _around.Out.Write(format switch
        {
            ReportFormat.Json => list.ToJson(),
            ReportFormat.Markdown => list.ToMarkdown(),
            _ => list.ToText(),
        });
        return ExitCode.Clean;
    }
}
