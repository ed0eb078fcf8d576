namespace ConfigGen.Core.Yaml;

/// <summary>Matches brackets in broken YAML, with quotes and comments left out.</summary>
internal static class FlowScan
{
    /// <summary>The offset of the bracket that closes the one at <paramref name="open"/>, or -1.</summary>
    public static int FindClose(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}':
                    if (--depth == 0)
                    {
                        return i;
                    }

                    break;
                case '"' or '\'' when StartsValue(text, i):
                    i = CloseQuote(text, i);
                    break;
                case '#' when TextScan.IsComment(text, i):
                    i = TextScan.LineEnd(text, i);
                    break;
            }
        }

        return -1;
    }

    private static bool StartsValue(string text, int offset)
    {
        while (offset > 0 && TextScan.IsWhite(text[offset - 1]))
        {
            offset--;
        }

        return offset > 0 && text[offset - 1] is '[' or '{' or ',' or ':';
    }

    private static int CloseQuote(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && text[open] == '"')
            {
                i++;
            }
            else if (text[i] == text[open])
            {
                return i;
            }
        }

        return text.Length;
    }
}
