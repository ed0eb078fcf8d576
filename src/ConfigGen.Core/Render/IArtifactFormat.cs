using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;

namespace ConfigGen.Core.Render;

/// <summary>A kind of file: what its template is given, and the reader that checks what the template made of it.</summary>
internal interface IArtifactFormat
{
    /// <summary>The name under which pack.yaml asks for it.</summary>
    string Reader { get; }

    /// <summary>Whether a fragment needs such a file at all.</summary>
    bool Applies(PlannedFragment fragment);

    /// <summary>The model of the template: plain dictionaries, lists and texts.</summary>
    IReadOnlyDictionary<string, object?> Model(PlannedFragment fragment, string header);

    /// <summary>Reads the rendered text again and compares it with the plan; empty when both say the same.</summary>
    ImmutableArray<Finding> Check(string path, string text, PlannedFragment fragment);
}
