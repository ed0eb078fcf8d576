using ConfigGen.Core.Render;
using ConfigGen.Templating;

namespace ConfigGen.Core.Engines;

/// <summary>Looks at templates with the parser of this repository, whichever engine renders them: it knows where every name stands.</summary>
public sealed class TemplateInspector : ITemplateInspector
{
    /// <inheritdoc/>
    public InspectedTemplate Inspect(string name, string text)
    {
        var found = Template.Parse(text, name).Inspect();
        return new InspectedTemplate(
            [.. found.Problems.Select(p => new TemplateProblem(p.Template, p.Line, p.Column, p.Message))],
            [.. found.Variables.Select(Place)],
            [.. found.Includes.Select(Place)],
            found.Assigned,
            [.. found.Outputs.Select(o => new WrittenValue(o.Path, o.IsLiteral, o.IsInQuotes, o.IsInComment, o.Line, o.Column))]);
    }

    private static NamedPlace Place(VariableUse use) => new(use.Path, use.Line, use.Column);
}
