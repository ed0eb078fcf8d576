namespace ConfigGen.Core.Findings;

/// <summary>What tells findings apart: two with the same key are one, which several specs of a run came across in a layer that they share.</summary>
internal sealed record FindingKey(string File, int Offset, string Code, string Message)
{
    /// <summary>The key of a finding; one without a place comes before all others of its file.</summary>
    public static FindingKey Of(Finding finding) =>
        new(finding.Span?.Source.Path ?? finding.Path ?? "", finding.Span?.Span.Start ?? -1, finding.Code.Id, finding.Message);
}
