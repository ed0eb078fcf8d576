using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Spec.Resolve;

/// <summary>Does a when block hold on a target? Where the target's kernels disagree, only the host can tell.</summary>
internal static class ConditionEvaluation
{
    public static Answer Holds(this Condition condition, Target target) =>
        Platforms(condition, target)
            .And(Kernels(condition.Kernel, target))
            .And(Number(condition.Systemd, target.Systemd, n => Int128.Parse(n, CultureInfo.InvariantCulture), "its systemd version is not given"))
            .And(Number(condition.Memory, target.MemoryBytes, Bytes, "its memory is not given"))
            .And(Number(condition.Cpus, target.Cpus, n => Int128.Parse(n, CultureInfo.InvariantCulture), "its number of CPUs is not given"));

    private static Answer Platforms(Condition condition, Target target)
    {
        if (condition.Platforms.IsEmpty)
        {
            return Answer.Of(true);
        }

        return target.Platform is null
            ? Answer.Undecided("its platform is not given")
            : Answer.Of(condition.Platforms.Any(p => target.Platform.Is(p.Value)));
    }

    private static Answer Kernels(ImmutableArray<Comparison> comparisons, Target target)
    {
        var answer = Answer.Of(true);
        foreach (var comparison in comparisons)
        {
            var truths = target.Kernels.Select(kernel => Kernel(comparison, kernel.Version)).Distinct().ToList();
            answer = answer.And(truths is [var one] && one != Truth.Undecided
                ? new Answer(one)
                : Answer.Undecided($"it may run {string.Join(" or ", target.Kernels.Select(k => k.Version.ToString()).Distinct(StringComparer.Ordinal))}"));
        }

        return answer;
    }

    private static Truth Kernel(Comparison comparison, KernelVersion version)
    {
        var bound = KernelVersion.TryParse(comparison.Operand, out var parsed) ? parsed : default;
        var (lowest, highest) = Bounds(version, bound);
        var holds = Compare(comparison.Operator, lowest);
        return holds == Compare(comparison.Operator, highest) && (comparison.Operator != "=" || lowest == highest)
            ? holds ? Truth.Yes : Truth.No
            : Truth.Undecided;
    }

    /// <summary>How the lowest and highest release that a version stands for compare with a bound; "6.12" equals every 6.12.x, and a series stands for all its releases.</summary>
    private static (int Lowest, int Highest) Bounds(KernelVersion version, KernelVersion bound)
    {
        var series = (version.Major, version.Minor).CompareTo((bound.Major, bound.Minor));
        if (series != 0 || bound.Patch is null)
        {
            return (series, series);
        }

        return version.Patch is { } patch
            ? (patch.CompareTo(bound.Patch.Value), patch.CompareTo(bound.Patch.Value))
            : (0.CompareTo(bound.Patch.Value), 1);
    }

    private static Answer Number(ImmutableArray<Comparison> comparisons, Int128? actual, Func<string, Int128> operand, string missing)
    {
        if (comparisons.IsEmpty)
        {
            return Answer.Of(true);
        }

        return actual is { } value
            ? Answer.Of(comparisons.All(c => Compare(c.Operator, value.CompareTo(operand(c.Operand)))))
            : Answer.Undecided(missing);
    }

    private static Int128 Bytes(string text) => Quantities.TryBytes(text, out var bytes) ? bytes : 0;

    private static bool Compare(string op, int order) => op switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        ">=" => order >= 0,
        _ => order == 0,
    };
}
