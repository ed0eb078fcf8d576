using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Catalog.Audit;

/// <summary>A table of kernel facts, of either format, with the place of every cell.</summary>
/// <param name="Source">The file.</param>
/// <param name="KernelName">The kernel that a comment line names ("# kernel: 6.12.43"); null where none does.</param>
/// <param name="Kind">Measured, or read from a source tree, by its columns.</param>
/// <param name="Columns">Every column in order, the key included.</param>
/// <param name="Rows">In the order of the file; every key once.</param>
public sealed record FactTable(SourceText Source, string? KernelName, TableKind Kind, ImmutableArray<string> Columns, ImmutableArray<FactRow> Rows)
{
    /// <summary>A measured table with keys of modules: they were loaded, so that a missing key is missing with them, too.</summary>
    public bool ModulesLoaded => Rows.Any(r => r.Cells["module"].Length > 0);

    /// <summary>Recorded on a host: it holds that host's values, and leaves out what is nobody else's business.</summary>
    public bool IsCapture => Columns.Contains("value");

    /// <summary>The column of the keys.</summary>
    internal const string Key = "key";

    /// <summary>Where a cell stands; the key for a column that the table does not have.</summary>
    public SourceSpan Place(FactRow row, string column)
    {
        var fields = Source.LineAt(row.Line).Split('\t');
        var at = Columns.IndexOf(column) is >= 0 and var index ? index : Columns.IndexOf(Key);
        return Source.Span(Source.OffsetAt(row.Line, 1) + fields.Take(at).Sum(f => f.Length + 1), fields[at].Length);
    }

    /// <summary>The table as the catalogue knows tables, under a name that starts with a version; null when it does not.</summary>
    public EvidenceTable? Describe(string name) => EvidenceTable.FromName(name, Kind, ModulesLoaded, built: null);
}

/// <summary>One row.</summary>
/// <param name="Key">In sysctl spelling.</param>
/// <param name="Line">From 1.</param>
/// <param name="Cells">Every other column.</param>
public sealed record FactRow(string Key, int Line, TableRow Cells);
