namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>Packs systemd-notes.yaml: one line a note.</summary>
internal static class SystemdNotesPacker
{
    public static string Pack(string file)
    {
        var pack = new PackText();
        foreach (var (_, directives) in YamlSource.Entries(YamlSource.Load(file), "directives"))
        {
            foreach (var (directive, notes) in YamlSource.Entries(directives))
            {
                foreach (var note in YamlSource.Items(notes))
                {
                    var fields = YamlSource.Named(note, "section", "values", "deprecated", "ignored", "instead", "note", "harmless", "source").ToList();
                    Assert.True(fields[^1].Length > 0, $"{directive} names no source");
                    pack.Line(directive, fields[..^1]);
                }
            }
        }

        return pack.ToString();
    }
}
