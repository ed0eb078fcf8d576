using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Schema;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Builtin;
using ConfigGen.Core.Spec.Layers;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Compile;

/// <summary>The starting points that a spec and its layers extend, each read once.</summary>
/// <remarks>
/// Nobody can mend a line inside the tool: what is wrong with one, for the targets of whoever extends it, is told at the line that names the starting
/// point, and the line itself is a second place.
/// </remarks>
internal sealed class BuiltinLayers(ISchemaEngine engine, DateOnly today, ImmutableArray<Finding>.Builder findings)
{
    private const string Purpose = "purpose";

    private readonly Dictionary<string, MergedSpec> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceText, SourceSpan> _named = [];

    /// <summary>The items of a starting point; null, and a finding, when there is none of that name.</summary>
    public MergedSpec? Load(Located<string> entry)
    {
        var name = StartingPoints.NameIn(entry.Value);
        var isExact = entry.Value == StartingPoints.Prefix + name;
        if (isExact && _read.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!isExact || StartingPoints.Find(name) is not { } source)
        {
            findings.Add(Finding.Of(SpecCodes.UnknownStartingPoint, entry.Span, $"There is no starting point '{entry.Value}'.{StartingPoints.Question(name)}")
                .WithHelp($"there are {StartingPoints.Listed}"));
            return null;
        }

        _named[source] = entry.Span;
        var (spec, own) = SpecFront.Read(source, engine);
        findings.AddRange(own);
        return _read[name] = Merge(spec!);
    }

    /// <summary>What several starting points say the hosts do, joined: whoever extends two of them has hosts that do both.</summary>
    public static ImmutableArray<(SourceSpan Entry, MergedSpec Spec)> JoinPurposes(ImmutableArray<(SourceSpan Entry, MergedSpec Spec)> layers)
    {
        var purposes = layers.Where(l => IsBuiltin(l.Spec)).Select(l => l.Spec.Spec.Purpose).OfType<Located<ImmutableArray<Located<string>>>>().ToList();
        if (purposes.Count < 2)
        {
            return layers;
        }

        ImmutableArray<Located<string>> all = [.. purposes.SelectMany(p => p.Value).DistinctBy(p => p.Value, StringComparer.Ordinal)];
        var joined = new LayerItem(Purpose, purposes[0].Span, string.Join('\n', all.Select(p => p.Value)), purposes[0] with { Value = all });
        return [.. layers.Select(l => IsBuiltin(l.Spec) && l.Spec.Items.ContainsKey(Purpose) ? (l.Entry, l.Spec with { Items = l.Spec.Items.SetItem(Purpose, joined) }) : l)];
    }

    /// <summary>A finding in a starting point at the line that names it; any other as it is.</summary>
    public Finding AtHome(Finding finding)
    {
        if (finding.Span is not { } span || !_named.TryGetValue(span.Source, out var entry))
        {
            return finding;
        }

        return finding with { Span = entry, Fix = null, Help = TakeBack(span.Source, finding.Setting) ?? finding.Help, Related = [new RelatedSpan(span, "the starting point says this"), .. finding.Related] };
    }

    /// <summary>The same for all findings of a run, less those about its own lines that a starting point accepts with a reason.</summary>
    public LintResult AtHome(LintResult lint)
    {
        if (_read.Count == 0)
        {
            return lint;
        }

        var (findings, accepted) = (lint.Findings.RemoveAll(IsIdle), lint.Accepted);
        foreach (var builtin in _read.Values)
        {
            var its = findings.Where(f => f.Span?.Source == builtin.Spec.Source).ToList();
            var (left, more) = IgnoreFilter.Apply(builtin.Ignores, today, [.. its]);
            findings = [.. findings.Except(its, ReferenceEqualityComparer.Instance).Cast<Finding>(), .. left];
            accepted = accepted.AddRange(more);
        }

        return new LintResult(
            Linter.Sort(findings.Select(AtHome)),
            Linter.Sort(accepted.Select(a => a with { Finding = AtHome(a.Finding) }), a => a.Finding));
    }

    // Which hosts there are is not known to a starting point: that a condition of its own holds on none of them is no mistake of anybody's.
    private bool IsIdle(Finding finding) => finding.Code == SpecCodes.NoCase && finding.Span is { } span && _named.ContainsKey(span.Source);

    private string? TakeBack(SourceText source, string? setting)
    {
        if (setting is null)
        {
            return null;
        }

        var directives = _read[StartingPoints.NameIn(source.Path)].Spec.Directives.Where(d => d.Setting == setting || d.Unit.Value == setting).ToList();
        var place = directives.Count == 0 ? $"under sysctl, {setting}: {{unset: true}}" : $"under units, {directives[0].Unit.Value}: {{{string.Join(", ", Sections(directives))}}}";
        return $"take it back in this file: {place}; or give it a value of your own";
    }

    private static IEnumerable<string> Sections(IEnumerable<DirectiveSpec> directives) =>
        directives
            .GroupBy(d => d.Section.Value, StringComparer.Ordinal)
            .Select(section => $"{section.Key}: {{{string.Join(", ", section.Select(d => $"{d.Name.Value}: {{unset: true}}"))}}}");

    private static bool IsBuiltin(MergedSpec spec) => StartingPoints.IsReference(spec.Spec.Source.Path);

    // Whoever extends it knows which hosts there are: targets are never those of the starting point.
    private MergedSpec Merge(TuningSpec spec) =>
        new(spec, LayerItems.Of(spec, findings).Remove("targets"), [.. spec.Ignores?.Value.Select(i => i with { Inherited = true }) ?? []]);
}
