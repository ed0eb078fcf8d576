using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
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

    private readonly Option<bool> _fix = new("--fix") { Description = "Apply the fixes that cannot change what a file does, and report what is left." };

    private readonly Option<bool> _diff = new("--diff") { Description = "With --fix: print the changes as a diff and write nothing." };

    private readonly SpecOptions _common = new(withReports: true);

    private readonly Surroundings _around;

    public LintCommand(Surroundings around)
        : base("lint", "Judges raw sysctl and systemd unit files at their own lines, without a spec.")
    {
        _around = around;
        Add(_files);
        foreach (var option in new Option[] { _targets, _purpose, _form, _fix, _diff, _common.WriteBaseline, _common.FailOn, _common.Profile, _common.Baseline, _common.Format, _common.MaxSize, _common.Color, _common.Today })
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
        Of a folder it takes what is called like a sysctl file, unit or drop-in, templates of them, and
        each .conf that turns out to be one. Files that are linted together are weighed together:
        which of two has the last word, which unit a drop-in adds to, which modules are loaded.
        """;

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen lint /etc/sysctl.conf /etc/sysctl.d", "what is on this host"),
        ("configgen lint --target debian-12 files/", "every sysctl and unit file of a folder, for one platform"),
        ("configgen lint --fail-on warning 'roles/*/files/*.service'", "be strict"),
        ("configgen lint --format sarif . >configgen.sarif", "for code scanning; there are also json, github, junit and markdown"),
        ("configgen lint --fix --diff etc/ | git apply", "mend what has one right answer"),
        ("configgen lint --write-baseline .configgen.baseline etc/", "accept what is there, for now"),
        ("systemctl cat nginx.service | configgen lint --as unit:nginx.service -", "a unit with all its drop-ins"),
    ];

    private int Run(ParseResult parsed)
    {
        var configurations = new ConfigurationFiles(_around, Cap(parsed));
        var form = parsed.GetValue(_form) is { } word ? RawForms.Named(word) : null;
        string[] arguments = parsed.GetValue(_files) ?? [];
        var (selection, problem) = RawSearch.Find(arguments, _around.Folder);
        problem = Conflict(parsed, arguments, form) ?? problem;
        ImmutableArray<LintInput> inputs = [.. selection.Files.Select(file => new LintInput(file, configurations.HomeOf(file.FullPath)))];
        var (run, baselineProblem) = Print(parsed, configurations, inputs);
        problem ??= baselineProblem;
        if (problem is null && run.ConfigurationFindings.IsEmpty)
        {
            var request = new LintRequest(Cap(parsed), form, parsed.GetValue(_common.Today)?.Value ?? _around.Today(), parsed.GetValue(_common.Profile)?.Value, [.. parsed.GetValue(_purpose) ?? []]);
            (var lint, problem) = LintRun.Bind(run, inputs, [.. parsed.GetValue(_targets) ?? []], request);
            if (lint is not null)
            {
                return Lint(parsed, run, lint, selection);
            }
        }

        return problem is null ? Refuse(run) : Usage(problem);
    }

    private string? Conflict(ParseResult parsed, string[] arguments, RawForm? form)
    {
        var (fix, diff, writes) = (parsed.GetValue(_fix), parsed.GetValue(_diff), parsed.GetValue(_common.WriteBaseline));
        return arguments.Length == 0 ? "name at least one file or folder, or - for standard input."
            : parsed.GetValue(_form) is { } wrong && form is null ? $"--as takes sysctl, or unit: and the name of a unit as in unit:nginx.service, not \"{Visible.Line(wrong)}\"."
            : FixPrinter.Conflict(fix, diff, writes, parsed.GetValue(_common.Format)?.Value ?? ReportFormat.Text, arguments.Contains("-", StringComparer.Ordinal));
    }

    private int Lint(ParseResult parsed, SpecRun run, LintRun lint, RawSelection selection)
    {
        var (fix, diff, writes) = (parsed.GetValue(_fix), parsed.GetValue(_diff), parsed.GetValue(_common.WriteBaseline));
        if (!fix)
        {
            return Report(run, lint, selection, writes, toOut: true);
        }

        var named = selection.Files.Select(f => f.FullPath).ToHashSet(StringComparer.Ordinal);
        var (edited, code) = FixPrinter.Fix(new FixSource(texts => lint.With(texts).Results().SelectMany(r => r.Result.Findings), named.Contains), run, diff);
        return edited is null ? code : Math.Max(code, Report(run, lint.With(edited), selection, writes: null, toOut: !diff));
    }

    private static int Report(SpecRun run, LintRun lint, RawSelection selection, string? writes, bool toOut)
    {
        var baseline = new BaselineRecord(run, writes) { IsOfRawFiles = true };
        var printer = new FindingPrinter(run, toOut) { Baseline = baseline };
        var (judged, code) = (0, ExitCode.Clean);
        foreach (var (input, result) in lint.Results())
        {
            judged++;
            printer.Add(new SpecFile(input.File.Shown, input.File.FullPath, input.Home), result);
            code = result.Findings.Any(f => f.Span is null && (f.Code == InputCodes.NotFound || f.Code == InputCodes.NotReadable)) ? ExitCode.Usage : code;
        }

        if (writes is not null && code == ExitCode.Clean && BaselineWriting.Write(run, baseline, writes) is { } failure)
        {
            run.Around.Error.Write($"configgen: {failure}\n");
            return ExitCode.Usage;
        }

        printer.Add(run.Weigh(baseline.Gone()));
        printer.Finish(Summary(judged, selection.Files.Length - judged + selection.PassedOver, baseline, code == ExitCode.Clean ? writes : null));
        return code == ExitCode.Clean && printer.Fails ? ExitCode.Findings : code;
    }

    private static string Summary(int judged, int passedOver, BaselineRecord baseline, string? written)
    {
        var files = passedOver == 0 ? Count.Of(judged, "file") : $"{Count.Of(judged, "file")}, {passedOver.ToString(CultureInfo.InvariantCulture)} passed over";
        return baseline.Told(files, written);
    }

    private long Cap(ParseResult parsed) => parsed.GetValue(_common.MaxSize)?.Value ?? SpecOptions.DefaultCap;

    private (SpecRun Run, string? Problem) Print(ParseResult parsed, ConfigurationFiles configurations, ImmutableArray<LintInput> inputs)
    {
        var isWritten = parsed.GetValue(_common.WriteBaseline) is not null;
        var (baselines, problem) = BaselineFiles.Read(
            isWritten ? null : parsed.GetValue(_common.Baseline), isWritten ? [] : inputs.Select(i => i.Home).OfType<RepositoryHome>(), _around.Folder, Cap(parsed));
        var color = parsed.GetValue(_common.Color)?.Value ?? Colors.Auto;
        var failOn = parsed.GetValue(_common.FailOn)?.Value ?? configurations.FailOn ?? Severity.Error;
        return (new SpecRun(_around, [.. inputs.Select(i => new SpecFile(i.File.Shown, i.File.FullPath, i.Home))], parsed.GetValue(_common.Format)?.Value ?? ReportFormat.Text, failOn, Output: null)
        {
            OutInk = color.InkFor(_around.OutIsTerminal, _around),
            ErrorInk = color.InkFor(_around.ErrorIsTerminal, _around),
            ConfigurationFindings = [.. configurations.Findings, .. baselines.Findings],
            Baselines = baselines,
        }, problem);
    }

    private static int Refuse(SpecRun run)
    {
        var printer = new FindingPrinter(run, toOut: true);
        printer.Add(run.ConfigurationFindings);
        printer.Finish("nothing judged");
        return run.ConfigurationFindings.Any(f => f.Span is null) ? ExitCode.Usage : ExitCode.Findings;
    }

    private int Usage(string problem)
    {
        _around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }
}
