using System.Text;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Report;
using DiffPlex;
using DiffPlex.Model;

namespace ConfigGen.Cli.Output;

/// <summary>A change of one file as a unified diff that <c>git apply</c> and <c>patch</c> take.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The diff of a file.</summary>
    /// <param name="name">The file as headers name it, with forward slashes and without "a/".</param>
    /// <param name="old">Null for a new file.</param>
    /// <param name="new">Null for a deleted file.</param>
    /// <param name="ink">Colours.</param>
    public static string Render(string name, byte[]? old, byte[]? @new, Ink ink)
    {
        var text = new StringBuilder();
        var (a, b) = (Quoted("a/" + name), Quoted("b/" + name));
        AppendHeader(text, ink, $"diff --git {a} {b}");
        if (old is null || @new is null)
        {
            AppendHeader(text, ink, old is null ? "new file mode 100644" : "deleted file mode 100644");
        }

        var (before, after) = (Text(old), Text(@new));
        if (before is null || after is null)
        {
            return text.Append($"Binary files {a} and {b} differ\n").ToString();
        }

        var hunks = Hunks(before, after, ink);
        if (hunks.Length > 0)
        {
            AppendHeader(text, ink, "--- " + (old is null ? "/dev/null" : Ended(a)));
            AppendHeader(text, ink, "+++ " + (@new is null ? "/dev/null" : Ended(b)));
        }

        return text.Append(hunks).ToString();
    }

    private static string Hunks(string before, string after, Ink ink)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Lines);
        var text = new StringBuilder();
        for (var i = 0; i < diff.DiffBlocks.Count;)
        {
            var count = 1;
            while (i + count < diff.DiffBlocks.Count && Gap(diff.DiffBlocks[i + count - 1], diff.DiffBlocks[i + count]) <= 2 * Context)
            {
                count++;
            }

            new DiffHunk(diff, diff.DiffBlocks.Skip(i).Take(count).ToArray(), Context).AppendTo(text, ink);
            i += count;
        }

        return text.ToString();
    }

    private static int Gap(DiffBlock first, DiffBlock second) => second.DeleteStartA - (first.DeleteStartA + first.DeleteCountA);

    /// <summary>Lines with their ends, so that a missing last one is a difference.</summary>
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return [.. lines];
    }

    // A byte-order mark is part of the first line to whoever applies the diff.
    private static string? Text(byte[]? content) =>
        content is null ? ""
        : Utf8Text.Decode(content).Text is not { } text ? null
        : content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? "\uFEFF" + text : text;

    private static void AppendHeader(StringBuilder text, Ink ink, string line) => text.Append(ink.Paint(InkStyle.Strong, line)).Append('\n');

    // A tab ends a name that has spaces, or patch would take the rest for a date.
    private static string Ended(string name) => name.Contains(' ', StringComparison.Ordinal) && name[0] != '"' ? name + "\t" : name;

    /// <summary>Names with quotes, backslashes (units escape with them) or control characters are written as C strings, as git does.</summary>
    private static string Quoted(string name)
    {
        if (!name.Any(c => c is '"' or '\\' || char.IsControl(c)))
        {
            return name;
        }

        var text = new StringBuilder("\"");
        foreach (var c in name)
        {
            text.Append(c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? "\\" + Convert.ToString(c, 8).PadLeft(3, '0') : c.ToString());
        }

        return text.Append('"').ToString();
    }
}
