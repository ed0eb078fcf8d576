using System.Globalization;

namespace ConfigGen.Core.Plan;

/// <summary>The order in which settings are written: the same for every run, and safe where the kernel cares.</summary>
/// <remarks>
/// Turning forwarding on or off resets other parameters of all interfaces to the defaults of a router or a host (kernel documentation,
/// ip-sysctl), so it comes first. <c>conf.all</c> and <c>conf.default</c> are copied to interfaces, so they come before single interfaces.
/// One-way keys come last, so that nothing after them is refused because of them.
/// </remarks>
internal static class SettingOrder
{
    private const string LastOfAll = "kernel.modules_disabled";

    private const string LowThreshold = "_low_thresh";

    // As measured on every kernel: 4 MiB.
    private const long DefaultHighThreshold = 4194304;

    private static readonly string[] Forwarding = ["net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding", "net.ipv6.conf.all.forwarding"];

    // Known to be one-way whatever the catalogue says: kernel documentation (sysctl/kernel) and the Yama documentation.
    private static readonly HashSet<string> OneWay = new(StringComparer.Ordinal)
    {
        LastOfAll, "kernel.kexec_load_disabled", "kernel.unprivileged_bpf_disabled", "kernel.yama.ptrace_scope",
    };

    /// <summary>Sorts settings; the order given does not matter.</summary>
    public static IEnumerable<PlannedSetting> Sort(IEnumerable<PlannedSetting> settings, KeyFacts facts) =>
        settings.OrderBy(s => Rank(s.Key, facts)).ThenBy(SortKey, StringComparer.Ordinal).ThenBy(s => s.Key, StringComparer.Ordinal);

    private static int Rank(string key, KeyFacts facts)
    {
        var first = Array.IndexOf(Forwarding, key);
        if (first >= 0)
        {
            return first;
        }

        if (key == LastOfAll)
        {
            return Forwarding.Length + 2;
        }

        return OneWay.Contains(key) || facts.IsOneWay(key) ? Forwarding.Length + 1 : Forwarding.Length;
    }

    private static string SortKey(PlannedSetting setting)
    {
        if (InterfaceKey.Split(setting.Key) is { } parts)
        {
            parts[InterfaceKey.Part] = InterfaceRank(parts[InterfaceKey.Part]) + parts[InterfaceKey.Part];
            return string.Join('.', parts);
        }

        return IsLowPortStart(setting) ? "net.ipv4.ip_local_port_"
            : MakesRoom(setting) ? setting.Key[..^LowThreshold.Length] + "_high_"
            : setting.Key;
    }

    private static string InterfaceRank(string name) => name switch { "all" => "\u0001", "default" => "\u0002", _ => "\u0003" };

    // Each of ip_local_port_range and ip_unprivileged_port_start is refused while it overlaps the other. A start at or below the
    // kernel's default of 1024 can always be written first and makes room; a higher one needs the range to move away before it.
    private static bool IsLowPortStart(PlannedSetting setting) =>
        setting.Key == "net.ipv4.ip_unprivileged_port_start"
        && int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        && start <= 1024;

    // Of the two thresholds of memory for fragments the kernel refuses a low one above the high one, and the other way round. A low one up to the
    // high one's default can always be written first and makes room; a higher one needs the high one to move away before it.
    private static bool MakesRoom(PlannedSetting setting) =>
        setting.Key.EndsWith(LowThreshold, StringComparison.Ordinal)
        && setting.Key.Contains("frag", StringComparison.Ordinal)
        && long.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var low)
        && low <= DefaultHighThreshold;
}
