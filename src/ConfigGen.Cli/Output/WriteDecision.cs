using System.Text;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;

namespace ConfigGen.Cli.Output;

/// <summary>Decides file by file what may be written and removed.</summary>
internal sealed class WriteDecision(OutputFolder folder, Manifest owned, bool force)
{
    private const string ForceHelp = "move it away, or run generate --force to overwrite it";

    public List<FileWrite> Writes { get; } = [];

    public List<string> Removals { get; } = [];

    public List<string> Unchanged { get; } = [];

    public List<Finding> Refusals { get; } = [];

    /// <summary>A file that is rendered.</summary>
    public void Place(string path, string content)
    {
        // A path that leaves the folder never comes from a checked plan: refuse to go on rather than to write there.
        if (!OutputPath.IsInside(path))
        {
            throw new InvalidOperationException($"The plan writes outside of its folder: {path}");
        }

        switch (folder.Look(path))
        {
            case Occupant.Nothing:
                Writes.Add(new FileWrite(path, content));
                break;
            case Occupant.File:
                Replace(path, content);
                break;
            case Occupant.Link when force:
                Writes.Add(new FileWrite(path, content));
                break;
            case Occupant.Link:
                Refuse(RenderCodes.Foreign, path, "a symbolic link stands where this file is rendered", ForceHelp);
                break;
            case Occupant.BlockedWay:
                Refuse(RenderCodes.Foreign, path, "a folder on the way to this file is a symbolic link or a file", "move it away");
                break;
            default:
                Refuse(RenderCodes.Foreign, path, "a folder, pipe or device stands where this file is rendered", "move it away");
                break;
        }
    }

    /// <summary>A file of the manifest that is no longer rendered.</summary>
    public void Remove(ManifestEntry entry)
    {
        switch (folder.Look(entry.Path))
        {
            case Occupant.File when force || IsAsWritten(entry, folder.Read(entry.Path)):
            case Occupant.Link when force:
                Removals.Add(entry.Path);
                break;
            case Occupant.Nothing:
                break;
            case Occupant.BlockedWay:
                Refuse(RenderCodes.HandEdited, entry.Path, "the spec no longer renders this file, but a folder on the way to it became a symbolic link or a file", "move it away");
                break;
            default:
                Refuse(RenderCodes.HandEdited, entry.Path, "the spec no longer renders this file, but it was edited by hand", "keep the edit elsewhere, or run generate --force to remove it");
                break;
        }
    }

    private void Replace(string path, string content)
    {
        var old = folder.Read(path);
        if (old is not null && LineEnds.ToLf(old).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(content)))
        {
            Unchanged.Add(path);
        }
        else if (force || (owned.Find(path) is { } entry && IsAsWritten(entry, old)))
        {
            Writes.Add(new FileWrite(path, content));
        }
        else if (owned.Find(path) is null)
        {
            Refuse(RenderCodes.Foreign, path, "this file is in the way: it was not written by configgen", ForceHelp);
        }
        else
        {
            Refuse(RenderCodes.HandEdited, path, "this file was edited by hand since it was generated", "move the edit into the spec, or run generate --force to overwrite it");
        }
    }

    private static bool IsAsWritten(ManifestEntry entry, byte[]? content) =>
        content is not null && string.Equals(Manifest.HashOf(content), entry.Sha256, StringComparison.Ordinal);

    private void Refuse(FindingCode code, string path, string message, string help) =>
        Refusals.Add(Finding.Of(code, span: null, message) with { Path = folder.Shown(path), Help = help });
}
