using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>Every directive of unit files that the dumps know, and what is written about some of them.</summary>
/// <remarks>The dumps are the output of each version's own <c>systemd --dump-configuration-items</c> (Debian's builds).</remarks>
public sealed class UnitCatalog
{
    private readonly PackFile facts;
    private readonly Lazy<FrozenDictionary<string, ImmutableArray<DirectiveNote>>> notes;
    private readonly Lazy<ImmutableArray<(string Directive, string[] Sections)>> all;
    private readonly ConcurrentDictionary<string, DirectiveFact> found = new(StringComparer.Ordinal);

    private UnitCatalog(PackFile facts, PackFile notes)
    {
        this.facts = facts;
        all = new(() => [.. facts.All().Select(line => (line[0], line[1].Split(' ')))]);
        this.notes = new(() => ReadNotes(notes));
        Versions = [.. facts.Header("versions").Select(v => int.Parse(v, CultureInfo.InvariantCulture))];
    }

    /// <summary>The facts that travel inside the tool.</summary>
    public static UnitCatalog BuiltIn { get; } = new(PackFile.BuiltIn("systemd")!, PackFile.BuiltIn("systemd-notes")!);

    /// <summary>The systemd versions that were asked, ascending.</summary>
    public ImmutableArray<int> Versions { get; }

    /// <summary>Every directive of every section, in ordinal order. A walk over the pack.</summary>
    public IEnumerable<string> Directives => facts.Keys();

    /// <summary>Every section, in ordinal order. The first call walks over the whole pack.</summary>
    public IEnumerable<string> Sections => all.Value.SelectMany(line => line.Sections).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>What is known about a directive; null when no dump has it.</summary>
    public DirectiveFact? Find(string directive)
    {
        // Specs by the thousand use the same few directives. What is not found is not kept, so that hostile input cannot fill the memory.
        if (!found.TryGetValue(directive, out var fact) && Read(directive) is { } read)
        {
            found[directive] = fact = read;
        }

        return fact;
    }

    /// <summary>What is written about a directive, or about some values of it; empty when nothing is.</summary>
    public ImmutableArray<DirectiveNote> Notes(string directive) => notes.Value.GetValueOrDefault(directive, []);

    /// <summary>Every directive that one of the sections knows on some version, in ordinal order. The first call walks over the whole pack.</summary>
    public IEnumerable<string> Names(params IEnumerable<string> sections)
    {
        var wanted = sections.ToHashSet(StringComparer.Ordinal);
        return all.Value.Where(line => line.Sections.Any(wanted.Contains)).Select(line => line.Directive).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Every directive of every section, in ordinal order. The first call walks over the whole pack.</summary>
    public IEnumerable<string> Names() => all.Value.Select(line => line.Directive).Distinct(StringComparer.Ordinal);

    // A score of lines, asked about for every directive of every unit: read once, when the first unit is judged.
    private static FrozenDictionary<string, ImmutableArray<DirectiveNote>> ReadNotes(PackFile pack) =>
        pack.All().GroupBy(line => line[0], StringComparer.Ordinal).ToFrozenDictionary(
            lines => lines.Key,
            lines => lines.Select(line => DirectiveNote.Read(line.RemoveAt(0))).ToImmutableArray(),
            StringComparer.Ordinal);

    private DirectiveFact? Read(string directive)
    {
        var lines = facts.Lines(directive);
        return lines.IsEmpty ? null : new DirectiveFact(directive, [.. lines.SelectMany(Places)]);
    }

    private IEnumerable<DirectivePlace> Places(ImmutableArray<string> fields) =>
        fields[0].Split(' ').Select(section => new DirectivePlace(section, Versions, fields.RemoveAt(0)));
}
