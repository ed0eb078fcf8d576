namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>What values a directive takes.</summary>
/// <param name="Takes">Whether systemd takes a value that is not empty.</param>
/// <param name="Description">What it takes, for messages: "yes or no".</param>
public sealed record ValueForm(Func<string, bool> Takes, string Description)
{
    /// <summary>One of a list of words.</summary>
    public static ValueForm Words(params string[] words) =>
        new(value => words.Contains(value, StringComparer.Ordinal), $"{string.Join(", ", words[..^1])} or {words[^1]}");

    /// <summary>A whole number between two bounds.</summary>
    public static ValueForm Between(long low, long high) => new(value => SystemdNumber.IsBetween(value, low, high), $"a whole number from {low} to {high}");

    /// <summary>The same, or one more kind of value.</summary>
    public ValueForm Or(ValueForm other) => new(value => Takes(value) || other.Takes(value), $"{Description}, or {other.Description}");
}
