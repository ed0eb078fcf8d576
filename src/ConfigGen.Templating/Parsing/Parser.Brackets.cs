using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Parsing;

/// <summary>Members, indexers, arguments in parentheses, nested expressions, arrays and objects.</summary>
internal sealed partial class Parser
{
    private Member ParseMember(Expression target)
    {
        var optional = Take().Text == "?.";
        var name = Current;
        if (name.Kind != TokenKind.Identifier)
        {
            Fail(name.Span, $"Expecting the name of a member instead of {Describe(name)}.");
        }

        Advance();
        return new Member(target.Span.To(name.Span), target, name.Text ?? "", name.Span, optional);
    }

    private Indexer ParseIndexer(Expression target)
    {
        var index = AcrossLines(() =>
        {
            Advance();
            return ParseFullExpression("<expression>[<index_expression>]");
        });
        Expect("]", "an indexer");
        return new Indexer(target.Span.To(Last), target, index);
    }

    private Call ParseArguments(Expression target)
    {
        var arguments = new List<Argument>();
        AcrossLines(() =>
        {
            Advance();
            while (!Current.Is(")") && !_failed)
            {
                arguments.Add(ParseListedArgument());
                if (!TryTake(","))
                {
                    break;
                }
            }

            return true;
        });
        Expect(")", "the arguments of a call");
        return new Call(target.Span.To(Last), target, arguments);
    }

    private Argument ParseListedArgument()
    {
        var start = Current;
        var named = start.Kind == TokenKind.Identifier && Ahead(1).Is(":");
        if (named)
        {
            Advance();
            Advance();
        }

        var value = ParseFullExpression("<function>(<argument>, ...)");
        return new Argument(start.Span.To(value.Span), named ? start.Text : null, value);
    }

    private Expression ParseBrackets() => Current.Text switch
    {
        "(" => ParseNested(),
        "[" => ParseArray(),
        _ => ParseObject(),
    };

    private Nested ParseNested()
    {
        var start = Current.Span;
        var inner = AcrossLines(() =>
        {
            Advance();
            return ParseFullExpression("(<expression>)");
        });
        Expect(")", "a nested expression");
        return new Nested(start.To(Last), inner);
    }

    private ArrayLiteral ParseArray()
    {
        var start = Current.Span;
        var items = new List<Expression>();
        AcrossLines(() =>
        {
            Advance();
            while (!Current.Is("]") && !_failed)
            {
                items.Add(ParseFullExpression("[item1, item2,...]"));
                if (!TryTake(","))
                {
                    break;
                }
            }

            return true;
        });
        Expect("]", "an array");
        return new ArrayLiteral(start.To(Last), items);
    }

    private ObjectLiteral ParseObject()
    {
        var start = Current.Span;
        var members = new List<ObjectMember>();
        AcrossLines(() =>
        {
            Advance();
            while (!Current.Is("}") && !_failed)
            {
                members.Add(ParseObjectMember());
                if (!TryTake(","))
                {
                    break;
                }
            }

            return true;
        });
        Expect("}", "an object");
        return new ObjectLiteral(start.To(Last), members);
    }

    private ObjectMember ParseObjectMember()
    {
        var key = Current;
        if (key.Kind is not (TokenKind.Identifier or TokenKind.String))
        {
            Fail(key.Span, $"Expecting the name of a member instead of {Describe(key)} in: {{name: <expression>, ...}}");
        }

        Advance();
        Expect(":", "an object");
        return new ObjectMember(key.Text ?? "", ParseFullExpression("{name: <expression>, ...}"));
    }

    /// <summary>Bounds paths like `a.b.c…`, which nest to the left without any recursion here.</summary>
    private Expression DeepenPath(Expression path)
    {
        var depth = 0;
        for (Expression? target = path; target is not null && depth <= MaximumDepth; depth++)
        {
            target = target switch
            {
                Member member => member.Target,
                Indexer indexer => indexer.Target,
                Call call => call.Target,
                _ => null,
            };
        }

        if (depth > MaximumDepth)
        {
            Fail(path.Span, $"More than {MaximumDepth} members and indexers follow each other here.");
        }

        return path;
    }
}
