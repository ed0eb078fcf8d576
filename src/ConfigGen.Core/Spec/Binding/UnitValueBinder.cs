using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>Reads one value of a directive. It is systemd's own syntax, as it stands: quotes, % and $ mean what they mean in a unit file.</summary>
internal static class UnitValueBinder
{
    /// <summary>The value; null where a line of a unit file cannot say it, which is a finding then.</summary>
    public static WrittenField? Bind(YamlScalar scalar, ImmutableArray<Finding>.Builder findings)
    {
        if (scalar.Kind == YamlKind.Null)
        {
            return scalar.Field();
        }

        if (scalar.OneLine(findings, "The value of a directive") is not { } line)
        {
            return null;
        }

        // The line end of a block scalar is not meant; blanks that somebody quoted are.
        var text = scalar.Style == YamlStyle.Quoted ? scalar.Value : line;
        if (Problem(text) is not { } problem)
        {
            return scalar.Field() with { Text = text };
        }

        NodeValues.Bad(findings, scalar.Span, $"This value {problem.Why}.", problem.Help);
        return null;
    }

    private static (string Why, string Help)? Problem(string text)
    {
        if (text.Trim(' ') != text)
        {
            return ("begins or ends with a blank, which systemd removes", "write it without; a blank that belongs to an argument goes between quotes inside of the value");
        }

        if ((text.Length - text.TrimEnd('\\').Length) % 2 == 1)
        {
            return ("ends in a backslash, which joins the next line of a unit file to it", "write two backslashes, or put the argument between quotes inside of the value");
        }

        return text.Any(IsTurning) ? ("holds a character that turns the direction of the text around, so that it reads otherwise than it is", "remove the invisible character") : null;
    }

    // Embeddings, overrides and isolates of the bidirectional algorithm: a reviewer would see another command than the one that runs.
    private static bool IsTurning(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
