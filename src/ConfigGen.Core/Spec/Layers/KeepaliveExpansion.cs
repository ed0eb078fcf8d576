using System.Globalization;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Spec.Layers;

/// <summary>The keepalive intent as the three keys that the kernel has for it.</summary>
internal static class KeepaliveExpansion
{
    public static IEnumerable<SettingSpec> Settings(KeepaliveIntent? intent)
    {
        (string Key, Located<long>? Value)[] parts = intent is null
            ? []
            :
            [
                ("net.ipv4.tcp_keepalive_time", intent.Idle),
                ("net.ipv4.tcp_keepalive_intvl", intent.Interval),
                ("net.ipv4.tcp_keepalive_probes", intent.Probes),
            ];
        return parts.Where(p => p.Value is not null).Select(p => Setting(p.Key, p.Value!));
    }

    private static SettingSpec Setting(string key, Located<long> value)
    {
        var field = new WrittenField(value.Value.ToString(CultureInfo.InvariantCulture), value.Span, Quoted: false);
        return new SettingSpec(new SysctlKey(key), value.Span, [new SettingCase(null, new FixedValue([field], value.Span), null, value.Span)]) { FromKeepalive = true };
    }
}
