using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Fixes;

/// <summary>The lines of one entry of a YAML mapping, where they can be deleted without touching anything else.</summary>
public static partial class EntryDeletion
{
    /// <summary>A fix that deletes the entry; null where its lines hold more than itself, or where its mapping would be left empty.</summary>
    /// <param name="key">Where the key is written.</param>
    /// <param name="isSafe">Whether deleting changes nothing of what the file means.</param>
    public static Fix? Of(SourceSpan key, bool isSafe)
    {
        var (source, first) = (key.Source, key.Start.Line);
        var indent = key.Start.Column - 1;
        if (Indent(source, first) != indent || !IsWhole(source.LineAt(first)[(indent + key.Span.Length)..]))
        {
            return null;
        }

        var last = Last(source, first, indent);
        var span = Lines(source, first, last);
        return HasSibling(source, first, last, indent) && !IsListBelow(source, last, indent) && !Anchor().IsMatch(span.Text) ? new Fix(span, "", "Delete the entry", isSafe) : null;
    }

    /// <summary>The value stands behind the key as one scalar or one list or mapping in brackets, or it stands below.</summary>
    private static bool IsWhole(string behindKey) => Value().IsMatch(behindKey);

    /// <summary>The last line that is indented further than the key: blank lines and comments after it are not of the entry.</summary>
    private static int Last(SourceText source, int first, int indent)
    {
        var last = first;
        for (var line = first + 1; line <= source.LineCount && (Indent(source, line) is not { } deep || deep > indent); line++)
        {
            last = Indent(source, line) is null ? last : line;
        }

        return last;
    }

    /// <summary>The items of a list may stand as far left as the key that they belong to.</summary>
    private static bool IsListBelow(SourceText source, int last, int indent) =>
        Enumerable.Range(last + 1, source.LineCount - last).Where(line => Indent(source, line) is not null).Select(source.LineAt).FirstOrDefault() is { } next
        && next.Length > indent && next[indent] == '-';

    private static SourceSpan Lines(SourceText source, int first, int last)
    {
        var start = source.OffsetAt(first, 1);
        var end = last < source.LineCount ? source.OffsetAt(last + 1, 1) : source.Text.Length;
        return source.Span(start, end - start);
    }

    private static bool HasSibling(SourceText source, int first, int last, int indent) =>
        IsSibling(source, indent, Enumerable.Range(1, first - 1).Reverse()) || IsSibling(source, indent, Enumerable.Range(last + 1, source.LineCount - last));

    private static bool IsSibling(SourceText source, int indent, IEnumerable<int> lines)
    {
        var near = lines.Select(line => (Indent: Indent(source, line), Text: source.LineAt(line).TrimStart())).FirstOrDefault(l => l.Indent <= indent);
        return near.Indent == indent && near.Text is not (['}' or ']' or '-', ..] or "");
    }

    /// <summary>Null for blank lines and comments.</summary>
    private static int? Indent(SourceText source, int line) =>
        source.LineAt(line) is var text && text.AsSpan().TrimStart(' ') is { Length: > 0 } rest && rest[0] != '#' && !rest.IsWhiteSpace() ? text.Length - rest.Length : null;

    [GeneratedRegex("""^\s*:(\s+([^\s#&*!|>{}\[\]"'%@`][^#{}\[\]"']*|"[^"\\]*"|'[^']*'|\[([^{}\[\]"'#]|"[^"\\]*"|'[^']*')*\]|\{([^{}\[\]"'#]|"[^"\\]*"|'[^']*')*\}))?\s*(\s#.*)?$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Value();

    [GeneratedRegex(@"(^|[\s\[{,])[&*!]\S", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Anchor();
}
