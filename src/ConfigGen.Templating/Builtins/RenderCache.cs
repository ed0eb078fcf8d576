using System.Text.RegularExpressions;

namespace ConfigGen.Templating.Builtins;

/// <summary>What built-in functions remember during one rendering: compiled patterns and the positions of `array.cycle`.</summary>
internal sealed class RenderCache(TimeSpan regexTime)
{
    private Dictionary<(string, RegexOptions), Regex>? _patterns;
    private Dictionary<string, int>? _cycles;

    /// <summary>The next position of every group of `array.cycle`.</summary>
    public Dictionary<string, int> Cycles => _cycles ??= new(StringComparer.Ordinal);

    public Regex Pattern(string pattern, RegexOptions options)
    {
        _patterns ??= [];
        if (!_patterns.TryGetValue((pattern, options), out var regex))
        {
            regex = new Regex(pattern, options, regexTime);
            _patterns.Add((pattern, options), regex);
        }

        return regex;
    }
}
