using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Tests.Cli;

namespace ConfigGen.Tests.Fixes;

/// <summary>Random specs of lines whose fixed form is known: what comes out is those lines and every other byte as it was, and there is nothing left to fix.</summary>
public sealed class FixPropertyTests
{
    /// <summary>Lines under sysctl, and what a fix makes of them; nothing for an entry that goes away.</summary>
    private static readonly (string Bad, string Fixed)[][] Settings =
    [
        [("  net.core.somaxconn: \"8192\"\n", "  net.core.somaxconn: 8192\n"), ("  net.core.somaxconn: '0x2000' # hex\n", "  net.core.somaxconn: 0x2000 # hex\n"), ("  net.core.somaxconn: {value: \"8192\", reason: \"# ä\"}\n", "  net.core.somaxconn: {value: 8192, reason: \"# ä\"}\n")],
        [("  vm.swappiness: +5\n", "  vm.swappiness: 5\n"), ("  vm.swappiness:\n    value:   \"+5\"\n    reason: r\n", "  vm.swappiness:\n    value:   5\n    reason: r\n"), ("  vm.swappiness: 0o17\n", "  vm.swappiness: 15\n")],
        [("  net.core.netdev_budget: 1_000\n", "  net.core.netdev_budget: 1000\n"), ("  net.core.netdev_budget: '1_000'   # x\n", "  net.core.netdev_budget: 1000   # x\n")],
        [("  kernel.pid_max: 0100009\n", "  kernel.pid_max: 100009\n"), ("  kernel.pid_max: \"0100009\"\n", "  kernel.pid_max: 100009\n"), ("  kernel.pid_max: 0100001\n", "  kernel.pid_max: 0100001\n")],
        [("  net.ipv4.conf.eth0.100.rp_filter: 2\n", "  net.ipv4.conf.eth0/100.rp_filter: 2\n"), ("  net.ipv4.conf.eth0.100.rp_filter: \"2\"\n", "  net.ipv4.conf.eth0/100.rp_filter: 2\n")],
        [("  net.ipv4.route.gc_elasticity: 9\n", ""), ("  net.ipv4.route.gc_elasticity: {value: 9, reason: \"x\"} # gone\n", ""), ("  net.ipv4.route.gc_elasticity:\n    value: \"9\"\n\n    # old\n    reason: r\n", "")],
        [("  net.ipv4.route.gc_interval: \"61\"\n", ""), ("  net.ipv4.route.gc_interval: &a 61\n", "  net.ipv4.route.gc_interval: &a 61\n")],
        [("  net.core.rmem_max: yes\n", "  net.core.rmem_max: yes\n"), ("  # a comment, \"8192\"\n\n", "  # a comment, \"8192\"\n\n")],
        [("  net.core.wmem_max: 1048576   \n", "  net.core.wmem_max: 1048576   \n"), ("  fs.file-max: {value: 500000, pin: true}\n", "  fs.file-max: {value: 500000, pin: true}\n")],
    ];

    private static readonly (string Bad, string Fixed)[] Directives =
    [
        ("      MemoryLimit: 1G\n", "      MemoryMax: 1G\n"),
        ("      BlockIOAccounting: yes  # x\n", "      IOAccounting: yes  # x\n"),
        ("      CPUShares: 512\n", "      CPUShares: 512\n"),
        ("      LimitNOFILE: 65536\n", "      LimitNOFILE: 65536\n"),
    ];

    [Fact]
    public void Fixes_settle_and_touch_nothing_else()
    {
        using var workspace = new Workspace { Compile = Compiler.Compile };
        workspace.Write(".configgen.yaml", "");
        var random = new Random(20261122);
        for (var i = 0; i < 150; i++)
        {
            var (bad, good) = Spec(random);
            workspace.Write("web.yaml", bad);

            var result = workspace.Run("validate", "--fix", "web.yaml");

            Assert.Equal(Encoding.UTF8.GetString(good).TrimStart('\uFEFF'), workspace.Read("web.yaml"));
            Assert.Equal(good, File.ReadAllBytes(workspace.PathOf("web.yaml")));
            Assert.Equal(result.Code, workspace.Run("validate", "web.yaml").Code);
            Assert.Empty(Left(Encoding.UTF8.GetString(bad), Encoding.UTF8.GetString(good)));
            Assert.Equal(string.Empty, workspace.Run("validate", "--fix", "--diff", "web.yaml").Out);
        }
    }

    /// <summary>Findings that had a safe fix and are there after it.</summary>
    private static IEnumerable<string> Left(string before, string after)
    {
        var fixedOnes = Judge(before).Where(f => f.Fix is { IsSafe: true }).Select(f => $"{f.Code} {f.Setting}").ToHashSet(StringComparer.Ordinal);
        return Judge(after).Select(f => $"{f.Code} {f.Setting}").Where(fixedOnes.Contains);
    }

    private static ImmutableArray<Finding> Judge(string text)
    {
        var loader = new Support.InMemorySources(("web.yaml", text.TrimStart('\uFEFF')));
        return Compiler.Compile(new CompileRequest("web.yaml", loader, new DateOnly(2026, 11, 22), "web.yaml")).Findings;
    }

    private static (byte[] Bad, byte[] Good) Spec(Random random)
    {
        var (bad, good) = (new StringBuilder(), new StringBuilder());
        Add("spec: v1\nname: web # \"8\"\ntargets: [{platform: debian-12}]\nsysctl:\n  net.ipv4.tcp_keepalive_time: 700\n");
        foreach (var line in random.GetItems(Settings, 30).Distinct().Select(variants => variants[random.Next(variants.Length)]))
        {
            bad.Append(line.Bad);
            good.Append(line.Fixed);
        }

        Add("units:\n  nginx.service:\n    Service:\n");
        foreach (var line in random.GetItems(Directives, 3).Distinct())
        {
            bad.Append(line.Bad);
            good.Append(line.Fixed);
        }

        var (mark, crlf, cut) = (random.Next(4) == 0 ? "\uFEFF" : "", random.Next(3) == 0, random.Next(3) == 0);
        return (Bytes(bad), Bytes(good));

        void Add(string text)
        {
            bad.Append(text);
            good.Append(text);
        }

        byte[] Bytes(StringBuilder text)
        {
            var cutText = cut ? text.ToString().TrimEnd('\n') : text.ToString();
            return Encoding.UTF8.GetBytes(mark + (crlf ? cutText.Replace("\n", "\r\n", StringComparison.Ordinal) : cutText));
        }
    }
}
