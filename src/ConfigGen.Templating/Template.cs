using System.Collections.Immutable;
using ConfigGen.Templating.Parsing;
using ConfigGen.Templating.Runtime;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating;

/// <summary>A parsed template of the Scriban language. Immutable: one can be rendered by any number of threads at once.</summary>
public sealed class Template
{
    private Template(TemplateSource source, Block root, ImmutableArray<TemplateError> errors) =>
        (Source, Root, Errors) = (source, root, errors);

    /// <summary>What is wrong with the syntax, in the order of the text; empty for a good template.</summary>
    public ImmutableArray<TemplateError> Errors { get; }

    /// <summary>The name that errors are reported under.</summary>
    public string Name => Source.Name;

    /// <summary>Lists the values of the model that the template reads, sorted by path: each with its full path, at its first use. Names that the
    /// template assigns itself are left out, and so is what a `with` block contains. Included templates are not followed.</summary>
    public ImmutableArray<VariableUse> Variables() => VariableListing.Of(Root, Source.Text);

    /// <summary>Looks for mistakes without rendering. Included templates are not followed.</summary>
    public TemplateInspection Inspect() => Errors.IsEmpty ? VariableListing.Inspect(Root, Source) : new TemplateInspection(Errors, [], [], [], []);

    internal TemplateSource Source { get; }

    internal Block Root { get; }

    /// <summary>Parses a template. Never throws: look at <see cref="Errors"/>.</summary>
    /// <param name="text">The template.</param>
    /// <param name="name">What errors call it, usually its file name.</param>
    public static Template Parse(string text, string name) => Parse(text, name, codeOnly: false);

    internal static Template Parse(string text, string name, bool codeOnly)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var (root, errors) = Parser.Parse(text, codeOnly);
        return new Template(new TemplateSource(name, text), root, errors.Count == 0 ? [] : Sorted(errors, name, text));
    }

    private static ImmutableArray<TemplateError> Sorted(IReadOnlyList<SyntaxProblem> problems, string name, string text) =>
        [.. problems.OrderBy(static problem => problem.Span.Start).Select(problem => TemplateError.At(name, text, problem.Span, problem.Message))];

    /// <summary>Renders the template; a template with syntax errors only reports them.</summary>
    /// <param name="model">The global variables: null, bool, int, long, double, decimal, BigInteger, string, lists and dictionaries of these
    /// (whose order is kept). Anything else is an error. It is copied, never changed.</param>
    /// <param name="options">Strictness, includes and limits.</param>
    public RenderResult Render(IReadOnlyDictionary<string, object?> model, RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        if (!Errors.IsEmpty)
        {
            return new RenderResult("", Errors);
        }

        string? problem = null;
        var globals = ModelImport.Object(model, ref problem);
        return problem is null ? Render(globals, options) : Failed(Source, new Span(0, 0), problem);
    }

    private RenderResult Render(ObjectValue globals, RenderOptions options)
    {
        try
        {
            return new RenderResult(new Evaluator(Source, globals, options).Render(Root), []);
        }
        catch (TemplateFault fault)
        {
            return Failed(fault.Template ?? Source, fault.Span, fault.Message);
        }
    }

    private static RenderResult Failed(TemplateSource source, Span span, string message) =>
        new("", [TemplateError.At(source.Name, source.Text, span, message)]);
}
