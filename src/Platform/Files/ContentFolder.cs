using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Files;

/// <summary>Where a company's contents lie: each under the hash of what it holds.</summary>
internal static class ContentFolder
{
    /// <summary>Ending of what is not whole yet.</summary>
    public const string Unfinished = ".part";

    public static string Of(DataPlace place, Guid company) => Path.Combine(place.Folder, "files", company.ToString("N"));

    /// <exception cref="NotFound">It is no hash.</exception>
    public static string PathOf(DataPlace place, Guid company, string hash) => IsHash(hash) ? Path.Combine(Of(place, company), hash[..2], hash) : throw new NotFound();

    public static bool IsHash(string text) => text is { Length: Sha256Hex.Length } && text.All(char.IsAsciiHexDigitLower);
}
