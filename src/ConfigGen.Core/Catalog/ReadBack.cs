using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>Values that a kernel takes and does not keep: what was written, and what stood there afterwards.</summary>
/// <param name="Low">Lowest value written.</param>
/// <param name="High">Highest value of a run that gives the same.</param>
/// <param name="Gives">What is read back.</param>
/// <param name="WasThere">The same stood there before: the write may have changed nothing at all.</param>
public sealed record ReadBack(Int128 Low, Int128 High, Int128 Gives, bool WasThere)
{
    /// <summary>Reads the column <c>not_held</c> of a measured table ("1..3=>4 1000=>1024 2=>1="); what is cut off there ("…", "...") is left out.</summary>
    public static ImmutableArray<ReadBack> Parse(string column) =>
        [.. column.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One).OfType<ReadBack>()];

    /// <summary>"1 to 3 reads back as 4", "2 leaves 1".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Low == High ? $"{Low}" : $"{Low} to {High}")} {(WasThere ? "leaves" : "reads back as")} {Gives}");

    private static ReadBack? One(string text)
    {
        var arrow = text.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0)
        {
            return null;
        }

        var (written, gives) = (text[..arrow], text[(arrow + 2)..]);
        var dots = written.IndexOf("..", StringComparison.Ordinal);
        var (low, high) = dots < 0 ? (written, written) : (written[..dots], written[(dots + 2)..]);
        return Number(low) is { } from && Number(high) is { } to && Number(gives.TrimEnd('=')) is { } value ? new ReadBack(from, to, value, gives.EndsWith('=')) : null;
    }

    private static Int128? Number(string text) =>
        Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
