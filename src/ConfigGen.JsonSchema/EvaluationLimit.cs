namespace ConfigGen.JsonSchema;

/// <summary>
/// The keywords of the one violation that is returned when a validation cannot be finished: the instance is then neither known to be
/// valid nor known to be invalid.
/// </summary>
public static class EvaluationLimit
{
    /// <summary>Subschemas were applied more deeply than <see cref="JsonSchemaOptions.MaxDepth"/> allows.</summary>
    public const string Depth = "limit:depth";

    /// <summary>More subschemas were applied than <see cref="JsonSchemaOptions.MaxSteps"/> allows.</summary>
    public const string Steps = "limit:steps";

    /// <summary>A subschema refers to itself without moving on in the instance.</summary>
    public const string Recursion = "limit:recursion";

    /// <summary>Matching a pattern took longer than <see cref="JsonSchemaOptions.PatternTimeout"/>.</summary>
    public const string PatternTime = "limit:pattern-time";
}
