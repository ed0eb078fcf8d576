using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Verify;

namespace ConfigGen.Cli.Files;

/// <summary>Reads dumps of hosts: one file, or a folder where each file, and each folder of files, is a host.</summary>
internal sealed class DumpFiles(Surroundings around, long cap)
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>What is wrong with the files.</summary>
    public ImmutableArray<Finding> Findings => _findings.ToImmutable();

    /// <summary>The hosts by name; those of which nothing could be read are not among them.</summary>
    /// <param name="argument">As written; a hyphen for standard input.</param>
    public ImmutableArray<LiveHost> Read(string argument)
    {
        var shown = Repository.Slashes(argument);
        var full = Path.GetFullPath(shown, around.Folder);
        if (argument == "-")
        {
            return [.. One("standard input", [(DiskLoader.StandardInput, full)])];
        }

        return Directory.Exists(full) ? Folder(shown.TrimEnd('/'), full) : [.. One(Stem(shown), [(shown, full)])];
    }

    private ImmutableArray<LiveHost> Folder(string shown, string full)
    {
        var hosts = new SortedDictionary<string, List<(string Shown, string Full)>>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFileSystemEntries(full).Where(p => Path.GetFileName(p)[0] != '.'))
        {
            var name = Path.GetFileName(path);
            var files = Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).Select(f => ($"{shown}/{name}/{Path.GetFileName(f)}", f)) : [($"{shown}/{name}", path)];
            hosts.TryAdd(Directory.Exists(path) ? name : Stem(name), []);
            hosts[Directory.Exists(path) ? name : Stem(name)].AddRange(files);
        }

        if (hosts.Count == 0)
        {
            _findings.Add(Finding.Of(InputCodes.NotFound, span: null, $"{shown} holds no dump.").WithHelp("each file in it is a host: sysctl -a >web-1.txt") with { Path = shown });
        }

        return [.. hosts.SelectMany(h => One(h.Key, h.Value))];
    }

    private IEnumerable<LiveHost> One(string name, List<(string Shown, string Full)> files)
    {
        var host = new LiveHost(name);
        foreach (var (shown, full) in files)
        {
            var load = new DiskLoader(full, around.Folder, around.Input, cap).Load(shown);
            if (load.Source is null)
            {
                _findings.Add(Finding.Of(load.Problem!.Code, span: null, load.Problem.Message).WithHelp(load.Problem.Help) with { Path = shown });
                continue;
            }

            host = HostDump.Add(host, load.Source, _findings);
        }

        return host.HasKeys || host.Units is not null ? [host] : [];
    }

    private static string Stem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }
}
