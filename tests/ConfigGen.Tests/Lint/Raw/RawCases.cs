using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Lint.Raw;

/// <summary>Lints files that a test writes inline.</summary>
internal static class RawCases
{
    public const string Sysctl = "etc/sysctl.d/60-x.conf";

    public const string DropIn = "etc/systemd/system/nginx.service.d/x.conf";

    public static readonly DateOnly Today = new(2026, 11, 22);

    public static RawTargets Targets(params string[] names) => RawTargets.Of(names, RepositoryConfiguration.Empty).Targets!;

    public static LintResult Lint(RawFile file, RawTargets targets, params string[] purpose) =>
        RawLinter.Judge(RawLinter.Read(file), new RawRequest(targets, [.. purpose], Today));

    public static LintResult Lint(string path, string text, params string[] targets) =>
        Lint(new RawFile(new SourceText(path, text), RawForms.Of(path, text)), Targets(targets));

    /// <summary>"line:column severity code" of every finding, in order.</summary>
    public static string Places(LintResult result) => string.Join(", ", result.Findings.Select(Place));

    public static string Places(string path, string text, params string[] targets) => Places(Lint(path, text, targets));

    private static string Place(Finding finding) =>
        $"{finding.Span!.Start.Line}:{finding.Span.Start.Column} {finding.Severity.ToString().ToLowerInvariant()} {finding.Code.Id}";
}
