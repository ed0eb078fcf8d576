using System.Collections.Immutable;

namespace ConfigGen.Core.Render;

/// <summary>Shapes texts for models, and makes every text of a model safe for the file that it goes into.</summary>
internal static class ModelText
{
    private const string LineEscape = "line";

    private const string AssignmentEscape = "assignment";

    /// <summary>The ways of making texts safe. With each of them no text of the model can end a line.</summary>
    public static ImmutableArray<string> Escapes { get; } = [LineEscape, AssignmentEscape];

    /// <summary>Paragraphs as comment lines.</summary>
    public static List<object?> Lines(IEnumerable<string> paragraphs) =>
        [.. paragraphs.SelectMany(p => CommentText.Wrap(p))];

    /// <summary>The same model with every text, at any depth, on one line and without control characters; "assignment" keeps blanks as they are.</summary>
    public static IReadOnlyDictionary<string, object?> Escaped(string escape, IReadOnlyDictionary<string, object?> model) =>
        Map(model, escape == AssignmentEscape ? WithoutControls : CommentText.OneLine);

    private static Dictionary<string, object?> Map(IReadOnlyDictionary<string, object?> model, Func<string, string> safe) =>
        model.ToDictionary(entry => entry.Key, entry => Value(entry.Value, safe), StringComparer.Ordinal);

    private static object? Value(object? value, Func<string, string> safe) => value switch
    {
        string text => safe(text),
        IReadOnlyDictionary<string, object?> map => Map(map, safe),
        IReadOnlyList<object?> list => list.Select(item => Value(item, safe)).ToList(),
        _ => value,
    };

    private static string WithoutControls(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
