using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Spec.Builtin;

/// <summary>The specs that travel inside the tool, one for a kind of host: to extend as <c>builtin:web-server</c>, or to copy with <c>init --from</c>.</summary>
public static class StartingPoints
{
    /// <summary>What a reference starts with, in <c>extends</c> as on the command line.</summary>
    public const string Prefix = "builtin:";

    private const string Folder = "builtin/";
    private const string Extension = ".yaml";

    /// <summary>Their names, such as web-server, in ordinal order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(StartingPoints).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a text is a reference, or meant as one; paths of specs have no colon.</summary>
    public static bool IsReference(string text) =>
        text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || (text.Contains(':', StringComparison.Ordinal) && Names.Contains(NameIn(text), StringComparer.Ordinal));

    /// <summary>The name in a reference, or the text itself.</summary>
    public static string NameIn(string text) => text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    /// <summary>The spec of a name; its path is the reference, so that findings point into it. Null when there is none.</summary>
    public static SourceText? Find(string name)
    {
        using var stream = Names.Contains(name, StringComparer.Ordinal) ? typeof(StartingPoints).Assembly.GetManifestResourceStream(Folder + name + Extension) : null;
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new SourceText(Prefix + name, reader.ReadToEnd());
    }

    /// <summary>" Did you mean 'builtin:web-server'?" with a leading blank, or nothing.</summary>
    /// <param name="name">A name that none has, perhaps with the ending of a file.</param>
    public static string Question(string name)
    {
        var bare = name.Trim('/').EndsWith(Extension, StringComparison.Ordinal) ? name.Trim('/')[..^Extension.Length] : name.Trim('/');
        var beginning = bare.Length > 1 ? Names.Where(known => known.StartsWith(bare, StringComparison.Ordinal)) : [];
        return Spelling.Question([.. beginning.Concat(Spelling.Closest(bare, Names, 1)).Take(1).Select(near => Prefix + near)]);
    }

    /// <summary>All of them, for messages: "builtin:a, builtin:b".</summary>
    public static string Listed => string.Join(", ", Names.Select(name => Prefix + name));
}
