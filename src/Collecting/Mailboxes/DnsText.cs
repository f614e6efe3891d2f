using System.Security.Cryptography;
using System.Text;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>One question for the TXT records of a name, and the answer to it (RFC 1035), as bytes.</summary>
/// <remarks>Pure but for the number of the question, which is drawn. An answer that is cut, of another question or malformed is
/// none.</remarks>
public static class DnsText
{
    private const int HeaderBytes = 12;
    private const int MaxLabel = 63;
    private const int MaxName = 253;
    private const int MaxAnswers = 20;
    private const int TypeText = 16;

    /// <returns>Null for a name that cannot be asked for.</returns>
    public static byte[]? Question(string name)
    {
        var labels = name.TrimEnd('.').Split('.');
        if (name.Length > MaxName || Array.Exists(labels, label => label.Length is 0 or > MaxLabel || !Ascii.IsValid(label)))
        {
            return null;
        }

        var number = RandomNumberGenerator.GetBytes(2);
        List<byte> bytes = [number[0], number[1], 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        foreach (var label in labels)
        {
            bytes.Add((byte)label.Length);
            bytes.AddRange(Encoding.ASCII.GetBytes(label));
        }

        bytes.AddRange([0, 0, TypeText, 0, 1]);
        return [.. bytes];
    }

    /// <summary>Whether the answer did not fit into its packet.</summary>
    public static bool IsCut(ReadOnlySpan<byte> answer) => answer.Length >= HeaderBytes && (answer[2] & 2) != 0;

    /// <summary>The first text of the answer, its pieces joined; null when there is none.</summary>
    public static string? Read(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> question)
    {
        if (answer.Length < question.Length || !answer[..2].SequenceEqual(question[..2]) || (answer[2] & 0x80) == 0
            || (answer[3] & 0x0F) != 0
            || !Equal(answer[HeaderBytes..question.Length], question[HeaderBytes..]))
        {
            return null;
        }

        var (at, count) = (question.Length, (answer[6] << 8) | answer[7]);
        for (var seen = 0; seen < Math.Min(count, MaxAnswers); seen++)
        {
            at = AfterName(answer, at);
            if (at < 0 || at + 10 > answer.Length)
            {
                return null;
            }

            var (type, length) = ((answer[at] << 8) | answer[at + 1], (answer[at + 8] << 8) | answer[at + 9]);
            at += 10;
            if (at + length > answer.Length)
            {
                return null;
            }

            if (type == TypeText)
            {
                return Joined(answer.Slice(at, length));
            }

            at += length;
        }

        return null;
    }

    // Servers may answer in other capitals than one asked in.
    private static bool Equal(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(one, other)
        || one.SequenceEqual(other);

    private static int AfterName(ReadOnlySpan<byte> answer, int at)
    {
        while (at < answer.Length)
        {
            var length = answer[at];
            if (length == 0)
            {
                return at + 1;
            }

            if (length >= 0xC0)
            {
                return at + 2;
            }

            at += length + 1;
        }

        return -1;
    }

    private static string Joined(ReadOnlySpan<byte> text)
    {
        var joined = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length && at + 1 + text[at] <= text.Length; at += text[at] + 1)
        {
            joined.Append(Encoding.Latin1.GetString(text.Slice(at + 1, text[at])));
        }

        return joined.ToString();
    }
}
