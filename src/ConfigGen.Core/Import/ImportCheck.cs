using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import;

/// <summary>Reads the spec that was written as any other spec, and compares what it says with what was read from the files.</summary>
internal static class ImportCheck
{
    private const string Path = "spec.yaml";

    /// <summary>Every name of which the spec says something else, with a sentence about it.</summary>
    public static IEnumerable<(string Name, string Message)> Wrong(string text, ImportDraft draft, IReadOnlyDictionary<string, Judgement> judgements, ImportRequest request)
    {
        var compiled = Compiler.Compile(new CompileRequest(Path, new OneFile(new SourceText(Path, text)), request.Today, Path) { Configuration = request.Configuration });
        var refused = compiled.Findings.Where(f => f is { Severity: Severity.Error }).ToLookup(f => f.Setting ?? NameIn(f.Span), StringComparer.Ordinal);
        foreach (var setting in draft.Settings.Where(s => judgements[s.Key.Name].IsKept))
        {
            if (Difference(setting, compiled.Spec?.Find(setting.Key.Name)) is { } difference)
            {
                yield return (setting.Key.Name, difference);
            }
            else if (refused[setting.Key.Name].FirstOrDefault() is { } finding)
            {
                yield return (setting.Key.Name, finding.Message);
            }
        }

        var directives = draft.Directives.Where(d => judgements[d.Setting].IsKept).GroupBy(d => d.Setting, StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var read = compiled.Spec?.Units.FirstOrDefault(u => u.Name.Value == directive.First().Unit)?.Sections.FirstOrDefault(s => s.Name.Value == directive.First().Section)?.Directives.FirstOrDefault(d => d.Name.Value == directive.First().Name);
            if (compiled.Spec is not null && (read is null || !read.Values.Select(v => v.Text).SequenceEqual(directive.Select(d => d.Value), StringComparer.Ordinal)))
            {
                yield return (directive.Key, $"{directive.Key}: what is written here cannot be said in a spec to the letter.");
            }
            else if (refused[directive.Key].Concat(refused[directive.First().Name]).FirstOrDefault() is { } finding)
            {
                yield return (directive.Key, finding.Message);
            }
        }
    }

    // The key that a line of the spec starts with.
    private static string NameIn(SourceSpan? span)
    {
        var line = span?.Source.LineAt(span.Start.Line).Trim() ?? "";
        var end = line.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 ? line : line[..end].Trim('"');
    }

    private static string? Difference(ImportedSetting setting, ResolvedSetting? read)
    {
        if (setting.IsAtLeast || read is null)
        {
            return null;
        }

        var other = read.Values.Select(v => v.Value?.Text).OfType<string>().FirstOrDefault(v => v != setting.Value);
        return other is null ? null : $"{setting.Key} = {setting.Value}: to the kernel that is no number, and a spec would make {other} of it.";
    }

    private sealed class OneFile(SourceText source) : ISourceLoader
    {
        public SourceLoad Load(string path) => path == source.Path ? new SourceLoad(source, Problem: null) : new SourceLoad(null, new SourceProblem(InputCodes.NotFound, $"{path} does not exist.", null));
    }
}
