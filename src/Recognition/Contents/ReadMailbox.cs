using System.Globalization;
using System.Text;
using MimeKit;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>
/// Splits a mailbox file (mbox) into its mails, byte for byte. A line "From " begins a mail only at the start of the file or behind a blank line, and
/// only when a header follows: people write "From here on" too. A line that the mailbox quoted (">From ") loses one sign (mboxrd).
/// </summary>
internal static class ReadMailbox
{
    private const int BufferBytes = 64 * 1024;
    private const int MostLineBytes = 1024 * 1024;
    private const int MaxHeaderBytes = 64 * 1024;
    private const int MaxHeaderName = 76;

    private static readonly string[] _headers =
    [
        "From", "To", "Cc", "Bcc", "Date", "Subject", "Sender", "Received", "Status", "References", "Comments", "Keywords", "Organization", "Importance", "Priority", "Sensitivity",
        "Return-", "Reply-", "In-Reply-", "Message-", "MIME-", "Content-", "X-", "List-", "DKIM-", "DomainKey-", "ARC-", "Authentication-", "Received-", "Delivered-", "Envelope-", "Resent-",
        "Thread-", "User-", "Auto", "Auto-", "Disposition-", "Old-", "Feedback-", "Precedence", "Accept-", "Original-", "Mailing-", "Errors-", "Apparently-", "Lines", "Mbox-", "Require-", "TLS-",
    ];

    public static Finding Run(Stream content, UnpackingBudget budget)
    {
        if (budget.IsDeepest)
        {
            return new Finding { Kind = RecognisedKind.Archive, Note = Texts.File_ZipTooDeep.With(budget.Limits.MaxDepth) };
        }

        var starts = StartsOf(content);
        var inside = new List<InnerFile>();
        try
        {
            for (var place = 0; place < starts.Count; place++)
            {
                var end = place + 1 < starts.Count ? starts[place + 1].From : content.Length;
                var name = NameOf(content, starts[place].Mail, end, place + 1);
                inside.Add(budget.Unpack(name, sink => Copy(content, starts[place].Mail, end, sink)));
            }
        }
        catch (BudgetSpent)
        {
            // Said below: how many were read, and how many were not.
        }

        return new Finding { Kind = RecognisedKind.Archive, Inside = inside, Note = inside.Count < starts.Count ? Texts.File_MailboxPartlyRead.With(inside.Count, starts.Count) : null };
    }

    /// <summary>Whether bytes begin as a mailbox does: a line "From " and a header below it.</summary>
    public static bool Begins(ReadOnlySpan<byte> head)
    {
        var line = head.IndexOf((byte)'\n');
        return head.StartsWith("From "u8) && line >= 0 && IsHeader(head[(line + 1)..]);
    }

    // Where each mail's line "From " stands, and where the mail itself begins.
    private static List<(long From, long Mail)> StartsOf(Stream content)
    {
        var starts = new List<(long From, long Mail)>();
        var isBehindBlank = true;
        (long From, long Mail)? waiting = null;
        foreach (var (at, line) in Lines(content))
        {
            if (waiting is { } start)
            {
                if (IsHeader(line.Span))
                {
                    starts.Add(start);
                }

                waiting = null;
            }

            if (isBehindBlank && line.Span.StartsWith("From "u8))
            {
                waiting = (at, at + line.Length);
            }

            isBehindBlank = line.Span.TrimEnd("\r\n"u8).IsEmpty;
        }

        return starts;
    }

    // A name that headers have, and a colon: a sentence may have a colon, too. Some servers quote a second line "From " among the headers.
    private static bool IsHeader(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith(">From "u8))
        {
            return true;
        }

        var colon = line.IndexOf((byte)':');
        if (colon is < 1 or > MaxHeaderName || line[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0)
        {
            return false;
        }

        var name = Encoding.ASCII.GetString(line[..colon]);
        return Array.Exists(_headers, known => known.EndsWith('-') ? name.StartsWith(known, StringComparison.OrdinalIgnoreCase) : name.Equals(known, StringComparison.OrdinalIgnoreCase));
    }

    private static void Copy(Stream content, long from, long end, Stream sink)
    {
        var (held, last) = (Array.Empty<byte>(), false);
        foreach (var (_, line) in Lines(content, from, end))
        {
            sink.Write(held);
            last = false;
            var text = line.Span;
            var quotes = text.IndexOfAnyExcept((byte)'>');
            if (quotes > 0 && text[quotes..].StartsWith("From "u8))
            {
                text = text[1..];
            }

            // The blank line before the next mail belongs to the mailbox.
            last = text.TrimEnd("\r\n"u8).IsEmpty;
            held = last ? text.ToArray() : [];
            if (!last)
            {
                sink.Write(text);
            }
        }

        if (!last)
        {
            sink.Write(held);
        }
    }

    private static string NameOf(Stream content, long from, long end, int number)
    {
        var head = new byte[Math.Min(MaxHeaderBytes, end - from)];
        content.Position = from;
        content.ReadExactly(head);
        try
        {
            var subject = HeaderList.Load(new MemoryStream(head))[HeaderId.Subject];
            return ReadMail.FileName(subject, number);
        }
        catch (FormatException)
        {
            return SafeName.Of(string.Create(CultureInfo.InvariantCulture, $"mail-{number}.eml"));
        }
    }

    /// <summary>Lines with their ends, lent until the next; a line without end is given in pieces.</summary>
    private static IEnumerable<(long At, ReadOnlyMemory<byte> Line)> Lines(Stream content, long from = 0, long? to = null)
    {
        var end = to ?? content.Length;
        var buffer = new byte[BufferBytes];
        var (kept, at) = (0, from);
        while (at + kept < end || kept > 0)
        {
            content.Position = at + kept;
            var read = content.Read(buffer, kept, (int)Math.Min(buffer.Length - kept, end - at - kept));
            kept += read;
            var taken = 0;
            while (buffer.AsSpan(taken, kept - taken).IndexOf((byte)'\n') is >= 0 and var length)
            {
                yield return (at + taken, buffer.AsMemory(taken, length + 1));
                taken += length + 1;
            }

            if (taken == 0 && (read == 0 || kept == MostLineBytes))
            {
                yield return (at, buffer.AsMemory(0, kept));
                taken = kept;
            }
            else if (taken == 0 && kept == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            buffer.AsSpan(taken, kept - taken).CopyTo(buffer);
            (at, kept) = (at + taken, kept - taken);
        }
    }
}
