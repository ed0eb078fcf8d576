using ConfigGen.Core.Capture;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Capture;

public sealed class HostIdentityTests
{
    [Theory]
    [InlineData("6.1.0-42-amd64", "#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-1 (2026-10-05)", "ID=debian\nVERSION_ID=\"12\"", "6.1.192", KernelFamily.Debian, "debian-12")]
    [InlineData("6.12.43+deb12-amd64", "#1 SMP PREEMPT_DYNAMIC Debian 6.12.43-1~bpo12+1 (2025-09-06)", "ID=debian\nVERSION_ID=\"12\"", "6.12.43", KernelFamily.Debian, "debian-12")]
    [InlineData("6.8.0-87-generic", "#88-Ubuntu SMP PREEMPT_DYNAMIC Sat Oct 11", "ID=ubuntu\nVERSION_ID=\"24.04\"", "6.8", KernelFamily.Ubuntu, "ubuntu-24.04")]
    [InlineData("5.14.0-570.12.1.el9_6.x86_64", "#1 SMP PREEMPT_DYNAMIC Thu May 1", "ID=\"rhel\"\nVERSION_ID=\"9.6\"", "5.14", KernelFamily.RedHat, "rhel-9.6")]
    [InlineData("6.12.43", "#1 SMP", "", "6.12.43", KernelFamily.Upstream, null)]
    [InlineData("6.13.0-rc2", "#1 SMP", "ID=nix", "6.13.0", KernelFamily.Upstream, null)]
    [InlineData("6.18.44-acme", "#1 SMP", "ID=acme\nVERSION_ID=1", "6.18.44", KernelFamily.Other, null)]
    public void A_host_says_what_it_is(string release, string version, string distribution, string kernel, KernelFamily family, string? platform)
    {
        var host = HostIdentity.Of(new HostText { Release = release + "\n", Version = version, Distribution = distribution }, PlatformCatalog.BuiltIn)!;

        Assert.Equal((kernel, family, platform), (host.Kernel.ToString(), host.Family, host.Platform));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("linux")]
    public void What_names_no_kernel_is_no_host(string? release) => Assert.Null(HostIdentity.Of(new HostText { Release = release }, PlatformCatalog.BuiltIn));

    [Fact]
    public void The_head_of_a_table_reads_back()
    {
        var host = new CapturedHost(new KernelVersion(5, 14, null)) { Release = "5.14.0-1.el9", Family = KernelFamily.RedHat, Platform = "rhel-9.6", Memory = "1024Ki", Cpus = 64, Systemd = 252, Procps = "3.3.17" };

        Assert.Equal((host, "key\tmode\n", null), CapturedHost.Read(host.Write() + "key\tmode\n"));
    }

    [Fact]
    public void A_minor_release_of_Red_Hat_is_its_own_kernel()
    {
        var host = new CapturedHost(new KernelVersion(5, 14, null)) { Family = KernelFamily.RedHat, Platform = "rhel-9.4" };

        Assert.Equal(["5.14-rhel9.4"], HostIdentity.Kernels(host, PlatformCatalog.BuiltIn, SysctlCatalog.BuiltIn).Select(k => k.ToString()));
    }
}
