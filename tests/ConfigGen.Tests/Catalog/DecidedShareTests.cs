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

    public static TheoryData<string> TablesBelowTheNewest =>
        new(SysctlCatalog.BuiltIn.Tables.Where(t => t.Kind == TableKind.Measured).SkipLast(1).Select(t => t.Name));

    /// <summary>The newest one is left out: nothing newer could agree with what is older.</summary>
    [Theory]
    [MemberData(nameof(TablesBelowTheNewest))]
    public void Nearly_every_key_of_a_measured_kernel_is_decided_without_its_table(string name)
    {
        var table = SysctlCatalog.BuiltIn.Tables.Single(t => t.Name == name);
        var (without, kernel) = (SysctlCatalog.BuiltIn.Without(name), new Kernel(table.Version, table.Family, null));
        var keys = MeasuredKeys.Where(k => SysctlCatalog.BuiltIn.Row(k, name) is not null).ToList();
        var undecided = keys.Where(k => without.Lookup(k, kernel).Existence == Existence.Unknown).ToList();
        output.WriteLine($"{name}: {keys.Count - undecided.Count} of {keys.Count} decided; not: {string.Join(' ', undecided)}");
        Assert.InRange(100.0 * (keys.Count - undecided.Count) / keys.Count, 97, 100);
    }
}
