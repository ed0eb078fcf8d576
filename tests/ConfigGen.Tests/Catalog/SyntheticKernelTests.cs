using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

/// <summary>Coarser gaps than one table: what is answered from further away must not be wrong either.</summary>
public sealed class SyntheticKernelTests(ITestOutputHelper output)
{
    private static readonly EvidenceTable[] Measured = [.. SysctlCatalog.BuiltIn.Tables.Where(t => t.Kind == TableKind.Measured)];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (first, second) in Measured.Zip(Measured.Skip(1)))
            {
                pairs.Add(first.Name, second.Name);
            }

            return pairs;
        }
    }

    public static TheoryData<string> MeasuredTables => [.. Measured.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_measured_neighbours_set_aside(string first, string second)
    {
        var catalog = SysctlCatalog.BuiltIn.Without(first).Without(second);
        Audit(catalog, first);
        Audit(catalog, second);
    }

    [Theory]
    [MemberData(nameof(MeasuredTables))]
    public void Every_measured_kernel_from_here_on_set_aside(string table)
    {
        var from = Array.FindIndex(Measured, t => t.Name == table);
        Audit(Measured[from..].Aggregate(SysctlCatalog.BuiltIn, (catalog, t) => catalog.Without(t.Name)), table);
    }

    [Theory]
    [MemberData(nameof(MeasuredTables))]
    public void Every_source_table_set_aside(string table)
    {
        var sources = SysctlCatalog.BuiltIn.Tables.Where(t => t.Kind == TableKind.Source);
        Audit(sources.Aggregate(SysctlCatalog.BuiltIn.Without(table), (catalog, t) => catalog.Without(t.Name)), table);
    }

    [Theory]
    [MemberData(nameof(MeasuredTables))]
    public void No_upstream_brackets(string table) => Audit(SysctlCatalog.BuiltIn.Without(table).WithoutUpstreamBrackets(), table);

    private void Audit(SysctlCatalog catalog, string table)
    {
        var audit = PackedFacts.Audit(catalog, table);
        output.WriteLine(PackedFacts.Summary(audit));
        Assert.Empty(audit.Contradictions);
    }
}
