namespace ConfigGen.Templating;

/// <summary>What the Scriban language has and this engine leaves out on purpose. Each is an error that names the feature, never other output.
/// Liquid mode and the printing of the syntax tree are left out too; a template cannot ask for them.</summary>
internal static class Unsupported
{
    /// <summary>The message for a statement keyword that is left out, or null.</summary>
    public static string? Statement(string keyword) => keyword switch
    {
        "import" => Message("import", "name the members instead, or use `with`"),
        "readonly" => Message("readonly", "assign the variable once"),
        "wrap" => Message("wrap", "pass a function with `do ... end`"),
        _ => null,
    };

    /// <summary>The message for a built-in name that is left out, or null.</summary>
    public static string? Global(string name) => name switch
    {
        "date" => Message("date", "a template sees no clock; pass the text in the model"),
        "timespan" => Message("timespan", "pass the text in the model"),
        "html" => Message("html", "this engine writes configuration files, not HTML"),
        _ => null,
    };

    /// <summary>The message for a member of a built-in object that is left out, or null.</summary>
    public static string? Function(string name) => name switch
    {
        "math.random" or "math.uuid" => Message(name, "output must not be random"),
        _ => null,
    };

    private static string Message(string feature, string instead) => $"`{feature}` is not supported by this template engine: {instead}.";
}
