using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>Between which upstream versions a key came and went; an end that is not known is null.</summary>
/// <param name="FirstFrom">It is not in any version before this one.</param>
/// <param name="FirstBy">It is there in this version.</param>
/// <param name="LastFrom">It is still there in this version; null when it is not known to be gone.</param>
/// <param name="LastBy">It is gone after this version.</param>
/// <param name="DistributionOnly">In no upstream source that was read: a distribution's own patch.</param>
internal sealed record UpstreamBracket(
    KernelVersion? FirstFrom, KernelVersion? FirstBy, KernelVersion? LastFrom, KernelVersion? LastBy, bool DistributionOnly)
{
    public static UpstreamBracket Unlisted { get; } = new(null, null, null, null, false);

    /// <summary>Every mainline tree of this version has the key, so that its stable trees do, too.</summary>
    public bool IsInTree(KernelVersion version) =>
        FirstBy is { } by && Series(version) >= by && (LastFrom is not { } last || Series(version) <= last);

    /// <summary>Mainline had dropped the key before this version.</summary>
    public bool IsGone(KernelVersion version) => LastBy is { } last && Series(version) > last;

    /// <summary>Mainline dropped the key before this version, or may have: it is not surely in that tree any more.</summary>
    public bool MayHaveDropped(KernelVersion version) => LastFrom is { } last && Series(version) > last;

    /// <summary>Reads first_upstream, last_upstream and source of one line of upstream-versions.tsv.</summary>
    public static UpstreamBracket Read(ImmutableArray<string> fields)
    {
        var (first, last) = (Ends(fields[0]), Ends(fields[1]));
        return new UpstreamBracket(
            first.From, first.By, last.From, last.By, fields[4].StartsWith("in none of", StringComparison.Ordinal));
    }

    private static KernelVersion Series(KernelVersion version) => version with { Patch = null };

    private static (KernelVersion? From, KernelVersion? By) Ends(string text)
    {
        if (text.StartsWith("<=", StringComparison.Ordinal))
        {
            return (null, Version(text[2..]));
        }

        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? (Version(text), Version(text)) : (Version(text[..dots]), Version(text[(dots + 2)..]));
    }

    private static KernelVersion? Version(string text) =>
        KernelVersion.TryParse(text, out var version) ? version with { Patch = null } : null;
}
