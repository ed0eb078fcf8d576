using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>What is written about a directive, or about some of its values, from systemd's own documents.</summary>
public sealed record DirectiveNote
{
    /// <summary>The section it is about; null for every section.</summary>
    public string? Section { get; init; }

    /// <summary>The values it is about; empty for any value.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The version that began to discourage it; null when none did.</summary>
    public int? Deprecated { get; init; }

    /// <summary>The version that began to ignore it; null when none did.</summary>
    public int? Ignored { get; init; }

    /// <summary>What to write instead; null when there is nothing.</summary>
    public string? Instead { get; init; }

    /// <summary>What changes for whoever takes the replacement, or why it is gone.</summary>
    public string? Note { get; init; }

    /// <summary>Being ignored takes nothing away: what it asked for is so in any case.</summary>
    public bool Harmless { get; init; }

    /// <summary>Whether the replacement is another name for the same: one directive, of the same section, and nothing changes for whoever takes it.</summary>
    public bool IsRename => Values.IsEmpty && Section is null && Note is null && Instead is { } name && name.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether it speaks of this place and value.</summary>
    public bool Covers(string section, string value) =>
        (Section is null || string.Equals(Section, section, StringComparison.Ordinal)) && (Values.IsEmpty || Values.Contains(value));

    internal static DirectiveNote Read(ImmutableArray<string> fields) => new()
    {
        Section = NotEmpty(fields[0]),
        Values = [.. fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Deprecated = Version(fields[2]),
        Ignored = Version(fields[3]),
        Instead = NotEmpty(fields[4]),
        Note = NotEmpty(fields[5]),
        Harmless = fields[6] == "yes",
    };

    private static int? Version(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
