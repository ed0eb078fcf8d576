using System.CommandLine;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Commands;

/// <summary><c>catalog audit</c>: does the catalogue say what a kernel says?</summary>
internal sealed class CatalogAuditCommand : Command, IHasExamples
{
    private readonly Argument<string[]> _tables = new("TABLE")
    {
        Description = "Tables of facts, tab-separated, measured or read from a source tree; - is standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _kernel = new("--kernel")
    {
        Description = "Kernel of the one table, such as 6.6.13 or 6.11-ubuntu24.10. [default: from the file's name, or its line \"# kernel: 6.6.13\"]",
        HelpName = "VERSION",
    };

    private readonly Option<string[]> _without = new("--without")
    {
        Description = "Set a table of the catalogue aside; may be given several times.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _all = new("--all") { Description = "Also list every fact that the catalogue does not know." };

    private readonly Option<Choice<ReportFormat>?> _format = SpecOptions.FormatOption();

    private readonly Option<Choice<long>?> _maxSize = SpecOptions.MaxSizeOption();

    public CatalogAuditCommand(Surroundings around)
        : base("audit", "Compares tables of kernel facts with what the catalogue says about their kernels.")
    {
        Add(_tables);
        foreach (var option in new Option[] { _kernel, _without, _all, _format, _maxSize })
        {
            Add(option);
        }

        SetAction(parsed => Run(parsed, around));
    }

    public string Details => """
        An answer may be missing, never wrong: exit code 1 when the catalogue contradicts a table, or when
        a table is broken. The columns are read from the first line (see schemas/catalog/README.md).
        """;

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen catalog audit 6.6.13.tsv", "a kernel that the catalogue has no table of"),
        ("configgen catalog audit --without 6.12.43 6.12.43.tsv", "one that it has, answered from the others"),
        ("configgen catalog audit --kernel 6.6.13 - < facts.tsv", "a table of another name"),
    ];

    private int Run(ParseResult parsed, Surroundings around)
    {
        var (names, kernel) = (parsed.GetValue(_tables) ?? [], parsed.GetValue(_kernel));
        var (answers, problem) = Answers(parsed.GetValue(_without) ?? []);
        problem ??= names.Length == 0 ? "name at least one table, or - for standard input."
            : kernel is not null && names.Length > 1 ? "--kernel names the kernel of one table, and there are several."
            : kernel is not null && EvidenceTable.FromName(kernel, TableKind.Measured, false, null) is null ? $"--kernel takes a version such as 6.6.13 or 6.11-ubuntu24.10, not \"{Visible.Line(kernel)}\"."
            : null;
        if (problem is not null)
        {
            return Problem(around, problem);
        }

        var run = new CatalogAuditRun(around, answers!, kernel, parsed.GetValue(_maxSize)?.Value ?? SpecOptions.DefaultCap);
        foreach (var name in names)
        {
            run.Audit(name);
        }

        return run.UsageProblem is { } unnamed ? Problem(around, unnamed) : run.Print(parsed.GetValue(_format)?.Value ?? ReportFormat.Text, parsed.GetValue(_all));
    }

    private static (SysctlCatalog? Answers, string? Problem) Answers(string[] without)
    {
        var catalog = SysctlCatalog.BuiltIn;
        var known = catalog.Tables.Select(t => t.Name).ToList();
        var unknown = Array.Find(without, name => !known.Contains(name));
        return unknown is null
            ? (without.Aggregate(catalog, (c, name) => c.Without(name)), null)
            : (null, $"--without: the catalogue has no table \"{Visible.Line(unknown)}\".{(Spelling.Closest(unknown, known, 1) is [var closest] ? $" Did you mean {closest}?" : "")}");
    }

    private int Problem(Surroundings around, string problem)
    {
        around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }
}
