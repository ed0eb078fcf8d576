using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>What the linter says about a spec.</summary>
/// <param name="Findings">What is reported.</param>
/// <param name="Accepted">What an <c>ignore</c> entry takes out; for reports that tell accepted findings from ones that are gone.</param>
public sealed record LintResult(ImmutableArray<Finding> Findings, ImmutableArray<AcceptedFinding> Accepted);

/// <summary>A finding that the spec accepts.</summary>
/// <param name="Finding">As it would be reported.</param>
/// <param name="Entry">The first entry that accepts it, with the reason.</param>
public sealed record AcceptedFinding(Finding Finding, IgnoreEntry Entry);
