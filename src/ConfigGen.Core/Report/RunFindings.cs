using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Report;

/// <summary>What reports over a whole run are made from: the same for any order of the specs and any number of threads.</summary>
public sealed record RunFindings
{
    private readonly Func<string, string> _pathOf;

    /// <summary>Puts the findings of all specs together; what several specs come across in a layer that they share is there once.</summary>
    /// <param name="findings">What is reported, in any order.</param>
    /// <param name="accepted">What specs accept, in any order; left out where another spec of the run does not accept it.</param>
    /// <param name="specs">The specs that were judged, as findings show them.</param>
    /// <param name="pathOf">From a path as findings show it to the path that other programs know the file by, with forward slashes: below the repository, or absolute.</param>
    public RunFindings(IEnumerable<Finding> findings, IEnumerable<AcceptedFinding> accepted, IEnumerable<string> specs, Func<string, string> pathOf)
    {
        _pathOf = pathOf;
        Findings = Linter.Sort(findings);
        var reported = Findings.Select(FindingKey.Of).ToHashSet();
        Accepted = Linter.Sort(accepted.Where(a => !reported.Contains(FindingKey.Of(a.Finding))), a => a.Finding);
        Specs = [.. specs.Select(pathOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Sorted by file, place, code and message.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Sorted in the same way.</summary>
    public ImmutableArray<AcceptedFinding> Accepted { get; }

    /// <summary>Paths of the specs, sorted.</summary>
    public ImmutableArray<string> Specs { get; }

    /// <summary>The severity from which on a finding fails the run.</summary>
    public Severity FailOn { get; init; } = Severity.Error;

    /// <summary>The version of the tool.</summary>
    public string ToolVersion { get; init; } = "0.0.0";

    /// <summary>False where a file that was asked for could not be read, so that it was not judged.</summary>
    public bool IsComplete => !Findings.Any(f => f.Span is null && (f.Code == InputCodes.NotFound || f.Code == InputCodes.NotReadable));

    /// <summary>The path of the file that a finding is about; null for one about the run.</summary>
    public string? FileOf(Finding finding) => (finding.Span?.Source.Path ?? finding.Path) is { } path ? _pathOf(path) : null;

    /// <summary>The path of the file of a span.</summary>
    public string FileOf(SourceSpan span) => _pathOf(span.Source.Path);

    /// <summary>A span for people: file:line:column.</summary>
    public string PlaceOf(SourceSpan span) => $"{FileOf(span)}:{span.Start.Line}:{span.Start.Column}";
}
