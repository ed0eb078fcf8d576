using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Schema;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Builtin;
using ConfigGen.Core.Spec.Layers;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Compile;

/// <summary>Loads a spec and everything that it extends, each file once, and merges them from the bottom up.</summary>
internal sealed class LayerGraph(CompileRequest request, ISchemaEngine engine, ImmutableArray<Finding>.Builder findings)
{
    private const int MaxLayers = 256;

    private readonly Dictionary<string, MergedSpec?> _merged = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    /// <summary>The starting points among the layers.</summary>
    public BuiltinLayers Builtin { get; } = new(engine, request.Today, findings);

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
            var help = load.Problem!.Help ?? (namedAt is { Text: var written } && StartingPoints.Names.Contains(written) ? $"for the starting point of that name, write {StartingPoints.Prefix}{written}" : null);
            findings.Add(new Finding(load.Problem.Code, Severity.Error, load.Problem.Message, namedAt) { Help = help, Path = path });
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
            if (Layer(entry, path) is { } layer)
            {
                layers.Add((entry.Span, layer));
            }
        }

        var items = LayerMerge.Merge(LayerItems.Of(spec, findings), [.. BuiltinLayers.JoinPurposes(layers.ToImmutable()).Select(l => (l.Entry, l.Spec.Items))], findings);
        return new MergedSpec(spec, items, Ignores(spec, layers.ToImmutable()));
    }

    private MergedSpec? Layer(Located<string> entry, string path)
    {
        var target = LayerPath.Join(path, entry.Value);
        if (StartingPoints.IsReference(entry.Value))
        {
            return Builtin.Load(entry);
        }

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
        else
        {
            return Load(target, entry.Span);
        }

        return null;
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
        spec.Ignores?.Value ?? [.. layers.Where(l => !StartingPoints.IsReference(l.Spec.Spec.Source.Path)).SelectMany(l => l.Spec.Ignores).DistinctBy(i => i.Span).Select(i => i with { Inherited = true })];

    private void ReportCycle(Located<string> entry, string target)
    {
        var circle = _open.Skip(_open.IndexOf(target)).Append(target);
        findings.Add(Finding.Of(SpecCodes.Cycle, entry.Span, $"Layers extend each other in a circle: {string.Join(" → ", circle)}.")
            .WithHelp("take one of these extends entries out"));
    }
}
