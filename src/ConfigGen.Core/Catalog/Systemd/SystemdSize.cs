namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>Sizes as systemd reads them: bytes, or a number with a capital K, M, G, T, P or E.</summary>
internal static class SystemdSize
{
    private const string Suffixes = "BKMGTPE";

    /// <summary>The bytes, to the base of 1024; null where systemd takes it for no size. Small letters are no suffixes to it.</summary>
    public static decimal? Parse(string text)
    {
        decimal bytes = 0;
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty)
        {
            return null;
        }

        while (!rest.IsEmpty)
        {
            if (!SystemdNumber.TryTake(ref rest, out var number))
            {
                return null;
            }

            rest = rest.TrimStart();
            bytes += number * TakeFactor(ref rest);
            rest = rest.TrimStart();
        }

        return bytes;
    }

    private static decimal TakeFactor(ref ReadOnlySpan<char> rest)
    {
        var power = rest.IsEmpty ? -1 : Suffixes.IndexOf(rest[0], StringComparison.Ordinal);
        if (power < 0)
        {
            return 1;
        }

        rest = rest[1..];
        return 1L << (10 * power);
    }
}
