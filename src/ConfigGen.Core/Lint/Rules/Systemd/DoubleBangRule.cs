using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3027: a command with the prefix !!, which systemd 258 no longer knows.</summary>
public sealed class DoubleBangRule : IRule
{
    private const int Gone = 258;
    private const string Prefixes = "@-:+!|";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3027", "double-bang", "The prefix !! of commands is gone", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(l => l.Section == "Service" && l.Name.StartsWith("Exec", StringComparison.Ordinal)))
        {
            var gone = line.Where(t => t.Systemd >= Gone);
            if (!gone.IsEmpty && line.Directive.Values.FirstOrDefault(v => Prefix(v.Text).Contains("!!", StringComparison.Ordinal)) is { } value)
            {
                context.Report(line.Finding(
                    Code,
                    value.Span,
                    $"{line.Name}={value.Text} of {line.Unit} begins with !!, which {UnitLine.Versions(gone)} does not know any more.",
                    "write one !: ambient capabilities, which !! did without, are everywhere by now"));
            }
        }
    }

    private static string Prefix(string command) => string.Concat(command.TakeWhile(c => Prefixes.Contains(c, StringComparison.Ordinal)));
}
