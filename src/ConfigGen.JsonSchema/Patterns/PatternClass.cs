namespace ConfigGen.JsonSchema;

/// <summary>Reads a character class in brackets.</summary>
internal sealed class PatternClass(PatternScanner scanner)
{
    private readonly List<CodePointSet> _sets = [];
    private readonly List<CodePointRange> _ranges = [];

    public CodePointSet Read()
    {
        scanner.Take();
        bool isNegated = scanner.TryTake('^');
        while (!scanner.AtEnd && scanner.Peek != ']')
        {
            Range();
        }
        if (!scanner.TryTake(']'))
        {
            scanner.Fail("'[' is not closed");
        }
        _sets.Add(CodePointSet.Of(_ranges));
        var set = CodePointSet.Union(_sets);
        return isNegated ? set.Complement() : set;
    }

    private void Range()
    {
        int first = One();
        if (scanner.Peek != '-' || scanner.PeekNext is ']' or '\0')
        {
            Add(first, first);
            return;
        }
        scanner.Take();
        int last = One();
        if (first < 0 || last < 0)
        {
            scanner.Fail("a range needs a single character at both ends");
        }
        else if (last < first)
        {
            scanner.Fail("the ends of a range are out of order");
        }
        Add(first, last);
    }

    private void Add(int first, int last)
    {
        if (first >= 0 && last >= first)
        {
            _ranges.Add(new(first, last));
        }
    }

    /// <summary>The next character; -1 if it was a set, which has been added.</summary>
    private int One()
    {
        if (scanner.Peek != '\\')
        {
            return scanner.TakeCodePoint();
        }
        int codePoint = new PatternEscape(scanner).Read(inClass: true, out var set);
        if (set is not null)
        {
            _sets.Add(set);
        }
        return codePoint;
    }
}
