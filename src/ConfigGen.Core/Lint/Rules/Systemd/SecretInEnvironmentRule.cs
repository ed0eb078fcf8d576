using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3026: a password or key in the environment of a service.</summary>
public sealed partial class SecretInEnvironmentRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3026", "secret-in-environment", "A secret in Environment=", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => l.Name == "Environment"))
        {
            foreach (var value in line.Directive.Values)
            {
                // The value itself must not come into logs and reports.
                if (Secret().Match(value.Text) is { Success: true } match)
                {
                    context.Report(line.Finding(
                        Code,
                        $"Environment of {line.Unit} gives {match.Groups["name"].Value} a value that looks like a secret: every user of the host can read it with systemctl show, and everybody who reads the repository.",
                        "write LoadCredential: name:/path, and let the program read the file; or EnvironmentFile with a file that only root reads"));
                }
            }
        }
    }

    // Paths, specifiers and variables only say where the secret is.
    [GeneratedRegex(
        @"(^|[\s""'])(?<name>[A-Za-z0-9_]*(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY))=(?<value>[^\s""'/%$<{][^\s""']{3,})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
