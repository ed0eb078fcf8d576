using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>An evaluated argument of a call.</summary>
internal sealed record Arg(object? Value, Span Span, string? Name = null);
