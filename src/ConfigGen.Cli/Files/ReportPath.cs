using ConfigGen.Core.Spec.Builtin;

namespace ConfigGen.Cli.Files;

/// <summary>Paths as other programs know the files: what reads a report does not know the folder that the command ran in.</summary>
/// <param name="folder">Absolute path that relative paths start from.</param>
internal sealed class ReportPath(string folder)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The path below the top of the git repository; outside of one below the folder with .configgen.yaml, or the working folder; elsewhere absolute.</summary>
    /// <param name="shown">As findings show it.</param>
    public string Of(string shown) => _known.TryGetValue(shown, out var known) ? known : _known[shown] = Find(shown);

    private string Find(string shown)
    {
        if (shown == DiskLoader.StandardInput || StartingPoints.IsReference(shown))
        {
            return shown;
        }

        var full = Path.GetFullPath(shown.Replace('\0', '\ufffd'), folder);
        var below = Repository.Slashes(Path.GetRelativePath(Repository.GitTopOf(full) ?? Repository.RootOf(full) ?? folder, full));
        return below.StartsWith("../", StringComparison.Ordinal) ? Repository.Slashes(full) : below;
    }
}
