using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Access.SetUp;

/// <summary>What lets the first person in, once: only whoever sees the program's output has it. The database holds its hash.</summary>
public sealed class SetUpToken
{
    private const int Bytes = 24;

    private SetUpToken()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Hash { get; private init; } = "";

    public Instant CreatedAt { get; private init; }

    /// <summary>Makes a token when there is no account yet, in place of older ones; null when there is one.</summary>
    public static async Task<string?> IssueAsync(Db db, Instant now, CancellationToken token)
    {
        if (await db.Users.AnyAsync(token))
        {
            return null;
        }

        var text = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        await db.Set<SetUpToken>().ExecuteDeleteAsync(token);
        db.Add(new SetUpToken { Hash = Sha256Hex.Of(text), CreatedAt = now });
        await db.SaveChangesAsync(token);
        return text;
    }

    /// <summary>Whether <paramref name="text"/> opens the set-up.</summary>
    public static async Task<bool> IsValidAsync(Db db, string? text, CancellationToken token)
    {
        var hash = Sha256Hex.Of(text ?? "");
        return !await db.Users.AnyAsync(token) && await db.Set<SetUpToken>().AnyAsync(row => row.Hash == hash, token);
    }
}
