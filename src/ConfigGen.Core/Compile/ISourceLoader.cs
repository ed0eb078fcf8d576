using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Compile;

/// <summary>The one seam through which the core gets files: the CLI reads a disk, tests a dictionary.</summary>
public interface ISourceLoader
{
    /// <summary>Reads a file below the repository.</summary>
    /// <param name="path">Relative or absolute, forward slashes, already joined and normalised (no "..", no ".") as far as it can be.</param>
    SourceLoad Load(string path);
}

/// <summary>What came of reading a file: a text, or what is wrong with it.</summary>
/// <param name="Source">The text; null when it could not be read.</param>
/// <param name="Problem">Code (not found, not readable, not text, too large) and message; null when it was read.</param>
public sealed record SourceLoad(SourceText? Source, SourceProblem? Problem)
{
    /// <summary>Whether a byte-order mark stood before the text.</summary>
    public bool HasByteOrderMark { get; init; }
}

/// <summary>Why a file could not be read.</summary>
public sealed record SourceProblem(FindingCode Code, string Message, string? Help);
