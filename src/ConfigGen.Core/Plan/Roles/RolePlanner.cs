using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Plan.Roles;

/// <summary>Decides what the role of a spec carries and what can be overridden.</summary>
internal static class RolePlanner
{
    private static readonly string[] Folders = ["sysctl.d", "modules-load.d", "systemd"];

    /// <summary>The role; its options have been judged (<see cref="RoleOptions"/>).</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="facts">What the catalogue says.</param>
    /// <param name="fragments">Every group of targets.</param>
    /// <param name="artifacts">The other packs' files, those that only the role carries included.</param>
    /// <param name="variants">Drop-ins that are for some hosts of a group.</param>
    public static RolePlan Plan(
        ResolvedSpec spec, KeyFacts facts, ImmutableArray<PlannedFragment> fragments, IReadOnlyCollection<Artifact> artifacts, IReadOnlyCollection<RoleVariant> variants)
    {
        var keys = spec.Settings.Select(s => s.Key.Name).ToImmutableArray();
        var name = RoleOptions.NameOf(spec);
        return new RolePlan(name, spec.Name.Value, string.Create(CultureInfo.InvariantCulture, $"{spec.Outputs.Priority:D2}-{spec.Name.Value}.conf"), Groups(fragments, artifacts, variants), Origin(spec))
        {
            Description = spec.Description,
            Overridable = [.. spec.Outputs.Overridable.Select(key => Variable(spec, facts.Role, name, key))],
            Restart = [.. spec.Outputs.Restart.Select(u => u.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Effects = Effects(keys, facts.Role),
            Rounded = [.. keys.Where(facts.Role.IsRounded)],
        };
    }

    private static Text.SourceSpan Origin(ResolvedSpec spec) => (spec.Outputs.Role ?? spec.Name).Span;

    private static ImmutableArray<RoleGroup> Groups(ImmutableArray<PlannedFragment> fragments, IReadOnlyCollection<Artifact> artifacts, IReadOnlyCollection<RoleVariant> variants) =>
    [
        .. fragments.Select(f => new RoleGroup(
            f.Group,
            f.Undecided,
            [.. f.Modules.Select(m => m.Name)],
            [.. artifacts.Select(a => File(a, f.Group.Folder)).Concat(variants.Where(v => v.Group.Label == f.Group.Label).Select(Variant)).OfType<RoleFile>().OrderBy(file => file.Source, StringComparer.Ordinal)])),
    ];

    // The variants of one drop-in go to the same place on different hosts, and stand beside each other in the role.
    private static RoleFile? Variant(RoleVariant variant) =>
        File(variant.Artifact, variant.Group.Folder) is { } file
            ? file with { Source = string.Create(CultureInfo.InvariantCulture, $"{file.Source}.{variant.Number}"), Choices = variant.Choices }
            : null;

    // A file in no folder of a group is for every group.
    private static RoleFile? File(Artifact artifact, string folder)
    {
        var inFolder = folder.Length > 0 && artifact.Path.StartsWith(folder + "/", StringComparison.Ordinal) ? artifact.Path[(folder.Length + 1)..] : artifact.Path;
        return Folders.Contains(inFolder.Split('/')[0], StringComparer.Ordinal) ? new RoleFile(artifact.Path, "/etc/" + inFolder, artifact.Content) : null;
    }

    private static ImmutableSortedDictionary<string, string> Effects(ImmutableArray<string> keys, RoleFacts facts) =>
        keys.Select(key => (Key: key, Effect: Words(facts.TakesEffect(key))))
            .Where(pair => pair.Effect is not null)
            .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Effect!, StringComparer.Ordinal);

    private static string? Words(string? takesEffect) => takesEffect switch
    {
        "next-listen" => "takes effect when a service calls listen() again: restart those that need it",
        "service-restart" => "takes effect when the services that use it are restarted",
        "new-sockets" => "takes effect for new sockets",
        "new-interfaces" => "takes effect for new interfaces",
        "module-load" => "takes effect when its module is loaded again",
        "reboot" => "takes effect after a reboot",
        _ => null,
    };

    private static RoleVariable Variable(ResolvedSpec spec, RoleFacts facts, string role, Located<string> key)
    {
        var value = spec.Find(key.Value)!.Values.Select(v => v.Value).OfType<SettingValue>().First();
        var answers = spec.Targets.SelectMany(t => t.Kernels).Distinct().Select(kernel => facts.Fact(key.Value, kernel)).ToImmutableArray();
        var type = answers.Select(a => a.Type).FirstOrDefault(t => t != SysctlType.Unknown);
        return new RoleVariable(
            RoleOptions.Variable(role, key.Value),
            key.Value,
            value.Text,
            type == SysctlType.Unknown ? TypeOf(value) : type,
            answers.Select(a => a.FieldCount).FirstOrDefault(n => n is not null) ?? value.Fields.Length,
            [.. answers.Select(a => a.Accepts).OfType<AcceptedRange>().Distinct()],
            key.Span);
    }

    private static SysctlType TypeOf(SettingValue value) =>
        !value.Fields.All(IsInteger) ? SysctlType.Text : value.Fields.Length == 1 ? SysctlType.Integer : SysctlType.Vector;

    private static bool IsInteger(string field) => Int128.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
