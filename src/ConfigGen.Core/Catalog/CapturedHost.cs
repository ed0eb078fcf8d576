namespace ConfigGen.Core.Catalog;

/// <summary>What the head of a captured table says about its host: comment lines, each "# name: value".</summary>
/// <param name="Kernel">The version; the first line of the file.</param>
public sealed record CapturedHost(KernelVersion Kernel)
{
    /// <summary>What the first line starts with.</summary>
    public const string KernelLine = "# kernel: ";

    /// <summary>Whose kernel, by the word for it; kernel.org's where the head does not say.</summary>
    public KernelFamily Family { get; init; }

    /// <summary>What uname -r says; null where the head does not.</summary>
    public string? Release { get; init; }

    /// <summary>The id of the platform; null where it is not known.</summary>
    public string? Platform { get; init; }

    /// <summary>The size of the memory, as written; null where the head does not say.</summary>
    public string? Memory { get; init; }

    /// <summary>The number of processors; null where the head does not say.</summary>
    public int? Cpus { get; init; }

    /// <summary>Major version of systemd; null where it is not there, or where the head does not say.</summary>
    public int? Systemd { get; init; }

    /// <summary>The version of procps; null where it is not there, or where the head does not say.</summary>
    public string? Procps { get; init; }

    /// <summary>The head of a table and the lines below it; a null head, and why, where the first line names no kernel.</summary>
    public static (CapturedHost? Host, string Rows, string? Problem) Read(string text)
    {
        var lines = text.Split('\n');
        var first = lines[0].Trim();
        if (!first.StartsWith(KernelLine, StringComparison.Ordinal) || !KernelVersion.TryParse(first[KernelLine.Length..].Trim(), out var version))
        {
            return (null, text, "its first line does not name a kernel");
        }

        var host = lines.Skip(1).TakeWhile(IsHead).Aggregate(new CapturedHost(version), (known, line) => known.With(line));
        return (host, string.Join('\n', lines.Where(line => !line.StartsWith('#'))), null);
    }

    /// <summary>The lines of the head, each with its line feed.</summary>
    public string Write() => string.Concat(
        new[]
        {
            ("kernel", Kernel.ToString()), ("release", Release), ("family", WordOf(Family)), ("platform", Platform), ("memory", Memory),
            ("cpus", Cpus?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("systemd", Systemd?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("procps", Procps),
        }.Where(line => line.Item2 is not null).Select(line => $"# {line.Item1}: {line.Item2}\n"));

    private static bool IsHead(string line) => line.StartsWith('#') || line.Trim().Length == 0;

    private CapturedHost With(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var (name, value) = colon < 0 ? (line, "") : (line[1..colon].Trim(), line[(colon + 2)..].Trim());
        return name switch
        {
            "release" => this with { Release = value },
            "family" => this with { Family = FamilyOf(value) },
            "platform" => this with { Platform = value },
            "memory" => this with { Memory = value },
            "cpus" => this with { Cpus = Number(value) },
            "systemd" => this with { Systemd = Number(value) },
            "procps" => this with { Procps = value },
            _ => this,
        };
    }

    private static int? Number(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string WordOf(KernelFamily family) => family.ToString().ToLowerInvariant();

    private static KernelFamily FamilyOf(string word) => Enum.GetValues<KernelFamily>().FirstOrDefault(f => WordOf(f) == word, KernelFamily.Other);
}
