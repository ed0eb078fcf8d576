using ConfigGen.Core.Catalog;
using ConfigGen.Tests.Catalog.Packing;

namespace ConfigGen.Tests.Catalog;

/// <summary>Asked about exactly the kernel of a table, the catalogue gives back that table's rows, all columns.</summary>
public sealed class ReplayTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("kernels", EvidenceLayer.Measured)]
    [InlineData("kernels-from-source", EvidenceLayer.FromSource)]
    public void Every_row_comes_back(string folder, EvidenceLayer layer)
    {
        SharedFacts.Need();
        var (rows, wrong) = (0, new List<string>());
        foreach (var (table, text) in SharedFacts.Tables(folder))
        {
            var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var header = lines[0].Split('\t');
            var facts = SysctlCatalog.BuiltIn.Tables.First(t => t.Name == table);
            foreach (var cells in lines.Skip(1).Select(l => l.Split('\t')))
            {
                rows++;
                wrong.AddRange(Differences(table, facts, layer, header, cells));
            }
        }

        output.WriteLine($"{rows} rows of {folder}, {wrong.Count} contradictions");
        Assert.True(rows > 9000);
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_version_alone_finds_the_measured_table()
    {
        var fact = SysctlCatalog.BuiltIn.Lookup("net.ipv4.tcp_reordering", new Kernel(new KernelVersion(6, 12, 117), KernelFamily.Upstream, null));

        Assert.Equal(EvidenceLayer.Measured, fact.Evidence.Layer);
        Assert.Equal(["6.12.117"], fact.Evidence.Tables);
        Assert.Equal(RangeText.Parse("1..300"), fact.Accepts);
    }

    private static IEnumerable<string> Differences(string table, EvidenceTable facts, EvidenceLayer layer, string[] header, string[] cells)
    {
        var fact = SysctlCatalog.BuiltIn.Lookup(cells[0], new Kernel(facts.Version, facts.Family, table));
        var row = SysctlCatalog.BuiltIn.Row(cells[0], table);
        if (fact.Existence != Existence.Exists || fact.Evidence.Layer != layer || row is null)
        {
            yield return $"{table} {cells[0]}: {fact.Existence} by {fact.Evidence.Layer}";
            yield break;
        }

        for (var i = 1; i < header.Length; i++)
        {
            if (row[header[i]] != cells[i])
            {
                yield return $"{table} {cells[0]} {header[i]}: {row[header[i]]} instead of {cells[i]}";
            }
        }
    }
}
