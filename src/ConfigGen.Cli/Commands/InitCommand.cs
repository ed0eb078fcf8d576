using System.CommandLine;
using System.Text;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>init</c>: a spec to start from.</summary>
internal sealed class InitCommand : Command, IHasExamples
{
    private readonly Option<string?> _name = new("--name")
    {
        Description = "Name of the host class: lower-case letters, digits and hyphens. [default: the name of the folder]",
        HelpName = "NAME",
    };

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "Where to write it; - is standard output.",
        DefaultValueFactory = _ => "spec.yaml",
    };

    private readonly Surroundings _around;

    public InitCommand(Surroundings around)
        : base("init", "Writes a commented spec to start from.")
    {
        _around = around;
        Add(_file);
        Add(_name);
        SetAction(parsed => Run(parsed.GetValue(_file)!, parsed.GetValue(_name)));
    }

    public string Details => "An existing file is left alone.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen init", "writes spec.yaml, named after the folder"),
        ("configgen init --name web-frontend specs/web.yaml", "another name and file"),
        ("configgen init -", "shows it"),
    ];

    private int Run(string file, string? name)
    {
        if (name is not null && !StarterSpec.IsName(name))
        {
            return Problem(UsageError.Message(this, $"--name \"{Visible.Line(name)}\" must start with a lower-case letter, then lower-case letters, digits and hyphens."));
        }

        var full = Path.GetFullPath(file, _around.Folder);
        var text = StarterSpec.Render(name ?? StarterSpec.NameFrom(Path.GetFileName(Path.GetDirectoryName(file == "-" ? Path.Combine(_around.Folder, "x") : full)) ?? ""));
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
