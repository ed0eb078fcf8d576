using System.Collections.Immutable;
using System.CommandLine;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Import;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>import</c>: a spec from the files that are there already.</summary>
internal sealed class ImportCommand : Command, IHasExamples
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Files or folders: sysctl.conf, sysctl.d, the root of a host or image, output of sysctl -a, systemd units and drop-ins, TuneD profiles, Ansible variables and tasks, shell scripts; - is standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _from = new("--from") { Description = "Read the named files as this, whatever they are called.", HelpName = ImportForm.Words };

    private readonly Option<string?> _name = new("--name") { Description = "Name of the spec: lower-case letters, digits and hyphens. [default: made from the file's name]", HelpName = "NAME" };

    private readonly Option<string[]> _targets = new("--target")
    {
        Description = $"The hosts: a platform, a kernel or a target group of .configgen.yaml; may be repeated. [default: the target groups of .configgen.yaml, or {string.Join(", ", RawTargets.DefaultPlatforms)}]",
        HelpName = "PLATFORM|KERNEL",
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the spec to this file, which must not be there yet. [default: standard output]", HelpName = "FILE" };

    private readonly Option<Choice<SysctlLoader>?> _loader = SpecOptions.Word<SysctlLoader>(
        "--loader", "Whose order of sysctl files counts: systemd-sysctl at boot, or sysctl --system. [default: systemd]", new("systemd", SysctlLoader.Systemd), new("procps", SysctlLoader.Procps));

    private readonly SpecOptions _common = new(withReports: true);

    private readonly Surroundings _around;

    public ImportCommand(Surroundings around)
        : base("import", "Makes a spec from the files that are there already, and says what each line is worth.")
    {
        _around = around;
        Add(_files);
        foreach (var option in new Option[] { _from, _name, _targets, _output, _loader, _common.FailOn, _common.Format, _common.MaxSize, _common.Color, _common.Today })
        {
            Add(option);
        }

        SetAction(Run);
    }

    public string Details => """
        The spec goes to standard output, or to the file of --output; findings and a verdict for
        each setting (keep, already the default, useless, harmful, gone) go to standard error.
        What no target takes stands in the spec as a comment with the reason, and what was not
        understood is listed at its end: nothing is dropped without a word.
        """;

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen import /etc/sysctl.conf >spec.yaml", "one file"),
        ("configgen import --target debian-12 -o specs/web.yaml /", "all sysctl files of this host, as its loader takes them"),
        ("sysctl -a | configgen import --target debian-12 -", "what a host runs with, without what is the default"),
        ("configgen import /etc/systemd/system/nginx.service.d", "drop-ins of a unit"),
        ("configgen import --name db /usr/lib/tuned/postgresql/tuned.conf", "a TuneD profile"),
        ("configgen import roles/tuning", "variables and tasks of an Ansible role"),
        ("configgen import setup.sh", "what a script writes with cat, echo and sysctl -w"),
    ];

    private int Run(ParseResult parsed)
    {
        var arguments = parsed.GetValue(_files) ?? [];
        var found = arguments.Select(a => ImportSearch.Find(a, _around.Folder)).ToList();
        var problem = arguments.Length == 0 ? "name at least one file or folder, or - for standard input."
            : found.Select(f => f.Problem).FirstOrDefault(p => p is not null) ?? Conflict(parsed);
        if (problem is not null)
        {
            return Usage(problem);
        }

        ImmutableArray<RawPath> paths = [.. found.SelectMany(f => f.Files).DistinctBy(f => f.FullPath, StringComparer.Ordinal)];
        var configurations = new ConfigurationFiles(_around, Cap(parsed));
        var home = configurations.HomeOf(Path.GetFullPath(parsed.GetValue(_output) ?? "x", _around.Folder));
        var (request, wrong) = ImportRequests.Of(
            new ImportOptions(parsed.GetValue(_from), parsed.GetValue(_name), [.. parsed.GetValue(_targets) ?? []], parsed.GetValue(_loader)?.Value ?? SysctlLoader.Systemd, parsed.GetValue(_common.Today)?.Value ?? _around.Today(), Cap(parsed)), paths, home, _around);
        return request is null ? Usage(wrong!) : new ImportRun(_around, Print(parsed, configurations), parsed.GetValue(_output), Cap(parsed)).Import(paths, request, configurations.Findings);
    }

    private string? Conflict(ParseResult parsed)
    {
        var (output, name) = (parsed.GetValue(_output), parsed.GetValue(_name));
        return name is not null && !StarterSpec.IsName(name) ? $"--name \"{Visible.Line(name)}\" must start with a lower-case letter, then lower-case letters, digits and hyphens."
            : output is null && parsed.GetValue(_common.Format)?.Value is { } format and not ReportFormat.Text ? $"--format {format.ToString().ToLowerInvariant()} goes to standard output, and so does the spec: name a file for it with --output."
            : output is not null && Path.Exists(Path.GetFullPath(output, _around.Folder)) ? $"{Visible.Line(output)} exists already and is left as it is."
            : null;
    }

    private long Cap(ParseResult parsed) => parsed.GetValue(_common.MaxSize)?.Value ?? SpecOptions.DefaultCap;

    private SpecRun Print(ParseResult parsed, ConfigurationFiles configurations)
    {
        var color = parsed.GetValue(_common.Color)?.Value ?? Colors.Auto;
        var failOn = parsed.GetValue(_common.FailOn)?.Value ?? configurations.FailOn ?? Severity.Error;
        return new SpecRun(_around, [], parsed.GetValue(_common.Format)?.Value ?? ReportFormat.Text, failOn, Output: null)
        {
            OutInk = color.InkFor(_around.OutIsTerminal, _around),
            ErrorInk = color.InkFor(_around.ErrorIsTerminal, _around),
        };
    }

    private int Usage(string problem)
    {
        _around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }
}
