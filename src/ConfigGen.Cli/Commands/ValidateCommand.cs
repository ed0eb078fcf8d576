using System.CommandLine;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>validate</c>: findings, and nothing is written.</summary>
internal sealed class ValidateCommand : SpecCommand
{
    private readonly Option<bool> _verdicts = new("--verdicts") { Description = "Also list every setting with its verdict, those without a finding included." };

    public ValidateCommand(Surroundings around)
        : base(
            "validate",
            "Checks specs against the schema and against what their targets accept.",
            around,
            withOutput: false)
    {
        Add(_verdicts);
        Add(Shared.WriteBaseline);
    }

    public override string Details => "Writes nothing. Findings go to standard output, the summary to standard error.";

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen validate", "every spec that .configgen.yaml lists"),
        ("configgen validate specs/*.yaml", "every spec of a folder"),
        ("configgen validate --fail-on warning web.yaml", "be strict"),
        ("configgen validate --verdicts web.yaml", "what to think of every line"),
        ("configgen validate --format json web.yaml", "for another program"),
        ("configgen validate --format sarif >configgen.sarif", "for code scanning; there are also github, junit and markdown"),
        ("configgen validate --write-baseline .configgen.baseline", "accept what is there, for now"),
        ("git show HEAD:web.yaml | configgen validate -", "check what is committed"),
    ];

    protected override bool FindingsAreData => true;

    protected override (int Code, string? Problem) Run(SpecRun run, ParseResult parsed)
    {
        var writes = parsed.GetValue(Shared.WriteBaseline);
        var baseline = new BaselineRecord(run, writes);
        var printer = new FindingPrinter(run, toOut: true) { Verdicts = parsed.GetValue(_verdicts), Baseline = baseline };
        var (code, judged) = (ExitCode.Clean, 0);
        foreach (var spec in run.Compile(printer))
        {
            judged++;
            code = spec.IsUnreadable ? ExitCode.Usage : code;
        }

        if (writes is not null && code == ExitCode.Clean && BaselineWriting.Write(run, baseline, writes) is { } failure)
        {
            run.Around.Error.Write($"configgen: {failure}\n");
            return (ExitCode.Usage, null);
        }

        printer.Add(run.Weigh(baseline.Gone()));
        printer.Finish(Summary(judged, baseline, code == ExitCode.Clean ? writes : null));
        return (code == ExitCode.Clean && printer.Fails ? ExitCode.Findings : code, null);
    }

    private static string Summary(int judged, BaselineRecord baseline, string? written)
    {
        var specs = Count.Of(judged, "spec");
        return written is not null
            ? $"{specs}, {Count.Of(baseline.Held, "finding")} written to {Visible.Line(written)}"
            : baseline.Held == 0 ? specs : $"{specs}, {Count.Of(baseline.Held, "known finding")}";
    }
}
