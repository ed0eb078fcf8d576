using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Systemd;

/// <summary>A value of LimitNOFILE=: N for both limits, or soft:hard.</summary>
/// <param name="Line">The directive.</param>
/// <param name="Value">As written; the last one counts.</param>
/// <param name="Soft">Null for infinity.</param>
/// <param name="Hard">Null for infinity.</param>
/// <param name="IsSingle">True where one number stands for both.</param>
internal sealed record FileLimit(UnitLine Line, WrittenField Value, long? Soft, long? Hard, bool IsSingle)
{
    /// <summary>What systemd since 240 gives every service: soft 1024 and this (NEWS 240).</summary>
    public const int DefaultHard = 524_288;

    /// <summary>select() cannot watch a file with a higher number (NEWS 240).</summary>
    public const int DefaultSoft = 1024;

    private const string Infinity = "infinity";

    /// <summary>Every value that systemd can read.</summary>
    public static IEnumerable<FileLimit> Of(ResolvedSpec spec) =>
        UnitLine.Of(spec).Where(l => l.Name == "LimitNOFILE" && !l.Directive.Values.IsEmpty).Select(l => Parse(l, l.Directive.Values[^1])).OfType<FileLimit>();

    private static FileLimit? Parse(UnitLine line, WrittenField value)
    {
        var parts = value.Text.Split(':');
        return parts.Length <= 2 && Array.TrueForAll(parts, p => p == Infinity || Count(p) is not null)
            ? new FileLimit(line, value, Count(parts[0]), Count(parts[^1]), parts.Length == 1)
            : null;
    }

    private static long? Count(string text) => SystemdNumber.TryWhole(text, out var number) && number >= 0 && number <= long.MaxValue ? (long)number : null;
}
