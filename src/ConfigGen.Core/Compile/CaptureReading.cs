using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Layers;

namespace ConfigGen.Core.Compile;

/// <summary>Reads tables that were captured on a host and adds them to the catalogue.</summary>
internal sealed class CaptureReading(ISourceLoader loader, ImmutableArray<Finding>.Builder findings, SysctlCatalog catalog)
{
    private const string VersionLine = "# kernel: ";

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

        var (kernel, problem) = Add(file, load.Source.Text);
        if (kernel is null)
        {
            findings.Add(Finding.Of(SpecCodes.BadCapture, path.Span, $"{file} is not a table of captured facts: {problem}.")
                .WithHelp($"its first line says which kernel it describes ({VersionLine}6.12.43), the next one names the columns, as in the tables that the catalogue is made from"));
        }

        return kernel;
    }

    private (Kernel? Kernel, string? Problem) Add(string file, string text)
    {
        var lineEnd = text.IndexOf('\n', StringComparison.Ordinal);
        var first = (lineEnd < 0 ? text : text[..lineEnd]).Trim();
        if (!first.StartsWith(VersionLine, StringComparison.Ordinal) || !KernelVersion.TryParse(first[VersionLine.Length..].Trim(), out var version))
        {
            return (null, "its first line does not name a kernel");
        }

        var name = $"{version} ({file})";
        if (Catalog.WithTable(name, text[(lineEnd + 1)..]) is not { } catalog)
        {
            return (null, "it has no line that names the columns, or rows that do not fit them");
        }

        Catalog = catalog;
        return (new Kernel(version, KernelFamily.Upstream, name), null);
    }
}
