using System.Collections.Immutable;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Report;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Verify;

namespace ConfigGen.Cli.Commands;

/// <summary>What a spec is held against.</summary>
/// <param name="Dump">A file or folder of dumps; null for the live host.</param>
/// <param name="IsAfterBoot">Look at files, not at what is in force.</param>
/// <param name="Root">The root folder, as written; null for the live host's.</param>
internal sealed record VerifySubject(string? Dump, bool IsAfterBoot, string? Root);

/// <summary>Specs held against hosts.</summary>
internal sealed class VerifyRun(Surroundings around, VerifySubject subject, long cap)
{
    private static readonly string[] Meaning = ["input", "spec", "platforms"];

    private readonly ImmutableArray<HostVerification>.Builder _results = ImmutableArray.CreateBuilder<HostVerification>();
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly List<string> _notes = [];
    private readonly Lazy<byte[]> _input = new(() => InputOf(around.Input, cap));
    private int _specs;

    private Host Host => subject.Root is { } root ? around.Host with { Root = Path.GetFullPath(root, around.Folder) } : around.Host;

    /// <summary>Verifies and prints.</summary>
    /// <returns>The exit code.</returns>
    public int Print(ImmutableArray<SpecFile> specs, ImmutableArray<Finding> configuration, VerifyFormat format, bool withAll)
    {
        _findings.AddRange(configuration);
        var compiled = configuration.IsEmpty ? specs.Select(s => (Spec: s, Result: Compile(s, insteadOf: null))).Where(IsUsable).ToList() : [];
        if (compiled.Count > 0)
        {
            VerifyAll(compiled);
        }

        Print(format, withAll);
        return _findings.Any(f => f.Span is null) || _notes.Count > 0 || _results.Any(r => r.Settings.Any(s => s.Status == VerifyStatus.Unreadable)) ? ExitCode.Usage
            : _findings.Any(f => f.Severity == Severity.Error) || _results.Any(r => r.HasDrift) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private void VerifyAll(List<(SpecFile Spec, Compilation Result)> compiled)
    {
        var units = compiled.SelectMany(c => UnitsOf(c.Result.Spec!)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var hosts = Hosts(units);
        foreach (var (spec, result) in compiled)
        {
            _specs++;
            foreach (var host in hosts)
            {
                Verify(spec, result.Spec!.Targets, host);
            }
        }
    }

    private static IEnumerable<string> UnitsOf(ResolvedSpec spec) => spec.Units.Select(u => u.Name.Value);

    private ImmutableArray<LiveHost> Hosts(List<string> units)
    {
        if (subject.Dump is { } dump)
        {
            var files = new DumpFiles(around, cap);
            var hosts = files.Read(dump);
            _findings.AddRange(files.Findings);
            return hosts;
        }

        var reader = new LiveReader(Host, cap);
        var live = subject.IsAfterBoot ? reader.AfterBoot(subject.Root ?? LiveReader.ThisHost, units) : reader.Now(units);
        _notes.AddRange(reader.Problems.Distinct(StringComparer.Ordinal));
        return [live];
    }

    private void Verify(SpecFile spec, ImmutableArray<Target> own, LiveHost host)
    {
        var result = Compile(spec, [HostTarget.Of(host, own)]);
        if (result.Spec is { } resolved)
        {
            _results.Add(subject.IsAfterBoot ? Verifier.AfterBoot(resolved, host) : Verifier.Live(resolved, host));
        }
    }

    // What a spec means must be plain; whether its values are wise, or can be rendered without knowing the host, is for validate.
    private bool IsUsable((SpecFile Spec, Compilation Result) compiled)
    {
        var (spec, result) = compiled;
        var errors = result.Findings.Where(f => f.Severity == Severity.Error && Meaning.Contains(f.Code.Family, StringComparer.Ordinal)).ToList();
        _findings.AddRange(errors);
        if (errors.Count == 0 && result.Spec!.Targets.IsEmpty)
        {
            around.Error.Write($"configgen: {Visible.Line(spec.Name)} is a layer: verify the specs that extend it\n");
        }

        return errors.Count == 0 && !result.Spec!.Targets.IsEmpty;
    }

    private Compilation Compile(SpecFile spec, ImmutableArray<Target>? insteadOf)
    {
        var header = spec.Name == DiskLoader.StandardInput ? spec.Name : Repository.Relative(spec.FullPath);
        return around.Compile(new CompileRequest(spec.Name, new DiskLoader(spec.FullPath, around.Folder, spec.Name == DiskLoader.StandardInput ? new MemoryStream(_input.Value) : Stream.Null, cap, spec.IsListed), around.Today(), header)
        {
            IsInRepository = spec.Home is not null,
            Configuration = spec.Home?.Configuration ?? RepositoryConfiguration.Empty,
            Templates = spec.Home?.Templates ?? ImmutableDictionary<string, string>.Empty,
            InsteadOfTargets = insteadOf,
        });
    }

    // A spec is compiled for its own targets and then for each host: standard input comes but once.
    private static byte[] InputOf(Stream input, long cap)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int count; bytes.Length <= cap && (count = input.Read(buffer, 0, buffer.Length)) > 0;)
        {
            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }

    private void Print(VerifyFormat format, bool withAll)
    {
        if (format != VerifyFormat.Json)
        {
            around.Error.Write(TextReport.Render(_findings, Colors.Auto.InkFor(around.ErrorIsTerminal, around)));
        }

        var isFleet = subject.Dump is { } dump && Directory.Exists(Path.GetFullPath(dump, around.Folder));
        around.Out.Write(format switch
        {
            VerifyFormat.Json => VerifyJson.Render(_results, _findings),
            VerifyFormat.JUnit => VerifyReport.ToJUnit(_results),
            _ => isFleet ? VerifyReport.ToTable(_results, withAll) : VerifyReport.ToText(_results, withAll),
        });
        around.Out.Flush();
        around.Error.Write(string.Concat(_notes.Select(n => $"configgen: cannot be read: {Visible.Line(n)}\n")));
        around.Error.Write($"{Summary()}\n");
    }

    private string Summary()
    {
        var hosts = _results.Select(r => r.Host).Distinct(StringComparer.Ordinal).Count();
        if (hosts == 0)
        {
            return "nothing verified";
        }

        var drifted = _results.Where(r => r.HasDrift).Select(r => r.Host).Distinct(StringComparer.Ordinal).Count();
        var counts = _results.SelectMany(r => r.Settings).CountBy(s => s.Status).OrderBy(c => c.Key).Select(c => $"{c.Value} {VerifyReport.Word(c.Key)}");
        return $"{Count.Of(_specs, "spec")} on {Count.Of(hosts, "host")}{(hosts > 1 ? $", {drifted} with drift" : "")}: {string.Join(", ", counts.DefaultIfEmpty("nothing to verify"))}";
    }
}
