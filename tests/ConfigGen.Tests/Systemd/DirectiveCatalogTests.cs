using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Lint;

namespace ConfigGen.Tests.Systemd;

/// <summary>What is written about directives holds against the dumps and against the judge of values.</summary>
public sealed class DirectiveCatalogTests
{
    private const string Manager = "Manager";

    private static readonly DirectiveCatalog Catalog = DirectiveCatalog.BuiltIn;
    private static readonly UnitCatalog Units = UnitCatalog.BuiltIn;

    public static TheoryData<string> Names => [.. Catalog.Names];

    [Fact]
    public void An_entry_is_read_with_every_field()
    {
        var entry = Catalog.Find("CPUWeight")!;

        Assert.Equal(("cpu", 232), (entry.Topic, entry.Since));
        Assert.Equal("number from 1 to 10000, or idle", entry.Takes);
        Assert.Equal(["idle: runs only when nothing else in the slice wants to"], entry.Values);
        Assert.Equal("unset; the kernel counts 100", entry.Default);
        Assert.Equal("replaces CPUShares, whose range was 2 to 262144 with a default of 1024", entry.Scale);
        Assert.Equal(["StartupCPUWeight", "CPUQuota"], entry.See);
        Assert.Equal(["1", "100", "10000", "idle"], entry.ValidExamples);
        Assert.Equal(["0", "10001", "50%"], entry.InvalidExamples);
        Assert.Equal(["systemd.resource-control(5), systemd 257: https://github.com/redhat-plumbers/systemd-rhel10/blob/main/man/systemd.resource-control.xml"], entry.References);
    }

    [Fact]
    public void A_default_of_system_conf_takes_the_values_of_the_directive_it_is_for()
    {
        var (entry, other) = (Catalog.Find("DefaultLimitNOFILE")!, Catalog.Find("LimitNOFILE")!);

        Assert.Equal((Manager, "LimitNOFILE", 183), (entry.Section, entry.Like, entry.Since));
        Assert.Equal((other.Takes, other.Unit), (entry.Takes, entry.Unit));
        Assert.Equal(other.Values, entry.Values);
    }

    [Fact]
    public void What_nobody_wrote_about_is_not_found()
    {
        Assert.Null(Catalog.Find("Alias"));
        Assert.Null(Catalog.Find("LimitNOFIL"));
        Assert.Null(Catalog.Find(""));
    }

    [Fact]
    public void There_are_entries_for_what_tuning_uses() =>
        Assert.Equal(
            ["buffers", "cpu", "hardening", "io", "keepalive", "limits", "manager-defaults", "memory", "oom", "processes", "restart", "sandbox", "scheduling", "sockets", "timeouts", "timers"],
            Catalog.Topics.Select(t => t.Topic).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_topic_has_the_name_of_nothing_else() =>
        Assert.All(
            Catalog.Topics.Select(t => t.Topic).Concat(SysctlCatalog.BuiltIn.Topics.Select(t => t.Topic)).Distinct(),
            topic => Assert.True(
                Units.Find(topic) is null && Catalog.Find(topic) is null && !SysctlCatalog.BuiltIn.IsKnown(topic) && FindingCodes.All.All(c => c.Name != topic),
                $"{topic} is more than a topic: explain would not show it"));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_entry_is_about_a_directive_of_the_dumps_or_of_system_conf(string name) =>
        Assert.Equal(Catalog.Find(name)!.Section is null ? null : Manager, Units.Find(name) is null ? Manager : null);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_version_agrees_with_the_dumps(string name)
    {
        if (Catalog.Find(name)!.Since is not { } since || Units.Find(name) is not { } fact)
        {
            return;
        }

        var first = fact.Places.Min(p => p.First);
        Assert.True(since <= first, $"since {since}, but systemd {first} has it");
        Assert.All(Units.Versions.Where(v => v < first), version => Assert.True(since > version, $"since {since}, but systemd {version} has it not"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Examples_are_taken_and_refused_as_written(string name)
    {
        var entry = Catalog.Find(name)!;
        if (entry.Section == Manager)
        {
            Assert.Empty(entry.ValidExamples.Concat(entry.InvalidExamples));
            return;
        }

        var place = Units.Find(name)!.Places[0];
        Assert.NotEmpty(entry.ValidExamples);
        if (ValueForms.Of(name, place.TypeOn(place.Last)!) is not { } form)
        {
            // An example that nothing can check would be a guess.
            Assert.Empty(entry.InvalidExamples);
            return;
        }

        Assert.All(entry.ValidExamples, value => Assert.True(form.Takes(value), $"{name}={value} is refused"));
        Assert.All(entry.InvalidExamples, value => Assert.False(form.Takes(value), $"{name}={value} is taken"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_entry_is_written_as_the_others_and_names_what_exists(string name)
    {
        var entry = Catalog.Find(name)!;

        Assert.True(char.IsAsciiLetterUpper(entry.Summary[0]) && entry.Summary.EndsWith('.'), $"{name} begins with a capital letter and ends with a full stop");
        Assert.InRange(entry.Summary.Length, 20, 240);
        Assert.NotEmpty(entry.References);
        Assert.All(entry.See, other => Assert.True(Catalog.Find(other) is not null || SysctlCatalog.BuiltIn.IsKnown(other), $"{name} names {other}"));
    }
}
