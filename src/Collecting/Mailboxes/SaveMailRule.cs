using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Intake.Settings;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Says that messages of somebody who is no known party are taken, and whose they are.</summary>
public sealed class SaveMailRule(Db db, IClock clock)
{
    public const int MaxRules = 200;

    /// <summary>Words that alone name a message: a shorter one would take in half of a mailbox.</summary>
    private const int MinWordsLength = 4;

    /// <exception cref="Refused">It names nobody, or a contract of another provider.</exception>
    public async Task RunAsync(MailRuleInput input, CancellationToken token)
    {
        var (sender, words) = ((input.Sender ?? "").Trim().TrimStart('@'), (input.Words ?? "").Trim());
        if (sender.Length == 0 && words.Length == 0)
        {
            throw new Refused(Texts.MailRule_Empty, nameof(input.Sender));
        }

        if ((sender.Length == 0 && words.Length < MinWordsLength) || (words.Length == 0 && DescribeMail.PublicDomains.Contains(sender)))
        {
            throw new Refused(Texts.MailRule_TooWide, sender.Length == 0 ? nameof(input.Words) : nameof(input.Sender));
        }

        if (sender.Length > MailRule.MaxSenderLength || sender.Any(char.IsWhiteSpace) || words.Length > MailRule.MaxWordsLength)
        {
            throw new Refused(Texts.MailRule_Wrong, sender.Any(char.IsWhiteSpace) ? nameof(input.Sender) : nameof(input.Words));
        }

        var provider = await db.Set<Provider>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.ProviderId, token)
            ?? throw new Refused(Texts.MailRule_NoProvider, nameof(input.ProviderId));
        if (input.ContractId is { } contract
            && !await db.Set<Contract>().AnyAsync(row => row.Id == contract && row.ProviderId == provider.Id, token))
        {
            throw new Refused(Texts.MailRule_OtherContract, nameof(input.ContractId));
        }

        if (await db.Set<MailRule>().CountAsync(token) >= MaxRules)
        {
            throw new Refused(Texts.MailRule_TooMany.With(MaxRules));
        }

        var rule = MailRule.Create(sender, words, provider.Id, input.ContractId, clock.GetCurrentInstant());
        db.Add(rule);
        db.Record("MailRuleMade", rule.Ref, new { Sender = sender, Wording = words, Provider = provider.Name });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Takes no message by a rule any more; what it took stays.</summary>
public sealed class RemoveMailRule(Db db)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var rule = await db.Set<MailRule>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        db.Remove(rule);
        db.Record("MailRuleRemoved", rule.Ref, new { rule.Sender, Wording = rule.Words });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>What is asked about a rule.</summary>
public sealed class MailRuleInput
{
    public string? Sender { get; set; }

    public string? Words { get; set; }

    public Guid? ProviderId { get; set; }

    public Guid? ContractId { get; set; }
}
