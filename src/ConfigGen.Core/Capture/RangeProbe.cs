using System.Collections.Immutable;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Capture;

/// <summary>What came of one write.</summary>
/// <param name="IsAccepted">It succeeded.</param>
/// <param name="ReadBack">The integer that stood there afterwards; null where none could be read.</param>
public readonly record struct Trial(bool IsAccepted, Int128? ReadBack);

/// <summary>Finds the integers that a key accepts: a ladder of values, and between two of them that fare differently the exact bound by halving.</summary>
/// <remarks>The ladder is that of the catalogue's measured tables: around zero, powers of two and the ends of 16, 31, 32, 63 and 64 bits.</remarks>
public sealed class RangeProbe
{
    private static readonly Int128 Lowest = long.MinValue;
    private static readonly Int128 Highest = (Int128)ulong.MaxValue + 1;

    private static readonly ImmutableArray<Int128> Ladder =
    [
        .. new[]
        {
            Lowest, -(Int128.One << 40), int.MinValue - Int128.One, int.MinValue, -65536, -1024, -256, -100, -10, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 16,
            17, 31, 32, 33, 63, 64, 65, 99, 100, 101, 127, 128, 129, 255, 256, 257, 300, 511, 512, 1000, 1023, 1024, 1280, 2048, 4096, 10000, 32767, 32768, 65535, 65536, 100000, 1 << 20, 1 << 24,
            1 << 28, int.MaxValue, int.MaxValue + Int128.One, uint.MaxValue, uint.MaxValue + Int128.One, Int128.One << 40, long.MaxValue, ulong.MaxValue, Highest,
        }.Distinct().Order(),
    ];

    private readonly Func<Int128, Trial> _write;
    private readonly SortedDictionary<Int128, Trial> _tried = [];
    private readonly SortedDictionary<Int128, bool> _changedNothing = [];
    private Int128? _standing;

    private RangeProbe(Func<Int128, Trial> write, Int128? standing) => (_write, _standing) = (write, standing);

    /// <summary>What a write accepts, what is kept, and what becomes of the rest; nulls where no value was accepted.</summary>
    /// <param name="write">Writes a value and reads it back.</param>
    /// <param name="standing">What stands there at first.</param>
    public static (AcceptedRange? Accepts, AcceptedRange? Holds, ImmutableArray<ReadBack> NotHeld) Run(Func<Int128, Trial> write, Int128? standing)
    {
        var probe = new RangeProbe(write, standing);
        var accepts = probe.Find(trial => trial.IsAccepted);
        var holds = accepts is null ? null : probe.Find((value, trial) => trial.IsAccepted && trial.ReadBack == value);
        return (accepts, holds, probe.NotHeld());
    }

    private AcceptedRange? Find(Func<Trial, bool> fares) => Find((_, trial) => fares(trial));

    private AcceptedRange? Find(Func<Int128, Trial, bool> fares)
    {
        var runs = ImmutableArray.CreateBuilder<AcceptedRun>();
        Int128? start = Fares(Lowest) ? Lowest : null;
        foreach (var (low, high) in Ladder.Zip(Ladder.Skip(1)))
        {
            if (Fares(low) == Fares(high))
            {
                continue;
            }

            var last = LastAlike(low, high);
            if (start is { } from)
            {
                runs.Add(Run(from, last));
                start = null;
            }
            else
            {
                start = last + 1;
            }
        }

        if (start is { } open)
        {
            runs.Add(Run(open, Highest));
        }

        return runs.Count == 0 ? null : new AcceptedRange(runs.ToImmutable(), HigherIsUnknown: false, EveryField: false);

        bool Fares(Int128 value) => fares(value, Try(value));

        Int128 LastAlike(Int128 low, Int128 high)
        {
            var like = Fares(low);
            while (high - low > 1)
            {
                var middle = low + ((high - low) / 2);
                (low, high) = Fares(middle) == like ? (middle, high) : (low, middle);
            }

            return low;
        }
    }

    private static AcceptedRun Run(Int128 low, Int128 high) => new(low == Lowest ? null : low, high == Highest ? null : high);

    private Trial Try(Int128 value)
    {
        if (!_tried.TryGetValue(value, out var trial))
        {
            _tried[value] = trial = _write(value);
            _changedNothing[value] = trial.IsAccepted && trial.ReadBack == _standing;
            _standing = trial.ReadBack ?? _standing;
        }

        return trial;
    }

    // Neighbours on the ladder that read back alike are one run; values between them were not all tried.
    private ImmutableArray<ReadBack> NotHeld()
    {
        var found = new List<ReadBack>();
        Int128? before = null;
        foreach (var (value, trial) in _tried)
        {
            if (trial is { IsAccepted: true, ReadBack: { } gives } && gives != value)
            {
                if (found.Count > 0 && found[^1].High == before && found[^1].Gives == gives && found[^1].WasThere == _changedNothing[value])
                {
                    found[^1] = found[^1] with { High = value };
                }
                else
                {
                    found.Add(new ReadBack(value, value, gives, _changedNothing[value]));
                }
            }

            before = value;
        }

        return [.. found];
    }
}
