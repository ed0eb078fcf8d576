using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Config;
using ConfigGen.Core.Engines;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Render;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Layers;
using ConfigGen.Core.Spec.Resolve;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Compile;

/// <summary>The one entry: a spec's path in, findings and a render plan out.</summary>
public static class Compiler
{
    /// <summary>Runs every stage; never throws on bad input.</summary>
    /// <remarks>
    /// Text → YAML → schema → types → layers → targets and values → rules → render plan with its self-check. A broken stage does not hide
    /// what later ones can still say, but with an error-level finding there is no plan.
    /// </remarks>
    public static Compilation Compile(CompileRequest request) => Compile(request, SysctlCatalog.BuiltIn, PlatformCatalog.BuiltIn);

    /// <summary>Reads .configgen.yaml, for requests of the specs of its repository.</summary>
    /// <param name="source">The file.</param>
    /// <param name="toolVersion">The version of the tool, for <c>requires</c>.</param>
    public static ConfigurationReading Configure(SourceText source, string toolVersion) =>
        ConfigurationReader.Read(source, toolVersion, EngineSet.Schemas, PlatformCatalog.BuiltIn);

    /// <summary>The same with other facts.</summary>
    internal static Compilation Compile(CompileRequest request, SysctlCatalog catalog, PlatformCatalog platforms)
    {
        var compilation = Stages(request, catalog, platforms);
        return compilation with { Findings = Linter.Cap(compilation.Findings) };
    }

    private static Compilation Stages(CompileRequest request, SysctlCatalog catalog, PlatformCatalog platforms)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var graph = new LayerGraph(request, EngineSet.Schemas, findings);
        var merged = graph.Load(request.SpecPath, namedAt: null);
        if (merged is null)
        {
            return new Compilation(Linter.Sort(findings), null, null);
        }

