using System.Collections.Immutable;
using System.Text;

namespace ConfigGen.Core.Report.Explain;

/// <summary>The parts that pages have in common.</summary>
internal static class PageText
{
    private const int Indent = 16;

    private const int WidestName = 46;

    /// <summary>A labelled value; nothing where there is none.</summary>
    public static StringBuilder Field(this StringBuilder text, string label, string? value) =>
        text.Append(value is null ? "" : Wrap.Lines(value, $"  {label}".PadRight(Indent), Indent));

    /// <summary>Values below one label.</summary>
    public static StringBuilder Fields(this StringBuilder text, string label, ImmutableArray<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            text.Field(i == 0 ? label : "", values[i]);
        }

        return text;
    }

    /// <summary>A titled list, one item after the other; nothing where there is none.</summary>
    public static StringBuilder List(this StringBuilder text, string title, ImmutableArray<string> lines)
    {
        text.Append(lines.Length > 0 ? $"\n{title}\n" : "");
        foreach (var line in lines)
        {
            text.Append(Wrap.Lines(line, "  ", 4));
        }

        return text;
    }

    /// <summary>Names with what there is to say about each, one line a name: what does not fit is cut.</summary>
    public static StringBuilder Lines(this StringBuilder text, ImmutableArray<NamedLine> lines)
    {
        var width = lines.Select(l => l.Name.Length).DefaultIfEmpty(0).Max();
        width = Math.Min(width, WidestName);
        foreach (var (name, says) in lines)
        {
            var start = $"  {name.PadRight(width)}  ";
            text.Append((start + Cut(says, Wrap.Width - start.Length)).TrimEnd()).Append('\n');
        }

        return text;
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string And(IEnumerable<string> items) => items.ToArray() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    /// <summary>The whole text where it fits, else its first sentence, else as many words as fit.</summary>
    private static string Cut(string text, int room)
    {
        var sentence = text.Length > room && text.IndexOf(". ", StringComparison.Ordinal) is var stop and > 0 ? text[..(stop + 1)] : text;
        if (sentence.Length <= room)
        {
            return sentence;
        }

        var end = sentence.LastIndexOf(' ', Math.Max(room - 1, 0));
        return end <= 0 ? "" : sentence[..end].TrimEnd(',', ';', ':', '.') + "…";
    }
}

/// <summary>A name and what there is to say about it on one line.</summary>
/// <param name="Name">Of a key, a directive or a topic.</param>
/// <param name="Says">A sentence; empty where there is none.</param>
public sealed record NamedLine(string Name, string Says);
