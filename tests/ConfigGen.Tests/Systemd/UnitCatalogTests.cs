using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Tests.Catalog.Packing;

namespace ConfigGen.Tests.Systemd;

public sealed class UnitCatalogTests
{
    private static readonly UnitCatalog Catalog = UnitCatalog.BuiltIn;

    [Fact]
    public void Four_versions_were_asked() => Assert.Equal([247, 252, 257, 262], Catalog.Versions);

    [Theory]
    [InlineData("LimitNOFILE", "Service", 247, Existence.Exists)]
    [InlineData("LimitNOFILE", "Service", 250, Existence.Exists)]
    [InlineData("RestartSteps", "Service", 252, Existence.Absent)]
    [InlineData("RestartSteps", "Service", 249, Existence.Absent)]
    [InlineData("RestartSteps", "Service", 254, Existence.Unknown)]
    [InlineData("RestartSteps", "Service", 257, Existence.Exists)]
    [InlineData("RestartSteps", "Service", 260, Existence.Exists)]
    [InlineData("MemoryLimit", "Slice", 257, Existence.Exists)]
    [InlineData("MemoryLimit", "Slice", 258, Existence.Unknown)]
    [InlineData("MemoryLimit", "Slice", 262, Existence.Absent)]
    [InlineData("LimitNOFILE", "Service", 245, Existence.Unknown)]
    [InlineData("LimitNOFILE", "Service", 263, Existence.Unknown)]
    public void Between_two_dumps_a_fact_holds_only_where_both_agree(string directive, string section, int version, Existence expected) =>
        Assert.Equal(expected, Catalog.Find(directive)!.In(section)!.On(version));

    [Theory]
    [InlineData("PrivateTmp", 252, "BOOLEAN")]
    [InlineData("PrivateTmp", 254, null)]
    [InlineData("PrivateTmp", 257, "OTHER")]
    [InlineData("CPUWeight", 247, "WEIGHT")]
    [InlineData("CPUWeight", 249, null)]
    [InlineData("CPUWeight", 255, "CPUWEIGHT")]
    [InlineData("CPUWeight", 245, null)]
    public void The_parser_type_follows_the_same_rule(string directive, int version, string? type) =>
        Assert.Equal(type, Catalog.Find(directive)!.In("Service")!.TypeOn(version));

    [Fact]
    public void What_no_dump_has_is_not_found()
    {
        Assert.Null(Catalog.Find("LimitNOFIEL"));
        Assert.Null(Catalog.Find(""));
        Assert.Null(Catalog.Find("LimitNOFILE")!.In("Unit"));
        Assert.Null(Catalog.Find("LimitNOFILE")!.In("service"));
    }

    [Fact]
    public void The_first_and_the_last_directive_of_the_pack_are_found()
    {
        var names = Catalog.Names("Unit", "Service", "Socket", "Slice", "Timer", "Mount", "Automount", "Path", "Swap", "Scope", "Install").ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal("Accept", names[0]);
        Assert.All(names, name => Assert.NotNull(Catalog.Find(name)));
    }

    [Fact]
    public void Every_line_of_the_dumps_is_answered_as_it_stands()
    {
        SharedFacts.Need();
        var asked = 0;
        foreach (var version in Catalog.Versions)
        {
            var section = "";
            foreach (var line in File.ReadLines(Path.Combine(SharedFacts.Root, $"facts/systemd/systemd-{version}-config-items.txt")).Where(l => l.Length > 0))
            {
                if (line[0] == '[')
                {
                    section = line.Trim('[', ']');
                    continue;
                }

                var parts = line.Split('=', 2);
                Assert.Equal(parts[1], Catalog.Find(parts[0])!.In(section)!.TypeOn(version));
                asked++;
            }
        }

        Assert.True(asked > 4900, $"{asked} lines");
    }

    [Fact]
    public void Notes_are_about_directives_that_exist_or_once_did()
    {
        var shares = Assert.Single(Catalog.Notes("CPUShares"));
        Assert.Equal((252, 258, "CPUWeight"), (shares.Deprecated, shares.Ignored, shares.Instead));
        Assert.Empty(Catalog.Notes("LimitNOFILE"));
        Assert.True(Assert.Single(Catalog.Notes("CPUAccounting")).Harmless);
    }

    [Theory]
    [InlineData("nginx.service", "systemd/system", "Service")]
    [InlineData("app@.socket", "systemd/system", "Socket")]
    [InlineData("-.slice", "systemd/system", "Slice")]
    [InlineData("multi-user.target", "systemd/system", null)]
    [InlineData("system.conf", "systemd", "Manager")]
    [InlineData("10-lan.network", "systemd/network", null)]
    public void A_name_says_where_its_drop_ins_go(string name, string folder, string? section)
    {
        var kind = UnitKind.Of(name)!;
        Assert.Equal((folder, section), (kind.Folder, kind.OwnSection));
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("nginx.conf")]
    [InlineData(".service")]
    [InlineData("")]
    public void Other_names_are_no_units(string name) => Assert.Null(UnitKind.Of(name));
}
