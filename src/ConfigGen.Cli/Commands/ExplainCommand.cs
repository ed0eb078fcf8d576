using System.CommandLine;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report.Explain;

namespace ConfigGen.Cli.Commands;

/// <summary><c>explain</c>: what is known about a key, a directive, a pattern or a topic, or the page of a code.</summary>
internal sealed class ExplainCommand : Command, IHasExamples
{
    private readonly Argument<string> _name = new("KEY|DIRECTIVE|CODE|TOPIC")
    {
        Description = "A sysctl key or pattern such as net.core.somaxconn or 'net.core.*', a directive such as LimitNOFILE or Service.LimitNOFILE, "
            + "the code or name of a finding such as CG2101, a topic such as keepalive, or a starting point such as builtin:web-server.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _target = new("--target")
    {
        Description = "Answer for one platform such as debian-12, or one kernel such as 6.12.",
        HelpName = "PLATFORM|KERNEL",
    };

    private readonly Option<Choice<ReportFormat>?> _format = SpecOptions.FormatOption();

    public ExplainCommand(Surroundings around)
        : base("explain", "Tells what is known about a sysctl key or a systemd directive, or what a finding means and what to do about it.")
    {
        Add(_name);
        Add(_target);
        Add(_format);
        SetAction(parsed => Run(parsed.GetValue(_name), parsed.GetValue(_target), parsed.GetValue(_format)?.Value ?? ReportFormat.Text, around));
    }

    public string Details =>
        "The answer goes to standard output; what is not known is exit code 2. A name that means several things is taken as a code first, then as a key, "
        + "a directive and a topic; topic:NAME asks for the topic.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen explain net.ipv4.tcp_tw_reuse", "meaning, default and accepted values, kernel by kernel"),
        ("configgen explain LimitNOFILE --target debian-12", "a directive, for the systemd of one platform"),
        ("configgen explain 'net.ipv4.conf.*.rp_filter'", "how the keys of interfaces go together"),
        ("configgen explain keepalive", "the keys and directives of a topic"),
        ("configgen explain builtin:web-server", "a starting point, its sources and the reason of every value"),
        ("configgen explain CG2101", "why a finding is reported, with an example"),
        ("configgen explain --format json vm.swappiness", "for another program"),
    ];

    private int Run(string? name, string? targetName, ReportFormat format, Surroundings around)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return Problem(around, "name a sysctl key, a directive, a code or a topic.");
        }

        var problem = (string?)null;
        var target = targetName is null ? null : ExplainTarget.Parse(targetName, PlatformCatalog.BuiltIn, SysctlCatalog.BuiltIn, out problem);
        return problem is not null ? Problem(around, problem) : Answer(new Explainer(target).Explain(name), format, around);
    }

    private int Answer(Explanation explanation, ReportFormat format, Surroundings around)
    {
        if (explanation.Page is not { } page)
        {
            return Problem(around, explanation.Problem!);
        }

        around.Out.Write(format == ReportFormat.Json ? page.ToJson() : page.ToText());
        return ExitCode.Clean;
    }

    private int Problem(Surroundings around, string problem)
    {
        around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }
}
