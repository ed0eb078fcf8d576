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

    [Fact]
    public void Defaults_modes_and_bounds_that_a_minor_release_changed_are_not_claimed_on_the_other_side()
    {
        var wrong = new List<string>();
        foreach (var line in PackFile.BuiltIn("rhel-minor")!.All().Where(l => l[3] is "default" or "mode" or "range"))
        {
            wrong.AddRange(Contradictions(line[0], line[1], line[3], line[4], line[5]).Concat(Contradictions(line[0], line[2], line[3], line[5], line[4])));
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

    private static Kernel Of(string release) =>
        new(release[0] == '8' ? new KernelVersion(4, 18, null) : new KernelVersion(5, 14, null), KernelFamily.RedHat, (release[0] == '8' ? "4.18-rhel" : "5.14-rhel") + release);

    private static IEnumerable<string> Claims(string key, string release, Existence wrong)
    {
        var said = SysctlCatalog.BuiltIn.Lookup(key, Of(release)).Existence;
        return said == wrong ? [$"{key} on {release}: said {said}"] : [];
    }

    private static IEnumerable<string> Contradictions(string key, string release, string what, string real, string other)
    {
        var fact = SysctlCatalog.BuiltIn.Lookup(key, Of(release));
        var wrong = what switch
        {
            "default" => fact.Default is { } said && said != real,
            "mode" => fact.Mode is { } mode && mode != real,
            _ => Ends(real).Any(v => SysctlCatalog.BuiltIn.Accepts(key, Of(release), v) == Verdict.Refused)
                || Ends(other).Except(Ends(real)).Any(v => !Holds(real, v) && SysctlCatalog.BuiltIn.Accepts(key, Of(release), v) == Verdict.Accepted),
        };
        return wrong ? [$"{key} on {release}: {what} is {real}"] : [];
    }

    private static string[] Ends(string range) => range.Split("..", StringSplitOptions.RemoveEmptyEntries);

    private static bool Holds(string range, string value)
    {
        var ends = range.Split("..");
        return Int128.Parse(value, System.Globalization.CultureInfo.InvariantCulture) is var number
            && (ends[0].Length == 0 || number >= Int128.Parse(ends[0], System.Globalization.CultureInfo.InvariantCulture))
            && (ends[1].Length == 0 || number <= Int128.Parse(ends[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
