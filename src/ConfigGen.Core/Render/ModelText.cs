using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ConfigGen.Core.Render;

/// <summary>Shapes texts for models, and makes every text of a model safe for the file that it goes into.</summary>
internal static class ModelText
{
    private const string LineEscape = "line";

    private const string AssignmentEscape = "assignment";

    /// <summary>For the inside of double quotes, in YAML and JSON alike.</summary>
    public const string JsonEscape = "json";

    /// <summary>The ways of making texts safe. With each of them no text of the model can end a line.</summary>
    public static ImmutableArray<string> Escapes { get; } = [LineEscape, AssignmentEscape, JsonEscape];

    /// <summary>Paragraphs as comment lines.</summary>
    public static List<object?> Lines(IEnumerable<string> paragraphs) =>
        [.. paragraphs.SelectMany(p => CommentText.Wrap(p))];

    /// <summary>The same model with every text, at any depth, on one line and without control characters; "assignment" keeps blanks as they are, "json" keeps everything, escaped.</summary>
    public static IReadOnlyDictionary<string, object?> Escaped(string escape, IReadOnlyDictionary<string, object?> model) =>
        Map(model, escape switch
        {
            AssignmentEscape => WithoutControls,
            JsonEscape => Quotable,
            _ => CommentText.OneLine,
        });

    private static Dictionary<string, object?> Map(IReadOnlyDictionary<string, object?> model, Func<string, string> safe) =>
        model.ToDictionary(entry => entry.Key, entry => Value(entry.Value, safe), StringComparer.Ordinal);

    private static object? Value(object? value, Func<string, string> safe) => value switch
    {
        string text => safe(text),
        IReadOnlyDictionary<string, object?> map => Map(map, safe),
        IReadOnlyList<object?> list => list.Select(item => Value(item, safe)).ToList(),
        _ => value,
    };

    private static string Quotable(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            safe.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when IsHidden(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => c.ToString(),
            });
        }

        return safe.ToString();
    }

    // What ends a line for some reader, or shows a reviewer another text than the one that is there.
    private static bool IsHidden(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string WithoutControls(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
