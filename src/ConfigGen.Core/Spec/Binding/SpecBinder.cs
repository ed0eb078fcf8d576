using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>Stage three: nodes to types. What the schema can say, the schema has said; here is what it cannot.</summary>
public static class SpecBinder
{
    /// <summary>The typed spec, as far as the document allows, and what is wrong beyond the schema.</summary>
    public static (TuningSpec Spec, ImmutableArray<Finding> Findings) Bind(SourceText source, YamlNode root)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var map = root as YamlMapping ?? new YamlMapping(root.Span, []);
        var spec = new TuningSpec(source)
        {
            Name = map["name"].Text() is { } name && IsName(name.Value) ? name : null,
            Description = map["description"].OneLine(findings, "The description"),
            IsLayer = map["layer"].IsTrue(),
            Extends = map["extends"].Texts(),
            Purpose = map["purpose"].TextList(),
            Targets = TargetBinder.Bind(map["targets"], findings),
            Keepalive = Keepalive(map["keepalive"], findings),
            Settings = SettingBinder.Bind(map["sysctl"], findings),
            Directives = UnitBinder.Bind(map["units"], findings),
            Ignores = Ignores(map["ignore"], findings),
        };
        return (Outputs(spec, map["outputs"].Mapping()), findings.ToImmutable());
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 63 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static TuningSpec Outputs(TuningSpec spec, YamlMapping? outputs)
    {
        var priority = outputs?["sysctl"].Mapping()?["priority"];
        var written = outputs?["ansible"];
        var ansible = written.Mapping();
        return spec with
        {
            Ansible = written is null ? null : new Located<bool>(ansible is not null || written.IsTrue(), written.Span),
            Priority = priority.Integer() is { } p and >= 0 and <= 99 ? new Located<int>(p, priority!.Span) : null,
            Role = ansible?["role"].Text(),
            Overridable = ansible?["overridable"].TextList(),
            Restart = ansible?["restart"].TextList(),
        };
    }

    private static KeepaliveIntent? Keepalive(YamlNode? node, ImmutableArray<Finding>.Builder findings)
    {
        if (node is not YamlMapping map)
        {
            return null;
        }

        return new KeepaliveIntent(map.Span)
        {
            Idle = Positive(map["idle"], "idle", findings),
            Interval = Positive(map["interval"], "interval", findings),
            Probes = map["probes"].Integer() is { } probes and > 0 ? new Located<long>(probes, map["probes"]!.Span) : null,
            DetectWithin = Positive(map["detect_within"], "detect_within", findings),
            MiddleboxIdleTimeout = Positive(map["middlebox_idle_timeout"], "middlebox_idle_timeout", findings),
            Units = map["units"].Texts(),
        };
    }

    private static Located<long>? Positive(YamlNode? node, string what, ImmutableArray<Finding>.Builder findings)
    {
        var seconds = node.Seconds(findings, what);
        if (seconds is not { Value: <= 0 })
        {
            return seconds;
        }

        NodeValues.Bad(findings, seconds.Span, $"{what} must be longer than 0.", Quantities.DurationForms);
        return null;
    }

    private static Located<ImmutableArray<IgnoreEntry>>? Ignores(YamlNode? node, ImmutableArray<Finding>.Builder findings) =>
        node is YamlSequence list
            ? new([.. list.Items.OfType<YamlMapping>().Select(entry => Ignore(entry, findings)).OfType<IgnoreEntry>()], list.Span)
            : null;

    private static IgnoreEntry? Ignore(YamlMapping map, ImmutableArray<Finding>.Builder findings)
    {
        Located<DateOnly>? until = null;
        if (map["until"].Text() is { } day)
        {
            if (DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                until = new Located<DateOnly>(date, day.Span);
            }
            else
            {
                NodeValues.Bad(findings, day.Span, $"'{day.Value}' is not a day of the calendar.", "write year, month and day: 2027-03-01");
            }
        }

        return map["rule"].Text() is { } rule && map["reason"].OneLine(findings, "A reason") is { } reason
            ? new IgnoreEntry(rule, map["setting"].Text(), reason, until, map.Span, Inherited: false)
            : null;
    }
}
