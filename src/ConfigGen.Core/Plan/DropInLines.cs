using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Layers;

namespace ConfigGen.Core.Plan;

/// <summary>The lines of one section of a drop-in, for one group of targets.</summary>
/// <param name="spec">The spec.</param>
/// <param name="unit">The unit's name.</param>
/// <param name="section">The section with all of its cases.</param>
/// <param name="group">The targets; all of them get the same values.</param>
/// <param name="chosen">The cases that hold on the host, of directives that only a host can decide.</param>
internal sealed class DropInLines(ResolvedSpec spec, string unit, UnitSection section, TargetGroup group, ImmutableArray<SettingCase> chosen)
{
    private readonly ILookup<string, UnitDirective> _cases = section.Directives.ToLookup(d => d.Name.Value, StringComparer.Ordinal);

    /// <summary>Sorted by directive; several values of one stay in their order.</summary>
    public IEnumerable<PlannedDirective> All()
    {
        var here = section with { Directives = [.. section.Directives.Where(d => d.IsFor(group.Targets[0]) || chosen.Any(c => ReferenceEquals(c.Span, d.Span)))] };
        var keepalive = KeepaliveWords.Describe(here);
        foreach (var directive in here.Directives.OrderBy(d => d.Name.Value, StringComparer.Ordinal))
        {
            var name = directive.Name.Value;
            ImmutableArray<string> comments = [.. Comments(directive, name == KeepaliveWords.StandsAtDirective ? keepalive : null)];
            foreach (var value in directive.Values)
            {
                yield return new PlannedDirective(section.Name.Value, name, Text(directive, value), $"{unit} {section.Name.Value}.{name}", value.Span, comments);
                comments = [];
            }
        }
    }

    private IEnumerable<string> Comments(UnitDirective directive, string? keepalive)
    {
        var layer = directive.Name.Span.Source;
        var reason = string.Join(' ', [.. Reasons(directive), .. layer.Path == spec.Source.Path ? Array.Empty<string>() : [$"(from {LayerPath.Relative(spec.Source.Path, layer.Path)})"]]);
        return new[] { keepalive, reason.Length == 0 ? null : reason, Ignored(directive) }.OfType<string>();
    }

    // Two targets of a group may have the same value for different reasons.
    private IEnumerable<string> Reasons(UnitDirective directive) =>
        _cases[directive.Name.Value]
            .Where(d => ReferenceEquals(d, directive) || group.Targets.Any(d.IsFor))
            .Select(d => d.Reason)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    // A line that an older systemd passes over does no harm, but nobody should believe that it is in force there.
    private string? Ignored(UnitDirective directive)
    {
        if (UnitKind.Of(unit) is not { IsUnit: true } kind || UnitLine.IsForeign(section.Name.Value))
        {
            return null;
        }

        var line = new UnitLine(unit, kind, section.Name.Value, directive, group.Targets);
        var without = line.Where(t => line.On(t) == Existence.Absent).Select(t => t.Systemd!.Value).Distinct().Order().ToList();
        if (without.Count == 0)
        {
            return null;
        }

        var versions = Wording.List(without.Select(v => v.ToString(CultureInfo.InvariantCulture)));
        var since = line.Place is { First: var first } && without[^1] < first ? string.Create(CultureInfo.InvariantCulture, $": systemd {first} has the directive") : "";
        return $"Ignored by systemd {versions}{since}.";
    }

    // YAML spells booleans true and false; systemd reads them as well, but writes yes and no, and so do people. Only where a boolean is
    // certainly meant: ExecStart: true is a program.
    private string Text(UnitDirective directive, WrittenField value)
    {
        var plain = value is { Quoted: false, Text: "true" or "True" or "TRUE" or "false" or "False" or "FALSE" };
        return plain && IsBoolean(directive.Name.Value) ? (value.Text[0] is 't' or 'T' ? "yes" : "no") : value.Text;
    }

    private bool IsBoolean(string directive) =>
        UnitCatalog.BuiltIn.Find(directive)?.In(section.Name.Value)?.Types.Contains("BOOLEAN") ?? false;
}
