namespace ConfigGen.JsonSchema;

/// <summary>Reads what follows a backslash, but for assertions and references to groups.</summary>
internal sealed class PatternEscape(PatternScanner scanner)
{
    /// <summary>What the escape stands for; the set holds one code point unless it is one of \d \D \s \S \w \W \p \P.</summary>
    public CodePointSet ReadSet(bool inClass)
    {
        int codePoint = Read(inClass, out var set);
        return set ?? CodePointSet.Of(new CodePointRange(codePoint, codePoint));
    }

    /// <summary>The code point, or the set and -1.</summary>
    public int Read(bool inClass, out CodePointSet? set)
    {
        scanner.Take();
        set = CharacterSet();
        return set is null ? Character(inClass) : -1;
    }

    private CodePointSet? CharacterSet()
    {
        switch (scanner.Peek)
        {
            case 'd' or 'D':
                return Either(CodePointSet.Digits);
            case 's' or 'S':
                return Either(CodePointSet.WhiteSpace);
            case 'w' or 'W':
                return Either(CodePointSet.WordCharacters);
            case 'p' or 'P':
                return Property();
            default:
                return null;
        }
    }

    private CodePointSet Either(CodePointSet set) => char.IsAsciiLetterUpper(scanner.Take()) ? set.Complement() : set;

    private CodePointSet Property()
    {
        bool isNegated = scanner.Take() == 'P';
        string name = scanner.TryTake('{') ? scanner.TakeUntil('}') : "";
        if (UnicodeProperty.Find(name) is not { } set)
        {
            scanner.Fail($"the Unicode property \"{name}\" is not known; general categories are");
            return CodePointSet.Of();
        }
        return isNegated ? set.Complement() : set;
    }

    private int Character(bool inClass)
    {
        char c = scanner.Take();
        switch (c)
        {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'v':
                return '\v';
            case 'f':
                return '\f';
            case 'r':
                return '\r';
            case 'b' when inClass:
                return '\b';
            case '0' when !char.IsAsciiDigit(scanner.Peek):
                return 0;
            case 'c' when char.IsAsciiLetter(scanner.Peek):
                return scanner.Take() & 0x1F;
            case 'x':
                return Checked(scanner.TakeHex(2), "'\\x' needs two hexadecimal digits");
            case 'u':
                return Unicode();
            default:
                return Checked(char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) ? c : -1, "an unknown escape");
        }
    }

    private int Unicode()
    {
        if (scanner.TryTake('{'))
        {
            return Braced(scanner.TakeUntil('}'));
        }
        int unit = Checked(scanner.TakeHex(4), "'\\u' needs four hexadecimal digits");
        if (unit is >= 0xD800 and <= 0xDBFF && scanner.TakeLowSurrogateEscape() is { } low)
        {
            return char.ConvertToUtf32((char)unit, low);
        }
        return unit;
    }

    private int Braced(string digits)
    {
        string significant = digits.TrimStart('0');
        bool isHex = digits.Length > 0 && significant.Length <= 6 && significant.All(char.IsAsciiHexDigit);
        int value = !isHex ? -1 : significant.Length == 0 ? 0 : Convert.ToInt32(significant, 16);
        return Checked(value <= CodePointSet.Last ? value : -1, "'\\u{}' needs the hexadecimal number of a code point");
    }

    private int Checked(int codePoint, string message)
    {
        if (codePoint < 0)
        {
            scanner.Fail(message);
        }
        return Math.Max(codePoint, 0);
    }
}
