using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3026: a password or key in the environment of a service.</summary>
public sealed class SecretInEnvironmentRule : IRule
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
                if (Secrets.NameOfFirst(value.Text) is { } name)
                {
                    context.Report(line.Finding(
                        Code,
                        $"Environment of {line.Unit} gives {name} a value that looks like a secret: every user of the host can read it with systemctl show, and everybody who reads the repository.",
                        "write LoadCredential: name:/path, and let the program read the file; or EnvironmentFile with a file that only root reads"));
                }
            }
        }
    }
}
