using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Imports sysctl files of one host: what a loader makes of them all together, and which lines lose to which.</summary>
internal sealed class SysctlFiles
{
    private readonly ImportDraft _draft;
    private readonly SysctlLoad _load;
    private readonly SysctlLoad _other;
    private readonly SysctlTree _tree;
    private readonly bool _isTree;

    private SysctlFiles(ImportDraft draft, ImmutableArray<SysctlTreeFile> files, SysctlLoader loader, bool isTree)
    {
        _tree = SysctlTree.Of(files);
        (_draft, _isTree) = (draft, isTree);
        (_load, _other) = loader == SysctlLoader.Systemd ? (_tree.Systemd, _tree.Procps) : (_tree.Procps, _tree.Systemd);
    }

    /// <summary>Reads the files of a host; or files that only stand together, one after the other.</summary>
    public static void Read(ImportDraft draft, IEnumerable<ImportFile> files, SysctlLoader loader)
    {
        ImmutableArray<ImportFile> usable = [.. files.Where(f => IsUsable(draft, f))];
        var places = usable.Select(f => SysctlPlaces.Of(f.Path)).ToImmutableArray();
        var isTree = usable.Length > 1 && places.All(p => p is not null) && places.Select(p => p!.Root).Distinct(StringComparer.Ordinal).Count() == 1;
        var named = usable.Select((f, i) => new SysctlTreeFile(isTree ? places[i]!.Path : string.Create(CultureInfo.InvariantCulture, $"{SysctlTree.Folders[0]}/{i:D5}.conf"), f.Source));
        new SysctlFiles(draft, [.. named], isTree ? loader : SysctlLoader.Systemd, isTree).Read();
    }

    // A byte-order mark makes a key of the first line that no kernel has.
    private static bool IsUsable(ImportDraft draft, ImportFile file)
    {
        var lines = SysctlLines.Read(file.Source).Lines;
        if (Placeholders.Statement(file.Source) is { } statement)
        {
            draft.Leave(ImportCodes.NotImportable, statement, $"'{RawLines.Short(statement.Text)}' is a statement of a template: which lines there will be is not known, so the file is not imported.", "import the file that is made of the template");
            return false;
        }

        if (lines.Any(l => Foreign.IsBsd(l.Key)) && !lines.Any(l => Foreign.IsLinux(l.Key)))
        {
            draft.Leave(ImportCodes.NotImportable, lines.First(l => Foreign.IsBsd(l.Key)).KeySpan, "This is a sysctl.conf of a BSD or of macOS: none of its keys means anything to Linux.", "import a file of a Linux host; what these keys do has other names there");
            return false;
        }

        if (file.HasByteOrderMark && lines.Any(l => l.Span.Start.Line == 1))
        {
            draft.Note(ImportCodes.TakenAs, file.Source.Span(0, 0), "The file starts with a byte-order mark, so that the loaders do not know the key of the first line; it is imported as it was meant.", "save the file as UTF-8 without a byte-order mark");
        }

        return true;
    }

    private void Read()
    {
        var comments = _load.Files.ToDictionary(f => f.Source, f => Comments(f.Source));
        var order = new Dictionary<SourceText, int>();
        foreach (var file in _load.Files)
        {
            order[file.Source] = order.Count;
        }

        var taken = _load.Settings.Concat(_load.Patterns).Concat(_load.Exclusions)
            .OrderBy(l => order[l.Span.Source]).ThenBy(l => l.Span.Span.Start);
        foreach (var line in taken)
        {
            _draft.Take(line, comments[line.Span.Source]);
        }

        foreach (var odd in _load.Odd)
        {
            _draft.LeaveOdd(odd.Span, odd.Span, odd.Why);
        }

        foreach (var lost in _load.Lost.Where(l => l.Loss != SysctlLoss.HiddenFile && !IsSameFile(l)))
        {
            Lost(lost);
        }

        Unread();
        CommentsLeft(_draft, comments.Select(c => (c.Key, c.Value)));
    }

    /// <summary>Says how many comments of files explain nothing that is imported.</summary>
    public static void CommentsLeft(ImportDraft draft, IEnumerable<(SourceText Source, LineComments Comments)> files)
    {
        foreach (var (source, comments) in files.Where(f => f.Comments.Dropped > 0))
        {
            var count = comments.Dropped.ToString(CultureInfo.InvariantCulture);
            draft.Note(ImportCodes.CommentsDropped, source.Span(0, 0), $"{count} {(comments.Dropped == 1 ? "comment line is" : "comment lines are")} left out: they belong to no setting, or are settings that were commented out.");
        }
    }

