using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Baselines;

/// <summary>Findings that a team knows, and repairs later: one line of a baseline.</summary>
/// <param name="Code">Such as CG2103.</param>
/// <param name="File">As reports name it: from the top of the repository, one line.</param>
/// <param name="Setting">The key or directive, for people; "-" for none.</param>
/// <param name="Fingerprint">The same as in SARIF, which stays when lines move.</param>
/// <param name="Count">At how many places of the file, from 1.</param>
public sealed record BaselineEntry(string Code, string File, string Setting, string Fingerprint, int Count)
{
    /// <summary>Its line; null for one that is not read from a file.</summary>
    public SourceSpan? Span { get; init; }

    /// <summary>The entry of findings at some places.</summary>
    /// <param name="finding">One of them.</param>
    /// <param name="file">As reports name it.</param>
    /// <param name="count">How many places.</param>
    public static BaselineEntry Of(Finding finding, string file, int count) =>
        new(finding.Code.Id, OneField(file), OneField(finding.Setting ?? "-"), Fingerprints.Of(finding, file), count);

    /// <summary>A text as a field has it: without tabs, line breaks and other control characters.</summary>
    public static string OneField(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}

/// <summary>The findings that are known and not reported.</summary>
/// <param name="Entries">By fingerprint.</param>
public sealed record Baseline(ImmutableSortedDictionary<string, BaselineEntry> Entries)
{
    /// <summary>How every baseline starts: what it is, and the version of the format.</summary>
    public const string Header = "# configgen baseline v1";

    private const string Explanation = "# Findings that are known and not reported. Update it with configgen validate --write-baseline FILE.\n# code\tfile\tsetting\tfingerprint\tplaces\n";

    /// <summary>Whether a baseline can hold findings of a code: what may not be ignored must not be hidden, and of what cannot be read or rendered nothing is put off.</summary>
    public static bool CanHold(FindingCode code) =>
        code.CanBeIgnored && (code.DefaultSeverity < Severity.Error || RuleSet.All.Any(rule => rule.Code == code));

    /// <summary>Of these entries; of two with one fingerprint the one with more places counts.</summary>
    public static Baseline Of(IEnumerable<BaselineEntry> entries) =>
        new(entries.GroupBy(e => e.Fingerprint, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.MaxBy(e => e.Count)!, StringComparer.Ordinal));

    /// <summary>The file: sorted by file, code, setting and fingerprint, so that it merges well, and the same for the same findings.</summary>
    public string Render()
    {
        var text = new StringBuilder($"{Header}\n{Explanation}");
        var sorted = Entries.Values
            .OrderBy(e => e.File, StringComparer.Ordinal)
            .ThenBy(e => e.Code, StringComparer.Ordinal)
            .ThenBy(e => e.Setting, StringComparer.Ordinal)
            .ThenBy(e => e.Fingerprint, StringComparer.Ordinal);
        foreach (var entry in sorted)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Code}\t{entry.File}\t{entry.Setting}\t{entry.Fingerprint}\t{entry.Count}\n");
        }

        return text.ToString();
    }
}
