using System.Collections.Immutable;
using System.Text;

namespace ConfigGen.Core.Report;

/// <summary>One test of a JUnit report.</summary>
/// <param name="File">The file that it is about, or the name of the tool.</param>
/// <param name="Name">The name of the test.</param>
internal sealed record JUnitCase(string File, string Name)
{
    /// <summary>The line in the file, from 1; null where there is none.</summary>
    public int? Line { get; init; }

    /// <summary>The element inside: failure, skipped or system-out; null for a test that says nothing.</summary>
    public string? Kind { get; init; }

    /// <summary>Attributes of that element.</summary>
    public ImmutableArray<(string Name, string Value)> Attributes { get; init; } = [];

    /// <summary>The text in that element.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>Appends the element of the test.</summary>
    public void AppendTo(StringBuilder text)
    {
        var line = Line is { } number ? $" line=\"{number}\"" : "";
        text.Append($"    <testcase classname=\"{XmlText.Escape(File)}\" name=\"{XmlText.Escape(Name)}\" file=\"{XmlText.Escape(File)}\"{line}");
        text.Append(Kind is null ? "/>\n" : $">\n      {Element()}\n    </testcase>\n");
    }

    private string Element()
    {
        var start = Kind + string.Concat(Attributes.Select(a => $" {a.Name}=\"{XmlText.Escape(a.Value)}\""));
        return Lines.IsEmpty ? $"<{start}/>" : $"<{start}>{string.Join('\n', Lines.Select(XmlText.Escape))}</{Kind}>";
    }
}
