using ConfigGen.Cli.Commands;
using ConfigGen.Core.Plan;

namespace ConfigGen.Cli.Output;

/// <summary>A spec that is rendered, and the folder that it goes to.</summary>
/// <param name="File">The spec.</param>
/// <param name="Plan">What it renders.</param>
/// <param name="Folder">Where that belongs.</param>
internal sealed record RenderedSpec(SpecFile File, RenderPlan Plan, OutputFolder Folder)
{
    /// <summary>Finds the output folders; layers render nothing and are left out.</summary>
    /// <returns>In the order given; or why they cannot be written in one run.</returns>
    public static (List<RenderedSpec>? Specs, string? Problem) From(IEnumerable<CompiledSpec> compiled, SpecRun run)
    {
        if (run.Output is not null && run.Specs.Length > 1)
        {
            return (null, "--out names the folder of one spec, and there are several.");
        }

        return (
            [.. compiled.Where(spec => spec.Plan is not null).Select(spec => new RenderedSpec(spec.File, spec.Plan!, OutputFolder.Of(spec.File, spec.Plan!, run)))],
            null);
    }
}
