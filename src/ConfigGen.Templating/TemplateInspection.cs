using System.Collections.Immutable;

namespace ConfigGen.Templating;

/// <summary>What can be said about a template without rendering it.</summary>
/// <param name="Problems">Wrong syntax; else built-in functions that do not exist or are left out.</param>
/// <param name="Variables">The values of the model that it reads, each at its first use.</param>
/// <param name="Includes">Templates that it includes by a name written out.</param>
/// <param name="Assigned">Names that it gives values itself, sorted; templates that it includes see them too.</param>
/// <param name="Outputs">Every value that it writes, in the order of the text.</param>
public sealed record TemplateInspection(
    ImmutableArray<TemplateError> Problems,
    ImmutableArray<VariableUse> Variables,
    ImmutableArray<VariableUse> Includes,
    ImmutableArray<string> Assigned,
    ImmutableArray<OutputPlace> Outputs);

/// <summary>A value that a template writes.</summary>
/// <param name="Path">The value of the model; null for a calculation, a literal and a value of the template's own.</param>
/// <param name="IsLiteral">It is written out in the template.</param>
/// <param name="IsInQuotes">The text of the template before it leaves double quotes open.</param>
/// <param name="IsInComment">The text before it on the line begins with a hash sign.</param>
/// <param name="Line">Line of the expression, from 1.</param>
/// <param name="Column">Column of the expression, from 1.</param>
public sealed record OutputPlace(string? Path, bool IsLiteral, bool IsInQuotes, bool IsInComment, int Line, int Column);
