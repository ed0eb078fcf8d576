using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2007: a number with a leading zero, which YAML and the kernel read differently.</summary>
public sealed class LeadingZeroRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2007", "leading-zero", "A number with a leading zero means two things", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var setting in context.Spec.Settings)
        {
            foreach (var written in RuleContext.ValuesOf(setting).SelectMany(v => v.Value.Written))
            {
                Check(context, setting, written);
            }
        }
    }

    private void Check(RuleContext context, ResolvedSetting setting, WrittenField written)
    {
        if (!KernelNumber.TryLeadingZero(written.Text, out var decimalValue, out var kernelValue) || decimalValue == kernelValue || !context.ShapeOf(setting).IsNumeric)
        {
            return;
        }

        var kernel = kernelValue is { } octal ? $"the kernel reads it as octal, {octal}" : "the kernel reads it as octal, where 8 and 9 are no digits";

        // Where the kernel refuses it, the value can only have been meant in decimal.
        context.Report(Finding.Of(Code, written.Span, $"{setting.Key} = {written.Text}: YAML 1.2 reads {decimalValue}, but {kernel}.") with
        {
            Setting = setting.Key.Name,
            Help = kernelValue is { } other ? $"write {decimalValue} if that is meant, or {other}" : $"write {decimalValue}",
            Fix = new Fix(written.Span, decimalValue.ToString(System.Globalization.CultureInfo.InvariantCulture), $"Write {decimalValue}", IsSafe: kernelValue is null && NumberAdvice.IsVerbatim(written)),
        });
    }
}
