using ConfigGen.Core.Catalog;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Verify;

/// <summary>The one entry: a spec that was evaluated for a host, and what is known of the host, in; how each setting fares out.</summary>
public static class Verifier
{
    /// <summary>What is in force now.</summary>
    /// <param name="spec">Evaluated for one target, the host (<see cref="HostTarget"/>).</param>
    /// <param name="host">The host.</param>
    public static HostVerification Live(ResolvedSpec spec, LiveHost host) =>
        Result(spec, host, new SettingVerification(spec, host, SysctlCatalog.BuiltIn).All().Concat(new UnitVerification(spec, host).All()).Concat(UnitVerification.Undecided(spec)));

    /// <summary>What will be in force after a boot, by the files alone.</summary>
    /// <param name="spec">Evaluated for one target, the host.</param>
    /// <param name="host">The host, with its files.</param>
    public static HostVerification AfterBoot(ResolvedSpec spec, LiveHost host) => Result(spec, host, new BootVerification(spec, host).All().Concat(UnitVerification.Undecided(spec)));

    private static HostVerification Result(ResolvedSpec spec, LiveHost host, IEnumerable<VerifiedSetting> settings) => new(spec.Source.Path, host.Name, [.. settings])
    {
        Kernel = host.Identity?.Release ?? host.Identity?.Kernel.ToString(),
        Platform = host.Identity?.Platform ?? host.Platform,
    };
}
