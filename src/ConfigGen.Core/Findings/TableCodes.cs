namespace ConfigGen.Core.Findings;

/// <summary>CG00: tables of kernel facts that are given to <c>catalog audit</c>.</summary>
public static class TableCodes
{
    /// <summary>No line that names the columns, or nothing below it.</summary>
    public static readonly FindingCode Header = Code("CG0014", "table-header", "A table of facts does not name its columns, or holds nothing", Severity.Error);

    /// <summary>A row that does not fit the columns, names no key, or names one again.</summary>
    public static readonly FindingCode Row = Code("CG0015", "table-row", "A row of a table of facts does not fit", Severity.Error);

    /// <summary>A column that nothing can be compared with.</summary>
    public static readonly FindingCode Column = Code("CG0016", "table-column", "A table of facts has a column that is not known", Severity.Warning);

    private static FindingCode Code(string id, string name, string title, Severity severity) => new(id, name, title, severity) { CanBeIgnored = false };
}
