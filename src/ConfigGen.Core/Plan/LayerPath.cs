namespace ConfigGen.Core.Plan;

/// <summary>Names a layer as seen from the spec, so that the folder in which the tool runs does not show.</summary>
internal static class LayerPath
{
    /// <summary>The path of <paramref name="layer"/> relative to the folder of <paramref name="spec"/>, with forward slashes.</summary>
    public static string From(string spec, string layer)
    {
        if (IsRooted(spec) != IsRooted(layer))
        {
            return Parts(layer)[^1];
        }

        var folder = Parts(spec)[..^1];
        var file = Parts(layer);
        var common = 0;
        while (common < folder.Count && common < file.Count - 1 && folder[common] == file[common])
        {
            common++;
        }

        return string.Join('/', Enumerable.Repeat("..", folder.Count - common).Concat(file.Skip(common)));
    }

    private static bool IsRooted(string path) => path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal);

    private static List<string> Parts(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return parts.Count > 0 ? parts : [path];
    }
}
