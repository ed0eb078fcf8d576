using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint.Systemd;

namespace ConfigGen.Core.Lint.Rules.Systemd;

/// <summary>CG3008: a percent sign that begins no specifier.</summary>
public sealed class UnknownSpecifierRule : IRule
{
    // systemd.unit(5), all versions together; %c, %r and %R are gone, but old versions still read them.
    private const string Specifiers = "aAbBcCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWyY%";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG3008", "unknown-specifier", "A % that begins no specifier", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var line in UnitLine.Of(context.Spec).Where(IsExpanded))
        {
            foreach (var value in line.Directive.Values)
            {
                if (Unknown(value.Text) is { } letter)
                {
                    context.Report(line.Finding(
                        Code,
                        value.Span,
                        $"%{letter} in {line.Name} of {line.Unit} is no specifier, and systemd ignores the line.",
                        $"for a percent sign write %%{letter}; for a value of the unit see the specifiers in systemd.unit(5), such as %n, %i and %t"));
                }
            }
        }
    }

    // Only where specifiers are certainly expanded (tried with systemd 252): a percentage is none.
    private static bool IsExpanded(UnitLine line) =>
        line.Name is "Description" or "SyslogIdentifier" or "WorkingDirectory" or "User" or "Group" or "RuntimeDirectory" or "StateDirectory"
        || (line.Name != "SourcePath" && line.Place?.Types[^1] is "PATH [ARGUMENT [...]]" or "UNIT [...]" or "ENVIRON" or "URL" or "SOCKET [...]" or "PATH" or "PATH [...]" or "CONDITION");

    // A percent sign before anything but a letter or digit stands for itself.
    private static char? Unknown(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '%')
            {
                var letter = text[++i];
                if (char.IsAsciiLetterOrDigit(letter) && !Specifiers.Contains(letter, StringComparison.Ordinal))
                {
                    return letter;
                }
            }
        }

        return null;
    }
}
