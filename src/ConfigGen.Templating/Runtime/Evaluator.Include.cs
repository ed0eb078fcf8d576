using ConfigGen.Templating.Builtins;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>`include`, `include_join`, and the evaluation of text as a template or as code.</summary>
internal sealed partial class Evaluator
{
    private const string TemplatePrefix = "tpl:";

    /// <summary>Characters of a text that `object.eval` and `object.eval_template` take.</summary>
    private const int MaximumCode = 64 * 1024;

    public string Include(Invocation call) => RunIncluded(Load(call.Text(0), call.At(0)), Positional(call.Rest), call.Span);

    public string IncludeJoin(Invocation call)
    {
        var parts = new List<string>();
        foreach (var name in Operators.Items(call.List(0)))
        {
            parts.Add(RunIncluded(Load(Text(name, call.At(0)), call.At(0)), new ArrayValue(), call.Span));
        }

        var separator = Delimiter(call, 1);
        Budget.Characters(parts.Sum(part => (long)part.Length + separator.Length), call.Span);
        var text = string.Join(separator, parts);
        return text.Length == 0 ? "" : call.Charge(Delimiter(call, 2) + text + Delimiter(call, 3));
    }

    private string Delimiter(Invocation call, int index)
    {
        var text = call.Has(index) ? call.Text(index) : "";
        return text.StartsWith(TemplatePrefix, StringComparison.Ordinal)
            ? RunIncluded(Load(text[TemplatePrefix.Length..], call.At(index)), new ArrayValue(), call.Span)
            : text;
    }

    private Template Load(string name, Span span)
    {
        if (_included.TryGetValue(name, out var known))
        {
            return known;
        }

        var text = _options.Include?.Invoke(name) ?? throw new TemplateFault(span, $"There is no template \"{name}\" to include.");
        var template = Template.Parse(text, name);
        Check(template);
        _included.Add(name, template);
        return template;
    }

    /// <summary>An error in an included template is reported where it stands, not where the template is included.</summary>
    private static void Check(Template template)
    {
        if (!template.Errors.IsEmpty)
        {
            var error = template.Errors[0];
            throw new TemplateFault(new Span(error.Start, error.Start + error.Length), error.Message) { Template = template.Source };
        }
    }

    /// <summary>Runs a whole template. `ret` leaves it, but gives nothing to anyone: a value would be lost.</summary>
    private void ExecutePage(Block root)
    {
        Execute(root);
        if (_returned is not null)
        {
            throw new TemplateFault(root.Span, "`ret` outside of a function takes no value: write the value, then `ret`.");
        }
    }

    private string RunIncluded(Template template, ArrayValue arguments, Span span)
    {
        Budget.EnterCall(span);
        var outer = (_locals, _source, _loopDepth);
        (_locals, _source, _loopDepth) = (new Scope(new ObjectValue { ["$"] = arguments }), template.Source, 0);
        var text = Captured(span, () => ExecutePage(template.Root), keepIndent: false);
        (_locals, _source, _loopDepth) = outer;
        Budget.LeaveCall();
        return text;
    }

    private static Template ParseText(string text, string name, bool codeOnly, Invocation call)
    {
        if (text.Length > MaximumCode)
        {
            throw call.Fault(0, $"takes at most {MaximumCode} characters");
        }

        var template = Template.Parse(text, name, codeOnly);
        Check(template);
        return template;
    }

    public string RenderText(string text, Invocation call)
    {
        var template = ParseText(text, "object.eval_template", codeOnly: false, call);
        return RunIncluded(template, new ArrayValue(), call.Span);
    }

    public object? EvaluateText(string text, Invocation call)
    {
        var template = ParseText(text, "object.eval", codeOnly: true, call);
        if (template.Root.Statements is not [Syntax.Output { Value: var expression }])
        {
            throw call.Fault(0, "evaluates one expression");
        }

        Budget.EnterCall(call.Span);
        var outer = _source;
        _source = template.Source;
        var value = Evaluate(expression);
        _source = outer;
        Budget.LeaveCall();
        return value;
    }
}
