using System.Globalization;

namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>Packs kernel tables losslessly: per key and column the distinct values, each with the set of tables that have it.</summary>
internal static class TablePacker
{
    public static string Pack(IReadOnlyList<(string Name, string Text)> tables)
    {
        Assert.InRange(tables.Count, 1, 64);
        var parsed = tables.Select(t => Rows(t.Text)).ToList();
        var columns = tables[0].Text.Split('\n')[0].Split('\t')[1..];
        var pack = new PackText()
            .Header(["tables", .. tables.Select(t => t.Name)])
            .Header(["columns", .. columns])
            .Header("modules", Mask(parsed, rows => rows.Values.Any(r => Cell(r, columns, "module").Length > 0)))
            .Header(["built", .. parsed.Select(rows => Built(rows, columns))]);
        foreach (var key in parsed.SelectMany(rows => rows.Keys).Distinct(StringComparer.Ordinal))
        {
            PackKey(pack, key, columns, parsed);
        }

        return pack.ToString();
    }

    /// <summary>key, tables that have it, then column number, tables (empty: all that have the key) and value, over and over.</summary>
    private static void PackKey(PackText pack, string key, string[] columns, List<Dictionary<string, string[]>> tables)
    {
        var present = Mask(tables, rows => rows.ContainsKey(key));
        List<string> line = [present];
        for (var c = 0; c < columns.Length; c++)
        {
            var column = c + 1;
            var values = tables.Where(rows => rows.ContainsKey(key)).Select(rows => rows[key][column]).Where(v => v.Length > 0);
            foreach (var value in values.Distinct(StringComparer.Ordinal))
            {
                var mask = Mask(tables, rows => rows.TryGetValue(key, out var row) && row[column] == value);
                line.AddRange([c.ToString(CultureInfo.InvariantCulture), mask == present ? "" : mask, value]);
            }
        }

        pack.Line(key, line);
    }

    private static Dictionary<string, string[]> Rows(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var width = lines[0].Split('\t').Length;
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(1))
        {
            var fields = line.Split('\t');
            Assert.Equal(width, fields.Length);
            Assert.True(rows.TryAdd(fields[0], fields), $"{fields[0]} stands twice in one table");
        }

        return rows;
    }

    private static string Built(Dictionary<string, string[]> rows, string[] columns)
    {
        var version = rows.TryGetValue("kernel.version", out var row) ? Cell(row, columns, "default_value") : "";
        var open = version.LastIndexOf('(');
        return open < 0 ? "" : version.Substring(open + 1, 10);
    }

    private static string Cell(string[] row, string[] columns, string column) =>
        Array.IndexOf(columns, column) is >= 0 and var index ? row[index + 1] : "";

    private static string Mask(List<Dictionary<string, string[]>> tables, Func<Dictionary<string, string[]>, bool> has)
    {
        ulong mask = 0;
        for (var i = 0; i < tables.Count; i++)
        {
            mask |= has(tables[i]) ? 1UL << i : 0;
        }

        return mask.ToString("x", CultureInfo.InvariantCulture);
    }
}
