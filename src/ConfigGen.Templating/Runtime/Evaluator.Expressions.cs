using System.Text;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Expressions other than calls.</summary>
internal sealed partial class Evaluator
{
    public object? Evaluate(Expression expression)
    {
        Budget.Enter(expression.Span);
        var value = expression switch
        {
            Literal literal => literal.Value,
            Variable or Member or Indexer => CallIfFunction(EvaluateTarget(expression), expression.Span),
            Binary binary => Evaluate(binary),
            Call call => Evaluate(call),
            Pipe pipe => Evaluate(pipe),
            Nested { Inner: AnonymousFunction function } => CallIfFunction(Evaluate(function), expression.Span),
            Nested nested => Evaluate(nested.Inner),
            Unary unary => Evaluate(unary),
            InterpolatedString text => Evaluate(text),
            LoopMember member => Evaluate(member),
            ArrayLiteral array => Evaluate(array),
            ObjectLiteral members => Evaluate(members),
            Conditional choice => IsTrue(Evaluate(choice.Condition)) ? Evaluate(choice.Then) : Evaluate(choice.Else),
            Increment increment => Evaluate(increment),
            AnonymousFunction function => new TemplateFunction(function.Function, _source),
            _ => throw new TemplateFault(expression.Span, "Unexpected expression."),
        };
        Budget.Leave();
        return value;
    }

    /// <summary>Evaluates what is called or named: a function is the value itself here, it is not called.</summary>
    private object? EvaluateTarget(Expression expression) => expression switch
    {
        Variable { IsLocal: true } local => Local(local),
        Variable global => Global(global),
        Member member => MemberOf(member),
        Indexer indexer => ItemOf(indexer),
        Nested nested => EvaluateTarget(nested.Inner),
        _ => Evaluate(expression),
    };

    private object? Evaluate(Binary binary)
    {
        var left = Evaluate(binary.Left);
        return binary.Operator switch
        {
            "&&" => IsTrue(left) && IsTrue(Evaluate(binary.Right)),
            "||" => IsTrue(left) || IsTrue(Evaluate(binary.Right)),
            "??" => left ?? Evaluate(binary.Right),
            "?!" => left is null ? null : Evaluate(binary.Right),
            _ => Operators.Binary(
                this, binary.Operator, binary.OperatorSpan, left, binary.Left.Span, Evaluate(binary.Right), binary.Right.Span),
        };
    }

    private object? Evaluate(Unary unary)
    {
        if (unary.Operator == "@")
        {
            return EvaluateTarget(unary.Operand);
        }

        var value = Evaluate(unary.Operand);
        switch (unary.Operator)
        {
            case "!":
                return !IsTrue(value);
            case "^":
                throw new TemplateFault(unary.Span, "`^` expands an array into the arguments of a function; it stands for nothing else.");
            case "+" or "-" when Number.Is(value):
                return unary.Operator == "-" ? Number.Negate(value!) : value;
            default:
                throw new TemplateFault(unary.Operand.Span, $"The operator `{unary.Operator}` is not supported for {Show(value)}.");
        }
    }

    private string Evaluate(InterpolatedString text)
    {
        var builder = new StringBuilder();
        foreach (var part in text.Parts)
        {
            builder.Append(Interpolated(Evaluate(part), part.Span));
            Budget.Fits(builder.Length, text.Span);
        }

        Budget.Characters(builder.Length, text.Span);
        return builder.ToString();
    }

    /// <summary>The language writes values here as .NET does: true as True, and of an array only the name of its type.</summary>
    private string Interpolated(object? value, Span span) => value switch
    {
        bool flag => flag ? "True" : "False",
        ISequence or ObjectValue => throw new TemplateFault(span, $"A value of type {TypeName.Of(value)} cannot be written inside of an interpolated string: add it with `+`."),
        _ => Text(value, span),
    };

    private ArrayValue Evaluate(ArrayLiteral array)
    {
        Budget.Items(array.Items.Count, array.Span);
        var value = new ArrayValue();
        foreach (var item in array.Items)
        {
            value.Items.Add(Evaluate(item));
        }

        return value;
    }

    private ObjectValue Evaluate(ObjectLiteral members)
    {
        Budget.Items(members.Members.Count, members.Span);
        var value = new ObjectValue();
        foreach (var (key, member) in members.Members)
        {
            value[key] = Evaluate(member);
        }

        return value;
    }
}
