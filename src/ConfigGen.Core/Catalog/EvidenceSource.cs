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

    /// <summary>Whether a table has any key that starts so.</summary>
    public abstract bool HasUnder(int table, string prefix);
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

    public override bool HasUnder(int table, string prefix) => pack.Under(prefix).Any(line => Has(Mask(line[1]), table));

    public override ImmutableArray<TableRow?> Rows(string key)
    {
        var lines = pack.Lines(key);
        if (lines.IsEmpty)
        {
            return [];
        }

        var packed = new PackedKey(lines[0]);
        return [.. Enumerable.Range(0, Tables.Length).Select(table => Has(packed.Present, table) ? new TableRow(columns, column => packed.Value(column, table)) : null)];
    }

    internal static bool Has(ulong tables, int index) => (tables >> index & 1) != 0;

    internal static ulong Mask(string hex) => ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

/// <summary>What a pack says about one key: the tables that have it, then column, tables and value by turns; no tables mean all that have the key.</summary>
internal sealed class PackedKey
{
    private readonly (int Column, ulong Tables, string Value)[] cells;

    public PackedKey(ImmutableArray<string> line)
    {
        Present = PackedTables.Mask(line[0]);
        cells = new (int, ulong, string)[(line.Length - 1) / 3];
        for (var i = 0; i < cells.Length; i++)
        {
            var tables = line[3 * i + 2];
            cells[i] = (int.Parse(line[3 * i + 1], CultureInfo.InvariantCulture), tables.Length == 0 ? Present : PackedTables.Mask(tables), line[3 * i + 3]);
        }
    }

    public ulong Present { get; }

    /// <summary>The value of a column in a table; empty where it has none.</summary>
    public string Value(int column, int table)
    {
        foreach (var cell in cells)
        {
            if (cell.Column == column && PackedTables.Has(cell.Tables, table))
            {
                return cell.Value;
            }
        }

        return "";
    }
}

/// <summary>One table as a tab-separated text with a header line: a captured host, or a table that is not built in.</summary>
internal sealed class TextTable : EvidenceSource
{
    private readonly SortedDictionary<string, TableRow> rows = new(StringComparer.Ordinal);

    private TextTable(EvidenceTable table) => Tables = [table];

    public override ImmutableArray<EvidenceTable> Tables { get; }

    public override IEnumerable<string> Keys => rows.Keys;

    public override bool HasUnder(int table, string prefix) => rows.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal));

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
