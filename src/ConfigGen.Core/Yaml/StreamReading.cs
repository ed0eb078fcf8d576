using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using YamlDotNet.Core.Events;

namespace ConfigGen.Core.Yaml;

/// <summary>Reads a stream that must hold exactly one document.</summary>
/// <param name="text">The text of <paramref name="source"/> with forbidden characters and directives neutralised.</param>
internal sealed class StreamReading(SourceText source, string text, YamlFindings findings)
{
    private readonly EventSource _events = new(text);

    /// <summary>The root node, or null when the file has to be mended first.</summary>
    public YamlNode? Read()
    {
        var nodes = new NodeReading(source, text, _events, findings);
        var root = ReadFirst(nodes);
        if (_events.Failure is { } failure)
        {
            var broken = new BrokenYaml(source, text, failure, nodes.Reach, nodes.LastStart, nodes.OpenFlow);
            SyntaxDiagnosis.Report(broken, findings);
            return null;
        }

        return root;
    }

    private YamlNode? ReadFirst(NodeReading nodes)
    {
        if (!SkipTo<DocumentStart>())
        {
            ReportEmpty();
            return null;
        }

        if (!_events.MoveNext() || nodes.Read() is not { } root)
        {
            return null;
        }

        if (SkipTo<DocumentStart>())
        {
            ReportSecond();
        }
        else if (_events.Failure is null && root is YamlScalar { Style: YamlStyle.Plain, Value: "" })
        {
            ReportEmpty();
            return null;
        }

        return root;
    }

    private bool SkipTo<T>()
        where T : ParsingEvent
    {
        while (_events.MoveNext())
        {
            if (_events.Current is T)
            {
                return true;
            }
        }

        return false;
    }

    private void ReportEmpty()
    {
        if (_events.Failure is not null)
        {
            return;
        }

        var holds = text.AsSpan().Trim().IsEmpty ? "The file is empty."
            : TextScan.SkipBlanks(text, 0, text.Length) == text.Length ? "The file holds nothing but comments."
            : "The document is empty.";
        findings.Add(InputCodes.Documents, new TextSpan(0, 0), holds, "a spec starts with \"spec: v1\" and \"name: web-frontend\"");
    }

    private void ReportSecond()
    {
        var start = Math.Min((int)_events.Current!.Start.Index, text.Length);
        var isMarker = text.AsSpan(start).StartsWith("---");
        var isEmpty = TextScan.SkipBlanks(text, Math.Min(start + 3, text.Length), text.Length) == text.Length;
        findings.Add(
            InputCodes.Documents,
            new TextSpan(start, isMarker ? 3 : text.AsSpan(start).TrimToLine()),
            isMarker ? "This '---' starts a second document; a file must hold exactly one." : "A second document starts here; a file must hold exactly one.",
            isMarker && isEmpty ? "remove the '---'" : "move it into a file of its own");
    }
}
