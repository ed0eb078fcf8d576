using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec.Layers;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Spec.Resolve;

/// <summary>The keepalive intent as directives of the socket units that it names.</summary>
/// <param name="directives">What the units say themselves.</param>
/// <param name="targets">Every target: the intent is for all of them.</param>
/// <param name="findings">Receives what disagrees.</param>
internal sealed class SocketKeepalive(ImmutableArray<DirectiveSpec> directives, ImmutableArray<Target> targets, ImmutableArray<Finding>.Builder findings)
{
    private const string Section = "Socket";

    private readonly ILookup<string, DirectiveSpec> _own = directives.Where(d => d.Section.Value == Section).ToLookup(d => d.Unit.Value, StringComparer.Ordinal);

    /// <summary>The units with the intent's directives added. What a unit says itself stays, and is reported where it says something else.</summary>
    public ImmutableArray<UnitSpec> Expand(ImmutableArray<UnitSpec> units, KeepaliveIntent? intent)
    {
        var byName = units.ToDictionary(u => u.Name.Value, StringComparer.Ordinal);
        foreach (var name in intent?.Units ?? [])
        {
            var unit = byName.GetValueOrDefault(name.Value) ?? new UnitSpec(name, []);
            byName[name.Value] = WithKeepalive(unit, name.Span, [.. Directives(intent!, name.Span)]);
        }

        return [.. byName.Values.OrderBy(u => u.Name.Value, StringComparer.Ordinal)];
    }

    private IEnumerable<UnitDirective> Directives(KeepaliveIntent intent, SourceSpan named)
    {
        yield return Directive("KeepAlive", "yes", named);
        (string Name, Located<long>? Value, string Unit)[] parts =
            [("KeepAliveTimeSec", intent.Idle, "s"), ("KeepAliveIntervalSec", intent.Interval, "s"), ("KeepAliveProbes", intent.Probes, "")];
        foreach (var (name, value, unit) in parts)
        {
            if (value is not null)
            {
                yield return Directive(name, value.Value.ToString(CultureInfo.InvariantCulture) + unit, value.Span);
            }
        }
    }

    private UnitDirective Directive(string name, string value, SourceSpan span) =>
        new(new Located<string>(name, span), [new WrittenField(value, span, Quoted: false)], span) { Targets = targets };

    private UnitSpec WithKeepalive(UnitSpec unit, SourceSpan named, ImmutableArray<UnitDirective> intent)
    {
        var section = unit.Sections.FirstOrDefault(s => s.Name.Value == Section) ?? new UnitSection(new Located<string>(Section, named), []);
        var own = _own[unit.Name.Value].ToDictionary(d => d.Name.Value, StringComparer.Ordinal);
        findings.AddRange(intent.Where(d => own.TryGetValue(d.Name.Value, out var other) && Differ(d, other)).Select(d => Conflict(d, own[d.Name.Value])));
        var merged = section with { Directives = [.. section.Directives, .. intent.Where(d => !own.ContainsKey(d.Name.Value) && !section.Directives.Any(s => s.Name.Value == d.Name.Value))] };
        return unit with { Sections = [.. unit.Sections.Where(s => s.Name.Value != Section), merged] };
    }

    // "5", "5s" and "5000ms" are the same; so are yes and on, which only the directive itself would say. The intent is for every target.
    private static bool Differ(UnitDirective intent, DirectiveSpec own) =>
        own.Cases is not [{ When: null, Expression: FixedValue { Fields: [var only] } }]
        || (Quantities.TryMilliseconds(intent.Values[0].Text, out var wanted)
            ? !Quantities.TryMilliseconds(only.Text, out var written) || written != wanted
            : Catalog.Systemd.SystemdBoolean.Parse(only.Text) != true);

    private static Finding Conflict(UnitDirective intent, DirectiveSpec own) =>
        Finding.Of(SpecCodes.KeepaliveConflict, own.Name.Span, $"{own.Unit.Value} sets {own.Name.Value} to {SettingText.Of(own)} here, and the keepalive block makes it {intent.Values[0].Text}.")
            .WithRelated(intent.Span, "the keepalive block says this")
            .WithHelp("say it in one place: take the unit out of keepalive.units, or remove this line")
            .About(own.Setting);
}
