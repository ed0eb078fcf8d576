using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

public sealed class PlatformTests
{
    private static readonly PlatformCatalog Platforms = PlatformCatalog.BuiltIn;

    [Fact]
    public void A_rebuild_is_what_it_is_made_from()
    {
        var (rebuild, original) = (Platforms.Find("almalinux-9")!, Platforms.Find("rhel-9")!);
        Assert.Equal("AlmaLinux 9", rebuild.Title);
        Assert.Equal<Kernel>(original.Kernels, rebuild.Kernels);
        Assert.Equal("252", rebuild.Systemd);
        Assert.Equal(original.VendorSettings, rebuild.VendorSettings);
        Assert.Equal(new DateOnly(2032, 5, 31), rebuild.SupportedUntil);
        Assert.Null(rebuild.LongSupportUntil);
    }

    [Theory]
    [InlineData("rhel-9.1", "Red Hat Enterprise Linux 9.1", "5.14-rhel9.1", "250", "rhel-9")]
    [InlineData("rocky-9.4", "Rocky Linux 9.4", "5.14-rhel9.4", "252", "rocky-9")]
    [InlineData("almalinux-8.10", "AlmaLinux 8.10", "4.18-rhel8.10", "239", "almalinux-8")]
    public void Minor_releases_have_their_own_kernel_and_systemd(string id, string title, string kernel, string systemd, string major)
    {
        var minor = Platforms.Find(id)!;
        Assert.Equal(title, minor.Title);
        Assert.Equal([kernel], minor.Kernels.Select(k => k.ToString()));
        Assert.Equal(systemd, minor.Systemd);
        Assert.Equal(major, minor.MinorOf);
        Assert.True(minor.Is(major));
        Assert.False(Platforms.Find(major)!.Is(id));
    }

    [Fact]
    public void Minor_releases_are_found_but_not_listed()
    {
        Assert.DoesNotContain(Platforms.All, p => p.MinorOf is not null);
        Assert.Equal(["rhel-9.0", "rhel-9.1", "rhel-9.2", "rhel-9.3", "rhel-9.4", "rhel-9.5", "rhel-9.6", "rhel-9.7", "rhel-9.8"], Platforms.MinorsOf("rhel-9").Select(p => p.Id));
        Assert.Null(Platforms.Find("rocky-8.3"));
        Assert.Empty(Platforms.MinorsOf("oracle-9"));
    }

    [Fact]
    public void Kernels_of_other_families_are_not_taken_for_tables_of_their_version()
    {
        Assert.Equal(["5.14-rhel9.6", "5.15", "6.12"], Platforms.Find("oracle-9")!.Kernels.Select(k => k.ToString()));
        Assert.Equal([KernelFamily.RedHat, KernelFamily.Other, KernelFamily.Other], Platforms.Find("oracle-9")!.Kernels.Select(k => k.Family));
        Assert.Equal([new Kernel(new KernelVersion(6, 12, null), KernelFamily.Other, null)], Platforms.Find("sles-16.0")!.Kernels);
        Assert.Equal([new Kernel(new KernelVersion(7, 2, null), KernelFamily.Debian, null)], Platforms.Find("debian-sid")!.Kernels);
    }

    [Fact]
    public void The_same_kernel_of_two_streams_comes_once() =>
        Assert.Equal(["6.1.192"], Platforms.Find("debian-12")!.Kernels.Select(k => k.ToString()));

