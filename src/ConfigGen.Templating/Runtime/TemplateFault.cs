using System.Diagnostics.CodeAnalysis;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Unwinds a rendering that cannot go on; never leaves this assembly. Rendering makes it a <see cref="TemplateError"/>.</summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Without a position it would be of no use.")]
internal sealed class TemplateFault(Span span, string message) : Exception(message)
{
    public Span Span { get; } = span;

    /// <summary>The template that <see cref="Span"/> belongs to, filled in where the fault passes the boundary of an included one.</summary>
    public TemplateSource? Template { get; set; }
}

/// <summary>A template's name and text, which positions are counted in.</summary>
internal sealed record TemplateSource(string Name, string Text);
