using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Render;

/// <summary>Drop-ins of directives that only some targets know, or that only a host can decide.</summary>
public sealed class DropInConditionTests
{
    private const string Three = "{platform: debian-11}, {platform: debian-12}, {platform: debian-13}";
    private const string Folder = "ansible/roles/t_tuning/files/";
    private const string DropIn = "systemd/system/a.service.d/60-t.conf";
    private const string Role = "outputs: {ansible: {role: t_tuning}}\n";
    private const string ByMemory = "units: {a.service: {Service: {MemoryMax: [{when: {memory: \">=16G\"}, value: 4G, reason: big}, {value: 1G}]}}}\n";

    [Fact]
    public void A_line_that_older_versions_ignore_says_so() => Assert.EndsWith(
        "# For debian-11, debian-12, debian-13.\n\n[Service]\n# few restarts\n# Ignored by systemd 247 and 252: systemd 257 has the directive.\nRestartSteps=5\n",
        Text(Plan(Three, "units: {a.service: {Service: {RestartSteps: {value: 5, reason: few restarts}}}}\n"), DropIn),
        StringComparison.Ordinal);

    [Fact]
    public void A_line_that_newer_versions_ignore_says_so() => Assert.EndsWith(
        "[Service]\n# Ignored by systemd 262.\nCPUShares=512\n",
        Text(Plan("{platform: debian-11}, {kernel: \"6.12\", systemd: \"262\"}", "units: {a.service: {Service: {CPUShares: 512}}}\nignore: [{rule: CG3004, reason: r}]\n"), DropIn),
        StringComparison.Ordinal);

