using System.Globalization;
using Pupitre.Kernel.Hashing;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>What the server says of a message before anything of its text is asked for.</summary>
/// <param name="From">Address of the sender, without the name.</param>
/// <param name="To">Addresses that it was sent to, copies included.</param>
/// <param name="DeliveredTo">Addresses that servers delivered it to.</param>
/// <param name="References">What it answers: <c>In-Reply-To</c> and <c>References</c>.</param>
/// <param name="Marks">Headers that say what a program or the sender makes of it: <c>Auto-Submitted</c>, <c>Sensitivity</c> and the
/// like.</param>
public sealed record SeenMessage(
    uint Uid, long SizeBytes, string? MessageId, string? From, IReadOnlyList<string> To, IReadOnlyList<string> DeliveredTo, string? Subject,
    string? Date, IReadOnlyList<string> References, IReadOnlyDictionary<string, string> Marks)
{
    /// <summary>
    /// The same message after all its numbers have changed. Not the Message-Id alone: whoever sends may give that of another message, and
    /// this one would never be read.
    /// </summary>
    public string Identity { get; } = Sha256Hex.Of(string.Create(
        CultureInfo.InvariantCulture,
            $"{(string.IsNullOrWhiteSpace(MessageId) ? $"{From}\n{Date}\n{Subject}" : MessageId.Trim())}\n{SizeBytes}"));

    /// <summary>Whether a server signed it.</summary>
    public bool IsSigned => Mark("DKIM-Signature").Length > 0;

    public string Mark(string name) => Marks.GetValueOrDefault(name, "");
}
