using System.Collections.Immutable;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Layers;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan;

/// <summary>Decides what stands in each drop-in, before any template is looked at.</summary>
internal static class DropInPlanner
{
    /// <summary>One drop-in per unit and group of targets: the folder of a group holds everything that its hosts need.</summary>
    public static ImmutableArray<PlannedFragment> Plan(ResolvedSpec spec)
    {
        var dropIns = spec.Units.Select(unit => DropIn(spec, unit)).OfType<PlannedDropIn>().ToImmutableArray();
        return [.. TargetGroups.Of(spec).SelectMany(group => dropIns.Select(dropIn => Fragment(spec, group, dropIn)))];
    }

    private static PlannedFragment Fragment(ResolvedSpec spec, TargetGroup group, PlannedDropIn dropIn) =>
        new(group, [], []) { DropIn = dropIn, About = [.. About(spec, group)] };

    private static IEnumerable<string> About(ResolvedSpec spec, TargetGroup group)
    {
        if (!string.IsNullOrWhiteSpace(spec.Description))
        {
            yield return spec.Description;
        }

        yield return $"For {string.Join(", ", group.Targets.Select(t => t.Label).Distinct(StringComparer.Ordinal))}.";
    }

    private static PlannedDropIn? DropIn(ResolvedSpec spec, UnitSpec unit)
    {
        var name = unit.Name.Value;
        if (UnitKind.Of(name) is not { } kind)
        {
            return null;
        }

        var lines = unit.Sections
            .OrderBy(s => kind.Rank(s.Name.Value))
            .ThenBy(s => s.Name.Value, StringComparer.Ordinal)
            .SelectMany(section => Lines(spec.Source, name, section))
            .ToImmutableArray();
        return lines.IsEmpty ? null : new PlannedDropIn(name, $"{kind.Folder}/{name}.d", lines);
    }

    private static IEnumerable<PlannedDirective> Lines(SourceText spec, string unit, UnitSection section)
    {
        var keepalive = KeepaliveWords.Describe(section);
        foreach (var directive in section.Directives.OrderBy(d => d.Name.Value, StringComparer.Ordinal))
        {
            ImmutableArray<string> comments = [.. Comments(spec, directive, directive.Name.Value == KeepaliveWords.StandsAtDirective ? keepalive : null)];
            foreach (var value in directive.Values)
            {
                yield return new PlannedDirective(section.Name.Value, directive.Name.Value, Text(section, directive, value), $"{unit} {section.Name.Value}.{directive.Name.Value}", value.Span, comments);
                comments = [];
            }
        }
    }

    private static IEnumerable<string> Comments(SourceText spec, UnitDirective directive, string? keepalive)
    {
        if (keepalive is not null)
        {
            yield return keepalive;
        }

        var layer = directive.Name.Span.Source;
        if (layer.Path != spec.Path)
        {
            yield return $"(from {LayerPath.Relative(spec.Path, layer.Path)})";
        }
    }

    // YAML spells booleans true and false; systemd reads them as well, but writes yes and no, and so do people. Only where a boolean is
    // certainly meant: ExecStart: true is a program.
    private static string Text(UnitSection section, UnitDirective directive, WrittenField value)
    {
        var plain = value is { Quoted: false, Text: "true" or "True" or "TRUE" or "false" or "False" or "FALSE" };
        return plain && IsBoolean(section.Name.Value, directive.Name.Value) ? (value.Text[0] is 't' or 'T' ? "yes" : "no") : value.Text;
    }

    private static bool IsBoolean(string section, string directive) =>
        UnitCatalog.BuiltIn.Find(directive)?.In(section)?.Types.Contains("BOOLEAN") ?? false;
}
