using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Schema;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Layers;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Compile;

/// <summary>Loads a spec and everything that it extends, each file once, and merges them from the bottom up.</summary>
internal sealed class LayerGraph(CompileRequest request, ISchemaEngine engine, ImmutableArray<Finding>.Builder findings)
{
    private const int MaxLayers = 256;

    private readonly Dictionary<string, MergedSpec?> _merged = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    /// <summary>The spec on top of its layers; null when its own file cannot be read or parsed.</summary>
    public MergedSpec? Load(string path, SourceSpan? namedAt)
    {
        if (_merged.TryGetValue(path, out var known))
        {
            return known;
        }

        var load = request.Loader.Load(path);
        if (load.Source is null)
        {
            findings.Add(new Finding(load.Problem!.Code, Severity.Error, load.Problem.Message, namedAt) { Help = load.Problem.Help, Path = path });
            return _merged[path] = null;
        }

        var (spec, own) = SpecFront.Read(load.Source, engine);
        findings.AddRange(own);
        _open.Add(path);
        var merged = spec is null ? null : Merge(spec, path);
        _open.RemoveAt(_open.Count - 1);
        return _merged[path] = merged;
    }

    private MergedSpec Merge(TuningSpec spec, string path)
    {
        var layers = ImmutableArray.CreateBuilder<(SourceSpan Entry, MergedSpec Spec)>();
        foreach (var entry in spec.Extends)
        {
            var target = LayerPath.Join(path, entry.Value);
            if (Escape(entry.Value, target) is { } escape)
            {
                findings.Add(Finding.Of(SpecCodes.PathEscape, entry.Span, escape).WithHelp("extend a file of this repository, by a path relative to this one"));
            }
            else if (_open.Contains(target))
            {
                ReportCycle(entry, target);
            }
            else if (_merged.Count > MaxLayers)
            {
                findings.Add(Finding.Of(InputCodes.TooDeep, entry.Span, $"More than {MaxLayers} layers: this looks like a mistake."));
            }
            else if (Load(target, entry.Span) is { } layer)
            {
                layers.Add((entry.Span, layer));
            }
        }

        var items = LayerMerge.Merge(LayerItems.Of(spec, findings), [.. layers.Select(l => (l.Entry, l.Spec.Items))], findings);
        return new MergedSpec(spec, items, Ignores(spec, layers.ToImmutable()));
    }

    /// <summary>A spec may come from anybody who opens a pull request: it reads files of its own repository only.</summary>
    private string? Escape(string written, string target)
    {
        if (written.StartsWith('/') || written.Contains(':', StringComparison.Ordinal))
        {
            return $"'{written}' is an absolute path: it means something else on every machine.";
        }

        var inRepository = LayerPath.Join(request.HeaderPath, LayerPath.Relative(request.SpecPath, target));
        return request.IsInRepository && inRepository.StartsWith("../", StringComparison.Ordinal) ? $"'{written}' leads out of the repository." : null;
    }

    private static ImmutableArray<IgnoreEntry> Ignores(TuningSpec spec, ImmutableArray<(SourceSpan Entry, MergedSpec Spec)> layers) =>
        spec.Ignores?.Value ?? [.. layers.SelectMany(l => l.Spec.Ignores).DistinctBy(i => i.Span).Select(i => i with { Inherited = true })];

    private void ReportCycle(Located<string> entry, string target)
    {
        var circle = _open.Skip(_open.IndexOf(target)).Append(target);
        findings.Add(Finding.Of(SpecCodes.Cycle, entry.Span, $"Layers extend each other in a circle: {string.Join(" → ", circle)}.")
            .WithHelp("take one of these extends entries out"));
    }
}
