using System.CommandLine;
using ConfigGen.Core.Render;

namespace ConfigGen.Cli.Commands;

/// <summary><c>pack model</c>: what templates see.</summary>
internal sealed class PackModelCommand : Command, IHasExamples
{
    public PackModelCommand(Surroundings around)
        : base("model", "Prints what the templates of a pack see, reader by reader, and how a pack is made.") =>
        SetAction(_ =>
        {
            around.Out.Write(PackModelPage.Render());
            return ExitCode.Clean;
        });

    public string Details => "The page is in Markdown.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples => [("configgen pack model", "the page")];
}
