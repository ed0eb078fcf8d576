using System.CommandLine;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Report.Editor;
using ConfigGen.Core.Schema;

namespace ConfigGen.Cli.Commands;

/// <summary><c>schema</c>: the JSON Schemas of specs, of .configgen.yaml and of the JSON report.</summary>
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

    private readonly Option<bool> _report = new("--report")
    {
        Description = "The schema of what --format json prints.",
    };

    private readonly Surroundings _around;

    public SchemaCommand(Surroundings around)
        : base("schema", "Prints the JSON Schema that specs are validated against, the one for editors, or that of another file.")
    {
        _around = around;
        Add(_editor);
        Add(_config);
        Add(_report);
        SetAction(Run);
    }

    public string Details => "JSON Schema 2020-12, on standard output.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen schema", "the small one that validate uses"),
        ("configgen schema --editor >tuning-spec.json", "for completion and hover: # yaml-language-server: $schema=tuning-spec.json"),
        ("configgen schema --config", "for .configgen.yaml"),
        ("configgen schema --report", "for what validate --format json prints"),
    ];

    private int Run(ParseResult parsed)
    {
        var asked = new[] { _editor, _config, _report }.Where(parsed.GetValue).ToList();
        if (asked.Count > 1)
        {
            _around.Error.Write(UsageError.Message(this, $"{asked[0].Name} and {asked[1].Name} exclude each other."));
            return ExitCode.Usage;
        }

        _around.Out.Write(Text(asked.FirstOrDefault()));
        return ExitCode.Clean;
    }

    private string Text(Option<bool>? which) =>
        which == _editor ? EditorSchema.Render(SysctlCatalog.BuiltIn, UnitCatalog.BuiltIn, DirectiveCatalog.BuiltIn)
        : which == _config ? SpecSchema.Configuration.GetRawText() + "\n"
        : which == _report ? SpecSchema.Report.GetRawText() + "\n"
        : SpecSchema.TuningSpec.GetRawText() + "\n";
}
