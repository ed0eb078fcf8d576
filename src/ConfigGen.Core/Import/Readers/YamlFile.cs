using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Imports YAML that carries sysctls: Ansible variables and tasks, cloud-init, Butane and MachineConfig files, Talos, TuneD custom resources.</summary>
/// <remarks>Shapes are found wherever they stand in the tree. What belongs to a container is told apart from what belongs to the host.</remarks>
internal sealed partial class YamlFile
{
    private static readonly string[] SysctlModules = ["ansible.posix.sysctl", "sysctl", "community.general.sysctl"];

    private static readonly string[] NameKeys = ["name", "key", "param", "sysctl", "parameter"];

    private static readonly string[] ValueKeys = ["value", "val", "sysctl_value"];

    private static readonly string[] PathKeys = ["path", "dest"];

    // Each is looked at in a copy of the file.
    private const int MostCommands = 100;

    private readonly ImportDraft _draft;
    private readonly SourceText _source;
    private readonly Dictionary<int, string> _comments;
    private readonly Dictionary<string, YamlNode> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<YamlNode> _done = new(ReferenceEqualityComparer.Instance);
    private readonly List<YamlEntry> _unused = [];
    private int _commands;

    private YamlFile(ImportDraft draft, SourceText source)
    {
        (_draft, _source) = (draft, source);
        _comments = [];
        foreach (var comment in YamlReader.Comments(source))
        {
            _comments[comment.Span.Start.Line] = comment.Text;
        }
    }

    /// <summary>Reads a file: one document or several.</summary>
    public static void Read(ImportDraft draft, ImportFile file) => new YamlFile(draft, file.Source).Read(file.IsFound);

    // A role has files without a sysctl: of those that were only found there is nothing to say.
    private void Read(bool isFound)
    {
        var before = _draft.Settings.Count + _draft.Left.Count + _draft.Directives.Count;
        foreach (var part in YamlDocuments.Split(_source))
        {
            var document = YamlReader.Read(part);
            var broken = document.Findings.Where(f => f.Code != InputCodes.DuplicateKey && f.Code != InputCodes.Unsupported).ToList();
            if (document.Root is null || broken.Count > 0)
            {
                Broken(broken, part);
                continue;
            }

            _draft.Findings.AddRange(document.Findings.Select(f => f with { Severity = Severity.Warning }));
            Variables(document.Root);
            Walk(document.Root, "");
        }

        if (_draft.Settings.Count + _draft.Left.Count + _draft.Directives.Count == before)
        {
            if (isFound)
            {
                return;
            }

            _draft.Leave(ImportCodes.NotImportable, _source.Span(0, 0), "This YAML carries no sysctl in a shape that import knows.", "it knows mappings of keys to values, lists of entries with name and value, tasks of the module sysctl, and files for sysctl.d; a task may also take its list from a variable of another file: import that one");
        }
        else if (_unused.Count > 0)
        {
            var names = string.Join(", ", _unused.Take(30).Select(e => e.Key.Value));
            var more = _unused.Count > 30 ? $" and {(_unused.Count - 30).ToString(CultureInfo.InvariantCulture)} more" : "";
            _draft.Note(ImportCodes.TakenAs, _unused[0].Key.Span, $"Entries without a sysctl are passed over: {names}{more}.");
        }
    }

    private void Broken(List<Finding> broken, SourceText part)
    {
        var jinja = Placeholders.Statement(part) ?? part.Span(0, 0);
        if (jinja.Span.Length > 0)
        {
            _draft.Leave(ImportCodes.NotImportable, jinja, $"'{RawLines.Short(jinja.Text)}' is a statement of a template: which lines there will be is not known, so the file is not imported.", "import the file that is made of the template");
            return;
        }

        foreach (var finding in broken.DefaultIfEmpty(Finding.Of(ImportCodes.NotImportable, part.Span(0, 0), "There is no YAML in this file.")))
        {
            _draft.Findings.Add(finding);
            _draft.Left.Add(new LeftPart(finding.Span ?? part.Span(0, 0)));
        }
    }

    // {{ name }} in a task may be a list that stands in the same file.
    private void Variables(YamlNode root)
    {
        IEnumerable<YamlMapping> places = root switch
        {
            YamlMapping map => [map, .. map["vars"] is YamlMapping vars ? [vars] : Array.Empty<YamlMapping>()],
            YamlSequence plays => plays.Items.OfType<YamlMapping>().Select(p => p["vars"]).OfType<YamlMapping>(),
            _ => [],
        };
        foreach (var entry in places.SelectMany(p => p.Entries))
        {
            _variables[entry.Key.Value] = entry.Value;
        }
    }

