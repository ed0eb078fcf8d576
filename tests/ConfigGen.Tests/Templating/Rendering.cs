using ConfigGen.Templating;

namespace ConfigGen.Tests.Templating;

/// <summary>Short forms for tests of the template engine.</summary>
internal static class Rendering
{
    private static readonly Dictionary<string, object?> Nothing = [];

    /// <summary>The output, or the first error as `error(line,column): message`.</summary>
    public static string Render(this string template, Dictionary<string, object?>? model = null, RenderOptions? options = null)
    {
        var result = Template.Parse(template, "test").Render(model ?? Nothing, options ?? new RenderOptions());
        return result.Errors.IsEmpty ? result.Text : Show(result.Errors[0]);
    }

    public static RenderOptions Lenient { get; } = new() { StrictVariables = false };

    public static string Show(TemplateError error) => $"error({error.Line},{error.Column}): {error.Message}";
}
