using System.Collections.Immutable;
using ConfigGen.Core.Capture;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Verify;

namespace ConfigGen.Cli.Files;

/// <summary>Reads what is in force on the live host, and what will be after a boot of a host or an image.</summary>
internal sealed class LiveReader(Host host, long cap)
{
    /// <summary>How reports call the host that this runs on.</summary>
    public const string ThisHost = "this host";

    private readonly HostReader _reader = new(host);
    private readonly RootFolder _root = new(host.Root, cap);

    /// <summary>What is there and could not be read, with the reason.</summary>
    public IReadOnlyList<string> Problems => _root.Problems;

    /// <summary>What is in force now.</summary>
    /// <param name="units">The units to ask about.</param>
    public LiveHost Now(IReadOnlyCollection<string> units)
    {
        var files = new HostFiles(_root);
        return new LiveHost(ThisHost)
        {
            Identity = HostIdentity.Of(_reader.Text(), PlatformCatalog.BuiltIn),
            Values = _reader.Keys().ToImmutableSortedDictionary(k => k.Key, k => k.Value, StringComparer.Ordinal),
            Units = units.Count == 0 ? null : Units(units, files),
            WithoutUnits = "systemctl does not answer: is systemd running here?",
            Files = files.Sysctl(),
            Others = files.Others(),
        };
    }

    /// <summary>What the files of the root folder say.</summary>
    /// <param name="name">How reports call it.</param>
    /// <param name="units">The units to look for.</param>
    public LiveHost AfterBoot(string name, IReadOnlyCollection<string> units)
    {
        var files = new HostFiles(_root);
        return new LiveHost(name)
        {
            Platform = HostIdentity.PlatformOf(_root.Text("/etc/os-release") ?? _root.Text("/usr/lib/os-release") ?? "", PlatformCatalog.BuiltIn),
            Units = units.ToImmutableDictionary(u => u, u => new UnitState(u, ImmutableDictionary<string, string>.Empty) { Files = files.Unit(u) }, StringComparer.Ordinal),
            Files = files.Sysctl(),
            Others = files.Others(),
        };
    }

    private ImmutableDictionary<string, UnitState>? Units(IReadOnlyCollection<string> units, HostFiles files)
    {
        var found = ImmutableDictionary.CreateBuilder<string, UnitState>(StringComparer.Ordinal);
        var isAsked = false;

        // A template is no unit that could be asked about.
        foreach (var unit in units.Where(u => !u.Contains("@.", StringComparison.Ordinal)))
        {
            if (host.Program(["systemctl", "show", "--no-pager", "--", unit]) is { } text && HostDump.Units(text) is [var state])
            {
                isAsked = true;
                found[unit] = WithFiles(state, files);
            }
        }

        return isAsked || units.All(u => u.Contains("@.", StringComparison.Ordinal)) ? found.ToImmutable() : null;
    }

    private UnitState WithFiles(UnitState state, HostFiles files)
    {
        var paths = new[] { state.Properties.GetValueOrDefault("FragmentPath", "") }.Concat(state.Properties.GetValueOrDefault("DropInPaths", "").Split(' ')).Where(p => p.Length > 0);
        return state with { Files = files.Named(paths), Limits = state.MainProcess is { } pid ? _reader.Read($"proc/{pid}/limits") : null };
    }
}
