using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.Platform.Mail;

/// <summary>Where a mail stands, in words: "envoyé" only when a server took it.</summary>
public static class MailWords
{
    /// <param name="mail">The mail; null for one of which nothing is known but that it was written.</param>
    /// <param name="hasServer">Whether a mail server is set.</param>
    /// <param name="zone">The company's zone.</param>
    public static string Of(OutgoingMail? mail, bool hasServer, DateTimeZone zone) => mail is null ? Texts.Mail_Ready : mail.StateWith(hasServer) switch
    {
        MailState.Sent => Texts.Mail_Sent.With(Moments.Long(mail.TakenAt!.Value, zone)),
        MailState.SentByHand => Texts.Mail_SentByHand.With(Moments.Long(mail.SentByHandOn!.Value)),
        MailState.Waiting => mail.Attempts == 0 ? Texts.Mail_Waiting : Texts.Mail_WaitingTried.With(mail.Attempts),
        MailState.Failed => Texts.Mail_Failed.With(mail.LastError),
        _ => Texts.Mail_Ready,
    };

    /// <summary>Whether a person still has to send it.</summary>
    public static bool IsToSend(OutgoingMail? mail, bool hasServer) => mail is null || mail.StateWith(hasServer) is MailState.Ready or MailState.Failed;
}
