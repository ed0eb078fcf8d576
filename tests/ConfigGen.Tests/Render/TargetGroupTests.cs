using ConfigGen.Core.Render;

namespace ConfigGen.Tests.Render;

public class TargetGroupTests
{
    private const string Key = "net.ipv4.tcp_rmem";

    [Fact]
    public void Targets_with_equal_settings_share_one_file_without_a_folder()
    {
        var spec = new SpecBuilder().Target("debian-12").Target("debian-13").Set(Key, "4096 87380 6291456").Build();
        Assert.Equal(["sysctl.d/60-web.conf"], Paths(Rendering.Render(spec)));
    }

    [Fact]
    public void A_different_value_splits_targets_into_folders_named_by_their_labels()
    {
        var spec = new SpecBuilder().Target("debian-12").Target("ubuntu-24.04").Target("debian-13")
            .SetEach(Key, null, null, "1 2 3", "4 5 6", "1 2 3").Build();
        Assert.Equal(["debian-12+debian-13/sysctl.d/60-web.conf", "ubuntu-24.04/sysctl.d/60-web.conf"], Paths(Rendering.Render(spec)));
    }

    [Fact]
    public void A_target_without_any_setting_gets_no_file()
    {
        var spec = new SpecBuilder().Target("a").Target("b").SetEach(Key, null, null, "1 2 3", null).Build();
        Assert.Equal(["a/sysctl.d/60-web.conf"], Paths(Rendering.Render(spec)));
    }

    [Fact]
    public void Targets_with_the_same_label_are_told_apart_by_memory_then_by_number()
    {
        const long gibibyte = 1L << 30;
        var spec = new SpecBuilder().Target("debian-12", memory: 16 * gibibyte).Target("debian-12", memory: 64 * gibibyte).Target("x").Target("x")
            .SetEach(Key, null, null, "1", "2", "3", "4").Build();
        Assert.Equal(
            ["debian-12-16G/sysctl.d/60-web.conf", "debian-12-64G/sysctl.d/60-web.conf", "x-3/sysctl.d/60-web.conf", "x-4/sysctl.d/60-web.conf"],
            Paths(Rendering.Render(spec)));
    }

    [Fact]
    public void A_label_cannot_leave_the_output_folder()
    {
        var spec = new SpecBuilder().Target("../../etc").Target("a b/c.tsv").SetEach(Key, null, null, "1", "2").Build();
        Assert.Equal(["a-b-c.tsv/sysctl.d/60-web.conf", "etc/sysctl.d/60-web.conf"], Paths(Rendering.Render(spec)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_name_stays_short_enough_for_a_file_system()
    {
        var spec = new SpecBuilder();
        for (var i = 0; i < 20; i++)
        {
            spec.Target($"distribution-number-{i:D2}");
        }

        var values = Enumerable.Range(0, 20).Select(i => i == 19 ? "2" : "1").ToArray();
        var built = spec.SetEach(Key, null, null, values).Build();
        Assert.Equal(
            ["distribution-number-00+18-more/sysctl.d/60-web.conf", "distribution-number-19/sysctl.d/60-web.conf"],
            Paths(Rendering.Render(built)));
    }

    [Fact]
    public void The_reason_for_a_split_stands_in_the_file()
    {
        var spec = new SpecBuilder().Target("a").Target("b").Set("vm.swappiness", "10").SetEach(Key, null, null, "1 2 3", null).Build();
        var text = Rendering.Render(spec).Plan!.Artifacts[0].Content;
        Assert.Contains("# For a.\n# Other targets of this spec have files of their own, because these settings differ: net.ipv4.tcp_rmem.\n", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Paths(RenderResult result)
    {
        Assert.Empty(result.Findings);
        return result.Plan!.Artifacts.Select(a => a.Path);
    }
}
