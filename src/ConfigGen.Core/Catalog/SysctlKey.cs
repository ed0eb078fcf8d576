using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>A sysctl name as people write it, in one canonical form.</summary>
/// <remarks>
/// Both spellings are read as procps and systemd read them: the first separator decides. <c>net.ipv4.conf.eth0/100.rp_filter</c> and
/// <c>net/ipv4/conf/eth0.100/rp_filter</c> are the same file; in the dotted spelling a slash stands for a dot inside a name.
/// </remarks>
/// <param name="Name">In sysctl spelling: dots between the parts, a slash for a dot inside one.</param>
public sealed record SysctlKey(string Name)
{
    /// <summary>The names of the folders and of the file under /proc/sys.</summary>
    public ImmutableArray<string> Parts => [.. Name.Split('.').Select(p => p.Replace('/', '.'))];

    /// <summary>The file.</summary>
    public string ProcPath => "/proc/sys/" + string.Join('/', Parts);

    /// <summary>Contains a pattern, as systemd-sysctl takes them: *, ? or [.</summary>
    public bool IsGlob => Name.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    /// <summary>Reads a name. On failure the key is null and the reason says what is wrong.</summary>
    public static bool TryParse(string text, out SysctlKey? key, out string? reason)
    {
        key = null;
        reason = Forbidden(text);
        if (reason is not null)
        {
            return false;
        }

        var separator = text.AsSpan().IndexOfAny('.', '/') is >= 0 and var first ? text[first] : '.';
        var parts = text.Split(separator).Select(p => separator == '.' ? p.Replace('/', '.') : p).ToImmutableArray();
        reason = WrongPart(parts);
        key = reason is null ? new SysctlKey(string.Join('.', parts.Select(p => p.Replace('.', '/')))) : null;
        return reason is null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string? Forbidden(string text)
    {
        if (text.Length == 0)
        {
            return "the name is empty";
        }

        foreach (var c in text)
        {
            if (c is <= ' ' or > '~')
            {
                return c == ' ' ? "the name contains a space" : "the name contains a character outside printable ASCII";
            }

            if (c is '"' or '\'' or '\\' or '`' or '$' or '=' or '#' or ';')
            {
                return $"the name contains {c}";
            }
        }

        return null;
    }

    private static string? WrongPart(ImmutableArray<string> parts)
    {
        if (parts.Any(p => p.Length == 0))
        {
            return parts[0].Length == 0 ? "the name starts with a separator" : "the name has an empty part";
        }

        return parts.Any(p => p is "." or ".." || p.Contains('/', StringComparison.Ordinal) && p.Split('/').Contains(".."))
            ? "the name leads out of its folder"
            : null;
    }
}
