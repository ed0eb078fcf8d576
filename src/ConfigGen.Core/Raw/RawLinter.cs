using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>How raw files are judged.</summary>
/// <param name="Targets">The hosts.</param>
/// <param name="Purpose">What they do; rules depend on it.</param>
/// <param name="Today">Today's date.</param>
public sealed record RawRequest(RawTargets Targets, ImmutableArray<string> Purpose, DateOnly Today)
{
    /// <summary>Severities of the repository.</summary>
    public SeverityTable Severities { get; init; } = SeverityTable.Empty;

    /// <summary>What the files that are linted together say about each other.</summary>
    public RawTree Tree { get; init; } = RawTree.Empty;

    /// <summary>From a path as findings show it to the path below the repository.</summary>
    public Func<string, string> InRepository { get; init; } = path => path;
}

/// <summary>Runs the rules over sysctl and unit files as they are, without a spec.</summary>
public static class RawLinter
{
    // A key that a host may lack is what the dash is for.
    private static readonly string[] Tolerated = ["CG2002", "CG2009"];

    // What cannot be told of a host is of use to those who named the host.
    private static readonly string[] Undecided = ["CG2009", "CG2106", "CG2110"];

    // A raw file loads no module: that is for what is rendered.
    private const string LoadsModule = "CG2401";

    private const string OnNoKernel = "CG2001";
    private const string SecondExecStart = "CG3010";

    /// <summary>Reads a file; any text is fine.</summary>
    public static RawReading Read(RawFile file)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (Refusal(file) is { } refusal)
        {
            return new RawReading(file) { Findings = [refusal] };
        }

