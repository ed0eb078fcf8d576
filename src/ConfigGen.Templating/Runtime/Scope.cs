namespace ConfigGen.Templating.Runtime;

/// <summary>The variables of one object context or one function, with those of the loops that run in it.</summary>
internal sealed class Scope(ObjectValue variables)
{
    private readonly Stack<ObjectValue> _loops = new();

    public ObjectValue Variables { get; } = variables;

    public void PushLoop(ObjectValue variables) => _loops.Push(variables);

    public void PopLoop() => _loops.Pop();

    public bool TryGet(string name, out object? value)
    {
        foreach (var loop in _loops)
        {
            if (loop.TryGet(name, out value))
            {
                return true;
            }
        }

        return Variables.TryGet(name, out value);
    }

    /// <summary>Assigns to the loop variable of that name where there is one, else to the context itself.</summary>
    public void Set(string name, object? value)
    {
        foreach (var loop in _loops)
        {
            if (loop.TryGet(name, out _))
            {
                loop[name] = value;
                return;
            }
        }

        Variables[name] = value;
    }

    public IEnumerable<string> Names => _loops.SelectMany(static loop => loop.Keys).Concat(Variables.Keys);
}
