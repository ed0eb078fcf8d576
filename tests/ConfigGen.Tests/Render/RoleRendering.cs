using ConfigGen.Core.Catalog;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Plan.Roles;
using ConfigGen.Core.Spec;

namespace ConfigGen.Tests.Render;

/// <summary>Roles of hand-made specs, with hand-made facts.</summary>
internal static class RoleRendering
{
    public static KeyFacts Facts { get; } = Rendering.SomeFacts with
    {
        Role = new RoleFacts(
            key => key == "net.core.somaxconn" ? "next-listen" : "at-once",
            key => key == "net.ipv4.icmp_ratelimit",
            Fact),
    };

    /// <summary>The same spec with options of the role.</summary>
    public static ResolvedSpec WithOutputs(ResolvedSpec spec, string? role = null, string[]? overridable = null, string[]? restart = null) => spec with
    {
        Outputs = new OutputOptions
        {
            Role = role is null ? null : Located(spec, role),
            Overridable = [.. (overridable ?? []).Select(text => Located(spec, text))],
            Restart = [.. (restart ?? []).Select(text => Located(spec, text))],
        },
    };

    /// <summary>The text of one file of the role "web_tuning".</summary>
    public static string File(ResolvedSpec spec, string path)
    {
        var result = Rendering.WithRole(spec, Facts);
        Assert.NotNull(result.Plan);
        return Assert.Single(result.Plan.Artifacts, a => a.Path == $"ansible/roles/web_tuning/{path}").Content;
    }

    private static Located<string> Located(ResolvedSpec spec, string text) => new(text, spec.Source.Span(0, 4));

    private static SysctlFact Fact(string key, Kernel kernel)
    {
        var fact = new SysctlFact(key, kernel, Existence.Exists, Evidence.None);
        var port = new AcceptedRange([new AcceptedRun(1, 65535)], HigherIsUnknown: false, EveryField: true);
        return key switch
        {
            "net.core.somaxconn" => fact with { Type = SysctlType.Integer, Accepts = new AcceptedRange([new AcceptedRun(0, 2147483647)], HigherIsUnknown: false, EveryField: false) },
            "net.ipv4.ip_local_port_range" => fact with { Type = SysctlType.Vector, FieldCount = 2, Accepts = port },
            "net.ipv4.icmp_ratelimit" => fact with
            {
                Type = SysctlType.Integer,
                Accepts = new AcceptedRange([new AcceptedRun(null, -2147483649), new AcceptedRun(0, 2147483647), new AcceptedRun(4294967296, 9223372034707292159)], HigherIsUnknown: false, EveryField: false),
            },
            "net.ipv4.tcp_congestion_control" => fact with { Type = SysctlType.Text },
            _ => fact,
        };
    }
}
