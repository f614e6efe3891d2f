using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Pupitre.Platform.Files;

/// <summary>
/// Knows which kept contents are still what was received. A content is hashed when it is written and once more before this program first
/// hands it out; afterwards it is taken as checked until its length or the time of its last writing changes. What changes without either is
/// found by the check of the whole company, which hashes everything.
/// </summary>
public sealed class CheckedContents
{
    private const int MostKnown = 20_000;

    private readonly ConcurrentDictionary<string, (long Length, DateTime Written)> _known = new(StringComparer.Ordinal);

    /// <summary>What was just written, hashed on the way.</summary>
    internal void Know(string path) => Know(path, Seen(path));

    /// <summary>Whether the content that lies open is the one whose hash is its name. Its position is the beginning again.</summary>
    internal async Task<bool> IsAsReceivedAsync(FileStream content, string hash, CancellationToken token)
    {
        var seen = Seen(content.Name);
        return IsKnown(content.Name, seen) || Keep(content, hash, await SHA256.HashDataAsync(content, token), seen);
    }

    /// <inheritdoc cref="IsAsReceivedAsync"/>
    internal bool IsAsReceived(FileStream content, string hash)
    {
        var seen = Seen(content.Name);
        return IsKnown(content.Name, seen) || Keep(content, hash, SHA256.HashData(content), seen);
    }

    private bool IsKnown(string path, (long, DateTime) seen) => _known.TryGetValue(path, out var known) && known == seen;

    private bool Keep(FileStream content, string hash, byte[] found, (long, DateTime) seen)
    {
        content.Position = 0;
        if (Convert.ToHexStringLower(found) != hash)
        {
            return false;
        }

        Know(content.Name, seen);
        return true;
    }

    private void Know(string path, (long, DateTime) seen)
    {
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known[path] = seen;
    }

    private static (long, DateTime) Seen(string path)
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    }
}
