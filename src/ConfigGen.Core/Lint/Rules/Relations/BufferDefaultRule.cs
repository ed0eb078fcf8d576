using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4012: sockets that ask for a buffer get less than those that do not.</summary>
public sealed class BufferDefaultRule : IRule
{
    private static readonly ImmutableArray<string> Directions = ["rmem", "wmem"];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4012", "buffer-default", "The default socket buffer is above the largest that may be asked for", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var pair in Directions.SelectMany(d => NumberPair.Of(context, $"net.core.{d}_default", $"net.core.{d}_max")).Where(p => p.Value.Number > p.Other))
        {
            context.Report(pair.Finding(
                Code,
                $"{pair.Value.Assignment} is above {pair.OtherWords}, on {pair.Targets}: a program that asks for a buffer of its own gets less than one that does not ask.",
                $"write at most {pair.Other}, or raise {pair.OtherKey}"));
        }
    }
}
