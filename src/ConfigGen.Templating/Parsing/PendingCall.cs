using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>A call without parentheses while its arguments are read: `target first second name: third`.</summary>
internal sealed class PendingCall
{
    private Expression? _target;
    private List<Argument>? _arguments;

    /// <summary>The name of the argument that is being read, if it has one.</summary>
    public Token? Name { get; set; }

    public bool IsOpen => _target is not null;

    /// <summary>Takes what was read last: the function first, then its arguments.</summary>
    public void Add(Expression expression)
    {
        if (_target is null)
        {
            _target = expression;
            _arguments = [];
            return;
        }

        var span = Name is { } name ? name.Span.To(expression.Span) : expression.Span;
        _arguments!.Add(new Argument(span, Name?.Text, expression));
        Name = null;
    }

    public Expression Close(Expression last)
    {
        if (_target is null)
        {
            return last;
        }

        Add(last);
        var call = new Call(_target.Span.To(last.Span), _target, _arguments!);
        _target = null;
        return call;
    }
}
