using System.Text;

namespace ConfigGen.Tests.Cli;

public sealed class LintSpecs : IDisposable
{
    private const string Gone = "net.ipv4.tcp_tw_recycle = 1\n";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_file_is_judged_at_its_own_lines()
    {
        _workspace.Write("sysctl.conf", "# ours\n" + Gone);

        var result = _workspace.Run("lint", "--target", "debian-12", "sysctl.conf");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("sysctl.conf:2:1: error CG2002 net.ipv4.tcp_tw_recycle does not exist on debian-12", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("1 file: 1 error", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_gives_its_sysctl_and_unit_files_and_nothing_else()
    {
        _workspace.Write("files/sysctl.d/60-a.conf", Gone);
        _workspace.Write("files/sysctl.d/README.md", Gone);
        _workspace.Write("files/nginx.conf", "worker_processes 1;\n");
        _workspace.Write("files/app.service.d/a.conf", "[Service]\nLimitNOFIL=1\n");
        _workspace.Write("files/dbus/org.example.service", "[D-BUS Service]\nName=org.example\n");
        _workspace.Write("files/sysctl.d/70-b.conf.j2", "{% if a %}\n");
        _workspace.Write("files/tuning.conf", "# by content\n" + Gone);
        _workspace.Write("files/limits.conf", "[Service]\nLimitNOFIL=1\n");
        _workspace.Write("files/php.conf", "[service]\nLimitNOFIL=1\n");
        _workspace.Write("files/bytes.conf", [0x6b, 0x00, 0x3d, 0x31]);

        var result = _workspace.Run("lint", "files");

        Assert.Equal(
            ["files/app.service.d/a.conf:2:1: error CG3001", "files/limits.conf:2:1: error CG3001", "files/sysctl.d/60-a.conf:1:1: error CG2002", "files/tuning.conf:2:1: error CG2002"],
            Heads(result.Out));
        Assert.Contains("files/sysctl.d/70-b.conf.j2:1:1: info CG0102", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("5 files, 5 passed over: 4 errors, 1 info in 5 files", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_is_judged_once_and_a_mask_is_nothing()
    {
        _workspace.Write("etc/sysctl.conf", Gone);
        _workspace.Write("etc/sysctl.d/README.sysctl", "");
        File.CreateSymbolicLink(_workspace.PathOf("etc/sysctl.d/99-sysctl.conf"), "../sysctl.conf");
        File.CreateSymbolicLink(_workspace.PathOf("etc/sysctl.d/50-masked.conf"), "/dev/null");

        Assert.Equal(["etc/sysctl.d/99-sysctl.conf:1:1: error CG2002"], Heads(_workspace.Run("lint", "etc/sysctl.d").Out));
        Assert.Equal(["etc/sysctl.conf:1:1: error CG2002"], Heads(_workspace.Run("lint", "etc/sysctl.d", "etc/sysctl.conf").Out));
    }

    [Fact]
    public void A_service_of_the_message_bus_is_passed_over_even_where_it_is_named()
    {
        _workspace.Write("org.example.service", "[D-BUS Service]\nName=org.example\n");
        Assert.Equal(new CliResult(0, "", "0 files, 1 passed over: no findings\n"), _workspace.Run("lint", "org.example.service"));
    }

    [Fact]
    public void Files_of_one_run_are_weighed_together()
    {
        _workspace.Write("a/app.service", "[Service]\nType=oneshot\nExecStart=/usr/bin/a\n");
        _workspace.Write("a/app.service.d/x.conf", "[Service]\nExecStart=/usr/bin/b\n");
        _workspace.Write("b/web@.service", "[Service]\nExecStart=/usr/bin/a\n");
        _workspace.Write("b/web@1.service.d/x.conf", "[Service]\nExecStart=/usr/bin/b\n");
        _workspace.Write("c/sysctl.d/x.conf", "net.netfilter.nf_conntrack_acct = 1\n");

        Assert.Equal(["b/web@1.service.d/x.conf:2:1: error CG3010"], Heads(_workspace.Run("lint", "a", "b").Out));
        Assert.Contains("c/sysctl.d/x.conf:1:1: info CG0110", _workspace.Run("lint", "c").Out, StringComparison.Ordinal);

        _workspace.Write("c/modules-load.d/x.conf", "# first\nnf-conntrack\n");
        Assert.Equal("", _workspace.Run("lint", "c").Out);
    }

    [Fact]
    public void A_profile_is_taken_for_the_run()
    {
        _workspace.Write("sysctl.conf", "net.ipv4.tcp_tw_reuse = 1\n");
        Assert.Equal(0, _workspace.Run("lint", "sysctl.conf").Code);
        Assert.Equal(1, _workspace.Run("lint", "--profile", "strict", "sysctl.conf").Code);
        Assert.Equal("", _workspace.Run("lint", "--profile", "minimal", "sysctl.conf").Out);
    }

    [Fact]
    public void Severities_of_a_path_hold_for_raw_files()
    {
        _workspace.Write(".configgen.yaml", "severities: {CG2002: [{files: old/**, severity: info}]}\n");
        _workspace.Write("old/sysctl.conf", Gone);
        _workspace.Write("new/sysctl.conf", Gone);
        Assert.Equal(["new/sysctl.conf:1:1: error CG2002"], Heads(_workspace.Run("lint", "old", "new").Out));
    }

    [Fact]
    public void Globs_are_matched_without_a_shell()
    {
        _workspace.Write("roles/a/files/x.service", "[Service]\nLimitNOFIL=1\n");
        _workspace.Write("roles/b/files/y.service", "[Service]\nLimitNOFIL=1\n");
        _workspace.Write("roles/b/files/z.socket", "[Service]\nLimitNOFIL=1\n");

        var result = _workspace.Run("lint", "roles/*/files/*.service");

        Assert.Equal(["roles/a/files/x.service:2:1: error CG3001", "roles/b/files/y.service:2:1: error CG3001"], Heads(result.Out));
    }

    [Fact]
    public void Standard_input_is_told_by_its_content_or_by_an_option()
    {
        _workspace.Input = Encoding.UTF8.GetBytes(Gone);
        Assert.Equal(["<stdin>:1:1: error CG2002"], Heads(_workspace.Run("lint", "-").Out));

        _workspace.Input = Encoding.UTF8.GetBytes("[Unit]\nAfter=a.service\n[Service]\nLimitNOFIL=1\n");
        Assert.Equal(["<stdin>:4:1: error CG3001"], Heads(_workspace.Run("lint", "--as", "unit:nginx.service", "-").Out));
    }

    [Fact]
    public void A_file_of_another_kind_is_a_finding_that_says_what_lint_takes()
    {
        _workspace.Write("spec.yaml", "spec: v1\nname: web\n");

        var result = _workspace.Run("lint", "spec.yaml");

        Assert.Equal(1, result.Code);
        Assert.Equal(["spec.yaml:1:1: error CG0101"], Heads(result.Out));
        Assert.Contains("sysctl.d/*.conf", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint", "name at least one file or folder, or - for standard input.")]
    [InlineData("lint --target debain-12 a.conf", "--target: 'debain-12' is not a platform that ConfigGen knows. Did you mean 'debian-12', 'debian-11' or 'debian-13'?")]
    [InlineData("lint --target 6.x a.conf", "--target: '6.x' is not a kernel version.")]
    [InlineData("lint --as units a.conf", "--as takes sysctl, or unit: and the name of a unit as in unit:nginx.service, not \"units\".")]
    [InlineData("lint none/*.conf", "no file matches none/*.conf.")]
    public void Wrong_arguments_are_told(string args, string problem)
    {
        var result = _workspace.Run(args.Split(' '));

        Assert.Equal(new CliResult(2, "", $"configgen lint: {problem}\nRun 'configgen lint --help' to see what it takes.\n"), result);
    }

    [Fact]
    public void A_file_that_is_not_there_is_exit_code_2()
    {
        var result = _workspace.Run("lint", "none.conf");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("none.conf: error CG0001", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_and_nothing_is_guessed()
    {
        _workspace.Write("sysctl.conf", [0x6b, 0x00, 0x3d, 0x31]);
        Assert.Contains("CG0003", _workspace.Run("lint", "sysctl.conf").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_gives_targets_severities_and_fail_on()
    {
        _workspace.Write(".configgen.yaml", "targets: {web: [{platform: debian-12}]}\nseverities: {CG2002: info}\nfail-on: info\n");
        _workspace.Write("sysctl.conf", Gone);

        var result = _workspace.Run("lint", "sysctl.conf");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("sysctl.conf:1:1: info CG2002 net.ipv4.tcp_tw_recycle does not exist on debian-12", result.Out, StringComparison.Ordinal);
        Assert.Equal(0, _workspace.Run("lint", "--fail-on", "error", "sysctl.conf").Code);
    }

    [Theory]
    [InlineData("json", "\"code\": \"CG2002\"")]
    [InlineData("sarif", "\"ruleId\": \"CG2002\"")]
    [InlineData("github", "::error file=sysctl.conf,line=1")]
    [InlineData("junit", "CG2002")]
    [InlineData("markdown", "CG2002")]
    public void Every_format_of_validate_is_there(string format, string part)
    {
        _workspace.Write("sysctl.conf", Gone);
        Assert.Contains(part, _workspace.Run("lint", "--format", format, "sysctl.conf").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_files_come_in_the_order_of_their_paths_every_time()
    {
        for (var i = 0; i < 40; i++)
        {
            _workspace.Write($"t/h{i:D2}/sysctl.conf", Gone);
        }

        var first = _workspace.Run("lint", "t");
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"t/h{i:D2}/sysctl.conf:1:1: error CG2002"), Heads(first.Out));
        Assert.Equal(first, _workspace.Run("lint", "t"));

        // Of one file nothing runs in parallel.
        Assert.Equal(first.Out, string.Concat(Enumerable.Range(0, 40).Select(i => _workspace.Run("lint", $"t/h{i:D2}/sysctl.conf").Out)));
        foreach (var format in new[] { "json", "sarif", "github", "junit", "markdown" })
        {
            Assert.Equal(_workspace.Run("lint", "--format", format, "t"), _workspace.Run("lint", "--format", format, "t"));
        }
    }

    private static string[] Heads(string output) =>
    [
        .. output.Split('\n').Where(l => l.Contains(": error CG", StringComparison.Ordinal)).Select(l => l[..(l.IndexOf(" CG", StringComparison.Ordinal) + 7)]),
    ];
}
