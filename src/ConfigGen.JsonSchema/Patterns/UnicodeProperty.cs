using System.Globalization;

namespace ConfigGen.JsonSchema;

/// <summary>
/// The names that \p{…} takes: the general categories with their aliases (Unicode, PropertyValueAliases) and the few binary properties
/// that follow from them. Scripts are not known, as the framework has no data on them.
/// </summary>
internal static class UnicodeProperty
{
    private static readonly (string Names, UnicodeCategory Category)[] Categories =
    [
        ("Lu Uppercase_Letter", UnicodeCategory.UppercaseLetter),
        ("Ll Lowercase_Letter", UnicodeCategory.LowercaseLetter),
        ("Lt Titlecase_Letter", UnicodeCategory.TitlecaseLetter),
        ("Lm Modifier_Letter", UnicodeCategory.ModifierLetter),
        ("Lo Other_Letter", UnicodeCategory.OtherLetter),
        ("Mn Nonspacing_Mark", UnicodeCategory.NonSpacingMark),
        ("Mc Spacing_Mark", UnicodeCategory.SpacingCombiningMark),
        ("Me Enclosing_Mark", UnicodeCategory.EnclosingMark),
        ("Nd Decimal_Number digit", UnicodeCategory.DecimalDigitNumber),
        ("Nl Letter_Number", UnicodeCategory.LetterNumber),
        ("No Other_Number", UnicodeCategory.OtherNumber),
        ("Pc Connector_Punctuation", UnicodeCategory.ConnectorPunctuation),
        ("Pd Dash_Punctuation", UnicodeCategory.DashPunctuation),
        ("Ps Open_Punctuation", UnicodeCategory.OpenPunctuation),
        ("Pe Close_Punctuation", UnicodeCategory.ClosePunctuation),
        ("Pi Initial_Punctuation", UnicodeCategory.InitialQuotePunctuation),
        ("Pf Final_Punctuation", UnicodeCategory.FinalQuotePunctuation),
        ("Po Other_Punctuation", UnicodeCategory.OtherPunctuation),
        ("Sm Math_Symbol", UnicodeCategory.MathSymbol),
        ("Sc Currency_Symbol", UnicodeCategory.CurrencySymbol),
        ("Sk Modifier_Symbol", UnicodeCategory.ModifierSymbol),
        ("So Other_Symbol", UnicodeCategory.OtherSymbol),
        ("Zs Space_Separator", UnicodeCategory.SpaceSeparator),
        ("Zl Line_Separator", UnicodeCategory.LineSeparator),
        ("Zp Paragraph_Separator", UnicodeCategory.ParagraphSeparator),
        ("Cc Control cntrl", UnicodeCategory.Control),
        ("Cf Format", UnicodeCategory.Format),
        ("Cs Surrogate", UnicodeCategory.Surrogate),
        ("Co Private_Use", UnicodeCategory.PrivateUse),
        ("Cn Unassigned", UnicodeCategory.OtherNotAssigned),
    ];

    private static readonly (string Names, string Members)[] Groups =
    [
        ("LC Cased_Letter", "Lu Ll Lt"),
        ("L Letter", "Lu Ll Lt Lm Lo"),
        ("M Mark Combining_Mark", "Mn Mc Me"),
        ("N Number", "Nd Nl No"),
        ("P Punctuation punct", "Pc Pd Ps Pe Pi Pf Po"),
        ("S Symbol", "Sm Sc Sk So"),
        ("Z Separator", "Zs Zl Zp"),
        ("C Other", "Cc Cf Cs Co Cn"),
    ];

    /// <summary>The code points that have the property; null if it is not known.</summary>
    public static CodePointSet? Find(string expression)
    {
        int equals = expression.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
        {
            return expression[..equals] is "gc" or "General_Category" ? FindCategory(expression[(equals + 1)..]) : null;
        }
        return expression switch
        {
            "Any" => CodePointSet.Of(new CodePointRange(0, CodePointSet.Last)),
            "ASCII" => CodePointSet.Of(new CodePointRange(0, 0x7F)),
            "ASCII_Hex_Digit" or "AHex" => CodePointSet.Of(new('0', '9'), new('A', 'F'), new('a', 'f')),
            "Assigned" => FindCategory("Cn")!.Complement(),
            _ => FindCategory(expression),
        };
    }

    private static CodePointSet? FindCategory(string name)
    {
        var categories = new HashSet<UnicodeCategory>();
        string members = Array.Find(Groups, g => Has(g.Names, name)).Members ?? name;
        foreach (string member in members.Split(' '))
        {
            categories.UnionWith(Categories.Where(c => Has(c.Names, member)).Select(c => c.Category));
        }
        return categories.Count == 0 ? null : CodePointSet.Of(RangesOf(categories));
    }

    private static bool Has(string names, string name) => names.Split(' ').Contains(name, StringComparer.Ordinal);

    private static IEnumerable<CodePointRange> RangesOf(HashSet<UnicodeCategory> categories)
    {
        int first = -1;
        for (int i = 0; i <= CodePointSet.Last + 1; i++)
        {
            bool isMember = i <= CodePointSet.Last && categories.Contains(CharUnicodeInfo.GetUnicodeCategory(i));
            if (!isMember && first >= 0)
            {
                yield return new(first, i - 1);
            }
            first = !isMember ? -1 : first >= 0 ? first : i;
        }
    }
}
