using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4025: core dumps of privileged programs with a file name that the kernel refuses for them.</summary>
public sealed class CorePatternRule : IRule
{
    private const string Dumpable = "fs.suid_dumpable";
    private const string Pattern = "kernel.core_pattern";
    private const int RootOnly = 2;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4025", "core-pattern", "Core dumps of privileged programs need a full path or a pipe", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var value in context.Numbers(Dumpable).Where(v => v.Number == RootOnly))
        {
            if (value.Targets.Select(t => context.ValueOn(t, Pattern)).FirstOrDefault(p => p is not null && IsRelative(p)) is { } pattern)
            {
                context.Report(Report(value, pattern));
            }
        }
    }

    private static bool IsRelative(SettingValue pattern) => pattern.Text.Length > 0 && pattern.Text[0] is not ('/' or '|' or '@');

    private Finding Report(NumberValue dumpable, SettingValue pattern) =>
        Finding.Of(Code, pattern.Span, $"{Pattern} = {pattern.AsWritten} is a name in the current folder: with {dumpable.Assignment} the kernel writes no core dump of a privileged program there.")
            .WithHelp("write a full path, as in /var/crash/core.%e.%p, or a pipe to a program")
            .WithRelated(dumpable.Value.Span, $"{Dumpable} is set here")
            .About(Pattern);
}
