using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>How the rows of a table came about.</summary>
public enum TableKind
{
    /// <summary>Read and written on a booted kernel.</summary>
    Measured,

    /// <summary>Read from a source tree: a row means "in the tree", not "built".</summary>
    Source,
}

/// <summary>One table of facts: one kernel.</summary>
/// <param name="Name">The file name without its ending: "6.12.117", "5.15-ubuntu22.04".</param>
/// <param name="Kind">Measured or read from source.</param>
/// <param name="Version">The kernel's version; no point release where the name has none.</param>
/// <param name="Family">Whose kernel.</param>
/// <param name="ModulesLoaded">Measured tables: modules were loaded, so that a missing key is missing with them, too.</param>
/// <param name="Built">When the kernel was built, where the table says so.</param>
public sealed record EvidenceTable(
    string Name, TableKind Kind, KernelVersion Version, KernelFamily Family, bool ModulesLoaded, DateOnly? Built)
{
    /// <summary>Reads version and family out of a table's name; null when the name does not start with a version.</summary>
    public static EvidenceTable? FromName(string name, TableKind kind, bool modulesLoaded, DateOnly? built)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        if (!KernelVersion.TryParse(dash < 0 ? name : name[..dash], out var version))
        {
            return null;
        }

        return new EvidenceTable(name, kind, version, FamilyOf(dash < 0 ? "" : name[dash..], kind), modulesLoaded, built);
    }

    /// <summary>Red Hat's release and its rebuilds.</summary>
    private static readonly ImmutableArray<string> RedHatNames = ["rhel", "alma", "rocky", "centos", "-el"];

    private static KernelFamily FamilyOf(string suffix, TableKind kind) =>
        RedHatNames.Any(name => suffix.Contains(name, StringComparison.Ordinal)) ? KernelFamily.RedHat
        : suffix.Contains("ubuntu", StringComparison.Ordinal) ? KernelFamily.Ubuntu
        : kind == TableKind.Measured || suffix.Contains("debian", StringComparison.Ordinal) ? KernelFamily.Debian
        : KernelFamily.Upstream;
}

/// <summary>One row of a table: every column as it was written there.</summary>
public sealed class TableRow
{
    private readonly ImmutableArray<string> columns;
    private readonly Func<int, string> value;

    internal TableRow(ImmutableArray<string> columns, ImmutableArray<string> values)
        : this(columns, index => values[index])
    {
    }

    /// <summary>A row whose values are looked up where they lie, by the index of their column.</summary>
    internal TableRow(ImmutableArray<string> columns, Func<int, string> value)
    {
        this.columns = columns;
        this.value = value;
    }

    /// <summary>The columns of the table, without the key.</summary>
    public ImmutableArray<string> Columns => columns;

    /// <summary>The same row with other values in some columns; columns that the table does not have are passed over.</summary>
    internal TableRow With(IEnumerable<(string Column, string Value)> changes) =>
        new(columns, changes.Where(c => columns.Contains(c.Column))
            .Aggregate(Enumerable.Range(0, columns.Length).Select(value).ToImmutableArray(), (all, c) => all.SetItem(columns.IndexOf(c.Column), c.Value)));

    /// <summary>The value of a column; empty where the table has no such column.</summary>
    public string this[string column] => columns.IndexOf(column) is >= 0 and var index ? value(index) : "";
}
