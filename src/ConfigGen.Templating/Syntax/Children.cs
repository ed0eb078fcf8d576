namespace ConfigGen.Templating.Syntax;

/// <summary>The nodes directly below a node, in the order of the text.</summary>
internal static class Children
{
    public static IEnumerable<Node> Of(Node node) => (node is Expression expression ? Of(expression) : OfStatement(node)).OfType<Node>();

    private static IEnumerable<Node?> Of(Expression expression) => expression switch
    {
        InterpolatedString text => text.Parts,
        Member member => [member.Target],
        Indexer indexer => [indexer.Target, indexer.Index],
        ArrayLiteral array => array.Items,
        ObjectLiteral members => members.Members.Select(static member => member.Value),
        Nested nested => [nested.Inner],
        Unary unary => [unary.Operand],
        Increment increment => [increment.Target],
        Binary binary => [binary.Left, binary.Right],
        Conditional choice => [choice.Condition, choice.Then, choice.Else],
        Call call => call.Arguments.Select(static argument => argument.Value).Prepend(call.Target),
        Pipe pipe => [pipe.From, pipe.To],
        AnonymousFunction function => OfFunction(function.Function),
        _ => [],
    };

    private static IEnumerable<Node?> OfStatement(Node node) => node switch
    {
        Block block => block.Statements,
        Output output => [output.Value],
        Assign { Operator: "" } assign => [TargetOf(assign.Target), assign.Value],
        Assign assign => [assign.Target, assign.Value],
        If choice => [choice.Condition, choice.Then, choice.Else],
        Case choice => [choice.Value, .. choice.Whens, choice.Else],
        When branch => [.. branch.Values, branch.Body],
        For loop => [loop.Iterator, loop.Options.Offset, loop.Options.Limit, loop.Options.Columns, loop.Body, loop.Else],
        While loop => [loop.Condition, loop.Body],
        Capture capture => [TargetOf(capture.Target), capture.Body],
        With with => [with.Target, with.Body],
        FunctionDeclaration declaration => OfFunction(declaration.Function),
        Return ret => [ret.Value],
        _ => [],
    };

    private static IEnumerable<Node?> OfFunction(FunctionDefinition function) =>
        [.. (function.Parameters ?? []).Select(static parameter => parameter.Default), function.Body, function.Value];

    /// <summary>What an assignment reads of its target: everything but the name or member it sets.</summary>
    private static Expression? TargetOf(Expression target) => target switch
    {
        Member member => member.Target,
        Indexer indexer => indexer.Target,
        _ => null,
    };
}
