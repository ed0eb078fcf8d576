using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

/// <summary>Minor releases of RHEL 8 and 9 that the catalogue has no table of: what is known of their changes must not be contradicted.</summary>
public sealed class RedHatMinorClaimsTests
{
    [Fact]
    public void Keys_that_came_or_went_with_a_minor_release_are_not_claimed_before_or_after_it()
    {
        var wrong = new List<string>();
        foreach (var line in PackFile.BuiltIn("rhel-minor")!.All().Where(l => l[3] is "added" or "removed"))
        {
            var (before, after) = line[3] == "added" ? (Existence.Exists, Existence.Absent) : (Existence.Absent, Existence.Exists);
            wrong.AddRange(Claims(line[0], line[1], before).Concat(Claims(line[0], line[2], after)));
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("5.14-rhel9.4", KernelFamily.RedHat)]
    [InlineData("4.18-almalinux8.9", KernelFamily.RedHat)]
    [InlineData("5.14-rocky9", KernelFamily.RedHat)]
    [InlineData("6.11-ubuntu24.10", KernelFamily.Ubuntu)]
    [InlineData("6.6-lts", KernelFamily.Upstream)]
    [InlineData("6.10-debian13", KernelFamily.Debian)]
    public void A_name_tells_whose_tree_it_is(string name, KernelFamily family) =>
        Assert.Equal(family, EvidenceTable.FromName(name, TableKind.Source, modulesLoaded: false, built: null)!.Family);

    private static IEnumerable<string> Claims(string key, string release, Existence wrong)
    {
        var (series, name) = release[0] == '8' ? (new KernelVersion(4, 18, null), $"4.18-rhel{release}") : (new KernelVersion(5, 14, null), $"5.14-rhel{release}");
        var said = SysctlCatalog.BuiltIn.Lookup(key, new Kernel(series, KernelFamily.RedHat, name)).Existence;
        return said == wrong ? [$"{key} on {name}: said {said}"] : [];
    }
}
