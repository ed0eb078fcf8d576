using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Layers;

namespace ConfigGen.Core.Compile;

/// <summary>Reads tables that were captured on a host and adds them to the catalogue.</summary>
internal sealed class CaptureReading(ISourceLoader loader, ImmutableArray<Finding>.Builder findings, SysctlCatalog catalog)
{
    /// <summary>The catalogue with every table read so far.</summary>
    public SysctlCatalog Catalog { get; private set; } = catalog;

    /// <summary>The kernel that a table describes; null, and a finding, when it cannot be used.</summary>
    public Kernel? Read(Located<string> path)
    {
        var file = LayerPath.Join(path.Span.Source.Path, path.Value);
        var load = loader.Load(file);
        if (load.Source is null)
        {
            findings.Add(new Finding(load.Problem!.Code, Severity.Error, load.Problem.Message, path.Span) { Help = load.Problem.Help });
            return null;
        }

        var (catalog, kernel, problem) = Catalog.WithCapture(file, load.Source.Text);
        if (kernel is null)
        {
            findings.Add(Finding.Of(SpecCodes.BadCapture, path.Span, $"{file} is not a table of captured facts: {problem}.")
                .WithHelp("record one on a host with: configgen capture"));
            return null;
        }

        Catalog = catalog;
        return kernel;
    }
}
