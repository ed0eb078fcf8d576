namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>Packs a table that has one meaning per line, all columns kept.</summary>
internal static class TsvPacker
{
    public static string Pack(string text) => PackBy("key", text);

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
