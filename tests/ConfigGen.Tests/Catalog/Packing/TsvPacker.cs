namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>Packs a table that has one meaning per line, all columns kept.</summary>
internal static class TsvPacker
{
    public static string Pack(string text) => PackBy("key", text);

    /// <summary>The list of version brackets with what was narrowed by hand: an end that is given replaces the list's, "none" takes it away; the source is added.</summary>
    public static string PackNarrowed(string text, string narrowed)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split('\t');
        var (first, last, source) = (Array.IndexOf(columns, "first_upstream"), Array.IndexOf(columns, "last_upstream"), Array.IndexOf(columns, "source"));
        var rows = lines.Skip(1).Select(l => l.Split('\t')).ToDictionary(f => f[0], StringComparer.Ordinal);
        foreach (var row in narrowed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split('\t')))
        {
            var fields = rows[row[0]];
            fields[first] = row[1].Length > 0 ? row[1] : fields[first];
            fields[last] = row[2] == "none" ? "" : row[2].Length > 0 ? row[2] : fields[last];
            fields[source] += "; " + row[3];
        }

        return Pack(string.Join('\n', [lines[0], .. lines.Skip(1).Select(l => string.Join('\t', rows[l.Split('\t')[0]]))]));
    }

    /// <summary>Keyed by the column named; a key may have several lines, which keep their order.</summary>
    public static string PackBy(string keyColumn, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split('\t');
        var key = Array.IndexOf(header, keyColumn);
        var pack = new PackText().Header(["columns", .. header.Where((_, i) => i != key)]);
        foreach (var fields in lines.Skip(1).Select(line => line.Split('\t')))
        {
            pack.Line(fields[key], fields.Where((_, i) => i != key));
        }

        return pack.ToString();
    }
}
