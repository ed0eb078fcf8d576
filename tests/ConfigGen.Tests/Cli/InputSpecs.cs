using System.Diagnostics;
using System.Text;

namespace ConfigGen.Tests.Cli;

/// <summary>Files that are not what they should be.</summary>
public sealed class InputSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_spec_that_does_not_exist_is_exit_code_2() =>
        Refuses("gone.yaml", 2, "gone.yaml: error CG0001 gone.yaml does not exist [file-not-found]\n");

    [Fact]
    public void A_folder_is_not_a_spec()
    {
        Directory.CreateDirectory(_workspace.PathOf("specs"));

        Refuses("specs", 2, "specs: error CG0002 specs is a folder, not a file [file-not-readable]\n     help: name the spec in it\n");
    }

    [Fact]
    public void A_link_that_leads_nowhere_does_not_exist()
    {
        File.CreateSymbolicLink(_workspace.PathOf("a.yaml"), "nowhere.yaml");

        Refuses("a.yaml", 2, "a.yaml: error CG0001 a.yaml does not exist [file-not-found]\n");
    }

    [Fact]
    public void A_pipe_is_refused_without_waiting_for_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        using (var process = Process.Start("mkfifo", _workspace.PathOf("pipe.yaml")))
        {
            process.WaitForExit();
        }

        Refuses(
            "pipe.yaml",
            2,
            "pipe.yaml: error CG0002 pipe.yaml is not a regular file but a pipe or a device [file-not-readable]\n     help: to read from a pipe, name - and redirect it into standard input\n");
    }

    [Fact]
    public void A_file_without_end_is_refused_without_reading_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/zero is a Linux device here.");

        Refuses(
            "/dev/zero",
            2,
            "/dev/zero: error CG0002 /dev/zero is not a regular file but a pipe or a device [file-not-readable]\n     help: to read from a pipe, name - and redirect it into standard input\n");
    }

    [Fact]
    public void A_file_over_the_cap_is_refused_and_may_be_allowed()
    {
        _workspace.Write("big.yaml", "name big\n" + new string('#', 1 << 20));

        Refuses("big.yaml", 1, "big.yaml: error CG0004 big.yaml is larger than 1 MiB [file-too-large]\n     help: if it is meant to be so large, raise the cap with --max-size\n");
        Assert.Equal(0, _workspace.Run("validate", "big.yaml", "--max-size", "2M").Code);
    }

    [Fact]
    public void A_file_of_exactly_the_cap_is_read()
    {
        _workspace.Write("big.yaml", "name big\n" + new string('#', (1 << 20) - 9));

        Assert.Equal(0, _workspace.Run("validate", "big.yaml").Code);
    }

    [Fact]
    public void Standard_input_is_capped_too()
    {
        _workspace.Input = new byte[2000];

        var result = _workspace.Run("validate", "-", "--max-size", "1000");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("<stdin>: error CG0004 <stdin> is larger than 1000 bytes [file-too-large]\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_not_text()
    {
        _workspace.Write("a.yaml", "name\na\0b"u8.ToArray());

        Refuses("a.yaml", 1, "a.yaml: error CG0003 a.yaml is not text: it has a zero byte in line 2 [not-text]\n     help: save it as UTF-8\n");
    }

    [Fact]
    public void Latin_1_is_not_utf_8()
    {
        _workspace.Write("a.yaml", [(byte)'n', (byte)'\n', 0xFC, (byte)'r']);

        Refuses("a.yaml", 1, "a.yaml: error CG0003 a.yaml is not UTF-8: byte 0xFC in line 2 [not-text]\n     help: save it as UTF-8\n");
    }

    [Fact]
    public void Utf_16_is_named_as_such()
    {
        _workspace.Write("a.yaml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("name a\n")]);

        Refuses("a.yaml", 1, "a.yaml: error CG0003 a.yaml is UTF-16, not UTF-8 [not-text]\n     help: save it as UTF-8\n");
    }

    [Fact]
    public void A_byte_order_mark_is_dropped()
    {
        _workspace.Write("a.yaml", [.. Encoding.UTF8.Preamble, .. "name a\nerror here\n"u8]);

        Assert.StartsWith("a.yaml:2:1: error", _workspace.Run("validate", "a.yaml").Out, StringComparison.Ordinal);
        Assert.Equal(0, _workspace.Run("validate", "a.yaml").Out.Count(c => c == '\ufeff'));
    }

    [Fact]
    public void One_unreadable_spec_does_not_hide_the_findings_of_another()
    {
        _workspace.Write("a.yaml", "name a\nerror bad\n");

        var result = _workspace.Run("validate", "gone.yaml", "a.yaml");

        Assert.Equal(2, result.Code);
        Assert.Contains("a.yaml:2:1: error CG2999 bad", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_by_a_path_out_of_the_repository_is_refused_unread()
    {
        _workspace.Compile = ConfigGen.Core.Compile.Compiler.Compile;
        _workspace.Write("secret", "password: hunter2\n");
        _workspace.Write("repo/web.yaml", "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nextends: [../secret]\nsysctl: {vm.swappiness: 10}\n");
        Directory.CreateDirectory(_workspace.PathOf("repo/.git"));

        var result = _workspace.Run("validate", "repo/web.yaml");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("repo/web.yaml:4:11: error CG1011 '../secret' leads out of the repository. [path-escape]\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link", "repo/link")]
    [InlineData("folder/secret", "repo/folder/secret")]
    [InlineData("chain", "repo/chain")]
    public void A_layer_outside_of_the_repository_is_not_read(string layer, string shown)
    {
        _workspace.Compile = ConfigGen.Core.Compile.Compiler.Compile;
        _workspace.Write("secret", "password: hunter2\n");
        _workspace.Write("repo/web.yaml", $"spec: v1\nname: web\ntargets: [{{platform: debian-12}}]\nextends: [{layer}]\nsysctl: {{vm.swappiness: 10}}\n");
        Directory.CreateDirectory(_workspace.PathOf("repo/.git"));
        File.CreateSymbolicLink(_workspace.PathOf("repo/link"), "../secret");
        File.CreateSymbolicLink(_workspace.PathOf("repo/chain"), "folder/secret");
        Directory.CreateSymbolicLink(_workspace.PathOf("repo/folder"), _workspace.Root);

        var result = _workspace.Run("validate", "repo/web.yaml");

        Assert.Equal(1, result.Code);
        Assert.DoesNotContain("hunter2", result.Out, StringComparison.Ordinal);
        Assert.StartsWith($"repo/web.yaml:4:11: error CG0002 {shown} lies outside of the repository of the spec [file-not-readable]\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_stays_in_the_repository_is_followed()
    {
        _workspace.Compile = ConfigGen.Core.Compile.Compiler.Compile;
        Directory.CreateDirectory(_workspace.PathOf(".git"));
        _workspace.Write("layers/base.yaml", "spec: v1\nlayer: true\nsysctl: {vm.swappiness: 10}\n");
        _workspace.Write("specs/web.yaml", "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nextends: [shared/base.yaml]\n");
        Directory.CreateSymbolicLink(_workspace.PathOf("specs/shared"), "../layers");

        Assert.Equal(new CliResult(0, "", "1 spec: no findings\n"), _workspace.Run("validate", "specs/web.yaml"));
    }

    private void Refuses(string spec, int code, string output)
    {
        var result = _workspace.Run("validate", spec);

        Assert.Equal(output, result.Out);
        Assert.Equal(code, result.Code);
    }
}
