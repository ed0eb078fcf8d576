using System.Globalization;

namespace ConfigGen.Core.Spec.Resolve;

/// <summary>Durations and sizes, converted to the unit that a key counts in.</summary>
internal static class UnitConversion
{
    /// <summary>Bytes of a page; 4 KiB on x86-64 and on arm64 as the distributions at hand build it.</summary>
    public const int PageSize = 4096;

    /// <summary>True for "2m", "64Ki": a number followed by letters, as a unit suffix is written.</summary>
    public static bool LooksLikeQuantity(string text) =>
        text.Length > 1 && char.IsAsciiDigit(text[0]) && char.IsAsciiLetter(text[^1])
        && !text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        && (Quantities.TryBytes(text, out _) || Quantities.TryMilliseconds(text, out _));

    /// <summary>The number that a key with this unit needs; null where the quantity does not fit the unit or is not whole in it.</summary>
    public static string? Convert(string quantity, string? unit)
    {
        Int128? factor = unit switch
        {
            "seconds" => 1000,
            "ms" => 1,
            _ => null,
        };
        if (factor is { } time)
        {
            return Quantities.TryMilliseconds(quantity, out var ms) && ms % time == 0 ? Text(ms / time) : null;
        }

        return BytesPerUnit(unit) is { } size && Quantities.TryBytes(quantity, out var bytes) && bytes % size == 0 ? Text(bytes / size) : null;
    }

    /// <summary>Bytes in one unit of a key that counts memory; null for other units.</summary>
    public static Int128? BytesPerUnit(string? unit) => unit switch
    {
        "bytes" => 1,
        "kB" => 1024,
        "pages" => PageSize,
        _ => null,
    };

    /// <summary>What may be written for a key with this unit.</summary>
    public static string Allowed(string key, string? unit) => unit switch
    {
        "seconds" or "ms" => $"{key} counts {unit}: write a plain number or {Quantities.DurationForms}",
        "bytes" or "kB" or "pages" => $"{key} counts {unit}: write a plain number or {Quantities.SizeForms}",
        null => $"the unit of {key} is not in the catalogue: write the plain number that the kernel takes",
        _ => $"{key} counts {unit}: write a plain number",
    };

    public static string Text(Int128 number) => number.ToString(CultureInfo.InvariantCulture);
}
