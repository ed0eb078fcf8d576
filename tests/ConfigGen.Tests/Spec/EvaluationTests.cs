using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Spec;

/// <summary>when, at_least, of_memory and units of measure, decided where the target says enough.</summary>
public sealed class EvaluationTests
{
    private const string Debian = "{platform: debian-12, memory: 16G, cpus: 8}";

    private static string Sysctl(string targets, string line, string key) => Specs.Value(Specs.Compile(Specs.On(targets, $"sysctl:\n  {line}\n")), key);

    [Theory]
    [InlineData("{kernel: \">=6.1\"}", "7")]
    [InlineData("{kernel: \"<6.1\"}", "(nothing)")]
    [InlineData("{kernel: \"6.1\"}", "7")]
    [InlineData("{kernel: \">=5.4 <6.6\"}", "7")]
    [InlineData("{kernel: \">5.4, <6.1\"}", "(nothing)")]
    [InlineData("{platform: debian-12}", "7")]
    [InlineData("{platform: [rhel-9, debian-12]}", "7")]
    [InlineData("{platform: rhel-9}", "(nothing)")]
    [InlineData("{memory: \">=16G\"}", "7")]
    [InlineData("{memory: \"<16G\"}", "(nothing)")]
    [InlineData("{cpus: \">8\"}", "(nothing)")]
    [InlineData("{systemd: \">=252\"}", "7")]
    [InlineData("{systemd: 257}", "(nothing)")]
    [InlineData("{kernel: \">=6.1\", cpus: \">8\"}", "(nothing)")]
    public void When(string when, string expected) =>
        Assert.Equal(expected, Sysctl(Debian, $"net.core.somaxconn: [{{when: {when}, value: 7}}]", "net.core.somaxconn"));

    [Fact]
    public void The_first_case_that_holds_gives_the_value()
    {
        const string Line = "net.ipv4.tcp_rmem: [{when: {kernel: \">=6.6\"}, value: [4096, 131072, 33554432]}, {value: [4096, 87380, 16777216]}]";
        Assert.Equal("4096 87380 16777216", Sysctl(Debian, Line, "net.ipv4.tcp_rmem"));
        Assert.Equal("4096 131072 33554432", Sysctl("{platform: debian-13}", Line, "net.ipv4.tcp_rmem"));
    }

    [Theory]
    [InlineData("{platform: debian-12}", "{memory: \">=16G\"}", "? whether its condition holds on debian-12 is not known: its memory is not given")]
    [InlineData("{platform: debian-12}", "{cpus: \">=8\"}", "? whether its condition holds on debian-12 is not known: its number of CPUs is not given")]
    [InlineData("{kernel: \"6.12\"}", "{platform: debian-13}", "? whether its condition holds on kernel-6.12 is not known: its platform is not given")]
    [InlineData("{kernel: \"6.12.117\"}", "{systemd: \">=254\"}", "? whether its condition holds on kernel-6.12.117 is not known: its systemd version is not given")]
    public void When_says_what_is_missing(string target, string when, string expected) =>
        Assert.Equal(expected, Sysctl(target, $"net.core.somaxconn: [{{when: {when}, value: 7}}]", "net.core.somaxconn"));

    [Theory]
    [InlineData("{kernel: \">=6\"}", "7")]
    [InlineData("{kernel: \">=6.6\"}", "(nothing)")]
    public void When_may_stand_beside_the_only_value(string when, string expected) =>
        Assert.Equal(expected, Sysctl(Debian, $"net.core.somaxconn: {{when: {when}, value: 7, reason: x}}", "net.core.somaxconn"));

    [Fact]
    public void A_part_that_fails_settles_it_even_when_another_is_not_known() =>
        Assert.Equal("(nothing)", Sysctl("{platform: debian-12}", "net.core.somaxconn: [{when: {memory: \">=16G\", kernel: \">=6.6\"}, value: 7}]", "net.core.somaxconn"));

    [Theory]
    [InlineData(8192, "8192")]
    [InlineData(4096, "(nothing)")]
    [InlineData(128, "(nothing)")]
    public void At_least_raises_only(int bound, string expected) =>
        Assert.Equal(expected, Sysctl(Debian, $"net.core.somaxconn: {{at_least: {bound}}}", "net.core.somaxconn"));

    [Fact]
    public void At_least_needs_a_default_that_is_known() =>
        Assert.Equal(
            "? at_least raises only what is lower, and the default of fs.inotify.max_user_watches on debian-12 is not known for certain",
            Sysctl(Debian, "fs.inotify.max_user_watches: {at_least: 524288}", "fs.inotify.max_user_watches"));

    [Theory]
    [InlineData("{of_memory: 1%}", "167772")]
    [InlineData("{of_memory: 1%, max: 64M}", "65536")]
    [InlineData("{of_memory: 0.1%, min: 32M}", "32768")]
    public void Of_memory_is_converted_to_the_unit_of_the_key(string value, string kilobytes) =>
        Assert.Equal(kilobytes, Sysctl(Debian, $"vm.min_free_kbytes: {value}", "vm.min_free_kbytes"));

    [Fact]
    public void Of_memory_needs_the_memory() =>
        Assert.Equal(
            "? of_memory needs the memory of debian-12: give it as 'memory: 16G'",
            Sysctl("{platform: debian-12}", "vm.min_free_kbytes: {of_memory: 1%}", "vm.min_free_kbytes"));

    [Theory]
    [InlineData("net.ipv4.tcp_keepalive_time: 10m", "net.ipv4.tcp_keepalive_time", "600")]
    [InlineData("net.core.rmem_max: 16M", "net.core.rmem_max", "16777216")]
    [InlineData("net.ipv4.tcp_rmem: [4Ki, 128Ki, 16Mi]", "net.ipv4.tcp_rmem", "4096 131072 16777216")]
    [InlineData("net.ipv4.tcp_rmem: 4Ki 128Ki 16Mi", "net.ipv4.tcp_rmem", "4096 131072 16777216")]
    public void Units_of_measure_are_converted_where_the_unit_is_known(string line, string key, string expected) =>
        Assert.Equal(expected, Sysctl(Debian, line, key));

    [Theory]
    [InlineData("net.ipv4.tcp_keepalive_time: 16M", "spec.yaml:5:32 CG1009 '16M' cannot be converted to what net.ipv4.tcp_keepalive_time counts in.")]
    [InlineData("net.ipv4.tcp_keepalive_time: 1500ms", "spec.yaml:5:32 CG1009 '1500ms' cannot be converted to what net.ipv4.tcp_keepalive_time counts in.")]
    [InlineData("net.core.somaxconn: 16K", "spec.yaml:5:23 CG1009 '16K' cannot be converted to what net.core.somaxconn counts in.")]
    public void A_unit_that_does_not_fit_is_a_finding(string line, string expected) =>
        Assert.Contains(expected, Specs.Findings(Specs.On(Debian, $"sysctl:\n  {line}\n")), StringComparison.Ordinal);

    [Fact]
    public void A_platform_with_several_kernels_leaves_a_condition_between_them_open() =>
        Assert.StartsWith("? whether its condition holds on ubuntu-24.04 is not known: it may run 6.8", Sysctl("{platform: ubuntu-24.04}", "net.core.somaxconn: [{when: {kernel: \">=6.11\"}, value: 7}]", "net.core.somaxconn"), StringComparison.Ordinal);
}
