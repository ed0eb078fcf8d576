using System.Globalization;
using System.Text.RegularExpressions;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>What to write instead of something that was meant as a number.</summary>
internal static partial class NumberAdvice
{
    /// <summary>One line of help, and the replacement where there is no doubt about it.</summary>
    public static (string Help, string? Replacement) For(string text)
    {
        var replacement = Plain(text);
        if (replacement is not null)
        {
            return ($"write {replacement}", replacement);
        }

        return text switch
        {
            _ when text.Contains("{{", StringComparison.Ordinal) => ("write the number: values are not templates", null),
            _ when WithSuffix().IsMatch(text) => ("write the number in full: the kernel reads no suffix", null),
            _ when text.Contains(',', StringComparison.Ordinal) => ("write several numbers as a list, as in [4096, 87380], or with blanks between them", null),
            _ when text.Contains('.', StringComparison.Ordinal) => ("write a whole number", null),
            _ => ("write a whole number in decimal digits", null),
        };
    }

    /// <summary>Whether the file has the very characters, with or without quotes around them: then a number may stand in their place.</summary>
    public static bool IsVerbatim(WrittenField written)
    {
        var text = written.Span.Text;
        return text == written.Text || text == $"\"{written.Text}\"" || text == $"'{written.Text}'";
    }

    /// <summary>Whether every language that takes it as a number takes it as the same: 1_000, +5, 0o17. Words for yes and no are not sure to mean 1 and 0.</summary>
    public static bool HasOneReading(string text) => OneReading().IsMatch(text);

    private static string? Plain(string text)
    {
        var word = text.Trim('"', '\'').ToLowerInvariant();
        if (word is "true" or "yes" or "on" or "false" or "no" or "off")
        {
            return word is "true" or "yes" or "on" ? "1" : "0";
        }

        var digits = Underscored().IsMatch(word) ? word.Replace("_", "", StringComparison.Ordinal) : word.TrimStart('+');
        if (digits.StartsWith("0o", StringComparison.Ordinal))
        {
            return digits.Length < 20 && digits.Skip(2).All(d => d is >= '0' and <= '7') ? digits.Skip(2).Aggregate(0L, (sum, d) => (sum * 8) + (d - '0')).ToString(CultureInfo.InvariantCulture) : null;
        }

        return decimal.TryParse(digits, NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number)
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(@"^(\+?(0|[1-9][0-9]*)|[1-9][0-9]*(_[0-9]+)+|0o[0-7]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OneReading();

    [GeneratedRegex(@"^[0-9]+(?:_[0-9]+)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Underscored();

    [GeneratedRegex(@"^[0-9]+[a-zA-Z]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WithSuffix();
}
