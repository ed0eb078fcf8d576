using System.Collections.Immutable;

namespace ConfigGen.Core.Raw;

/// <summary>Goes through the lines of files in the order of a loader and keeps the book of which line counts.</summary>
internal sealed class SysctlReading
{
    private readonly SysctlLoader _loader;
    private readonly ImmutableArray<SysctlTreeFile> _files;
    private readonly List<LostSysctlLine> _lost = [];
    private readonly List<OddSysctlLine> _odd = [];

    // What is written, in that order; an exclusion is an entry of its own with systemd, which has one entry for a key.
    private readonly LinkedList<(SysctlLine Line, SysctlTreeFile File)> _order = new();
    private readonly Dictionary<(string Key, bool IsExclusion), LinkedListNode<(SysctlLine Line, SysctlTreeFile File)>> _entries = [];

    public SysctlReading(SysctlLoader loader, ImmutableArray<SysctlTreeFile> files)
    {
        (_loader, _files) = (loader, files);
        foreach (var file in files)
        {
            var lines = SysctlLines.Read(file.Source);
            _odd.AddRange(lines.Odd);
            foreach (var line in lines.Lines)
            {
                Take(line, file);
            }
        }
    }

    /// <summary>Files that others hide: their lines are lost.</summary>
    public void Hide(IEnumerable<(SysctlTreeFile File, SysctlTreeFile By)> hidden) =>
        _lost.AddRange(hidden.SelectMany(h => SysctlLines.Read(h.File.Source).Lines.Select(line => new LostSysctlLine(line, SysctlLoss.HiddenFile, Winner: null, h.By))));

    public SysctlLoad Result(ImmutableArray<UnreadSysctlFile> unread)
    {
        ImmutableArray<SysctlLine> all = [.. _order.Select(e => e.Line)];
        return new SysctlLoad(
            _loader,
            _files,
            unread,
            [.. all.Where(l => !l.IsExclusion && !l.Key.IsGlob)],
            [.. all.Where(l => !l.IsExclusion && l.Key.IsGlob)],
            [.. all.Where(l => l.IsExclusion)],
            [.. _lost],
            [.. _odd]);
    }

    private void Take(SysctlLine line, SysctlTreeFile file)
    {
        // In systemd an exclusion and an assignment take each other's place; in procps they live side by side.
        var key = (line.Key.Name, line.IsExclusion && _loader == SysctlLoader.Procps);
        if (_entries.TryGetValue(key, out var earlier))
        {
            var isSame = earlier.Value.Line.Value == line.Value;
            if (isSame && _loader == SysctlLoader.Systemd)
            {
                // The first line keeps its place, and a dash in either of them counts.
                _lost.Add(new LostSysctlLine(line, SysctlLoss.Repeated, earlier.Value.Line, earlier.Value.File));
                earlier.Value = (earlier.Value.Line with { IgnoresFailure = earlier.Value.Line.IgnoresFailure || line.IgnoresFailure }, earlier.Value.File);
                return;
            }

            var loss = isSame ? SysctlLoss.Repeated : line.IsExclusion ? SysctlLoss.Exclusion : SysctlLoss.LaterLine;
            _lost.Add(new LostSysctlLine(earlier.Value.Line, loss, line, file));
            _order.Remove(earlier);
        }

        _entries[key] = _order.AddLast((line, file));
    }
}
