using Pupitre.Platform.Replies;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>What is done with a message.</summary>
/// <param name="Left">Why it stays; null when it is taken.</param>
/// <param name="Rule">The rule that names it, if one does.</param>
/// <param name="Secrets">Secrets of mails that it answers; empty when it answers none, or a program wrote it.</param>
public sealed record MessageVerdict(LeftReason? Left, MailRule? Rule, IReadOnlyList<string> Secrets);

/// <summary>
/// Decides what is done with a message, by what the server says of it alone. What is marked as personal is left whoever sent it; an answer
/// is taken whoever sent it, and then looked at.
/// </summary>
/// <remarks>Pure.</remarks>
public sealed class WeighMessage(string address, KnownParties parties, IReadOnlyList<MailRule> rules)
{
    /// <summary>A larger message is not fetched.</summary>
    public const long MaxBytes = 100L * 1024 * 1024;

    private const int MaxReferences = 50;

    public MessageVerdict Run(SeenMessage message)
    {
        var secrets = SecretsOf(message);
        var rule = rules.FirstOrDefault(candidate => candidate.Names(message.From, message.Subject));
        return new MessageVerdict(WhyLeft(message, secrets, rule), rule, AutomaticMail.Is(message) ? [] : secrets);
    }

    private LeftReason? WhyLeft(SeenMessage message, List<string> secrets, MailRule? rule) =>
        PersonalMarks.Are(message.Subject, message.Mark("Sensitivity")) ? LeftReason.Personal
        : ReplyToken.IsOwn(message.MessageId) ? LeftReason.Own
        : AutomaticMail.IsReply(message) ? LeftReason.Automatic
        : secrets.Count == 0 && rule is null && !parties.Knows(message.From) && !message.To.Any(parties.Knows) ? LeftReason.Unknown
        : message.SizeBytes > MaxBytes ? LeftReason.TooLarge
        : null;

    private List<string> SecretsOf(SeenMessage message) =>
        [.. message.To.Concat(message.DeliveredTo).Select(to => ReplyToken.InAddress(to, address))
            .Concat(message.References.Take(MaxReferences).Select(ReplyToken.InReference)).OfType<string>().Distinct()];
}
