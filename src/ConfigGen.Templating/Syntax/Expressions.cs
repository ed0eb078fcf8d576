namespace ConfigGen.Templating.Syntax;

internal abstract record Node(Span Span);

internal abstract record Expression(Span Span) : Node(Span);

internal sealed record Literal(Span Span, object? Value) : Expression(Span);

internal sealed record InterpolatedString(Span Span, IReadOnlyList<Expression> Parts) : Expression(Span);

/// <summary>A global name, or a local one, whose name begins with a dollar sign.</summary>
internal sealed record Variable(Span Span, string Name) : Expression(Span)
{
    public bool IsLocal => Name[0] == '$';
}

/// <summary>A member of the running loop: `for.index`, `while.first`.</summary>
internal sealed record LoopMember(Span Span, string Loop, string Name, Span NameSpan) : Expression(Span);

internal sealed record Member(Span Span, Expression Target, string Name, Span NameSpan, bool Optional) : Expression(Span);

internal sealed record Indexer(Span Span, Expression Target, Expression Index) : Expression(Span);

internal sealed record ArrayLiteral(Span Span, IReadOnlyList<Expression> Items) : Expression(Span);

internal sealed record ObjectLiteral(Span Span, IReadOnlyList<ObjectMember> Members) : Expression(Span);

internal sealed record ObjectMember(string Key, Expression Value);

internal sealed record Nested(Span Span, Expression Inner) : Expression(Span);

/// <summary>One of `!`, `+`, `-`, `^` (expand into arguments) and `@` (name a function without calling it).</summary>
internal sealed record Unary(Span Span, string Operator, Expression Operand) : Expression(Span);

/// <summary>`++` and `--` before or after a variable.</summary>
internal sealed record Increment(Span Span, Expression Target, int Delta, bool Prefix) : Expression(Span);

internal sealed record Binary(Span Span, string Operator, Span OperatorSpan, Expression Left, Expression Right) : Expression(Span);

internal sealed record Conditional(Span Span, Expression Condition, Expression Then, Expression Else) : Expression(Span);

internal sealed record Argument(Span Span, string? Name, Expression Value) : Node(Span);

internal sealed record Call(Span Span, Expression Target, IReadOnlyList<Argument> Arguments) : Expression(Span);

internal sealed record Pipe(Span Span, Expression From, Expression To) : Expression(Span);

internal sealed record AnonymousFunction(Span Span, FunctionDefinition Function) : Expression(Span);

internal enum ParameterKind
{
    Required,
    Optional,
    Variadic,
}

internal sealed record Parameter(string Name, ParameterKind Kind, Expression? Default);

/// <summary>A function of the template. Without <paramref name="Parameters"/> it takes its arguments as `$`; an inline one has a
/// <paramref name="Value"/> in place of a <paramref name="Body"/>.</summary>
internal sealed record FunctionDefinition(string Name, IReadOnlyList<Parameter>? Parameters, Block? Body, Expression? Value);
