using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>Limits and seams of one schema. The defaults suit schemas and instances that nobody vouches for.</summary>
public sealed record JsonSchemaOptions
{
    /// <summary>The options used when none are given.</summary>
    public static JsonSchemaOptions Default { get; } = new();

    /// <summary>What a relative <c>$id</c> or <c>$ref</c> of the schema is resolved against; schema://document/ if null.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>
    /// Gives the document behind an absolute URI without fragment, or null where there is none. Asked for references that leave
    /// the schema and for a <c>$schema</c> other than 2020-12. Nothing is ever fetched without it.
    /// </summary>
    public Func<Uri, JsonElement?>? Resolve { get; init; }

    /// <summary>Reads a schema that declares another draft as if it were 2020-12. Otherwise such a schema is a problem.</summary>
    public bool IgnoreDialect { get; init; }

    /// <summary>How deeply subschemas may be nested in a schema, and how deeply applied to an instance: 1 or more.</summary>
    public int MaxDepth { get; init; } = 500;

    /// <summary>How many subschemas one validation may apply before it is given up: 1 or more.</summary>
    public int MaxSteps { get; init; } = 10_000_000;

    /// <summary>After how many violations the search ends: 1 or more. Which ones are found does not depend on the machine.</summary>
    public int MaxViolations { get; init; } = 1000;

    /// <summary>How long one pattern may be matched against one string.</summary>
    public TimeSpan PatternTimeout { get; init; } = TimeSpan.FromMilliseconds(500);
}
