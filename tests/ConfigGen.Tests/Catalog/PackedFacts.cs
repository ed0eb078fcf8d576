using System.Collections.Concurrent;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Audit;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Catalog;

/// <summary>The tables that travel in the packs, as the files that they were packed from.</summary>
internal static class PackedFacts
{
    private static readonly ConcurrentDictionary<string, FactTable> Read = new(StringComparer.Ordinal);

    public static EvidenceTable Describe(string table) => SysctlCatalog.BuiltIn.Tables.First(t => t.Name == table);

    /// <summary>The text of a table: a header line, then a line a key.</summary>
    public static string Text(string table)
    {
        var rows = SysctlCatalog.BuiltIn.Keys.Select(key => (Key: key, Row: SysctlCatalog.BuiltIn.Row(key, table))).Where(r => r.Row is not null).ToList();
        var columns = rows[0].Row!.Columns;
        return string.Join('\n', rows.Select(r => string.Join('\t', [r.Key, .. columns.Select(c => r.Row![c])])).Prepend(string.Join('\t', ["key", .. columns]))) + "\n";
    }

    /// <summary>Compares the answers of a catalogue with a table that it does not have.</summary>
    public static AuditResult Audit(SysctlCatalog answers, string table, KernelFamily? family = null)
    {
        var facts = Describe(table);
        return TableAudit.Run(answers, SysctlCatalog.BuiltIn, Read.GetOrAdd(table, Parse), facts, new Kernel(facts.Version, family ?? facts.Family, null));
    }

    /// <summary>The counts and the first contradictions, for the log of a test.</summary>
    public static string Summary(AuditResult result)
    {
        var counts = result.Aspects.Append(result.WithModuleState with { Name = "with module state" }).Append(result.Values);
        return $"{result.Facts.Name}: {string.Join(", ", counts.Select(c => $"{c.Name} {c.DecidedPercent:F1} % of {c.Compared}"))}\n"
            + string.Join('\n', result.Contradictions.Take(40).Select(c => $"{c.Key} {c.Aspect}: said {c.Catalogue}, is {c.Table}"));
    }

    private static FactTable Parse(string name)
    {
        var (table, findings) = FactTableReader.Read(new SourceText($"{name}.tsv", Text(name)));
        Assert.Empty(findings);
        return table!;
    }
}
