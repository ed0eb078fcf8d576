using System.CommandLine;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>catalog topics</c>: what the known keys are about.</summary>
internal sealed class CatalogTopicsCommand : Command, IHasExamples
{
    private readonly Option<Choice<ReportFormat>?> _format = SpecOptions.FormatOption();

    public CatalogTopicsCommand(Surroundings around)
        : base("topics", "Lists the topics of the sysctl keys that are known.")
    {
        Add(_format);
        SetAction(parsed =>
        {
            var topics = new KeySearch(SysctlCatalog.BuiltIn).Topics();
            around.Out.Write(parsed.GetValue(_format)?.Value == ReportFormat.Json ? KeyList.TopicsToJson(topics) : KeyList.Topics(topics));
            return ExitCode.Clean;
        });
    }

    public string Details => "Keys that nothing is written about have no topic.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples => [("configgen catalog topics", "topics, each with the number of its keys")];
}
