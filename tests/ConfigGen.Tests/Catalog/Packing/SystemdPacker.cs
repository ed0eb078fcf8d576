using System.Globalization;

namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>Packs the dumps of systemd versions: per directive one line for the sections that agree on its parser type in every version.</summary>
internal static class SystemdPacker
{
    private const string Prefix = "systemd-";
    private const string Suffix = "-config-items.txt";

    public static string Pack(string folder)
    {
        var dumps = Directory.GetFiles(folder, $"{Prefix}*{Suffix}")
            .Select(path => (Version: Version(Path.GetFileName(path)), Types: Read(File.ReadAllLines(path))))
            .OrderBy(d => d.Version)
            .ToList();
        var pack = new PackText().Header(["versions", .. dumps.Select(d => d.Version.ToString(CultureInfo.InvariantCulture))]);
        var places = dumps.SelectMany(d => d.Types.Keys).Distinct();
        foreach (var group in places.GroupBy(p => (p.Directive, Types: string.Join('\t', dumps.Select(d => d.Types.GetValueOrDefault(p, ""))))).OrderBy(g => g.Key.Types, StringComparer.Ordinal))
        {
            var sections = string.Join(' ', group.Select(p => p.Section).Order(StringComparer.Ordinal));
            pack.Line(group.Key.Directive, [sections, .. group.Key.Types.Split('\t')]);
        }

        return pack.ToString();
    }

    private static int Version(string file) => int.Parse(file[Prefix.Length..^Suffix.Length], CultureInfo.InvariantCulture);

    private static Dictionary<(string Section, string Directive), string> Read(string[] lines)
    {
        var types = new Dictionary<(string, string), string>();
        var section = "";
        foreach (var line in lines.Where(l => l.Length > 0))
        {
            if (line[0] == '[')
            {
                section = line[1..^1];
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            types.Add((section, line[..equals]), line[(equals + 1)..]);
        }

        return types;
    }
}
