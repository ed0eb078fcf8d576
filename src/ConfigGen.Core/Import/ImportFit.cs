using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Import;

/// <summary>Brings what was read into the form of a spec: each key once, and values that mean in it what they mean to the kernel.</summary>
internal sealed class ImportFit(ImportDraft draft, ImmutableArray<Target> targets, SysctlCatalog catalog)
{
    /// <summary>Changes the draft; what cannot be brought into that form is left.</summary>
    public void Run()
    {
        foreach (var directive in draft.Directives.Where(d => !IsCarried(d.Value)).ToList())
        {
            draft.Leave(ImportCodes.NotExpressible, directive.Span, $"The value of {directive.Name} holds a character that no spec can carry: invisible, or no character at all.", "delete the character");
            draft.Directives.Remove(directive);
        }

        Once();
        for (var i = 0; i < draft.Settings.Count; i++)
        {
            if (Fit(draft.Settings[i]) is { } fitted)
            {
                draft.Settings[i] = fitted;
            }
            else
            {
                draft.Settings.RemoveAt(i--);
            }
        }
    }

    // Of several assignments the last counts, and stands where the last one stood.
    private void Once()
    {
        var last = new Dictionary<string, ImportedSetting>(StringComparer.Ordinal);
        foreach (var setting in draft.Settings)
        {
            last[setting.Key.Name] = setting;
        }

        foreach (var lost in draft.Settings.Where(s => !ReferenceEquals(last[s.Key.Name], s)))
        {
            var winner = last[lost.Key.Name];
            var isSame = winner.Value == lost.Value;
            draft.Findings.Add(Finding.Of(isSame ? ImportCodes.RepeatedLine : ImportCodes.LostLine, lost.Span, isSame
                ? $"{lost.Key} = {RawLines.Short(lost.Value)} is said again in {winner.Span}."
                : $"{lost.Key} = {RawLines.Short(lost.Value)} is without effect: {winner.Span} sets it to {(winner.Value.Length == 0 ? "no value" : RawLines.Short(winner.Value))}.").WithRelated(winner.Span, "this line counts").About(lost.Key.Name));
        }

        draft.Settings.RemoveAll(s => !ReferenceEquals(last[s.Key.Name], s));
    }

    private ImportedSetting? Fit(ImportedSetting setting)
    {
        if (!IsCarried(setting.Value))
        {
            draft.Leave(ImportCodes.NotExpressible, setting.Span, $"The value of {setting.Key} holds a character that no spec can carry: invisible, or no character at all.", "delete the character");
            return null;
        }

        var words = setting.Value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var isText = IsText(setting.Key.Name);
        var comment = Array.FindIndex(words, 1 < words.Length ? 1 : 0, w => w[0] is '#' or ';');
        if (comment > 0 && !isText && words.Take(comment).All(IsNumber))
        {
            var tail = string.Join(' ', words.Skip(comment));
            draft.Note(ImportCodes.TakenAs, setting.Span, $"'{RawLines.Short(tail)}' is no comment to the loaders but a part of the value; the kernel takes what stands in front of it, and so does the spec.");
            setting = setting with { Value = string.Join(' ', words.Take(comment)), Reason = LineComments.Sentence(tail) ?? setting.Reason };
            words = words[..comment];
        }

        if (words.Any(w => !IsNumber(w)) && setting.Value != string.Join(' ', words))
        {
            draft.Leave(ImportCodes.NotExpressible, setting.Span, $"{setting.Key} = {RawLines.Short(setting.Value)}: a spec puts one blank between words, and here stand others.", $"write {setting.Key}: with single blanks, if that means the same");
            return null;
        }

        return isText ? setting : Octal(setting, words);
    }

    private ImportedSetting Octal(ImportedSetting setting, string[] words)
    {
        var plain = words.Select(w => KernelNumber.TryLeadingZero(w, out _, out var kernel) && kernel is { } number ? number.ToString(CultureInfo.InvariantCulture) : w).ToArray();
        if (plain.SequenceEqual(words))
        {
            return words.All(IsNumber) ? setting with { Value = string.Join(' ', words) } : setting;
        }

        draft.Note(ImportCodes.TakenAs, setting.Span, $"To the kernel {setting.Value} is octal: {string.Join(' ', plain)}, which is what the spec says.", "check that this was meant");
        return setting with { Value = string.Join(' ', plain) };
    }

    // What turns text around, breaks lines, or is half a character.
    private static bool IsCarried(string value) => value.EnumerateRunes().All(r =>
        r == new Rune('\t') || Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) && r != Rune.ReplacementChar);

    private bool IsText(string key) => targets.SelectMany(t => t.Kernels).Any(k => catalog.Lookup(key, k).Type == SysctlType.Text);

    private static bool IsNumber(string word) =>
        word.TrimStart('-') is { Length: > 0 } digits && (digits.All(char.IsAsciiDigit) || digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && digits.Length > 2 && digits.Skip(2).All(char.IsAsciiHexDigit));
}
