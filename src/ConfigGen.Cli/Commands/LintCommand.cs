using System.Collections.Immutable;
using System.CommandLine;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>lint</c>: the rules over raw sysctl and unit files, no spec needed.</summary>
internal sealed class LintCommand : Command, IHasExamples
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Files, folders or globs: sysctl.conf, sysctl.d/*.conf, units and their drop-ins; - is standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _targets = new("--target")
    {
        Description = $"Judge for this platform, kernel or target group of .configgen.yaml; may be repeated. [default: the target groups of .configgen.yaml, or {string.Join(", ", RawTargets.DefaultPlatforms)}]",
        HelpName = "PLATFORM|KERNEL",
    };

    private readonly Option<string[]> _purpose = new("--purpose") { Description = "What the hosts do, such as web or router; may be repeated.", HelpName = "WORD" };

    private readonly Option<string?> _form = new("--as") { Description = "Read the named files as this, whatever they are called.", HelpName = "sysctl|unit:NAME" };

    private readonly SpecOptions _common = new(withReports: true);

    private readonly Surroundings _around;

    public LintCommand(Surroundings around)
        : base("lint", "Judges raw sysctl and systemd unit files at their own lines, without a spec.")
    {
        _around = around;
        Add(_files);
        foreach (var option in new Option[] { _targets, _purpose, _form, _common.FailOn, _common.Format, _common.MaxSize, _common.Color, _common.Today })
        {
            Add(option);
        }

        SetAction(Run);
    }

    public string Details => """
        Without --target it is not known which hosts a file is for: what only some of the default
        ones refuse is a warning then. A comment above a line accepts a finding there:
        # configgen: ignore CG2103 one backend, see INFRA-42
        and ignore-file does so for the whole file.
        """;

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen lint /etc/sysctl.conf /etc/sysctl.d", "what is on this host"),
        ("configgen lint --target debian-12 files/", "every sysctl and unit file of a folder, for one platform"),
        ("configgen lint --fail-on warning 'roles/*/files/*.service'", "be strict"),
        ("configgen lint --format sarif . >configgen.sarif", "for code scanning; there are also json, github, junit and markdown"),
        ("systemctl cat nginx.service | configgen lint --as unit:nginx.service -", "a unit with all its drop-ins"),
    ];

    private int Run(ParseResult parsed)
    {
        var configurations = new ConfigurationFiles(_around, Cap(parsed));
        var (files, problem) = Select(parsed.GetValue(_files) ?? []);
        var form = parsed.GetValue(_form) is { } word ? RawForms.Named(word) : null;
        problem ??= parsed.GetValue(_form) is { } wrong && form is null ? $"--as takes sysctl, or unit: and the name of a unit as in unit:nginx.service, not \"{Visible.Line(wrong)}\"." : null;
        var homes = files.Select(f => configurations.HomeOf(f.FullPath)).ToImmutableArray();
        if (problem is null && configurations.Findings.IsEmpty)
        {
            var inputs = files.Zip(homes, (file, home) => new LintInput(file, home));
            (var run, problem) = LintRun.Bind(_around, inputs, Print(parsed, configurations), [.. parsed.GetValue(_targets) ?? []], [.. parsed.GetValue(_purpose) ?? []]);
            if (run is not null)
            {
                return run.Lint(Cap(parsed), form, parsed.GetValue(_common.Today)?.Value ?? _around.Today());
            }
        }

        return problem is null ? Refuse(Print(parsed, configurations), configurations) : Usage(problem);
    }

    private static (ImmutableArray<RawPath> Files, string? Problem) Select(string[] arguments, string folder)
    {
        var found = arguments.Select(a => RawSearch.Find(a, folder)).ToList();
        var problem = arguments.Length == 0 ? "name at least one file or folder, or - for standard input." : found.Select(f => f.Problem).FirstOrDefault(p => p is not null);
        return ([.. found.SelectMany(f => f.Files).DistinctBy(f => f.FullPath, StringComparer.Ordinal)], problem);
    }

    private (ImmutableArray<RawPath> Files, string? Problem) Select(string[] arguments) => Select(arguments, _around.Folder);

    private long Cap(ParseResult parsed) => parsed.GetValue(_common.MaxSize)?.Value ?? SpecOptions.DefaultCap;

    private SpecRun Print(ParseResult parsed, ConfigurationFiles configurations)
    {
        var color = parsed.GetValue(_common.Color)?.Value ?? Colors.Auto;
        var failOn = parsed.GetValue(_common.FailOn)?.Value ?? configurations.FailOn ?? Severity.Error;
        return new SpecRun(_around, [], parsed.GetValue(_common.Format)?.Value ?? ReportFormat.Text, failOn, Output: null)
        {
            OutInk = color.InkFor(_around.OutIsTerminal, _around),
            ErrorInk = color.InkFor(_around.ErrorIsTerminal, _around),
        };
    }

    private static int Refuse(SpecRun run, ConfigurationFiles configurations)
    {
        var printer = new FindingPrinter(run, toOut: true);
        printer.Add(configurations.Findings);
        printer.Finish("nothing judged");
        return configurations.Findings.Any(f => f.Span is null) ? ExitCode.Usage : ExitCode.Findings;
    }

    private int Usage(string problem)
    {
        _around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }
}
