using YamlDotNet.RepresentationModel;

namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>Packs platforms.yaml: per platform one line a fact.</summary>
internal static class PlatformPacker
{
    public static string Pack(string file)
    {
        var pack = new PackText();
        foreach (var (_, platforms) in YamlSource.Entries(YamlSource.Load(file), "platforms"))
        {
            foreach (var (id, platform) in YamlSource.Entries(platforms))
            {
                foreach (var (name, value) in YamlSource.Entries(platform, "title", "like", "family", "kernels", "systemd", "procps", "support", "minors", "vendor_sysctl", "references"))
                {
                    PackFact(pack, id, name, value);
                }
            }
        }

        return pack.ToString();
    }

    private static void PackFact(PackText pack, string id, string name, YamlNode value)
    {
        switch (name)
        {
            case "kernels":
                foreach (var kernel in YamlSource.Items(value))
                {
                    pack.Line(id, ["kernel", .. YamlSource.Named(kernel, "version", "stream", "table", "family")]);
                }

                break;
            case "support":
                pack.Line(id, ["support", .. YamlSource.Named(value, "standard", "long")]);
                break;
            case "references":
                foreach (var reference in YamlSource.Items(value))
                {
                    pack.Line(id, ["reference", .. YamlSource.Named(reference, "title", "ref", "says")]);
                }

                break;
            case "vendor_sysctl":
                foreach (var (origin, settings) in YamlSource.Entries(value))
                {
                    foreach (var (key, setting) in YamlSource.Entries(settings))
                    {
                        pack.Line(id, "vendor", origin, key, YamlSource.Text(setting));
                    }
                }

                break;
            case "minors":
                foreach (var (minor, systemd) in YamlSource.Entries(value))
                {
                    pack.Line(id, "minor", minor, YamlSource.Text(systemd));
                }

                break;
            default:
                pack.Line(id, name, YamlSource.Text(value));
                break;
        }
    }
}
