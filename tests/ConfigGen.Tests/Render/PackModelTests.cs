using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Engines;
using ConfigGen.Core.Render;
using ConfigGen.Core.Spec;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Render;

/// <summary>What is written about the model of templates is what templates are given.</summary>
public sealed class PackModelTests
{
    private const string Update = "CONFIGGEN_UPDATE=1 dotnet test ConfigGen.sln --filter FullyQualifiedName~PackModelTests";

    [Fact]
    public void The_page_is_fresh()
    {
        var path = RepositoryRoot.File("templates", "MODEL.md");
        if (Environment.GetEnvironmentVariable("CONFIGGEN_UPDATE") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "regenerating is refused in CI: commit what a developer regenerated");
            File.WriteAllText(path, PackModelPage.Render());
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == PackModelPage.Render(), $"templates/MODEL.md is not what configgen pack model prints\nif that is meant: {Update}");
    }

    [Theory]
    [InlineData("sysctl")]
    [InlineData("unit")]
    [InlineData("modules-load")]
    [InlineData("role-yaml")]
    [InlineData("yaml")]
    public void Everything_given_is_written_down_and_everything_written_down_is_given(string reader)
    {
        var given = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var model in Recorded(reader))
        {
            Flatten("", model, given);
        }

        var written = PackModel.Of(reader).Where(f => f.Kind != ModelField.List || !PackModel.Of(reader).Any(o => o.Path.StartsWith(f.Path + "[]", StringComparison.Ordinal)));
        Assert.Equal(written.Select(f => f.Path).Order(StringComparer.Ordinal), given);
    }

    [Fact]
    public void Numbers_and_flags_are_what_they_are_said_to_be()
    {
        foreach (var reader in PackModel.Readers)
        {
            foreach (var (path, value) in Recorded(reader).SelectMany(m => Scalars("", m)))
            {
                var kind = value switch { bool => ModelField.Flag, int or long => ModelField.Number, _ => ModelField.Text };
                Assert.True(PackModel.Of(reader).Single(f => f.Path == path).Kind == kind, $"{reader}: {path} is a {kind}");
            }
        }
    }

    private static List<IReadOnlyDictionary<string, object?>> Recorded(string reader)
    {
        var engine = new Recorder();
        var escape = reader is "yaml" or "json" ? "json" : "line";
        var path = reader switch { "unit" => "own/{dropin}/x", _ when reader.StartsWith("role", StringComparison.Ordinal) => "own/{role}", _ => "own/x" };
        var pack = $"pack: own\ndescription: x\nfiles:\n  - {{template: t.scriban, path: \"{path}\", reader: {reader}, escape: {escape}}}\n";
        var templates = new Dictionary<string, string> { ["own/pack.yaml"] = pack, ["own/t.scriban"] = "recorded" };
        var undecided = reader.StartsWith("role", StringComparison.Ordinal) ? "\n  vm.min_free_kbytes: {at_least: 100000}" : "";
        var request = new RenderRequest("s.yaml", ImmutableDictionary.CreateRange(StringComparer.Ordinal, templates));
        var result = RenderPlanner.Plan(Spec(undecided), SysctlCatalog.BuiltIn, request, engine);
        Assert.True(engine.Models.Count > 0, string.Join('\n', result.Findings));
        return engine.Models;
    }

    private static ResolvedSpec Spec(string more) => Specs.Compile($$$"""
            spec: v1
            name: own
            description: d
            targets: [{platform: debian-12, memory: 16G}]
            sysctl:
              net.core.somaxconn: {value: 16384, reason: r}
              net.netfilter.nf_conntrack_max: 1048576
            {{{more}}}
            units:
              nginx.service:
                Service:
                  LimitNOFILE: {value: 65536, reason: r}
            outputs:
              ansible: {overridable: [net.core.somaxconn], restart: [nginx.service]}
            """).Spec!;

    private static void Flatten(string path, object? value, SortedSet<string> into)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                foreach (var (key, member) in map)
                {
                    Flatten(path.Length == 0 ? key : $"{path}.{key}", member, into);
                }

                break;
            case IReadOnlyList<object?> list:
                foreach (var item in list)
                {
                    Flatten(path + "[]", item, into);
                }

                break;
            default:
                into.Add(path);
                break;
        }
    }

    private static IEnumerable<(string Path, object? Value)> Scalars(string path, object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => map.SelectMany(m => Scalars(path.Length == 0 ? m.Key : $"{path}.{m.Key}", m.Value)),
        IReadOnlyList<object?> list => list.SelectMany(item => Scalars(path + "[]", item)),
        _ => [(path, value)],
    };

    /// <summary>Renders as ever, and keeps what the templates of the pack are given.</summary>
    private sealed class Recorder : ITemplateEngine
    {
        public List<IReadOnlyDictionary<string, object?>> Models { get; } = [];

        public TemplateOutput Render(string name, string text, IReadOnlyDictionary<string, object?> model, Func<string, string?> include)
        {
            if (name.StartsWith("own/", StringComparison.Ordinal))
            {
                Models.Add(model);
                return new TemplateOutput("", [new TemplateProblem(name, 1, 1, "recorded")]);
            }

            return EngineSet.Templates.Render(name, text, model, include);
        }
    }
}
