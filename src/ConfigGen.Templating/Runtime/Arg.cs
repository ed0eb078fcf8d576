using System.Runtime.InteropServices;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>An evaluated argument of a call.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Arg(object? Value, Span Span, string? Name = null);
