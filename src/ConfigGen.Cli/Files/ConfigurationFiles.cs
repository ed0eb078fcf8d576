using System.Collections.Immutable;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;

namespace ConfigGen.Cli.Files;

/// <summary>Reads the <c>.configgen.yaml</c> of every repository of a run, each once.</summary>
/// <param name="around">Where relative paths start from.</param>
/// <param name="cap">Largest size of a file in bytes.</param>
internal sealed class ConfigurationFiles(Surroundings around, long cap)
{
    private readonly Dictionary<string, string?> _roots = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RepositoryHome> _homes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>What is wrong with the files read so far.</summary>
    public ImmutableArray<Finding> Findings => _findings.ToImmutable();

    /// <summary>The severity from which on a run fails: the lowest that one of the repositories asks for.</summary>
    public Severity? FailOn => _homes.Values.Min(h => h.Configuration.FailOn);

    /// <summary>The repository of a file; null outside of one.</summary>
    /// <param name="path">Absolute.</param>
    public RepositoryHome? HomeOf(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? path;
        if (!_roots.TryGetValue(folder, out var root))
        {
            _roots[folder] = root = Repository.RootOf(path);
        }

        if (root is null)
        {
            return null;
        }

        return _homes.TryGetValue(root, out var home) ? home : _homes[root] = Read(root);
    }

    /// <summary>Reports globs of a repository that match nothing, where the specs are taken from them.</summary>
    public void CheckSpecs(RepositoryHome home)
    {
        foreach (var glob in SpecSearch.Find(home.Root, home.Configuration.Specs).Unmatched)
        {
            _findings.Add(Finding.Of(ConfigCodes.NoSpec, glob.Glob.Span, $"No file matches '{glob.Glob.Value.Text}'.")
                .WithHelp("correct or remove the glob; it starts at the top of the repository, and case counts"));
        }
    }

    private RepositoryHome Read(string root)
    {
        var home = new RepositoryHome(root, RepositoryConfiguration.Empty, ImmutableDictionary<string, string>.Empty);
        var file = Path.Combine(root, RepositoryConfiguration.FileName);
        if (!Path.Exists(file))
        {
            return home;
        }

        var shown = Repository.Slashes(Path.GetRelativePath(around.Folder, file));
        var load = new DiskLoader(file, around.Folder, Stream.Null, cap).Load(shown);
        if (load.Source is null)
        {
            _findings.Add(Finding.Of(load.Problem!.Code, span: null, load.Problem.Message) with { Path = shown });
            return home;
        }

        var (configuration, findings) = Compiler.Configure(load.Source, ToolVersion.Text);
        _findings.AddRange(findings);
        return home with { Configuration = configuration, Templates = Templates(root, configuration) };
    }

    private ImmutableDictionary<string, string> Templates(string root, RepositoryConfiguration configuration)
    {
        if (configuration.Templates is not { } written)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var (templates, problem) = TemplateFolder.Read(Path.Combine(root, written.Value), within: root, cap);
        if (templates is null)
        {
            _findings.Add(Finding.Of(InputCodes.NotReadable, written.Span, $"The templates in '{written.Value}' cannot be used: {problem}.")
                .WithHelp("name a folder of this repository, by its path from the top"));
        }

        return templates ?? ImmutableDictionary<string, string>.Empty;
    }
}
