using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

/// <summary>Each table is set aside in turn and the catalogue asked about its kernel: an answer may be missing, never wrong.</summary>
public sealed class LeaveOneOutTests(ITestOutputHelper output)
{
    private static readonly string[] Keys = [.. SysctlCatalog.BuiltIn.Keys];

    public static TheoryData<string> Tables => [.. SysctlCatalog.BuiltIn.Tables.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void No_answer_contradicts_the_table_set_aside(string table)
    {
        var facts = SysctlCatalog.BuiltIn.Tables.First(t => t.Name == table);
        KernelFamily[] families = facts.Family == KernelFamily.Debian ? [KernelFamily.Debian, KernelFamily.Upstream] : [facts.Family];
        foreach (var family in families)
        {
            var audit = new CatalogAudit(SysctlCatalog.BuiltIn.Without(table), SysctlCatalog.BuiltIn, table, new Kernel(facts.Version, family, null)).Run(Keys);
            output.WriteLine(audit.ToString());
            output.WriteLine("undecided: " + string.Join(' ', audit.Undecided));
            output.WriteLine(string.Join('\n', audit.Contradictions.Take(40)));
            Assert.Empty(audit.Contradictions);
        }
    }
}
