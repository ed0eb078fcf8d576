using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Files of several documents, as Kubernetes tools write them.</summary>
internal static class YamlDocuments
{
    // Each document is a copy of the file.
    private const int Most = 100;

    /// <summary>Each document with its places in the whole file kept: what belongs to the others is blank.</summary>
    public static IEnumerable<SourceText> Split(SourceText source)
    {
        var starts = Enumerable.Range(1, source.LineCount).Where(n => source.LineAt(n).TrimEnd() == "---").Select(n => source.OffsetAt(n, 1)).ToList();
        if (starts.Count is < 2 or > Most)
        {
            return [source];
        }

        var bounds = starts.Prepend(0).Append(source.Text.Length).Distinct().ToList();
        return bounds.Zip(bounds.Skip(1)).Where(b => HasContent(source.Text[b.First..b.Second])).Select(b => Only(source, b.First, b.Second));
    }

    private static bool HasContent(string part) => part.Split('\n').Any(l => l.Trim() is { Length: > 0 } text && text != "---" && text[0] != '#');

    private static SourceText Only(SourceText source, int from, int to) =>
        new(source.Path, string.Concat(source.Text[..from].Select(c => c is '\n' or '\r' ? c : ' ')) + source.Text[from..to]);
}
