using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Lint.Raw;

public sealed class RawSysctlTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("# a = 1\n; b = 2\n\n  # c = 3\n \t \n", "")]
    [InlineData("kernel.panic = 10\n", "")]
    [InlineData("  kernel.panic\t=\t10  ", "")]
    [InlineData("kernel/panic=10", "")]
    [InlineData("net/ipv4/conf/eth0.100/rp_filter = 1\nnet.ipv4.conf.eth0/100.log_martians = 1\n", "")]
    [InlineData("net.ipv4.conf.*.rp_filter = 1\n-net.ipv4.conf.lo.rp_filter\n", "")]
    [InlineData("-kernel.unprivileged_userns_clone = 0\n", "")]
    [InlineData("kernel.domainname =\n", "")]
    [InlineData("kernel.core_pattern = |/bin/false\n", "")]
    [InlineData("kernel.panic 10\n", "1:1 error CG0103")]
    [InlineData("sysctl kernel.panic = 10\n", "1:1 error CG0103")]
    [InlineData("= 10\n", "1:1 error CG0103")]
    [InlineData("kernel.panic = 10 \\\nkernel.panic_on_oops = 1\n", "1:19 error CG2006")]
    [InlineData("kernel.panic = \"10\"\n", "1:16 error CG2006")]
    [InlineData("kernel.panic =\n", "1:1 error CG2006")]
    [InlineData("kernel.panic = 10 # later\n", "1:19 warning CG0108")]
    [InlineData("kernel.panic = 10\nkernel/panic = 20\n", "1:1 warning CG0104")]
    [InlineData("kernel.panic = 10\nkernel.panic = 10\n", "")]
    [InlineData("kernel.panic = 10\r\nkernel.panic_on_oops = 1\r\n", "1:18 warning CG0107")]
    [InlineData("kernel.panic = 1\u0001\n", "1:1 error CG0012")]
    [InlineData("kernel.panic = {{ panic }}\nkernel.nosuch = 1\n", "1:16 warning CG0102, 2:1 error CG2001")]
    [InlineData("kernel.panic = @PANIC@\n", "1:16 warning CG0102")]
    [InlineData("kernel.panic = ${PANIC:-1}\n", "1:16 warning CG0102")]
    [InlineData("{% if panic %}\nkernel.nosuch = 1\n{% endif %}\n", "1:1 warning CG0102")]
    [InlineData("cat >> /etc/sysctl.conf <<EOF\nkernel.nosuch = 1\nEOF\n", "1:1 error CG0101")]
    [InlineData("kernel.panic = 10\nsysctl -w kernel.nosuch=1\nkernel.nosuch2 = 1\n", "2:1 error CG0103, 3:1 error CG2001")]
    [InlineData("# first\nsysctl -w kernel.nosuch=1\n", "2:1 error CG0101")]
    [InlineData("#!/bin/sh\nsysctl -w kernel.nosuch=1\n", "1:1 error CG0101")]
    [InlineData("net.ipv4.tcp_mem = 786432000 1048576000 1572864000\n", "1:20 warning CG4011")]
    [InlineData("net.ipv4.tcp_mem = 786432000 1048576000 1073741824\n", "")]
    [InlineData("-kernel.nosuch = 1\n", "1:2 warning CG2001")]
    [InlineData("kernel.pid_max = 0100000\n", "1:18 error CG2007")]
    public void Every_form_of_a_line_is_read_as_the_loaders_read_it(string text, string findings) =>
        Assert.Equal(findings, RawCases.Places(RawCases.Sysctl, text, "debian-12"));

    [Theory]
    [InlineData("net.ipv6.conf.lo.disable_ipv6 = 0\nnet.ipv6.conf.all.disable_ipv6 = 1\n", "1:1 warning CG0109")]
    [InlineData("net.ipv6.conf.all.disable_ipv6 = 1\nnet.ipv6.conf.lo.disable_ipv6 = 0\n", "")]
    [InlineData("net.ipv6.conf.default.disable_ipv6 = 1\nnet.ipv6.conf.all.disable_ipv6 = 1\n", "")]
    [InlineData("net.ipv6.conf.*.disable_ipv6 = 0\nnet.ipv6.conf.all.disable_ipv6 = 1\n", "")]
    [InlineData("net.ipv4.conf.eth0.forwarding = 0\nnet.ipv4.ip_forward = 1\n", "1:1 warning CG0109")]
    [InlineData("net.ipv4.conf.eth0.forwarding = 1\nnet.ipv4.ip_forward = 1\n", "")]
    [InlineData("net.ipv4.conf.eth0.forwarding = 1\nnet.ipv4.ip_forward = 0\n", "2:23 info CG2012")]
    [InlineData("net.ipv4.conf.all.accept_redirects = 0\nnet.ipv4.ip_forward = 1\n", "")]
    [InlineData("net.ipv6.conf.eth0.forwarding = 1\nnet.ipv6.conf.all.forwarding = 0\n", "2:32 info CG2012")]
    [InlineData("net.ipv6.conf.eth0.forwarding = 0\nnet.ipv6.conf.all.forwarding = 1\n", "1:1 warning CG0109")]
    [InlineData("net.ipv4.conf.all.accept_redirects = 1\nnet.ipv6.conf.all.forwarding = 1\n", "1:38 info CG2012")]
    [InlineData("net.ipv4.conf.all.accept_redirects = 1\nnet.ipv4.ip_forward = 1\n", "1:1 warning CG0109, 1:38 info CG2012")]
    public void Lines_that_the_kernel_undoes_when_it_takes_a_later_one_are_told(string text, string findings) =>
        Assert.Equal(findings, RawCases.Places(RawCases.Sysctl, text, "debian-12"));

    [Theory]
    [InlineData("net.netfilter.nf_conntrack_acct = 1\n", "1:1 info CG0110")]
    [InlineData("kernel.panic = 10\nnet.netfilter.nf_conntrack_acct = 1\nnet.netfilter.nf_conntrack_timestamp = 1\n", "2:1 info CG0110")]
    [InlineData("-net.netfilter.nf_conntrack_acct = 1\n", "")]
    [InlineData("net.bridge.bridge-nf-call-iptables = 1\n", "1:1 info CG0110, 1:38 info CG2012")]
    [InlineData("net.bridge.bridge-nf-call-iptables = 0\n", "")]
    public void Keys_of_modules_that_nothing_loads_are_told_once_a_module(string text, string findings) =>
        Assert.Equal(findings, RawCases.Places(RawCases.Sysctl, text, "debian-12"));

    [Theory]
    [InlineData("# $FreeBSD$\nkern.ipc.somaxconn=1024\nvm.swap_enabled=0\n", "2:1 error CG0101")]
    [InlineData("net.inet.tcp.blackhole=2\n", "1:1 error CG0101")]
    [InlineData("kernel.panic = 10\nnet.inet.tcp.blackhole=2\n", "2:1 error CG2001")]
    public void A_file_of_a_bsd_is_told_as_such(string text, string findings) =>
        Assert.Equal(findings, RawCases.Places("etc/sysctl.conf", text, "debian-12"));

    [Fact]
    public void A_blank_that_is_none_is_named()
    {
        var finding = Assert.Single(RawCases.Lint(RawCases.Sysctl, "vm.swappiness = 1\u00a0\n", "debian-12").Findings);
        Assert.Equal("CG2006", finding.Code.Id);
        Assert.Equal("U+00A0 stands in the value, a character that looks like a blank or like nothing: type the value again", finding.Help);
    }

    [Fact]
    public void A_byte_order_mark_is_told_in_sysctl_files_and_not_in_units()
    {
        var source = new SourceText("x", "kernel.panic = 10\n");
        Assert.Equal("1:1 warning CG0107", RawCases.Places(RawCases.Lint(new RawFile(source, RawForm.Sysctl) { HasByteOrderMark = true }, RawCases.Targets())));

        var unit = new SourceText("x", "[Service]\nRestart=always\n");
        Assert.Equal("", RawCases.Places(RawCases.Lint(new RawFile(unit, new RawForm(RawKind.Unit, "a.service")) { HasByteOrderMark = true }, RawCases.Targets())));
    }

    [Fact]
    public void What_holds_on_only_some_of_the_default_targets_is_a_warning()
    {
        Assert.Equal("1:1 warning CG2002", RawCases.Places(RawCases.Sysctl, "vm.memfd_noexec = 1\n"));
        Assert.Equal("1:1 error CG2002", RawCases.Places(RawCases.Sysctl, "net.ipv4.tcp_tw_recycle = 1\n"));
        Assert.Equal("1:1 error CG2002", RawCases.Places(RawCases.Sysctl, "vm.memfd_noexec = 1\n", "debian-12", "debian-13"));
    }

    [Fact]
    public void Advice_is_in_the_words_of_a_raw_file()
    {
        var finding = Assert.Single(RawCases.Lint(RawCases.Sysctl, "net.ipv4.ip_local_port_range = 10000 65000\n", "debian-12").Findings);
        Assert.Equal("write 10000 65001", finding.Help);

        var gone = Assert.Single(RawCases.Lint(RawCases.Sysctl, "vm.memfd_noexec = 1\n").Findings);
        Assert.Equal("delete the line, or keep it in a file that goes only to hosts which have it", gone.Help);
    }

    [Fact]
    public void The_line_in_force_is_related_to_the_one_that_it_overrides()
    {
        var finding = Assert.Single(RawCases.Lint(RawCases.Sysctl, "kernel.panic = 10\nkernel.panic = 20\n").Findings);
        Assert.Equal("kernel.panic = 10 is overridden in line 2: 20 is in force.", finding.Message);
        Assert.Equal($"{RawCases.Sysctl}:2:1", Assert.Single(finding.Related).Span.ToString());
    }

    [Fact]
    public void More_settings_than_any_kernel_has_are_one_finding()
    {
        var text = string.Concat(Enumerable.Range(0, 4001).Select(i => $"kernel.nosuch{i} = 1\n"));
        Assert.Equal("4001:1 error CG0009", RawCases.Places(RawCases.Sysctl, text));
    }

    [Fact]
    public async Task Files_made_to_be_slow_are_read_in_one_pass()
    {
        (string Path, string Text, string First)[] cases =
        [
            (RawCases.Sysctl, string.Concat(Enumerable.Repeat("# configgen: ignore X y\n", 40_000)), "CG0009"),
            (RawCases.Sysctl, "kernel.panic = " + string.Concat(Enumerable.Repeat("1 ", 500_000)), "CG0009"),
            (RawCases.Sysctl, "kernel.panic = " + string.Concat(Enumerable.Repeat("{{ ", 300_000)), "CG0102"),
            (RawCases.DropIn, "[Service]\n" + string.Concat(Enumerable.Repeat("x\\\n", 300_000)), "CG0103"),
            (RawCases.DropIn, string.Concat(Enumerable.Repeat("[a]\n", 250_000)), "CG3002"),
        ];
        var found = await Task.Run(() => cases.Select(c => RawCases.Lint(c.Path, c.Text).Findings[0].Code.Id).ToArray(), TestContext.Current.CancellationToken)
            .WaitAsync(HangGuard.Limit, TestContext.Current.CancellationToken);
        Assert.Equal(cases.Select(c => c.First), found);
    }

    [Fact]
    public void Of_very_many_findings_a_thousand_are_listed_and_the_rest_is_counted()
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(_ => "nothing\n"));
        var findings = RawCases.Lint(RawCases.Sysctl, text).Findings;
        Assert.Equal(1001, findings.Length);
        Assert.Equal("CG0013", findings[^1].Code.Id);
    }
}
