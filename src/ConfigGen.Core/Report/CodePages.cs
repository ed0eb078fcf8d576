using System.Collections.Immutable;
using System.Reflection;

namespace ConfigGen.Core.Report;

/// <summary>The pages of finding codes, which travel inside the assembly.</summary>
public static class CodePages
{
    private const string Folder = "pages/";

    private const string End = ".md";

    /// <summary>Every code that has a page, in order.</summary>
    public static ImmutableArray<string> Codes { get; } =
    [
        .. Home.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder + "CG", StringComparison.Ordinal) && n.EndsWith(End, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^End.Length])
            .Order(StringComparer.Ordinal),
    ];

    private static Assembly Home => typeof(CodePages).Assembly;

    /// <summary>Whether a text is meant as a code: CG and digits, in any case.</summary>
    public static bool IsCode(string text) =>
        text.Length is > 2 and <= 8 && text.StartsWith("CG", StringComparison.OrdinalIgnoreCase) && text.Skip(2).All(char.IsAsciiDigit);

    /// <summary>The page of a code, or null.</summary>
    public static CodePage? Find(string code)
    {
        var name = code.ToUpperInvariant();
        using var stream = Home.GetManifestResourceStream($"{Folder}{name}{End}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new CodePage(name, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
