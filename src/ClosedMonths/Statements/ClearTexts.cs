using System.Security.Cryptography;
using Pupitre.Kernel.Hashing;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>
/// Free texts that a statement names by a salted digest. They stand beside what is hashed, so that one can be erased and the statement
/// still verifies. One text has one digest within a statement, and another in the next.
/// </summary>
public sealed class ClearTexts
{
    private const int SaltBytes = 16;

    private readonly Dictionary<string, string> _digests = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ClearText> _texts = new(StringComparer.Ordinal);

    /// <summary>The texts by their digests, in order.</summary>
    public IReadOnlyDictionary<string, ClearText> All => _texts;

    /// <summary>The digest that stands for a text.</summary>
    public string Conceal(string text)
    {
        if (!_digests.TryGetValue(text, out var digest))
        {
            var clear = new ClearText(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)), text);
            _digests[text] = digest = clear.Digest;
            _texts[digest] = clear;
        }

        return digest;
    }
}

/// <summary>A text with the salt under its digest: without it, a short text could be guessed back.</summary>
public sealed record ClearText(string Salt, string Text)
{
    /// <summary>As the history makes it: SHA-256 over salt, line feed and text.</summary>
    public string Digest => Sha256Hex.Of(Salt + "\n" + Text);
}
