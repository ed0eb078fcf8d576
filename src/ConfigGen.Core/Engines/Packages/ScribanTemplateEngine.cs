using ConfigGen.Core.Render;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ConfigGen.Core.Engines;

/// <summary>The Scriban language by the Scriban package, as strict as the built-in engine and with the same limits.</summary>
public sealed class ScribanTemplateEngine : ITemplateEngine
{
    private const int LoopLimit = 100_000;
    private const int CallDepth = 100;
    private const int OutputLimit = 4 * 1024 * 1024;
    private const string TooLong = "The output is longer than 4 MiB.";
    private static readonly TimeSpan RegexTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan TotalTime = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public TemplateOutput Render(string name, string text, IReadOnlyDictionary<string, object?> model, Func<string, string?> include)
    {
        var template = Template.Parse(text, name);
        if (template.HasErrors)
        {
            return Failed(template.Messages.Where(m => m.Type == ParserMessageType.Error).Select(m => Problem(name, m.Span, m.Message)));
        }

        using var clock = new CancellationTokenSource(TotalTime);
        try
        {
            var output = template.Render(Context(model, include, clock.Token));
            return output.Length > OutputLimit ? Failed([new TemplateProblem(name, 1, 1, TooLong)]) : new TemplateOutput(output, []);
        }
        catch (ScriptParserRuntimeException broken)
        {
            return Failed(broken.ParserMessages.Where(m => m.Type == ParserMessageType.Error).Select(m => Problem(name, m.Span, m.Message)));
        }
        catch (ScriptRuntimeException fault)
        {
            return Failed([Problem(name, fault.Span, fault.OriginalMessage)]);
        }
    }

    private static TemplateContext Context(IReadOnlyDictionary<string, object?> model, Func<string, string?> include, CancellationToken stop)
    {
        var context = new TemplateContext(Builtins())
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = true,
            LoopLimit = LoopLimit,
            RecursiveLimit = CallDepth,
            LimitToString = OutputLimit,
            RegexTimeOut = RegexTime,
            NewLine = "\n",
            CancellationToken = stop,
            TemplateLoader = new PackLoader(include),
        };
        context.PushGlobal(Object(model));
        return context;
    }

    // What depends on a clock or on chance would make the same spec render differently; the built-in engine leaves these out as well.
    private static ScriptObject Builtins()
    {
        var builtins = TemplateContext.GetDefaultBuiltinObject();
        builtins.Remove("date");
        builtins.Remove("timespan");
        builtins.Remove("html");
        if (builtins["math"] is ScriptObject math)
        {
            math.Remove("random");
            math.Remove("uuid");
        }

        return builtins;
    }

    // Copied by hand: importing .NET objects would need reflection.
    private static ScriptObject Object(IReadOnlyDictionary<string, object?> map)
    {
        var result = new ScriptObject();
        foreach (var (key, value) in map)
        {
            result.SetValue(key, Value(value), readOnly: true);
        }

        return result;
    }

    private static object? Value(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => Object(map),
        IReadOnlyList<object?> list => new ScriptArray(list.Select(Value)),
        _ => value,
    };

    private static TemplateOutput Failed(IEnumerable<TemplateProblem> problems) => new("", [.. problems]);

    // Scriban counts lines and columns from 0.
    private static TemplateProblem Problem(string name, SourceSpan span, string message) =>
        new(span.FileName ?? name, span.Start.Line + 1, span.Start.Column + 1, message);

    private sealed class PackLoader(Func<string, string?> include) : ITemplateLoader
    {
        public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            include(templatePath) ?? throw new ScriptRuntimeException(callerSpan, $"There is no template {templatePath} to include.");

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            new(Load(context, callerSpan, templatePath));
    }
}
