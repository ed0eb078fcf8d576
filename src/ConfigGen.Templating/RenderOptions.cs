namespace ConfigGen.Templating;

/// <summary>How a template is rendered.</summary>
public sealed record RenderOptions
{
    /// <summary>An undefined variable or member is an error instead of null. `?.` still yields null for a missing member.</summary>
    public bool StrictVariables { get; init; } = true;

    /// <summary>Gives the text of an included template by the name that `include` was given, or null where there is none.
    /// Null means that nothing can be included.</summary>
    public Func<string, string?>? Include { get; init; }

    /// <summary>What one rendering may use up.</summary>
    public RenderLimits Limits { get; init; } = new();
}

/// <summary>What one rendering may use up. A limit that is reached is a <see cref="TemplateError"/>, never cut-off output.</summary>
public sealed record RenderLimits
{
    /// <summary>Expressions and statements evaluated.</summary>
    public long Steps { get; init; } = 2_000_000;

    /// <summary>Functions and includes within each other.</summary>
    public int CallDepth { get; init; } = 100;

    /// <summary>Characters (UTF-16 code units) of the output, and of any single string on the way.</summary>
    public int OutputCharacters { get; init; } = 4 * 1024 * 1024;

    /// <summary>Turns of one loop, values of one range and items of one array.</summary>
    public int LoopIterations { get; init; } = 100_000;

    /// <summary>Time one match of a regular expression may take.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time the whole rendering may take.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>What came of a rendering: the text, or errors and an empty text.</summary>
/// <param name="Text">The output; empty where there are errors.</param>
/// <param name="Errors">What went wrong; empty for a good rendering.</param>
public sealed record RenderResult(string Text, System.Collections.Immutable.ImmutableArray<TemplateError> Errors);
