using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan;

/// <summary>Says which parts of a valid spec this version renders nothing for, so that nobody believes them to be in force.</summary>
internal static class NotRendered
{
    /// <summary>One finding per unit.</summary>
    public static ImmutableArray<Finding> In(ResolvedSpec spec)
    {
        var units = spec.Units.Select(u => u.Name).Concat(spec.Keepalive?.Units ?? []);
        var findings = units
            .DistinctBy(u => u.Value, StringComparer.Ordinal)
            .Select(u => Of(u.Span, u.Value, $"{u.Value} is checked, but this version does not render drop-ins: put its directives into {u.Value}.d by hand"));
        return [.. findings];
    }

    private static Finding Of(SourceSpan span, string setting, string message) =>
        Finding.Of(RenderCodes.NotRendered, span, message) with { Setting = setting };
}
