using System.Globalization;
using System.Text;

namespace ConfigGen.JsonSchema;

/// <summary>A set of Unicode code points: sorted ranges that neither overlap nor touch.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    private readonly List<CodePointRange> _ranges;

    private CodePointSet(List<CodePointRange> ranges) => _ranges = ranges;

    public static CodePointSet Digits { get; } = Of(new CodePointRange('0', '9'));

    public static CodePointSet WordCharacters { get; } = Of(new('0', '9'), new('A', 'Z'), new('_', '_'), new('a', 'z'));

    /// <summary>WhiteSpace and LineTerminator of ECMA-262, sections 12.2 and 12.3.</summary>
    public static CodePointSet WhiteSpace { get; } = Of(
        new('\t', '\r'), new(' ', ' '), new(0xA0, 0xA0), new(0x1680, 0x1680), new(0x2000, 0x200A), new(0x2028, 0x2029),
        new(0x202F, 0x202F), new(0x205F, 0x205F), new(0x3000, 0x3000), new(0xFEFF, 0xFEFF));

    /// <summary>What '.' does not match (ECMA-262, section 12.3).</summary>
    public static CodePointSet LineTerminators { get; } = Of(new('\n', '\n'), new('\r', '\r'), new(0x2028, 0x2029));

    public static CodePointSet Of(params CodePointRange[] ranges) => Of((IEnumerable<CodePointRange>)ranges);

    public static CodePointSet Of(IEnumerable<CodePointRange> ranges)
    {
        var merged = new List<CodePointRange>();
        var sorted = new List<CodePointRange>(ranges);
        sorted.Sort((left, right) => left.First.CompareTo(right.First));
        foreach (var range in sorted)
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
            {
                merged[^1] = new(merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }
        return new(merged);
    }

    public static CodePointSet Union(IEnumerable<CodePointSet> sets)
    {
        var ranges = new List<CodePointRange>();
        foreach (var set in sets)
        {
            ranges.AddRange(set._ranges);
        }
        return Of(ranges);
    }

    public CodePointSet Complement()
    {
        var gaps = new List<CodePointRange>();
        int next = 0;
        foreach (var (first, last) in _ranges)
        {
            if (first > next)
            {
                gaps.Add(new(next, first - 1));
            }
            next = last + 1;
        }
        if (next <= Last)
        {
            gaps.Add(new(next, Last));
        }
        return new(gaps);
    }

    /// <summary>
    /// As a .NET expression. The .NET engine knows UTF-16 code units only: where the text may hold surrogates, a pair must be matched
    /// as a whole, and half a pair only where it stands alone.
    /// </summary>
    public string ToExpression(bool surrogates)
    {
        var alternatives = new List<string>();
        AddClass(alternatives, "{0}", 0, 0xD7FF, 0xE000, 0xFFFF);
        if (surrogates)
        {
            AddClass(alternatives, @"{0}(?![\uDC00-\uDFFF])", 0xD800, 0xDBFF);
            AddClass(alternatives, @"(?<![\uD800-\uDBFF]){0}", 0xDC00, 0xDFFF);
            AddPairs(alternatives);
        }
        return alternatives switch
        {
            [] => "(?!)",
            [var one] when one[0] == '[' && one.IndexOf(']', StringComparison.Ordinal) == one.Length - 1 => one,
            _ => $"(?:{string.Join('|', alternatives)})",
        };
    }

    private void AddClass(List<string> alternatives, string format, params int[] bounds)
    {
        var units = new StringBuilder();
        for (int i = 0; i < bounds.Length; i += 2)
        {
            foreach (var (first, last) in Within(bounds[i], bounds[i + 1]))
            {
                units.Append(Unit(first)).Append(first == last ? "" : "-" + Unit(last));
            }
        }
        if (units.Length > 0)
        {
            alternatives.Add(string.Format(CultureInfo.InvariantCulture, format, $"[{units}]"));
        }
    }

    private void AddPairs(List<string> alternatives)
    {
        foreach (var (first, last) in Within(0x10000, Last))
        {
            int start = first;
            while (start <= last)
            {
                // As many whole blocks of one high surrogate as there are, else the rest of one block.
                int wholeBlocks = (start & 0x3FF) == 0 ? (last + 1 - start) >> 10 : 0;
                int end = wholeBlocks > 0 ? start + (wholeBlocks << 10) - 1 : Math.Min(last, start | 0x3FF);
                alternatives.Add($"[{Unit(High(start))}-{Unit(High(end))}][{Unit(Low(start))}-{Unit(Low(end))}]");
                start = end + 1;
            }
        }
    }

    private IEnumerable<CodePointRange> Within(int first, int last)
    {
        foreach (var range in _ranges)
        {
            if (range.First <= last && range.Last >= first)
            {
                yield return new(Math.Max(range.First, first), Math.Min(range.Last, last));
            }
        }
    }

    private static int High(int codePoint) => 0xD800 + ((codePoint - 0x10000) >> 10);

    private static int Low(int codePoint) => 0xDC00 + (codePoint & 0x3FF);

    private static string Unit(int unit) => $"\\u{unit:X4}";
}

/// <summary>From the first to the last code point.</summary>
internal sealed record CodePointRange(int First, int Last);
