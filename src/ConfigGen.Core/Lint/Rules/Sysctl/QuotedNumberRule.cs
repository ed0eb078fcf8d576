using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2008: a plain number in quotes.</summary>
public sealed class QuotedNumberRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2008", "quoted-number", "A plain number stands in quotes", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var setting in context.Spec.Settings)
        {
            // "a b c" in quotes is the usual way to write a vector on one line: only a single number is spoken of.
            foreach (var (value, _) in RuleContext.ValuesOf(setting).Where(v => v.Value.Written is [{ Quoted: true }]))
            {
                Check(context, setting, value.Written[0]);
            }
        }
    }

    private void Check(RuleContext context, ResolvedSetting setting, WrittenField written)
    {
        if (KernelNumber.TryParse(written.Text, out _) && !KernelNumber.TryLeadingZero(written.Text, out _, out _) && context.ShapeOf(setting).IsNumeric)
        {
            var whole = WithQuotes(written.Span);
            context.Report(Finding.Of(Code, whole, $"{setting.Key}: the quotes around {written.Text} change nothing.") with
            {
                Setting = setting.Key.Name,
                Help = $"write {written.Text} without quotes",
                Fix = NumberAdvice.IsVerbatim(written with { Span = whole }) ? new Fix(whole, written.Text, "Remove the quotes", IsSafe: true) : null,
            });
        }
    }

    private static SourceSpan WithQuotes(SourceSpan span)
    {
        var text = span.Source.Text;
        var (start, end) = (span.Span.Start, span.Span.End);
        var outside = start > 0 && end < text.Length && text[start - 1] is '"' or '\'' && text[end] == text[start - 1];
        return outside ? span.Source.Span(start - 1, end - start + 2) : span;
    }
}
