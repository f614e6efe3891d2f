using Microsoft.EntityFrameworkCore;
using Pupitre.Intake.Settings;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Learns who is known to the company and by which rules messages are taken; once for a look.</summary>
internal sealed class OpenWeighing(Db db, DescribeMail mail)
{
    public async Task<WeighMessage> RunAsync(Mailbox mailbox, CancellationToken token)
    {
        var providers = await db.Set<Provider>().AsNoTracking().Where(row => row.Email != null).Select(row => row.Email!)
            .ToListAsync(token);
        var people = await db.Set<Person>().AsNoTracking().Where(row => row.SideId != null && row.Email != null).Select(row => row.Email!)
            .ToListAsync(token);
        var rules = await db.Set<MailRule>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(token);
        var own = await mail.ReadAsync(token);
        var notTheirs = DescribeMail.PublicDomains.Concat(own.OwnDomains).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new WeighMessage(mailbox.Address, new KnownParties(providers.Concat(people), notTheirs), rules);
    }
}
