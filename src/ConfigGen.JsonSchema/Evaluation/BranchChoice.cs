using System.Collections.Immutable;
using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>Which branch of anyOf or oneOf the author of a value most likely meant.</summary>
internal static class BranchChoice
{
    /// <summary>
    /// The branch that accepts the type of the value; then the one that fails no const or enum at the value or right below it, as these
    /// tell variants apart; then the one with the fewest violations at the value itself, the deepest, the one with the fewest, the first.
    /// </summary>
    public static List<PlacedViolation> Closest(List<List<PlacedViolation>> branches, int depth, string pointer) => branches
        .OrderBy(b => WrongTypes(b, depth).Any())
        .ThenBy(b => b.Count(v => v.Violation.Keyword is "const" or "enum" && v.Order.Length <= depth + 1))
        .ThenBy(b => b.Count(v => string.Equals(v.Violation.InstancePointer, pointer, StringComparison.Ordinal)))
        .ThenByDescending(b => b.Max(v => (int?)v.Order.Length) ?? 0)
        .ThenBy(b => b.Count)
        .First();

    /// <summary>The types that the branches accept, if the type of the value rules out every one of them; otherwise empty.</summary>
    public static ImmutableArray<string> TypesWanted(List<List<PlacedViolation>> branches, int depth) =>
        branches.TrueForAll(b => WrongTypes(b, depth).Any())
            ? [.. branches.SelectMany(b => WrongTypes(b, depth)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [];

    private static IEnumerable<string> WrongTypes(List<PlacedViolation> branch, int depth) =>
        branch.Where(v => v.Order.Length == depth).SelectMany(v => TypesOf(v.Violation));

    private static IEnumerable<string> TypesOf(SchemaViolation violation) => violation.Keyword switch
    {
        "type" when violation.KeywordValue.ValueKind == JsonValueKind.Array => violation.KeywordValue.EnumerateArray().Select(JsonText.Of),
        "type" => [JsonText.Of(violation.KeywordValue)],
        "anyOf" or "oneOf" => violation.Allowed,
        _ => [],
    };
}
