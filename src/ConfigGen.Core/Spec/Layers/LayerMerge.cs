using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

using Items = System.Collections.Immutable.ImmutableSortedDictionary<string, ConfigGen.Core.Spec.Layers.LayerItem>;

namespace ConfigGen.Core.Spec.Layers;

/// <summary>A spec wins over what it extends; two layers that disagree do not, unless the spec decides.</summary>
internal static class LayerMerge
{
    /// <summary>The items of a spec on top of those of its layers.</summary>
    /// <param name="own">What the spec sets itself.</param>
    /// <param name="layers">The merged layers, in the order of extends, each with the span that names it.</param>
    /// <param name="findings">Receives conflicts, changed finals, needless unsets.</param>
    public static Items Merge(Items own, ImmutableArray<(SourceSpan Entry, Items Items)> layers, ImmutableArray<Finding>.Builder findings)
    {
        var below = Siblings(own, layers, findings);
        var merged = below.ToBuilder();
        foreach (var (path, item) in own)
        {
            merged[path] = below.TryGetValue(path, out var lower) ? Override(item, lower, findings) : Alone(item, findings);
        }

        return merged.ToImmutable();
    }

    private static LayerItem Override(LayerItem item, LayerItem lower, ImmutableArray<Finding>.Builder findings)
    {
        if (lower.Final && lower.Text != item.Text)
        {
            findings.Add(Finding.Of(SpecCodes.FinalChanged, item.Span, $"{item.Label} is final in a layer: {lower.Text}. It cannot become {item.Text} here.")
                .WithRelated(lower.Span, "declared final here")
                .WithHelp("remove this line, or take 'final' away where it is declared")
                .About(item.Label));
        }

        return item with { Overridden = [lower with { Overridden = [] }, .. lower.Overridden], Final = item.Final || lower.Final };
    }

    private static LayerItem Alone(LayerItem item, ImmutableArray<Finding>.Builder findings)
    {
        if (item.IsUnset)
        {
            findings.Add(Finding.Of(SpecCodes.UnsetNothing, item.Span, $"No layer sets {item.Label}, so there is nothing to take back.")
                .WithHelp("remove the line, or check the spelling and the extends list")
                .About(item.Label));
        }

        return item;
    }

    private static Items Siblings(Items own, ImmutableArray<(SourceSpan Entry, Items Items)> layers, ImmutableArray<Finding>.Builder findings)
    {
        var merged = ImmutableSortedDictionary.CreateBuilder<string, LayerItem>(StringComparer.Ordinal);
        foreach (var (entry, items) in layers)
        {
            foreach (var (path, item) in items)
            {
                if (!merged.TryGetValue(path, out var first))
                {
                    merged[path] = item;
                    continue;
                }

                if (first.Text != item.Text && (!own.ContainsKey(path) || first.Final || item.Final))
                {
                    findings.Add(Conflict(entry, first, item));
                }

                merged[path] = item.Final && !first.Final ? item : first;
            }
        }

        return merged.ToImmutable();
    }

    private static Finding Conflict(SourceSpan entry, LayerItem first, LayerItem second) =>
        Finding.Of(SpecCodes.SiblingConflict, entry, $"Two layers disagree about {first.Label}: {first.Text} in {first.Span.Source.Path}, {second.Text} in {second.Span.Source.Path}.")
            .WithRelated(first.Span, "one says this")
            .WithRelated(second.Span, "the other says this")
            .WithHelp($"decide in this file: set {first.Label} here, to a value or to unset: true")
            .About(first.Label);
}
