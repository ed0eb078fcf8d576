namespace ConfigGen.Templating.Syntax;

internal abstract record Statement(Span Span) : Node(Span);

internal sealed record Block(Span Span, IReadOnlyList<Statement> Statements) : Statement(Span);

internal sealed record Text(Span Span, string Value) : Statement(Span);

/// <summary>The beginning of a code block, with the indentation that its output takes over (null where it takes none).</summary>
internal sealed record CodeEnter(Span Span, string? Indent) : Statement(Span);

internal sealed record CodeExit(Span Span) : Statement(Span);

internal sealed record Output(Span Span, Expression Value) : Statement(Span);

/// <summary><paramref name="Operator"/> is empty for a plain assignment, else the arithmetic operator of a compound one.</summary>
internal sealed record Assign(Span Span, Expression Target, string Operator, Span OperatorSpan, Expression Value) : Statement(Span);

internal sealed record If(Span Span, Expression Condition, Block Then, Statement? Else) : Statement(Span);

internal sealed record Case(Span Span, Expression Value, IReadOnlyList<Statement> Prologue, IReadOnlyList<When> Whens, Block? Else) : Statement(Span);

internal sealed record When(Span Span, IReadOnlyList<Expression> Values, Block Body) : Node(Span);

/// <summary>A `for` or `tablerow` loop.</summary>
internal sealed record For(Span Span, Expression Variable, Expression Iterator, LoopOptions Options, Block Body, Block? Else) : Statement(Span);

internal sealed record LoopOptions(Expression? Offset, Expression? Limit, Expression? Columns, bool Reversed, bool IsTableRow);

internal sealed record While(Span Span, Expression Condition, Block Body) : Statement(Span);

internal sealed record Capture(Span Span, Expression Target, Block Body) : Statement(Span);

internal sealed record With(Span Span, Expression Target, Block Body) : Statement(Span);

internal sealed record FunctionDeclaration(Span Span, FunctionDefinition Function) : Statement(Span);

internal sealed record Return(Span Span, Expression? Value) : Statement(Span);

internal sealed record Break(Span Span) : Statement(Span);

internal sealed record Continue(Span Span) : Statement(Span);
