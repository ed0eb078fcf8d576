using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan;

/// <summary>One drop-in, as data.</summary>
/// <param name="Unit">The unit or manager file that it belongs to, such as nginx.service.</param>
/// <param name="Folder">Where it goes, such as systemd/system/nginx.service.d.</param>
/// <param name="Lines">In the order in which they are written; those of one section stand together.</param>
public sealed record PlannedDropIn(string Unit, string Folder, ImmutableArray<PlannedDirective> Lines);

/// <summary>One assignment of a drop-in.</summary>
/// <param name="Section">Without brackets.</param>
/// <param name="Name">The directive.</param>
/// <param name="Value">Exactly as it must stand after the equals sign; empty to reset what was assigned before.</param>
/// <param name="Setting">The directive as findings and ignore entries name it: "nginx.service Service.LimitNOFILE".</param>
/// <param name="Origin">Where the spec says so; findings of the self-check point there.</param>
/// <param name="Comments">What is said above it, one paragraph an entry.</param>
public sealed record PlannedDirective(string Section, string Name, string Value, string Setting, SourceSpan Origin, ImmutableArray<string> Comments);
