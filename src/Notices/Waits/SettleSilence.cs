using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>
/// Confirms a wait by silence: where the contract says so for both sides, two business days after a mail server took the question.
/// Never what
/// is contested, never what only waits in a drawer.
/// </summary>
internal sealed class SettleSilence(Db db, Tenant tenant, WaitWord word, ReopenSilenced reopen)
{
    /// <summary>Reopens what evidence contradicts, before anything is asked; saved at once.</summary>
    public async Task ReopenAsync(CancellationToken token)
    {
        await reopen.RunAsync(token);
        await db.SaveChangesAsync(token);
    }

    public async Task RunAsync(
        IReadOnlyList<WaitQuestion> open, IReadOnlyList<DeclaredWait> waits, CompanyFacts facts, Instant now, CancellationToken token)
    {
        var agreed = await db.Set<SilenceAgreement>().AsNoTracking().Where(row => row.IsOn).ToDictionaryAsync(row => row.ContractId, token);
        if (agreed.Count == 0)
        {
            return;
        }

        var ids = open.Select(row => row.MailId).OfType<Guid>().Distinct().ToList();
        var taken = await db.Set<OutgoingMail>().AsNoTracking().Where(row => ids.Contains(row.Id) && row.SentAt != null && !row.IsOnlyFile)
            .ToDictionaryAsync(row => row.Id, row => row.SentAt!.Value, token);
        var days = BusinessDays.For(facts.HolidayZone);
        var still = waits.ToDictionary(item => item.Case.Wait!.EventId);
        foreach (var question in open.Where(row => row is { Answer: null, DroppedAt: null, ReopenedAt: null })
            .Where(row => still.ContainsKey(row.EventId)))
        {
            var contract = still[question.EventId].Commitment.Row.ContractId;
            if (question.MailId is { } mail && taken.TryGetValue(mail, out var at) && contract is { } id
                && agreed.TryGetValue(id, out var agreement) && agreement.Since <= question.AskedAt
                && SilenceDays.EndOf(at, days, tenant.Zone) <= now)
            {
                var day = Moments.Short(now.InZone(tenant.Zone).Date.ToDateOnly());
                var said = InLanguage.Write(InLanguage.French, () => Texts.Wait_BySilence.With(day));
                await word.SettleAsync(question, WaitAnswer.Silence, null, "", said, token);
            }
        }
    }
}