        var reading = file.Form!.Kind switch
        {
            RawKind.Sysctl => SysctlText.Read(file),
            RawKind.Unit => UnitText.Read(file),
            _ => new RawReading(file),
        };
        findings.AddRange(Placeholders.Together(reading.Findings, RawForms.IsTemplate(file.Source.Path)));
        findings.AddRange(TextForm(file));
        return reading with { Ignores = IgnoreComments.Read(file.Source, findings), Findings = findings.ToImmutable() };
    }

    /// <summary>Every finding of a file, sorted, and those that its comments accept.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="request">How to judge it.</param>
    public static LintResult Judge(RawReading reading, RawRequest request)
    {
        var judged = Rules(reading, request).Select(f => RawWording.For(AtHome(f, reading.File.Source)));
        ImmutableArray<Finding> own = [.. reading.Findings, .. request.Tree.Overridden[reading.File.Source.Path], .. RawModules.Missing(reading, request.Targets.All, request.Tree)];
        var findings = request.Severities.Apply([.. own, .. judged], request.InRepository);
        var lines = new Dictionary<IgnoreEntry, int?>(ReferenceEqualityComparer.Instance);
        foreach (var ignore in reading.Ignores)
        {
            lines.Add(ignore.Entry, ignore.Line);
        }

        var result = IgnoreFilter.Apply([.. reading.Ignores.Select(i => i.Entry)], request.Today, findings, (entry, finding) => lines[entry] is not { } line || finding.Span?.Start.Line == line);
        return new LintResult(Linter.Cap(Linter.Sort(result.Findings)), Linter.Sort(result.Accepted, a => a.Finding));
    }

    private static Finding? Refusal(RawFile file)
    {
        if (file.Form?.Kind != RawKind.Unit && Placeholders.Script(file.Source) is { } command)
        {
            return Finding.Of(RawCodes.NotLintable, command, "This is a shell script: lint takes the files that it writes.")
                .WithHelp("save what it writes as a file of its own, or lint /etc/sysctl.conf and /etc/sysctl.d where it has run");
        }

        if (file.Form?.Kind == RawKind.Sysctl && RawForeign.OfBsd(file.Source) is { } bsd)
        {
            return bsd;
        }

        if (Placeholders.Statement(file.Source) is { } statement)
        {
            return Placeholders.Of(RawForms.IsTemplate(file.Source.Path), statement, $"'{RawLines.Short(statement.Text)}' is a statement of a template: which lines there will be is not known, so the file is not judged.")
                .WithHelp("lint the file that is made of the template");
        }

        return file.Form is not null ? null
            : Finding.Of(RawCodes.NotLintable, file.Source.Span(0, 0), "This is neither a sysctl file nor a systemd unit file.")
                .WithHelp("lint takes sysctl.conf, sysctl.d/*.conf, units such as nginx.service and drop-ins in nginx.service.d/; to say what another file is: --as sysctl, or --as unit:nginx.service; specs are for configgen validate");
    }

    private static IEnumerable<Finding> TextForm(RawFile file)
    {
        if (file.HasByteOrderMark && file.Form!.Kind == RawKind.Sysctl)
        {
            yield return Finding.Of(RawCodes.WindowsText, file.Source.Span(0, 0), "The file starts with a byte-order mark, which the loaders take as a part of the first line.")
                .WithHelp("save it as UTF-8 without a byte-order mark");
        }

        if (file.Source.Text.IndexOf('\r', StringComparison.Ordinal) is >= 0 and var at)
        {
            yield return Finding.Of(RawCodes.WindowsText, file.Source.Span(at, 0), "Lines end with a carriage return: procps hands it to the kernel as a part of the value, which a key that takes text does not forgive.")
                .WithHelp("save it with plain line feeds");
        }
    }

    private static IEnumerable<Finding> Rules(RawReading reading, RawRequest request)
    {
        var (all, isNamed) = (request.Targets.All, request.Targets.AreNamed);
        var together = On(reading, all);
        if (!isNamed && all.Length > 1 && together.Any(DependsOnTarget))
        {
            var unknown = together.Where(f => f.Code.Id == OnNoKernel).Select(f => f.Setting).ToHashSet(StringComparer.Ordinal);
            var known = reading with { Settings = reading.Settings.RemoveAll(s => unknown.Contains(s.Key.Name)) };
            var each = all.Select(t => On(known, [t]).Where(DependsOnTarget).Select(Key).ToHashSet()).ToList();
            together = [.. together.Select(f => DependsOnTarget(f) && !each.TrueForAll(e => e.Contains(Key(f))) ? f with { Severity = Severity.Warning } : f)];
        }

        var tolerant = reading.Settings.Where(s => s.IgnoresFailure).Select(s => s.Key.Name).ToHashSet(StringComparer.Ordinal);
        var isUnitSeen = reading.Unit?.File is { IsWhole: true } || (reading.Unit is { } unit && request.Tree.TypeOf(unit.Name.Value) is not null);
        return together
            .Where(f => (isNamed || !Undecided.Contains(f.Code.Id, StringComparer.Ordinal)) && f.Code.Id != LoadsModule && !(tolerant.Contains(f.Setting ?? "") && Tolerated.Contains(f.Code.Id, StringComparer.Ordinal)))
            .Select(f => tolerant.Contains(f.Setting ?? "") && f.Severity == Severity.Error ? f with { Severity = Severity.Warning } : f)
            .Select(f => isUnitSeen && f.Code.Id == SecondExecStart ? f with { Severity = Severity.Error } : f)
            .Select(f => RawFixes.For(f, reading, request, findingsOn: target => On(reading, [target])));

        ImmutableArray<Finding> On(RawReading what, ImmutableArray<Target> targets) => Linter.Run(RawSpec.Of(what, targets, request.Purpose, request.Tree), SysctlCatalog.BuiltIn, request.Today, []).Findings;
    }

    // A key that no kernel has is wrong wherever the file goes.
    private static bool DependsOnTarget(Finding finding) => finding.Severity == Severity.Error && finding.Code.Id != OnNoKernel;

    private static (string, int?) Key(Finding finding) => (finding.Code.Id, finding.Span?.Span.Start);

    // Targets and purposes come from the command line: what points there is about the file as a whole.
    private static Finding AtHome(Finding finding, SourceText source) => finding with
    {
        Span = finding.Span is { } span && !ReferenceEquals(span.Source, source) ? source.Span(0, 0) : finding.Span,
        Related = finding.Related.RemoveAll(r => !ReferenceEquals(r.Span.Source, source)),
    };
}
