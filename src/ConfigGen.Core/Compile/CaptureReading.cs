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

    /// <summary>The host that a table describes, and its kernel; null, and a finding, when it cannot be used.</summary>
    public (CapturedHost Host, Kernel Kernel)? Read(Located<string> path)
    {
        var file = LayerPath.Join(path.Span.Source.Path, path.Value);
        var load = loader.Load(file);
        if (load.Source is null)
        {
            findings.Add(new Finding(load.Problem!.Code, Severity.Error, load.Problem.Message, path.Span) { Help = load.Problem.Help });
            return null;
        }

        var (host, problem) = Add(file, load.Source.Text);
        if (host is null)
        {
            findings.Add(Finding.Of(SpecCodes.BadCapture, path.Span, $"{file} is not a table of captured facts: {problem}.")
                .WithHelp($"its first line says which kernel it describes ({CapturedHost.KernelLine}6.12.43), the next one names the columns, as in what configgen capture prints"));
            return null;
        }

        return (host, new Kernel(host.Kernel, host.Family, NameOf(host, file)));
    }

    private (CapturedHost? Host, string? Problem) Add(string file, string text)
    {
        var (host, rows, problem) = CapturedHost.Read(text);
        if (host is null)
        {
            return (null, problem);
        }

        if (Catalog.WithHost(NameOf(host, file), host, rows) is not { } catalog)
        {
            return (null, "it has no line that names the columns, or rows that do not fit them");
        }

        Catalog = catalog;
        return (host, null);
    }

    private static string NameOf(CapturedHost host, string file) => $"{host.Kernel} ({file})";
}
