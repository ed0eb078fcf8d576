using System.Collections.Immutable;
using ConfigGen.Core.Baselines;
using ConfigGen.Core.Findings;

namespace ConfigGen.Cli.Files;

/// <summary>The baselines of a run: the one that was named for it, or those that the configurations of the repositories name.</summary>
internal sealed class BaselineFiles
{
    private readonly string _folder;
    private readonly long _cap;
    private readonly Dictionary<string, Baseline> _byRoot = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private Baseline? _named;

    private BaselineFiles(string folder, long cap) => (_folder, _cap) = (folder, cap);

    /// <summary>No baseline: raw files have none.</summary>
    public static BaselineFiles None { get; } = new("", 0);

    /// <summary>What is wrong with them.</summary>
    public ImmutableArray<Finding> Findings => _findings.ToImmutable();

    /// <summary>All entries.</summary>
    public IEnumerable<BaselineEntry> Entries => _named is { } named ? named.Entries.Values : _byRoot.Values.SelectMany(b => b.Entries.Values);

    /// <summary>Reads them; or says why the one that was named cannot be read.</summary>
    /// <param name="named">The value of --baseline.</param>
    /// <param name="homes">The repositories of the run.</param>
    /// <param name="folder">Absolute path that relative paths start from.</param>
    /// <param name="cap">Largest size in bytes.</param>
    public static (BaselineFiles Files, string? Problem) Read(string? named, IEnumerable<RepositoryHome> homes, string folder, long cap)
    {
        var files = new BaselineFiles(folder, cap);
        if (named is not null)
        {
            return (files, files.ReadNamed(named));
        }

        foreach (var home in homes.Where(h => h.Configuration.Baseline is not null).DistinctBy(h => h.Root, StringComparer.Ordinal).OrderBy(h => h.Root, StringComparer.Ordinal))
        {
            files.ReadOf(home);
        }

        return (files, null);
    }

    /// <summary>What is known about specs of a repository; null for nothing.</summary>
    public BaselineFilter? FilterFor(RepositoryHome? home)
    {
        var baseline = _named ?? (home is null ? null : _byRoot.GetValueOrDefault(home.Root));
        return baseline is null ? null : new BaselineFilter(baseline, new ReportPath(_folder).Of);
    }

    private string? ReadNamed(string named)
    {
        var full = Path.GetFullPath(named, _folder);
        var load = new DiskLoader(full, _folder, Stream.Null, _cap).Load(Repository.Slashes(named));
        if (load.Source is null)
        {
            return $"--baseline: {load.Problem!.Message}.";
        }

        (_named, var findings) = BaselineReader.Read(load.Source);
        _findings.AddRange(findings);
        return null;
    }

    private void ReadOf(RepositoryHome home)
    {
        var written = home.Configuration.Baseline!;
        var full = Path.GetFullPath(written.Value, home.Root);
        var load = new DiskLoader(full, _folder, Stream.Null, _cap, listed: true).Load(Repository.Slashes(Path.GetRelativePath(_folder, full)));
        if (load.Source is null)
        {
            _findings.Add(Finding.Of(load.Problem!.Code, written.Span, load.Problem.Message)
                .WithHelp($"write it: configgen validate --write-baseline {written.Value}; or remove the entry"));
            return;
        }

        (_byRoot[home.Root], var findings) = BaselineReader.Read(load.Source);
        _findings.AddRange(findings);
    }
}
