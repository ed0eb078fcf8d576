using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConfigGen.Templating.Builtins;

namespace ConfigGen.Templating.Syntax;

/// <summary>Lists which values of the model a template reads, without running it. Names that the template assigns itself, parameters and the
/// inside of a `with` block, where a name may belong to its object, are left out.</summary>
internal sealed partial class VariableListing
{
    /// <summary>What lies deeper than any rendering gets is not looked at.</summary>
    private const int MaximumDepth = 4000;

    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _aliases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);

    private int _depth;

    public static ImmutableArray<VariableUse> Of(Block root, string text)
    {
        var listing = new VariableListing();
        listing.CollectAssigned(root);
        listing.Visit(root);
        return [.. listing._uses.OrderBy(static use => use.Key, StringComparer.Ordinal).Select(use => At(use.Key, use.Value, text))];
    }

    private static VariableUse At(string path, int start, string text)
    {
        var position = TemplateError.At("", text, new Span(start, start), "");
        return new VariableUse(path, position.Line, position.Column);
    }

    private void CollectAssigned(Node node, int depth = 0)
    {
        var name = node switch
        {
            Assign { Target: Variable variable } => variable.Name,
            Capture { Target: Variable variable } => variable.Name,
            FunctionDeclaration declaration => declaration.Function.Name,
            _ => null,
        };
        if (name is not null)
        {
            _assigned.Add(name);
        }

        foreach (var child in Children.Of(node))
        {
            if (depth < MaximumDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                CollectAssigned(child, depth + 1);
            }
        }
    }

    private void Visit(Node node)
    {
        Watch(node);
        switch (node)
        {
            case For loop:
                VisitLoop(loop);
                break;
            case With with:
                Visit(with.Target);
                break;
            case Nested nested:
                Visit(nested.Inner);
                break;
            case FunctionDeclaration { Function.Parameters: { } parameters }:
                Shadowing(parameters.Select(static parameter => (parameter.Name, (string?)null)), () => VisitChildren(node));
                break;
            case Expression expression when PathOf(expression) is { } path:
                _uses.TryAdd(path, expression.Span.Start);
                VisitIndexes(expression);
                break;
            default:
                VisitChildren(node);
                break;
        }
    }

    private void VisitChildren(Node node)
    {
        _depth++;
        foreach (var child in Children.Of(node))
        {
            if (_depth < MaximumDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                Visit(child);
            }
        }

        _depth--;
    }

    private void VisitIndexes(Expression path)
    {
        for (Expression? part = path; part is not null; part = part is Member member ? member.Target : (part as Indexer)?.Target)
        {
            if (part is Indexer indexer)
            {
                Visit(indexer.Index);
            }
        }
    }

    private void VisitLoop(For loop)
    {
        Visit(loop.Iterator);
        var items = PathOf(loop.Iterator) is { } path ? path + "[]" : null;
        Shadowing([(((Variable)loop.Variable).Name, items)], () => Visit(loop.Body));
        if (loop.Else is not null)
        {
            Visit(loop.Else);
        }
    }

    /// <summary>Visits with names that stand for another path, or for nothing of the model.</summary>
    private void Shadowing(IEnumerable<(string Name, string? Path)> names, Action visit)
    {
        var outer = new Dictionary<string, string?>(_aliases, StringComparer.Ordinal);
        foreach (var (name, path) in names)
        {
            _aliases[name] = path;
        }

        visit();
        _aliases.Clear();
        foreach (var (name, path) in outer)
        {
            _aliases[name] = path;
        }
    }

    /// <summary>The path of an expression that names a value of the model, or null.</summary>
    private string? PathOf(Expression expression) => expression switch
    {
        Variable variable => NameOf(variable),
        Nested nested => PathOf(nested.Inner),
        Member { Target: Variable { Name: "this" } } member => member.Name,
        Member member => PathOf(member.Target) is { } path ? $"{path}.{member.Name}" : null,
        Indexer { Index: Literal { Value: string name } } indexer => PathOf(indexer.Target) is { } path ? $"{path}.{name}" : null,
        Indexer indexer => PathOf(indexer.Target) is { } path ? path + "[]" : null,
        _ => null,
    };

    private string? NameOf(Variable variable)
    {
        if (_aliases.TryGetValue(variable.Name, out var alias))
        {
            return alias;
        }

        var own = variable.IsLocal || _assigned.Contains(variable.Name) || variable.Name == "this";
        return own || Globals.Names.Contains(variable.Name) || Unsupported.Global(variable.Name) is not null ? null : variable.Name;
    }
}
