using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>Reads a sysctl file as systemd-sysctl (sysctl.d(5)) and procps (sysctl.conf(5)) do, every assignment with its place.</summary>
/// <remarks>No line continues another, a number sign ends no value, quotes belong to the value, and of two lines for one key the last counts.</remarks>
internal sealed class SysctlText(SourceText source)
{
    // proc_dointvec and its like read one page (kernel/sysctl.c).
    private const int LongestValue = 4096;

    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly List<RawSetting> _settings = [];
    private bool _isTemplateComment;

    /// <summary>Reads a whole file; any text is fine.</summary>
    public static RawReading Read(RawFile file)
    {
        var text = new SysctlText(file.Source);
        for (var line = 1; line <= file.Source.LineCount && text._findings.Count < RawLines.MostSettings; line++)
        {
            var trimmed = RawLines.Trimmed(file.Source, line);
            if (text._isTemplateComment |= RawLines.IsTemplateComment(trimmed.Text))
            {
                text._isTemplateComment = !trimmed.Text.Contains("#}", StringComparison.Ordinal);
            }
            else
            {
                text.Take(trimmed);
            }
        }

        return RawLines.TooMany(text._settings.Select(s => s.KeySpan)) is { } tooMany
            ? new RawReading(file) { Findings = [tooMany] }
            : new RawReading(file) { Settings = text.InForce(), Findings = text._findings.ToImmutable() };
    }

    private void Take(SourceSpan line)
    {
        if (line.Span.Length == 0 || RawLines.IsComment(line.Text))
        {
            return;
        }

        if (Placeholders.InSysctl(line) is { } placeholder)
        {
            _findings.Add(RawLines.Placeholder(placeholder));
        }
        else if (line.Text.Any(c => char.IsControl(c) && c != '\t'))
        {
            _findings.Add(RawLines.ControlCharacter(line));
        }
        else
        {
            Assignment(line);
        }
    }

    private void Assignment(SourceSpan line)
    {
        if (Placeholders.IsCommand(line))
        {
            Bad(line, $"'{RawLines.Short(line.Text)}' is a command of a shell, and no shell reads this file.", "write what it sets as key = value");
            return;
        }

        var text = line.Text;
        var ignores = text[0] == '-';
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            // systemd takes "-key" without a value: it keeps patterns of the other lines away from the key.
            if (!ignores)
            {
                Bad(line, "This line sets nothing: it has no '='.", "write key = value, or make it a comment with #");
            }

            return;
        }

        var key = RawLines.Trimmed(line, ignores ? 1 : 0, equals);
        if (text.Length - equals > LongestValue)
        {
            _findings.Add(Finding.Of(InputCodes.TooDeep, key.Span.Length == 0 || key.Span.Length > LongestValue ? source.Span(line.Span.Start, 1) : key, "The value is longer than 4095 bytes, of which the kernel reads no more: the line is not judged.").WithHelp("shorten it"));
        }
        else if (SysctlKey.TryParse(key.Text, out var name, out var reason))
        {
            _settings.Add(new RawSetting(name!, key, Value(line, RawLines.Trimmed(line, equals + 1, text.Length)), ignores));
        }
        else
        {
            Bad(key.Span.Length == 0 ? line : key, $"'{key.Text}' is not a sysctl key: {reason}.", "such as net.ipv4.ip_forward, or net/ipv4/conf/eth0.100/rp_filter where a name has a dot");
        }
    }

    private SettingValue Value(SourceSpan line, SourceSpan value)
    {
        var words = RawLines.Words(value);
        var comment = words.Count > 1 ? words.FindIndex(1, w => w.Text[0] is '#' or ';') : -1;
        if (comment > 0)
        {
            var tail = source.Span(words[comment].Span.Span.Start, value.Span.End - words[comment].Span.Span.Start);
            words = words[..comment];
            var finding = Finding.Of(RawCodes.TrailingComment, tail, $"'{RawLines.Short(tail.Text)}' is no comment here but a part of the value: a number in front of it is taken, a text gets it.")
                .WithHelp("give the comment a line of its own");
            _findings.Add(finding with { Fix = CommentAbove(line, words[^1].Span, tail) });
        }

        ImmutableArray<string> fields = [.. words.Select(w => w.Text)];
        return new SettingValue(string.Join(' ', fields), fields, [.. words], words.Count == 0 ? line : source.Span(value.Span.Start, words[^1].Span.Span.End - value.Span.Start));
    }

    // Safe for numbers, of which the kernel reads no more than those; a text would change.
    private Fix? CommentAbove(SourceSpan line, SourceSpan last, SourceSpan comment)
    {
        var assignment = line.Text[..(last.Span.End - line.Span.Start)];
        var isNumber = assignment[(assignment.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().All(c => char.IsAsciiDigit(c) || c is ' ' or '\t');
        var start = source.OffsetAt(line.Start.Line, 1);
        var whole = source.Span(start, line.Span.End - start);
        var indent = whole.Text[..(line.Span.Start - start)];
        return isNumber ? new Fix(whole, $"{indent}{comment.Text}\n{indent}{assignment}", "Give the comment a line of its own", IsSafe: !source.Text.Contains('\r', StringComparison.Ordinal)) : null;
    }

    private void Bad(SourceSpan span, string message, string help) => _findings.Add(Finding.Of(RawCodes.NoAssignment, span, message).WithHelp(help));

    private ImmutableArray<RawSetting> InForce()
    {
        var last = new Dictionary<string, RawSetting>(StringComparer.Ordinal);
        foreach (var setting in _settings.AsEnumerable().Reverse().Where(s => !last.TryAdd(s.Key.Name, s)))
        {
            var winner = last[setting.Key.Name];
            if (winner.Value.Text != setting.Value.Text)
            {
                _findings.Add(Finding.Of(RawCodes.OverriddenLine, setting.KeySpan, $"{setting.Key} = {RawLines.Short(setting.Value.Text)} is overridden in line {winner.KeySpan.Start.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {RawLines.Shown(winner.Value)} is in force.")
                    .WithRelated(winner.KeySpan, "the last line counts")
                    .WithHelp("keep one of the two lines")
                    .About(setting.Key.Name));
            }
        }

        ImmutableArray<RawSetting> inForce = [.. _settings.Where(s => ReferenceEquals(last[s.Key.Name], s))];
        _findings.AddRange(RawSequence.Undone(inForce));
        return inForce;
    }
}
