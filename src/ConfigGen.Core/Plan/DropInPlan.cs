using System.Collections.Immutable;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan;

/// <summary>One drop-in, as data.</summary>
/// <param name="Unit">The unit or manager file that it belongs to, such as nginx.service.</param>
/// <param name="Folder">Where it goes, such as systemd/system/nginx.service.d.</param>
/// <param name="Lines">In the order in which they are written; those of one section stand together.</param>
public sealed record PlannedDropIn(string Unit, string Folder, ImmutableArray<PlannedDirective> Lines)
{
    /// <summary>What must be so on the host for this drop-in to be the one; empty where the targets say enough. A plain drop-in cannot ask: then only the role has it.</summary>
    public ImmutableArray<HostChoice> Choices { get; init; } = [];

    /// <summary>Keeps the drop-ins of one unit apart that are for different hosts: 1 for the first; 0 where there is one only.</summary>
    public int Variant { get; init; }
}

/// <summary>One directive that is decided on the host.</summary>
/// <param name="Cases">The conditions that are tried in order; null always holds.</param>
/// <param name="Chosen">The index of the case that must be the first to hold; null for none of them.</param>
public sealed record HostChoice(ImmutableArray<Condition?> Cases, int? Chosen);

/// <summary>One assignment of a drop-in.</summary>
/// <param name="Section">Without brackets.</param>
/// <param name="Name">The directive.</param>
/// <param name="Value">Exactly as it must stand after the equals sign; empty to reset what was assigned before.</param>
/// <param name="Setting">The directive as findings and ignore entries name it: "nginx.service Service.LimitNOFILE".</param>
/// <param name="Origin">Where the spec says so; findings of the self-check point there.</param>
/// <param name="Comments">What is said above it, one paragraph an entry.</param>
public sealed record PlannedDirective(string Section, string Name, string Value, string Setting, SourceSpan Origin, ImmutableArray<string> Comments);
