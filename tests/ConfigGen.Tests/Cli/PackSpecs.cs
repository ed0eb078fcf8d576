using ConfigGen.Core.Render;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Cli;

/// <summary>pack lint and pack model.</summary>
public sealed class PackSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("{{ headr }}", "1:4: error CG6001 The variable or function 'headr' is not known. Did you mean 'header'?")]
    [InlineData("{{ for s in settings }}{{ s.valu }}{{ end }}", "1:27: error CG6001 'settings[]' has no member 'valu'. Did you mean 'value'?")]
    [InlineData("{{ settings.key }}", "1:4: error CG6001 'settings' is a list and has no member 'key': go through it with for.")]
    [InlineData("{{ name.foo }}", "1:4: error CG6001 'name' has no member 'foo'.")]
    [InlineData("{{ name[0].x }}", "1:4: error CG6001 'name' is no list: it is a text.")]
    [InlineData("{{ name | string.upcaze }}", "1:18: error CG6001 The function `string.upcaze` was not found. Did you mean `upcase`?")]
    [InlineData("{{ date.now }}", "1:4: error CG6001 `date` is not supported by this template engine")]
    [InlineData("{{ math.random 1 2 }}", "1:9: error CG6001 `math.random` is not supported by this template engine")]
    [InlineData("a\n{{ if }}", "2:7: error CG6001 Expecting <expression> instead of `}}`")]
    [InlineData("{{ include 'hed.scriban' }}", "1:12: error CG6001 There is no template \"hed.scriban\" in the pack own. Did you mean 'head.scriban'")]
    public void A_mistake_is_found_without_rendering(string template, string finding)
    {
        Write("text", "line", template + "{{ include 'head.scriban' }}");
        var result = _workspace.Run("pack", "lint", "packs/own");
        Assert.Equal(1, result.Code);
        Assert.StartsWith("packs/own/t.scriban:" + finding, result.Out, StringComparison.Ordinal);
        Assert.StartsWith("1 pack: 1 error", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# {{ header }}\na: \"{{ name }}\"\nb: {{ priority }}\nc: \"x\n  {{ for f in files }}{{ f.path }}{{ end }}\"\n", "")]
    [InlineData("a: {{ name }}\n", "packs/own/t.scriban:1:7: error CG6001 'name' is written outside of double quotes.")]
    [InlineData("a: \"{{ name }}\" {{ name | string.upcase }}\n", "packs/own/t.scriban:1:20: error CG6001 This value is written outside of double quotes.")]
    public void A_text_that_could_break_out_is_found(string template, string finding)
    {
        Write("yaml", "json", template + "{{ include 'head.scriban' }}");
        var result = _workspace.Run("pack", "lint", "packs");
        Assert.Equal(finding.Length == 0 ? 0 : 1, result.Code);
        Assert.StartsWith(finding, result.Out, StringComparison.Ordinal);
        Assert.Equal(finding.Length == 0, result.Out.Length == 0);
    }

    [Fact]
    public void Names_that_the_pack_makes_itself_are_known()
    {
        Write("text", "line", "{{ func twice(x); ret x + x; end; y = name; y; twice name; for t in targets; t; for.index; end; $v = 1; $v; settings.size; include 'head.scriban' }}");
        _workspace.Write("packs/own/head.scriban", "{{ y }}");
        Assert.Equal(0, _workspace.Run("pack", "lint", "packs/own").Code);
    }

    [Theory]
    [InlineData("pack: own\ndescription: d\nfiles: []\n", "packs/own/pack.yaml:3:8: error CG6001 own/pack.yaml: a pack needs at least one file")]
    [InlineData("pack: own\ndescription: d\nfiles:\n  - {template: t.scriban, path: \"{nam}\", reader: yml, escape: json}\n", "packs/own/pack.yaml:4:5: error CG6001 the path has {nam}, which nothing is put in the place of")]
    [InlineData("a: &a [*a, *a]\n", "packs/own/pack.yaml:1:")]
    [InlineData("pack: [1\nfiles: }\n", "packs/own/pack.yaml:")]
    public void Mistakes_of_a_pack_file_are_found(string text, string finding)
    {
        Write("text", "line", "x");
        _workspace.Write("packs/own/pack.yaml", text);
        var result = _workspace.Run("pack", "lint", "packs/own");
        Assert.Equal(1, result.Code);
        Assert.Contains(finding, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_pack_is_a_usage_error()
    {
        _workspace.Write("empty/readme", "x");
        var result = _workspace.Run("pack", "lint", "empty");
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.StartsWith("configgen pack lint: empty: there is no pack.yaml in it or in a folder of it.", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, _workspace.Run("pack", "lint", "nosuch").Code);
    }

    [Fact]
    public void A_link_out_of_the_repository_is_not_followed()
    {
        Write("text", "line", "x");
        _workspace.Write(".configgen.yaml", "");
        File.CreateSymbolicLink(_workspace.PathOf("packs/own/secret.scriban"), "/etc/passwd");
        var result = _workspace.Run("pack", "lint", "packs/own");
        Assert.Equal(2, result.Code);
        Assert.Contains("secret.scriban leads out of the repository", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_packs_that_travel_inside_the_tool_are_clean()
    {
        var result = _workspace.Run("pack", "lint", RepositoryRoot.File("templates"));
        Assert.True(result.Code == 0, result.Out);
        Assert.Equal("4 packs: no findings\n", result.Error);
    }

    [Fact]
    public void The_example_is_clean() => Assert.Equal("1 pack: no findings\n", _workspace.Run("pack", "lint", RepositoryRoot.File("examples", "custom-pack", "packs")).Error);

    [Fact]
    public void The_model_is_printed() => Assert.Equal(PackModelPage.Render(), _workspace.Run("pack", "model").Out);

    private void Write(string reader, string escape, string template)
    {
        _workspace.Write("packs/own/pack.yaml", $"pack: own\ndescription: d\nfiles:\n  - {{template: t.scriban, path: \"own/{{name}}\", reader: {reader}, escape: {escape}}}\n");
        _workspace.Write("packs/own/t.scriban", template);
        _workspace.Write("packs/own/head.scriban", "# {{ header }}\n");
    }
}
