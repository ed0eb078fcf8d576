using System.Collections.Immutable;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Cli;

/// <summary>
/// Stands in for the compiler, so that what the command line does with plans and findings is tested without the rules that make them. A spec is
/// lines: "name web", "file sysctl.d/60-web.conf a = 1|b = 2" (| is a line break), "error ...", "warning ...", "info ...", "layer", "crash".
/// </summary>
internal static class LineCompiler
{
    private static readonly FindingCode Code = new("CG2999", "told-so", "What the test says", Severity.Error);

    public static Compilation Compile(CompileRequest request)
    {
        var load = request.Loader.Load(request.SpecPath);
        if (load.Source is not { } source)
        {
            var problem = load.Problem!;
            return new Compilation([Finding.Of(problem.Code, span: null, problem.Message) with { Path = request.SpecPath, Help = problem.Help }], Spec: null, Plan: null);
        }

        var lines = source.Text.Split('\n').Select((text, i) => (Words: text.Split(' ', 3), Line: i + 1)).ToList();
        if (lines.Exists(l => l.Words[0] == "crash"))
        {
            throw new InvalidOperationException("boom");
        }

        var findings = lines.Where(l => Severities.ContainsKey(l.Words[0])).Select(l => FindingAt(source, l.Line)).ToImmutableArray();
        var plan = new RenderPlan(
            lines.First(l => l.Words[0] == "name").Words[1],
            [.. lines.Where(l => l.Words[0] == "file").Select(l => new Artifact(l.Words[1], Content(l.Words[2], request), "test")).OrderBy(a => a.Path, StringComparer.Ordinal)]);
        var isRendered = !lines.Exists(l => l.Words[0] == "layer") && !findings.Any(f => f.Severity == Severity.Error);
        return new Compilation(findings, Spec: null, isRendered ? plan : null);
    }

    private static readonly Dictionary<string, Severity> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
    };

    private static Finding FindingAt(SourceText source, int line)
    {
        var text = source.LineAt(line);
        var word = text.Split(' ')[0];
        return Finding.Of(Code, source.Span(source.OffsetAt(line, 1), word.Length), text[(word.Length + 1)..]) with { Severity = Severities[word] };
    }

    private static string Content(string text, CompileRequest request) => text
        .Replace('|', '\n')
        .Replace("$header", request.HeaderPath, StringComparison.Ordinal)
        .Replace("$today", request.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("$templates", string.Join(',', request.Templates.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}")), StringComparison.Ordinal) + "\n";
}
