using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>Turns lists, targets and sizes into the words of a message.</summary>
internal static class Wording
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> items, string last = "and")
    {
        var all = items.ToList();
        return all.Count switch
        {
            0 => "",
            1 => all[0],
            _ => $"{string.Join(", ", all.Take(all.Count - 1))} {last} {all[^1]}",
        };
    }

    /// <summary>The labels of targets, in target order.</summary>
    public static string Targets(IEnumerable<Target> targets) => List(targets.Select(t => t.Label).Distinct(StringComparer.Ordinal));

    /// <summary>Targets, and the kernels concerned where those are not all of a target's.</summary>
    public static string Hosts(IEnumerable<(Target Target, ImmutableArray<Kernel> Kernels)> hosts) =>
        List(hosts.Select(Host).Distinct(StringComparer.Ordinal));

    /// <summary>"1 second", "7 seconds".</summary>
    public static string Seconds(Int128 seconds) => seconds == 1 ? "1 second" : $"{seconds} seconds";

    private static string Host((Target Target, ImmutableArray<Kernel> Kernels) host) =>
        host.Kernels.Length == host.Target.Kernels.Length
            ? host.Target.Label
            : $"{host.Target.Label} (kernel {List(host.Kernels.Select(k => k.ToString()))})";
}
