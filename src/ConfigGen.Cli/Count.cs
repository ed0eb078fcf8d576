namespace ConfigGen.Cli;

/// <summary>Counts in summaries.</summary>
internal static class Count
{
    /// <summary>"1 spec", "2 specs", "0 specs".</summary>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
