using System.Runtime.InteropServices;

namespace ConfigGen.Templating.Syntax;

/// <summary>A range of characters of a template: offsets, end exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(int Start, int End)
{
    public Span To(Span other) => new(Start, Math.Max(End, other.End));
}
