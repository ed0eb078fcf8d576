using ConfigGen.Core.Spec.Builtin;

namespace ConfigGen.Core.Spec.Layers;

/// <summary>Paths inside specs, with forward slashes, joined without asking the disk.</summary>
public static class LayerPath
{
    /// <summary>A path written in a file, as a path from where that file's own path starts.</summary>
    public static string Join(string fromFile, string path)
    {
        path = path.Replace('\\', '/');
        if (path.StartsWith('/'))
        {
            return Normalize(path);
        }

        var cut = fromFile.LastIndexOf('/');
        return Normalize(cut < 0 ? path : fromFile[..(cut + 1)] + path);
    }

    /// <summary>Without "." and without ".." that can be resolved.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not (".." or ""))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>The way from the folder of one file to another file; its name alone where the two do not start in the same place; a starting point as it is.</summary>
    public static string Relative(string fromFile, string toFile)
    {
        if (StartingPoints.IsReference(toFile))
        {
            return toFile;
        }

        if (fromFile.StartsWith('/') != toFile.StartsWith('/'))
        {
            return toFile[(toFile.LastIndexOf('/') + 1)..];
        }

        var from = Normalize(fromFile).Split('/')[..^1];
        var to = Normalize(toFile).Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common])
        {
            common++;
        }

        return string.Join('/', Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
    }
}