        var captures = new CaptureReading(request.Loader, findings, catalog);
        var targets = Targets(merged, request, platforms, captures, findings);
        CheckWhole(merged, findings);
        var spec = SpecResolution.Resolve(merged, targets, captures.Catalog, findings);
        return request.InsteadOfTargets is not null
            ? new Compilation(Weigh(request, Linter.Sort(findings.Select(graph.Builtin.AtHome))), spec, null)
            : Judge(request, merged.Spec.IsLayer, spec, captures.Catalog, findings.ToImmutable(), graph.Builtin);
    }

    private static Compilation Judge(CompileRequest request, bool isLayer, ResolvedSpec spec, SysctlCatalog catalog, ImmutableArray<Finding> earlier, BuiltinLayers builtin)
    {
        var pending = isLayer ? [] : RenderPlanner.Pending(spec);
        var lint = builtin.AtHome(Linter.Run(isLayer ? Alone(spec) : spec, catalog, request.Today, [.. earlier, .. pending]));
        var (reported, known) = request.Baseline is { } baseline ? baseline.Apply(lint.Findings) : (lint.Findings, []);
        var findings = Weigh(request, reported);
        var accepted = Weigh(request, lint.Accepted);
        if (isLayer || findings.Any(f => f.Severity == Severity.Error))
        {
            return new Compilation(findings, spec, null) { Accepted = accepted, Known = known };
        }

        var rendered = RenderPlanner.Plan(spec, catalog, new RenderRequest(request.HeaderPath, request.Templates), EngineSet.Templates);
        var (plan, collisions) = rendered.Plan is null ? (null, []) : request.Configuration.Destinations.Place(rendered.Plan);
        findings = Linter.Sort([.. findings, .. Weigh(request, [.. rendered.Findings.Select(builtin.AtHome)]), .. collisions]);
        return new Compilation(findings, spec, findings.Any(f => f.Severity == Severity.Error) ? null : plan) { Accepted = accepted, Known = known };
    }

    /// <summary>A layer has no targets of its own: whether its ignores are of use shows in the specs that extend it.</summary>
    private static ResolvedSpec Alone(ResolvedSpec layer) => layer with { Ignores = [.. layer.Ignores.Select(i => i with { Inherited = true })] };

    /// <summary>Severities as the repository wants them: after the rules, which know none.</summary>
    private static ImmutableArray<Finding> Weigh(CompileRequest request, ImmutableArray<Finding> findings) =>
        request.Configuration.Severities.Apply(findings, path => InRepository(request, path));

    private static ImmutableArray<AcceptedFinding> Weigh(CompileRequest request, ImmutableArray<AcceptedFinding> accepted) =>
    [
        .. from a in accepted.Take(Linter.Most)
           let finding = request.Configuration.Severities.Apply(a.Finding, path => InRepository(request, path))
           where finding is not null
           select a with { Finding = finding },
    ];

    private static string InRepository(CompileRequest request, string path) => LayerPath.Join(request.HeaderPath, LayerPath.Relative(request.SpecPath, path));

    private static ImmutableArray<Target> Targets(
        MergedSpec merged, CompileRequest request, PlatformCatalog platforms, CaptureReading captures, ImmutableArray<Finding>.Builder findings)
    {
        if (merged.Items.TryGetValue("targets", out var item))
        {
            var written = (Located<ImmutableArray<TargetSpec>>)item.Payload;
            var specs = TargetGroupExpansion.Expand(written.Value, request.Configuration, findings);
            if (request.InsteadOfTargets is { } others)
            {
                return [.. others.Select(t => t with { MemoryBytes = t.MemoryBytes ?? Same(specs.Select(s => s.MemoryBytes)), Cpus = t.Cpus ?? Same(specs.Select(s => s.Cpus)) })];
            }

            return new TargetResolution(platforms, findings).Resolve(specs, captures.Read);
        }

        if (request.InsteadOfTargets is null && !merged.Spec.IsLayer)
        {
            findings.Add(Finding.Of(SpecCodes.NoTargets, merged.Spec.Source.Span(0, 0), "The spec names no targets, so nothing can be judged.")
                .WithHelp("say what it is for: targets: [{platform: debian-12}]; or layer: true for a file that only others extend"));
        }

        return request.InsteadOfTargets ?? [];
    }

    private static T? Same<T>(IEnumerable<T?> values)
        where T : struct => values.Distinct().ToList() is [var one] ? one : null;

    private static void CheckPurpose(MergedSpec merged, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var purpose in merged.Spec.Purpose?.Value ?? [])
        {
            if (purpose.Value.All(c => char.IsAsciiLetterLower(c) || c == '-') && !Purposes.Known.Contains(purpose.Value) && Spelling.Closest(purpose.Value, Purposes.Known, 1) is [var closest])
            {
                findings.Add(Finding.Of(SpecCodes.UnknownPurpose, purpose.Span, $"'{purpose.Value}' is not a purpose that a rule looks for. Did you mean '{closest}'?")
                    .WithHelp($"rules know {string.Join(", ", Purposes.Known)}; other words are fine and mean nothing to them")
                    .About(purpose.Value));
            }
        }
    }

    private static void CheckWhole(MergedSpec merged, ImmutableArray<Finding>.Builder findings)
    {
        CheckPurpose(merged, findings);
        var (spec, top) = (merged.Spec, merged.Spec.Source.Span(0, 0));
        if (spec.IsLayer)
        {
            return;
        }

        if (spec.Name is null && !findings.Any(f => f.Code == SpecCodes.Malformed || f.Code == SpecCodes.WrongType))
        {
            findings.Add(Finding.Of(SpecCodes.MissingProperty, top, "The spec lacks 'name'.").WithHelp("it becomes file and role names: name: web-frontend"));
        }

        if (!findings.Any(f => f.Severity == Severity.Error) && !merged.Items.Keys.Any(SetsSomething))
        {
            findings.Add(Finding.Of(SpecCodes.NothingToRender, top, "The spec sets nothing, so nothing is rendered.")
                .WithHelp("add settings under sysctl, or a keepalive block"));
        }
    }

    private static bool SetsSomething(string item) =>
        item.StartsWith("sysctl ", StringComparison.Ordinal) || item.StartsWith("units ", StringComparison.Ordinal) || item == "keepalive units";
}
