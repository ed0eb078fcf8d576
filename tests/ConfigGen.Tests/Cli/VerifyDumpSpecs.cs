using System.Text;
using System.Text.Json;
using ConfigGen.JsonSchema;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Cli;

public sealed class VerifyDumpSpecs : IDisposable
{
    private const string Good = "kernel.osrelease = 6.1.0-42-amd64\nkernel.version = #1 SMP PREEMPT_DYNAMIC Debian 6.1.192-1 (2026-10-05)\nvm.swappiness = 10\nnet.ipv4.tcp_rmem = 4096\t131072\t6291456\n";

    private readonly FakeHost _host = new();

    public VerifyDumpSpecs() => _host.Spec("sysctl:\n  net.ipv4.tcp_rmem: [4096, 131072, 6291456]\n  vm.swappiness: 10\n");

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_dump_takes_the_place_of_the_host()
    {
        _host.Workspace.Write("dumps/web-1.txt", Good);

        Assert.Equal(
            new CliResult(0, "web.yaml on web-1, kernel 6.1.0-42-amd64\n  all 2 in force\n", "1 spec on 1 host: 2 in force\n"),
            _host.Run("verify", "--dump", "dumps/web-1.txt", "web.yaml"));
    }

    [Fact]
    public void A_dump_comes_from_standard_input()
    {
        _host.Workspace.Input = Encoding.UTF8.GetBytes(Good.Replace("vm.swappiness = 10", "vm.swappiness = 60", StringComparison.Ordinal));

        Assert.Equal(
            new CliResult(1, "web.yaml on standard input, kernel 6.1.0-42-amd64\n  different   vm.swappiness: 60, where the spec wants 10\n", "1 spec on 1 host: 1 in force, 1 different\n"),
            _host.Run("verify", "--dump", "-", "web.yaml"));
    }