    private void Walk(YamlNode node, string path)
    {
        if (!_done.Add(node))
        {
            return;
        }

        switch (node)
        {
            case YamlMapping map:
                Mapping(map, path);
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Item(item, path);
                }

                break;
            default:
                break;
        }
    }

    private void Item(YamlNode item, string path)
    {
        if (item is YamlScalar scalar && Assignment(scalar))
        {
            Text(scalar);
        }
        else if (item is YamlScalar { Value: var command } && (command.StartsWith("sysctl ", StringComparison.Ordinal) || command.Contains("/proc/sys/", StringComparison.Ordinal)))
        {
            Commands((YamlScalar)item);
        }
        else
        {
            Walk(item, path);
        }
    }

    private static bool Assignment(YamlScalar scalar) =>
        scalar.Value.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && Foreign.LooksLikeKey(scalar.Value[..at].Trim());

    private void Mapping(YamlMapping map, string path)
    {
        if (Task(map) || File(map) || Pair(map, path) || Tuned(map))
        {
            return;
        }

        var any = false;
        foreach (var entry in map.Entries)
        {
            any |= Entry(entry, path);
        }

        // Of a file of variables it is worth knowing what else it holds.
        if (path.Length == 0 && any)
        {
            _unused.AddRange(map.Entries.Where(e => !HasSysctl(e)));
        }
    }

    private static bool HasSysctl(YamlEntry entry) => Foreign.LooksLikeKey(entry.Key.Value) || entry.Value switch
    {
        YamlMapping map => map.Entries.Any(HasSysctl),
        YamlSequence list => list.Items.Any(i => i is YamlMapping m ? m.Entries.Any(HasSysctl) : i is YamlScalar s && (Assignment(s) || Foreign.LooksLikeKey(s.Value))),
        YamlScalar scalar => Foreign.LooksLikeKey(scalar.Value) || scalar.Value.Contains("sysctl", StringComparison.Ordinal),
        _ => false,
    };

    private bool Entry(YamlEntry entry, string path)
    {
        var name = entry.Key.Value;
        if (Foreign.LooksLikeKey(name))
        {
            Setting(entry, path);
            return true;
        }

        if (name is "content" or "block" or "inline" && entry.Value is YamlScalar { Style: YamlStyle.Block } text && text.Value.Split('\n').Any(IsLine))
        {
            Text(text);
            return true;
        }

        if (name is "shell" or "command" or "ansible.builtin.shell" or "ansible.builtin.command" or "cmd" && entry.Value is YamlScalar command && (command.Value.Contains("sysctl", StringComparison.Ordinal) || command.Value.Contains("/proc/sys/", StringComparison.Ordinal)))
        {
            Commands(command);
            return true;
        }

        Walk(entry.Value, path.Length == 0 ? name : path + "." + name);
        return HasSysctl(entry);
    }

    private static bool IsLine(string line) => line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && Foreign.LooksLikeKey(line[..at].Trim());

    // key: value; or key: {value: …, state: …}
    private void Setting(YamlEntry entry, string path)
    {
        var span = _source.Span(entry.Key.Span.Span.Start, Math.Max(entry.Key.Span.Span.Length, entry.Value.Span.Span.End - entry.Key.Span.Span.Start));
        if (IsOfContainer(path))
        {
            _draft.Leave(ImportCodes.NotOfTheHost, span, $"{entry.Key.Value} stands under {path}: it is set for a container or a pod, not for the host.", "leave it where it is; a spec is about hosts");
        }
        else if (entry.Value is YamlScalar value)
        {
            Add(entry.Key.Value, value, span, state: null, when: null);
        }
        else if (entry.Value is YamlMapping map && ValueKeys.Select(k => map[k]).FirstOrDefault(v => v is not null) is YamlScalar inner)
        {
            Add(entry.Key.Value, inner, span, map["state"], map["when"] ?? map["enabled"]);
        }
        else
        {
            _draft.Leave(ImportCodes.NotUnderstood, span, $"The value of {entry.Key.Value} is neither a number nor text.", "write key: value");
        }
    }

    // Compose services and pods; Talos keeps those of the host under machine.
    private static bool IsOfContainer(string path) =>
        path.Split('.') is var parts && parts.Contains("sysctls", StringComparer.Ordinal) && (parts.Contains("services", StringComparer.Ordinal) || parts.Contains("spec", StringComparer.Ordinal) || parts.Contains("securityContext", StringComparer.Ordinal));

    // - {name: key, value: 1, state: present}
    private bool Pair(YamlMapping map, string path)
    {
        var name = NameKeys.Select(k => map[k]).OfType<YamlScalar>().FirstOrDefault(s => Foreign.LooksLikeKey(s.Value));
        if (name is null)
        {
            return false;
        }

        if (IsOfContainer(path))
        {
            _draft.Leave(ImportCodes.NotOfTheHost, map.Span, $"{name.Value} stands under {path}: it is set for a container or a pod, not for the host.", "leave it where it is; a spec is about hosts");
        }
        else if (ValueKeys.Select(k => map[k]).OfType<YamlScalar>().FirstOrDefault() is { } value)
        {
            Add(name.Value, value, map.Span, map["state"], map["enabled"] ?? map["when"]);
        }
        else
        {
            Removed(name.Value, map.Span, map["state"]);
        }

        return true;
    }

    private void Removed(string name, SourceSpan span, YamlNode? state) =>
        _draft.Leave(
            ImportCodes.NotExpressible,
            span,
            state is YamlScalar { Value: "absent" } ? $"{name} is to be removed from the file: the spec that does not set it says the same." : $"{name} stands here without a value.",
            state is YamlScalar { Value: "absent" } ? null : "write name and value");

    private void Text(YamlScalar scalar)
    {
        foreach (var setting in EmbeddedLines.Read(_draft, scalar.Value, scalar.Span))
        {
            _draft.Settings.Add(setting);
        }
    }

    private void Commands(YamlScalar scalar)
    {
        if (scalar.Style == YamlStyle.Block || ++_commands > MostCommands || scalar.Value != scalar.Span.Text.Trim('"', '\''))
        {
            _draft.Leave(ImportCodes.NotUnderstood, scalar.Span, "These commands stand inside of YAML: import does not take them apart.", "save them as a file and import that, or write the settings into the spec");
            return;
        }

        // The same text at the same place: findings stay where it is written.
        var blank = string.Concat(_source.Text[..scalar.Span.Span.Start].Select(c => c is '\n' or '\r' ? c : ' '));
        ShellScript.Read(_draft, new SourceText(_source.Path, blank + scalar.Span.Text.Trim('"', '\'').PadLeft(scalar.Span.Text.Length - (scalar.Style == YamlStyle.Quoted ? 1 : 0))));
    }

    private void Add(string name, YamlScalar value, SourceSpan span, YamlNode? state, YamlNode? when)
    {
        if (state is YamlScalar { Value: "absent" })
        {
            Removed(name, span, state);
            return;
        }

        var text = AnsibleValue.Of(value);
        if (text != value.Value.Trim() && value.Kind != YamlKind.Null)
        {
            _draft.Note(ImportCodes.TakenAs, value.Span, $"'{RawLines.Short(value.Value)}' is {text} to Ansible, and {text} is what the spec says.");
        }

        if (value.Value.Contains("{{", StringComparison.Ordinal) || value.Value.Contains("{%", StringComparison.Ordinal))
        {
            text = Resolved(value) ?? text;
        }

        if (text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal))
        {
            _draft.Leave(ImportCodes.Placeholder, span, $"{name} = {RawLines.Short(text)}: what the template becomes is not known, so it is not imported.", "write the value into the spec");
            return;
        }

        Line(name, text.Trim(), value, span, when);
    }

    // A template that is only the name of a variable of the same file.
    private string? Resolved(YamlScalar value)
    {
        var inner = value.Value.Trim();
        return inner.StartsWith("{{", StringComparison.Ordinal) && inner.EndsWith("}}", StringComparison.Ordinal) && _variables.GetValueOrDefault(inner[2..^2].Trim()) is YamlScalar found ? AnsibleValue.Of(found) : null;
    }

    private void Line(string name, string text, YamlScalar value, SourceSpan span, YamlNode? when)
    {
        var line = new SourceText(_source.Path, $"{name} = {text}");
        var (taken, why) = SysctlLines.Take(line.Span(0, line.Text.Length));
        if (taken is null || text.Contains('\n', StringComparison.Ordinal))
        {
            _draft.Leave(ImportCodes.NotUnderstood, span, $"{name} cannot be set to this: {why ?? "the value has several lines"}.", "write key: value");
            return;
        }

        if (taken.Key.IsGlob || taken.IsExclusion)
        {
            _draft.Take(taken with { Span = span, KeySpan = span }, LineComments.None);
            return;
        }

        if (when is not null and not YamlScalar { Value: "true" or "True" or "yes" })
        {
            _draft.Note(ImportCodes.Conditional, when.Span, $"{taken.Key} is set only where '{RawLines.Short((when as YamlScalar)?.Value ?? when.Span.Text.ReplaceLineEndings(" "))}' holds. It is imported without the condition.", "take it out of the spec, or give it a condition with when");
        }

        _draft.Settings.Add(new ImportedSetting(taken.Key, span, taken.Value!, span) { Reason = Reason(value.Span.End.Line, span.Start.Line) });
    }

    // Behind the value, or in the line above it.
    private string? Reason(int line, int first)
    {
        var above = _comments.GetValueOrDefault(first - 1) is { } text && _source.LineAt(first - 1).TrimStart() is ['#', ..] && !text.Contains(": ", StringComparison.Ordinal) ? text : null;
        return LineComments.Sentence(_comments.GetValueOrDefault(line) ?? above ?? "");
    }
}