    [Fact]
    public void A_condition_keeps_the_line_to_those_who_know_it()
    {
        var plan = Plan(Three, "units: {a.service: {Service: {Nice: 5, RestartSteps: {value: 5, when: {systemd: \">=257\"}}}}}\n");
        Assert.Equal(
            ["debian-11+debian-12/" + DropIn, "debian-13/" + DropIn],
            plan.Artifacts.Select(a => a.Path).Where(p => p.EndsWith(DropIn, StringComparison.Ordinal) && !p.StartsWith("ansible", StringComparison.Ordinal)));
        Assert.EndsWith(
            "# Other targets of this spec have files of their own, because these settings differ: a.service\n# Service.RestartSteps.\n\n[Service]\nNice=5\n",
            Text(plan, "debian-11+debian-12/" + DropIn),
            StringComparison.Ordinal);
        Assert.EndsWith("[Service]\nNice=5\nRestartSteps=5\n", Text(plan, "debian-13/" + DropIn), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_and_directives_that_differ_make_groups_together()
    {
        var plan = Plan(Three, """
            sysctl: {net.core.somaxconn: [{when: {platform: debian-11}, value: 8192}, {value: 16384}]}
            units: {a.service: {Service: {Nice: {value: 5, when: {platform: [debian-11, debian-12]}}}}}

            """);
        Assert.Equal(
            ["debian-11/sysctl.d/60-t.conf", "debian-11/" + DropIn, "debian-12/sysctl.d/60-t.conf", "debian-12/" + DropIn, "debian-13/sysctl.d/60-t.conf"],
            plan.Artifacts.Select(a => a.Path).Where(p => !p.StartsWith("ansible", StringComparison.Ordinal)));
        Assert.Contains("these settings differ:\n# net.core.somaxconn, a.service Service.Nice.\n", Text(plan, "debian-13/sysctl.d/60-t.conf"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_role_carries_the_drop_ins_of_each_group()
    {
        using var json = JsonDocument.Parse(Text(Plan(Three, "units: {a.service: {Service: {Nice: {value: 5, when: {platform: debian-12}}}}}\n"), Folder + "plan.json"));
        Assert.Equal(
            ["debian-11+debian-13 ", $"debian-12 debian-12/{DropIn} > /etc/{DropIn} of a.service"],
            json.RootElement.GetProperty("groups").EnumerateArray().Select(g => $"{g.GetProperty("name")} {string.Join(' ', g.GetProperty("files").EnumerateArray().Select(f => $"{f.GetProperty("src")} > {f.GetProperty("dest")} of {f.GetProperty("unit")}"))}"));
    }

    [Fact]
    public void What_only_the_host_can_decide_is_an_error_without_a_role()
    {
        var compilation = Specs.Compile(Specs.On("{platform: debian-12}", ByMemory));
        Assert.Equal(
            "spec.yaml:4:31 CG6007 MemoryMax of a.service cannot be decided for debian-12: whether its condition holds on debian-12 is not known: its memory is not given",
            Specs.Lines(compilation));
        Assert.Equal("a.service Service.MemoryMax", compilation.Findings[0].Setting);
    }

    [Fact]
    public void With_a_role_the_host_gets_the_drop_in_for_its_case()
    {
        var compilation = Specs.Compile(Specs.On("{platform: debian-12}", ByMemory + Role));
        var finding = Assert.Single(compilation.Findings);
        Assert.Equal(
            (RenderCodes.LeftToRole, "MemoryMax of a.service cannot be decided for debian-12: whether its condition holds on debian-12 is not known: its memory is not given: the role decides it on the host, and no plain drop-in of a.service is rendered for these targets"),
            (finding.Code, finding.Message));
        var plan = compilation.Plan!;
        Assert.DoesNotContain(plan.Artifacts, a => a.Path == DropIn);
        Assert.EndsWith("# Only for hosts on which the role finds {memory: \">=16G\"}.\n\n[Service]\n# big\nMemoryMax=4G\n", Text(plan, $"{Folder}{DropIn}.1"), StringComparison.Ordinal);
        Assert.EndsWith("# Only for hosts on which the role finds not {memory: \">=16G\"}.\n\n[Service]\nMemoryMax=1G\n", Text(plan, $"{Folder}{DropIn}.2"), StringComparison.Ordinal);
        Assert.Equal(
            [$"{DropIn}.1 > /etc/{DropIn} 0 of {{\"memory\":[[\">=\",\"17179869184\"]]}} {{}}", $"{DropIn}.2 > /etc/{DropIn} 1 of {{\"memory\":[[\">=\",\"17179869184\"]]}} {{}}"],
            Files(plan));
    }

    [Fact]
    public void Where_nothing_else_is_set_some_hosts_get_no_drop_in()
    {
        var plan = Specs.Compile(Specs.On("{platform: debian-12}", "units: {a.service: {Service: {MemoryMax: {value: 4G, when: {cpus: \">8\"}}}}}\n" + Role)).Plan!;
        Assert.Equal([$"{DropIn}.1 > /etc/{DropIn} 0 of {{\"cpus\":[[\">\",\"8\"]]}}"], Files(plan));
    }

    [Fact]
    public void Every_way_in_which_conditions_turn_out_is_a_file()
    {
        var plan = Specs.Compile(Specs.On("{platform: debian-12}", "units: {a.service: {Service: {Nice: {value: 5, when: {cpus: \">8\"}}, TasksMax: {value: 7, when: {memory: \">1G\"}}}}}\n" + Role)).Plan!;
        Assert.Equal(
            ["Nice=5 TasksMax=7", "Nice=5", "TasksMax=7"],
            Enumerable.Range(1, 3).Select(i => string.Join(' ', Rendering.Assignments(Text(plan, $"{Folder}{DropIn}.{i}")).Skip(1))));
        Assert.DoesNotContain(plan.Artifacts, a => a.Path == $"{Folder}{DropIn}.4");
    }

    [Fact]
    public void More_files_than_anybody_reviews_are_refused()
    {
        var directives = string.Join(", ", new[] { "Nice", "TasksMax", "CPUWeight", "IOWeight", "MemoryMax" }.Select(d => $"{d}: {{value: 10, when: {{memory: \">1G\"}}}}"));
        var compilation = Specs.Compile(Specs.On("{platform: debian-12}", $"units: {{a.service: {{Service: {{{directives}}}}}}}\n{Role}"));
        Assert.Null(compilation.Plan);
        Assert.All(compilation.Findings, f => Assert.Equal(RenderCodes.Undecided, f.Code));
        Assert.Equal(5, compilation.Findings.Length);
        Assert.EndsWith("its memory is not given; with the other conditions of this unit it would take more than 16 files to have one for every host", compilation.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_conditions_are_counted_without_making_the_files()
    {
        var directives = string.Join(", ", Enumerable.Range(0, 100).Select(i => $"X{i}: {{value: 1, when: {{memory: \">1G\"}}}}"));
        var compile = Task.Run(() => Specs.Compile(Specs.On("{platform: debian-12}", $"units: {{a.service: {{X-Team: {{{directives}}}}}}}\n{Role}")), TestContext.Current.CancellationToken);
        Assert.Null((await compile.WaitAsync(HangGuard.Limit, TestContext.Current.CancellationToken)).Plan);
    }

    private static RenderPlan Plan(string targets, string body)
    {
        var compilation = Specs.Compile(Specs.On(targets, body));
        Assert.False(compilation.HasErrors, Specs.Lines(compilation));
        return compilation.Plan!;
    }

    private static string Text(RenderPlan plan, string path) => Assert.Single(plan.Artifacts, a => a.Path == path).Content;

    /// <summary>Source, destination and what must be so, of the files of the only group.</summary>
    private static string[] Files(RenderPlan plan)
    {
        using var json = JsonDocument.Parse(Text(plan, Folder + "plan.json"));
        var files = Assert.Single(json.RootElement.GetProperty("groups").EnumerateArray().ToList()).GetProperty("files");
        return [.. files.EnumerateArray().Select(f => $"{f.GetProperty("src")} > {f.GetProperty("dest")} {string.Join(" and ", f.GetProperty("choices").EnumerateArray().Select(Choice))}")];
    }

    private static string Choice(JsonElement choice) =>
        $"{choice.GetProperty("chosen")} of {string.Join(' ', choice.GetProperty("cases").EnumerateArray().Select(c => string.Concat(c.GetRawText().Where(x => !char.IsWhiteSpace(x)))))}";
}
