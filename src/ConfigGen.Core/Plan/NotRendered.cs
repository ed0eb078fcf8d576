using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan;

/// <summary>Says which parts of a valid spec this version renders nothing for, so that nobody believes them to be in force.</summary>
internal static class NotRendered
{
    /// <summary>One finding for the role.</summary>
    public static ImmutableArray<Finding> In(ResolvedSpec spec) =>
        Role(spec.Outputs) is { } role
            ? [Of(role.Span, role.Value, "this version does not render Ansible roles: outputs.ansible has no effect")]
            : [];

    private static Located<string>? Role(OutputOptions outputs) =>
        outputs.Role ?? outputs.Overridable.Concat(outputs.Restart).FirstOrDefault();

    private static Finding Of(SourceSpan span, string setting, string message) =>
        Finding.Of(RenderCodes.NotRendered, span, message) with { Setting = setting };
}
