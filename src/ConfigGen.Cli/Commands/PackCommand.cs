using System.CommandLine;

namespace ConfigGen.Cli.Commands;

/// <summary><c>pack</c>: a team's own templates.</summary>
internal sealed class PackCommand : Command, IHasExamples
{
    public PackCommand(Surroundings around)
        : base("pack", "Judges template packs of your own, and tells what templates see.")
    {
        Add(new PackLintCommand(around));
        Add(new PackModelCommand(around));
    }

    public string Details => "A pack is a folder with a pack.yaml and templates in the Scriban language.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen pack lint packs/cloud-init", "mistakes of one pack"),
        ("configgen pack model", "what templates see, and how a pack is made"),
    ];
}
