using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

/// <summary>How much is answered for kernels that lie between the tables.</summary>
public sealed class DecidedShareTests(ITestOutputHelper output)
{
    private static readonly string[] MeasuredKeys =
        [.. SysctlCatalog.BuiltIn.Keys.Where(k => SysctlCatalog.BuiltIn.Tables.Any(t => t.Kind == TableKind.Measured && SysctlCatalog.BuiltIn.Row(k, t.Name) is not null))];

    [Theory]
    [InlineData("5.10.240", 90)]
    [InlineData("5.15.15", 90)]
    [InlineData("6.1.50", 90)]
    [InlineData("6.6.15", 90)]
    [InlineData("6.12.80", 90)]
    [InlineData("6.14.5", 90)]
    [InlineData("6.16.3", 90)]
    public void Most_keys_of_a_kernel_between_tables_are_decided(string version, double least)
    {
        Assert.True(KernelVersion.TryParse(version, out var kernel));
        var undecided = MeasuredKeys.Where(k => SysctlCatalog.BuiltIn.Lookup(k, new Kernel(kernel, KernelFamily.Debian, null)).Existence == Existence.Unknown).ToList();
        var share = 100.0 * (MeasuredKeys.Length - undecided.Count) / MeasuredKeys.Length;
        output.WriteLine($"{version}: {share:F1} % of {MeasuredKeys.Length} decided; not: {string.Join(' ', undecided.Take(30))}");
        Assert.True(share >= least);
    }
}
