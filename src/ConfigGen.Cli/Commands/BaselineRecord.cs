using ConfigGen.Cli.Files;
using ConfigGen.Core.Baselines;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>What a run saw of the findings that its baseline knows, or that it is to write into one.</summary>
/// <param name="run">The command.</param>
/// <param name="writes">The file to write; null when the run only reads its baseline.</param>
internal sealed class BaselineRecord(SpecRun run, string? writes)
{
    private readonly BaselinePlaces _places = new(new ReportPath(run.Around.Folder).Of);
    private readonly HashSet<string> _judged = new(StringComparer.Ordinal);
    private bool _isBroken;

    /// <summary>Whether raw files are judged rather than specs: of each its entries are seen, and never those of files that were not named.</summary>
    public bool IsOfRawFiles { get; init; }

    /// <summary>How many findings went into it.</summary>
    public int Held { get; private set; }

    /// <summary>Looks at what came of a spec.</summary>
    /// <returns>The findings to report: without those that the file to write will hold.</returns>
    public IReadOnlyCollection<Finding> Take(SpecFile spec, Compilation result)
    {
        // Of a layer rules say nothing, and of broken input they may say too little: neither tells that a finding is gone.
        _isBroken |= result.Findings.Any(f => f.Severity == Severity.Error && !Baseline.CanHold(f.Code));
        if (IsOfRawFiles || result.Spec is { Targets.IsEmpty: false })
        {
            _judged.Add(BaselineEntry.OneField(new ReportPath(run.Around.Folder).Of(spec.Name)));
        }

        var held = writes is null ? result.Known : [.. result.Findings.Where(f => Baseline.CanHold(f.Code))];
        foreach (var finding in held)
        {
            _places.Add(finding);
        }

        Held += held.Length;
        return writes is null ? result.Findings : [.. result.Findings.Where(f => !Baseline.CanHold(f.Code))];
    }

    /// <summary>Entries that no finding, or fewer than there were, answers to.</summary>
    public IReadOnlyCollection<Finding> Gone() =>
        [.. run.Baselines.Entries.Where(Covers).Where(e => _places.CountOf(e.Fingerprint) < e.Count).OrderBy(e => e.Span!.Span.Start).Select(Gone)];

    /// <summary>The baseline to write: what was seen, and of an older one what this run could not see.</summary>
    public string Render(Baseline? older) =>
        Baseline.Of([.. _places.Entries, .. older?.Entries.Values.Where(e => !Covers(e)) ?? []]).Render();

    /// <summary>"3 specs, 2 known findings": what was judged, and what the baseline made of it.</summary>
    /// <param name="judged">Such as "3 specs".</param>
    /// <param name="written">The file that was written; null where none was.</param>
    public string Told(string judged, string? written) =>
        written is not null ? $"{judged}, {Count.Of(Held, "finding")} written to {Visible.Line(written)}"
        : Held == 0 ? judged : $"{judged}, {Count.Of(Held, "known finding")}";

    // One baseline may hold the findings of specs and of raw files: neither command sees what is the other's.
    private bool Covers(BaselineEntry entry) =>
        !_isBroken && (_judged.Contains(entry.File) || (!IsOfRawFiles && run.IsWhole && !RawForms.MayBe(entry.File)));

    private Finding Gone(BaselineEntry entry)
    {
        var what = entry.Setting == "-" ? entry.Code : $"{entry.Code} on {entry.Setting}";
        var found = _places.CountOf(entry.Fingerprint);
        var message = found == 0
            ? $"{what} is no longer found in {entry.File}."
            : $"{what} is found in {Count.Of(found, "place")} of {entry.File}, no longer in {entry.Count}.";
        return Finding.Of(ConfigCodes.BaselineGone, entry.Span, message)
            .WithHelp($"update the baseline, so that it does not come back unseen: {(IsOfRawFiles ? $"configgen lint --write-baseline {entry.Span!.Source.Path} {entry.File}" : $"configgen validate --write-baseline {entry.Span!.Source.Path}")}");
    }
}
