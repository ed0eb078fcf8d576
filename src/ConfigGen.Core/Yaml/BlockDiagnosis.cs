using System.Buffers;

namespace ConfigGen.Core.Yaml;

/// <summary>A line that leaves a block of text (| or &gt;) by being indented less than its first line.</summary>
internal static class BlockDiagnosis
{
    private static readonly SearchValues<char> HeaderEnds = SearchValues.Create("|>");

    /// <summary>A finding when the line of the failure was meant to be in the block above it, or null.</summary>
    public static Diagnosis? Find(BrokenYaml broken)
    {
        var indent = broken.Indent(broken.At);
        var deeper = 0;
        for (var line = broken.PreviousLine(broken.At); line >= 0; line = broken.PreviousLine(line))
        {
            if (broken.Indent(line) < indent)
            {
                return deeper > 0 && IsHeader(broken.Content(line)) ? Less(broken, line, deeper) : null;
            }

            deeper = broken.Indent(line) > indent ? broken.Indent(line) : deeper;
        }

        return null;
    }

    private static Diagnosis Less(BrokenYaml broken, int header, int deeper) => new(
        broken.Rest(broken.At),
        $"This line is indented less than the block of text that starts on line {broken.LineOf(header)}.",
        $"indent it by {deeper} spaces, as the lines of the block above it");

    // "key: |-" or "- >2  # comment"
    private static bool IsHeader(string line)
    {
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        var header = (comment < 0 ? line : line[..comment]).AsSpan().TrimEnd(" \t").TrimEnd("+-0123456789");
        return header.Length > 0 && HeaderEnds.Contains(header[^1]) && (header.Length == 1 || header[^2] == ' ');
    }
}
