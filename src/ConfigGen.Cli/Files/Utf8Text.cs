using System.Text;
using System.Text.Unicode;

namespace ConfigGen.Cli.Files;

/// <summary>Bytes to text, strictly.</summary>
internal static class Utf8Text
{
    /// <summary>The text, a UTF-8 byte-order mark dropped; or what is wrong, to follow the name of the file.</summary>
    public static (string? Text, string? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (null, "is UTF-16, not UTF-8");
        }

        var start = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var text = bytes[start..];
        if (text.IndexOf((byte)0) is >= 0 and var zero)
        {
            return (null, $"is not text: it has a zero byte {Place(text, zero)}");
        }

        return Utf8.IsValid(text) ? (Encoding.UTF8.GetString(text), null) : (null, Invalid(text));
    }

    private static string Invalid(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return $"is not UTF-8: byte 0x{bytes[offset]:X2} {Place(bytes, offset)}";
    }

    private static string Place(ReadOnlySpan<byte> bytes, int offset) => $"in line {bytes[..offset].Count((byte)'\n') + 1}";
}
