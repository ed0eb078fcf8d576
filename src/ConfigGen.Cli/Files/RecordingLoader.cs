using ConfigGen.Core.Compile;

namespace ConfigGen.Cli.Files;

/// <summary>Remembers what was read: the files that a spec depends on.</summary>
/// <param name="inner">Reads.</param>
/// <param name="folder">Absolute path that relative paths start from.</param>
internal sealed class RecordingLoader(ISourceLoader inner, string folder) : ISourceLoader
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>Absolute paths of all files that were asked for, also of those that could not be read.</summary>
    public IReadOnlySet<string> Paths => _paths;

    /// <inheritdoc/>
    public SourceLoad Load(string path)
    {
        _paths.Add(Path.GetFullPath(path.Replace('\0', '\ufffd'), folder));
        return inner.Load(path);
    }
}
