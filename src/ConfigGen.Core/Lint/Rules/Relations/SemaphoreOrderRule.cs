using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Relations;

/// <summary>CG4026: fewer semaphores in all than one set may have.</summary>
public sealed class SemaphoreOrderRule : IRule
{
    private const string Key = "kernel.sem";
    private const int Fields = 4;

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG4026", "semaphore-order", "Fewer semaphores in all than in one set", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var vector in VectorValue.Of(context, Key, Fields).Where(v => v.Numbers[1] < v.Numbers[0]))
        {
            context.Report(Finding.Of(
                Code,
                vector.Value.Span,
                $"{Key} = {vector.Value.AsWritten} allows {vector.Numbers[0]} semaphores in a set and {vector.Numbers[1]} in all sets together; the fields are SEMMSL, SEMMNS, SEMOPM and SEMMNI.") with
            {
                Setting = Key,
                Help = "write the second field as sets × semaphores of a set; check the order of the fields",
            });
        }
    }
}
