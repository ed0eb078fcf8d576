using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan;

/// <summary>One file that ConfigGen wrote.</summary>
/// <param name="Path">Below the output folder, or from the top of the repository (<see cref="OutputPath"/>), with forward slashes.</param>
/// <param name="Sha256">Of the content with LF line ends, 64 lower-case hexadecimal digits.</param>
/// <param name="Version">The version of ConfigGen that first rendered this content.</param>
public sealed record ManifestEntry(string Path, string Sha256, string Version);

/// <summary>What reading a manifest gives: the manifest, or what is wrong with it.</summary>
public sealed record ManifestReading(Manifest? Manifest, Finding? Problem);

/// <summary>The files of an output folder that are ConfigGen's to replace and to remove: a header, then one line per file.</summary>
/// <remarks>No time and nothing of the machine is in it, and a line changes only when its file does, so that it merges like the files themselves.</remarks>
/// <param name="Entries">Sorted by path, ordinally; no path twice.</param>
public sealed record Manifest(ImmutableArray<ManifestEntry> Entries)
{
    /// <summary>Its name in the output folder.</summary>
    public const string FileName = "configgen.manifest";

    private const string Header = "# configgen manifest 1: files that are written and removed by configgen, do not edit";

    private const string HashMark = "  sha256:";

    private const string VersionMark = "  configgen ";

    /// <summary>Owns nothing.</summary>
    public static Manifest Empty { get; } = new(ImmutableArray<ManifestEntry>.Empty);

    /// <summary>The entry of a path, or null.</summary>
    public ManifestEntry? Find(string path) => Entries.FirstOrDefault(e => string.Equals(e.Path, path, StringComparison.Ordinal));

    /// <summary>The manifest after a plan is written. Entries of unchanged content keep the version that wrote them.</summary>
    public Manifest After(RenderPlan plan, string version) => new(
    [
        .. plan.Artifacts
            .Select(a => new ManifestEntry(a.Path, HashOf(Encoding.UTF8.GetBytes(a.Content)), version))
            .Select(e => Find(e.Path) is { } old && old.Sha256 == e.Sha256 ? old : e)
            .OrderBy(e => e.Path, StringComparer.Ordinal),
    ]);

    /// <summary>The text of the file, with LF line ends.</summary>
    public string Render()
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var entry in Entries)
        {
            text.Append($"{entry.Path}{HashMark}{entry.Sha256}{VersionMark}{entry.Version}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads the text of a manifest; anything unexpected is a <see cref="RenderCodes.Manifest"/> finding.</summary>
    public static ManifestReading Read(SourceText source)
    {
        if (!source.LineAt(1).StartsWith("# configgen manifest 1", StringComparison.Ordinal))
        {
            return Bad(source, 1, $"the first line of a manifest reads \"{Header}\"");
        }

        var entries = new SortedDictionary<string, ManifestEntry>(StringComparer.Ordinal);
        for (var line = 2; line <= source.LineCount; line++)
        {
            var text = source.LineAt(line);
            if (text.Length > 0 && ProblemOf(text, entries) is { } problem)
            {
                return Bad(source, line, problem);
            }
        }

        return new ManifestReading(new Manifest([.. entries.Values]), Problem: null);
    }

    /// <summary>The hash that the manifest records. Uniform CRLF line ends count as LF: git may convert the files of a checkout.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(LineEnds.ToLf(content)));

    private static string? ProblemOf(string line, SortedDictionary<string, ManifestEntry> entries)
    {
        if (line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal) || line == "=======")
        {
            return "a merge conflict is not resolved; resolve the spec, then run generate --force";
        }

        if (EntryOf(line) is not { } entry)
        {
            return $"a line of a manifest reads \"path{HashMark}<64 hexadecimal digits>{VersionMark}<version>\"";
        }

        if (!OutputPath.IsInside(entry.Path))
        {
            return $"\"{entry.Path}\" is not a file below the output folder";
        }

        return entries.TryAdd(entry.Path, entry) ? null : $"\"{entry.Path}\" is listed twice";
    }

    private static ManifestEntry? EntryOf(string line)
    {
        var version = line.LastIndexOf(VersionMark, StringComparison.Ordinal);
        var hash = version < 0 ? -1 : line.LastIndexOf(HashMark, version, StringComparison.Ordinal);
        if (hash < 1)
        {
            return null;
        }

        var digits = line[(hash + HashMark.Length)..version];
        var isHash = digits.Length == 64 && digits.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
        return isHash ? new ManifestEntry(line[..hash], digits, line[(version + VersionMark.Length)..]) : null;
    }

    private static ManifestReading Bad(SourceText source, int line, string problem)
    {
        var span = source.Span(source.OffsetAt(line, 1), source.LineAt(line).Length);
        var finding = Finding.Of(RenderCodes.Manifest, span, $"this manifest cannot be used: {problem}") with
        {
            Help = "restore it from version control, or run generate --force to take over what the spec renders",
        };
        return new ManifestReading(Manifest: null, finding);
    }
}
