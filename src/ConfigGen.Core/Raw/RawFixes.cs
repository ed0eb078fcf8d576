using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>Which fixes are safe in a raw file: those that are right on every host that the file may go to.</summary>
internal static class RawFixes
{
    private const string Obsolete = "CG2003";
    private const string Deprecated = "CG3005";

    /// <summary>The finding with the fix that it has in a raw file.</summary>
    /// <param name="finding">As a rule reports it.</param>
    /// <param name="reading">The file.</param>
    /// <param name="request">The hosts.</param>
    /// <param name="findingsOn">What the rules report for one of them.</param>
    public static Finding For(Finding finding, RawReading reading, RawRequest request, Func<Target, ImmutableArray<Finding>> findingsOn) => finding.Code.Id switch
    {
        // On a host that nobody named the new name may be unknown.
        Deprecated when finding.Fix is { IsSafe: true } fix && request.Targets.AreDefault => finding with { Fix = fix with { IsSafe = false } },
        Obsolete when reading.Settings.FirstOrDefault(s => s.Key.Name == finding.Setting) is { } setting => finding with { Fix = Deletion(setting, finding, request, findingsOn) },
        _ => finding,
    };

    private static Fix? Deletion(RawSetting setting, Finding finding, RawRequest request, Func<Target, ImmutableArray<Finding>> findingsOn)
    {
        if (SysctlCatalog.BuiltIn.Curated(setting.Key.Name) is not { HasNoEffect: true, ReplacedBy: null })
        {
            return null;
        }

        var isSafe = !request.Targets.AreDefault && request.Targets.All.All(t => findingsOn(t).Any(f => f.Code == finding.Code && f.Setting == finding.Setting));
        return new Fix(WholeLine(setting.KeySpan), "", "Delete the line", isSafe);
    }

    private static SourceSpan WholeLine(SourceSpan part)
    {
        var (source, line) = (part.Source, part.Start.Line);
        var start = source.OffsetAt(line, 1);
        var end = line < source.LineCount ? source.OffsetAt(line + 1, 1) : source.Text.Length;
        return source.Span(start, end - start);
    }
}
