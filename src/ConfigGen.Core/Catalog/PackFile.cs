using System.Collections.Immutable;
using System.Text;

namespace ConfigGen.Core.Catalog;

/// <summary>A sorted text file that is searched where it lies: nothing is loaded, only the lines of the key asked for are parsed.</summary>
/// <remarks>
/// UTF-8 with LF. Header lines start with '#'; then lines <c>key TAB field TAB …</c>, ordered by the bytes of the key. Fields escape tab, line feed and
/// backslash as \t, \n and \\. The stream is that of an embedded resource, which is mapped memory: a search copies a kilobyte for each of its dozen steps.
/// </remarks>
public sealed class PackFile
{
    private const int Chunk = 512;
    private readonly Stream stream;
    private readonly Lock gate = new();
    private readonly long bodyStart;

    /// <summary>Takes a seekable stream, reads the header lines.</summary>
    public PackFile(Stream stream)
    {
        this.stream = stream;
        var headers = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        long position = 0;
        while (position < stream.Length && ReadLine(position, out var next) is ['#', ..] line)
        {
            headers.Add(Fields(line.AsSpan(1)));
            position = next;
        }

        bodyStart = position;
        Headers = headers.ToImmutable();
    }

    /// <summary>The header lines in order, split into fields, without their '#'.</summary>
    public ImmutableArray<ImmutableArray<string>> Headers { get; }

    /// <summary>A pack that travels inside this assembly, such as "observed"; null when it was not built in.</summary>
    public static PackFile? BuiltIn(string name) =>
        typeof(PackFile).Assembly.GetManifestResourceStream($"catalog/{name}.pack") is { } stream ? new PackFile(stream) : null;

    /// <summary>Escapes a field so that it stays on one line.</summary>
    public static string Escape(string field) =>
        field.AsSpan().IndexOfAny('\\', '\t', '\n') < 0
            ? field
            : field.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>The fields after the name of a header line; empty when there is no such line.</summary>
    public ImmutableArray<string> Header(string name)
    {
        foreach (var header in Headers)
        {
            if (header[0] == name)
            {
                return header.RemoveAt(0);
            }
        }

        return [];
    }

    /// <summary>The lines of one key, each without the key itself; empty when the key is not here.</summary>
    public ImmutableArray<ImmutableArray<string>> Lines(string key)
    {
        lock (gate)
        {
            var position = FirstNotBefore(Encoding.UTF8.GetBytes(key));
            var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
            while (position < stream.Length)
            {
                var line = ReadLine(position, out position).AsSpan();
                var tab = line.IndexOf('\t');
                if (!(tab < 0 ? line : line[..tab]).SequenceEqual(key))
                {
                    break;
                }

                lines.Add(tab < 0 ? [] : Fields(line[(tab + 1)..]));
            }

            return lines.ToImmutable();
        }
    }

    /// <summary>Every line with its key, in order: a walk over the whole file.</summary>
    public IEnumerable<ImmutableArray<string>> All() => From(bodyStart);

    /// <summary>The lines with their keys, in order, whose keys start so.</summary>
    public IEnumerable<ImmutableArray<string>> Under(string prefix)
    {
        long start;
        lock (gate)
        {
            start = FirstNotBefore(Encoding.UTF8.GetBytes(prefix));
        }

        return From(start).TakeWhile(line => line[0].StartsWith(prefix, StringComparison.Ordinal));
    }

    private IEnumerable<ImmutableArray<string>> From(long position)
    {
        while (position < stream.Length)
        {
            ImmutableArray<string> fields;
            lock (gate)
            {
                fields = Fields(ReadLine(position, out position));
            }

            yield return fields;
        }
    }

    /// <summary>Every key once, in ordinal order.</summary>
    public IEnumerable<string> Keys()
    {
        string? last = null;
        foreach (var line in All())
        {
            if (line[0] != last)
            {
                yield return last = line[0];
            }
        }
    }

    private long FirstNotBefore(ReadOnlySpan<byte> key)
    {
        var (low, high) = (bodyStart, stream.Length);
        while (low < high)
        {
            var (start, order, next) = Line((low + high) / 2, low, key);
            (low, high) = order < 0 ? (next, high) : (low, start);
        }

        return low;
    }

    /// <summary>The line around a position: where it starts, how its key compares with another, where the next line starts.</summary>
    private (long Start, int Order, long Next) Line(long position, long floor, ReadOnlySpan<byte> key)
    {
        Span<byte> buffer = stackalloc byte[2 * Chunk];
        var from = Math.Max(floor, position - Chunk);
        stream.Position = from;
        var window = buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        var before = window[..(int)(position - from)].LastIndexOf((byte)'\n') + 1;
        var line = window[before..];
        var (tab, feed) = (line.IndexOf((byte)'\t'), line.IndexOf((byte)'\n'));
        if ((before == 0 && from > floor) || tab < 0 || feed < 0)
        {
            // Longer than the window: rare, so it may cost more reads.
            var start = LineStart(position, floor);
            return (start, Encoding.UTF8.GetBytes(KeyAt(start)).AsSpan().SequenceCompareTo(key), EndOf(start, '\n') + 1);
        }

        return (from + before, line[..tab].SequenceCompareTo(key), from + before + feed + 1);
    }

    private long LineStart(long position, long floor)
    {
        Span<byte> buffer = stackalloc byte[Chunk];
        while (position > floor)
        {
            var from = Math.Max(floor, position - Chunk);
            var part = buffer[..(int)(position - from)];
            stream.Position = from;
            stream.ReadExactly(part);
            var feed = part.LastIndexOf((byte)'\n');
            if (feed >= 0)
            {
                return from + feed + 1;
            }

            position = from;
        }

        return floor;
    }

    private string KeyAt(long start) => TextBetween(start, EndOf(start, '\t'));

    private string ReadLine(long start, out long next)
    {
        var end = EndOf(start, '\n');
        next = end + 1;
        return TextBetween(start, end);
    }

    /// <summary>Where the byte stands next, from a position on; the end of the file where it does not.</summary>
    private long EndOf(long position, char mark)
    {
        Span<byte> buffer = stackalloc byte[Chunk];
        while (position < stream.Length)
        {
            stream.Position = position;
            var count = stream.ReadAtLeast(buffer, Chunk, throwOnEndOfStream: false);
            var index = buffer[..count].IndexOf((byte)mark);
            if (index >= 0)
            {
                return position + index;
            }

            position += count;
        }

        return stream.Length;
    }

    private string TextBetween(long start, long end)
    {
        var length = (int)(end - start);
        Span<byte> bytes = length <= Chunk ? stackalloc byte[length] : new byte[length];
        stream.Position = start;
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static ImmutableArray<string> Fields(ReadOnlySpan<char> line)
    {
        var fields = ImmutableArray.CreateBuilder<string>(line.Count('\t') + 1);
        foreach (var field in line.Split('\t'))
        {
            fields.Add(Unescape(line[field]));
        }

        return fields.MoveToImmutable();
    }

    private static string Unescape(ReadOnlySpan<char> field)
    {
        if (!field.Contains('\\'))
        {
            return field.ToString();
        }

        var text = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            text.Append(field[i] != '\\' || i + 1 == field.Length ? field[i] : field[++i] switch { 't' => '\t', 'n' => '\n', var other => other });
        }

        return text.ToString();
    }
}
