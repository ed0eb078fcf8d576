using System.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Text inside of a URL, as Ignition carries files (RFC 2397).</summary>
internal static class DataUrl
{
    /// <summary>The text; null for another URL, for other than UTF-8, and for what is compressed.</summary>
    public static string? Decode(string url)
    {
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        if (!url.StartsWith("data:", StringComparison.Ordinal) || comma < 0)
        {
            return null;
        }

        var rest = url[(comma + 1)..];
        if (!url[..comma].EndsWith(";base64", StringComparison.Ordinal))
        {
            return Uri.UnescapeDataString(rest);
        }

        var bytes = new byte[rest.Length];
        if (!Convert.TryFromBase64String(rest, bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.Contains('\ufffd', StringComparison.Ordinal) || text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }
}
