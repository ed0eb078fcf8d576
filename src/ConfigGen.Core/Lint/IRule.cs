using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint;

/// <summary>One rule: looks at a resolved spec and reports; it never decides a severity.</summary>
/// <remarks>One file per rule under Lint/Rules/&lt;family&gt;, its page &lt;Code&gt;.md beside it, listed in <see cref="RuleSet"/>.</remarks>
public interface IRule
{
    /// <summary>The code under which it reports.</summary>
    FindingCode Code { get; }

    /// <summary>Reports every place where the rule is broken.</summary>
    void Check(RuleContext context);
}
