using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4011: tcp_mem or udp_mem given in bytes, where pages count.</summary>
public sealed class PagesNotBytesRule : IRule
{
    private const int Fields = 3;
    private const int Page = 4096;

    // net/ipv4/tcp.c, tcp_init_mem: of the free memory a sixteenth, times one and a half. 4 TiB are that of 43 TiB.
    private static readonly Int128 MostOfAnyHost = (Int128)4 << 40;

    private static readonly ImmutableArray<string> Keys = ["net.ipv4.tcp_mem", "net.ipv4.udp_mem"];
    private static readonly ImmutableArray<string> InBytes = ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4011", "pages-not-bytes", "tcp_mem or udp_mem looks like bytes, and the kernel counts pages", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var vector in Keys.SelectMany(key => VectorValue.Of(context, key, Fields)))
        {
            var most = vector.Numbers[^1] * Page;
            var beyond = vector.Targets.Where(t => most > t.MemoryBytes).ToImmutableArray();
            var twin = InBytes.FirstOrDefault(key => vector.Targets.All(t => context.ValueOn(t, key)?.Text == vector.Value.Text));
            if (beyond.Length > 0)
            {
                Report(context, vector, $"is {Gibibytes(most)}, more than the memory of {Wording.List(beyond.Select(t => $"{t.Label} ({Quantities.BytesInWords(t.MemoryBytes!.Value)})"))}: the limit never holds");
            }
            else if (twin is not null)
            {
                Report(context, vector, $"is the same as {twin}, which counts bytes, and amounts to {Gibibytes(most)}");
            }
            else if (most > MostOfAnyHost && vector.Targets.All(t => t.MemoryBytes is null))
            {
                Report(context, vector, $"is {Gibibytes(most)}, which the kernel itself would allow on a host with more than 40 TiB of memory only");
            }
        }
    }

    // To a tenth: numbers that were meant as bytes come out at odd sizes.
    private static string Gibibytes(Int128 bytes)
    {
        var tenths = (bytes * 10) >> 30;
        return tenths < 10 ? Quantities.BytesInWords(bytes) : $"{tenths / 10}{(tenths % 10 == 0 ? "" : $".{tenths % 10}")} GiB";
    }

    private void Report(RuleContext context, VectorValue vector, string what) => context.Report(
        Finding.Of(Code, vector.Value.Span, $"{vector.Setting.Key} = {vector.Value.AsWritten} counts pages, not bytes: the last number {what}.") with
        {
            Setting = vector.Setting.Key.Name,
            Help = "delete the line, as the kernel sizes it by the host's memory; or divide bytes by the page size, 4096",
        });
}
