using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

/// <summary>Each table is set aside in turn and the catalogue asked about its kernel: an answer may be missing, never wrong.</summary>
public sealed class LeaveOneOutTests(ITestOutputHelper output)
{
    public static TheoryData<string> Tables => [.. SysctlCatalog.BuiltIn.Tables.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void No_answer_contradicts_the_table_set_aside(string table)
    {
        var facts = PackedFacts.Describe(table);
        KernelFamily[] families = facts.Family == KernelFamily.Debian ? [KernelFamily.Debian, KernelFamily.Upstream] : [facts.Family];
        foreach (var family in families)
        {
            var audit = PackedFacts.Audit(SysctlCatalog.BuiltIn.Without(table), table, family);
            output.WriteLine(PackedFacts.Summary(audit));
            output.WriteLine("undecided: " + string.Join(' ', audit.Unknowns.Where(u => u.Aspect == "existence").Select(u => u.Key)));
            Assert.Empty(audit.Contradictions);
        }
    }
}
