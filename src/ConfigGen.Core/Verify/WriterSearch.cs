using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Raw;

namespace ConfigGen.Core.Verify;

/// <summary>Finds out who gave a key its value: the files that are read at boot, then whoever comes after them.</summary>
internal sealed class WriterSearch(LiveHost host, SysctlCatalog catalog, ImmutableArray<Kernel> kernels)
{
    /// <summary>Who sets the key, in the order in which they do, and what that means for the value that is there.</summary>
    public (ImmutableArray<Writer> Writers, string? Detail) Explain(SysctlKey key, string wanted, string found)
    {
        if (host.Files is not { } files)
        {
            return ([], null);
        }

        var boot = files.Systemd.For(key);
        var later = host.Others?.Of(key) ?? [];
        if (later.LastOrDefault(w => ValueMatch.IsSame(key.Name, w.Value, found)) is { } culprit)
        {
            return (boot is null ? [culprit] : [At(boot, "read last at boot"), culprit], null);
        }

        return boot is null ? Nobody(key, files, found, later)
            : ValueMatch.IsSame(key.Name, boot.Value!, found) ? ([At(boot, "read last at boot")], null)
            : ValueMatch.IsSame(key.Name, boot.Value!, wanted) ? ([At(boot, "read last at boot"), .. later], "the files are as they should be: something wrote the key after they were applied, or they have not been applied since they changed (systemctl restart systemd-sysctl)")
            : ([At(boot, "read last at boot"), .. later], "no file says what is there: something wrote it after boot");
    }

    // Only procps reads /etc/sysctl.conf where no link in /etc/sysctl.d leads to it.
    private (ImmutableArray<Writer> Writers, string? Detail) Nobody(SysctlKey key, SysctlTree files, string found, ImmutableArray<Writer> later) =>
        files.Procps.For(key) is { } procps && ValueMatch.IsSame(key.Name, procps.Value!, found) ? ([At(procps, "read by sysctl --system alone, not at boot")], null)
        : (later, !later.IsEmpty ? null : IsDefault(key, found) ? "no file sets it, and this is what the kernel starts with" : "no file sets it: what this kernel starts with, or something wrote it by hand");

    private bool IsDefault(SysctlKey key, string found) =>
        !catalog.HasOwnDefault(key.Name) && !kernels.IsEmpty && kernels.All(k => catalog.Lookup(key.Name, k).Default is { Length: > 0 } value && ValueMatch.IsSame(key.Name, value, found));

    /// <summary>The place of a line of a file.</summary>
    public static Writer At(SysctlLine line, string what) => new(line.KeySpan.Source.Path, line.KeySpan.Start.Line, line.Value!, what);
}
