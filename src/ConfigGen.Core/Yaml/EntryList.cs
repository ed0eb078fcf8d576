using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>The entries of one mapping while it is read; what is wrong with a key is reported, and its entry left out.</summary>
internal sealed class EntryList(SourceText source, string text, YamlFindings findings, int start, bool isFlow)
{
    private readonly ImmutableArray<YamlEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlEntry>();
    private readonly Dictionary<string, YamlScalar> _keys = new(StringComparer.Ordinal);

    /// <summary>Adds an entry, or reports why it cannot stand.</summary>
    public void Add(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar scalar)
        {
            ReportComplexKey(key);
            return;
        }

        CheckIndentation(scalar.Span.Span.Start);
        if (IsUsable(scalar) && HasBlank(scalar, value) && IsNew(scalar))
        {
            _entries.Add(new YamlEntry(scalar, value));
        }
    }

    /// <summary>The entries in the order written.</summary>
    public ImmutableArray<YamlEntry> ToImmutable() => _entries.DrainToImmutable();

    private bool IsUsable(YamlScalar key)
    {
        if (key is { Style: YamlStyle.Plain, Value: "<<" })
        {
            findings.Add(InputCodes.Unsupported, key.Span.Span, "The merge key '<<' is not used in this format.", "name the file to build on under \"extends:\", or repeat the keys");
            return false;
        }

        if (key is { Style: YamlStyle.Plain, Value: "", Span.Span.Length: 0 })
        {
            findings.Add(InputCodes.Syntax, key.Span.Span, "A key is missing before ':'.", "write \"key: value\"");
            return false;
        }

        return true;
    }

    // {memory:16G} is a key without a value to YAML, and never what was meant.
    private bool HasBlank(YamlScalar key, YamlNode value)
    {
        var (place, written) = (key.Span.Span, key.Span.Text);
        var isAlone = isFlow && key.Style == YamlStyle.Plain && value.Span.Span.Length == 0 && value is YamlScalar { Style: YamlStyle.Plain };
        if (isAlone && written.StartsWith('%') && place.Start == start + 1)
        {
            Templates.Report(text, start, findings);
            return false;
        }

        var colon = isAlone ? written.IndexOf(':', StringComparison.Ordinal) : -1;
        if (colon <= 0 || text.AsSpan(place.End) is [':', ..])
        {
            return true;
        }

        findings.Add(InputCodes.Syntax, new TextSpan(place.Start + colon, 1), "A blank is missing after this ':'.", $"write \"{Shorten(written[..colon])}: {Shorten(written[(colon + 1)..])}\"");
        return false;
    }

    private bool IsNew(YamlScalar key)
    {
        if (_keys.TryAdd(key.Value, key))
        {
            return true;
        }

        var first = _keys[key.Value];
        findings.Add(
            InputCodes.DuplicateKey,
            key.Span.Span,
            $"The key '{Shorten(key.Value)}' stands twice in this mapping; the first is on line {first.Span.Start.Line}.",
            "keep one of the two",
            new RelatedSpan(first.Span, "first written here"));
        return false;
    }

    // Templates of other tools read as mappings inside mappings, which says nothing to those who wrote {{ x }}.
    private void ReportComplexKey(YamlNode key)
    {
        if (text.AsSpan(key.Span.Span.Start).StartsWith("{{"))
        {
            // Reported when the inner mapping was read.
            return;
        }

        var inner = key.Span.Span.Start;
        if (isFlow && key is YamlMapping && inner == start + 1 && source.Text[start] == '{')
        {
            Templates.Report(text, start, findings);
            return;
        }

        findings.Add(
            InputCodes.Unsupported,
            key.Span.Span,
            $"A {(key is YamlMapping ? "mapping" : "list")} stands where a key must be; keys are plain text.",
            "write the key as text, or quote it");
    }

    private void CheckIndentation(int offset)
    {
        if (isFlow)
        {
            return;
        }

        var line = TextScan.LineStart(text, offset);
        var prefix = text.AsSpan(line, offset - line);
        var tab = prefix.IndexOf('\t');
        if (tab >= 0 && prefix.IndexOfAnyExcept(" \t-?") < 0)
        {
            Indentation.ReportTab(text, line + tab, findings);
        }
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
}
