using ConfigGen.Templating.Builtins;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Variables, members and items.</summary>
internal sealed partial class Evaluator
{
    private const string EmptyTest = "empty?";

    private object? Local(Variable local)
    {
        if (_locals.TryGet(local.Name, out var value))
        {
            return value;
        }

        return _options.StrictVariables ? throw Missing("local variable", local.Name, local.Span, _locals.Names.Where(static name => name.Length > 1)) : null;
    }

    private object? Global(Variable global)
    {
        var value = FindGlobal(global.Name, out var found);
        if (found)
        {
            return value;
        }

        if (Unsupported.Global(global.Name) is { } message)
        {
            throw new TemplateFault(global.Span, message);
        }

        return _options.StrictVariables
            ? throw Missing("variable or function", global.Name, global.Span, _globals.SelectMany(static scope => scope.Names).Concat(Globals.Names))
            : null;
    }

    private object? FindGlobal(string name, out bool found)
    {
        if (name == "this")
        {
            found = true;
            return _globals[^1].Variables;
        }

        for (var i = _globals.Count - 1; i >= 0; i--)
        {
            if (_globals[i].TryGet(name, out var value))
            {
                found = true;
                return value;
            }
        }

        return Globals.Find(name, out found);
    }

    private static TemplateFault Missing(string kind, string name, Span span, IEnumerable<string> known)
    {
        var hint = DidYouMean.Hint(name, known);
        return new TemplateFault(span, $"The {kind} `{name}` was not found.{hint}");
    }

    private object? MemberOf(Member member)
    {
        var target = Evaluate(member.Target);
        if (target is null)
        {
            return member.Optional || (member.Name == EmptyTest && !_options.StrictVariables)
                ? null
                : throw new TemplateFault(member.NameSpan, $"Cannot get the member `{member.Name}` for a null object.");
        }

        var value = MemberValue(target, member.Name, out var found);
        return found || member.Optional || !(_options.StrictVariables || target is Namespace) ? value : throw MissingMember(target, member);
    }

    private static TemplateFault MissingMember(object target, Member member)
    {
        if (target is Namespace space && Unsupported.Function($"{space.Name}.{member.Name}") is { } message)
        {
            return new TemplateFault(member.NameSpan, message);
        }

        var known = target switch
        {
            ObjectValue members => members.Keys,
            ArrayValue array => array.Members?.Keys.Append("size") ?? ["size"],
            Namespace builtin => builtin.Members,
            _ => [],
        };
        return Missing("member", member.Name, member.NameSpan, known);
    }

    /// <summary>The member of a value: its own, or one of those that the language gives to all of its kind.</summary>
    public static object? MemberValue(object target, string name, out bool found)
    {
        object? value = null;
        found = target switch
        {
            ObjectValue members => members.TryGet(name, out value),
            ArrayValue { Members: { } attached } => attached.TryGet(name, out value),
            Namespace space => (value = space.Find(name)) is not null,
            PairValue pair => Set(name switch { "key" => pair.Key, "value" => pair.Value, _ => null }, name is "key" or "value", out value),
            _ => false,
        };
        return found ? value : SharedMember(target, name, out found);
    }

    private static bool Set(object? candidate, bool known, out object? value)
    {
        value = candidate;
        return known;
    }

    private static object? SharedMember(object target, string name, out bool found)
    {
        object? value = (name, target) switch
        {
            ("size", ISequence sequence) => sequence.Count,
            ("size", string text) => text.Length,
            (EmptyTest, ISequence sequence) => sequence.Count == 0,
            (EmptyTest, ObjectValue members) => members.Count == 0,
            (EmptyTest, string text) => text.Length == 0,
            (EmptyTest, bool or EmptyValue) => false,
            (EmptyTest, _) when Number.Is(target) => false,
            _ => null,
        };
        found = value is not null;
        return value;
    }

    private object? ItemOf(Indexer indexer)
    {
        var target = Evaluate(indexer.Target);
        if (target is null)
        {
            throw new TemplateFault(indexer.Target.Span, "Cannot access an item of a null object.");
        }

        var index = Evaluate(indexer.Index);
        if (index is null)
        {
            throw new TemplateFault(indexer.Index.Span, "Cannot access a target with a null indexer.");
        }

        switch (target)
        {
            case ISequence sequence when index is not string:
                return Item(sequence, ToInt(index, indexer.Index.Span));
            case ArrayValue or ObjectValue or Namespace or PairValue:
                return NamedItem(indexer, target, Text(index, indexer.Index.Span));
            case string text when index is not string && ToInt(index, indexer.Index.Span) is var position and >= 0:
                return position < text.Length
                    ? text[position].ToString()
                    : throw new TemplateFault(indexer.Index.Span, $"The text has only {text.Length} characters.");
            default:
                throw new TemplateFault(indexer.Target.Span, $"Cannot use the {TypeName.Of(target)} primitive {Show(target)} as a list.");
        }
    }

    private object? NamedItem(Indexer indexer, object target, string name)
    {
        var value = MemberValue(target, name, out var found);
        return found || !_options.StrictVariables
            ? value
            : throw MissingMember(target, new Member(indexer.Span, indexer.Target, name, indexer.Index.Span, Optional: false));
    }

    private static object? Item(ISequence sequence, int index)
    {
        index = index < 0 ? index + sequence.Count : index;
        return index >= 0 && index < sequence.Count ? sequence[index] : null;
    }
}
