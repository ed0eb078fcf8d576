using System.Diagnostics;
using System.Text;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

public sealed class SysctlCatalogTests(ITestOutputHelper output)
{
    private static readonly SysctlCatalog Catalog = SysctlCatalog.BuiltIn;

    [Theory]
    [InlineData("net.ipv4.tcp_tw_recycle", "6.12.117", Existence.Absent)]
    [InlineData("net.ipv4.tcp_tw_recycle", "5.15.30", Existence.Absent)]
    [InlineData("net.ipv4.tcp_tw_recycle", "7.9", Existence.Absent)]
    [InlineData("net.ipv4.tcp_fin_timeout", "6.6.20", Existence.Exists)]
    [InlineData("net.ipv4.tcp_fin_timeout", "6.14.5", Existence.Exists)]
    [InlineData("net.ipv4.tcp_fin_timeout", "9.0", Existence.Unknown)]
    [InlineData("fs.fanotify.max_user_marks", "5.10", Existence.Unknown)]
    [InlineData("net.netfilter.nf_conntrack_max", "7.0.13", Existence.Exists)]
    [InlineData("net.netfilter.nf_conntrack_helper", "6.18.15", Existence.Absent)]
    [InlineData("dev.i915.perf_stream_paranoid", "6.12.117", Existence.Unknown)]
    [InlineData("net.ipv4.tcp_keepalive_tme", "6.6.20", Existence.Unknown)]
    public void Existence_by_version(string key, string version, Existence expected)
    {
        Assert.True(KernelVersion.TryParse(version, out var kernel));
        Assert.Equal(expected, Catalog.Lookup(key, new Kernel(kernel, KernelFamily.Upstream, null)).Existence);
    }

    [Fact]
    public void A_kernel_booted_without_modules_is_answered_by_its_neighbours()
    {
        var fact = Catalog.Lookup("net.netfilter.nf_conntrack_max", new Kernel(new KernelVersion(7, 0, 13), KernelFamily.Debian, "7.0.13"));

        Assert.Equal(EvidenceLayer.Interpolated, fact.Evidence.Layer);
        Assert.Equal(["6.18.15", "7.3.4"], fact.Evidence.Tables);
        Assert.Equal("nf_conntrack", fact.Module);
    }

    [Fact]
    public void A_series_is_what_its_point_releases_agree_on()
    {
        var fact = Catalog.Lookup("net.ipv4.tcp_reordering", new Kernel(new KernelVersion(6, 12, null), KernelFamily.Debian, null));

        Assert.Equal(Existence.Exists, fact.Existence);
        Assert.Equal(["6.12.43", "6.12.117"], fact.Evidence.Tables);
        Assert.Null(fact.Accepts);
        Assert.Equal("3", fact.Default);
    }

    [Fact]
    public void Kernels_of_a_series_are_its_tables() =>
        Assert.Equal(["6.12.43", "6.12.117"], Catalog.Kernels(new KernelVersion(6, 12, null)).Select(k => k.ToString()));

    [Fact]
    public void A_table_can_be_set_aside_and_added()
    {
        var without = Catalog.Without("6.12.117");
        var kernel = new Kernel(new KernelVersion(6, 12, 117), KernelFamily.Debian, null);
        Assert.Equal(EvidenceLayer.Interpolated, without.Lookup("vm.swappiness", kernel).Evidence.Layer);

        var with = without.WithTable("6.12.117", "key\tmode\tdefault_value\tmodule\ttype\taccept_ranges\nvm.swappiness\t0644\t77\t\tint\t0..7\n")!;
        Assert.Equal("77", with.Lookup("vm.swappiness", kernel).Default);
        Assert.Equal(Verdict.Refused, with.Accepts("vm.swappiness", kernel, "8"));
        Assert.Null(Catalog.WithTable("6.12.117", "no table"));
        Assert.Null(Catalog.WithTable("mine", "key\tmode\nvm.swappiness\t0644\n"));
    }

    [Fact]
    public void Platforms_stand_for_known_kernels()
    {
        var platforms = PlatformCatalog.BuiltIn;
        Assert.Equal(["6.12.43", "6.12.117"], platforms.Find("debian-13")!.Kernels.Select(k => k.ToString()));
        Assert.Equal(["debian-12", "debian-11", "debian-13"], platforms.Suggest("debin-12"));
        Assert.Equal(["6.1.192"], platforms.Kernels("6.1").Select(k => k.ToString()));
        Assert.Empty(platforms.Kernels("six"));
    }

    [Fact]
    public void Curated_entries_are_read()
    {
        var entry = Catalog.Curated("net.ipv4.ip_local_port_range")!;
        Assert.Equal("ports", entry.Topic);
        Assert.Equal(["low", "high"], entry.Fields);
        Assert.Equal(["10240 60999", "32768 60999"], entry.ValidExamples);
        Assert.Equal("net.ipv4.conf.all.rp_filter", Catalog.Curated("net.ipv4.conf.eth0.rp_filter")!.Key);
        Assert.Equal("net.ipv4.neigh.default.gc_interval", Catalog.Curated("net.ipv4.neigh.net.gc_interval")!.Key);
    }

    [Fact]
    public void Packs_are_sorted_by_the_bytes_of_their_keys()
    {
        foreach (var name in new[] { "observed", "from-source", "upstream", "rhel-minor", "curated", "platforms", "series", "host-dependent", "interfaces", "systemd", "systemd-notes", "systemd-directives" })
        {
            var keys = PackFile.BuiltIn(name)!.Keys().ToList();
            Assert.Equal(keys.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), keys);
        }
    }

    [Fact]
    public void Every_key_of_a_pack_is_found_and_no_other()
    {
        var pack = PackFile.BuiltIn("observed")!;
        Assert.All(pack.Keys(), key => Assert.Single(pack.Lines(key)));
        Assert.All(new[] { "", "a", "zzz", "net.ipv4", "net.ipv4.tcp_fin_timeou", "net.ipv4.tcp_fin_timeoutx" }, key => Assert.Empty(pack.Lines(key)));
    }

    [Fact]
    public void Fields_survive_escaping()
    {
        const string odd = "a\tb\nc\\d";
        var pack = new PackFile(new MemoryStream(Encoding.UTF8.GetBytes($"#h\t{PackFile.Escape(odd)}\nk\t{PackFile.Escape(odd)}\n")));
        Assert.Equal([odd], pack.Header("h"));
        Assert.Equal([odd], pack.Lines("k")[0]);
    }

    [Fact]
    public void Forty_keys_need_no_walk_over_the_packs()
    {
        var kernel = new Kernel(new KernelVersion(6, 12, 43), KernelFamily.Debian, null);
        var keys = Catalog.Keys.Where(k => k.StartsWith("net.ipv4.tcp_", StringComparison.Ordinal)).ToList();
        keys.ForEach(k => Catalog.Lookup(k, kernel));
        var cold = Catalog.Without("none");
        var watch = Stopwatch.StartNew();
        keys.Take(40).ToList().ForEach(k => cold.Lookup(k, kernel));
        output.WriteLine($"40 keys from the packs: {watch.Elapsed.TotalMilliseconds:F2} ms");
        Assert.InRange(watch.Elapsed.TotalMilliseconds, 0, 500);
        watch.Restart();
        keys.Take(40).ToList().ForEach(k => cold.Accepts(k, kernel, "1"));
        output.WriteLine($"40 values of known keys: {watch.Elapsed.TotalMilliseconds:F2} ms");
    }
}
