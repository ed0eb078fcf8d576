using System.Collections.Immutable;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Compare;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>Two sides, compared as a whole or for what specs set.</summary>
internal sealed class CompareRun(Surroundings around, Side from, Side to, Subjects subjects, long cap)
{
    private readonly ImmutableArray<SideComparison>.Builder _comparisons = ImmutableArray.CreateBuilder<SideComparison>();
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    public int Print(string[] specs, CompareFormat format, bool withUnknown)
    {
        var selection = specs.Length == 0 ? [] : Select(specs);
        if (specs.Length == 0)
        {
            _comparisons.Add(Comparer.Compare(from, to, subjects));
        }

        foreach (var spec in selection)
        {
            Compare(spec);
        }

        Print(format, withUnknown);
        return _findings.Any(f => f.Span is null) ? ExitCode.Usage
            : _findings.Count > 0 || _comparisons.Any(c => c.Breaks) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    // What specs mean depends on the configuration: with a broken one every further word would be a guess.
    private ImmutableArray<SpecFile> Select(string[] names)
    {
        var configurations = new ConfigurationFiles(around, cap);
        var specs = SpecSelection.From(names, affected: false, configurations, around, cap).Selection!.Specs;
        _findings.AddRange(configurations.Findings);
        return configurations.Findings.IsEmpty ? specs : [];
    }

    private void Compare(SpecFile spec)
    {
        var loader = new DiskLoader(spec.FullPath, around.Folder, around.Input, cap);
        var header = spec.Name == DiskLoader.StandardInput ? spec.Name : Repository.Relative(spec.FullPath);
        var result = around.Compile(new CompileRequest(spec.Name, loader, around.Today(), header)
        {
            IsInRepository = spec.Home is not null,
            Configuration = spec.Home?.Configuration ?? RepositoryConfiguration.Empty,
            InsteadOfTargets = Comparer.Targets(from, to),
        });
        if (result.HasErrors || result.Spec is null)
        {
            _findings.AddRange(result.Findings.Where(f => f.Severity == Severity.Error));
        }
        else
        {
            _comparisons.Add(Comparer.Compare(from, to, subjects, result.Spec));
        }
    }

    private void Print(CompareFormat format, bool withUnknown)
    {
        around.Error.Write(TextReport.Render(_findings, Colors.Auto.InkFor(around.ErrorIsTerminal, around)));
        around.Out.Write(format switch
        {
            CompareFormat.Json => CompareReport.ToJson(_comparisons, withUnknown),
            CompareFormat.Markdown => string.Join('\n', _comparisons.Select(c => CompareReport.ToMarkdown(c, withUnknown))),
            _ => string.Join('\n', _comparisons.Select(c => CompareReport.ToText(c, withUnknown))),
        });
    }
}
