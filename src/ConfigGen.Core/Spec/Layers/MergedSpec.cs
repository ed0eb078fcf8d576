using System.Collections.Immutable;

namespace ConfigGen.Core.Spec.Layers;

/// <summary>A spec, with its layers merged into items.</summary>
internal sealed record MergedSpec(TuningSpec Spec, ImmutableSortedDictionary<string, LayerItem> Items, ImmutableArray<IgnoreEntry> Ignores);
