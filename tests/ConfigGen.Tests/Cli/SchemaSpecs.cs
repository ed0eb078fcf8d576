using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Cli;

public sealed class SchemaSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("tuning-spec.v1.schema.json")]
    [InlineData("configgen.v1.schema.json", "--config")]
    [InlineData("tuning-spec.v1.editor.schema.json", "--editor")]
    [InlineData("report.v1.schema.json", "--report")]
    public void The_schemas_are_printed_as_they_are_committed(string file, params string[] options)
    {
        var result = _workspace.Run(["schema", .. options]);

        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "schemas", file)), result.Out);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.Code);
    }

    [Fact]
    public void Two_schemas_at_once_make_no_sense()
    {
        var result = _workspace.Run("schema", "--editor", "--config");

        Assert.Equal(2, result.Code);
        Assert.Equal("", result.Out);
        Assert.Equal("configgen schema: --editor and --config exclude each other.\nRun 'configgen schema --help' to see what it takes.\n", result.Error);
    }
}
