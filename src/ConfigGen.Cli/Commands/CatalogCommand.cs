using System.CommandLine;

namespace ConfigGen.Cli.Commands;

/// <summary><c>catalog</c>: what the tool knows about sysctl keys, and how well.</summary>
internal sealed class CatalogCommand : Command, IHasExamples
{
    public CatalogCommand(Surroundings around)
        : base("catalog", "Lists and searches the sysctl keys that configgen knows, and checks its facts against tables of other kernels.")
    {
        Add(new CatalogListCommand(around));
        Add(new CatalogSearchCommand(around));
        Add(new CatalogTopicsCommand(around));
        Add(new CatalogAuditCommand(around));
    }

    public string Details => "What is known about one key, kernel by kernel, is told by configgen explain.";

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen catalog topics", "the topics"),
        ("configgen catalog list --topic keepalive", "the keys of one"),
        ("configgen catalog search dead peer", "keys by what they are about"),
        ("configgen catalog audit 6.6.13.tsv", "compare the catalogue with what a kernel says"),
    ];
}
