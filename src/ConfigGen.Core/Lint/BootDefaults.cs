using System.Numerics;

namespace ConfigGen.Core.Lint;

/// <summary>Defaults that the kernel computes at boot from the size of the memory.</summary>
/// <remarks>
/// Source: tcp_init and tcp_sk_init of net/ipv4/tcp.c and tcp_ipv4.c, alloc_large_system_hash of mm/page_alloc.c (3.10 to 6.x): the table of established
/// connections has one slot per 128 KiB of memory, rounded up to a power of two, at most 524,288; tcp_max_tw_buckets and tcp_max_orphans are half of that.
/// Agrees with the 4096 that every measured kernel (1 GiB) shows.
/// </remarks>
internal static class BootDefaults
{
    /// <summary>The highest default that any host gets.</summary>
    public const int Highest = 262_144;

    private const int BytesPerSlot = 128 * 1024;

    /// <summary>tcp_max_tw_buckets and tcp_max_orphans on a host of this size.</summary>
    /// <remarks>Firmware and the kernel itself keep a part of the memory: a sixteenth is allowed for, so that a "17G" host is not judged by the next step up.</remarks>
    public static Int128 HalfOfConnectionTable(Int128 memoryBytes)
    {
        var slots = (memoryBytes - (memoryBytes / 16)) / BytesPerSlot;
        var rounded = BitOperations.RoundUpToPowerOf2((ulong)Int128.Clamp(slots, 2, 2 * Highest));
        return Int128.Min(rounded, 2 * Highest) / 2;
    }

    /// <summary>The largest memory (a power of two, in bytes) whose default is not above a value; null when every host's default is.</summary>
    public static Int128? LargestMemoryNotAbove(Int128 value)
    {
        var steps = value < 1 ? 0 : BitOperations.RoundUpToPowerOf2((ulong)Int128.Min(value, Highest) + 1) / 2;
        return steps < 1024 ? null : steps * 2 * (Int128)BytesPerSlot;
    }
}
