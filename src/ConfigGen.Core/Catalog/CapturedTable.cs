using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>The table of one host: what it says comes before what is known of its kernel, and what it does not say is answered from there.</summary>
/// <remarks>It speaks for its own host alone: other kernels are never told from it, since a host's values are set, not defaults.</remarks>
internal sealed class CapturedTable
{
    private readonly TextTable table;

    private CapturedTable(string name, Kernel kernel, TextTable table) => (Name, Kernel, this.table) = (name, kernel, table);

    /// <summary>How kernels and messages name it.</summary>
    public string Name { get; }

    /// <summary>The kernel as the catalogue knows it.</summary>
    public Kernel Kernel { get; }

    /// <summary>Reads the rows of a table; null where no line names the columns.</summary>
    public static CapturedTable? Parse(string name, Kernel kernel, string rows) =>
        TextTable.Parse(kernel.Version.ToString(), rows) is { } table ? new CapturedTable(name, kernel, table) : null;

    /// <summary>The row of a key; null where there is none.</summary>
    public TableRow? Row(string key) => table.Rows(key) is [{ } row] ? row : null;

    /// <summary>What the host says about a key.</summary>
    /// <param name="known">What is known of its kernel.</param>
    /// <param name="mayBeModule">A module may bring the key, and need not have been loaded.</param>
    public SysctlFact About(SysctlFact known, bool mayBeModule)
    {
        if (Row(known.Key) is not { } row)
        {
            return mayBeModule && !table.Tables[0].ModulesLoaded || WithheldKeys.Reason(known.Key) is not null
                ? known
                : new SysctlFact(known.Key, known.Kernel, Existence.Absent, Own);
        }

        var own = RowReader.Read(new SysctlFact(known.Key, known.Kernel, Existence.Exists, Own), new Testimony(table.Tables[0], row));
        var isMeasured = own.Accepts is not null;
        return own with
        {
            Module = own.Module ?? known.Module,
            Type = own.Type == SysctlType.Unknown ? known.Type : own.Type,
            FieldCount = own.FieldCount ?? known.FieldCount,
            Default = row["default_value"].Length > 0 ? own.Default : known.Default,
            Accepts = own.Accepts ?? known.Accepts,
            Holds = isMeasured ? own.Holds : known.Holds,
            PerNetworkNamespace = own.PerNetworkNamespace ?? known.PerNetworkNamespace,
            NamespaceKind = own.NamespaceKind ?? known.NamespaceKind,
            InheritsInitial = own.InheritsInitial ?? known.InheritsInitial,
        };
    }

    /// <summary>What the host was measured to say about one integer; null where it was not measured.</summary>
    public Verdict? Judge(string key, string value) =>
        Row(key) is { } row && RangeText.Parse(row["accept_ranges"]) is { } range && ValueJudge.Split(value) is [var number]
            ? range.Check(number)
            : null;

    /// <summary>What the host was measured to make of values that it does not keep; null where it was not measured.</summary>
    public ImmutableArray<ReadBack>? ReadBacks(string key) =>
        Row(key) is { } row && row["accept_ranges"].Length > 0 ? ReadBack.Parse(row["not_held"]) : null;

    private Evidence Own => new(EvidenceLayer.Captured, [Name]);
}
