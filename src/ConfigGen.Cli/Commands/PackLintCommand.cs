using System.Collections.Immutable;
using System.CommandLine;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Engines;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Render;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>pack lint</c>: mistakes in template packs, without rendering.</summary>
internal sealed class PackLintCommand : Command, IHasExamples
{
    private readonly Argument<string[]> _folders = new("DIR")
    {
        Description = "A pack, or a folder of packs.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly SpecOptions _common = new(withReports: true);

    private readonly Surroundings _around;

    public PackLintCommand(Surroundings around)
        : base("lint", "Finds mistakes in template packs without rendering them: unknown names, wrong syntax, missing quotes.")
    {
        _around = around;
        Add(_folders);
        foreach (var option in new Option[] { _common.FailOn, _common.Format, _common.MaxSize, _common.Color })
        {
            Add(option);
        }

        SetAction(Run);
    }

    public string Details => "What templates see is told by configgen pack model. Rendering itself, and the check of what was rendered, happen in generate.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen pack lint packs/cloud-init", "one pack"),
        ("configgen pack lint packs", "every pack of a folder"),
        ("configgen pack lint --format github packs", "annotations on a pull request; there are also json, sarif, junit and markdown"),
    ];

    private int Run(ParseResult parsed)
    {
        var cap = parsed.GetValue(_common.MaxSize)?.Value ?? SpecOptions.DefaultCap;
        var all = new List<(ImmutableDictionary<string, string> Templates, Func<string, string> Shown)>();
        foreach (var folder in parsed.GetValue(_folders) ?? [])
        {
            var (templates, shown, problem) = Read(folder, cap);
            if (problem is not null)
            {
                _around.Error.Write(UsageError.Message(this, Visible.Line($"{folder}: {problem}.")));
                return ExitCode.Usage;
            }

            all.Add((templates!, shown));
        }

        var printer = new FindingPrinter(Print(parsed), toOut: true);
        foreach (var (templates, shown) in all)
        {
            printer.Add(PackLinter.Lint(templates, new TemplateInspector(), shown));
        }

        printer.Finish(Count.Of(all.Sum(a => a.Templates.Keys.Count(name => Path.GetFileName(name) == PackSource.PackFileName)), "pack"));
        return printer.Fails ? ExitCode.Findings : ExitCode.Clean;
    }

    private (ImmutableDictionary<string, string>? Templates, Func<string, string> Shown, string? Problem) Read(string folder, long cap)
    {
        var full = Path.GetFullPath(folder.Replace('\0', '\ufffd'), _around.Folder);
        var (files, problem) = TemplateFolder.Read(full, within: Repository.RootOf(Path.Combine(full, PackSource.PackFileName)), cap);
        if (files is null)
        {
            return (null, name => name, problem);
        }

        var isPack = files.ContainsKey(PackSource.PackFileName);
        if (!isPack && !files.Keys.Any(name => name.EndsWith("/" + PackSource.PackFileName, StringComparison.Ordinal)))
        {
            return (null, name => name, $"there is no {PackSource.PackFileName} in it or in a folder of it");
        }

        var parent = Repository.Slashes(folder).TrimEnd('/');
        var pack = Path.GetFileName(Path.TrimEndingDirectorySeparator(full)) + "/";
        return isPack
            ? (files.ToImmutableDictionary(f => pack + f.Key, f => f.Value, StringComparer.Ordinal), name => $"{parent}/{(name.StartsWith(pack, StringComparison.Ordinal) ? name[pack.Length..] : name)}", null)
            : (files, name => $"{parent}/{name}", null);
    }

    private SpecRun Print(ParseResult parsed)
    {
        var color = parsed.GetValue(_common.Color)?.Value ?? Colors.Auto;
        return new SpecRun(_around, [], parsed.GetValue(_common.Format)?.Value ?? ReportFormat.Text, parsed.GetValue(_common.FailOn)?.Value ?? Severity.Error, Output: null)
        {
            OutInk = color.InkFor(_around.OutIsTerminal, _around),
            ErrorInk = color.InkFor(_around.ErrorIsTerminal, _around),
        };
    }
}
