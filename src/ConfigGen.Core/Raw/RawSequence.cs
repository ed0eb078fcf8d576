using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;

namespace ConfigGen.Core.Raw;

/// <summary>Lines of a sysctl file that the kernel undoes when it takes a later one: both loaders write in the order of the file (systemd since 232).</summary>
/// <remarks>
/// net/ipv4/devinet.c, inet_forward_change: switching on sets forwarding of every interface and of default, and accept_redirects of all to 0.
/// net/ipv6/addrconf.c, addrconf_fixup_forwarding and addrconf_disable_ipv6: a write to all sets default and every interface.
/// Both tried with systemd-sysctl 252 and procps 4.0.2. A 0 is left out: all starts with it, and systemd does not write what is there already.
/// </remarks>
internal static class RawSequence
{
    private const string IPv4 = "net.ipv4.conf.";
    private const string Redirects = "net.ipv4.conf.all.accept_redirects";

    private static readonly ImmutableArray<Reset> Resets =
    [
        new("net.ipv4.ip_forward", IPv4, ".forwarding"),
        new("net.ipv4.conf.all.forwarding", IPv4, ".forwarding"),
        new("net.ipv6.conf.all.forwarding", "net.ipv6.conf.", ".forwarding"),
        new("net.ipv6.conf.all.disable_ipv6", "net.ipv6.conf.", ".disable_ipv6"),
    ];

    /// <summary>What is undone.</summary>
    /// <param name="inOrder">Of each key the assignment that counts, in the order of the file.</param>
    public static IEnumerable<Finding> Undone(ImmutableArray<RawSetting> inOrder)
    {
        foreach (var (index, later) in inOrder.Index())
        {
            if (Resets.FirstOrDefault(r => r.Key == later.Key.Name) is { } reset && Number(later) is { } set && set != 0)
            {
                foreach (var earlier in inOrder.Take(index).Where(e => Number(e) is { } number && IsUndone(reset, e.Key.Name, number, set)))
                {
                    yield return Undone(earlier, later);
                }
            }
        }
    }

    private static bool IsUndone(Reset reset, string key, Int128 number, Int128 set) =>
        key == Redirects ? reset.Prefix == IPv4 && number != 0
        : key.StartsWith(reset.Prefix, StringComparison.Ordinal) && key.EndsWith(reset.Suffix, StringComparison.Ordinal) && key != reset.Key && !key.Contains('*', StringComparison.Ordinal) && number != set;

    private static Finding Undone(RawSetting earlier, RawSetting later)
    {
        var line = later.KeySpan.Start.Line.ToString(CultureInfo.InvariantCulture);
        var now = earlier.Key.Name == Redirects ? "0" : later.Value.Text;
        return Finding.Of(RawCodes.UndoneLine, earlier.KeySpan, $"{earlier.Key} = {earlier.Value.Text} does not last: when {later.Key} = {later.Value.Text} is written after it, in line {line}, the kernel sets it to {now}.")
            .WithRelated(later.KeySpan, "this changes it")
            .WithHelp($"move the line below line {line}, or delete it")
            .About(earlier.Key.Name);
    }

    private static Int128? Number(RawSetting setting) =>
        setting.Value.Fields is [var only] && KernelNumber.TryParse(only, out var number) ? number : null;

    private sealed record Reset(string Key, string Prefix, string Suffix);
}