    /// <summary>The comments of a whole sysctl file, trailing ones as well.</summary>
    public static LineComments Comments(SourceText source)
    {
        var lines = SysctlLines.Read(source).Lines.Where(l => !l.IsExclusion).ToDictionary(l => l.Span.Start.Line);
        return LineComments.Of(source, 1, source.LineCount, n => lines.GetValueOrDefault(n)?.Key.Name);
    }

    private void Lost(LostSysctlLine lost)
    {
        var (line, winner) = (lost.Line, lost.Winner!);
        var place = ReferenceEquals(line.Span.Source, winner.Span.Source) ? $"line {winner.Span.Start.Line.ToString(CultureInfo.InvariantCulture)}" : winner.Span.ToString();
        var (code, message) = lost.Loss switch
        {
            SysctlLoss.Repeated => (ImportCodes.RepeatedLine, $"{line.Key} = {RawLines.Short(line.Value ?? "")} is said in {place} as well."),
            SysctlLoss.Exclusion => (ImportCodes.LostLine, $"{line.Key} = {RawLines.Short(line.Value ?? "")} is without effect: {place} takes it back with -{line.Key}."),
            _ => (ImportCodes.LostLine, $"{line.Key} = {RawLines.Short(line.Value ?? "")} is without effect: {place} sets it to {(winner.Value is { Length: > 0 } value ? RawLines.Short(value) : "no value")}, and is read later."),
        };
        _draft.Findings.Add(Finding.Of(code, line.Span, message).WithRelated(winner.Span, "this line counts").About(line.Key.Name));
    }

    private void Unread()
    {
        // An empty file hides and loses nothing; one that a link in sysctl.d leads to is read by way of the link.
        foreach (var (file, by) in _load.Unread.Where(u => SysctlLines.Read(u.File.Source).Lines.Length > 0 && (u.By is not null || !IsReadByLink(u.File))))
        {
            var count = LinesOf(file);
            if (by is not null)
            {
                _draft.Leave(ImportCodes.UnreadFile, file.Source.Span(0, file.Source.Text.Length), $"{file.Path} is hidden by {by.Path}, which has the same name in a stronger folder: {count} in it count for nothing.", "give one of the two another name, or delete the hidden one");
            }
            else
            {
                Unread(file, count);
            }
        }

        foreach (var file in _tree.OtherWriters)
        {
            _draft.Leave(ImportCodes.UnreadFile, file.Source.Span(0, file.Source.Text.Length), $"{file.Path} is applied by ufw after boot, over whatever the sysctl files say; {LinesOf(file)} in it are not imported.", "import it by itself and compare; or set IPT_SYSCTL in /etc/default/ufw to nothing");
        }

        Disagreements();
    }

    // procps reads sysctl.conf once by its link in sysctl.d, and once by itself.
    private static bool IsSameFile(LostSysctlLine lost) =>
        lost.Loss == SysctlLoss.Repeated && !ReferenceEquals(lost.Line.Span.Source, lost.Winner!.Span.Source) && lost.Line.Span.Source.Text == lost.Winner.Span.Source.Text;

    private bool IsReadByLink(SysctlTreeFile file) => file.Path == SysctlTree.Main && _load.Files.Any(f => f.Source.Text == file.Source.Text);

    private void Unread(SysctlTreeFile file, string count)
    {
        var onlyProcps = _load.Loader == SysctlLoader.Systemd && _other.Files.Contains(file);
        _draft.Leave(
            ImportCodes.UnreadFile,
            file.Source.Span(0, file.Source.Text.Length),
            onlyProcps ? $"{file.Path} is read by sysctl --system, and not by systemd-sysctl at boot: {count} in it are not imported." : $"{file.Path} is read by no loader, as its name does not end in .conf: {count} in it are not imported.",
            onlyProcps ? "import with --loader procps where the host boots with sysctl --system; or move the lines into /etc/sysctl.d" : "import it by itself if it matters");
    }

    private void Disagreements()
    {
        if (!_isTree)
        {
            return;
        }

        foreach (var mine in _load.Settings)
        {
            if (_other.For(mine.Key) is { } theirs && theirs.Value != mine.Value)
            {
                var (here, there) = _load.Loader == SysctlLoader.Systemd ? ("systemd-sysctl", "sysctl --system") : ("sysctl --system", "systemd-sysctl");
                _draft.Findings.Add(Finding.Of(ImportCodes.LoadersDisagree, mine.Span, $"{mine.Key} is {RawLines.Short(mine.Value!)} after {here}, which is imported, and {RawLines.Short(theirs.Value!)} after {there}.")
                    .WithRelated(theirs.Span, $"{there} ends with this line")
                    .WithHelp("keep one of the two lines")
                    .About(mine.Key.Name));
            }
        }
    }

    private static string LinesOf(SysctlTreeFile file)
    {
        var count = SysctlLines.Read(file.Source).Lines.Length;
        return $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? "line" : "lines")}";
    }
}
