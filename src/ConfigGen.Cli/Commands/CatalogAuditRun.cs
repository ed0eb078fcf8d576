using System.Collections.Immutable;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Audit;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Report;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Commands;

/// <summary>The tables of one run and what came of them.</summary>
internal sealed class CatalogAuditRun(Surroundings around, SysctlCatalog answers, string? kernel, long cap)
{
    private readonly ImmutableArray<AuditResult>.Builder _results = ImmutableArray.CreateBuilder<AuditResult>();
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private bool _isUnreadable;

    /// <summary>The first table whose kernel is not known; null when there is none.</summary>
    public string? UsageProblem { get; private set; }

    public void Audit(string name)
    {
        var shown = name == "-" ? DiskLoader.StandardInput : Repository.Slashes(name);
        var load = new DiskLoader(Path.GetFullPath(shown, around.Folder), around.Folder, around.Input, cap).Load(shown);
        if (load.Problem is { } problem)
        {
            _isUnreadable |= problem.Code != InputCodes.NotText;
            var place = problem.Code == InputCodes.NotText ? new SourceText(shown, "").Span(0, 0) : null;
            _findings.Add(new Finding(problem.Code, Severity.Error, problem.Message, place) { Path = shown });
            return;
        }

        var (table, findings) = FactTableReader.Read(load.Source!);
        _findings.AddRange(findings);
        if (table is null)
        {
            return;
        }

        var version = kernel ?? table.KernelName ?? NameOf(shown);
        if (table.Describe(version) is { } facts)
        {
            _results.Add(TableAudit.Run(answers, SysctlCatalog.BuiltIn, table, facts));
        }
        else
        {
            UsageProblem ??= $"the name of {Visible.Line(shown)} holds no kernel version: name the kernel with --kernel.";
        }
    }

    public int Print(ReportFormat format, bool withUnknown)
    {
        if (format == ReportFormat.Json)
        {
            around.Out.Write(AuditJson.Render(_results, _findings, withUnknown));
        }
        else
        {
            around.Out.Write(TextReport.Render(_findings, Colors.Auto.InkFor(around.OutIsTerminal, around)));
            around.Out.Write(string.Join('\n', _results.Select(r => AuditReport.Render(r, withUnknown))));
            around.Out.Flush();
            around.Error.Write($"{Count.Of(_results.Count, "table")} compared, {Count.Of(Contradictions, "contradiction")}: {Tally.Of(_findings)}\n{TextReport.Pointer(_findings)}");
        }

        return _isUnreadable ? ExitCode.Usage : Contradictions > 0 || _findings.Any(f => f.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    private int Contradictions => _results.Sum(r => r.Contradictions.Length);

    // "linux-6.6.13+bpo.tsv" and "6.6.13_amd64.tsv" are named by a version as well as "6.6.13.tsv" is.
    private static string NameOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        name = name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        var version = name.AsSpan().IndexOfAnyInRange('0', '9');
        return version < 0 ? name : name[version..].Replace('+', '-').Replace('_', '-');
    }
}
