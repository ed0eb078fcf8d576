using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Report.Explain;

/// <summary>The platform or kernel that an answer is narrowed to.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kernels">Its kernels.</param>
/// <param name="Platform">The platform; null for a kernel.</param>
public sealed record ExplainTarget(string Name, ImmutableArray<Kernel> Kernels, Platform? Platform)
{
    /// <summary>The version of systemd; null where the target says nothing about it.</summary>
    public int? Systemd =>
        int.TryParse(Platform?.Systemd?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;

    /// <summary>Reads the name of a platform, a kernel version or the name of a table; null when it is none of them, with the reason.</summary>
    public static ExplainTarget? Parse(string name, PlatformCatalog platforms, SysctlCatalog catalog, out string? problem)
    {
        problem = null;
        if (platforms.Find(name) is { } platform)
        {
            return new ExplainTarget(name, platform.Kernels, platform);
        }

        if (catalog.Tables.FirstOrDefault(t => t.Name == name) is { } table)
        {
            return new ExplainTarget(name, [new Kernel(table.Version, table.Family, table.Name)], Platform: null);
        }

        if (platforms.Kernels(name) is { IsEmpty: false } kernels)
        {
            return new ExplainTarget(name, kernels, Platform: null);
        }

        problem = $"\"{Visible.Line(name)}\" is neither a platform nor a kernel version.{Spelling.Question(platforms.Suggest(name))}";
        return null;
    }
}
