using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Compare;

/// <summary>What of two sides is compared.</summary>
[Flags]
public enum Subjects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Keys of kernels.</summary>
    Sysctl = 1,

    /// <summary>Directives of systemd.</summary>
    Systemd = 2,

    /// <summary>Both.</summary>
    All = Sysctl | Systemd,
}

/// <summary>The one entry: two sides, and perhaps a spec, in; what changes from the first to the second out.</summary>
public static class Comparer
{
    /// <summary>What of the subjects both sides have.</summary>
    public static Subjects Compared(Side from, Side to, Subjects subjects) =>
        (HaveKernels(from, to, subjects) ? Subjects.Sysctl : Subjects.None) | (HaveSystemd(from, to, subjects) ? Subjects.Systemd : Subjects.None);

    /// <summary>Every key and directive that is known; a part that a side does not have is left out.</summary>
    public static SideComparison Compare(Side from, Side to, Subjects subjects) => new(
        from,
        to,
        HaveKernels(from, to, subjects) ? SysctlComparison.Run(SysctlCatalog.BuiltIn, from, to) : null,
        HaveSystemd(from, to, subjects) ? DirectiveComparison.Run(UnitCatalog.BuiltIn, from.Systemd!.Value, to.Systemd!.Value) : null);

    /// <summary>The settings and directives of a spec that was evaluated for <see cref="Targets"/>.</summary>
    public static SideComparison Compare(Side from, Side to, Subjects subjects, ResolvedSpec spec) =>
        new(
            from,
            to,
            HaveKernels(from, to, subjects) ? SettingComparison.Run(SysctlCatalog.BuiltIn, from, to, spec) : null,
            HaveSystemd(from, to, subjects) ? UnitComparison.Run(UnitCatalog.BuiltIn, from.Systemd!.Value, to.Systemd!.Value, spec) : null)
        {
            Spec = spec.Source.Path,
        };

    /// <summary>The two sides as targets, to evaluate a spec for.</summary>
    public static ImmutableArray<Target> Targets(Side from, Side to) => [Target(from), Target(to)];

    private static Target Target(Side side) =>
        new(side.Label, new SourceText(side.Label, "").Span(0, 0), side.Kernels) { Platform = side.Platform, Systemd = side.Systemd };

    private static bool HaveKernels(Side from, Side to, Subjects subjects) => subjects.HasFlag(Subjects.Sysctl) && !from.Kernels.IsEmpty && !to.Kernels.IsEmpty;

    private static bool HaveSystemd(Side from, Side to, Subjects subjects) => subjects.HasFlag(Subjects.Systemd) && from.Systemd is not null && to.Systemd is not null;
}
