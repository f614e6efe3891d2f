using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Feeds;
using Pupitre.Gathering.Privacy;
using Pupitre.Gathering.Today;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Recurring;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>Registers what is known and done about the terms of contracts.</summary>
internal static class TermsSetup
{
    /// <summary>When people begin to work, and on no day on which they do not.</summary>
    private static readonly TimeOnly _remindAt = new(8, 0);

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadDecisionDates>().AddScoped<DecideContract>().AddScoped<TakeBackDecision>();
        services.AddScoped<ICalendarDates, TermDates>().AddScoped<IToday, DecisionsToday>();
        services.AddScoped<DraftNoticeLetter>().AddScoped<IPersonalData, PersonalLetters>();
        services.AddScoped<RemindOfTerms>().AddScoped<ReminderMail>().AddScoped<ReminderRecipients>();
        services.AddSingleton(new PageSection(Contract.SubjectKind, 1, Permit.ReadSourcing, typeof(TermsSection)) { TakesShown = true });
        services.AddSingleton(new RecurringJob(
            RemindOfTerms.JobName,
            RecurringSchedule.WorkingDaysAt(_remindAt),
            () => Texts.Term_Remind,
            (scope, token) => scope.GetRequiredService<RemindOfTerms>().RunAsync(token)));
    }
}
