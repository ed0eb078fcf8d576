using System.Collections.Immutable;

namespace ConfigGen.Core.Capture;

/// <summary>The names that a host goes by: a value that holds one of them is not told, whatever its key.</summary>
/// <param name="Names">Such as web-1 and example.org; what the kernel shows where none is set is none.</param>
internal sealed record HostNames(ImmutableArray<string> Names)
{
    // Shorter ones are parts of ordinary words and numbers.
    private const int Shortest = 3;

    private static readonly string[] Unset = ["(none)", "localhost", "localdomain", "localhost.localdomain"];

    public static HostNames Of(IEnumerable<HostKey> keys) => new(
    [
        .. keys.Where(k => k.Key is "kernel.hostname" or "kernel.domainname")
            .Select(k => k.Value?.Trim() ?? "")
            .SelectMany(name => new[] { name, name.Split('.')[0] })
            .Where(name => name.Length >= Shortest && !Unset.Contains(name, StringComparer.Ordinal) && !name.All(char.IsAsciiDigit))
            .Distinct(StringComparer.Ordinal),
    ]);

    /// <summary>Why a value is not told; null where it may be. Numbers hold no names.</summary>
    public string? Refusal(HostKey key) =>
        key.Value is { } value && value.Any(char.IsAsciiLetter) && Names.Any(name => value.Contains(name, StringComparison.OrdinalIgnoreCase)) ? "its value holds the name of the host" : null;
}
