using System.Globalization;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Runs a template: the state of one rendering. Statements, expressions, calls and loops are in the other parts.</summary>
internal sealed partial class Evaluator
{
    private readonly RenderOptions _options;
    private readonly List<Scope> _globals = [];
    private readonly Dictionary<string, Template> _included = new(StringComparer.Ordinal);
    private Scope _locals = new(new ObjectValue());
    private TemplateSource _source;
    private Output _output;
    private Builtins.RenderCache? _cache;

    public Evaluator(TemplateSource source, ObjectValue model, RenderOptions options)
    {
        _source = source;
        _options = options;
        Budget = new Budget(options.Limits);
        _output = new Output(Budget);
        _globals.Add(new Scope(model));
    }

    public Budget Budget { get; }

    /// <summary>What built-in functions remember from call to call.</summary>
    public Builtins.RenderCache Cache => _cache ??= new Builtins.RenderCache(_options.Limits.RegexTime);

    /// <summary>Renders the template; a fault is completed with the template that it happened in.</summary>
    public string Render(Block root)
    {
        try
        {
            ExecutePage(root);
            return _output.ToString();
        }
        catch (TemplateFault fault)
        {
            fault.Template ??= _source;
            throw;
        }
    }

    /// <summary>Runs something with a fresh output and gives what it wrote.</summary>
    private string Captured(Span span, Action run, bool keepIndent)
    {
        var outer = _output;
        _output = new Output(Budget) { Indent = keepIndent ? outer.Indent : null };
        run();
        var text = _output.ToString();
        _output = outer;
        Budget.Characters(text.Length, span);
        return text;
    }

    public string Text(object? value, Span span) => ValueText.Of(value, Budget, span);

    public static bool IsTrue(object? value) => value is not (null or false or EmptyValue);

    /// <summary>An integer for an index, a count or an argument.</summary>
    public static int ToInt(object? value, Span span)
    {
        switch (value)
        {
            case int number:
                return number;
            case double or float or decimal when Number.ToDouble(value) is var real && real == Math.Floor(real) && Math.Abs(real) <= int.MaxValue:
                return (int)real;
            case string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed):
                return parsed;
            case not null when Number.IsInteger(value) && Number.ToInteger(value) is var big && big >= int.MinValue && big <= int.MaxValue:
                return (int)big;
            default:
                throw new TemplateFault(span, $"Unable to convert {Show(value)} to an integer.");
        }
    }

    /// <summary>A value as a message names it.</summary>
    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{(text.Length > 40 ? text[..40] + "..." : text)}\" (string)",
        bool flag => flag ? "`true`" : "`false`",
        _ when Number.Is(value) => $"`{Number.Text(value)}` ({TypeName.Of(value)})",
        _ => $"a value of type {TypeName.Of(value)}",
    };
}
