using System.CommandLine;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Report.Editor;
using ConfigGen.Core.Schema;

namespace ConfigGen.Cli.Commands;

/// <summary><c>schema</c>: the JSON Schemas of specs and of .configgen.yaml.</summary>
internal sealed class SchemaCommand : Command, IHasExamples
{
    private readonly Option<bool> _editor = new("--editor")
    {
        Description = "The schema of specs for editors: every key and directive by name, with its meaning, default and bounds.",
    };

    private readonly Option<bool> _config = new("--config")
    {
        Description = "The schema of .configgen.yaml.",
    };

    private readonly Surroundings _around;

    public SchemaCommand(Surroundings around)
        : base("schema", "Prints the JSON Schema that specs are validated against, or the one for editors.")
    {
        _around = around;
        Add(_editor);
        Add(_config);
        SetAction(parsed => Run(parsed.GetValue(_editor), parsed.GetValue(_config)));
    }

    public string Details => "JSON Schema 2020-12, on standard output.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen schema", "the small one that validate uses"),
        ("configgen schema --editor >tuning-spec.json", "for completion and hover: # yaml-language-server: $schema=tuning-spec.json"),
        ("configgen schema --config", "for .configgen.yaml"),
    ];

    private int Run(bool editor, bool config)
    {
        if (editor && config)
        {
            _around.Error.Write(UsageError.Message(this, "--editor and --config exclude each other."));
            return ExitCode.Usage;
        }

        _around.Out.Write(editor ? EditorSchema.Render(SysctlCatalog.BuiltIn, UnitCatalog.BuiltIn, DirectiveCatalog.BuiltIn) : Text(config));
        return ExitCode.Clean;
    }

    private static string Text(bool config) => (config ? SpecSchema.Configuration : SpecSchema.TuningSpec).GetRawText() + "\n";
}