    [Fact]
    public void A_captured_table_is_a_dump_and_its_silence_about_what_it_leaves_out_means_nothing()
    {
        _host.Key("vm.swappiness", "60");
        _host.Key("net.ipv4.conf.eth0.rp_filter", "2");
        _host.Workspace.Write("web-2.tsv", _host.Run("capture").Out);
        _host.Spec("sysctl:\n  net.ipv4.conf.eth0.rp_filter: 2\n  net.ipv4.tcp_fin_timeout: 30\n  vm.swappiness: 10\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                web.yaml on web-2, kernel 6.1.0-42-amd64, debian-12
                  not known   net.ipv4.conf.eth0.rp_filter: the spec wants 2
                              a capture does not hold this key
                  absent      net.ipv4.tcp_fin_timeout: the spec wants 30
                  different   vm.swappiness: 60, where the spec wants 10

                """,
                "1 spec on 1 host: 1 different, 1 absent, 1 not known\n"),
            _host.Run("verify", "--dump", "web-2.tsv", "web.yaml"));
    }

    [Fact]
    public void A_folder_of_hosts_gives_a_table_of_drift()
    {
        _host.Workspace.Write("fleet/web-1.txt", Good);
        _host.Workspace.Write("fleet/web-2.txt", Good.Replace("= 10", "= 60", StringComparison.Ordinal));
        _host.Workspace.Write("fleet/web-3/sysctl.txt", "net.ipv4.tcp_rmem = 4096 131072 4194304\n");
        _host.Workspace.Write("fleet/web-3/units.txt", "Id=a.service\nLoadState=loaded\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                HOST   SETTING            STATUS     WANTED               FOUND                SPEC
                web-2  vm.swappiness      different  10                   60                   web.yaml
                web-3  net.ipv4.tcp_rmem  different  4096 131072 6291456  4096 131072 4194304  web.yaml
                web-3  vm.swappiness      absent     10                   -                    web.yaml

                """,
                "1 spec on 3 hosts, 2 with drift: 3 in force, 2 different, 1 absent\n"),
            _host.Run("verify", "--dump", "fleet/", "web.yaml"));
    }

    [Fact]
    public void A_fleet_without_drift_prints_no_table()
    {
        _host.Workspace.Write("fleet/web-1.txt", Good);

        Assert.Equal(new CliResult(0, "", "1 spec on 1 host: 2 in force\n"), _host.Run("verify", "--dump", "fleet", "web.yaml"));
    }

    [Fact]
    public void Keys_that_could_not_be_read_stand_in_the_dump_as_complaints()
    {
        _host.Workspace.Write("web-1.txt", Good.Replace("vm.swappiness = 10", "sysctl: permission denied on key 'vm.swappiness'", StringComparison.Ordinal));

        Assert.Equal(
            new CliResult(2, "web.yaml on web-1, kernel 6.1.0-42-amd64\n  unreadable  vm.swappiness: the spec wants 10\n              the key is there and cannot be read\n", "1 spec on 1 host: 1 in force, 1 unreadable\n"),
            _host.Run("verify", "--dump", "web-1.txt", "web.yaml"));
    }

    [Fact]
    public void A_line_that_is_none_is_told_and_the_rest_is_used()
    {
        _host.Workspace.Write("web-1.txt", "root@web-1:~# sysctl -a\n" + Good);

        var result = _host.Run("verify", "--dump", "web-1.txt", "web.yaml");

        Assert.Equal((0, "web.yaml on web-1, kernel 6.1.0-42-amd64\n  all 2 in force\n"), (result.Code, result.Out));
        Assert.StartsWith("web-1.txt:1:1: warning CG5102 'root@web-1:~# sysctl -a' is no line of sysctl -a and says nothing about the host. [dump-line]\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_sysctl_leaves_out_is_not_absent()
    {
        _host.Spec("sysctl: {net.ipv4.neigh.default.retrans_time: 100}\n");
        _host.Workspace.Write("web-1.txt", Good);

        Assert.Equal(
            "web.yaml on web-1, kernel 6.1.0-42-amd64\n  not known   net.ipv4.neigh.default.retrans_time: the spec wants 100\n              sysctl -a leaves this key out: record it with sysctl -a --deprecated\n",
            _host.Run("verify", "--dump", "web-1.txt", "web.yaml").Out);
    }

    [Theory]
    [InlineData("", "x.txt:1:1: error CG5101 This is no dump of a host: it is empty. [not-a-dump]\n")]
    [InlineData("hello\nthere\n", "x.txt:1:1: error CG5101 This is no dump of a host: 'hello' is no line of sysctl -a. [not-a-dump]\n")]
    [InlineData("a.b = 1\nc.d = 2\n", "x.txt:1:1: error CG5101 This is no dump of a host: no key in it is one of a kernel. [not-a-dump]\n")]
    [InlineData("spec: v1\nname: web\n", "x.txt:1:1: error CG5101 This is no dump of a host: 'spec: v1' is no line of sysctl -a. [not-a-dump]\n")]
    [InlineData("# kernel: 6.1.192\nkey\tmode\nvm.swappiness\t0644\n", "x.txt:1:1: error CG5101 This is no dump of a host: the table has no column 'value', so it is about a kernel and not about a host. [not-a-dump]\n")]
    [InlineData("# kernel: six\nkey\tvalue\n", "x.txt:1:1: error CG5101 This is no dump of a host: its first line does not name a kernel. [not-a-dump]\n")]
    public void Other_files_are_no_dumps(string text, string expected)
    {
        _host.Workspace.Write("x.txt", text);

        var result = _host.Run("verify", "--dump", "x.txt", "web.yaml");

        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_read_are_exit_code_2()
    {
        _host.Workspace.Write("binary.txt", [0, 1, 2]);
        Directory.CreateDirectory(_host.Workspace.PathOf("empty"));

        Assert.Equal(new CliResult(2, "", "none.txt: error CG0001 none.txt does not exist [file-not-found]\nnothing verified\n"), _host.Run("verify", "--dump", "none.txt", "web.yaml"));
        Assert.Equal(2, _host.Run("verify", "--dump", "binary.txt", "web.yaml").Code);
        Assert.Equal(2, _host.Run("verify", "--dump", "empty", "web.yaml").Code);
    }

    [Fact]
    public void Units_of_a_dump_are_those_of_systemctl_show()
    {
        _host.Spec("units:\n  a.service:\n    Service: {LimitNOFILE: \"1024:65536\", RestartSec: 5s, Restart: always}\n  b.service:\n    Service: {MemoryMax: 1G}\n  c.service:\n    Service: {MemoryMax: 1G}\n");
        _host.Workspace.Write("units.txt", "Id=a.service\nNames=a.service\nLoadState=loaded\nRestart=on-failure\nRestartUSec=5s\nLimitNOFILE=65536\nLimitNOFILESoft=1024\n\nId=b.service\nLoadState=not-found\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                web.yaml on units
                  different   a.service Service.Restart: on-failure, where the spec wants always
                  absent      b.service Service.MemoryMax: the spec wants 1G
                              the host has no such unit
                  not known   c.service Service.MemoryMax: the spec wants 1G
                              the dump holds no output of systemctl show for it

                """,
                "1 spec on 1 host: 2 in force, 1 different, 1 absent, 1 not known\n"),
            _host.Run("verify", "--dump", "units.txt", "web.yaml"));
    }

    [Fact]
    public void Programs_get_every_setting()
    {
        _host.Workspace.Write("fleet/web-1.txt", Good.Replace("= 10", "= 60", StringComparison.Ordinal));
        _host.Workspace.Write("fleet/x.txt", "junk\n");
        var schema = JsonSchemaDocument.Compile(JsonDocument.Parse(File.ReadAllText(RepositoryRoot.File("schemas", "verify.v1.schema.json"))).RootElement).Schema!;

        var result = _host.Run("verify", "--dump", "fleet", "--format", "json", "web.yaml");

        Assert.Equal((1, "1 spec on 1 host: 1 in force, 1 different\n"), (result.Code, result.Error));
        var report = JsonDocument.Parse(result.Out).RootElement;
        Assert.Empty(schema.Validate(report));
        Assert.Equal(
            """{"setting":"vm.swappiness","status":"different","wanted":"10","found":"60","detail":null,"file":"web.yaml","line":6,"writers":[]}""",
            JsonSerializer.Serialize(report.GetProperty("hosts")[0].GetProperty("settings")[1]));
        Assert.Equal("CG5101", report.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Every_format_of_the_live_host_is_valid_as_well()
    {
        _host.Key("vm.swappiness", "33");
        _host.File("/etc/sysctl.d/60-a.conf", "vm.swappiness = 33\n");
        var schema = JsonSchemaDocument.Compile(JsonDocument.Parse(File.ReadAllText(RepositoryRoot.File("schemas", "verify.v1.schema.json"))).RootElement).Schema!;

        var report = JsonDocument.Parse(_host.Run("verify", "--format", "json", "web.yaml").Out).RootElement;

        Assert.Empty(schema.Validate(report));
        Assert.NotEmpty(schema.Validate(JsonDocument.Parse("""{"version":1,"drift":true,"hosts":[{}],"findings":[]}""").RootElement));
        Assert.Equal("""[{"path":"/etc/sysctl.d/60-a.conf","line":1,"value":"33","what":"read last at boot"}]""", JsonSerializer.Serialize(report.GetProperty("hosts")[0].GetProperty("settings")[1].GetProperty("writers")));
    }

    [Fact]
    public void A_CI_server_gets_a_test_for_every_setting()
    {
        _host.Workspace.Write("web-1.txt", Good.Replace("= 10", "= 60", StringComparison.Ordinal));

        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="configgen verify" tests="2" failures="1" errors="0" skipped="0">
              <testsuite name="web.yaml on web-1" tests="2" failures="1" errors="0" skipped="0">
                <testcase classname="web.yaml" name="net.ipv4.tcp_rmem on web-1" file="web.yaml" line="5"/>
                <testcase classname="web.yaml" name="vm.swappiness on web-1" file="web.yaml" line="6">
                  <failure type="different" message="different: 60, where the spec wants 10">different: 60, where the spec wants 10</failure>
                </testcase>
              </testsuite>
            </testsuites>

            """,
            _host.Run("verify", "--dump", "web-1.txt", "--format", "junit", "web.yaml").Out);
    }
}
