using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Imports the output of <c>sysctl -a</c>: what a host runs with, of which only that matters which somebody changed.</summary>
internal sealed class SysctlOutput
{
    private const int MostNamed = 12;

    // What a host is, not how it is tuned; and what must not leave it.
    private static readonly string[] Identities =
        ["kernel.hostname", "kernel.domainname", "kernel.random.", "kernel.version", "kernel.osrelease", "kernel.ostype", "kernel.ns_last_pid", "kernel.cap_last_cap", "kernel.arch", "kernel.bootloader_", "kernel.tainted"];

    private static readonly string[] Secrets = [".stable_secret", ".tcp_fastopen_key"];

    private readonly ImportDraft _draft;
    private readonly ImmutableArray<Target> _targets;
    private readonly SysctlCatalog _catalog;
    private readonly SortedDictionary<string, List<string>> _dropped = new(StringComparer.Ordinal);

    // The kernel that the output comes from, where the catalogue has measured it.
    private ImmutableArray<Kernel> _own = [];

    private SysctlOutput(ImportDraft draft, ImmutableArray<Target> targets, SysctlCatalog catalog) => (_draft, _targets, _catalog) = (draft, targets, catalog);

    /// <summary>Reads an output.</summary>
    /// <param name="draft">Where it goes.</param>
    /// <param name="source">The text.</param>
    /// <param name="targets">Whose defaults count.</param>
    /// <param name="catalog">What is known of them.</param>
    public static void Read(ImportDraft draft, SourceText source, ImmutableArray<Target> targets, SysctlCatalog catalog) => new SysctlOutput(draft, targets, catalog).Read(source);

    /// <summary>Whether a text is such an output: it has keys that nobody can set.</summary>
    public static bool IsLikely(string text) =>
        text.Contains("kernel.osrelease = ", StringComparison.Ordinal) || text.Contains("fs.dentry-state = ", StringComparison.Ordinal) || text.Contains("fs.inode-nr = ", StringComparison.Ordinal);

    private void Read(SourceText source)
    {
        var lines = SysctlLines.Read(source);
        foreach (var odd in lines.Odd)
        {
            _draft.Leave(ImportCodes.NotUnderstood, odd.Span, $"This line is no key with a value: {odd.Why}.", odd.Span.Text.StartsWith("sysctl: ", StringComparison.Ordinal) ? "it is a message of sysctl; run it as root to read all keys" : null);
        }

        var release = lines.Lines.FirstOrDefault(l => l.Key.Name == "kernel.osrelease")?.Value ?? "";
        _own = KernelVersion.TryParse(release.Split('-')[0], out var version) ? _catalog.Kernels(version) : [];
        foreach (var group in lines.Lines.Where(l => !l.IsExclusion).GroupBy(l => l.Key.Name, StringComparer.Ordinal))
        {
            var line = group.First();
            if (group.Skip(1).Any())
            {
                Drop("have several lines, so that nobody can set them", line);
            }
            else if (Why(line) is { } why)
            {
                Drop(why, line);
            }
            else
            {
                _draft.Take(line, LineComments.None);
            }
        }

        foreach (var (why, keys) in _dropped)
        {
            var names = string.Join(", ", keys.Take(MostNamed)) + (keys.Count > MostNamed ? $" and {(keys.Count - MostNamed).ToString(CultureInfo.InvariantCulture)} more" : "");
            _draft.Note(ImportCodes.DefaultDropped, source.Span(0, 0), $"{keys.Count.ToString(CultureInfo.InvariantCulture)} {(keys.Count == 1 ? "key is" : "keys are")} left out: they {why}: {names}.");
        }
    }

    private void Drop(string why, SysctlLine line)
    {
        if (!_dropped.TryGetValue(why, out var keys))
        {
            _dropped[why] = keys = [];
        }

        keys.Add(line.Key.Name);
    }

    private string? Why(SysctlLine line)
    {
        var name = line.Key.Name;
        if (Secrets.Any(s => name.EndsWith(s, StringComparison.Ordinal)) || Identities.Any(i => name.StartsWith(i, StringComparison.Ordinal)))
        {
            return "say who the host is or hold its secrets";
        }

        // A host that has the key need not be like every target: what is known of those that have it counts.
        var facts = _targets.SelectMany(t => t.Kernels.Select(k => (Target: t, Fact: _catalog.Lookup(name, k)))).Where(f => f.Fact.Existence == Existence.Exists).ToList();
        if (facts.Count > 0 && facts.All(f => f.Fact.IsReadOnly == true))
        {
            return "cannot be written";
        }

        if (_catalog.HasOwnDefault(name) || _catalog.Curated(name)?.DefaultScalesWith is not null)
        {
            return "start with a value that the kernel makes from the host's memory or hardware, so that it cannot be told whether somebody changed them";
        }

        return facts.Count > 0 && facts.All(f => IsDefault(f.Target, f.Fact, name, line.Value!)) ? "have the value that the targets start with"
            : facts.Count == 0 && _own.Any(k => _catalog.Lookup(name, k).Default is { } start && Words(start) == Words(line.Value!)) ? "are not there on the targets, and have the value that the kernel of this output starts with"
            : Interface(line);
    }

    private static bool IsDefault(Target target, SysctlFact fact, string name, string value)
    {
        var written = Words(value);
        return target.Platform?.AtBoot(name) is { } vendor && Words(vendor.Value) == written || fact.Default is { } start && Words(start) == written;
    }

    // Interfaces are the host's own; all, default and lo are everybody's.
    private static string? Interface(SysctlLine line) =>
        KeyPattern.Interface(line.Key.Name) is { } name && name is not (KeyPattern.All or KeyPattern.Default or "lo") ? "belong to an interface of this host" : null;

    private static string Words(string value) => string.Join(' ', value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
