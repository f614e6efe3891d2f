using Microsoft.AspNetCore.Http;
using MimeKit;

namespace Pupitre.Platform.Mail;

/// <summary>A mail that opens in the person's own mail program, ready to be sent from there.</summary>
public static class UnsentMail
{
    /// <summary>Marks a message as a draft for Outlook and those that follow it.</summary>
    private const string DraftHeader = "X-Unsent";

    /// <summary>The answer of a download route: the mail as <c>.eml</c>, whole.</summary>
    /// <param name="from">Address of the person who will send it: it comes from them, and they are answered.</param>
    /// <param name="to">Address of the recipient; null, or one that is none, leaves it to be filled in.</param>
    /// <param name="fileName">Name of the file, with its ending.</param>
    public static async Task<IResult> AnswerAsync(string? from, string? to, string subject, string body, string fileName, CancellationToken token)
    {
        using var mail = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = body } };
        if (from is not null && MailboxAddress.TryParse(from, out var sender))
        {
            mail.From.Add(sender);
            mail.ReplyTo.Add(sender);
        }

        if (to is not null && MailboxAddress.TryParse(to, out var address))
        {
            mail.To.Add(address);
        }

        mail.Headers.Add(DraftHeader, "1");
        var content = new MemoryStream();
        await mail.WriteToAsync(content, token);
        content.Position = 0;
        return Results.Stream(content, "message/rfc822", fileName);
    }
}
