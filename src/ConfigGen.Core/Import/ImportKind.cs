using ConfigGen.Core.Import.Readers;
using ConfigGen.Core.Raw;

namespace ConfigGen.Core.Import;

/// <summary>What import can read.</summary>
public enum ImportKind
{
    /// <summary>sysctl.conf, sysctl.d/*.conf.</summary>
    Sysctl,

    /// <summary>The output of <c>sysctl -a</c>.</summary>
    SysctlOutput,

    /// <summary>A systemd unit or drop-in.</summary>
    Unit,

    /// <summary>A TuneD profile.</summary>
    Tuned,

    /// <summary>Ansible variables and tasks, and other YAML that carries sysctls.</summary>
    Yaml,

    /// <summary>A shell script.</summary>
    Shell,
}

/// <summary>How a file is to be read.</summary>
/// <param name="Kind">By which reader.</param>
/// <param name="Unit">The unit, where the user named it.</param>
public sealed record ImportForm(ImportKind Kind, RawForm? Unit = null)
{
    /// <summary>The words that <c>--from</c> takes.</summary>
    public const string Words = "sysctl|sysctl-a|unit:NAME|tuned|ansible|shell";

    private static readonly string[] Templates = [".j2", ".jinja", ".jinja2", ".in", ".tmpl", ".tpl", ".erb", ".epp"];

    /// <summary>The form that a word names; null for any other word.</summary>
    public static ImportForm? Named(string word) => word switch
    {
        "sysctl" => new(ImportKind.Sysctl),
        "sysctl-a" => new(ImportKind.SysctlOutput),
        "tuned" => new(ImportKind.Tuned),
        "ansible" or "yaml" => new(ImportKind.Yaml),
        "shell" => new(ImportKind.Shell),
        _ when word.StartsWith("unit:", StringComparison.Ordinal) && RawForms.Named(word) is { } form => new(ImportKind.Unit, form with { IsDropIn = true }),
        _ => null,
    };

    /// <summary>The form of a file by its path, or by its content; null where neither tells.</summary>
    /// <param name="path">Forward slashes.</param>
    /// <param name="text">Its text.</param>
    public static ImportForm? Of(string path, string text)
    {
        var name = Untemplated(path[(path.LastIndexOf('/') + 1)..]);
        var place = RawForms.OfPath(Untemplated(path));
        return SysctlOutput.IsLikely(text) ? new(ImportKind.SysctlOutput)
            : place?.Kind == RawKind.Unit ? new(ImportKind.Unit)
            : name == "tuned.conf" ? new(ImportKind.Tuned)
            : ImportPlaceholders.Shell(new Text.SourceText(path, text)) is not null && place is null && !IsYaml(name) ? new(ImportKind.Shell)
            : place?.Kind == RawKind.Sysctl ? new(ImportKind.Sysctl)
            : IsYaml(name) ? new(ImportKind.Yaml)
            : name.EndsWith(".sh", StringComparison.Ordinal) ? new(ImportKind.Shell)
            : ByContent(path, text);
    }

    private static ImportForm? ByContent(string path, string text) =>
        TunedProfile.IsLikely(text) ? new(ImportKind.Tuned)
        : UnitFile.IsLikely(text) ? new(ImportKind.Unit)
        : RawForms.Of(path, text)?.Kind == RawKind.Sysctl || text.Split('\n').Any(IsSysctl) ? new(ImportKind.Sysctl)
        : text.TrimStart().StartsWith("---", StringComparison.Ordinal) || text.Contains("sysctl", StringComparison.Ordinal) && text.Contains(": ", StringComparison.Ordinal) ? new(ImportKind.Yaml)
        : null;

    // Keys of other systems as well: the reader says what they are.
    private static bool IsSysctl(string line) =>
        line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && Catalog.SysctlKey.TryParse(line[..at].Trim().TrimStart('-'), out var key, out _) && (Foreign.IsBsd(key!) || Foreign.IsLinux(key!));

    private static bool IsYaml(string name) => name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".bu", StringComparison.Ordinal);

    private static string Untemplated(string path) =>
        Array.Find(Templates, e => path.EndsWith(e, StringComparison.Ordinal)) is { } ending ? path[..^ending.Length] : path;
}
