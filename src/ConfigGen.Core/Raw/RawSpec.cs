using System.Collections.Immutable;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>What a raw file says as a resolved spec: rules judge the one like the other, at the lines of the file.</summary>
internal static class RawSpec
{
    /// <summary>The spec: every assignment goes to every target.</summary>
    public static ResolvedSpec Of(RawReading reading, ImmutableArray<Target> targets, ImmutableArray<string> purpose, RawTree tree)
    {
        var source = reading.File.Source;
        var words = new SourceText("--purpose", string.Join(' ', purpose));
        return new ResolvedSpec(new Located<string>("raw", source.Span(0, 0)), targets, [.. reading.Settings.OrderBy(s => s.Key.Name, StringComparer.Ordinal).Select(s => Setting(s, targets))])
        {
            Source = source,
            Purpose = [.. purpose.Select(p => new Located<string>(p, words.Span(0, words.Text.Length)))],
            Units = reading.Unit is { } unit ? [unit with { Sections = [.. unit.Sections.Select(s => Section(s, targets))], File = Form(unit, tree) }] : [],
        };
    }

    private static UnitFileForm? Form(UnitSpec unit, RawTree tree) =>
        unit.File is { IsWhole: false } form ? form with { MainType = tree.TypeOf(unit.Name.Value) } : unit.File;

    private static ResolvedSetting Setting(RawSetting setting, ImmutableArray<Target> targets) =>
        new(setting.Key, setting.KeySpan, [.. targets.Select(t => new TargetValue(t, setting.Value, Undecided: null))]);

    private static UnitSection Section(UnitSection section, ImmutableArray<Target> targets) =>
        section with { Directives = [.. section.Directives.Select(d => d with { Targets = targets })] };
}
