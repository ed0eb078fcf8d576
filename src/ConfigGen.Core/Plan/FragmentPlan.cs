using System.Collections.Immutable;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan;

/// <summary>What one group of targets gets, as data: the templates turn it into files.</summary>
/// <param name="Group">The targets, and the folder that keeps them apart from others.</param>
/// <param name="Settings">In the order in which they are written to the kernel.</param>
/// <param name="Modules">Sorted by name; empty when every key is built in.</param>
public sealed record PlannedFragment(TargetGroup Group, ImmutableArray<FragmentSetting> Settings, ImmutableArray<PlannedModule> Modules)
{
    /// <summary>What a reader must know about the whole file, one paragraph an entry.</summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>Settings that only a host of the group can decide, by key. A plain fragment cannot carry them: then only the role has one.</summary>
    public ImmutableArray<ResolvedSetting> Undecided { get; init; } = [];

    /// <summary>The drop-in, where this is one: then there are no settings and no modules.</summary>
    public PlannedDropIn? DropIn { get; init; }
}

/// <summary>Targets that get the same settings.</summary>
/// <param name="Targets">In the order of the spec; never empty.</param>
/// <param name="Label">Their labels joined by "+", safe as the name of a folder.</param>
/// <param name="Folder">Empty when there is one group only, otherwise the label.</param>
public sealed record TargetGroup(ImmutableArray<Target> Targets, string Label, string Folder);

/// <summary>One assignment with what is said about it, one paragraph an entry.</summary>
public sealed record FragmentSetting(PlannedSetting Planned, ImmutableArray<string> Comments);

/// <summary>A module that must be loaded before the fragment is applied.</summary>
/// <param name="Name">As modprobe takes it.</param>
/// <param name="Keys">The keys that it brings, sorted.</param>
/// <param name="Origin">Where the spec sets the first of them.</param>
public sealed record PlannedModule(string Name, ImmutableArray<string> Keys, SourceSpan Origin);
