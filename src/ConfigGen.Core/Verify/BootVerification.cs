using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Verify;

/// <summary>What will be in force after a boot, by the files of a host or an image alone.</summary>
internal sealed class BootVerification(ResolvedSpec spec, LiveHost host)
{
    private SysctlTree Files => host.Files!;

    /// <summary>Every key and directive that the spec sets.</summary>
    public IEnumerable<VerifiedSetting> All() => spec.Settings.Where(s => s.Values[0] is not { Value: null, Undecided: null, AtLeast: null }).Select(Key).Concat(Directives());

    private VerifiedSetting Key(ResolvedSetting setting)
    {
        var value = setting.Values[0];
        var result = new VerifiedSetting(setting.Key.Name, VerifyStatus.Unknown, value.Value?.Span ?? setting.KeySpan)
        {
            Wanted = value.AtLeast is { } bound ? $"at least {bound.ToString(CultureInfo.InvariantCulture)}" : value.Value?.Text,
        };
        if (result.Wanted is null)
        {
            return result with { Detail = value.Undecided };
        }

        var (boot, procps) = (For(Files.Systemd, setting.Key), For(Files.Procps, setting.Key));
        var others = host.Others?.Of(setting.Key) ?? [];
        var last = others.IsEmpty ? boot?.Value : others[^1].Value;
        return result with
        {
            Status = last is null ? value.AtLeast is null ? VerifyStatus.Unset : VerifyStatus.Unknown : Holds(value, setting.Key, last) ? VerifyStatus.InForce : VerifyStatus.Different,
            Found = last is null ? null : ValueMatch.OneLine(last),
            Writers = [.. Writers(boot), .. others],
            Detail = Loaders(setting.Key, boot, procps, last),
        };
    }

    private static bool Holds(TargetValue value, SysctlKey key, string last) =>
        value.AtLeast is { } bound ? ValueMatch.Number(last) >= bound : ValueMatch.IsSame(key.Name, value.Value!.Text, last);

    // A pattern of the spec is looked for as it stands: which keys it stands for is only known on the running host.
    private static SysctlLine? For(SysctlLoad load, SysctlKey key) => key.IsGlob ? load.Patterns.LastOrDefault(p => p.Key == key) : load.For(key);

    private IEnumerable<Writer> Writers(SysctlLine? boot)
    {
        if (boot is null)
        {
            yield break;
        }

        foreach (var lost in Files.Systemd.Lost.Where(l => l.Line.Key == boot.Key && !l.Line.IsExclusion && l.Line.Value != boot.Value))
        {
            yield return WriterSearch.At(lost.Line, lost.Loss == SysctlLoss.HiddenFile ? $"hidden by {lost.By.Path}" : "read earlier, without effect");
        }

        yield return WriterSearch.At(boot, "read last at boot");
    }

    private static string? Loaders(SysctlKey key, SysctlLine? boot, SysctlLine? procps, string? last)
    {
        if (boot?.Value == procps?.Value || procps is null && boot is null)
        {
            return last is null ? "no file sets it" : null;
        }

        var there = procps is null ? "sets nothing" : $"ends with {ValueMatch.OneLine(procps.Value!)} ({procps.KeySpan.Source.Path}:{procps.KeySpan.Start.Line.ToString(CultureInfo.InvariantCulture)})";
        return $"the loaders differ on {key}: sysctl --system {there}{(boot is null ? ", which nothing does at boot" : "")}";
    }

    private IEnumerable<VerifiedSetting> Directives() =>
        from unit in spec.Units
        from section in unit.Sections
        from directive in section.Directives
        where directive.IsFor(spec.Targets[0])
        select Directive(unit.Name.Value, section.Name.Value, directive);

    // What is for every unit of its kind makes no unit.
    private static bool IsOwn(string unit, UnitFile file) => !file.Path.Contains($"/{unit[(unit.LastIndexOf('.') + 1)..]}.d/", StringComparison.Ordinal);

    private VerifiedSetting Directive(string unit, string section, UnitDirective directive)
    {
        ImmutableArray<string> values = [.. directive.Values.Select(v => v.Text)];
        var result = new VerifiedSetting($"{unit} {section}.{directive.Name.Value}", VerifyStatus.Unknown, directive.Span) { Wanted = string.Join(" ", values.Where(v => v.Length > 0)) };
        if (host.Units?.GetValueOrDefault(unit) is not { } state || !state.Files.Any(f => IsOwn(unit, f)))
        {
            return result with { Status = VerifyStatus.Absent, Detail = "there is no such unit, nor a drop-in for it" };
        }

        var files = new UnitFiles(state.Files);
        var set = files.Of(section, directive.Name.Value);
        var isSame = files.EndsWith(section, directive.Name.Value, values);
        var hasUnit = state.Files.Any(f => !f.Path.Contains(".d/", StringComparison.Ordinal));
        return result with
        {
            Status = isSame ? VerifyStatus.InForce : set.IsEmpty ? VerifyStatus.Unset : VerifyStatus.Different,
            Found = set.IsEmpty ? null : string.Join(" ", isSame || values.Length > 1 ? set.Select(w => w.Value) : set.TakeLast(1).Select(w => w.Value)),
            Writers = [.. set.TakeLast(1)],
            Detail = !hasUnit ? "only drop-ins are there: no file of the unit itself" : set.IsEmpty ? "no file sets it" : null,
        };
    }
}
