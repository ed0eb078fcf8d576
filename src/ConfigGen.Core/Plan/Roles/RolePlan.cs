using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan.Roles;

/// <summary>One role, as data: the templates turn it into files.</summary>
/// <param name="Name">The role's name, and the prefix of its variables.</param>
/// <param name="Spec">The spec's name.</param>
/// <param name="Fragment">The name of its file in /etc/sysctl.d.</param>
/// <param name="Groups">In the order of the spec; never empty.</param>
/// <param name="Origin">Where the spec names the role, or itself; findings about the role point there.</param>
public sealed record RolePlan(string Name, string Spec, string Fragment, ImmutableArray<RoleGroup> Groups, SourceSpan Origin)
{
    /// <summary>What the host class is for; null where the spec does not say.</summary>
    public string? Description { get; init; }

    /// <summary>What an inventory may override, in the order of the spec.</summary>
    public ImmutableArray<RoleVariable> Overridable { get; init; } = [];

    /// <summary>Units that the role may restart, sorted.</summary>
    public ImmutableArray<string> Restart { get; init; } = [];

    /// <summary>Keys that do not take effect at once, sorted, and when they do, as the end of a sentence.</summary>
    public ImmutableSortedDictionary<string, string> Effects { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Keys in milliseconds that the kernel rounds to its ticks, sorted.</summary>
    public ImmutableArray<string> Rounded { get; init; } = [];
}

/// <summary>What the hosts of one group of targets get.</summary>
/// <param name="Targets">The targets and their folder.</param>
/// <param name="Undecided">Settings that are decided on the host, by key.</param>
/// <param name="Modules">Modules to load, sorted.</param>
/// <param name="Files">The other packs' files, sorted by path, the fragment among them.</param>
public sealed record RoleGroup(TargetGroup Targets, ImmutableArray<ResolvedSetting> Undecided, ImmutableArray<string> Modules, ImmutableArray<RoleFile> Files);

/// <summary>A drop-in for some of the hosts of a group: the role looks which.</summary>
/// <param name="Artifact">As it would stand in the folder of the group.</param>
/// <param name="Group">The group.</param>
/// <param name="Number">Keeps the variants of one drop-in apart; from 1.</param>
/// <param name="Choices">What must be so on the host.</param>
public sealed record RoleVariant(Artifact Artifact, TargetGroup Group, int Number, ImmutableArray<HostChoice> Choices);

/// <summary>A file that the role carries.</summary>
/// <param name="Source">Below the role's files folder.</param>
/// <param name="Destination">On the host.</param>
/// <param name="Content">Exactly as the other pack renders it.</param>
public sealed record RoleFile(string Source, string Destination, string Content)
{
    /// <summary>What must be so on the host for it to get the file; empty where every host of the group does.</summary>
    public ImmutableArray<HostChoice> Choices { get; init; } = [];

    /// <summary>True for the fragment of kernel settings, which the role writes in its own way.</summary>
    public bool IsFragment => Destination.StartsWith("/etc/sysctl.d/", StringComparison.Ordinal);

    /// <summary>The unit that must be restarted for a drop-in to take effect; null for other files.</summary>
    public string? Unit => Destination.Split('/') switch
    {
        ["", "etc", "systemd", "system", var folder, _] when folder.EndsWith(".d", StringComparison.Ordinal) => folder[..^2],
        ["", "etc", "systemd", var folder, _] when folder.EndsWith(".conf.d", StringComparison.Ordinal) => ServiceOf(folder[..^7]),
        _ => null,
    };

    // The manager reads its own files when units are reloaded, and the other two are read when they are needed.
    private static string? ServiceOf(string file) => file is "system" or "user" or "sleep" or "coredump" ? null : $"systemd-{file}.service";
}

/// <summary>A variable by which an inventory overrides one key.</summary>
/// <param name="Name">The role's name, an underscore, and the key with underscores.</param>
/// <param name="Key">The key.</param>
/// <param name="Default">What the spec says.</param>
/// <param name="Type">The shape of its values.</param>
/// <param name="FieldCount">Number of fields of a vector; 1 otherwise.</param>
/// <param name="Ranges">What the kernels of the targets accept, one entry per different answer; empty when that is not known.</param>
/// <param name="Origin">Where the spec lists it.</param>
public sealed record RoleVariable(string Name, string Key, string Default, SysctlType Type, int FieldCount, ImmutableArray<AcceptedRange> Ranges, SourceSpan Origin);
