namespace ConfigGen.JsonSchema;

/// <summary>The capturing groups of a pattern, counted before it is translated, as a reference may precede its group.</summary>
internal sealed class PatternGroups
{
    private readonly List<string?> _names = [];

    public int Count => _names.Count;

    public static PatternGroups Of(string pattern)
    {
        var groups = new PatternGroups();
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    groups.Add(pattern.AsSpan(i + 1));
                    break;
            }
        }
        return groups;
    }

    /// <summary>From 1; 0 if there is no group of that name.</summary>
    public int Number(string name) => _names.IndexOf(name) + 1;

    public static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$');

    private void Add(ReadOnlySpan<char> afterOpening)
    {
        if (afterOpening.StartsWith("?<") && !afterOpening.StartsWith("?<=") && !afterOpening.StartsWith("?<!"))
        {
            int close = afterOpening.IndexOf('>');
            _names.Add(close < 0 ? null : afterOpening[2..close].ToString());
        }
        else if (!afterOpening.StartsWith("?"))
        {
            _names.Add(null);
        }
    }
}
