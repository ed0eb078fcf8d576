using System.Collections.Immutable;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Import;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Import;

/// <summary>Imports texts, and reads the specs that come of it.</summary>
internal static class ImportCases
{
    private static readonly Dictionary<string, RawTargets> Known = new(StringComparer.Ordinal);

    public static ImportResult Import(string path, string text) => Import("debian-12", (path, text));

    public static ImportResult Import(string targets, params (string Path, string Text)[] files) =>
        Importer.Import(files.Select(f => new ImportFile(new SourceText(f.Path, f.Text), f.Path)), Request(targets));

    public static ImportRequest Request(string targets)
    {
        ImmutableArray<string> names = [.. targets.Split(' ')];
        lock (Known)
        {
            if (!Known.TryGetValue(targets, out var found))
            {
                Known[targets] = found = RawTargets.Of(names, RepositoryConfiguration.Empty).Targets!;
            }

            return new ImportRequest("imported", found, [.. names.Select(n => "platform: " + n)], new DateOnly(2026, 11, 22));
        }
    }

    /// <summary>What the spec sets, in order of key: "key = value".</summary>
    public static string[] Settings(this ImportResult result) =>
        [.. Compiled(result).Spec!.Settings.Select(s => $"{s.Key} = {string.Join(" | ", s.Values.Select(v => v.Value?.Text ?? "(nothing)").Distinct(StringComparer.Ordinal))}")];

    /// <summary>What the spec says of units: "unit [Section] Name=value".</summary>
    public static string[] Directives(this ImportResult result) =>
        [.. Compiled(result).Spec!.Units.SelectMany(u => u.Sections.SelectMany(s => s.Directives.SelectMany(d => d.Values.Select(v => $"{u.Name.Value} [{s.Name.Value}] {d.Name.Value}={v.Text}")))).OrderBy(d => d.Split('=')[0], StringComparer.Ordinal)];

    public static string? Reason(this ImportResult result, string key) => Compiled(result).Spec!.Find(key)!.Reason;

    /// <summary>"line:code" of what import itself has to say.</summary>
    public static string[] Codes(this ImportResult result) =>
        [.. result.Findings.Where(f => f.Code.Id.StartsWith("CG7", StringComparison.Ordinal)).Select(f => $"{f.Span!.Start.Line}:{f.Code.Id}")];

    public static Compilation Compiled(this ImportResult result) =>
        Compiler.Compile(new CompileRequest("spec.yaml", new InMemorySources(("spec.yaml", result.Spec!)), new DateOnly(2026, 11, 22), "spec.yaml"));

    /// <summary>Errors of the spec that came out: there must be none.</summary>
    public static IEnumerable<string> Errors(this ImportResult result) => Compiled(result).Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Span} {f.Code} {f.Message}");
}
