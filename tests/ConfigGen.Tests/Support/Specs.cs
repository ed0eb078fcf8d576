using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Tests.Support;

/// <summary>Compiles specs that a test writes inline.</summary>
internal static class Specs
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>A complete spec for Debian 12 with the given body (indented as at the top level).</summary>
    public static string On(string targets, string body) => $"spec: v1\nname: t\ntargets: [{targets}]\n{body}";

    public static Compilation Compile(params (string Path, string Text)[] files) =>
        Compiler.Compile(new CompileRequest(files[0].Path, new InMemorySources(files), Today, files[0].Path));

    public static Compilation Compile(string text) => Compile(("spec.yaml", text));

    /// <summary>The findings of a spec, one a line: place, code and message.</summary>
    public static string Findings(params (string Path, string Text)[] files) => Lines(Compile(files));

    public static string Findings(string text) => Findings(("spec.yaml", text));

    public static string Lines(Compilation compilation) => string.Join('\n', compilation.Findings.Select(Line));

    /// <summary>The value of a key on the first target, or why there is none.</summary>
    public static string Value(Compilation compilation, string key, int target = 0)
    {
        var setting = compilation.Spec?.Find(key);
        return setting is null ? "(not set)" : Of(setting.Values[target]);
    }

    private static string Of(TargetValue value) => value.Value?.Text ?? (value.Undecided is { } why ? $"? {why}" : "(nothing)");

    private static string Line(Finding finding) =>
        finding.Span is { } span ? $"{span} {finding.Code} {finding.Message}" : $"{finding.Path} {finding.Code} {finding.Message}";
}
