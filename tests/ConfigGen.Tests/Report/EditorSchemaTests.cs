using System.Text.Json;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Engines;
using ConfigGen.Core.Report.Editor;
using ConfigGen.Core.Schema;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Report;

/// <summary>schemas/tuning-spec.v1.editor.schema.json: complete, fresh, and never stricter than the tool.</summary>
public sealed class EditorSchemaTests
{
    private static readonly string Text = EditorSchema.Render(SysctlCatalog.BuiltIn, UnitCatalog.BuiltIn, DirectiveCatalog.BuiltIn);

    private static readonly JsonElement Schema = JsonDocument.Parse(Text).RootElement;

    /// <summary>With CONFIGGEN_UPDATE=1 it is written instead (never in CI).</summary>
    [Fact]
    public void The_committed_file_is_what_the_catalogue_gives()
    {
        var path = Path.Combine(RepositoryRoot.Path, "schemas/tuning-spec.v1.editor.schema.json");
        if (Environment.GetEnvironmentVariable("CONFIGGEN_UPDATE") == "1")
        {
            Assert.NotEqual("true", Environment.GetEnvironmentVariable("CI"));
            File.WriteAllText(path, Text);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == Text, "It is stale; run schemas/catalog/pack.sh and commit the result.");
    }

    [Fact]
    public void It_has_every_key_and_every_directive()
    {
        var sysctl = Schema.GetProperty("properties").GetProperty("sysctl").GetProperty("properties");
        var definitions = Schema.GetProperty("$defs").EnumerateObject().Select(d => d.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(SysctlCatalog.BuiltIn.Keys, sysctl.EnumerateObject().Select(p => p.Name));
        Assert.All(SysctlCatalog.BuiltIn.Keys, key => Assert.Contains("key." + key, definitions));
        Assert.All(UnitCatalog.BuiltIn.Directives, name => Assert.Contains("directive." + name, definitions));
    }

    [Fact]
    public void A_key_is_described_as_the_catalogue_does()
    {
        var key = Schema.GetProperty("$defs").GetProperty("key.vm.swappiness");

        Assert.StartsWith(SysctlCatalog.BuiltIn.Curated("vm.swappiness")!.Summary, key.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, key.GetProperty("minimum").GetInt32());
        Assert.Equal(200, key.GetProperty("maximum").GetInt32());
    }

    [Theory]
    [InlineData("directive.CPUShares")]
    [InlineData("key.net.ipv4.tcp_tw_recycle")]
    public void What_is_gone_is_struck_through(string definition) =>
        Assert.True(Schema.GetProperty("$defs").GetProperty(definition).GetProperty("deprecated").GetBoolean());

    [Fact]
    public void The_examples_are_valid()
    {
        var specs = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "examples"), "*.yaml", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains("\nspec: v1", StringComparison.Ordinal) || File.ReadAllText(path).StartsWith("spec: v1", StringComparison.Ordinal))
            .ToList();

        Assert.True(specs.Count > 5);
        Assert.All(specs, path => Assert.Equal("", Problems(File.ReadAllText(path))));
    }

    [Theory]
    [InlineData("sysctl: {vm.swappiness: 201}", "4:25 '201' is not a valid vm.swappiness: 200 is the most.")]
    [InlineData("sysctl: {vm.swappiness: {value: 201, reason: x}}", "4:33 '201' is not a valid value: 200 is the most.")]
    [InlineData("sysctl: {vm.swappiness: 200, net.ipv4.tcp_rmem: [4096, 131072, 6291456], not.a.key: 5}", "")]
    [InlineData("sysctl: {net.ipv4.conf.eth0.rp_filter: 2, net.ipv4.conf.eth0/100.rp_filter: 2}", "")]
    [InlineData("units: {app.service: {Service: {LimitNOFILE: 65536, NotADirective: x}}, system.conf: {Manager: {DefaultTasksMax: 10%}}}", "")]
    public void A_bound_that_every_kernel_has_is_shown_while_typing(string body, string problems) =>
        Assert.Equal(problems, Problems("spec: v1\nname: t\ntargets: [{platform: debian-12}]\n" + body));

    private static string Problems(string text)
    {
        var document = YamlReader.Read(new SourceText("spec.yaml", text));
        var findings = SchemaCheck.Check(document.Root!, Schema, EngineSet.Schemas);
        return string.Join('\n', findings.Select(f => $"{f.Span!.Start.Line}:{f.Span.Start.Column} {f.Message}"));
    }
}
