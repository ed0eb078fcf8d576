using System.CommandLine;
using System.Text;
using ConfigGen.Core.Report;
using ConfigGen.Core.Report.Explain;
using ConfigGen.Core.Spec.Builtin;

namespace ConfigGen.Cli.Commands;

/// <summary><c>init</c>: a spec to start from.</summary>
internal sealed class InitCommand : Command, IHasExamples
{
    private readonly Option<string?> _name = new("--name")
    {
        Description = "Name of the host class: lower-case letters, digits and hyphens. [default: that of the starting point, or of the folder]",
        HelpName = "NAME",
    };

    private readonly Option<string?> _from = new("--from")
    {
        Description = "Copy a starting point, such as builtin:web-server, to make it your own.",
        HelpName = "STARTING-POINT",
    };

    private readonly Option<bool> _list = new("--list") { Description = "List the starting points, and write nothing." };

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "Where to write it; - is standard output.",
        DefaultValueFactory = _ => "spec.yaml",
    };

    private static readonly int Width = StartingPoints.Names.Max(name => (StartingPoints.Prefix + name).Length);

    private readonly Surroundings _around;

    public InitCommand(Surroundings around)
        : base("init", "Writes a commented spec to start from.")
    {
        _around = around;
        Add(_file);
        Add(_name);
        Add(_from);
        Add(_list);
        SetAction(parsed => parsed.GetValue(_list) ? List(parsed.GetValue(_name) ?? parsed.GetValue(_from)) : Run(parsed.GetValue(_file)!, parsed.GetValue(_name), parsed.GetValue(_from)));
    }

    public string Details =>
        "An existing file is left alone. A starting point can also stay where it is, and a spec extend it: extends: [builtin:web-server].";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen init", "writes spec.yaml, named after the folder"),
        ("configgen init --name web-frontend specs/web.yaml", "another name and file"),
        ("configgen init -", "shows it"),
        ("configgen init --list", "the starting points"),
        ("configgen init --from builtin:web-server", "a copy of one, with the reason of every value"),
    ];

    private int List(string? other)
    {
        if (other is not null)
        {
            return Problem(UsageError.Message(this, "--list writes nothing, so leave --from and --name out."));
        }

        foreach (var point in StartingPoints.Names)
        {
            _around.Out.Write($"{(StartingPoints.Prefix + point).PadRight(Width)}  {StartingPointPage.Of(point)!.Description}\n");
        }

        _around.Error.Write($"next: configgen explain {StartingPoints.Prefix}{StartingPoints.Names[0]}, or configgen init --from {StartingPoints.Prefix}{StartingPoints.Names[0]}\n");
        return ExitCode.Clean;
    }

    private int Run(string file, string? name, string? from)
    {
        if (from is not null && StartingPoints.Find(StartingPoints.NameIn(from)) is null)
        {
            return Problem(UsageError.Message(this, $"there is no starting point \"{Visible.Line(from)}\".{StartingPoints.Question(StartingPoints.NameIn(from))} There are {StartingPoints.Listed}."));
        }

        if (name is not null && !StarterSpec.IsName(name))
        {
            return Problem(UsageError.Message(this, $"--name \"{Visible.Line(name)}\" must start with a lower-case letter, then lower-case letters, digits and hyphens."));
        }

        var full = Path.GetFullPath(file, _around.Folder);
        var folder = Path.GetFileName(Path.GetDirectoryName(file == "-" ? Path.Combine(_around.Folder, "x") : full)) ?? "";
        var text = from is null ? StarterSpec.Render(name ?? StarterSpec.NameFrom(folder)) : StarterSpec.CopyOf(StartingPoints.NameIn(from), name);
        if (file == "-")
        {
            _around.Out.Write(text);
            return ExitCode.Clean;
        }

        if (Path.Exists(full))
        {
            return Problem($"configgen init: {Visible.Line(file)} exists already and is left as it is.\n");
        }

        return Write(file, full, text);
    }

    private int Write(string file, string full, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using var stream = new FileStream(full, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem($"configgen init: cannot write {Visible.Line(file)}: {IoReason.Of(e)}\n");
        }

        _around.Out.Write($"{Visible.Line(file)}\n");
        _around.Error.Write($"next: configgen validate {Visible.Line(file)}\n");
        return ExitCode.Clean;
    }

    private int Problem(string message)
    {
        _around.Error.Write(message);
        return ExitCode.Usage;
    }
}
