using System.Text;
using ConfigGen.Core.Compile;

namespace ConfigGen.Tests.Cli;

public sealed class ImportSpecs : IDisposable
{
    private readonly Workspace _workspace = new() { Compile = Compiler.Compile };

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_spec_goes_to_standard_output_and_everything_else_to_standard_error()
    {
        _workspace.Write("99-web.conf", "net.core.somaxconn = 16384\nnet.ipv4.tcp_tw_recycle = 1\n");

        var result = _workspace.Run("import", "--target", "debian-12", "99-web.conf");

        Assert.Equal(0, result.Code);
        Assert.StartsWith("# Imported by configgen from 99-web.conf.\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\nname: web\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("targets:\n  - platform: debian-12\n", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("99-web.conf:2:1: warning CG2002 ", result.Error, StringComparison.Ordinal);
        Assert.Contains("\n1 setting, 1 kept as a comment: 1 warning", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_gets_the_spec_and_one_that_is_there_is_left_alone()
    {
        _workspace.Write("sysctl.conf", "net.core.somaxconn = 16384\n");

        var first = _workspace.Run("import", "--name", "web", "-o", "specs/web.yaml", "sysctl.conf");
        var second = _workspace.Run("import", "-o", "specs/web.yaml", "sysctl.conf");

        Assert.Equal((0, 2), (first.Code, second.Code));
        Assert.StartsWith("specs/web.yaml: 1 setting", first.Error, StringComparison.Ordinal);
        Assert.Contains("specs/web.yaml exists already and is left as it is", second.Error, StringComparison.Ordinal);
        Assert.Equal(0, _workspace.Run("validate", "specs/web.yaml").Code);
        Assert.Equal(0, _workspace.Run("generate", "specs/web.yaml").Code);
        Assert.Contains("net.core.somaxconn = 16384\n", _workspace.Read("specs/out/web/sysctl.d/60-web.conf"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_of_a_host_gives_its_sysctl_files_as_the_loader_takes_them()
    {
        _workspace.Write("root/etc/sysctl.d/60-a.conf", "vm.swappiness = 10\n");
        _workspace.Write("root/usr/lib/sysctl.d/70-b.conf", "vm.swappiness = 60\n");
        _workspace.Write("root/usr/lib/sysctl.d/80-c.conf", "kernel.panic = 5\n");
        _workspace.Write("root/etc/sysctl.conf", "kernel.sysrq = 0\n");
        _workspace.Write("root/etc/nginx/nginx.conf", "x\n");
        File.CreateSymbolicLink(_workspace.PathOf("root/etc/sysctl.d/80-c.conf"), "/dev/null");

        var boot = _workspace.Run("import", "--target", "debian-12", "root");
        var system = _workspace.Run("import", "--target", "debian-12", "--loader", "procps", "root");

        Assert.Contains("sysctl:\n  vm.swappiness: 60\n", boot.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("kernel.panic:", boot.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("kernel.sysrq:", boot.Out, StringComparison.Ordinal);
        Assert.Contains("root/etc/sysctl.conf:1:1: warning CG7006", boot.Error, StringComparison.Ordinal);
        Assert.Contains("root/etc/sysctl.d/60-a.conf:1:1: warning CG7004", boot.Error, StringComparison.Ordinal);
        Assert.Contains("  kernel.sysrq: 0\n", system.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absolute_link_in_an_image_means_the_images_own_file()
    {
        _workspace.Write("root/etc/sysctl.conf", "vm.swappiness = 7\n");
        Directory.CreateDirectory(_workspace.PathOf("root/etc/sysctl.d"));
        File.CreateSymbolicLink(_workspace.PathOf("root/etc/sysctl.d/99-sysctl.conf"), "/etc/sysctl.conf");

        Assert.Contains("  vm.swappiness: 7\n", _workspace.Run("import", "--target", "debian-12", "root").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_told_by_its_content_or_by_an_option()
    {
        _workspace.Input = Encoding.UTF8.GetBytes("vm.swappiness = 10\n");
        Assert.Contains("name: imported\n", _workspace.Run("import", "-").Out, StringComparison.Ordinal);

        _workspace.Input = Encoding.UTF8.GetBytes("[Service]\nLimitNOFILE=65536\n");
        var unit = _workspace.Run("import", "--from", "unit:nginx.service", "-");
        Assert.Contains("units:\n  nginx.service:\n    Service:\n      LimitNOFILE: 65536\n", unit.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_is_found_beside_the_one_that_includes_it()
    {
        _workspace.Write("tuned/own/tuned.conf", "[main]\ninclude=base\n[sysctl]\nvm.swappiness=10\n");
        _workspace.Write("tuned/base/tuned.conf", "[sysctl]\nkernel.panic=5\n");

        var result = _workspace.Run("import", "--target", "debian-12", "tuned/own/tuned.conf");

        Assert.Contains("name: own\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("sysctl:\n  kernel.panic: 5\n  vm.swappiness: 10\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_a_role_gives_what_its_files_hold()
    {
        _workspace.Write("role/defaults/main.yml", "tuning:\n  vm.swappiness: 10\n");
        _workspace.Write("role/meta/main.yml", "galaxy_info: {author: x}\n");

        var result = _workspace.Run("import", "--target", "debian-12", "role");

        Assert.Contains("  vm.swappiness: 10\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(0, result.Code);
    }

    [Fact]
    public void Nothing_to_import_is_exit_code_1_and_a_wrong_word_2()
    {
        _workspace.Write("a.conf", "net.inet.ip.forwarding=1\n");

        Assert.Equal(1, _workspace.Run("import", "a.conf").Code);
        Assert.Equal(2, _workspace.Run("import").Code);
        Assert.Equal(2, _workspace.Run("import", "missing.conf").Code);
        Assert.Contains("--from takes sysctl, sysctl-a, unit:NAME", _workspace.Run("import", "--from", "x", "a.conf").Error, StringComparison.Ordinal);
        Assert.Contains("must start with a lower-case letter", _workspace.Run("import", "--name", "A b", "a.conf").Error, StringComparison.Ordinal);
        Assert.Contains("name a file for it with --output", _workspace.Run("import", "--format", "json", "a.conf").Error, StringComparison.Ordinal);
        Assert.Contains("--target: ", _workspace.Run("import", "--target", "debian-99", "a.conf").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_refused()
    {
        _workspace.Write("a.conf", [0x7f, (byte)'E', (byte)'L', (byte)'F', 0xff, 0xfe, 0x00]);

        var result = _workspace.Run("import", "a.conf");

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.StartsWith("a.conf: error CG0003", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_of_import_is_explained() => Assert.Contains("CG7001 not-importable", _workspace.Run("explain", "CG7001").Out, StringComparison.Ordinal);
}
