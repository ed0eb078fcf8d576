namespace ConfigGen.Core.Yaml;

/// <summary>What a file may hold at most: far above any real spec, low enough that a hostile file costs little.</summary>
internal static class YamlLimits
{
    /// <summary>Mappings and lists inside one another, aliases included.</summary>
    public const int Depth = 64;

    /// <summary>Keys, values and lists of a file, every alias counted as what it stands for.</summary>
    public const int Nodes = 100_000;

    /// <summary>Findings of one file: past this nobody reads on.</summary>
    public const int Findings = 1_000;
}
