using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Mail;
using Pupitre.Platform.People;
using Pupitre.Platform.Recurring;

namespace Pupitre.App.Settings;

/// <summary>How the sections of the settings stand that belong to the program itself: a sentence each, by one query.</summary>
internal static class SettingsStates
{
    public static async Task<string> PeopleAsync(IServiceProvider services, CancellationToken token) =>
        Texts.Settings_StatePeople.With(await Db(services).Set<Person>().CountAsync(token));

    public static async Task<string> MembersAsync(IServiceProvider services, CancellationToken token)
    {
        var db = Db(services);
        return Texts.Settings_StateMembers.With(await db.Memberships.CountAsync(row => row.CompanyId == db.CompanyId, token));
    }

    public static async Task<string> MailsAsync(IServiceProvider services, CancellationToken token)
    {
        if (!services.GetRequiredService<Outbox>().HasServer)
        {
            return Texts.Settings_StateNoServer;
        }

        var db = Db(services);
        var failed = await db.Set<OutgoingMail>().CountAsync(
            mail => mail.CompanyId == db.CompanyId && mail.SentAt == null && !mail.IsHeld && mail.SentByHandOn == null
                && mail.Attempts >= OutgoingMail.MaxAttempts,
            token);
        return failed == 0 ? Texts.Settings_StateMails : Texts.Settings_StateMailsFailed.With(failed);
    }

    public static async Task<string> JobsAsync(IServiceProvider services, CancellationToken token)
    {
        var given = await RecurringRun.LatestOf(Db(services)).CountAsync(
            run => run.State == JobState.Failed && run.Attempts >= RecurringRun.MaxAttempts, token);
        return given == 0 ? Texts.Settings_StateJobs : Texts.Settings_StateJobsStopped.With(given);
    }

    private static Db Db(IServiceProvider services) => services.GetRequiredService<Db>();
}
