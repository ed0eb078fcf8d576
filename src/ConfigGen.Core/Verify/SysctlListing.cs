using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Verify;

/// <summary>The output of <c>sysctl -a</c>, of procps or busybox: "key = value", one line for each line of the value, and complaints about keys that cannot be read.</summary>
internal static partial class SysctlListing
{
    private const int MostOdd = 20;

    /// <summary>Values by key, null for keys that could not be read; the lines that nobody can take, at most a few, and how many there are.</summary>
    public static (ImmutableSortedDictionary<string, string?> Values, ImmutableArray<SourceSpan> Odd, int OddCount) Read(SourceText source)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        var odd = ImmutableArray.CreateBuilder<SourceSpan>();
        var count = 0;
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.LineAt(number).TrimEnd('\r');
            if (Complaint().Match(line) is { Success: true } complaint)
            {
                _ = SysctlKey.TryParse(complaint.Groups["key"].Value, out var hidden, out _) && values.TryAdd(hidden!.Name, null);
            }
            else if (Assignment(line) is var (key, value))
            {
                values[key] = values.GetValueOrDefault(key) is { } before ? $"{before}\n{value}" : value;
            }
            else if (line.Trim().Length > 0 && !IsNote(line) && ++count <= MostOdd)
            {
                odd.Add(source.Span(source.OffsetAt(number, 1), line.Length));
            }
        }

        return (values.ToImmutable(), odd.ToImmutable(), count);
    }

    private static (string Key, string Value)? Assignment(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && line.AsSpan(0, equals).Contains('.') && SysctlKey.TryParse(line[..equals].Trim().TrimStart('\ufeff'), out var key, out _) ? (key!.Name, line[(equals + 1)..].Trim(' ')) : null;
    }

    private static bool IsNote(string line) => line is ['#', ..] || line.StartsWith("sysctl: ", StringComparison.Ordinal);

    // procps 3.3 and 4.0: permission denied on key "x", reading key "x"; busybox: error reading key 'x'.
    [GeneratedRegex("""^sysctl: (permission denied on key|reading key|error reading key|cannot stat)\s+["'“‘]?(?<key>[^"'”’ :,]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Complaint();
}
