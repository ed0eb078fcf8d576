using System.Globalization;

namespace ConfigGen.Core.Render;

/// <summary>Where an artifact goes below the output folder, and never outside it.</summary>
internal static class ArtifactPath
{
    private const int LongestName = 255;

    /// <summary>Puts folder, pattern, name and priority together, and for a drop-in the folder of its unit.</summary>
    public static string Fill(string folder, string pattern, string name, int priority, string? dropIn = null)
    {
        var file = pattern
            .Replace("{name}", name, StringComparison.Ordinal)
            .Replace("{priority}", priority.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        file = dropIn is null ? file : file.Replace("{dropin}", dropIn, StringComparison.Ordinal);
        return folder.Length == 0 ? file : $"{folder}/{file}";
    }

    /// <summary>What looks like a placeholder of a pattern and is none.</summary>
    public static IEnumerable<string> Unknown(string pattern)
    {
        for (var start = pattern.IndexOf('{', StringComparison.Ordinal); start >= 0; start = pattern.IndexOf('{', start + 1))
        {
            var end = pattern.IndexOf('}', start);
            var placeholder = end < 0 ? pattern[start..] : pattern[start..(end + 1)];
            if (placeholder is not ("{name}" or "{priority}" or "{dropin}" or "{role}"))
            {
                yield return placeholder;
            }
        }
    }

    /// <summary>What makes a path unusable; null when it is fine.</summary>
    public static string? Problem(string path)
    {
        var parts = path.Split('/');
        if (parts.Any(p => p is "" or "." or ".."))
        {
            return "it leaves its folder or has an empty part";
        }

        if (parts.Any(p => p.Length > LongestName))
        {
            return "a part of it is longer than 255 characters";
        }

        // Units escape with a backslash and may hold a colon: var-lib-my\x2dapp.mount.
        var odd = path.FirstOrDefault(c => !char.IsAsciiLetterOrDigit(c) && !"/._-+@:\\".Contains(c, StringComparison.Ordinal));
        return odd == default ? null : string.Create(CultureInfo.InvariantCulture, $"it holds the character U+{(int)odd:X4}");
    }
}
