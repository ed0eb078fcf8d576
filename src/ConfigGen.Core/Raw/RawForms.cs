using ConfigGen.Core.Catalog.Systemd;

namespace ConfigGen.Core.Raw;

/// <summary>Tells how a file is read: by its path where that says it, by its content otherwise.</summary>
public static class RawForms
{
    private const string DropIns = ".d";
    private const string Fragments = "sysctl.d";
    private const string Main = "sysctl.conf";
    private const string ModuleLists = "modules-load.d";

    // What the message bus starts is described in files of the same ending, which systemd does not read.
    private const string DBus = "[D-BUS Service]";

    private static readonly string[] TemplateEndings = [".j2", ".jinja", ".jinja2", ".in", ".tmpl", ".tpl", ".erb", ".epp"];

    // What unit files start with; other programs have sections of these names, too, but seldom first.
    private static readonly string[] FirstSections = ["Unit", "Service", "Socket", "Timer", "Slice", "Install"];

    // The folders of /proc/sys: what a key starts with.
    private static readonly string[] Tops = ["abi", "crypto", "debug", "dev", "fs", "kernel", "net", "sunrpc", "user", "vm", "xen"];

    /// <summary>What sysctl.conf, a fragment, a unit and a drop-in are called and where they stand; null for any other path.</summary>
    /// <param name="path">Forward slashes.</param>
    public static RawForm? OfPath(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [.., Fragments, var name] when name.EndsWith(".conf", StringComparison.Ordinal) => RawForm.Sysctl,
            [.., Main] => RawForm.Sysctl,
            [.., ModuleLists, var name] when name.EndsWith(".conf", StringComparison.Ordinal) => RawForm.Modules,
            [.., var folder, var name] when name.EndsWith(".conf", StringComparison.Ordinal) && UnitOf(folder) is { } unit => new RawForm(RawKind.Unit, unit, IsDropIn: true),
            [.., var name] when IsUnit(name) => new RawForm(RawKind.Unit, name),
            _ => null,
        };
    }

    /// <summary>Whether a path is that of a template: what is filled in later is no surprise there.</summary>
    public static bool IsTemplate(string path) => Untemplated(path).Length < path.Length;

    /// <summary>Whether a file of a folder is worth a look: what a sysctl or unit file, or a template of one, is called, and any .conf, of which the content tells.</summary>
    /// <param name="path">Forward slashes.</param>
    public static bool MayBe(string path) => OfPath(Untemplated(path)) is not null || Untemplated(path).EndsWith(".conf", StringComparison.Ordinal);

    /// <summary>Whether a file has the ending of a unit and is one of the message bus.</summary>
    public static bool IsBusService(string text) => text.Contains(DBus, StringComparison.Ordinal);

    /// <summary>The same for a file that was named, where the path need not say it.</summary>
    /// <param name="path">Forward slashes; a template of such a file, by its second ending, counts as the file.</param>
    /// <param name="text">Its text.</param>
    public static RawForm? Of(string path, string text)
    {
        if (OfPath(Untemplated(path)) is { } form)
        {
            return form.Kind == RawKind.Unit && (IsBusService(text) || !IsOfSystemd(path, text)) ? null : form;
        }

        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] is not ('#' or ';')))
        {
            if (line is ['[', .., ']'])
            {
                return OfSection(path, text, line[1..^1]);
            }

            if (IsSysctl(line))
            {
                return RawForm.Sysctl;
            }
        }

        return null;
    }

    /// <summary>The form that <c>--as</c> names: "sysctl", or "unit:" and a name; null for anything else.</summary>
    public static RawForm? Named(string word) =>
        word == "sysctl" ? RawForm.Sysctl
        : word.StartsWith("unit:", StringComparison.Ordinal) && UnitKind.Of(word["unit:".Length..]) is not null ? new RawForm(RawKind.Unit, word["unit:".Length..])
        : null;

    private static bool IsUnit(string name) => UnitKind.Of(name) is { IsUnit: true } or { Sections.IsEmpty: false };

    // nginx.service.d, journald.conf.d; and service.d, whose drop-ins are for every service.
    private static string? UnitOf(string folder)
    {
        if (!folder.EndsWith(DropIns, StringComparison.Ordinal))
        {
            return null;
        }

        var name = folder[..^DropIns.Length];
        return IsUnit(name) ? name : IsUnit("all." + name) && !name.Contains('.', StringComparison.Ordinal) ? "all." + name : null;
    }

    // [Service] and its like say what kind of unit it is; of [Unit] alone that is not known.
    private static RawForm? OfSection(string path, string text, string first)
    {
        var own = !FirstSections.Contains(first, StringComparer.Ordinal) ? null : text.Split('\n').Select(l => l.Trim()).Where(l => l is ['[', .., ']']).Select(l => l[1..^1]).Prepend(first)
            .Where(section => section != "Unit" && char.IsAsciiLetterUpper(section[0])).Select(section => section.ToLowerInvariant()).FirstOrDefault(suffix => UnitKind.Of("x." + suffix) is { IsUnit: true });
        var file = Untemplated(path);
        var name = file[(file.LastIndexOf('/') + 1)..];
        var stem = name.Contains('.', StringComparison.Ordinal) ? name[..name.LastIndexOf('.')] : name.Trim('<', '>');
        return own is null ? null : new RawForm(RawKind.Unit, $"{stem}.{own}");
    }

    // Other programs have files that end in .target or .mount. Where nobody says that it is systemd's, a section does.
    private static bool IsOfSystemd(string path, string text) =>
        path.Contains("systemd/", StringComparison.Ordinal) || path.Contains(".d/", StringComparison.Ordinal)
        || text.Split('\n').Select(l => l.Trim()).All(l => l.Length == 0 || l[0] is '#' or ';') || text.Split('\n').Any(l => l.TrimStart().StartsWith('['));

    private static bool IsSysctl(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var key = (equals < 0 ? "" : line[..equals]).TrimStart('-').Trim();
        return key.IndexOfAny(['.', '/']) is > 0 and var end && Tops.Contains(key[..end], StringComparer.Ordinal) && !key.Contains(' ', StringComparison.Ordinal);
    }

    private static string Untemplated(string path) =>
        Array.Find(TemplateEndings, e => path.EndsWith(e, StringComparison.Ordinal)) is { } ending ? path[..^ending.Length] : path;
}
