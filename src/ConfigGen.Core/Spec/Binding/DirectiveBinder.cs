using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>Reads what stands behind a directive: a value, a list of values, a mapping with value and reason, or a list of cases.</summary>
internal static class DirectiveBinder
{
    public static DirectiveSpec Bind(Located<string> unit, Located<string> section, Located<string> name, YamlNode node, ImmutableArray<Finding>.Builder findings) => node switch
    {
        YamlMapping map => new DirectiveSpec(unit, section, name, [.. Alone(map, findings)]) { Final = map["final"].IsTrue() },
        YamlSequence list when list.Items.Any(i => i is YamlMapping) =>
            new DirectiveSpec(unit, section, name, [.. list.Items.OfType<YamlMapping>().Select(m => Case(m, findings)).OfType<SettingCase>()]),
        _ => new DirectiveSpec(unit, section, name, [new SettingCase(null, Values(node, findings), null, node.Span)]),
    };

    private static IEnumerable<SettingCase> Alone(YamlMapping map, ImmutableArray<Finding>.Builder findings)
    {
        if (!ConditionBinder.IsLimitedUnset(map, "a directive", findings) && Case(map, findings) is { } only)
        {
            yield return only;
        }
    }

    private static SettingCase? Case(YamlMapping map, ImmutableArray<Finding>.Builder findings)
    {
        var when = map["when"] is YamlMapping condition ? ConditionBinder.Bind(condition, findings) : null;
        var reason = map["reason"].OneLine(findings, "A reason");
        ValueExpression? expression = map["value"] is { } value ? Values(value, findings) : map["unset"].IsTrue() ? new UnsetValue(map["unset"]!.Span) : null;
        return expression is null ? null : new SettingCase(when, expression, reason, map.Span);
    }

    private static FixedValue Values(YamlNode node, ImmutableArray<Finding>.Builder findings)
    {
        ImmutableArray<YamlNode> nodes = node is YamlSequence list ? list.Items : [node];
        if (nodes.IsEmpty)
        {
            NodeValues.Bad(findings, node.Span, "An empty list assigns nothing.", "write \"\" to reset what was assigned before, or remove the directive");
        }

        return new FixedValue([.. nodes.OfType<YamlScalar>().Select(s => UnitValueBinder.Bind(s, findings)).OfType<WrittenField>()], node.Span);
    }
}
