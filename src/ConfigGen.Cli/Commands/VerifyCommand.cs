using System.CommandLine;
using ConfigGen.Cli.Files;

namespace ConfigGen.Cli.Commands;

/// <summary>How a verification is printed.</summary>
internal enum VerifyFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For CI servers.</summary>
    JUnit,
}

/// <summary><c>verify</c>: is what specs say in force?</summary>
internal sealed class VerifyCommand : Command, IHasExamples
{
    private readonly Argument<string[]> _specs = new("SPEC")
    {
        Description = "Specs to hold against the host; - is standard input. [default: the specs that .configgen.yaml lists]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _dump = new("--dump")
    {
        Description = "Not this host but saved output of sysctl -a, configgen capture or systemctl show; in a folder each file, or folder of files, is a host.",
        HelpName = "FILE|DIR",
    };

    private readonly Option<bool> _effective = new("--effective") { Description = "Not what is in force now but what the files say will be after a reboot." };

    private readonly Option<string?> _root = new("--root") { Description = "With --effective: the root folder of an image or a mounted system. [default: /]", HelpName = "DIR" };

    private readonly Option<bool> _all = new("--all") { Description = "Also list what is in force." };

    private readonly Option<Choice<VerifyFormat>?> _format = SpecOptions.Word<VerifyFormat>(
        "--format",
        "text for people, json for programs, junit for CI servers. [default: text]",
        new("text", VerifyFormat.Text),
        new("json", VerifyFormat.Json),
        new("junit", VerifyFormat.JUnit));

    private readonly Option<Choice<long>?> _maxSize = SpecOptions.MaxSizeOption();

    private readonly Surroundings _around;

    public VerifyCommand(Surroundings around)
        : base("verify", "Holds specs against what is in force on a host, and names who sets it otherwise.")
    {
        _around = around;
        Add(_specs);
        foreach (var option in new Option[] { _dump, _effective, _root, _all, _format, _maxSize })
        {
            Add(option);
        }

        SetAction(Run);
    }

    public string Details => """
        Reads only. Conditions, at_least and of_memory are evaluated with the host's own kernel, memory and
        processors. Exit code 1 where something is different, absent or not set; 2 where something cannot
        be read. What cannot be told from what is at hand is listed as not known, and is no drift.
        """;

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("sudo configgen verify web.yaml", "this host"),
        ("configgen verify --dump web-1.txt web.yaml", "another one, by its saved output of sysctl -a"),
        ("configgen verify --dump dumps/ --format junit web.yaml", "a fleet, for a CI server"),
        ("configgen verify --effective web.yaml", "what a reboot would bring"),
        ("configgen verify --effective --root /mnt web.yaml", "the same of a mounted image"),
    ];

    private int Run(ParseResult parsed)
    {
        var (dump, isEffective, root) = (parsed.GetValue(_dump), parsed.GetValue(_effective), parsed.GetValue(_root));
        var cap = parsed.GetValue(_maxSize)?.Value ?? SpecOptions.DefaultCap;
        var configurations = new ConfigurationFiles(_around, cap);
        var (selection, problem) = SpecSelection.From(parsed.GetValue(_specs) ?? [], affected: false, configurations, _around, cap);
        problem ??= Conflict(dump, isEffective, root, parsed.GetValue(_specs) ?? []);
        if (problem is not null)
        {
            _around.Error.Write(UsageError.Message(this, problem));
            return ExitCode.Usage;
        }

        var run = new VerifyRun(_around, new VerifySubject(dump, isEffective, root), cap);
        return run.Print(selection!.Specs, configurations.Findings, parsed.GetValue(_format)?.Value ?? VerifyFormat.Text, parsed.GetValue(_all));
    }

    private string? Conflict(string? dump, bool isEffective, string? root, string[] specs) =>
        dump is not null && isEffective ? "--dump is what was in force, --effective what the files say: name one of them."
        : root is not null && !isEffective ? "--root needs --effective: what is in force can be asked of this host only."
        : root is not null && !Directory.Exists(Path.GetFullPath(root, _around.Folder)) ? $"--root \"{Core.Report.Visible.Line(root)}\" is not a folder."
        : root is not null && !Directory.Exists(Path.Combine(Path.GetFullPath(root, _around.Folder), "etc")) && !Directory.Exists(Path.Combine(Path.GetFullPath(root, _around.Folder), "usr")) ? $"--root \"{Core.Report.Visible.Line(root)}\" holds neither etc nor usr: it is no root folder of a system."
        : dump == "-" && specs.Contains("-", StringComparer.Ordinal) ? "standard input cannot be both the spec and the dump."
        : dump is null && !isEffective && !new HostReader(_around.Host).HasKeys ? "there is no /proc/sys here: name a dump of a host with --dump, or a root folder with --effective --root."
        : null;
}
