using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>Reads a when block.</summary>
internal static class ConditionBinder
{
    private static readonly string[] Operators = [">=", "<=", "==", ">", "<", "="];

    /// <summary>Reports an entry of one mapping that is to be taken back under a condition: layers have no targets, so that only cases can say it.</summary>
    /// <param name="what">What it sets, with its article.</param>
    public static bool IsLimitedUnset(YamlMapping map, string what, ImmutableArray<Finding>.Builder findings)
    {
        if (!map["unset"].IsTrue() || map["when"] is not { } when)
        {
            return false;
        }

        NodeValues.Bad(findings, when.Span, $"unset takes {what} back on every target, so it cannot have a condition.", "for some of the targets write cases: [{when: {platform: debian-12}, unset: true}, {value: …}]");
        return true;
    }

    public static Condition Bind(YamlMapping map, ImmutableArray<Finding>.Builder findings) => new(map.Span)
    {
        Kernel = Comparisons(map["kernel"], findings, text => KernelVersion.TryParse(text, out _), "a kernel version such as >=6.6 or <5.4"),
        Systemd = Comparisons(map["systemd"], findings, IsNumber, "a systemd version such as >=254"),
        Memory = Comparisons(map["memory"], findings, text => Quantities.TryBytes(text, out _), "a size such as >=16G"),
        Cpus = Comparisons(map["cpus"], findings, IsNumber, "a number of CPUs such as >=8"),
        Platforms = map["platform"] is YamlSequence list ? list.Texts() : map["platform"].Text() is { } one ? [one] : [],
    };

    private static ImmutableArray<Comparison> Comparisons(YamlNode? node, ImmutableArray<Finding>.Builder findings, Func<string, bool> isOperand, string expected)
    {
        if (node is not YamlScalar scalar)
        {
            return [];
        }

        var comparisons = ImmutableArray.CreateBuilder<Comparison>();
        foreach (var word in scalar.Value.Replace(", ", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var op = Operators.FirstOrDefault(o => word.StartsWith(o, StringComparison.Ordinal)) ?? "";
            var operand = word[op.Length..];
            if (!isOperand(operand))
            {
                NodeValues.Bad(findings, scalar.Span, $"'{scalar.Value}' is not a comparison that a condition can use.", $"{expected}; two of them separated by a blank both hold");
                return [];
            }

            comparisons.Add(new Comparison(op is "" or "==" ? "=" : op, operand));
        }

        return comparisons.ToImmutable();
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
