using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>Operators, calls without parentheses, pipes, conditions and assignments.</summary>
internal sealed partial class Parser
{
    private const int OrPrecedence = 30;
    private const int UnaryPrecedence = 200;

    /// <summary>How tight an operator binds; 0 for what is none. A range binds tightest: `1..n-1` is `(1..n)-1`, as in the language.</summary>
    private static int Precedence(string op) => op switch
    {
        "??" or "?!" => 20,
        "||" => OrPrecedence,
        "&&" => 40,
        "==" or "!=" => 70,
        "<" or ">" or "<=" or ">=" => 80,
        "+" or "-" => 100,
        "*" or "/" or "//" or "%" or "<<" or ">>" => 110,
        ".." or "..<" => 130,
        _ => 0,
    };

    /// <summary>Parses an expression with its pipes. An assignment inside an expression is reported where it stands.</summary>
    private Expression ParseFullExpression(string syntax)
    {
        var value = ParsePipes(syntax);
        while (IsAssignment(Current))
        {
            Report(value.Span, "Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>");
            Advance();
            value = ParsePipes(syntax);
        }

        return value;
    }

    private Expression ParsePipes(string syntax)
    {
        var left = ParseExpression(0, insideCall: false, syntax);
        while (Current.Is("|") || Current.Is("|>"))
        {
            _inLoopHeader &= _newLinesAllowed > 0;
            AcrossLines(() =>
            {
                Advance();
                return true;
            });
            var right = ParseExpression(0, insideCall: false, "<expression> | <function>");
            left = new Pipe(left.Span.To(right.Span), left, right);
            left = Deepen(left);
        }

        return left;
    }

    private static bool IsAssignment(Token token) =>
        token.Kind == TokenKind.Operator && token.Text is "=" or "+=" or "-=" or "*=" or "/=" or "//=" or "%=";

    private Statement ParseExpressionStatement()
    {
        var target = ParsePipes("<expression>");
        if (!IsAssignment(Current))
        {
            return EndStatement(new Output(target.Span, target));
        }

        if (Current.Is("=") && TryInlineFunction(target) is { } function)
        {
            return EndStatement(function);
        }

        CheckTarget(target);
        var op = Take();
        var value = ParseFullExpression("<target_expression> = <value_expression>");
        return EndStatement(new Assign(target.Span, Unwrap(target), op.Text![..^1], op.Span, value));
    }

    private void CheckTarget(Expression target)
    {
        var inner = Unwrap(target);
        if (inner is not (Variable or Member { Optional: false } or Indexer))
        {
            Report(inner.Span, "Unsupported target expression for assignment.");
        }
    }

    private static Expression Unwrap(Expression target)
    {
        while (target is Nested nested)
        {
            target = nested.Inner;
        }

        return target;
    }

    /// <summary>Parses operators that bind tighter than <paramref name="precedence"/>, and the arguments that follow a function on the same line.
    /// An argument takes its operators with it (`f a + b` is `f (a + b)`), and functions inside it take no arguments of their own.</summary>
    private Expression ParseExpression(int precedence, bool insideCall, string syntax)
    {
        if (_depth >= MaximumDepth)
        {
            Fail(Current.Span, $"The template is nested more than {MaximumDepth} levels deep here.");
            return new Literal(Current.Span, null);
        }

        _depth++;
        var result = ParseOperators(precedence, insideCall, syntax);
        _depth--;
        return result;
    }

    private Expression ParseOperators(int precedence, bool insideCall, string syntax)
    {
        var call = new PendingCall();
        var left = ParseOperand(syntax, insideCall);
        while (true)
        {
            if (Current.Kind == TokenKind.Operator && Precedence(Current.Text!) is var next and > 0 && next > precedence)
            {
                left = ParseBinary(left, next, insideCall || call.IsOpen);
            }
            else if (precedence == 0 && Current.Is("?"))
            {
                return ParseConditional(call.Close(left));
            }
            else if (!insideCall && StartsExpression(Current) && !(precedence == 0 && !call.IsOpen && IsLoopOption()))
            {
                CheckLoopOption(left, precedence);
                call.Add(left);
                left = ParseArgument(call);
            }
            else
            {
                return call.Close(left);
            }
        }
    }

    private Binary ParseBinary(Expression left, int precedence, bool insideCall)
    {
        var op = Take();
        var right = ParseExpression(precedence, insideCall, "<expression> operator <expression>");
        var isMixed = IsShift(op.Text!)
            ? IsArithmetic(left) || IsArithmetic(right)
            : precedence >= Precedence("+") && (IsShifted(left) || IsShifted(right));
        if (isMixed)
        {
            Report(op.Span, "A shift (`<<`, `>>`) beside another arithmetic operator needs parentheses.");
        }

        return (Binary)Deepen(new Binary(left.Span.To(right.Span), op.Text!, op.Span, left, right));
    }

    private static bool IsShift(string op) => op is "<<" or ">>";

    private static bool IsShifted(Expression operand) => operand is Binary binary && IsShift(binary.Operator);

    private static bool IsArithmetic(Expression operand) => operand is Binary { Operator: "+" or "-" or "*" or "/" or "//" or "%" };

    private Conditional ParseConditional(Expression condition)
    {
        Advance();
        var then = ParseFullExpression("<condition> ? <expression> : <expression>");
        Expect(":", "a conditional expression");
        var otherwise = ParseFullExpression("<condition> ? <expression> : <expression>");
        return new Conditional(condition.Span.To(otherwise.Span), condition, then, otherwise);
    }

    private Expression ParseArgument(PendingCall call)
    {
        if (Current.Kind == TokenKind.Identifier && Ahead(1).Is(":"))
        {
            call.Name = Current;
            Advance();
            Advance();
        }

        return ParseOperand("<function> <argument>...", insideCall: true);
    }

    private static bool StartsExpression(Token token) => token.Kind switch
    {
        TokenKind.Identifier or TokenKind.Local or TokenKind.Integer or TokenKind.Real or TokenKind.String or TokenKind.InterpolationStart => true,
        TokenKind.Operator => token.Text is "(" or "[" or "{" or "!" or "@" or "^" or "++" or "--",
        _ => false,
    };

    /// <summary>Bounds chains like `1 + 1 + …`, which nest to the left without any recursion here.</summary>
    private Expression Deepen(Expression expression)
    {
        var depth = 0;
        for (var left = expression; left is not null && depth <= MaximumChain; depth++)
        {
            left = left is Binary binary ? binary.Left : left is Pipe pipe ? pipe.From : null;
        }

        if (depth > MaximumChain)
        {
            Fail(expression.Span, $"More than {MaximumChain} operators follow each other here.");
        }

        return expression;
    }
}
