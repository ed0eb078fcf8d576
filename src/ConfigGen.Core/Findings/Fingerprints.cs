using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ConfigGen.Core.Findings;

/// <summary>Names findings so that they are known again when lines move.</summary>
internal sealed class Fingerprints
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>A hash of code, file, setting and the text at the place (of a finding without one, its message): 32 hexadecimal digits.</summary>
    public static string Of(Finding finding, string? file)
    {
        var text = string.Join('\0', finding.Code.Id, file, finding.Setting, finding.Span?.Text ?? finding.Message);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    /// <summary>The same, and how often it has occurred, from 1.</summary>
    public string Next(Finding finding, string? file)
    {
        var hash = Of(finding, file);
        var count = _seen[hash] = _seen.GetValueOrDefault(hash) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{hash}:{count}");
    }
}
