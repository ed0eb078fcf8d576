using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4019: many more tracked connections than hash buckets.</summary>
public sealed class ConntrackBucketsRule : IRule
{
    private const string Buckets = "net.netfilter.nf_conntrack_buckets";

    // Twice what the documentation of older kernels gives as the default, four for each bucket.
    private const int MostPerBucket = 8;
    private static readonly ImmutableArray<string> Keys = ["net.netfilter.nf_conntrack_max", "net.nf_conntrack_max"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4019", "conntrack-buckets", "Many more tracked connections than hash buckets", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var pair in Keys.SelectMany(key => NumberPair.Written(context, key, Buckets)).Where(p => p.Other > 0 && p.Value.Number > MostPerBucket * p.Other))
        {
            context.Report(pair.Finding(
                Code,
                $"{pair.Value.Assignment} is {pair.Value.Number / pair.Other} times {pair.OtherWords}, on {pair.Targets}: every flow stands in the table twice, so a full table makes each packet search long chains.",
                $"raise {Buckets} to {pair.Value.Number}; by default there is one bucket for every connection"));
        }
    }
}
