using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ConfigGen.Templating.Builtins;

/// <summary>The functions of `string` that hash and encode the UTF-8 bytes of a text.</summary>
[SuppressMessage("Security", "CA5350", Justification = "The language offers these hashes as text functions; nothing here relies on their strength.")]
[SuppressMessage("Security", "CA5351", Justification = "The language offers these hashes as text functions; nothing here relies on their strength.")]
internal static class StringEncodings
{
    public static BuiltinFunction? Find(string name) => name switch
    {
        "base64_decode" => New(name, "text", Decode),
        "base64_encode" => New(name, "text", static call => call.Charge(Convert.ToBase64String(Bytes(call, 0)))),
        "hmac_sha1" => New(name, "text secretKey", static call => Hex(HMACSHA1.HashData(Bytes(call, 1), Bytes(call, 0)))),
        "hmac_sha256" => New(name, "text secretKey", static call => Hex(HMACSHA256.HashData(Bytes(call, 1), Bytes(call, 0)))),
        "hmac_sha512" => New(name, "text secretKey", static call => Hex(HMACSHA512.HashData(Bytes(call, 1), Bytes(call, 0)))),
        "md5" => New(name, "text", static call => Hex(MD5.HashData(Bytes(call, 0)))),
        "sha1" => New(name, "text", static call => Hex(SHA1.HashData(Bytes(call, 0)))),
        "sha256" => New(name, "text", static call => Hex(SHA256.HashData(Bytes(call, 0)))),
        "sha512" => New(name, "text", static call => Hex(SHA512.HashData(Bytes(call, 0)))),
        _ => null,
    };

    private static BuiltinFunction New(string name, string parameters, Func<Invocation, object?> body) =>
        StringFunctions.New(name, parameters, body);

    private static byte[] Bytes(Invocation call, int index) => Encoding.UTF8.GetBytes(call.Text(index));

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static string Decode(Invocation call)
    {
        var bytes = new byte[call.Text(0).Length];
        return Convert.TryFromBase64String(call.Text(0), bytes, out var length)
            ? call.Charge(Encoding.UTF8.GetString(bytes, 0, length))
            : throw call.Fault(0, "cannot read this as base 64");
    }
}
