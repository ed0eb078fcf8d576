using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

/// <summary>Looking keys up does not load the catalogue: counted in bytes, as times differ from machine to machine.</summary>
public sealed class LookupCostTests
{
    private const int Keys = 40;

    [Theory]
    [InlineData("observed")]
    [InlineData("from-source")]
    [InlineData("curated")]
    [InlineData("upstream")]
    public void Forty_lookups_make_far_fewer_objects_than_a_walk(string name)
    {
        var pack = PackFile.BuiltIn(name)!;
        var keys = pack.Keys().ToList();
        var sample = Enumerable.Range(0, Keys).Select(i => keys[i * keys.Count / Keys]).ToList();
        Assert.All(sample, key => Assert.False(pack.Lines(key).IsEmpty, key));

        var lookups = Allocated(() => sample.ForEach(key => pack.Lines(key)));
        var walk = Allocated(() => Assert.NotEmpty(pack.All().ToList()));

        Assert.True(lookups * 4 < walk, $"{Keys} lookups: {lookups} bytes, a walk over all {keys.Count} keys: {walk} bytes");
    }

    [Fact]
    public void Every_key_is_found_where_it_is()
    {
        var pack = PackFile.BuiltIn("curated")!;
        var lines = pack.All().GroupBy(line => line[0], StringComparer.Ordinal).ToList();

        Assert.All(lines, key => Assert.Equal(key.Select(line => string.Join('\t', line.Skip(1))), pack.Lines(key.Key).Select(line => string.Join('\t', line))));
        Assert.Empty(pack.Lines("a"));
        Assert.Empty(pack.Lines("net.ipv4.tcp_"));
        Assert.Empty(pack.Lines("zzz"));
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
