namespace Pupitre.Platform.Replies;

/// <summary>
/// Takes the answers to mails of its own: whoever asks something by mail implements it, so that the reader of mailboxes knows nobody. Who
/// answers, and that the mail came from the address that was asked, has been looked at before.
/// </summary>
public interface IAnswersByMail
{
    /// <summary>
    /// Settles what a mail asked, in the unit of work and the transaction of the caller; done twice it says the second time that it was
    /// too late.
    /// </summary>
    /// <param name="mailId">The mail that asked.</param>
    /// <returns>Null when the mail asked nothing of this owner.</returns>
    Task<AnswerOutcome?> TakeAsync(Guid mailId, MailAnswer answer, CancellationToken token);
}

/// <summary>Knows the mailbox in which answers arrive.</summary>
public interface IReceiveAnswers
{
    /// <summary>Null when nobody reads a mailbox of the company.</summary>
    Task<ReplyBox?> FindAsync(CancellationToken token);
}

/// <summary>A mailbox that is read.</summary>
/// <param name="Address">Its address.</param>
/// <param name="TakesTokens">Whether its server delivers <c>name+token@domain</c> to it.</param>
public sealed record ReplyBox(string Address, bool TakesTokens)
{
    /// <summary>The address to which one mail is answered.</summary>
    public string AddressOf(string secret) => TakesTokens ? ReplyToken.Address(Address, secret) : Address;
}
