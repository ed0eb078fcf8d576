using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Raw;

/// <summary>Keys that are there only once a module is loaded: systemd-sysctl passes over them at boot without a word when it is not.</summary>
internal static class RawModules
{
    private const string BridgeFilter = "net.bridge.bridge-nf-";

    /// <summary>One finding for each module that brings keys of the file and that no modules-load.d file among those linted names.</summary>
    public static IEnumerable<Finding> Missing(RawReading reading, ImmutableArray<Target> targets, RawTree tree) =>
        from setting in reading.Settings
        where !IsOffWithout(setting) && !setting.IgnoresFailure
        let module = ModuleOf(setting.Key.Name, targets)
        where module is not null && !tree.Modules.Contains(ModulesText.Name(module))
        group setting by module into needed
        let first = needed.First()
        select Finding.Of(RawCodes.ModuleNotLoaded, first.KeySpan, Message(first.Key, needed.Key, needed.Count() - 1))
            .WithHelp($"unless something else loads it first, name {needed.Key} in a file of /etc/modules-load.d")
            .About(first.Key.Name);

    private static string Message(SysctlKey key, string module, int others) => others == 0
        ? $"{key} needs the module {module}: when that is not loaded yet, the line is passed over at boot without a word."
        : $"{key} and {others.ToString(CultureInfo.InvariantCulture)} more of this file need the module {module}: when that is not loaded yet, they are passed over at boot without a word.";

    // Bridged packets pass no filter until the module is loaded: without it a line that says 0 has what it wants.
    private static bool IsOffWithout(RawSetting setting) => setting.Key.Name.StartsWith(BridgeFilter, StringComparison.Ordinal) && setting.Value.Text == "0";

    // Of some kernels it is not known; where it is, they must agree.
    private static string? ModuleOf(string key, ImmutableArray<Target> targets)
    {
        var modules = targets.SelectMany(t => t.Kernels).Distinct().Select(kernel => SysctlCatalog.BuiltIn.Lookup(key, kernel).Module).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return modules is [var only] ? only : null;
    }
}
