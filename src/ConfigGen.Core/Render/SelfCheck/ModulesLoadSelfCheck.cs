using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>Compares a rendered list of modules with the plan: the same names, each once, and nothing else.</summary>
internal static class ModulesLoadSelfCheck
{
    /// <summary>Every difference, at the line of the spec that needs the module; empty when there is none.</summary>
    public static ImmutableArray<Finding> Compare(string path, string text, ImmutableArray<PlannedModule> planned)
    {
        var read = ModulesLoadReader.Read(text);
        return [.. Missing(path, read, planned), .. Extra(path, read, planned), .. Repeated(path, read, planned)];
    }

    private static IEnumerable<Finding> Missing(string path, ImmutableArray<ModuleLine> read, ImmutableArray<PlannedModule> planned) =>
        from module in planned
        where !read.Any(line => line.Name == module.Name)
        select SelfCheckFinding.Of(path, null, $"the module {module.Name} is expected, but it is not there", module.Origin);

    private static IEnumerable<Finding> Extra(string path, ImmutableArray<ModuleLine> read, ImmutableArray<PlannedModule> planned) =>
        from line in read
        where !planned.Any(module => module.Name == line.Name)
        select SelfCheckFinding.Of(path, line.Line, $"\"{CommentText.OneLine(line.Name)}\" would be loaded, but no setting needs it", planned[0].Origin);

    private static IEnumerable<Finding> Repeated(string path, ImmutableArray<ModuleLine> read, ImmutableArray<PlannedModule> planned) =>
        from module in planned
        let lines = read.Where(line => line.Name == module.Name).ToImmutableArray()
        where lines.Length > 1
        select SelfCheckFinding.Of(path, lines[1].Line, $"the module {module.Name} is there a second time", module.Origin);
}
