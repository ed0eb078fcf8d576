namespace ConfigGen.Core.Spec.Resolve;

/// <summary>What came of evaluating a part of a spec for a target.</summary>
internal enum Truth
{
    /// <summary>It does not hold.</summary>
    No,

    /// <summary>It holds.</summary>
    Yes,

    /// <summary>The target does not say enough.</summary>
    Undecided,
}

/// <summary>An answer, and what is missing where there is none.</summary>
internal readonly record struct Answer(Truth Truth, string? Missing = null)
{
    public static Answer Of(bool holds) => new(holds ? Truth.Yes : Truth.No);

    public static Answer Undecided(string missing) => new(Truth.Undecided, missing);

    /// <summary>Both must hold; a No settles it whatever the other is.</summary>
    public Answer And(Answer other) =>
        Truth == Truth.No || other.Truth == Truth.No ? new Answer(Truth.No)
        : Truth == Truth.Undecided ? this
        : other;
}
