using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import;

/// <summary>What became of a sysctl or a directive.</summary>
/// <param name="Name">The key, or "unit Section.Directive".</param>
/// <param name="IsKept">Whether the spec sets it; otherwise it stands in it as a comment.</param>
/// <param name="Only">The platforms that take it, where others refuse it; empty for all.</param>
/// <param name="Findings">What the rules say about it, the worst first.</param>
internal sealed record Judgement(string Name, bool IsKept, ImmutableArray<string> Only, ImmutableArray<Finding> Findings);

/// <summary>Runs the rules over what was read, as they run over a spec, at the lines of the files that it was read from.</summary>
/// <remarks>What no target takes is kept as a comment, so that the spec can be rendered at once; what some take gets a condition.</remarks>
internal sealed class ImportJudge
{
    private const int MostRounds = 12;

    private readonly ImmutableArray<Target> _targets;
    private readonly SysctlCatalog _catalog;
    private readonly DateOnly _today;
    private readonly ImportDraft _draft;
    private readonly Dictionary<string, ImmutableArray<string>> _only = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Finding>> _out = new(StringComparer.Ordinal);

    public ImportJudge(ImportDraft draft, ImmutableArray<Target> targets, SysctlCatalog catalog, DateOnly today) =>
        (_draft, _targets, _catalog, _today) = (draft, targets, catalog, today);

    /// <summary>A judgement for each setting and directive, by name.</summary>
    public Dictionary<string, Judgement> Run()
    {
        ImmutableArray<Finding> findings = [];
        for (var round = 0; round < MostRounds; round++)
        {
            findings = On(_targets);
            var errors = findings.Where(f => f.Severity == Severity.Error).SelectMany(Each).ToList();
            if (errors.Count == 0 || !Refuse(errors))
            {
                break;
            }
        }

        var bySetting = findings.Where(f => f.Setting is not null).ToLookup(f => f.Setting!, StringComparer.Ordinal);
        var names = _draft.Settings.Select(s => s.Key.Name).Concat(_draft.Directives.Select(d => d.Setting)).Distinct(StringComparer.Ordinal);
        return names.ToDictionary(n => n, n => Of(n, bySetting[n]), StringComparer.Ordinal);
    }

    /// <summary>What it says of a name may not stay in the spec: what a reader makes of it is not what the file says.</summary>
    public void Drop(string name) => _out.TryAdd(name, []);

    private Judgement Of(string name, IEnumerable<Finding> findings)
    {
        var all = _out.GetValueOrDefault(name, [.. findings]);
        return new Judgement(name, !_out.ContainsKey(name), _only.GetValueOrDefault(name, []), [.. all.OrderByDescending(f => f.Severity).ThenBy(f => f.Code.Id, StringComparer.Ordinal)]);
    }

    // What is wrong with a section, or with a unit, is wrong with each of its directives.
    private IEnumerable<Finding> Each(Finding finding) =>
        finding.Setting is not { } name ? []
        : _draft.Settings.Exists(s => s.Key.Name == name) || _draft.Directives.Exists(d => d.Setting == name) ? [finding]
        : _draft.Directives.Select(d => d.Setting).Where(d => d.StartsWith(name + ".", StringComparison.Ordinal) || d.StartsWith(name + " ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Select(finding.About);

    // Of settings that only do not fit together one goes at a time: the others may be fine then.
    private bool Refuse(List<Finding> errors)
    {
        var alone = errors.Where(f => f.Code.Id[2] != '4').ToList();
        var names = (alone.Count > 0 ? alone : errors.Take(1)).Select(f => f.Setting!).ToHashSet(StringComparer.Ordinal);
        var perTarget = _targets.Length < 2 ? [] : _targets.Select(t => (Target: t, Names: On([t]).Where(f => f.Severity == Severity.Error).SelectMany(Each).Select(f => f.Setting).ToHashSet(StringComparer.Ordinal))).ToList();
        var changed = false;
        foreach (var name in names)
        {
            var fine = perTarget.Where(p => !p.Names.Contains(name)).Select(p => p.Target).ToList();
            var canSay = fine.Count > 0 && fine.Count < _targets.Length && _targets.All(t => t.Platform is not null) && !_only.ContainsKey(name);
            changed = true;
            if (canSay)
            {
                _only[name] = [.. fine.Select(t => t.Platform!.Id).Distinct(StringComparer.Ordinal)];
            }
            else
            {
                _out[name] = [.. errors.Where(f => f.Setting == name)];
            }
        }

        return changed;
    }

    private ImmutableArray<Finding> On(ImmutableArray<Target> targets)
    {
        var source = _draft.Settings.Select(s => s.Span.Source).Concat(_draft.Directives.Select(d => d.Span.Source)).FirstOrDefault() ?? new SourceText("", "");
        var spec = new ResolvedSpec(new Located<string>("import", source.Span(0, 0)), targets, [.. Settings(targets)])
        {
            Source = source,
            Units = [.. Units(targets)],
        };
        return Linter.Run(spec, _catalog, _today, []).Findings;
    }

    private IEnumerable<ResolvedSetting> Settings(ImmutableArray<Target> targets) => _draft.Settings
        .Where(s => !_out.ContainsKey(s.Key.Name))
        .OrderBy(s => s.Key.Name, StringComparer.Ordinal)
        .Select(s => new ResolvedSetting(s.Key, s.KeySpan, [.. targets.Select(t => new TargetValue(t, IsFor(s.Key.Name, t) ? Value(s) : null, Undecided: null))]));

    private bool IsFor(string name, Target target) => !_only.TryGetValue(name, out var platforms) || (target.Platform is { } p && platforms.Contains(p.Id, StringComparer.Ordinal));

    private static SettingValue Value(ImportedSetting setting)
    {
        ImmutableArray<string> fields = [.. setting.Value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)];
        return new SettingValue(string.Join(' ', fields), fields, [.. fields.Select(f => new WrittenField(f, setting.KeySpan, Quoted: false))], setting.KeySpan);
    }

    private IEnumerable<UnitSpec> Units(ImmutableArray<Target> targets) => _draft.Directives
        .Where(d => !_out.ContainsKey(d.Setting))
        .GroupBy(d => d.Unit, StringComparer.Ordinal)
        .OrderBy(u => u.Key, StringComparer.Ordinal)
        .Select(unit => new UnitSpec(
            new Located<string>(unit.Key, unit.First().Span),
            [.. unit.GroupBy(d => d.Section, StringComparer.Ordinal).Select(s => new UnitSection(new Located<string>(s.Key, s.First().Span), [.. s.GroupBy(d => d.Name, StringComparer.Ordinal).Select(d => Directive(d, targets))]))]));

    private UnitDirective Directive(IGrouping<string, ImportedDirective> assignments, ImmutableArray<Target> targets)
    {
        var first = assignments.First();
        return new UnitDirective(new Located<string>(first.Name, first.Span), [.. assignments.Select(a => new WrittenField(a.Value, a.Span, Quoted: false))], first.Span)
        {
            Targets = [.. targets.Where(t => IsFor(first.Setting, t))],
        };
    }
}
