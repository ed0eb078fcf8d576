using System.CommandLine;

namespace ConfigGen.Cli.Commands;

/// <summary><c>validate</c>: findings, and nothing is written.</summary>
internal sealed class ValidateCommand : SpecCommand
{
    private readonly Option<bool> _verdicts = new("--verdicts") { Description = "Also list every setting with its verdict, those without a finding included." };

    private readonly Option<bool> _fix = new("--fix") { Description = "Apply the fixes that cannot change what a spec means, and report what is left." };

    private readonly Option<bool> _diff = new("--diff") { Description = "With --fix: print the changes as a diff and write nothing." };

    public ValidateCommand(Surroundings around)
        : base(
            "validate",
            "Checks specs against the schema and against what their targets accept.",
            around,
            withOutput: false)
    {
        Add(_verdicts);
        Add(_fix);
        Add(_diff);
        Add(Shared.WriteBaseline);
    }

    public override string Details => "Writes nothing, unless --fix or --write-baseline asks for it. Findings go to standard output, the summary to\nstandard error; with --fix --diff the diff goes to standard output and everything else to standard error.";

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen validate", "every spec that .configgen.yaml lists"),
        ("configgen validate specs/*.yaml", "every spec of a folder"),
        ("configgen validate --fail-on warning web.yaml", "be strict"),
        ("configgen validate --verdicts web.yaml", "what to think of every line"),
        ("configgen validate --format json web.yaml", "for another program"),
        ("configgen validate --format sarif >configgen.sarif", "for code scanning; there are also github, junit and markdown"),
        ("configgen validate --fix web.yaml", "mend what has one right answer"),
        ("configgen validate --fix --diff web.yaml | git apply", "the same, by way of a diff"),
        ("configgen validate --write-baseline .configgen.baseline", "accept what is there, for now"),
        ("git show HEAD:web.yaml | configgen validate -", "check what is committed"),
    ];

    protected override bool FindingsAreData => true;

    protected override (int Code, string? Problem) Run(SpecRun run, ParseResult parsed)
    {
        var (fix, diff, writes) = (parsed.GetValue(_fix), parsed.GetValue(_diff), parsed.GetValue(Shared.WriteBaseline));
        if (FixPrinter.Conflict(fix, diff, writes, run.Format, run.Specs.Any(s => s.Name == Files.DiskLoader.StandardInput)) is { } conflict)
        {
            return (ExitCode.Usage, conflict);
        }

        if (!fix)
        {
            return (Judge(run, parsed, writes, toOut: true), null);
        }

        var (edited, code) = FixPrinter.Fix(FixSource.Of(run), run, diff);
        return (edited is null ? code : Math.Max(code, Judge(run with { Edited = edited }, parsed, writes, toOut: !diff)), null);
    }

    private int Judge(SpecRun run, ParseResult parsed, string? writes, bool toOut)
    {
        var baseline = new BaselineRecord(run, writes);
        var printer = new FindingPrinter(run, toOut) { Verdicts = toOut && parsed.GetValue(_verdicts), Baseline = baseline };
        var (code, judged) = (ExitCode.Clean, 0);
        foreach (var spec in run.Compile(printer))
        {
            judged++;
            code = spec.IsUnreadable ? ExitCode.Usage : code;
        }

        if (writes is not null && code == ExitCode.Clean && BaselineWriting.Write(run, baseline, writes) is { } failure)
        {
            run.Around.Error.Write($"configgen: {failure}\n");
            return ExitCode.Usage;
        }

        printer.Add(run.Weigh(baseline.Gone()));
        printer.Finish(baseline.Told(Count.Of(judged, "spec"), code == ExitCode.Clean ? writes : null));
        return code == ExitCode.Clean && printer.Fails ? ExitCode.Findings : code;
    }
}
