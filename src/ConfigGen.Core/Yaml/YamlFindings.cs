using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>The findings of one file while it is read.</summary>
internal sealed class YamlFindings(SourceText source)
{
    private readonly List<Finding> _findings = [];

    /// <summary>True when nothing more is taken: what only describes a mistake may be skipped.</summary>
    public bool IsFull => _findings.Count >= YamlLimits.Findings;

    /// <summary>Adds a finding about <paramref name="span"/>, unless there are too many already.</summary>
    public void Add(FindingCode code, TextSpan span, string message, string help, RelatedSpan? related = null)
    {
        if (IsFull)
        {
            return;
        }

        var finding = Finding.Of(code, new SourceSpan(source, span), message) with { Help = help };
        _findings.Add(related is null ? finding : finding with { Related = [related] });
    }

    /// <summary>True when a finding other than one about characters stands on the line of <paramref name="offset"/>.</summary>
    public bool CoverLineOf(int offset)
    {
        var line = source.PositionAt(offset).Line;
        return _findings.Exists(f => f.Code != InputCodes.ControlCharacter && f.Span!.Start.Line == line);
    }

    /// <summary>All findings in the order of the text.</summary>
    public ImmutableArray<Finding> ToImmutable() =>
        [.. _findings.OrderBy(f => f.Span!.Span.Start).ThenBy(f => f.Code.Id, StringComparer.Ordinal)];
}
