using System.Security.Cryptography;
using System.Text;

namespace Pupitre.Kernel.Hashing;

/// <summary>SHA-256 (FIPS 180-4) written as 64 lower-case hexadecimal digits, the form in which hashes are stored and shown.</summary>
public static class Sha256Hex
{
    /// <summary>Number of characters of a hash.</summary>
    public const int Length = 64;

    /// <summary>Hash of the UTF-8 bytes of <paramref name="text"/>.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Hash of <paramref name="bytes"/>.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
