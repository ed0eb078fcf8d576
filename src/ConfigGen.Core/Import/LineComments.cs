using System.Text.RegularExpressions;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Render;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import;

/// <summary>Which comment explains which line.</summary>
/// <remarks>
/// A comment directly above one line is its reason. Above several lines it is the reason of each where they are variants of one key, and a heading
/// otherwise; so is one with a blank line below it. What is commented out explains nothing.
/// </remarks>
internal sealed partial class LineComments
{
    private const int LongestReason = 240;
    private const int LongestHeading = 100;
    private const int MostHeadingLines = 3;

    private readonly Dictionary<int, string> _reasons = [];
    private readonly Dictionary<int, IReadOnlyList<string>> _headings = [];
    private readonly List<string> _block = [];
    private readonly List<string> _detached = [];
    private bool _isBanner;
    private int _seen;
    private int _used;

    private LineComments()
    {
    }

    /// <summary>None at all.</summary>
    public static LineComments None { get; } = new();

    /// <summary>Comment lines with words that went nowhere.</summary>
    public int Dropped => _seen - _used;

    /// <summary>Looks at a stretch of lines.</summary>
    /// <param name="source">The text.</param>
    /// <param name="from">First line, from 1.</param>
    /// <param name="to">Last line.</param>
    /// <param name="names">What a line sets, to tell variants of one key; null for a line that sets nothing.</param>
    public static LineComments Of(SourceText source, int from, int to, Func<int, string?> names)
    {
        var comments = new LineComments();
        for (var line = from; line <= to;)
        {
            line = comments.Take(source, line, to, names);
        }

        return comments;
    }

    public string? ReasonOf(int line) => _reasons.GetValueOrDefault(line);

    public IReadOnlyList<string> HeadingOf(int line) => _headings.GetValueOrDefault(line) ?? [];

    /// <summary>A comment as one sentence, its ornaments gone; null where no word is left. Long ones end after a sentence, or at a word.</summary>
    public static string? Sentence(string text)
    {
        var plain = CommentText.OneLine(text).Trim(' ', '#', ';', '-', '=', '*', '~', '_', '/', ':', '.', '>', '<', '+', '!');
        if (plain.Count(char.IsLetter) < 3)
        {
            return null;
        }

        if (plain.Length <= LongestReason)
        {
            return plain;
        }

        var cut = plain[..LongestReason];
        var end = cut.LastIndexOf(". ", StringComparison.Ordinal);
        var word = cut.LastIndexOf(' ');
        return end > LongestReason / 3 ? cut[..end] : (word > 0 ? cut[..word] : cut) + " …";
    }

    private int Take(SourceText source, int line, int to, Func<int, string?> names)
    {
        var text = RawLines.Trimmed(source, line).Text;
        if (text.Length == 0)
        {
            Detach();
        }
        else if (RawLines.IsComment(text))
        {
            Comment(text);
        }
        else
        {
            return Lines(source, line, to, names);
        }

        return line + 1;
    }

    private void Comment(string line)
    {
        var text = line.TrimStart('#', ';', ' ', '\t');
        if (CommentedOut().IsMatch(text))
        {
            // What stood above it explained what is not done.
            _seen++;
            _block.Clear();
            _isBanner = false;
        }
        else if (text.Any(char.IsLetterOrDigit))
        {
            _seen++;
            _block.Add(text);
        }
        else
        {
            _isBanner |= text.Length > 2 || line.Length > 4;
        }
    }

    private void Detach()
    {
        // A heading of a section stays for what follows; several of them, or a long one, are the preface of a file.
        if (_block.Count is > 0 and <= MostHeadingLines)
        {
            _detached.Clear();
            _detached.AddRange(_block);
        }

        _block.Clear();
        _isBanner = false;
    }

    // The lines that stand together without a blank line or a comment between them.
    private int Lines(SourceText source, int first, int to, Func<int, string?> names)
    {
        var end = first;
        while (end < to && RawLines.Trimmed(source, end + 1).Text is { Length: > 0 } next && !RawLines.IsComment(next))
        {
            end++;
        }

        var families = Enumerable.Range(first, end - first + 1).Select(names).Where(n => n is not null).Select(n => Family(n!)).Distinct(StringComparer.Ordinal).Count();
        if (_block.Count > 0 && !_isBanner && families == 1 && Sentence(string.Join(' ', _block)) is { } reason)
        {
            foreach (var line in Enumerable.Range(first, end - first + 1))
            {
                _reasons[line] = reason;
            }

            _used += _block.Count;
            _block.Clear();
        }

        Heading(first);
        return end + 1;
    }

    private void Heading(int line)
    {
        var lines = _detached.Concat(_block.Count <= MostHeadingLines ? _block : []).ToList();
        var heading = lines.Select(Sentence).OfType<string>().Select(h => h.Length <= LongestHeading ? h : h[..h.LastIndexOf(' ', LongestHeading)] + " …").ToList();
        if (heading.Count > 0)
        {
            _headings[line] = heading;
            _used += lines.Count;
        }

        _detached.Clear();
        _block.Clear();
        _isBanner = false;
    }

    // net.ipv4.conf.all.x, net.ipv6.conf.default.x and gc_thresh1..3 are variants of one setting.
    private static string Family(string name)
    {
        var key = KeyPattern.On(name, "*").Replace(".ipv6.", ".ipv4.", StringComparison.Ordinal).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return key.Contains(".tcp_keepalive_", StringComparison.Ordinal) ? "tcp_keepalive" : key;
    }

    [GeneratedRegex(@"^-?[a-z][a-z0-9_]*[./][^ =]*[ \t]*=|^[A-Z][A-Za-z]+=|^\[[A-Z][A-Za-z]+\]$|^(sysctl|echo|cat|sudo) ", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CommentedOut();
}
