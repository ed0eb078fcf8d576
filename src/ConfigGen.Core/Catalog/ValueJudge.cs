using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog;

/// <summary>Judges a value by the rows of tables.</summary>
/// <param name="Evidence">The key.</param>
/// <param name="Host">What depends on the machine.</param>
/// <param name="Fields">The value, field by field.</param>
/// <param name="HzIsKnown">The kernel asked about runs at the 250 Hz at which the tables were measured, as Debian's do.</param>
internal sealed record ValueJudge(KeyEvidence Evidence, HostDependence Host, ImmutableArray<Int128> Fields, bool HzIsKnown)
{
    /// <summary>The bounds in seconds or jiffies of a kernel with 100 to 1000 Hz lie within a factor of four of those at 250 Hz.</summary>
    private const int HzFactor = 4;

    /// <summary>Splits a value into integers as the kernel reads them (0x and leading 0 included); empty when a field is none.</summary>
    public static ImmutableArray<Int128> Split(string value)
    {
        var fields = ImmutableArray.CreateBuilder<Int128>();
        foreach (var word in value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryInteger(word, out var field))
            {
                return [];
            }

            fields.Add(field);
        }

        return fields.ToImmutable();
    }

    /// <summary>What one row says; unknown when it says nothing.</summary>
    public Verdict Ask(Testimony testimony)
    {
        if (testimony.Row is null || Fields.Any(IsDoubtful))
        {
            return Verdict.Unknown;
        }

        return testimony.Table.Kind == TableKind.Source ? AskSource(testimony.Stated) : AskMeasured(testimony.Facts);
    }

    /// <summary>The kernel is this table. What a source tree states must not stand against the measured kernels on both sides of it.</summary>
    public Verdict Exactly(Testimony table, Lazy<Neighbours> neighbours)
    {
        var own = Ask(table);
        if (table.Table.Kind == TableKind.Measured)
        {
            return own;
        }

        var around = neighbours.Value.Below.All.Concat(neighbours.Value.Above.All).Where(t => t.Table.Kind == TableKind.Measured).Select(Ask).Distinct().ToList();
        return around is not [var theirs] || theirs == Verdict.Unknown || theirs == own ? own
            : own == Verdict.Unknown ? theirs
            : Verdict.Unknown;
    }

    /// <summary>No table is this kernel: both sides must agree, and so must every newer kernel, since fixes are carried back.</summary>
    public Verdict Between(Neighbours neighbours)
    {
        var below = neighbours.BelowAbout(Speaks).Select(Ask).ToList();
        var above = neighbours.EveryAbove.Where(Speaks).ToList();
        var measured = !Evidence.Measured || above.Exists(t => t.Table.Kind == TableKind.Measured);
        if (below.Count == 0 || !measured || below.Concat(above.Select(Ask)).Distinct().ToList() is not [var one])
        {
            return Verdict.Unknown;
        }

        return one == Verdict.Refused && (BoundsCame(neighbours) || IsOddTime()) ? Verdict.Unknown : one;
    }

    /// <summary>Negative times and those beyond 31 bits: whether they are refused changed from one point release to the next and back.</summary>
    private bool IsOddTime() => Evidence.JiffiesType is not null && Fields.Any(f => f < 0 || f > int.MaxValue);

    /// <summary>An older tree states bounds that hold the value (its handler checks more, so it has no verdict) and a newer one bounds that do not.</summary>
    private bool BoundsCame(Neighbours neighbours)
    {
        var stated = neighbours.Below.All.Concat(neighbours.EveryAbove).Where(t => t is { Row: not null, Table.Kind: TableKind.Source })
            .Select(t => t.Stated).ToList();
        return stated.Exists(r => Fields.All(r.Holds)) && stated.Exists(r => !Fields.All(r.Holds));
    }

    /// <summary>A measured row with a range, or a source row with an opinion about this value.</summary>
    private bool Speaks(Testimony testimony) =>
        testimony.Row is not null
        && (testimony.Table.Kind == TableKind.Measured ? testimony.Facts.Accepts is not null : Ask(testimony) != Verdict.Unknown);

    private Verdict AskMeasured(SysctlFact row)
    {
        if (row.Accepts is not { } range)
        {
            return Verdict.Unknown;
        }

        if (row.Type != SysctlType.Vector)
        {
            return Fields.Length == 1 ? Check(range, Fields[0]) : Verdict.Unknown;
        }

        return range.EveryField ? AskEveryField(range, row.FieldCount) : AskFirstField(range);
    }

    /// <summary>Measured with the same integer in every field: a refusal there may be one field's alone.</summary>
    private Verdict AskEveryField(AcceptedRange range, int? fieldCount)
    {
        if (Fields.Length != fieldCount || Host.IsAscending(Evidence.Key) && !Ascends())
        {
            return Verdict.Unknown;
        }

        var verdicts = Fields.Select(f => Check(range, f)).Distinct().ToList();
        return verdicts.Count == 1 ? verdicts[0] : Verdict.Unknown;
    }

    private Verdict AskFirstField(AcceptedRange range)
    {
        var first = Check(range, Fields[0]);
        return Fields.Length == 1 || first == Verdict.Refused ? first : Verdict.Unknown;
    }

    private Verdict AskSource(SourceRange range)
    {
        var vector = range.Type.StartsWith("vector", StringComparison.Ordinal);
        if (!vector && Fields.Length != 1)
        {
            return Verdict.Unknown;
        }

        var verdicts = Fields.Select(range.Check).ToList();
        return verdicts.Contains(Verdict.Refused) ? Verdict.Refused
            : verdicts.Contains(Verdict.Unknown) || Host.IsAscending(Evidence.Key) && !Ascends() ? Verdict.Unknown
            : Verdict.Accepted;
    }

    private Verdict Check(AcceptedRange range, Int128 value)
    {
        var scales = !HzIsKnown && (Evidence.JiffiesType is not null || Host.ScalesWithHz(Evidence.Key));
        return scales && range.Runs.Any(run => IsNear(run.Low, value) || IsNear(run.High, value)) ? Verdict.Unknown : range.Check(value);
    }

    private static bool IsNear(Int128? bound, Int128 value) =>
        bound is { } b && Int128.Abs(b) > 1 && Int128.Sign(b) == Int128.Sign(value)
        && Int128.Abs(value) * HzFactor >= Int128.Abs(b) && Int128.Abs(value) <= Int128.Abs(b) * HzFactor;

    private bool IsDoubtful(Int128 value) =>
        Host.Doubtful(Evidence.Key).Any(d => (d.Low is not { } low || value >= low) && (d.High is not { } high || value <= high));

    private bool Ascends() => Fields.Zip(Fields.Skip(1)).All(pair => pair.First <= pair.Second);

    private static bool TryInteger(string word, out Int128 value)
    {
        var negative = word is ['-', ..];
        var digits = negative ? word[1..] : word;
        var (radix, start) = digits switch
        {
            ['0', 'x' or 'X', _, ..] => (16, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        value = 0;
        foreach (var c in digits.AsSpan(start))
        {
            var digit = char.IsAsciiHexDigit(c) ? int.Parse([c], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : radix;
            if (digit >= radix || digits.Length > 24)
            {
                return false;
            }

            value = (value * radix) + digit;
        }

        value = negative ? -value : value;
        return digits.Length > start;
    }
}
