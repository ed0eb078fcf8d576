using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>Reads a list of modules as modules-load.d(5) says: one name a line, lines that start with # or ; are comments.</summary>
internal static class ModulesText
{
    /// <summary>The names, with underscores, which stand for hyphens, too.</summary>
    public static IEnumerable<string> Read(SourceText source) => Enumerable.Range(1, source.LineCount)
        .Select(line => RawLines.Trimmed(source, line).Text)
        .Where(text => text.Length > 0 && !RawLines.IsComment(text))
        .Select(Name);

    /// <summary>A module's name as the kernel spells it.</summary>
    public static string Name(string module) => module.Replace('-', '_');
}
