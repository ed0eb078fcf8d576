using System.Globalization;
using ConfigGen.Core.Compile;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Compile;

/// <summary>Same input, same bytes: any order of keys, culture, time zone, number of threads.</summary>
public sealed class DeterminismTests
{
    private const string Head = "spec: v1\nname: t\ntargets: [{platform: debian-12, memory: 16G}, {platform: rhel-9, memory: 16G}]\n";

    private static readonly string[] Lines =
    [
        "  net.core.somaxconn: {value: 16384, reason: bursts}",
        "  net.ipv4.ip_forward: 1",
        "  net.ipv4.conf.all.rp_filter: 2",
        "  net.ipv4.ip_local_port_range: [10240, 60999]",
        "  net.netfilter.nf_conntrack_max: 262144",
        "  kernel.kptr_restrict: {value: 2, pin: true}",
        "  net.ipv4.tcp_syn_retries: 1",
        "  net.ipv4.tcp_tw_reuse: 1",
    ];

    [Fact]
    public void The_order_of_keys_changes_no_byte()
    {
        var expected = Bytes(Lines);
        var random = new Random(7);
        for (var i = 0; i < 50; i++)
        {
            var shuffled = Lines.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Bytes(shuffled));
        }
    }

    [Fact]
    public void The_culture_changes_no_byte()
    {
        var (before, expected) = (CultureInfo.CurrentCulture, Everything(Lines));
        try
        {
            var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            strange.NumberFormat.NumberDecimalSeparator = ",";
            strange.NumberFormat.NegativeSign = "−";
            strange.NumberFormat.NumberGroupSeparator = ".";
            strange.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
            CultureInfo.CurrentCulture = strange;
            Assert.Equal(expected, Everything(Lines));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Threads_change_no_byte_and_no_finding()
    {
        var expected = Everything(Lines);
        var all = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8).Select(_ => Everything(Lines)).ToList();
        Assert.All(all, actual => Assert.Equal(expected, actual));
    }

    [Fact]
    public void Neither_day_nor_clock_is_in_the_output()
    {
        var spec = ("spec.yaml", Spec(Lines));
        string At(DateOnly day) => Render(Compiler.Compile(new CompileRequest("spec.yaml", new InMemorySources(spec), day, "spec.yaml")));
        Assert.Equal(At(new DateOnly(2026, 1, 1)), At(new DateOnly(2031, 12, 31)));
    }

    [Fact]
    public void The_folder_that_the_tool_runs_in_is_not_in_the_output()
    {
        string From(string path) => Render(Compiler.Compile(new CompileRequest(path, new InMemorySources((path, Spec(Lines))), Specs.Today, "specs/web.yaml")));
        Assert.Equal(From("web.yaml"), From("/home/somebody/repo/specs/web.yaml"));
    }

    private static string Spec(IEnumerable<string> lines) => $"{Head}sysctl:\n{string.Join('\n', lines)}\n";

    private static string Bytes(IEnumerable<string> lines) => Render(Specs.Compile(Spec(lines)));

    private static string Everything(IEnumerable<string> lines)
    {
        var compilation = Specs.Compile(Spec(lines));
        return Specs.Lines(compilation) + Render(compilation);
    }

    private static string Render(Compilation compilation) =>
        string.Join('\n', compilation.Plan!.Artifacts.Select(a => $"== {a.Path}\n{a.Content}"));
}
