using System.CommandLine;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Compare;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary>How a comparison is printed.</summary>
internal enum CompareFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For a pull request.</summary>
    Markdown,

    /// <summary>For programs.</summary>
    Json,
}

/// <summary><c>compare</c>: what an upgrade changes.</summary>
internal sealed class CompareCommand : Command, IHasExamples
{
    private readonly Argument<string> _from = new("FROM")
    {
        Description = "A platform such as debian-12, a kernel such as 6.1.192 or 6.1, or systemd-252.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string> _to = new("TO") { Description = "The same, after the upgrade.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Argument<string[]> _specs = new("SPEC")
    {
        Description = "Only what these specs set, with their values; - is standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<Choice<string>?> _only = SpecOptions.Word<string>(
        "--only", "Compare only this. [default: both, where both sides have it]", new("sysctl", "sysctl"), new("systemd", "systemd"));

    private readonly Option<bool> _all = new("--all") { Description = "Also list what is not known." };

    private readonly Option<Choice<CompareFormat>?> _format = SpecOptions.Word<CompareFormat>(
        "--format",
        "text for people, markdown for a pull request, json for programs. [default: text]",
        new("text", CompareFormat.Text),
        new("markdown", CompareFormat.Markdown),
        new("json", CompareFormat.Json));

    private readonly Option<Choice<long>?> _maxSize = SpecOptions.MaxSizeOption();

    public CompareCommand(Surroundings around)
        : base("compare", "Tells what an upgrade from one platform, kernel or systemd to another changes.")
    {
        foreach (var argument in new Argument[] { _from, _to, _specs })
        {
            Add(argument);
        }

        foreach (var option in new Option[] { _only, _all, _format, _maxSize })
        {
            Add(option);
        }

        SetAction(parsed => Run(parsed, around));
    }

    public string Details => """
        Only what is known of both sides is told; what is not is counted. Exit code 0; with a spec 1 when
        something that it sets is gone, read-only, refused, altered or without effect after the upgrade.
        """;

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen compare debian-12 debian-13", "keys and directives that go, come or change"),
        ("configgen compare --only systemd debian-12 debian-13", "directives alone"),
        ("configgen compare 6.1.192 6.12.117 web.yaml", "what the upgrade does to the settings of a spec"),
    ];

    private int Run(ParseResult parsed, Surroundings around)
    {
        if (parsed.GetValue(_from) is not { } from || parsed.GetValue(_to) is not { } to)
        {
            return Problem(around, "name two platforms, kernels or versions of systemd: configgen compare debian-12 debian-13.");
        }

        var (before, problem) = Side.Read(from, PlatformCatalog.BuiltIn, SysctlCatalog.BuiltIn);
        var (after, problemAfter) = Side.Read(to, PlatformCatalog.BuiltIn, SysctlCatalog.BuiltIn);
        var subjects = parsed.GetValue(_only)?.Value switch { "sysctl" => Subjects.Sysctl, "systemd" => Subjects.Systemd, _ => Subjects.All };
        if (before is null || after is null)
        {
            return Problem(around, Visible.Line(problem ?? problemAfter!));
        }

        if (Comparer.Compared(before, after, subjects) == Subjects.None)
        {
            var what = subjects switch { Subjects.Sysctl => "kernels", Subjects.Systemd => "systemd", _ => "kernels or systemd" };
            return Problem(around, $"{Visible.Line(from)} and {Visible.Line(to)} do not both have {what} that could be compared.");
        }

        var run = new CompareRun(around, before, after, subjects, parsed.GetValue(_maxSize)?.Value ?? SpecOptions.DefaultCap);
        return run.Print(parsed.GetValue(_specs) ?? [], parsed.GetValue(_format)?.Value ?? CompareFormat.Text, parsed.GetValue(_all));
    }

    private int Problem(Surroundings around, string problem)
    {
        around.Error.Write(UsageError.Message(this, problem));
        return ExitCode.Usage;
    }
}
