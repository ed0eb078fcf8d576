using System.CommandLine;

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
            withOutput: false) => Add(_verdicts);

    public override string Details => "Writes nothing. Findings go to standard output, the summary to standard error.";

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen validate", "every spec that .configgen.yaml lists"),
        ("configgen validate specs/*.yaml", "every spec of a folder"),
        ("configgen validate --fail-on warning web.yaml", "be strict"),
        ("configgen validate --verdicts web.yaml", "what to think of every line"),
        ("configgen validate --format json web.yaml", "for another program"),
        ("configgen validate --format sarif >configgen.sarif", "for code scanning; there are also github, junit and markdown"),
        ("git show HEAD:web.yaml | configgen validate -", "check what is committed"),
    ];

    protected override bool FindingsAreData => true;

    protected override (int Code, string? Problem) Run(SpecRun run, ParseResult parsed)
    {
        var printer = new FindingPrinter(run, toOut: true) { Verdicts = parsed.GetValue(_verdicts) };
        var (code, judged) = (ExitCode.Clean, 0);
        foreach (var spec in run.Compile(printer))
        {
            judged++;
            code = spec.IsUnreadable ? ExitCode.Usage : code;
        }

        printer.Finish(Count.Of(judged, "spec"));
        return (code == ExitCode.Clean && printer.Fails ? ExitCode.Findings : code, null);
    }
}
