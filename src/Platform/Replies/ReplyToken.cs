using System.Buffers;
using System.Security.Cryptography;

namespace Pupitre.Platform.Replies;

/// <summary>
/// The secret by which an answer finds the mail that it answers: a part of the reply address (<c>name+secret@domain</c>) and of the mail's
/// Message-Id, which a program that answers repeats in <c>In-Reply-To</c>. 100 random bits, in letters and digits that survive a server
/// which makes all letters small.
/// </summary>
public static class ReplyToken
{
    public const int Length = 20;

    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const string Domain = "@pupitre";

    private static readonly SearchValues<char> _letters = SearchValues.Create(Letters);

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    public static bool Is(string text) => text.Length == Length && text.AsSpan().IndexOfAnyExcept(_letters) < 0;

    /// <summary>The reply address of a mailbox for a secret.</summary>
    public static string Address(string mailbox, string secret)
    {
        var at = mailbox.LastIndexOf('@');
        return $"{mailbox[..at]}+{secret}{mailbox[at..]}";
    }

    /// <summary>The secret in an address that something was delivered to; null when it is no reply address of the mailbox.</summary>
    public static string? InAddress(string? address, string mailbox)
    {
        var (at, own) = (address?.LastIndexOf('@') ?? -1, mailbox.LastIndexOf('@'));
        if (address is null || own < 0 || at != own + Length + 1
            || !address[at..].Equals(mailbox[own..], StringComparison.OrdinalIgnoreCase)
            || !address[..(own + 1)].Equals(mailbox[..own] + "+", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var secret = address[(own + 1)..at].ToLowerInvariant();
        return Is(secret) ? secret : null;
    }

    /// <summary>The Message-Id of a mail of the program, without its brackets.</summary>
    public static string MessageId(Guid mailId, string? secret) => secret is null ? $"{mailId:N}{Domain}" : $"{mailId:N}.{secret}{Domain}";

    /// <summary>Whether a Message-Id is one that the program gave.</summary>
    public static bool IsOwn(string? messageId) => messageId?.Trim('<', '>', ' ')
        .EndsWith(Domain, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The secret in a Message-Id that an answer refers to; null when it is none of the program's, or has none.</summary>
    public static string? InReference(string? messageId)
    {
        var id = messageId?.Trim('<', '>', ' ');
        if (id is null || !IsOwn(id) || id.Length != Length + Domain.Length + 33 || id[32] != '.')
        {
            return null;
        }

        var secret = id[33..^Domain.Length].ToLowerInvariant();
        return Is(secret) ? secret : null;
    }
}
