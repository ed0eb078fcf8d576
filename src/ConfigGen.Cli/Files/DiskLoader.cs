using System.Text;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec.Builtin;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Files;

/// <summary>Reads a spec and its layers from the disk or from standard input; nothing larger than the cap and nothing that is not a file.</summary>
/// <remarks>
/// Layers come from the repository of the spec: findings show lines of what they read, and a proposed change that extends some file of the build
/// machine must not get that into a log.
/// </remarks>
/// <param name="spec">Absolute path of the spec that was asked for.</param>
/// <param name="folder">Absolute path that relative paths start from.</param>
/// <param name="input">Standard input.</param>
/// <param name="cap">Largest size in bytes.</param>
/// <param name="listed">The spec was not named by the user but found in the repository: then a link that it may be must not leave it either.</param>
internal sealed class DiskLoader(string spec, string folder, Stream input, long cap, bool listed = false) : ISourceLoader
{
    /// <summary>How findings name standard input.</summary>
    public const string StandardInput = "<stdin>";

    private readonly string? _root = Repository.RootOf(spec);

    /// <inheritdoc/>
    public SourceLoad Load(string path)
    {
        if (path == StandardInput)
        {
            return Read(path, input);
        }

        var full = Path.GetFullPath(path.Replace('\0', '\ufffd'), folder);
        if (ProblemOf(path, full) is { } problem)
        {
            return new SourceLoad(Source: null, problem);
        }

        try
        {
            using var stream = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            return stream.Length > cap ? TooLarge(path) : Read(path, stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            var isPoint = StartingPoints.IsReference(path);
            return Problem(InputCodes.NotFound, $"{path} does not exist", isPoint ? $"a starting point is no file: make a copy with configgen init --from {path}, or name it under extends" : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem(InputCodes.NotReadable, $"{path} cannot be read: {IoReason.Of(e)}", help: null);
        }
    }

    private SourceProblem? ProblemOf(string path, string full)
    {
        if (_root is not null && (listed || full != spec) && !RealPath.IsBelow(full, _root))
        {
            return new SourceProblem(InputCodes.NotReadable, $"{path} lies outside of the repository of the spec", "keep what a spec needs in its repository");
        }

        if (Directory.Exists(full))
        {
            return new SourceProblem(InputCodes.NotReadable, $"{path} is a folder, not a file", "name the spec in it");
        }

        return FileKinds.Of(full) == FileKind.Other
            ? new SourceProblem(InputCodes.NotReadable, $"{path} is not a regular file but a pipe or a device", "to read from a pipe, name - and redirect it into standard input")
            : null;
    }

    private SourceLoad Read(string path, Stream stream)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int count; (count = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > cap)
            {
                return TooLarge(path);
            }
        }

        var (text, problem) = Utf8Text.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return text is null
            ? Problem(InputCodes.NotText, $"{path} {problem}", "save it as UTF-8")
            : new SourceLoad(new SourceText(path, text), Problem: null) { HasByteOrderMark = bytes.GetBuffer().AsSpan(0, (int)bytes.Length).StartsWith(Encoding.UTF8.Preamble) };
    }

    private SourceLoad TooLarge(string path) =>
        Problem(InputCodes.TooLarge, $"{path} is larger than {ByteSize.Show(cap)}", "if it is meant to be so large, raise the cap with --max-size");

    private static SourceLoad Problem(FindingCode code, string message, string? help) => new(Source: null, new SourceProblem(code, message, help));
}
