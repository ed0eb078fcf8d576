using System.Collections.Immutable;

namespace ConfigGen.Core.Render;

/// <summary>The one seam to the template language; two implementations, built in and over the Scriban package.</summary>
public interface ITemplateEngine
{
    /// <summary>Renders one template; undefined variables and members are errors.</summary>
    /// <param name="name">Such as "sysctl.d/fragment.scriban"; errors show it.</param>
    /// <param name="text">The template.</param>
    /// <param name="model">Values are null, bool, int, long, string, IReadOnlyList&lt;object?&gt; or IReadOnlyDictionary&lt;string, object?&gt;.</param>
    /// <param name="include">Text of another template of the same pack by name; null when there is none.</param>
    TemplateOutput Render(string name, string text, IReadOnlyDictionary<string, object?> model, Func<string, string?> include);
}

/// <summary>The text, or what is wrong with the template.</summary>
public sealed record TemplateOutput(string Text, ImmutableArray<TemplateProblem> Problems);

/// <summary>One thing wrong with a template, at a place of it (line and column from 1).</summary>
public sealed record TemplateProblem(string Template, int Line, int Column, string Message);
