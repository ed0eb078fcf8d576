using System.Collections.Immutable;
using ConfigGen.Core.Render;
using ConfigGen.Templating;

namespace ConfigGen.Core.Engines;

/// <summary>The Scriban language by the engine of this repository: strict variables, its own limits, no way out of the pack.</summary>
public sealed class BuiltInTemplateEngine : ITemplateEngine
{
    private const int MostKept = 64;

    private ImmutableDictionary<(string Name, string Text), Template> _parsed = ImmutableDictionary<(string, string), Template>.Empty;

    /// <inheritdoc/>
    public TemplateOutput Render(string name, string text, IReadOnlyDictionary<string, object?> model, Func<string, string?> include)
    {
        var result = Parsed(name, text).Render(model, new RenderOptions { StrictVariables = true, Include = include });
        return new TemplateOutput(result.Text, [.. result.Errors.Select(e => new TemplateProblem(e.Template, e.Line, e.Column, e.Message))]);
    }

    // Thousands of specs use the same few templates. Parsed ones are immutable, so a race costs one parse.
    private Template Parsed(string name, string text)
    {
        var parsed = Volatile.Read(ref _parsed);
        if (!parsed.TryGetValue((name, text), out var template))
        {
            template = Template.Parse(text, name);
            Volatile.Write(ref _parsed, (parsed.Count < MostKept ? parsed : parsed.Clear()).Add((name, text), template));
        }

        return template;
    }
}
