using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>Reads the sysctl block.</summary>
internal static class SettingBinder
{
    public static ImmutableArray<SettingSpec> Bind(YamlNode? node, ImmutableArray<Finding>.Builder findings)
    {
        if (node is not YamlMapping map || NodeValues.TooMany(map.Entries, findings, "settings"))
        {
            return [];
        }

        var settings = ImmutableArray.CreateBuilder<SettingSpec>();
        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (Key(entry.Key, findings) is not { } key)
            {
                continue;
            }

            if (seen.TryGetValue(key.Name, out var first))
            {
                Twice(findings, entry.Key, key, first);
            }
            else
            {
                seen.Add(key.Name, entry.Key.Span);
                settings.Add(Setting(key, entry, findings));
            }
        }

        return settings.ToImmutable();
    }

    /// <summary>The fields of a value: a list as it is, text split at blanks, nothing for an empty value. Null for nodes of the wrong type.</summary>
    public static FixedValue? Value(YamlNode? node, ImmutableArray<Finding>.Builder findings) => node switch
    {
        YamlScalar scalar => IsOneLine(scalar, findings) ? new FixedValue(Words(scalar), scalar.Span) : null,
        YamlSequence list when list.Items.All(i => i is YamlScalar) =>
            list.Items.Cast<YamlScalar>().All(s => IsOneLine(s, findings)) ? new FixedValue([.. list.Items.Cast<YamlScalar>().SelectMany(s => Words(s))], list.Span) : null,
        _ => null,
    };

    private static SysctlKey? Key(YamlScalar node, ImmutableArray<Finding>.Builder findings)
    {
        if (!SysctlKey.TryParse(node.Value, out var key, out var problem))
        {
            findings.Add(Finding.Of(SpecCodes.MalformedKey, node.Span, $"'{node.Value}' is not a sysctl key: {problem}.")
                .WithHelp("such as net.ipv4.ip_forward, or net/ipv4/conf/eth0.100/rp_filter where a name has a dot"));
        }

        return key;
    }

    private static void Twice(ImmutableArray<Finding>.Builder findings, YamlScalar written, SysctlKey key, SourceSpan first)
    {
        if (first.Text != written.Span.Text)
        {
            findings.Add(Finding.Of(SpecCodes.SameKeyTwice, written.Span, $"'{written.Value}' is another spelling of '{key}', which is set already.")
                .WithRelated(first, "set here first")
                .WithHelp("keep one of the two"));
        }
    }

    private static SettingSpec Setting(SysctlKey key, YamlEntry entry, ImmutableArray<Finding>.Builder findings) => entry.Value switch
    {
        YamlMapping map => new SettingSpec(key, entry.Key.Span, Alone(map, findings)) { Final = map["final"].IsTrue(), Pin = map["pin"].IsTrue() },
        YamlSequence list when list.Items.Any(i => i is YamlMapping) =>
            new SettingSpec(key, entry.Key.Span, [.. list.Items.OfType<YamlMapping>().SelectMany(m => Cases(m, findings))]),
        var node => new SettingSpec(key, entry.Key.Span, Value(node, findings) is { } value ? [new SettingCase(null, value, null, value.Span)] : []),
    };

    private static ImmutableArray<SettingCase> Alone(YamlMapping map, ImmutableArray<Finding>.Builder findings) =>
        ConditionBinder.IsLimitedUnset(map, "a setting", findings) ? [] : Cases(map, findings);

    private static ImmutableArray<SettingCase> Cases(YamlMapping map, ImmutableArray<Finding>.Builder findings)
    {
        var when = map["when"] is YamlMapping condition ? ConditionBinder.Bind(condition, findings) : null;
        var reason = map["reason"].OneLine(findings, "A reason");
        return Expression(map, findings) is { } expression ? [new SettingCase(when, expression, reason, map.Span)] : [];
    }

    private static ValueExpression? Expression(YamlMapping map, ImmutableArray<Finding>.Builder findings)
    {
        if (map["unset"].IsTrue())
        {
            return new UnsetValue(map["unset"]!.Span);
        }

        if (map["at_least"] is YamlScalar bound)
        {
            return IsOneLine(bound, findings) ? new AtLeastValue(bound.Field(), bound.Span) : null;
        }

        return map["of_memory"] is YamlScalar share ? OfMemory(share, map, findings) : Value(map["value"], findings);
    }

    private static OfMemoryValue? OfMemory(YamlScalar share, YamlMapping map, ImmutableArray<Finding>.Builder findings)
    {
        if (!decimal.TryParse(share.Value.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || !share.Value.EndsWith('%'))
        {
            return null;
        }

        if (percent is <= 0 or > 100)
        {
            NodeValues.Bad(findings, share.Span, $"'{share.Value}' is not a share of memory.", "a percentage above 0% and up to 100%, such as 1%");
            return null;
        }

        var (min, max) = (map["min"].Bytes(findings, "min"), map["max"].Bytes(findings, "max"));
        var isWhole = (min is not null || map["min"] is null) && (max is not null || map["max"] is null);
        return isWhole ? new OfMemoryValue(percent, min, max, share.Span) : null;
    }

    private static bool IsOneLine(YamlScalar scalar, ImmutableArray<Finding>.Builder findings) =>
        scalar.Kind == YamlKind.Null || scalar.OneLine(findings, "A value") is not null;

    /// <summary>"4096 87380 16777216" is three fields; each keeps its own span where the text stands as written.</summary>
    private static ImmutableArray<WrittenField> Words(YamlScalar scalar)
    {
        if (scalar.Kind == YamlKind.Null || string.IsNullOrWhiteSpace(scalar.Value))
        {
            return [];
        }

        var words = scalar.Value.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
        {
            return [scalar.Field() with { Text = words[0] }];
        }

        var fields = ImmutableArray.CreateBuilder<WrittenField>();
        var from = 0;
        foreach (var word in words)
        {
            var at = scalar.Span.Text.IndexOf(word, from, StringComparison.Ordinal);
            fields.Add(new WrittenField(word, at < 0 ? scalar.Span : scalar.Span.Source.Span(scalar.Span.Span.Start + at, word.Length), Quoted: false));
            from = at < 0 ? from : at + word.Length;
        }

        return fields.ToImmutable();
    }
}
