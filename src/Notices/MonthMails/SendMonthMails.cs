using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Notices.MonthMails;

/// <summary>
/// Writes on the first business day of a month to each contract's contact what is open with them: once a month, contract and address, on
/// however many nodes, and nothing where nothing is open or the address wants none.
/// </summary>
internal sealed class SendMonthMails(Db db, ReadMonthSummaries read, MonthMailRecipients recipients, WriteMonthMail write, IClock clock)
{
    public const string JobName = "provider-month";

    public Task RunAsync(CancellationToken token) => db.DoBesideOthersAsync(() => WriteAsync(token));

    private async Task WriteAsync(CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var open = (await read.RunAsync(now, token)).Where(summary => !summary.IsEmpty).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var of = await recipients.ReadAsync(contractId: null, token);
        await write.OpenAsync(now, token);
        var planned = open
            .SelectMany(summary => Provided(summary, of).Select(to => (Key: write.KeyOf(summary, to), Summary: summary, To: to)))
            .DistinctBy(item => item.Key).ToList();
        var keys = planned.ConvertAll(item => item.Key);
        var had = (await db.Set<OutgoingMail>().Where(mail => keys.Contains(mail.Id)).Select(mail => mail.Id).ToListAsync(token))
            .ToHashSet();
        foreach (var group in planned.Where(item => !had.Contains(item.Key)).GroupBy(item => item.Summary.Contract.Id))
        {
            var written = group.Count(item => write.Run(item.Key, item.Summary, item.To));
            if (written > 0)
            {
                var contract = group.First().Summary.Contract;
                db.Record("MonthSummed", new SubjectRef(Contract.SubjectKind, contract.Id), new { contract.Title, Recipients = written });
            }
        }

        await db.SaveChangesAsync(token);
    }

    private static IReadOnlyList<MonthRecipient> Provided(
        MonthSummary summary, Func<Guid, Sourcing.Providers.Provider, IReadOnlyList<MonthRecipient>> of) =>
        of(summary.Contract.Id, summary.Facts.Providers.First(row => row.Id == summary.Contract.ProviderId));
}