    [Fact]
    public void Alpine_has_no_systemd()
    {
        var alpine = Platforms.Find("alpine-3.23")!;
        Assert.True(alpine.WithoutSystemd);
        Assert.Null(alpine.Systemd);
        Assert.DoesNotContain(Platforms.All, p => p.WithoutSystemd && !p.Id.StartsWith("alpine-", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_made_at_boot_name_their_file()
    {
        Assert.Equal(new VendorSetting("2", "99-protect-links.conf"), Platforms.Find("debian-12")!.VendorSettings["fs.protected_regular"]);
        Assert.Equal(new VendorSetting("9223372036854775807", "systemd"), Platforms.Find("debian-12")!.VendorSettings["fs.file-max"]);
        Assert.Equal(new VendorSetting("2", "50-default.conf"), Platforms.Find("debian-13")!.VendorSettings["net.ipv4.conf.*.rp_filter"]);
        Assert.Empty(Platforms.Find("ubuntu-25.04")!.VendorSettings);
    }

    [Theory]
    [InlineData("rhel-9.4", "net.ipv4.conf.*.rp_filter", "1", "50-redhat.conf")] // 50-default.conf says 2
    [InlineData("oracle-9", "net.ipv4.conf.*.rp_filter", "1", "50-redhat.conf")]
    [InlineData("ubuntu-20.04", "fs.protected_regular", "2", "protect-links.conf")] // 50-default.conf says 1
    [InlineData("ubuntu-24.04", "vm.max_map_count", "1048576", "10-map-count.conf")]
    [InlineData("ubuntu-26.04", "kernel.sysrq", "176", "55-magic-sysrq.conf")] // 50-default.conf says 0x01b6
    [InlineData("opensuse-leap-15.6", "kernel.sysrq", "184", "50-default.conf")]
    [InlineData("opensuse-tumbleweed", "kernel.dmesg_restrict", "1", "50-default.conf")]
    [InlineData("fedora-44", "vm.max_map_count", "1048576", "10-map-count.conf")]
    [InlineData("amazon-linux-2", "net.ipv4.ip_default_ttl", "255", "00-defaults.conf")]
    [InlineData("amazon-linux-2023", "net.ipv4.ip_default_ttl", "127", "00-defaults.conf")]
    [InlineData("alpine-3.24", "kernel.panic", "120", "00-alpine.conf")]
    [InlineData("arch", "fs.inotify.max_user_watches", "524288", "10-arch.conf")]
    public void The_file_that_is_applied_last_is_the_one_that_counts(string platform, string key, string value, string file) =>
        Assert.Equal(new VendorSetting(value, file), Platforms.Find(platform)!.VendorSettings[key]);

    [Fact]
    public void A_setting_for_every_interface_holds_for_each_of_them()
    {
        var platform = Platforms.Find("debian-13")!;
        Assert.Equal("2", platform.AtBoot("net.ipv4.conf.eth0.rp_filter")?.Value);
        Assert.Equal("2", platform.AtBoot("net.ipv4.conf.default.rp_filter")?.Value);
        Assert.Null(platform.AtBoot("net.ipv4.conf.all.rp_filter"));
        Assert.Equal(new VendorSetting("1073741816", "systemd"), platform.AtBoot("fs.nr_open"));
        Assert.Null(Platforms.Find("debian-12")!.AtBoot("fs.nr_open"));
    }

    [Theory]
    [InlineData("sles-12.5", "228", null)]
    [InlineData("opensuse-leap-15.6", "254", "3.3.17")]
    [InlineData("sles-15.7", "254", null)]
    [InlineData("opensuse-leap-16.0", "257", null)]
    [InlineData("opensuse-tumbleweed", "261", "4.0.7")]
    public void Releases_of_SUSE_have_their_systemd(string id, string systemd, string? procps)
    {
        var platform = Platforms.Find(id)!;
        Assert.Equal(systemd, platform.Systemd);
        Assert.Equal(procps, platform.Procps);
    }

    [Theory]
    [InlineData("alma-9", "almalinux-9")]
    [InlineData("centos-9", "centos-stream-9")]
    [InlineData("amazon-2023", "amazon-linux-2023")]
    [InlineData("debian-bookworm", "debian-12")]
    [InlineData("Ubuntu 24.04", "ubuntu-24.04")]
    [InlineData("noble", "ubuntu-24.04")]
    [InlineData("rhel9", "rhel-9")]
    [InlineData("rockylinux-9.4", "rocky-9.4")]
    [InlineData("leap-15.6", "opensuse-leap-15.6")]
    [InlineData("fedora-46", "fedora-43")]
    [InlineData("tumbleweed", "opensuse-tumbleweed")]
    [InlineData("sid", "debian-sid")]
    public void Other_names_lead_to_the_platform(string written, string meant) => Assert.Equal(meant, Platforms.Suggest(written)[0]);

    [Fact]
    public void What_is_like_nothing_gets_no_suggestion() => Assert.Empty(Platforms.Suggest("solaris-11"));

    [Fact]
    public void The_listing_is_short()
    {
        Assert.StartsWith("almalinux-10, -8, -9; alpine-3.22, -3.23, -3.24; amazon-linux-2, -2023; arch; centos-stream-10, -9; debian-11, -12, -13; debian-sid; ", Platforms.Listing, StringComparison.Ordinal);
    }
}
