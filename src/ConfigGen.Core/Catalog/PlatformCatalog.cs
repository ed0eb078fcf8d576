using System.Collections.Immutable;
namespace ConfigGen.Core.Catalog;
/// <summary>Stub.</summary>
public sealed class PlatformCatalog
{
    private readonly ImmutableArray<Platform> _all = [F("debian-12", KernelFamily.Debian, "6.1.192"), F("debian-13", KernelFamily.Debian, "6.12.117"), F("ubuntu-24.04", KernelFamily.Ubuntu, "6.8-ubuntu24.04"), F("rhel-9", KernelFamily.RedHat, "5.14-rhel9.6"), F("rhel-7", KernelFamily.RedHat, "3.10-rhel7.7")];
    /// <summary>Stub.</summary>
    public static PlatformCatalog BuiltIn { get; } = new();
    /// <summary>Stub.</summary>
    public ImmutableArray<Platform> All => _all;
    private static Platform F(string id, KernelFamily f, string t) => new(id, id, [new Kernel(KernelVersion.TryParse(t.Split('-')[0], out var v) ? v : default, f, t)], "252", null);
    /// <summary>Stub.</summary>
    public Platform? Find(string id) => All.FirstOrDefault(p => p.Id == id);
    /// <summary>Stub.</summary>
    public ImmutableArray<string> Suggest(string id) => _all.IsEmpty ? [id] : [];
    /// <summary>Stub.</summary>
    public ImmutableArray<Kernel> Kernels(string version) => KernelVersion.TryParse(version, out var v) && !_all.IsEmpty ? [.. SysctlCatalog.BuiltIn.Kernels(v)] : [];
}
