using System.Collections.Immutable;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;
using ConfigGen.Core.Verify;

namespace ConfigGen.Cli.Files;

/// <summary>Reads the files of a host, or of an image, that say what will be set.</summary>
internal sealed class HostFiles(RootFolder root)
{
    // systemctl enable makes its links there.
    private const string EnabledUnits = "/etc/systemd/system";

    /// <summary>The sysctl files, as both loaders take them.</summary>
    public SysctlTree Sysctl()
    {
        var files = ImmutableArray.CreateBuilder<SysctlTreeFile>();
        foreach (var folder in Distinct(SysctlTree.Folders))
        {
            foreach (var name in root.Names(folder))
            {
                Add(files, $"{folder}/{name}");
            }
        }

        Add(files, SysctlTree.Main);
        Add(files, SysctlTree.Ufw);
        return SysctlTree.Of(files);
    }

    /// <summary>Whoever else sets kernel settings.</summary>
    public OtherWriters Others()
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var scripts = OtherWriters.ScriptFolders.SelectMany(folder => root.Names(folder).Select(name => $"{folder}/{name}")).Concat(OtherWriters.Files.Where(f => f.Contains("rc.", StringComparison.Ordinal))).ToList();
        var profiles = OtherWriters.ProfileFolders.SelectMany(folder => root.Names(folder).Select(name => $"{folder}/{name}/tuned.conf"));
        var enabled = Enabled();
        var units = enabled.SelectMany(name => OtherWriters.UnitFolders.Select(folder => $"{folder}/{name}"));
        var ufwList = root.Text("/etc/default/ufw")?.Split('\n').Where(l => l.StartsWith("IPT_SYSCTL=", StringComparison.Ordinal)).Select(l => l["IPT_SYSCTL=".Length..].Trim('"', '\'', ' ', '\r')) ?? [];
        var folders = OtherWriters.Folders.SelectMany(folder => root.Names(folder).Select(name => $"{folder}/{name}"));
        foreach (var path in OtherWriters.Files.Concat(scripts).Concat(folders).Concat(profiles).Concat(units).Concat(ufwList.Where(p => p.StartsWith('/'))))
        {
            if (root.Text(path) is { } text)
            {
                texts[path] = text;
            }
        }

        return new OtherWriters(texts.ToImmutable(), enabled, [.. scripts.Where(root.IsExecutable).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The files of a unit by path, in the folders where systemd looks for them.</summary>
    public ImmutableArray<UnitFile> Unit(string unit)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in Distinct(OtherWriters.UnitFolders))
        {
            var dropIns = UnitTree.DropInFolders(unit).SelectMany(name => root.Names($"{folder}/{name}").Select(file => $"{folder}/{name}/{file}"));
            foreach (var path in UnitTree.FileNames(unit).Select(name => $"{folder}/{name}").Concat(dropIns))
            {
                if (root.Text(path) is { } text)
                {
                    texts[path] = text;
                }
            }
        }

        return UnitTree.Files(unit, texts);
    }

    /// <summary>Files by path, those that can be read.</summary>
    public ImmutableArray<UnitFile> Named(IEnumerable<string> paths) => [.. paths.Select(path => (path, Text: root.Text(path))).Where(f => f.Text is not null).Select(f => new UnitFile(f.path, f.Text!))];

    // /lib is a link to /usr/lib nearly everywhere: the same files are not two.
    private IEnumerable<string> Distinct(ImmutableArray<string> folders) => folders.Where(f => root.Resolve(f) is not null).DistinctBy(f => root.Resolve(f), StringComparer.Ordinal);

    private ImmutableSortedSet<string> Enabled() =>
    [
        .. from wants in root.Names(EnabledUnits)
           where wants.EndsWith(".wants", StringComparison.Ordinal) || wants.EndsWith(".requires", StringComparison.Ordinal)
           from unit in root.Names($"{EnabledUnits}/{wants}")
           select unit,
    ];

    private void Add(ImmutableArray<SysctlTreeFile>.Builder files, string path)
    {
        if (root.Text(path) is { } text)
        {
            // A link is shown as the file that one would change.
            files.Add(new SysctlTreeFile(path, new SourceText(text.Length == 0 ? path : root.Resolve(path)!, text)));
        }
    }
}
