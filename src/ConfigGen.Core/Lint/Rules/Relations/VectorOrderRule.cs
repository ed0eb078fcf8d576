using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4004: min, default and max (or min, pressure and max) that do not ascend.</summary>
public sealed class VectorOrderRule : IRule
{
    private static readonly ImmutableArray<(string Key, ImmutableArray<string> Names)> Vectors =
    [
        ("net.ipv4.tcp_mem", ["min", "pressure", "max"]),
        ("net.ipv4.tcp_rmem", ["min", "default", "max"]),
        ("net.ipv4.tcp_wmem", ["min", "default", "max"]),
        ("net.ipv4.udp_mem", ["min", "pressure", "max"]),
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4004", "vector-order", "The fields of a memory vector do not ascend", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var (key, names) in Vectors)
        {
            foreach (var vector in VectorValue.Of(context, key, names.Length))
            {
                var at = Enumerable.Range(0, names.Length - 1).FirstOrDefault(i => vector.Numbers[i] > vector.Numbers[i + 1], -1);
                if (at >= 0)
                {
                    context.Report(Descends(vector, names, at));
                }
            }
        }
    }

    private Finding Descends(VectorValue vector, ImmutableArray<string> names, int at) =>
        Finding.Of(
            Code,
            vector.Value.Span,
            $"{vector.Setting.Key} = {vector.Value.AsWritten}: {names[at]} ({vector.Numbers[at]}) is above {names[at + 1]} ({vector.Numbers[at + 1]}); the fields are {Wording.List(names)}.") with
        {
            Setting = vector.Setting.Key.Name,
            Help = "write the three numbers in ascending order",
        };
}
