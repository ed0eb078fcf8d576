namespace ConfigGen.Core.Plan;

/// <summary>Line ends of files that git may have converted.</summary>
public static class LineEnds
{
    /// <summary>CRLF to LF where every line ends in CRLF, which is what a converting checkout gives; anything else stays as it is.</summary>
    /// <remarks>A file with some CRLF was changed by a person or a tool, and is judged as such.</remarks>
    public static byte[] ToLf(ReadOnlySpan<byte> content)
    {
        var lines = content.Count((byte)'\n');
        var pairs = content.Count("\r\n"u8);
        if (pairs == 0 || pairs != lines || content.Count((byte)'\r') != pairs)
        {
            return content.ToArray();
        }

        var result = new byte[content.Length - pairs];
        var length = 0;
        foreach (var b in content)
        {
            if (b != (byte)'\r')
            {
                result[length++] = b;
            }
        }

        return result;
    }
}
