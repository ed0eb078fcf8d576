namespace ConfigGen.Core.Render;

/// <summary>Shapes texts for models, and makes every text of a model safe for the file that it goes into.</summary>
internal static class ModelText
{
    /// <summary>The one way of making texts safe so far: no text of the model can end a line.</summary>
    public const string LineEscape = "line";

    /// <summary>Paragraphs as comment lines.</summary>
    public static List<object?> Lines(IEnumerable<string> paragraphs) =>
        [.. paragraphs.SelectMany(p => CommentText.Wrap(p))];

    /// <summary>The same model with every text, at any depth, on one line and without control characters.</summary>
    public static IReadOnlyDictionary<string, object?> OneLine(IReadOnlyDictionary<string, object?> model) =>
        model.ToDictionary(entry => entry.Key, entry => Escape(entry.Value), StringComparer.Ordinal);

    private static object? Escape(object? value) => value switch
    {
        string text => CommentText.OneLine(text),
        IReadOnlyDictionary<string, object?> map => OneLine(map),
        IReadOnlyList<object?> list => list.Select(Escape).ToList(),
        _ => value,
    };
}
