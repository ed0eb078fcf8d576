using System.Globalization;

namespace ConfigGen.Core.Spec.Layers;

/// <summary>What a setting or a directive says, on one line: for comparing layers and for messages.</summary>
internal static class SettingText
{
    public static string Of(SettingSpec setting) => string.Join(", ", setting.Cases.Select(Of));

    public static string Of(DirectiveSpec directive) => string.Join(", ", directive.Cases.Select(c => When(c) + Values(c.Expression)));

    /// <summary>A condition as it is written, on one line.</summary>
    public static string Of(Condition when) => string.Join(' ', when.Span.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Of(SettingCase setting) => When(setting) + Of(setting.Expression);

    private static string When(SettingCase setting) => setting.When is null ? "" : $"when {Of(setting.When)}: ";

    // The value of a directive may hold blanks and commas: several of them are told apart by their quotes.
    private static string Values(ValueExpression expression) => expression switch
    {
        FixedValue { Fields: [{ Text.Length: > 0 } only] } => only.Text,
        FixedValue value => string.Join(", ", value.Fields.Select(f => $"\"{f.Text}\"")),
        _ => "unset",
    };

    private static string Of(ValueExpression expression) => expression switch
    {
        FixedValue { Fields.IsEmpty: true } => "(empty)",
        FixedValue value => string.Join(' ', value.Fields.Select(f => f.Text)),
        AtLeastValue bound => $"at least {bound.Bound.Text}",
        OfMemoryValue share => $"{share.Percent.ToString(CultureInfo.InvariantCulture)}% of memory{Limit(" from ", share.MinBytes)}{Limit(" up to ", share.MaxBytes)}",
        _ => "unset",
    };

    private static string Limit(string word, Int128? bytes) => bytes is { } b ? word + Quantities.BytesInWords(b) : "";
}
