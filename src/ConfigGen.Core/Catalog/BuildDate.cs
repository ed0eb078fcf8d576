using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>The day a kernel was built, as kernel.version of Debian's kernels tells it: "#1 SMP Debian 5.10.218-1 (2024-06-01)".</summary>
internal static class BuildDate
{
    public static DateOnly? In(IEnumerable<string>? fields)
    {
        foreach (var field in fields ?? [])
        {
            var open = field.LastIndexOf('(');
            if (open >= 0 && field.Length >= open + 11
                && DateOnly.TryParseExact(field.AsSpan(open + 1, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }
        }

        return null;
    }
}
