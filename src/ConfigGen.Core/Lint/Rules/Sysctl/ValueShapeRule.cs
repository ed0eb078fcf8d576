using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Sysctl;

/// <summary>CG2006: no value, something that is not a number, or the wrong number of fields.</summary>
public sealed class ValueShapeRule : IRule
{
    // One field per memory zone of the machine (vm.rst), so that no table knows the number.
    private const string FieldPerZone = "vm.lowmem_reserve_ratio";

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2006", "value-shape", "A value that has not the form its key takes", Severity.Error);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var setting in context.Spec.Settings.Where(s => !IsReadOnly(context, s)))
        {
            var shape = context.ShapeOf(setting);
            foreach (var (value, _) in RuleContext.ValuesOf(setting).Where(_ => shape.IsNumeric))
            {
                if (Problem(setting, shape, value) is { } problem)
                {
                    context.Report(problem with { Setting = setting.Key.Name });
                }
            }
        }
    }

    // CG2005 has the say there: no value of any shape can be written.
    private static bool IsReadOnly(RuleContext context, ResolvedSetting setting) =>
        setting.Values.Any(v => context.Facts(setting, v.Target).Any(f => f.IsReadOnly == true));

    private Finding? Problem(ResolvedSetting setting, KeyShape shape, SettingValue value)
    {
        if (value.Fields.All(string.IsNullOrWhiteSpace))
        {
            return Empty(setting, shape, value);
        }

        var bad = value.Fields.Index().Where(f => !IsNumber(f.Item)).Select(f => f.Index).FirstOrDefault(-1);
        return bad >= 0 ? NotANumber(setting, value, bad) : WrongCount(setting, shape, value);
    }

    // A leading zero is a number to the kernel, only another one: CG2007 speaks of it.
    private static bool IsNumber(string field) => KernelNumber.TryParse(field, out _) || KernelNumber.TryLeadingZero(field, out _, out _);

    private Finding Empty(ResolvedSetting setting, KeyShape shape, SettingValue value)
    {
        var needed = shape.Fields is { } fields ? $"{fields} numbers" : "a number";
        var example = shape is { Type: SysctlType.Vector, Default: { } text } ? $"write the numbers, such as [{text.Replace(" ", ", ", StringComparison.Ordinal)}] (the default)" : "write a number";
        return Finding.Of(Code, value.Span, $"{setting.Key} has no value: it takes {needed}.") with { Help = $"{example}, or delete the line to keep the default" };
    }

    private Finding NotANumber(ResolvedSetting setting, SettingValue value, int index)
    {
        var written = index < value.Written.Length ? value.Written[index] : new WrittenField(value.Fields[index], value.Span, Quoted: false);
        if (Cleaned(value) is { } cleaned)
        {
            return Finding.Of(Code, value.Span, $"{setting.Key} takes whole numbers, and {Verdict(written.Text, index)}.")
                .WithHelp($"write {cleaned}: numbers with blanks between them, without quotes and commas");
        }

        var (help, replacement) = NumberAdvice.For(value.Fields[index]);
        return Finding.Of(Code, written.Span, $"{setting.Key} takes whole numbers, and {Verdict(written.Text, index)}.") with
        {
            Help = help,
            Fix = replacement is null ? null : new Fix(written.Span, replacement, $"Write {replacement}", NumberAdvice.HasOneReading(value.Fields[index]) && value.Fields[index] == written.Text && NumberAdvice.IsVerbatim(written)),
        };
    }

    // Quotes around several numbers, or commas between them: only the whole of it can be put right.
    private static string? Cleaned(SettingValue value)
    {
        var cleaned = value.Fields.Select(f => f.Trim('"', '\'', ',', '[', ']')).ToList();
        return cleaned.Count > 1 && cleaned.TrueForAll(IsNumber) ? string.Join(' ', cleaned) : null;
    }

    // The kernel reads the numbers at the start and may ignore the rest: only of the first field is it known that the write fails.
    private static string Verdict(string text, int index) => index == 0 ? $"the kernel refuses {text}" : $"{text} is not one";

    private Finding? WrongCount(ResolvedSetting setting, KeyShape shape, SettingValue value)
    {
        var count = value.Fields.Length;
        var expected = shape.Type == SysctlType.Integer ? 1 : shape.Fields;
        if (expected is not { } fields || count == fields || setting.Key.Name == FieldPerZone)
        {
            return null;
        }

        var effect = count > fields
            ? "the kernel stores what it has room for and drops the rest"
            : "a write of fewer leaves the others as they happen to be";
        return Finding.Of(Code, value.Span, $"{setting.Key} takes {Numbers(fields)}, not {count}: {effect}.") with
        {
            Help = shape is { Type: SysctlType.Vector, Default: { } text } ? $"write all {fields}, as in the default {text}" : "write one number",
        };
    }

    private static string Numbers(int count) => count == 1 ? "one number" : $"{count} numbers";
}
