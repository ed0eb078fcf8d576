using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>A set of tables with the same columns.</summary>
internal abstract class EvidenceSource
{
    /// <summary>The tables, in the order that <see cref="Rows"/> uses.</summary>
    public abstract ImmutableArray<EvidenceTable> Tables { get; }

    /// <summary>The row of a key in each table; null where that table has none. An empty array when no table has the key.</summary>
    public abstract ImmutableArray<TableRow?> Rows(string key);

    /// <summary>Every key, in ordinal order.</summary>
    public abstract IEnumerable<string> Keys { get; }
}

/// <summary>Tables in a pack: per key and column the distinct values, each with the set of tables that have it.</summary>
internal sealed class PackedTables : EvidenceSource
{
    private readonly PackFile pack;
    private readonly ImmutableArray<string> columns;

    public PackedTables(PackFile pack, TableKind kind)
    {
        this.pack = pack;
        columns = pack.Header("columns");
        var modules = Mask(pack.Header("modules") is [var mask] ? mask : "0");
        var built = pack.Header("built");
        Tables = [.. pack.Header("tables").Select((name, i) =>
            EvidenceTable.FromName(name, kind, Has(modules, i), built.IsEmpty ? null : Date(built[i]))
            ?? throw new InvalidDataException($"The pack names a table without a version: {name}"))];
    }

    public override ImmutableArray<EvidenceTable> Tables { get; }

    public override IEnumerable<string> Keys => pack.Keys();

    public override ImmutableArray<TableRow?> Rows(string key)
    {
        var lines = pack.Lines(key);
        if (lines.IsEmpty)
        {
            return [];
        }

        var line = lines[0];
        var present = Mask(line[0]);
        var cells = Enumerable.Range(0, Tables.Length).Select(i => Has(present, i) ? Blank() : null).ToArray();
        for (var i = 1; i + 2 < line.Length; i += 3)
        {
            var column = int.Parse(line[i], CultureInfo.InvariantCulture);
            Fill(cells, column, line[i + 1].Length == 0 ? present : Mask(line[i + 1]), line[i + 2]);
        }

        return [.. cells.Select(values => values is null ? null : new TableRow(columns, [.. values]))];
    }

    private string[] Blank()
    {
        var values = new string[columns.Length];
        Array.Fill(values, "");
        return values;
    }

    private static void Fill(string[]?[] cells, int column, ulong tables, string value)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (Has(tables, i))
            {
                cells[i]![column] = value;
            }
        }
    }

    private static bool Has(ulong tables, int index) => (tables >> index & 1) != 0;

    private static ulong Mask(string hex) => ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

/// <summary>One table as a tab-separated text with a header line: a captured host, or a table that is not built in.</summary>
internal sealed class TextTable : EvidenceSource
{
    private readonly SortedDictionary<string, TableRow> rows = new(StringComparer.Ordinal);

    private TextTable(EvidenceTable table) => Tables = [table];

    public override ImmutableArray<EvidenceTable> Tables { get; }

    public override IEnumerable<string> Keys => rows.Keys;

    public override ImmutableArray<TableRow?> Rows(string key) => rows.TryGetValue(key, out var row) ? [row] : [];

    /// <summary>Reads a table of either format; null when the name holds no version or the text no key column.</summary>
    public static TextTable? Parse(string name, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines.Length == 0 ? [] : lines[0].TrimEnd('\r').Split('\t');
        if (header.Length < 2 || header[0] != "key")
        {
            return null;
        }

        ImmutableArray<string> columns = [.. header[1..]];
        var kind = columns.Contains("handler") ? TableKind.Source : TableKind.Measured;
        var cells = lines.Skip(1).Select(line => line.TrimEnd('\r').Split('\t')).ToList();
        var module = columns.IndexOf("module");
        var modulesLoaded = module >= 0 && cells.Exists(c => c.Length > module + 1 && c[module + 1].Length > 0);
        if (EvidenceTable.FromName(name, kind, modulesLoaded, BuildDate.In(cells.Find(c => c[0] == "kernel.version"))) is not { } table)
        {
            return null;
        }

        var parsed = new TextTable(table);
        foreach (var cell in cells)
        {
            parsed.rows[cell[0]] = new TableRow(columns, [.. Enumerable.Range(1, columns.Length).Select(i => i < cell.Length ? cell[i] : "")]);
        }

        return parsed;
    }
}
