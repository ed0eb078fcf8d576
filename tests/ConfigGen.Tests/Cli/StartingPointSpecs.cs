using System.Text.Json;
using ConfigGen.Core.Spec.Builtin;

namespace ConfigGen.Tests.Cli;

/// <summary>Starting points on the command line: listed, explained, copied.</summary>
public sealed class StartingPointSpecs : IDisposable
{
    private readonly Workspace _workspace = new() { Compile = ConfigGen.Core.Compile.Compiler.Compile };

    public static TheoryData<string> All => [.. StartingPoints.Names];

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_list_has_one_line_each() =>
        Assert.Equal(
            new CliResult(
                0,
                """
                builtin:container-host    Hosts that run many containers
                builtin:database          Database servers with their data on disk
                builtin:k8s-node          Nodes of a Kubernetes cluster
                builtin:kernel-hardening  Kernel self-protection for servers
                builtin:load-balancer     Load balancers with a floating address
                builtin:nat-gateway       Gateways that translate addresses
                builtin:web-server        Web servers and reverse proxies

                """,
                "next: configgen explain builtin:container-host, or configgen init --from builtin:container-host\n"),
            _workspace.Run("init", "--list"));

    [Theory]
    [MemberData(nameof(All))]
    public void A_copy_validates_without_a_finding_and_renders(string name)
    {
        Assert.Equal(new CliResult(0, "spec.yaml\n", "next: configgen validate spec.yaml\n"), _workspace.Run("init", "--from", "builtin:" + name));

        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate", "--profile", "strict", "--fail-on", "info", "spec.yaml"));
        Assert.Equal(0, _workspace.Run("generate", "spec.yaml").Code);
        Assert.Equal(0, _workspace.Run("check", "spec.yaml").Code);
        Assert.True(_workspace.Has($"out/{name}/configgen.manifest"));
    }

    [Fact]
    public void A_copy_has_the_name_that_was_asked_for_and_keeps_the_rest()
    {
        _workspace.Run("init", "--from", "web-server", "--name", "shop", "specs/shop.yaml");

        var lines = _workspace.Read("specs/shop.yaml").Split('\n');
        Assert.Equal("# Copied from builtin:web-server; it is yours now: put your own hosts under targets, and take out or change what does not fit.", lines[0]);
        Assert.Equal(StartingPoints.Find("web-server")!.Text.Replace("name: web-server", "name: shop", StringComparison.Ordinal), string.Join('\n', lines[3..]));
    }

    [Fact]
    public void A_spec_that_extends_some_renders_the_same_each_time()
    {
        _workspace.Write("spec.yaml", "spec: v1\nname: t\ntargets: [{platform: debian-12}]\nextends: [builtin:web-server, builtin:kernel-hardening]\n");

        Assert.Equal(0, _workspace.Run("generate", "spec.yaml").Code);
        Assert.Equal(0, _workspace.Run("check", "spec.yaml").Code);
        Assert.Contains(" = 16384\n", _workspace.Read("out/t/sysctl.d/60-t.conf"), StringComparison.Ordinal);
        Assert.Contains("(from builtin:web-server)\nLimitNOFILE=65536:524288\n", _workspace.Read("out/t/systemd/system/nginx.service.d/60-t.conf").Replace("(from\n# builtin", "(from builtin", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webserver", "\"webserver\". Did you mean 'builtin:web-server'?")]
    [InlineData("builtin:nat", "\"builtin:nat\". Did you mean 'builtin:nat-gateway'?")]
    [InlineData("apache", "\"apache\".")]
    public void An_unknown_one_is_exit_code_2_and_writes_nothing(string name, string says)
    {
        var result = _workspace.Run("init", "--from", name);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.StartsWith($"configgen init: there is no starting point {says} There are builtin:container-host, ", result.Error, StringComparison.Ordinal);
        Assert.Empty(_workspace.Files());
    }

    [Fact]
    public void The_list_stands_alone() =>
        Assert.Equal(
            new CliResult(2, "", "configgen init: --list writes nothing, so leave --from and --name out.\nRun 'configgen init --help' to see what it takes.\n"),
            _workspace.Run("init", "--list", "--from", "web-server"));

    [Theory]
    [InlineData("builtin:database")]
    [InlineData("database")]
    public void Explain_shows_it_with_its_sources(string name)
    {
        var result = _workspace.Run("explain", name);

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith("builtin:database: Database servers with their data on disk\n\nextends: [builtin:database] brings its settings into a spec;", result.Out, StringComparison.Ordinal);
        Assert.EndsWith(StartingPoints.Find("database")!.Text, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_gives_it_to_programs()
    {
        var page = JsonDocument.Parse(_workspace.Run("explain", "--format", "json", "builtin:database").Out).RootElement;

        Assert.Equal(["kind", "name", "description", "spec"], page.EnumerateObject().Select(p => p.Name));
        Assert.Equal("starting-point", page.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("builtin:nginx", "there is no starting point \"builtin:nginx\". There are builtin:container-host, ")]
    [InlineData("builtin:k8s", "there is no starting point \"builtin:k8s\". Did you mean 'builtin:k8s-node'? There are ")]
    public void Explain_of_an_unknown_one_lists_those_there_are(string name, string says)
    {
        var result = _workspace.Run("explain", name);

        Assert.Equal(2, result.Code);
        Assert.StartsWith("configgen explain: " + says, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_starting_point_is_no_file_to_validate() =>
        Assert.Contains(
            "help: a starting point is no file: make a copy with configgen init --from builtin:web-server, or name it under extends\n",
            _workspace.Run("validate", "builtin:web-server").Out,
            StringComparison.Ordinal);

    [Fact]
    public void Reports_for_other_programs_name_it_as_it_is()
    {
        _workspace.Write("spec.yaml", "spec: v1\nname: t\ntargets: [{platform: rhel-7}]\nextends: [builtin:kernel-hardening]\n");
        var sarif = JsonDocument.Parse(_workspace.Run("validate", "--format", "sarif", "spec.yaml").Out).RootElement.GetProperty("runs")[0].GetProperty("results")[0];

        Assert.Equal("spec.yaml", Place(sarif.GetProperty("locations")[0]).GetProperty("uri").GetString());
        var related = Place(sarif.GetProperty("relatedLocations")[0]);
        Assert.Equal("builtin:kernel-hardening", related.GetProperty("uri").GetString());
        Assert.False(related.TryGetProperty("uriBaseId", out _));
    }

    private static JsonElement Place(JsonElement location) => location.GetProperty("physicalLocation").GetProperty("artifactLocation");
}
