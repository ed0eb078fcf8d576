using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Render;

namespace ConfigGen.Tests.Render;

/// <summary>Files of a team's own kind: what their templates see, and that what they make is read again.</summary>
public sealed class HostFileTests
{
    private const string Everything = "{\"files\": [{{ for f in files }}{{ for.first ? '' : ', ' }}{\"{{ f.path }}\": \"{{ for line in f.lines }}{{ line }}\\n{{ end }}\"}{{ end }}]}";

    [Fact]
    public void A_file_carries_what_the_other_packs_rendered()
    {
        var result = Rendering.Render(Spec("a \"quoted\" \\ reason"), null, Pack("json"), ("own/t.scriban", Everything));
        Assert.Empty(result.Findings);
        using var read = JsonDocument.Parse(result.Plan!.Artifacts.Single(a => a.Path == "own/web.out").Content);
        var file = read.RootElement.GetProperty("files")[0].EnumerateObject().Single();
        Assert.Equal(("sysctl.d/60-web.conf", result.Plan.Artifacts.Single(a => a.Path == file.Name).Content), (file.Name, file.Value.GetString()));
    }

    [Theory]
    [InlineData("yaml", "a: [1\n", "own/web.out line 1: The '['")]
    [InlineData("yaml", "", "own/web.out line 1: The file is empty.")]
    [InlineData("json", "{\"a\": }", "own/web.out line 1: it is not JSON at byte 7 of the line")]
    public void What_cannot_be_read_again_is_not_written(string reader, string template, string problem)
    {
        var result = Rendering.Render(Spec("r"), null, Pack(reader), ("own/t.scriban", template));
        var finding = Assert.Single(result.Findings);
        Assert.Null(result.Plan);
        Assert.Equal(RenderCodes.SelfCheck, finding.Code);
        Assert.StartsWith(problem, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\"b\\c")]
    [InlineData("tab\tand \u202e override")]
    [InlineData("nul\0, next line\u0085, separator\u2028 and é 😀")]
    public void Escaped_text_is_the_same_text_inside_of_quotes(string text)
    {
        var model = ModelText.Escaped("json", new Dictionary<string, object?> { ["x"] = new List<object?> { text } });
        var escaped = (string)((List<object?>)model["x"]!)[0]!;
        Assert.Equal(text, JsonDocument.Parse($"\"{escaped}\"").RootElement.GetString());
        Assert.DoesNotContain(escaped, c => char.IsControl(c) || c is '\u2028' or '\u202e');
    }

    [Theory]
    [InlineData("yaml", "line", "the reader yaml does not go with escape: line", "write escape: json, and every value between double quotes")]
    [InlineData("sysctl", "json", "the reader sysctl does not go with escape: json", "write escape: line or assignment")]
    public void A_reader_and_its_escape_go_together(string reader, string escape, string message, string help)
    {
        var finding = Assert.Single(Rendering.Render(Spec("r"), null, Pack(reader, escape), ("own/t.scriban", "x")).Findings);
        Assert.Equal((message, help), (finding.Message, finding.Help));
    }

    // The wording of limits is the engine's.
    [Theory]
    [InlineData("{{ while true; end }}", "100000")]
    [InlineData("{{ for i in 1..100000; 'x' * 100; end }}", "longer than 4")]
    [InlineData("{{ include 't.scriban' }}", "limit `100`")]
    [InlineData("{{ include '../../etc/passwd' }}", "../../etc/passwd")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$' }}", "")]
    public void A_hostile_template_ends_with_a_finding_at_its_place(string template, string message)
    {
        var result = Rendering.Render(Spec("r"), null, Pack("text", "line"), ("own/t.scriban", template));
        var finding = Assert.Single(result.Findings);
        Assert.Null(result.Plan);
        Assert.Equal(RenderCodes.Template, finding.Code);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("own/t.scriban:1:", finding.Span!.ToString(), StringComparison.Ordinal);
    }

    private static Core.Spec.ResolvedSpec Spec(string reason) => new SpecBuilder().Set("vm.swappiness", "10", reason).Build();

    private static (string Name, string Text) Pack(string reader, string escape = "json") =>
        ("own/pack.yaml", $"pack: own\ndescription: d\nfiles:\n  - {{template: t.scriban, path: \"own/{{name}}.out\", reader: {reader}, escape: {escape}}}\n");
}
