using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Config;

/// <summary>Versions of the tool, such as <c>&gt;=0.1 &lt;2</c>: every comparison must hold.</summary>
/// <remarks>A comparison looks at as many numbers as it writes: <c>&lt;=0.1</c> and <c>=0.1</c> take 0.1.5, <c>&gt;0.1</c> does not.</remarks>
public sealed record VersionRange
{
    private static readonly ImmutableArray<string> Operators = [">=", "<=", ">", "<", "="];

    private readonly ImmutableArray<(string Operator, ImmutableArray<int> Version)> _comparisons;

    private VersionRange(ImmutableArray<(string Operator, ImmutableArray<int> Version)> comparisons) => _comparisons = comparisons;

    /// <summary>Reads comparisons with blanks between them; null when one of them is none.</summary>
    public static VersionRange? Parse(string text)
    {
        var comparisons = ImmutableArray.CreateBuilder<(string, ImmutableArray<int>)>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = Operators.FirstOrDefault(o => word.StartsWith(o, StringComparison.Ordinal));
            if (sign is null || Numbers(word[sign.Length..]) is not { } version)
            {
                return null;
            }

            comparisons.Add((sign, version));
        }

        return comparisons.Count == 0 ? null : new VersionRange(comparisons.ToImmutable());
    }

    /// <summary>Whether a version is in the range; what follows a hyphen or plus sign (a pre-release, a build) does not count.</summary>
    /// <param name="version">One to three numbers: "0.1.0".</param>
    public bool Contains(string version)
    {
        var numbers = Numbers(version.Split('-', '+')[0]) ?? [];
        return _comparisons.All(c => Holds(c.Operator, Compare(numbers, c.Version)));
    }

    private static bool Holds(string sign, int order) => sign switch
    {
        ">=" => order >= 0,
        "<=" => order <= 0,
        ">" => order > 0,
        "<" => order < 0,
        _ => order == 0,
    };

    private static int Compare(ImmutableArray<int> version, ImmutableArray<int> limit)
    {
        for (var i = 0; i < limit.Length; i++)
        {
            var order = (i < version.Length ? version[i] : 0).CompareTo(limit[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static ImmutableArray<int>? Numbers(string text)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text.Split('.'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.Count <= 3 ? numbers.ToImmutable() : null;
    }
}
