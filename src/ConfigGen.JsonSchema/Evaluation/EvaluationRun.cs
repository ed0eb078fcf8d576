using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>
/// One validation of one instance. With a sink it looks for every violation; without, only for the answer, and stops at the first.
/// </summary>
internal sealed class EvaluationRun(JsonSchemaOptions options)
{
    private readonly List<ActiveNode> _active = [];
    private readonly List<SchemaResource> _scope = [];
    private List<PlacedViolation>? _sink;
    private SchemaViolation? _fault;
    private int _steps;

    public InstanceLocation Location { get; } = new();

    /// <summary>Whether the answer is all that is wanted, enough has been found, or the run has been given up.</summary>
    public bool StopsAtFirst => _sink is null || _sink.Count >= options.MaxViolations || _fault is not null;

    /// <summary>The resources through which the evaluation has passed, outermost first (core, section 7.1).</summary>
    public IReadOnlyList<SchemaResource> DynamicScope => _scope;

    public ImmutableArray<SchemaViolation> Validate(SchemaNode root, JsonElement instance)
    {
        _sink = [];
        Apply(root, instance, null);
        return _fault is null ? PlacedViolation.Sort(_sink) : [_fault];
    }

    /// <summary>Whether the instance satisfies the subschema; if not, the sink has been told why.</summary>
    public bool Apply(SchemaNode node, JsonElement instance, EvaluatedMembers? evaluated)
    {
        if (node.IsTrue)
        {
            return true;
        }
        if (node.IsFalse)
        {
            return FailFalse(node);
        }
        if (!MayEnter(node))
        {
            return false;
        }
        _active.Add(new(node, Location.Depth));
        bool changesScope = _scope.Count == 0 || !ReferenceEquals(_scope[^1], node.Resource);
        if (changesScope)
        {
            _scope.Add(node.Resource);
        }
        bool valid = node.AsksEvaluated ? ApplyAndTrack(node, instance, evaluated) : ApplyKeywords(node, instance, evaluated);
        if (changesScope)
        {
            _scope.RemoveAt(_scope.Count - 1);
        }
        _active.RemoveAt(_active.Count - 1);
        return valid && _fault is null;
    }

    /// <summary>Whether the instance satisfies the subschema; nothing is reported.</summary>
    public bool Test(SchemaNode node, JsonElement instance, EvaluatedMembers? evaluated)
    {
        var outer = _sink;
        _sink = null;
        bool valid = Apply(node, instance, evaluated);
        _sink = outer;
        return valid;
    }

    /// <summary>The violations of the subschema, kept apart from the others.</summary>
    public List<PlacedViolation> Collect(SchemaNode node, JsonElement instance, EvaluatedMembers? evaluated)
    {
        var outer = _sink;
        var violations = new List<PlacedViolation>();
        _sink = violations;
        Apply(node, instance, evaluated);
        _sink = outer;
        return violations;
    }

    public bool Fail(Keyword keyword, string? property = null) =>
        StopsAtFirst ? false : Fail(keyword.Name, keyword.Owner.Pointer + "/" + keyword.Name, keyword.Value, property);

    /// <summary>Reports a keyword that is not satisfied at the location, in the words of the caller.</summary>
    public bool Fail(string keyword, string schemaPointer, JsonElement value, string? property = null) =>
        Add(new(keyword, Location.Pointer(Location.Depth), schemaPointer, value, property, []));

    /// <summary>Reports the property that the location has entered; the violation is one of the object that has it.</summary>
    public bool FailProperty(
        string keyword, SchemaNode node, string property, ImmutableArray<string> allowed, ImmutableArray<SchemaViolation> causes)
    {
        string instancePointer = StopsAtFirst ? "" : Location.Pointer(Location.Depth - 1);
        return Add(new(keyword, instancePointer, node.Pointer, node.Source, property, causes) { Allowed = allowed });
    }

    public bool Add(SchemaViolation violation)
    {
        if (!StopsAtFirst)
        {
            _sink!.Add(new(violation, Location.Order()));
        }
        return false;
    }

    /// <summary>Ends the run without an answer.</summary>
    public bool GiveUp(string limit, string schemaPointer, JsonElement value)
    {
        _fault ??= new(limit, Location.Pointer(Location.Depth), schemaPointer, value, null, []);
        return false;
    }

    private bool ApplyAndTrack(SchemaNode node, JsonElement instance, EvaluatedMembers? evaluated)
    {
        var own = EvaluatedMembers.Of(instance);
        bool valid = ApplyKeywords(node, instance, own);
        evaluated?.Merge(own);
        return valid;
    }

    private bool ApplyKeywords(SchemaNode node, JsonElement instance, EvaluatedMembers? evaluated)
    {
        bool valid = true;
        foreach (var keyword in node.Keywords)
        {
            valid &= keyword.Evaluate(this, instance, evaluated);
            if (!valid && StopsAtFirst)
            {
                return false;
            }
        }
        return valid;
    }

    private bool FailFalse(SchemaNode node)
    {
        return !StopsAtFirst && Fail(node.Parent is null ? "" : node.Key.Split('/')[0], node.Pointer, node.Source);
    }

    private bool MayEnter(SchemaNode node)
    {
        if (_fault is not null)
        {
            return false;
        }
        if (++_steps > options.MaxSteps)
        {
            return GiveUp(EvaluationLimit.Steps, node.Pointer, node.Source);
        }
        if (_active.Count >= options.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return GiveUp(EvaluationLimit.Depth, node.Pointer, node.Source);
        }
        return !IsActiveHere(node) || GiveUp(EvaluationLimit.Recursion, node.Pointer, node.Source);
    }

    /// <summary>Whether the subschema is already being applied to the very value the location is at.</summary>
    private bool IsActiveHere(SchemaNode node)
    {
        for (int i = _active.Count - 1; i >= 0 && _active[i].Depth == Location.Depth; i--)
        {
            if (ReferenceEquals(_active[i].Node, node))
            {
                return true;
            }
        }
        return false;
    }

    private sealed record ActiveNode(SchemaNode Node, int Depth);
}
