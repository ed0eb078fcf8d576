using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Lint;

/// <summary>Takes accepted findings out, and reports entries that are wrong, expired or of no use.</summary>
internal static class IgnoreFilter
{
    /// <summary>What is left to report, and what entries accept.</summary>
    /// <param name="isAt">Where entries hold for some places only: whether one holds where a finding is.</param>
    public static LintResult Apply(ImmutableArray<IgnoreEntry> entries, DateOnly today, ImmutableArray<Finding> findings, Func<IgnoreEntry, Finding, bool>? isAt = null)
    {
        var reports = ImmutableArray.CreateBuilder<Finding>();
        var accepted = ImmutableArray.CreateBuilder<AcceptedFinding>();
        var valid = entries.Where(entry => IsValid(entry, today, reports)).ToList();
        var used = new HashSet<IgnoreEntry>(ReferenceEqualityComparer.Instance);
        foreach (var finding in findings)
        {
            var matches = valid.Where(entry => Matches(entry, finding) && isAt?.Invoke(entry, finding) != false).ToList();
            used.UnionWith(matches);
            if (matches.Count == 0)
            {
                reports.Add(finding);
            }
            else
            {
                accepted.Add(new AcceptedFinding(finding, matches[0]));
            }
        }

        reports.AddRange(valid.Where(entry => !entry.Inherited && !used.Contains(entry)).Select(Unused));
        return new LintResult(reports.ToImmutable(), accepted.ToImmutable());
    }

    private static bool IsValid(IgnoreEntry entry, DateOnly today, ImmutableArray<Finding>.Builder reports)
    {
        var problem = Problem(entry, today);
        if (problem is not null)
        {
            reports.Add(problem);
        }

        return problem is null;
    }

    private static Finding? Problem(IgnoreEntry entry, DateOnly today)
    {
        if (FindingCodes.Find(entry.Rule.Value) is not { } code)
        {
            return Unknown(entry);
        }

        if (!code.CanBeIgnored)
        {
            var message = $"{code.Id} ({code.Name}) cannot be ignored: accepting it would let something unsafe or unreadable through.";
            return Report(IgnoreCodes.NotAllowed, entry.Rule.Span, message, "remove the entry and repair what it reports");
        }

        return entry.Until is { } until && until.Value < today
            ? Report(IgnoreCodes.Expired, until.Span, $"This ignore of {code.Id} held until {Day(until.Value)} and no longer applies.", "repair what it reports, or decide again and set a later date")
            : null;
    }

    private static Finding Unknown(IgnoreEntry entry)
    {
        var written = entry.Rule.Value;
        var byName = FindingCodes.All.FirstOrDefault(c => string.Equals(c.Name, written, StringComparison.Ordinal));
        var near = byName ?? Nearest(written);
        var help = near is null ? "codes are CG and four digits, such as CG2103" : $"did you mean {near.Id} ({near.Name})?";
        return Report(IgnoreCodes.UnknownRule, entry.Rule.Span, $"There is no finding with the code {written}.", help) with
        {
            Fix = near is null ? null : new Fix(entry.Rule.Span, near.Id, $"Write {near.Id}", IsSafe: false),
        };
    }

    private static FindingCode? Nearest(string written) =>
        FindingCodes.All
            .Select(code => (code, distance: Math.Min(EditDistance.Between(written.ToUpperInvariant(), code.Id, 2), EditDistance.Between(written, code.Name, 2))))
            .Where(c => c.distance <= 1 || (c.distance == 2 && written.Length > 6))
            .OrderBy(c => c.distance)
            .ThenByDescending(c => written.AsSpan().CommonPrefixLength(c.code.Id))
            .ThenBy(c => c.code.Id, StringComparer.Ordinal)
            .Select(c => c.code)
            .FirstOrDefault();

    private static bool Matches(IgnoreEntry entry, Finding finding) =>
        string.Equals(entry.Rule.Value, finding.Code.Id, StringComparison.Ordinal)
        && (entry.Setting is null || (finding.Setting is { } setting && Glob.Matches(entry.Setting.Value, setting)));

    private static Finding Unused(IgnoreEntry entry)
    {
        var where = entry.Setting is { } setting ? $" on {setting.Value}" : "";
        return Report(IgnoreCodes.Unused, entry.Span, $"Nothing is reported as {entry.Rule.Value}{where}, so this ignore does nothing.", "remove the entry");
    }

    private static Finding Report(FindingCode code, SourceSpan span, string message, string help) => Finding.Of(code, span, message) with { Help = help };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
