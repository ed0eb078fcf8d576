using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Verify;

/// <summary>Holds the keys of a spec against what a host has in force.</summary>
internal sealed class SettingVerification(ResolvedSpec spec, LiveHost host, SysctlCatalog catalog)
{
    private const int SlowestTick = 10;
    private const string WriteOnly = "0200";

    // Seen with procps 4.0.2.
    private static readonly string[] LeftOutByProcps = [".base_reachable_time", ".retrans_time"];

    private readonly WriterSearch _writers = new(host, catalog, spec.Targets[0].Kernels);

    /// <summary>Every key that the spec sets on the host; a pattern gives every key of the host that it stands for.</summary>
    public IEnumerable<VerifiedSetting> All()
    {
        var spelt = spec.Settings.Where(s => !s.Key.IsGlob).Select(s => s.Key.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var setting in spec.Settings)
        {
            var value = setting.Values[0];
            if (value is { Value: null, Undecided: null, AtLeast: null })
            {
                continue;
            }

            var keys = setting.Key.IsGlob ? host.Values.Keys.Where(k => !spelt.Contains(k) && SysctlPattern.Matches(setting.Key, new SysctlKey(k))) : [setting.Key.Name];
            foreach (var key in keys)
            {
                yield return One(new SysctlKey(key), setting, value);
            }
        }
    }

    private VerifiedSetting One(SysctlKey key, ResolvedSetting setting, TargetValue value)
    {
        var result = new VerifiedSetting(key.Name, VerifyStatus.Unknown, value.Value?.Span ?? setting.KeySpan) { Wanted = Wanted(value) };
        if (!host.HasKeys)
        {
            return result with { Detail = "the dump holds no kernel settings" };
        }

        if (spec.Targets[0].Kernels.Any(kernel => catalog.Lookup(key.Name, kernel).Mode == WriteOnly))
        {
            return result with { Detail = "the key can only be written: what was written to it cannot be read back" };
        }

        if (!host.Values.TryGetValue(key.Name, out var found))
        {
            return Missing(key, result);
        }

        if (found is null)
        {
            return result with { Status = VerifyStatus.Unreadable, Detail = "the key is there and cannot be read" };
        }

        result = result with { Found = ValueMatch.OneLine(found) };
        return value.AtLeast is { } bound ? Raised(key, result, bound, found)
            : value.Value is { } wanted ? Fixed(key, result, wanted, found)
            : result with { Detail = value.Undecided };
    }

    private static string? Wanted(TargetValue value) =>
        value.AtLeast is { } bound ? $"at least {bound.ToString(CultureInfo.InvariantCulture)}" : value.Value?.Text;

    private VerifiedSetting Missing(SysctlKey key, VerifiedSetting result)
    {
        if (!host.IsComplete && (WithheldKeys.Reason(key.Name) is not null || KeyPattern.Interface(key.Name) is not (null or "all" or "default" or "lo") || !catalog.IsInSomeKernel(key.Name)))
        {
            return result with { Detail = "a capture does not hold this key" };
        }

        if (host.Files is null && LeftOutByProcps.Any(name => key.Name.EndsWith(name, StringComparison.Ordinal)))
        {
            return result with { Detail = "sysctl -a leaves this key out: record it with sysctl -a --deprecated" };
        }

        return result with { Status = VerifyStatus.Absent, Detail = catalog.Module(key.Name) is { } module ? $"the module {module} brings it, and is not loaded" : null };
    }

    private VerifiedSetting Raised(SysctlKey key, VerifiedSetting result, Int128 bound, string found) =>
        ValueMatch.Number(found) >= bound ? result with { Status = VerifyStatus.InForce } : Different(key, result, found);

    private VerifiedSetting Fixed(SysctlKey key, VerifiedSetting result, SettingValue wanted, string found)
    {
        if (ValueMatch.IsSame(key.Name, wanted.Text, found))
        {
            return result with { Status = VerifyStatus.InForce };
        }

        return ValueMatch.Number(found) is { } held && (Held(key.Name, wanted) == held || IsRounded(key.Name, wanted, held))
            ? result with { Status = VerifyStatus.Clamped, Detail = $"the kernel makes {held.ToString(CultureInfo.InvariantCulture)} of {wanted.Text}: write what it holds" }
            : Different(key, result, found);
    }

    /// <summary>Milliseconds that the kernel keeps as ticks of its timer: with 100 of them a second the nearest one lies less than 10 ms away.</summary>
    private bool IsRounded(string key, SettingValue wanted, Int128 found) =>
        wanted is { Number: { } number, Fields.Length: 1 } && number > 0 && Int128.Abs(number - found) < SlowestTick
        && catalog.Tables.Any(t => catalog.ReadBacks(key, t.Name).Any(r => r.Low == 1 && r.High == 3 && r.Gives == 4));

    /// <summary>What the host's kernel makes of a value, where every kernel that it may be was measured to make the same of it.</summary>
    private Int128? Held(string key, SettingValue wanted)
    {
        if (wanted is not { Number: { } number, Fields.Length: 1 })
        {
            return null;
        }

        var gives = spec.Targets[0].Kernels
            .Select(kernel => kernel.Table is { } table ? catalog.ReadBacks(key, table).FirstOrDefault(r => number >= r.Low && number <= r.High && !r.WasThere)?.Gives : null)
            .Distinct().ToList();
        return gives is [{ } one] ? one : null;
    }

    private VerifiedSetting Different(SysctlKey key, VerifiedSetting result, string found)
    {
        var (writers, detail) = _writers.Explain(key, result.Wanted!, found);
        return result with { Status = VerifyStatus.Different, Writers = writers, Detail = detail };
    }
}
