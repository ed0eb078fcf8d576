using System.Collections.Immutable;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Verify;

/// <summary>Holds the directives of a spec against what systemd has in force: its properties, the limits of the running process, and where these do not tell, the unit's files.</summary>
internal sealed class UnitVerification(ResolvedSpec spec, LiveHost host)
{
    /// <summary>Every directive that the spec sets on the host, by unit, section and name.</summary>
    public IEnumerable<VerifiedSetting> All() =>
        from unit in spec.Units
        from section in unit.Sections
        from directive in section.Directives
        where directive.IsFor(spec.Targets[0])
        select One(unit.Name.Value, section.Name.Value, directive);

    /// <summary>Those that only another host could decide.</summary>
    public static IEnumerable<VerifiedSetting> Undecided(ResolvedSpec spec) =>
        spec.UndecidedDirectives.Select(u => new VerifiedSetting(u.Directive.Setting, VerifyStatus.Unknown, u.Directive.Name.Span) { Detail = u.Doubts[0].Why });

    private VerifiedSetting One(string unit, string section, UnitDirective directive)
    {
        ImmutableArray<string> values = [.. directive.Values.Select(v => v.Text)];
        var result = new VerifiedSetting($"{unit} {section}.{directive.Name.Value}", VerifyStatus.Unknown, directive.Span) { Wanted = string.Join(" ", values.Where(v => v.Length > 0)) };
        if (host.Units is not { } units)
        {
            return result with { Detail = host.WithoutUnits };
        }

        if (units.GetValueOrDefault(unit) is not { } state)
        {
            return result with { Detail = unit.Contains("@.", StringComparison.Ordinal) ? "a template: its instances are not looked at" : host.WithoutUnits };
        }

        return state.Properties.GetValueOrDefault("LoadState") is { } load and not "loaded"
            ? result with { Status = VerifyStatus.Absent, Detail = load == "not-found" ? "the host has no such unit" : $"the unit is {load}" }
            : Loaded(section, directive.Name.Value, values, state, result);
    }

    private static VerifiedSetting Loaded(string section, string directive, ImmutableArray<string> values, UnitState state, VerifiedSetting result)
    {
        var files = new UnitFiles(state.Files);
        var set = files.Of(section, directive);
        if (values is [var value] && UnitProperty.Compare(directive, value, state.Properties) is { } shown)
        {
            result = result with { Found = shown.Found };
            return !shown.IsSame ? result with { Status = VerifyStatus.Different, Writers = [.. set.TakeLast(1)], Detail = Stale(state) }
                : Process(directive, value, state, result with { Status = VerifyStatus.InForce });
        }

        if (state.Files.IsEmpty)
        {
            return result with { Detail = "systemctl show does not tell it, and the unit's files are not at hand" };
        }

        return files.EndsWith(section, directive, values)
            ? result with { Status = VerifyStatus.InForce, Found = result.Wanted, Detail = Stale(state) }
            : result with { Status = VerifyStatus.Different, Found = set.IsEmpty ? null : string.Join(" ", set.Select(w => w.Value)), Writers = [.. set.TakeLast(1)], Detail = set.IsEmpty ? "none of its files sets it" : Stale(state) };
    }

    private static string? Stale(UnitState state) =>
        state.Properties.GetValueOrDefault("NeedDaemonReload") == "yes" ? "its files changed since systemd read them: systemctl daemon-reload" : null;

    // A process keeps the limits that it was started with.
    private static VerifiedSetting Process(string directive, string value, UnitState state, VerifiedSetting result)
    {
        if (state.Limits is not { } limits || UnitProperty.Running(directive, limits) is not { } running || UnitProperty.Asked(value) is not { } asked || running == asked)
        {
            return result;
        }

        return result with
        {
            Status = VerifyStatus.Different,
            Found = $"{running.Soft}:{running.Hard}",
            Detail = $"process {state.MainProcess} still runs with its old limits, or its system allows no more: systemctl restart {state.Name}",
        };
    }
}
