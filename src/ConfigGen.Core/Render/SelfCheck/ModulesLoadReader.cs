using System.Collections.Immutable;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>One line of a modules-load.d file that is not empty and no comment.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Name">The line without the blanks around it: systemd-modules-load takes all of it as a name.</param>
internal sealed record ModuleLine(int Line, string Name);

/// <summary>Reads a file as systemd-modules-load does (modules-load.d(5)): one name a line, comments start with # or ;.</summary>
internal static class ModulesLoadReader
{
    /// <summary>Every name in order.</summary>
    public static ImmutableArray<ModuleLine> Read(string text) =>
    [
        .. text.Split('\n', '\r', '\0')
            .Select((line, index) => new ModuleLine(index + 1, line.Trim(' ', '\t')))
            .Where(line => line.Name.Length > 0 && line.Name[0] is not ('#' or ';')),
    ];
}
