using System.Collections.Frozen;
using System.Globalization;
using ConfigGen.Core.Capture;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Cli.Files;

/// <summary>Measures keys in a network namespace of its own, and holds that the host's values are what they were.</summary>
internal sealed class NamespaceProbe(Host host, SysctlCatalog catalog)
{
    private readonly HostReader _reader = new(host);

    /// <summary>What was measured, by key; or why nothing could be, a few words without a full stop.</summary>
    /// <param name="keys">The host's own keys.</param>
    public (IReadOnlyDictionary<string, NamespaceKey> Measured, string? Problem) Run(IReadOnlyCollection<HostKey> keys)
    {
        var found = new Dictionary<string, NamespaceKey>(StringComparer.Ordinal);
        var problem = host.InNetworkNamespace(() =>
        {
            foreach (var key in _reader.Keys().Where(k => k.Key.StartsWith("net.", StringComparison.Ordinal)).OrderBy(k => k.Key, StringComparer.Ordinal).ToList())
            {
                found[key.Key] = Measure(key);
            }
        });
        if (problem is not null)
        {
            return (FrozenDictionary<string, NamespaceKey>.Empty, problem);
        }

        var changed = keys.Where(k => found.ContainsKey(k.Key) && Probing.IsSafe(k.Key, catalog) && _reader.Value(k.Key) != k.Value).Select(k => k.Key).Order(StringComparer.Ordinal).ToList();
        return changed.Count == 0
            ? (found, null)
            : (FrozenDictionary<string, NamespaceKey>.Empty, $"the host's own {string.Join(", ", changed)} changed meanwhile");
    }

    private NamespaceKey Measure(HostKey key)
    {
        var isSafe = Probing.IsSafe(key.Key, catalog);
        var measured = Probing.Measure(key.Mode, key.Value, isSafe ? value => Try(key.Key, value) : null);
        return isSafe && measured.Accepts is not null ? measured with { IsOwn = true } : measured;
    }

    private Trial Try(string key, Int128 value)
    {
        var isAccepted = _reader.Write(key, value.ToString(CultureInfo.InvariantCulture));
        return new Trial(isAccepted, Probing.Integer(_reader.Value(key)));
    }
}
