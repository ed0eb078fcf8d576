namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>systemd-directives.pack: what is written about directives.</summary>
public sealed class DirectiveCatalog
{
    private readonly PackFile pack;

    private DirectiveCatalog(PackFile pack) => this.pack = pack;

    /// <summary>The entries that travel inside the tool.</summary>
    public static DirectiveCatalog BuiltIn { get; } = new(PackFile.BuiltIn("systemd-directives")!);

    /// <summary>Every directive that something is written about, in ordinal order. A walk over the pack.</summary>
    public IEnumerable<string> Names => pack.Keys();

    /// <summary>The topic of every directive. A walk over the pack.</summary>
    public IEnumerable<(string Directive, string Topic)> Topics => pack.All().Where(line => line[1] == "topic").Select(line => (line[0], line[2]));

    /// <summary>What is written about a directive; null when nothing is.</summary>
    public DirectiveEntry? Find(string directive) =>
        pack.Lines(directive) is { IsEmpty: false } lines ? DirectiveEntry.Read(directive, lines) : null;
}
