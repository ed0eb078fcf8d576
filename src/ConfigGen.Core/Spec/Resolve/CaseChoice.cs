using System.Collections.Immutable;

namespace ConfigGen.Core.Spec.Resolve;

/// <summary>Which case of a setting or a directive holds on a target.</summary>
/// <param name="Case">The first case whose condition holds; null where none does, and where it cannot be told.</param>
/// <param name="Undecided">Why it cannot be told; null where it can.</param>
internal readonly record struct CaseChoice(SettingCase? Case, string? Undecided)
{
    public static CaseChoice On(ImmutableArray<SettingCase> cases, Target target)
    {
        foreach (var choice in cases)
        {
            var answer = Holds(choice, target);
            if (answer.Truth == Truth.Undecided)
            {
                return new CaseChoice(null, $"whether its condition holds on {target} is not known: {answer.Missing}");
            }

            if (answer.Truth == Truth.Yes)
            {
                return new CaseChoice(choice, null);
            }
        }

        return default;
    }

    /// <summary>Every case that may turn out to hold on a target: those that cannot be told, up to the first that surely holds; null at the end where it may be none.</summary>
    public static IEnumerable<SettingCase?> Possible(ImmutableArray<SettingCase> cases, Target target)
    {
        foreach (var choice in cases)
        {
            var truth = Holds(choice, target).Truth;
            if (truth != Truth.No)
            {
                yield return choice;
            }

            if (truth == Truth.Yes)
            {
                yield break;
            }
        }

        yield return null;
    }

    private static Answer Holds(SettingCase choice, Target target) => choice.When?.Holds(target) ?? Answer.Of(true);
}
